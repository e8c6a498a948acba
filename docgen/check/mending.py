"""A Word file mended, round by round, and proved to say what it said before but for the listed changes."""

from dataclasses import dataclass, field

from docgen.check.breach import Breach, Place, Repair
from docgen.check.fixing.draft import Draft, to_docx
from docgen.check.fixing.repairs import Rewrite
from docgen.check.judging import findings, judge, where
from docgen.check.refusing import refuse_locked, refuse_undecided
from docgen.check.settings import DEFAULT, Settings
from docgen.check.together import Mark, mark_of, paragraph_of, together, without
from docgen.errors import DocgenError
from docgen.model.finding import Change, RuleFinding
from docgen.package import Package, open_package
from docgen.word.reading import Changes, Paragraph, WordDocument, read_document

_ROUNDS = 24
_ATTEMPTS = 8
_UNICODE = "P05"


@dataclass(frozen=True)
class Fixed:
    """A mended Word file, what was changed, and what is `left` for a person."""

    data: bytes
    changes: tuple[Change, ...]
    left: tuple[RuleFinding, ...]


def fix(docx: bytes, settings: Settings = DEFAULT, changes: Changes | None = None) -> Fixed:
    """Mend what is certain in a Word file; tracked changes are settled as `changes` says.

    Raises:
        RefusedError: it is signed or protected, dangerous or over a limit.
        ConflictError: it has tracked changes, and `changes` does not say what becomes of them.
        InvalidInputError: it cannot be read.

    """
    package = open_package(docx)
    refuse_locked(package)
    if changes is None:
        refuse_undecided(package)
    vain: set[Mark] = set()
    for _ in range(_ATTEMPTS):
        known = len(vain)
        mending = _Mending(settings, changes or Changes.ACCEPTED, vain)
        mended = mending.run(package)
        if len(vain) == known:
            break
    return Fixed(to_docx(mended), tuple(mending.made), findings(mending.left))


@dataclass
class _Mending:
    settings: Settings
    changes: Changes
    vain: set[Mark]
    """Repairs that did not last in this attempt or one before, and are not made again."""
    tried: set[Mark] = field(default_factory=set)
    made: list[Change] = field(default_factory=list)
    settled: set[Change] = field(default_factory=set)
    """What was told: of a section or a page number it is told once, however many parts of it change."""
    left: list[Breach] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    """What each paragraph shall say, by its number."""

    def run(self, package: Package) -> Package:
        """Return the mended parts: repairs are made until none is left."""
        document = read_document(package, self.changes)
        self.words = _words(document)
        self.left = self._judged(document)
        for _ in range(_ROUNDS):
            repairs = list(together(_first(self.left)))
            if not repairs:
                break
            draft = Draft(document)
            for breach, repair in repairs:
                self._make(breach, repair, draft)
            package = draft.package()
            document = read_document(package, self.changes)
            self.left = self._judged(document)
        self._prove(document)
        return Draft(document).package()

    def _judged(self, document: WordDocument) -> list[Breach]:
        """Judge; of two rules that undo each other's repairs the first gives way."""
        found = judge(document, self.settings)
        marks = {mark_of(breach.rule, repair) for breach in found for repair in breach.repairs}
        self.vain |= marks & self.tried
        return [without(breach, self.vain) for breach in found]

    def _make(self, breach: Breach, repair: Repair, draft: Draft) -> None:
        words: dict[str, str] = {}
        paragraph = paragraph_of(repair)
        in_text = paragraph is not None and _is_in_text(paragraph, draft.document)
        if isinstance(repair, Rewrite):
            words = _turned(repair)
            if in_text:
                self._rewrite(repair)
        self.tried.add(mark_of(breach.rule, repair))
        place = where(Place(paragraph, part=breach.part) if in_text and breach.at else breach.place)
        repair.apply(draft)
        change = Change(rule=breach.rule, message=repair.told, where=place, **words)
        if paragraph is not None or change not in self.settled:
            self.made.append(change)
        self.settled.add(change)

    def _rewrite(self, repair: Rewrite) -> None:
        now = self.words[repair.paragraph.number]
        self.words[repair.paragraph.number] = now[: repair.start] + repair.words + now[repair.end :]

    def _prove(self, document: WordDocument) -> None:
        """Compare the words of the mended file with those of the one that came, rewritten as listed."""
        found = _words(document)
        wrong = [
            number for number in self.words.keys() | found if self.words.get(number) != found.get(number)
        ]
        if wrong:
            raise DocgenError(
                f"docgen sửa sai lời văn ở đoạn {min(wrong)}, nên không ghi tệp nào.",
                "Hãy gửi thông báo này kèm tệp đang dùng cho bộ phận kỹ thuật.",
            )


def _words(document: WordDocument) -> dict[int, str]:
    return {paragraph.number: paragraph.text for paragraph in document.paragraphs}


def _turned(repair: Rewrite) -> dict[str, str]:
    """Return what was there, what is now, and the words around."""
    text = repair.paragraph.text
    head, tail = text[: repair.start], text[repair.end :]
    left = head[head.rstrip().rfind(" ") + 1 :]
    right = tail[: len(tail) - len(tail.lstrip())] + tail.lstrip().partition(" ")[0]
    return {"before": text[repair.start : repair.end], "after": repair.words, "left": left, "right": right}


def _is_in_text(paragraph: Paragraph, document: WordDocument) -> bool:
    """Whether a paragraph stands in the text; those of headers have numbers of their own."""
    return paragraph.node.getroottree().getroot() is document.root


def _first(breaches: list[Breach]) -> list[Breach]:
    """Return what is mended first: of text that is not Unicode other rules judged how it will read."""
    return [breach for breach in breaches if breach.rule == _UNICODE and breach.repairs] or breaches
