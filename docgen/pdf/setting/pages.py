"""The page: its size, margins, page numbers, and what stands in the margins."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from docgen.pdf.description import Blocks, Line, PageNumber, Paragraph, Section, Table, Text
from docgen.pdf.setting.blocks import BlockSetter
from docgen.pdf.setting.faces import Faces
from docgen.pdf.setting.paragraphs import PAGE_CLASS
from docgen.pdf.setting.stylesheet import pt

_STYLES = {
    "upperRoman": "upper-roman",
    "lowerRoman": "lower-roman",
    "upperLetter": "upper-alpha",
    "lowerLetter": "lower-alpha",
    "decimalZero": "decimal-leading-zero",
}
TIE = 0.056
"""Points by which the text is set narrower: LibreOffice ends a line that would leave less room than this."""

_STORIES = ("header", "first-header", "footer", "first-footer")


def set_running(body: Element, section: Section, blocks: BlockSetter) -> None:
    """Add the headers and footers of a section, which CSS moves into the margins."""
    width = section.width - section.margins.left - section.margins.right
    for story, content in _stories(section).items():
        if content:
            blocks.add(SubElement(body, "div", {"class": story}), content, width)


def page_rules(section: Section, faces: Faces, first: int) -> Iterator[str]:
    """Yield the rules of the page; `first` is the number of its first page."""
    margins = section.margins
    extra = _common_leading(section.blocks, faces) / 2
    foot = margins.bottom - extra + _half_border(section.blocks)
    sides = (margins.top - extra, margins.right + TIE, foot, margins.left)
    size = f"size: {pt(section.width)} {pt(section.height)}; margin: {' '.join(map(pt, sides))}"
    yield f"@page {{ {size}; {_margin_boxes(section, '')} }}"
    yield f"@page :first {{ counter-reset: page {first}; {_margin_boxes(section, 'first-')} }}"
    style = _STYLES.get(section.number_style, "decimal")
    yield f".{PAGE_CLASS}::before {{ content: counter(page, {style}) }}"
    yield from (f".{story} {{ position: running({story}) }}" for story in _STORIES)


def _stories(section: Section) -> dict[str, Blocks]:
    header, footer = section.header, section.footer
    contents = (header.default, header.on_first, footer.default, footer.on_first)
    return {story: blocks if _shows(blocks) else () for story, blocks in zip(_STORIES, contents, strict=True)}


def _shows(blocks: Blocks) -> bool:
    """Whether anything is seen of a header; an empty one takes no part in the page."""
    return any(
        isinstance(block, Table)
        or any(isinstance(inline, Text | PageNumber | Line) for inline in block.content)
        for block in blocks
    )


def _margin_boxes(section: Section, prefix: str) -> str:
    stories = _stories(section)
    header = f"vertical-align: top; padding-top: {pt(section.header_distance)}"
    footer = f"vertical-align: bottom; padding-bottom: {pt(section.footer_distance)}"
    boxes = (("top-center", f"{prefix}header", header), ("bottom-center", f"{prefix}footer", footer))
    return " ".join(
        f"@{box} {{ content: {f'element({story})' if stories[story] else 'none'}; width: 100%; {look} }}"
        for box, story, look in boxes
    )


def _half_border(blocks: Blocks) -> float:
    """Return half the bottom border where tables fill the pages.

    A row fits on a page with its whole bottom border; WeasyPrint counts the half that lies in the row.
    """
    tables = [block for block in blocks if isinstance(block, Table)]
    borders = [cell.edges.bottom.width for table in tables for row in table.rows[:1] for cell in row.cells]
    is_mostly_tables = sum(len(table.rows) for table in tables) > len(blocks)
    return max(borders, default=0.0) / 2 if is_mostly_tables else 0.0


def _common_leading(blocks: Blocks, faces: Faces) -> float:
    """Return what the commonest line spacing of the section adds below a line, in points.

    Word puts it below each line, and not at the foot of the page; CSS puts half above and half below.
    """
    leadings: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph):
            texts = [inline for inline in block.content if isinstance(inline, Text)]
            if texts:
                length = sum(len(text.text) for text in texts)
                leadings[faces.leading(texts[0].face, block.format)] += length
    return max(leadings, key=lambda leading: leadings[leading], default=0.0)
