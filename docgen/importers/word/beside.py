"""What stands beside the text of a Word file: headers, footers, notes, comments, words that nobody sees."""

from collections import defaultdict
from collections.abc import Iterator

from docgen.documents.remarks import decision_of
from docgen.importers.word.legacy import note_to_unicode
from docgen.package import Element, Package
from docgen.recognition.source import Line
from docgen.word.comments.part import AUTHOR
from docgen.word.ooxml import MC, W
from docgen.word.reading import Story, WordDocument

_NOTES = {
    "footnotes": ("footnote", "chú thích cuối trang"),
    "endnotes": ("endnote", "chú thích cuối văn bản"),
    "comments": ("comment", "ghi chú góp ý"),
}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_ELSEWHERE = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo", f"{MC}Fallback")
"""Around words that are told of as changes, or that stand in the file once more."""
_STORIES = (("headers", "đầu trang"), ("footers", "chân trang"))


def beside(document: WordDocument) -> Iterator[tuple[str, Line]]:
    """Yield what stands beside the text, by what it is; page numbers are left out."""
    for stories, kind in _STORIES:
        found = (story for section in document.sections for story in getattr(section, stories).values())
        for story in {story.part: story for story in found}.values():
            yield from ((kind, Line(text, "")) for text in _of_story(story))
    for part, (tag, kind) in _NOTES.items():
        yield from ((kind, Line(text, "")) for text in _of_notes(document.package, part, tag))
    yield from (("chữ không in ra (chữ ẩn, chữ trong ô đã gộp)", line) for line in _unseen(document))


def _unseen(document: WordDocument) -> Iterator[Line]:
    """Yield the words of the file that are on no page: hidden ones, those of cells merged into others."""
    seen = {span.node for paragraph in document.paragraphs for span in paragraph.spans}
    numbers = {paragraph.node: paragraph.number for paragraph in document.paragraphs}
    found: dict[Element, list[str]] = defaultdict(list)
    roots = {paragraph.node.getroottree().getroot() for paragraph in document.paragraphs[:1]}
    for node in (node for root in roots for node in root.iter(f"{W}t")):
        if node not in seen and node.text and next(node.iterancestors(*_ELSEWHERE), None) is None:
            found[next(node.iterancestors(f"{W}p"), node)].append(node.text)
    for paragraph, texts in found.items():
        words = note_to_unicode(" ".join("".join(texts).split()))
        if words:
            yield Line(words, f"đoạn {numbers[paragraph]}" if paragraph in numbers else "")


def _of_story(story: Story) -> Iterator[str]:
    for paragraph in story.paragraphs:
        typed = "".join(span.text for span in paragraph.spans if not span.field)
        if typed.strip(" -–—\t\n"):
            yield " ".join(typed.split())


def _of_notes(package: Package, kind: str, tag: str) -> Iterator[str]:
    for note in _notes(package, kind, tag):
        if note.get(f"{W}type") not in _SEPARATORS and not _asked_in(note):
            yield from filter(None, map(_words, note.iter(f"{W}p")))


def asked_in(package: Package) -> tuple[str, ...]:
    """Return the ids of the decisions that comments of ours ask for."""
    return tuple(filter(None, map(_asked_in, _notes(package, "comments", "comment"))))


def _asked_in(note: Element) -> str:
    """Return the id of the decision that a note asks for; "" where it is no comment of ours."""
    last = next(note.iterchildren(f"{W}p", reversed=True), None)
    return decision_of(_words(last)) if last is not None and note.get(f"{W}author") == AUTHOR else ""


def _notes(package: Package, kind: str, tag: str) -> Iterator[Element]:
    for part in package.related(package.main, kind):
        yield from package.xml(part).iter(f"{W}{tag}")


def _words(paragraph: Element) -> str:
    return note_to_unicode(" ".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")).split()))
