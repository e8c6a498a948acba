"""WordprocessingML in small words: runs, paragraphs, tables, drawn lines (ECMA-376, Part 1, 17)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from docgen.rules import length
from docgen.rules.units import Length
from docgen.word.ooxml import DECLARATION

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}


def root(tag: str, content: str) -> str:
    """Return a whole part: declaration and root element `tag` with every namespace declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f"{DECLARATION}<{tag} {declared}>{content}</{tag}>"


def run(text: str, style: str = "") -> str:
    """Return a run of `text`, in the character style `style` if given."""
    face = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{face}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def runs_of(source: str) -> tuple[str, ...]:
    """Return the loop over the stretches of the field `source`, those that are bold in bold."""
    return (
        run(f"{{%r for chu in {source} %}}"),
        run("{%r if chu.dam %}"),
        run("{{ chu.chu }}", "Dam"),
        run("{%r else %}"),
        run("{{ chu.chu }}"),
        run("{%r endif %}"),
        run("{%r endfor %}"),
    )


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph of ready `runs` in the style `style`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'


def text(style: str, words: str) -> str:
    """Return a paragraph of one run."""
    return paragraph(style, run(words))


def tag(words: str) -> str:
    """Return a paragraph that holds only a template tag such as "{%p endif %}"; it vanishes when filled."""
    return text("TheMau", words)


def bookmarked(name: str, number: int, words: str) -> str:
    """Return a run between the start and the end of a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{run(words)}<w:bookmarkEnd w:id="{number}"/>'


def cell(
    width: Length | int, *content: str, span: int = 1, centred: bool = False, flush: bool = False
) -> str:
    """Return a cell `width` wide (twips when a plain number) over `span` grid columns.

    The text of a `flush` cell begins at the very edge of the table.
    """
    twips = width.twips if isinstance(width, Length) else width
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    align = '<w:vAlign w:val="center"/>' if centred else ""
    margin = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>' if flush else ""
    properties = f'<w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/>{spanning}{margin}{align}</w:tcPr>'
    return f"<w:tc>{properties}{''.join(content)}</w:tc>"


def row(*cells: str, repeated: bool = False, split: bool = False) -> str:
    """Return a row, split between pages only if `split`, repeated on every page if it is a heading."""
    whole = "" if split else "<w:cantSplit/>"
    heading = "<w:tblHeader/>" if repeated else ""
    properties = f"<w:trPr>{whole}{heading}</w:trPr>" if whole or heading else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(widths: Iterable[int], *rows: str, properties: str = "") -> str:
    """Return a table of fixed layout with grid columns of `widths`, in twips."""
    columns = tuple(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{properties}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def line(name: str, number: int, width: Length, style: str = "DuongKe") -> str:
    """Return a paragraph that holds a centred, drawn line; the compiler sets its length by `name`."""
    drop, weight = length("line.drop").emu, length("line.weight").emu
    shape = (
        "<wps:wsp><wps:cNvCnPr/><wps:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width.emu}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width.emu}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{NAMESPACES["wps"]}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    return paragraph(style, f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")
