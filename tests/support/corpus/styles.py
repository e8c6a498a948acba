"""The styles that Word files commonly have."""

from .markup import SIDES, borders, element, properties

FONTS = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman")
HEADING = {"keepNext": True, "spacing": {"before": 240, "after": 60}, "outlineLvl": 0}
ITEM = {"ind": {"left": 720}, "contextualSpacing": True}
SMALL = properties("rPr", {"sz": 20, "szCs": 20})
BOLD = properties("rPr", {"b": True})


def styles(size):
    """Return the part of the styles; common letters have a size in half points."""
    face = properties("rPr", {"rFonts": FONTS, "sz": size, "szCs": size, "lang": {"val": "vi-VN"}})
    defaults = element("docDefaults", element("rPrDefault", face) + element("pPrDefault"))
    centered = properties("pPr", {"jc": "center"})
    grid = element("tblPr", borders("tblBorders", (*SIDES, "insideH", "insideV")))
    return "".join(
        (
            defaults,
            default("paragraph", "Normal"),
            default("character", "Default Paragraph Font"),
            default("table", "Normal Table", plain_table()),
            style("table", "Table Grid", grid, "NormalTable"),
            style("paragraph", "Title", centered + BOLD),
            style("paragraph", "heading 1", properties("pPr", HEADING) + BOLD),
            style("paragraph", "List Paragraph", properties("pPr", ITEM)),
            style("paragraph", "footnote text", SMALL),
        )
    )


def plain_table():
    """Return what every table has: margins at the sides of its cells."""
    widths = zip(SIDES, (0, 108, 0, 108), strict=True)
    margins = "".join(element(side, w=width, type="dxa") for side, width in widths)
    return element("tblPr", element("tblInd", w=0, type="dxa") + element("tblCellMar", margins))


def default(kind, name, content=""):
    """Return the style that things of a kind have when they name none."""
    return element("style", element("name", val=name) + content, type=kind, default=1, styleId=style_id(name))


def style(kind, name, content, base="Normal"):
    """Return a style that stands on another."""
    told = element("name", val=name) + element("basedOn", val=base)
    return element("style", told + content, type=kind, styleId=style_id(name))


def style_id(name):
    """Return the id of a style as Word makes it of the name."""
    return "".join(word[0].upper() + word[1:] for word in name.split())
