"""What a file of ours says beside its page: custom document properties (ECMA-376, Part 1, 22.3).

They survive Word and LibreOffice, where custom XML parts and content controls do not. Word shows no more than
255 letters of one, so longer texts go on in the next.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from docgen.documents.base import Traces
from docgen.package import Element, Package, parse_xml
from docgen.package.joining import TYPES, declare, point
from docgen.package.relationships import TRANSITIONAL, listing_of
from docgen.word.ooxml import written

TRACES = "docProps/custom.xml"
_PREFIX = "docgen."
_LONGEST = 255
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
"""Numbers 0 and 1 are reserved (22.3.2.1)."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = f"{{{_OFFICE}/custom-properties}}"
_VALUES = f"{{{_OFFICE}/docPropsVTypes}}"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def with_room_for_traces(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package with one for custom properties, empty where there was none."""
    if TRACES in parts:
        return dict(parts)
    listing = listing_of("")
    types, arrows = parse_xml(parts[TYPES], TYPES), parse_xml(parts[listing], listing)
    declare(types, TRACES, _CONTENT_TYPE)
    point(arrows, "rIdDocgen", f"{TRANSITIONAL}/custom-properties", TRACES)
    changed = {TYPES: types, listing: arrows, TRACES: _no_properties()}
    return {**parts, **{name: written(root) for name, root in changed.items()}}


def _no_properties() -> Element:
    names = f'xmlns="{_CUSTOM[1:-1]}" xmlns:vt="{_VALUES[1:-1]}"'
    return parse_xml(f"<Properties {names}/>".encode(), TRACES)


def traced(custom: bytes, traces: Traces | None) -> bytes:
    """Return the part of custom properties with `traces` in it, in place of older ones."""
    root = parse_xml(custom, TRACES)
    for node in list(root):
        if node.get("name", "").startswith(_PREFIX):
            root.remove(node)
    first = max((int(node.get("pid", "1")) for node in root), default=_FIRST_ID - 1) + 1
    for number, (name, text) in enumerate(_properties(traces) if traces else (), first):
        node = etree.SubElement(root, f"{_CUSTOM}property", fmtid=_FORMAT_ID, pid=str(number), name=name)
        etree.SubElement(node, f"{_VALUES}lpwstr").text = text
    return written(root)


def read_traces(package: Package) -> Traces | None:
    """Return the traces that a file of ours carries; None where there are none, or they make no sense."""
    if TRACES not in package.parts:
        return None
    found: dict[str, str] = {}
    for name, text in _stored(package.xml(TRACES)):
        key = name.removeprefix(_PREFIX).partition("+")[0]
        found[key] = found.get(key, "") + text
    if not found.get("nam", "").isdecimal():
        return None
    spellings = sorted(name for name in found if name.startswith("cach_viet."))
    return Traces(
        year=int(found["nam"]),
        electronic=found.get("van_ban_dien_tu") == "true",
        spellings=tuple(found[name] for name in spellings),
        ending=found.get("ket_thuc", ""),
        headings=tuple(_headings(found)),
    )


def _headings(found: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    for key, text in found.items():
        kind, _, rest = key.partition(".")
        position, _, name = rest.partition(".")
        if kind == "cot" and position.isdecimal():
            yield int(position), name, text


def _properties(traces: Traces) -> Iterator[tuple[str, str]]:
    yield f"{_PREFIX}nam", str(traces.year)
    yield f"{_PREFIX}van_ban_dien_tu", str(traces.electronic).lower()
    for number, text in enumerate(traces.spellings, 1):
        yield from _in_pieces(f"{_PREFIX}cach_viet.{number:04}", text)
    if traces.ending:
        yield from _in_pieces(f"{_PREFIX}ket_thuc", traces.ending)
    for position, name, text in traces.headings:
        yield from _in_pieces(f"{_PREFIX}cot.{position}.{name}", text)


def _in_pieces(name: str, text: str) -> Iterator[tuple[str, str]]:
    for number, start in enumerate(range(0, len(text), _LONGEST)):
        yield f"{name}{f'+{number:03}' if number else ''}", text[start : start + _LONGEST]


def _stored(root: Element) -> list[tuple[str, str]]:
    """Return our properties by name, in the order of their names: an office program may have sorted them."""
    values = (
        (node.get("name", ""), str(etree.tostring(node, method="text", encoding="unicode")))
        for node in root.iter(f"{_CUSTOM}property")
    )
    return sorted((name, text) for name, text in values if name.startswith(_PREFIX))
