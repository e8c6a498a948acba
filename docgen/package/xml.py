"""The XML of a part, parsed strictly: no DTD or entities, nothing fetched or repaired, nothing endless."""

from collections.abc import Iterator
from typing import TypeAlias, cast

from lxml import etree

from docgen.errors import InvalidInputError, RefusedError
from docgen.package.kinds import SPLIT, WORD, Kind

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

WORDPROCESSING = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

MAX_PART = 50 * 2**20
MAX_TAGS = 2_000_000
"""Tags of a part: 50 for each cell of 5,000 rows of 8. A tree takes about 125 bytes for each, so 250 MB."""
MAX_ROWS = 5_000
"""Rows of tables in a part: 150 pages and more; the longest plan of a province has some hundreds."""
MAX_PARAGRAPHS = 50_000
"""Paragraphs of a part: ten for each row, or a thousand pages of text."""
MAX_NESTED_TABLES = 10
"""Tables within each other. An official document has two or three (its letterhead in a frame); every level
is measured again by the one around it."""

_WORDS = {"w": WORDPROCESSING}
_COUNTED = {
    "hàng": (etree.XPath("count(//w:tr)", namespaces=_WORDS), MAX_ROWS),
    "đoạn": (etree.XPath("count(//w:p)", namespaces=_WORDS), MAX_PARAGRAPHS),
}
_TOO_NESTED = etree.XPath(f"boolean(//w:tbl/ancestor::w:tbl[{MAX_NESTED_TABLES}])", namespaces=_WORDS)


def parse_xml(data: bytes, name: str, kind: Kind = WORD) -> Element:
    """Parse the XML of the part `name` of a file of a kind.

    Raises:
        InvalidInputError: it is not well-formed.
        RefusedError: it declares a DTD, which OPC forbids, or is over a limit.

    """
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _dtd(name, kind)
    if len(data) > MAX_PART or data.count(b"<") > MAX_TAGS:
        raise RefusedError(f"Phần “{name}” của {kind.called} quá lớn.", SPLIT)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _unreadable(name, fault, kind) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _dtd(name, kind)
    for problem in _over_limits(root):
        raise RefusedError(f"Phần “{name}” của {kind.called} {problem}.", SPLIT)
    return root


def _over_limits(root: Element) -> Iterator[str]:
    for what, (count, most) in _COUNTED.items():
        number = int(cast("float", count(root)))
        if number > most:
            yield f"có quá nhiều {what} ({number}; tối đa {most})"
    if _TOO_NESTED(root):
        yield f"có bảng lồng trong bảng quá sâu (quá {MAX_NESTED_TABLES} tầng)"


def _unreadable(name: str, fault: Exception, kind: Kind) -> InvalidInputError | RefusedError:
    if getattr(fault, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return RefusedError(
            f"Phần “{name}” của {kind.called} lồng quá sâu hoặc có chữ quá dài.", kind.save_as
        )
    return InvalidInputError(f"Phần “{name}” của {kind.called} bị hỏng: không đọc được XML.", kind.check)


def _dtd(name: str, kind: Kind) -> RefusedError:
    return RefusedError(
        f"Phần “{name}” của {kind.called} có khai báo DTD; tệp nguy hiểm, không được mở.", kind.save_as
    )
