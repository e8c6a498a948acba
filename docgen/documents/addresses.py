"""Where on the page every address of a plan is printed."""

from collections.abc import Iterator, Sequence

from docgen.documents.base import Columns, Document
from docgen.model.address import Address, entries_around, task_address
from docgen.model.appendix import Appendix, Group, Subtask
from docgen.model.body import Item, Section
from docgen.model.plan import Plan

SUBJECT = "trich_yeu"

_NOWHERE = ""
"""The address of what none names: numbers, labels, what follows from the organisation."""

_CELLS = {name: field.alias or name for name, field in Columns.model_fields.items() if name != "number"}
"""The keys of the cells that a task fills, by their names, in the order of the columns."""


def positions(plan: Plan, document: Document) -> dict[Address, int]:
    """Return where among the printed texts of `document` every address of `plan` stands.

    Entries that hold addresses, such as "noi_dung/3" and "nhiem_vu/giao-bien-che", stand where the first of
    them does; names in one cell share its address.
    """
    places: dict[Address, int] = {}
    for position, address in enumerate(_addresses(plan, document)):
        for known in (address, *entries_around(address)):
            places.setdefault(known, position)
    return places


def _addresses(plan: Plan, document: Document) -> Iterator[Address]:
    """Yield the address of every printed text, in the order of `Document.printed_texts`."""
    yield from (SUBJECT if name == "subject" else _NOWHERE for name, _ in document.head.texts())
    yield from _numbered("can_cu", plan.legal_bases)
    yield from _numbered("mo_dau", plan.opening)
    for number, section in enumerate(plan.sections, 1):
        yield from _section(section, f"noi_dung/{number}")
    yield _NOWHERE
    yield from _numbered("noi_nhan/danh_sach", plan.recipients.lines)
    yield "noi_nhan/don_vi_soan_thao"
    yield from (_NOWHERE for _ in (*document.signature.authority, document.signature.name))
    for number, (appendix, printed) in enumerate(zip(plan.appendices, document.appendices, strict=True), 1):
        yield from (_NOWHERE, f"phu_luc/{number}/ten", _NOWHERE)
        yield from (_NOWHERE for _, heading in printed.columns if heading)
        yield from _rows(appendix, f"phu_luc/{number}")


def _numbered(address: Address, entries: Sequence[object]) -> Iterator[Address]:
    return (f"{address}/{number}" for number in range(1, len(entries) + 1))


def _section(section: Section, address: Address) -> Iterator[Address]:
    yield f"{address}/tieu_de"
    yield from _numbered(f"{address}/doan", section.paragraphs)
    yield from _numbered(f"{address}/gach", section.dashes)
    for number, item in enumerate(section.items, 1):
        yield from _item(item, f"{address}/khoan/{number}")
    if section.pointer:
        yield f"{address}/chi_dan"


def _item(item: Item, address: Address) -> Iterator[Address]:
    yield f"{address}/tieu_de" if item.title else f"{address}/noi_dung"
    yield from _numbered(f"{address}/doan", item.paragraphs)
    for number, point in enumerate(item.points, 1):
        yield f"{address}/diem/{number}/noi_dung"
        yield from _numbered(f"{address}/diem/{number}/gach", point.dashes)
    yield from _numbered(f"{address}/gach", item.dashes)


def _rows(appendix: Appendix, address: Address) -> Iterator[Address]:
    for number, part in enumerate(appendix.parts, 1):
        inner = f"{address}/phan/{number}"
        if part.title:
            yield from (_NOWHERE, f"{inner}/ten")
        for place, group in enumerate(part.groups, 1):
            yield from _group(group, f"{inner}/nhom/{place}")
        yield _NOWHERE  # the total


def _group(group: Group, address: Address) -> Iterator[Address]:
    if group.title:
        yield from (_NOWHERE, f"{address}/ten")
    for row in group.rows():
        yield _NOWHERE
        yield from _cells(row)


def _cells(row: Subtask) -> Iterator[Address]:
    return (task_address(row.id, key) for name, key in _CELLS.items() if getattr(row, name))
