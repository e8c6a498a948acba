"""Tracked changes settled before anything is read: all accepted, or all taken back (17.13.5).

What is read afterwards holds no changes any more, so that no other module knows of them.
"""

from enum import StrEnum

from docgen.package import Element
from docgen.word.ooxml import M, W, child


class Changes(StrEnum):
    """What is shown where changes are tracked."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


_NEW = (f"{W}ins", f"{W}moveTo")
_OLD = (f"{W}del", f"{W}moveFrom")
GONE = {Changes.ACCEPTED: _OLD, Changes.ORIGINAL: _NEW}
"""What holds the words that each state does not show."""

_CELLS = {Changes.ACCEPTED: f"{W}cellDel", Changes.ORIGINAL: f"{W}cellIns"}
_FORMER = tuple(
    f"{W}{name}Change" for name in ("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr")
)
_MARKERS = frozenset({f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{M}ctrlPr"})
"""Elements in which an insertion or deletion is a mark of what they stand for, and holds nothing."""

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_KEPT = frozenset({f"{W}rPr", f"{W}sectPr", *_REFERENCES})
_RANGES = tuple(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
_TEXTS = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def open_changes(root: Element) -> list[Element]:
    """Return every tracked change of a part."""
    return list(root.iter(*_NEW, *_OLD, *_CELLS.values(), *_FORMER))


def settle(root: Element, changes: Changes) -> None:
    """Take a part to one of its two states, in place."""
    gone = GONE[changes]
    kept = {*_NEW, *_OLD}.difference(gone)
    if changes is Changes.ORIGINAL:
        _restore(root)
    _remove_rows_and_cells(root, gone, _CELLS[changes])
    _join_paragraphs(root, gone)
    for node in list(root.iter(*gone)):
        if not _is_marker(node):
            _take_out(node)
    for node in list(root.iter(*kept)):
        if not _is_marker(node):
            _unwrap(node)
    for node in (*open_changes(root), *root.iter(*_RANGES)):
        _take_out(node)


def _restore(root: Element) -> None:
    """Bring back former properties and deleted words."""
    for change in list(root.iter(*_FORMER)):
        holder, former = _parent(change), next(change.iterchildren(), None)
        for node in list(holder):
            if node.tag not in _KEPT or holder.tag == f"{W}trPr":
                holder.remove(node)
        start = len(list(holder.iterchildren(*_REFERENCES)))
        for at, node in enumerate(() if former is None else list(former), start):
            holder.insert(at, node)
    for node in root.iter(*_TEXTS):
        node.tag = _TEXTS[str(node.tag)]


def _remove_rows_and_cells(root: Element, gone: tuple[str, ...], cell: str) -> None:
    for marker in list(root.iter(*gone)):
        if _parent(marker).tag == f"{W}trPr":
            _take_out(_parent(_parent(marker)))
    for marker in list(root.iter(cell)):
        _take_out(_parent(_parent(marker)))


def _join_paragraphs(root: Element, gone: tuple[str, ...]) -> None:
    """Join each paragraph whose mark is gone to the next one, which gives both its properties."""
    for paragraph in list(root.iter(f"{W}p")):
        mark = child(child(paragraph, "pPr"), "rPr")
        if mark is not None and next(mark.iterchildren(*gone), None) is not None:
            _join(paragraph)


def _join(paragraph: Element) -> None:
    following = paragraph.getnext()
    while following is not None and _is_between(following):
        following = following.getnext()
    if following is None or following.tag != f"{W}p":
        return
    at = 0 if child(following, "pPr") is None else 1
    for node in reversed([node for node in paragraph if node.tag != f"{W}pPr"]):
        following.insert(at, node)
    _take_out(paragraph)


_BETWEEN = frozenset({f"{W}bookmarkStart", f"{W}bookmarkEnd", *_RANGES})


def _is_between(node: Element) -> bool:
    """Say whether two paragraphs run together over it: a mark of no width, or a table whose rows are gone."""
    return node.tag in _BETWEEN or (node.tag == f"{W}tbl" and child(node, "tr") is None)


def _is_marker(node: Element) -> bool:
    return _parent(node).tag in _MARKERS


def _unwrap(node: Element) -> None:
    holder = _parent(node)
    at = holder.index(node)
    for offset, kid in enumerate(list(node)):
        holder.insert(at + offset, kid)
    holder.remove(node)


def _take_out(node: Element) -> None:
    holder = node.getparent()
    if holder is not None:
        holder.remove(node)


def _parent(node: Element) -> Element:
    return next(node.iterancestors())
