"""A Word file mended, round by round, and proved to say what it said before but for the listed changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.check.breach import Breach, Repair
from docgen.check.fixing.draft import Draft, to_docx
from docgen.check.fixing.repairs import Rewrite
from docgen.check.judging import findings, judge, where
from docgen.check.refusing import refuse_locked, refuse_undecided
from docgen.check.settings import DEFAULT, Settings
from docgen.errors import DocgenError
from docgen.model.finding import RuleFinding, Where
from docgen.word.package import Package, open_package
from docgen.word.reading import Changes, Paragraph, WordDocument, read_document

_ROUNDS = 8


@dataclass(frozen=True)
class Change:
    """One change that was made: for which rule, where, what in Vietnamese; words `before` and `after`."""

    rule: str
    message: str
    where: Where
    before: str = ""
    after: str = ""


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
    mending = _Mending(settings, changes or Changes.ACCEPTED)
    mended = mending.run(package)
    return Fixed(to_docx(mended), tuple(mending.made), findings(mending.left))


@dataclass
class _Mending:
    settings: Settings
    changes: Changes
    made: list[Change] = field(default_factory=list)
    left: list[Breach] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    """What each paragraph shall say, by its number."""

    def run(self, package: Package) -> Package:
        """Return the mended parts: repairs are made until none is left."""
        document = read_document(package, self.changes)
        self.words = _words(document)
        for _ in range(_ROUNDS):
            self.left = judge(document, self.settings)
            repairs = list(_together(self.left))
            if not repairs:
                break
            draft = Draft(document)
            for breach, repair in repairs:
                self._make(breach, repair, draft)
            package = draft.package()
            document = read_document(package, self.changes)
        self._prove(document)
        return Draft(document).package()

    def _make(self, breach: Breach, repair: Repair, draft: Draft) -> None:
        before = after = ""
        if isinstance(repair, Rewrite):
            paragraph = repair.paragraph
            before, after = paragraph.text[repair.start : repair.end], repair.words
            if paragraph.number in self.words:
                now = self.words[paragraph.number]
                self.words[paragraph.number] = now[: repair.start] + repair.words + now[repair.end :]
        repair.apply(draft)
        self.made.append(Change(breach.rule, repair.told, where(breach), before, after))

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


def _together(breaches: Iterable[Breach]) -> Iterator[tuple[Breach, Repair]]:
    """Yield the repairs that can be made at once.

    Where the words of a paragraph change, its look waits for the next round, for both count characters; of
    changes of words that overlap the first is made, and all are made from the end of the paragraph backwards.
    """
    told = [(breach, repair) for breach in breaches for repair in breach.repairs]
    written = {id(repair.rewrites) for _, repair in told if repair.rewrites is not None}
    yield from _backwards([(breach, repair) for breach, repair in told if isinstance(repair, Rewrite)])
    for breach, repair in told:
        if not isinstance(repair, Rewrite) and id(_of(repair)) not in written:
            yield breach, repair


def _of(repair: Repair) -> Paragraph | None:
    return getattr(repair, "paragraph", None)


def _backwards(told: list[tuple[Breach, Rewrite]]) -> Iterator[tuple[Breach, Repair]]:
    ends: dict[int, int] = {}
    ordered = sorted(told, key=lambda pair: (pair[1].start, pair[1].end), reverse=True)
    for breach, repair in ordered:
        end = ends.get(id(repair.paragraph))
        if end is None or repair.end <= end:
            ends[id(repair.paragraph)] = repair.start
            yield breach, repair
