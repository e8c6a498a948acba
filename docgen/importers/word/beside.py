"""What stands beside the text of a Word file: headers, footers, notes, comments."""

from collections.abc import Iterator

from docgen.importers.word.legacy import note_to_unicode
from docgen.package import Element, Package
from docgen.recognition.source import Line
from docgen.word.ooxml import W
from docgen.word.reading import Story, WordDocument

_NOTES = {
    "footnotes": ("footnote", "chú thích cuối trang"),
    "endnotes": ("endnote", "chú thích cuối văn bản"),
    "comments": ("comment", "ghi chú góp ý"),
}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_STORIES = (("headers", "đầu trang"), ("footers", "chân trang"))


def beside(document: WordDocument) -> Iterator[tuple[str, Line]]:
    """Yield what stands beside the text, by what it is; page numbers are left out."""
    for stories, kind in _STORIES:
        found = (story for section in document.sections for story in getattr(section, stories).values())
        for story in {story.part: story for story in found}.values():
            yield from ((kind, line) for line in _of_story(story, kind))
    for part, (tag, kind) in _NOTES.items():
        yield from ((kind, Line(text, kind)) for text in _of_notes(document.package, part, tag))


def _of_story(story: Story, kind: str) -> Iterator[Line]:
    for paragraph in story.paragraphs:
        typed = "".join(span.text for span in paragraph.spans if not span.field)
        if typed.strip(" -–—\t\n"):
            yield Line(" ".join(typed.split()), kind)


def _of_notes(package: Package, kind: str, tag: str) -> Iterator[str]:
    for part in package.related(package.main, kind):
        for note in package.xml(part).iter(f"{W}{tag}"):
            if note.get(f"{W}type") not in _SEPARATORS:
                yield from filter(None, map(_words, note.iter(f"{W}p")))


def _words(paragraph: Element) -> str:
    return note_to_unicode(" ".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")).split()))
