"""Property elements changed in place, their children in the order of the schema (17.3.1, 17.3.2)."""

from docgen.package import Element
from docgen.word.ooxml import W, child


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


RUN = _names(
    """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
    """
)
PARAGRAPH = _names(
    """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """
)
SECTION = _names(
    """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
    lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
    printerSettings sectPrChange
    """
)
"""The children of `w:rPr`, `w:pPr` and `w:sectPr` in their order."""


def holder(node: Element, name: str) -> Element:
    """Return the property element `w:name` of a run, paragraph or style; made as its first child."""
    found = child(node, name)
    if found is None:
        found = node.makeelement(W + name)
        node.insert(0, found)
    return found


def put(parent: Element, order: tuple[str, ...], name: str, **attributes: str) -> Element:
    """Give `parent` the child `w:name` with these attributes; others that it has are kept.

    Of several children of that name, which no schema allows, the last is the one that counts.
    """
    alike = list(parent.iterchildren(W + name))
    for twin in alike[:-1]:
        parent.remove(twin)
    found = alike[-1] if alike else None
    if found is None:
        found = parent.makeelement(W + name)
        parent.insert(_place(parent, order, name), found)
    for attribute, text in attributes.items():
        found.set(W + attribute, text)
    return found


def drop(parent: Element | None, *names: str) -> None:
    """Take the children `w:name` away."""
    if parent is not None:
        for node in list(parent.iterchildren(*(W + name for name in names))):
            parent.remove(node)


def forget(node: Element, attribute: str) -> None:
    """Take the attribute `w:attribute` away where it is."""
    if W + attribute in node.attrib:
        del node.attrib[W + attribute]


def switch(parent: Element, order: tuple[str, ...], name: str, *, on: bool) -> None:
    """Set a child that is on or off (17.17.4)."""
    node = put(parent, order, name, val="1" if on else "0")
    if on:
        forget(node, "val")


def _place(parent: Element, order: tuple[str, ...], name: str) -> int:
    """Return where a child of that name belongs."""
    before = frozenset(W + other for other in order[: order.index(name)])
    return sum(1 for node in parent if node.tag in before)
