"""OOXML as text: elements, and properties in the order of the standard (ISO/IEC 29500-1, annex A)."""

import re
from html import escape

ORDERS = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs spacing
        ind contextualSpacing jc outlineLvl rPr sectPr""",
    "rPr": """rStyle rFonts b i caps smallCaps strike dstrike vanish color spacing w kern position sz szCs
        highlight u bdr shd vertAlign lang""",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader jc",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "sectPr": """headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg docGrid""",
}
SIDES = ("top", "left", "bottom", "right")


def element(name, content="", /, **attributes):
    """Return a WordprocessingML element."""
    told = "".join(f' w:{key}="{value}"' for key, value in attributes.items() if value is not None)
    return f"<w:{name}{told}>{content}</w:{name}>" if content else f"<w:{name}{told}/>"


def property_(name, value):
    """Return one property: a flag, a value, attributes, or the markup itself."""
    if isinstance(value, dict):
        return element(name, **value)
    if isinstance(value, str) and value.startswith("<"):
        return value
    if isinstance(value, bool):
        return element(name, val=None if value else 0)
    return element(name, val=value)


def properties(kind, told):
    """Return the properties of a kind ("pPr", "rPr" …) in their order; nothing when none is told."""
    order = ORDERS[kind].split()
    known = sorted(told.items(), key=lambda item: order.index(item[0]))
    content = "".join(property_(name, value) for name, value in known if value is not None)
    return element(kind, content) if content else ""


def run(text, **face):
    """Return a run; "⇥" is a tab, "↵" a line break, "⁃" a non-breaking hyphen."""
    return element("r", properties("rPr", face) + letters(text))


def letters(text):
    """Return what stands in a run."""
    marks = {"⇥": "<w:tab/>", "↵": "<w:br/>", "⁃": "<w:noBreakHyphen/>"}
    pieces = re.split("([⇥↵⁃])", text)
    return "".join(marks.get(piece) or words(piece) for piece in pieces if piece)


def words(text):
    """Return the element of plain characters."""
    return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'


def paragraph(content="", /, **form):
    """Return a paragraph of text or of runs; `form` is its properties."""
    inside = content if content.startswith("<") or not content else run(content)
    return element("p", properties("pPr", form) + inside)


def borders(name, sides, size=4, space=0, kind="single"):
    """Return the borders of a paragraph, table or cell."""
    edges = (element(side, val=kind, sz=size, space=space, color="000000") for side in sides)
    return element(name, "".join(edges))


def stops(*told):
    """Return tab stops; each is told as a position and, if it matters, its kind and leader."""
    return element("tabs", "".join(stop(*one) for one in told))


def stop(position, kind="left", leader=None):
    """Return one tab stop."""
    return element("tab", val=kind, leader=leader, pos=position)


def cell(content, width, **form):
    """Return a cell; words stand in one paragraph."""
    blocks = content if content.startswith("<") else paragraph(content)
    return element("tc", properties("tcPr", {"tcW": {"w": width, "type": "dxa"}, **form}) + blocks)


def row(*cells, **form):
    """Return a row of a table."""
    return element("tr", properties("trPr", form) + "".join(cells))


def table(widths, rows, **form):
    """Return a table on a grid of widths."""
    told = {"tblW": {"w": sum(widths), "type": "dxa"}, "tblLayout": {"type": "fixed"}, **form}
    grid = element("tblGrid", "".join(element("gridCol", w=width) for width in widths))
    return element("tbl", properties("tblPr", told) + grid + "".join(rows))


def field(code, shown, *, locked=False, **face):
    """Return a complex field with what it showed last; a `locked` one shows that for ever."""
    lock = ' w:fldLock="1"' if locked else ""
    parts = (
        f'<w:fldChar w:fldCharType="begin"{lock}/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        words(shown),
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(element("r", properties("rPr", face) + part) for part in parts)
