"""The logical structure that setting hands out: headings, paragraphs, lists (ISO 32000-1, 14.8.4)."""

from docgen.pdf.description import Paragraph
from docgen.pdf.pages import Tag

_DEEPEST_HEADING = 6


def tag_paragraph(parent: Tag, paragraph: Paragraph) -> tuple[Tag, Tag | None]:
    """Return the tag of a paragraph below `parent`, and that of its label if it is one of a list."""
    level = paragraph.format.outline
    if level is not None and level < _DEEPEST_HEADING:
        return parent.add(f"H{level + 1}"), None
    if not paragraph.label:
        return parent.add("P"), None
    last = parent.kids[-1] if parent.kids else None
    items = last if last is not None and last.kind == "L" else parent.add("L")
    item = items.add("LI")
    label = item.add("Lbl")
    return item.add("LBody"), label
