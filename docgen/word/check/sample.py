"""A document in which every field says something different: what a template is tried with."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from docgen.documents.base import (
    PLAIN_KINDS,
    Appendix,
    Columns,
    Document,
    Head,
    Paragraph,
    ParagraphKind,
    Printed,
    PrintedDocument,
    Properties,
    Recipients,
    Row,
    RowKind,
    Run,
    SignatureBlock,
)
from docgen.documents.compared import (
    ComparisonColumns,
    ComparisonHead,
    ComparisonPaper,
    ComparisonRow,
    ComparisonRowKind,
)
from docgen.documents.reported import (
    Addressees,
    AttachedTable,
    Letter,
    LetterHead,
    OwedColumns,
    OwedRow,
    OwedTable,
    Report,
    ResultColumns,
    ResultRow,
    ResultTable,
    StatisticsColumns,
    StatisticsRow,
    StatisticsRowKind,
    StatisticsTable,
)
from docgen.model.appendix import Orientation


def sample_document(printed: type[PrintedDocument], left_out: Iterable[str] = ()) -> PrintedDocument:
    """Return what a template prints, with every kind of paragraph and row, and two appendices that differ.

    The optional fields of the paths in `left_out`, such as "phu_luc.cac_dong.ghi_chu", say nothing.
    """
    data = _FULL[printed]().model_dump(by_alias=True, mode="json")
    for path in left_out:
        _clear(data, path.split("."))
    return printed.model_validate(data)


def _clear(data: Any, path: list[str]) -> None:
    """Empty the field at `path` in nested data, in every item of the lists on the way."""
    if isinstance(data, list):
        for item in data:
            _clear(item, path)
    elif len(path) > 1:
        _clear(data[path[0]], path[1:])
    else:
        data[path[0]] = type(data[path[0]])()


def _full_document() -> Document:
    return Document(
        document_type="mẫu thử",
        properties=_properties(),
        head=Head(**_named("phần đầu", Head)),
        body=tuple(_paragraph(kind) for kind in PLAIN_KINDS),
        recipients=_recipients(),
        signature=_signature(),
        appendices=(_appendix("mot", Orientation.PORTRAIT), _appendix("hai", Orientation.LANDSCAPE)),
    )


def _full_comparison() -> ComparisonPaper:
    return ComparisonPaper(
        document_type="mẫu thử",
        properties=_properties(),
        head=ComparisonHead(**_named("phần đầu", ComparisonHead)),
        opening=("mở đầu một", "mở đầu hai"),
        columns=ComparisonColumns(**_named("cột", ComparisonColumns)),
        rows=tuple(_compared(kind, place) for kind in ComparisonRowKind for place in _TWICE),
        signature=_signature(),
    )


def _full_report() -> Report:
    return Report(
        document_type="mẫu thử",
        properties=_properties(),
        head=Head(**_named("phần đầu", Head)),
        addressees=_addressees(),
        body=tuple(_paragraph(kind) for kind in ParagraphKind),
        recipients=_recipients(),
        signature=_signature(),
        results=ResultTable(
            **_named("kết quả", AttachedTable),
            columns=ResultColumns(**_named("kết quả cột", ResultColumns)),
            rows=tuple(
                ResultRow(kind=kind, long=place == _TWICE[-1], **_cells(kind, place, ResultColumns))
                for kind in RowKind
                for place in _TWICE
            ),
        ),
        statistics=StatisticsTable(
            **_named("thống kê", AttachedTable),
            columns=StatisticsColumns(**_named("thống kê cột", StatisticsColumns)),
            rows=tuple(
                StatisticsRow(kind=kind, **_cells(kind, place, StatisticsColumns))
                for kind in StatisticsRowKind
                for place in _TWICE
            ),
        ),
    )


def _full_letter() -> Letter:
    return Letter(
        document_type="mẫu thử",
        properties=_properties(),
        head=LetterHead(**_named("phần đầu", LetterHead)),
        addressees=_addressees(),
        body=tuple(_paragraph(kind) for kind in PLAIN_KINDS),
        recipients=_recipients(),
        signature=_signature(),
        owed=OwedTable(
            **_named("còn nợ", AttachedTable),
            columns=OwedColumns(**_named("còn nợ cột", OwedColumns)),
            rows=tuple(
                OwedRow(kind=kind, **_cells(kind, place, OwedColumns)) for kind in RowKind for place in _TWICE
            ),
        ),
    )


def _cells(kind: StrEnum, place: int, columns: type[Printed]) -> dict[str, str]:
    """Return what every cell says that rows of a kind have."""
    names = _HEADINGS.get(kind, tuple(columns.model_fields))
    return {name: f"ô {name} {kind} {place}" for name in names}


def _named(words: str, printed: type[Printed]) -> dict[str, str]:
    """Return a text for every field of a part that is nothing but texts."""
    return {name: f"{words} {name}" for name in printed.model_fields}


def _compared(kind: ComparisonRowKind, place: int) -> ComparisonRow:
    """Return a row that says something in every cell that rows of its kind have."""
    if kind is ComparisonRowKind.GROUP:
        return ComparisonRow(kind=kind, place=f"nhóm {place}")
    cells = {name: f"ô {name} {kind} {place}" for name in ("number", "place")}
    old, new, why = (_runs(f"{kind} {place} {cell}") for cell in ("trước", "sau", "lý do"))
    return ComparisonRow(kind=kind, before=old, after=new, reason=why, **cells)


def _properties() -> Properties:
    return Properties(**{name: f"thuộc tính {name}" for name in ("title", "author", "subject")})


def _addressees() -> Addressees:
    return Addressees(label="nhãn kính gửi", lines=("kính gửi một", "kính gửi hai"))


def _recipients() -> Recipients:
    return Recipients(label="nhãn nơi nhận", lines=("nơi nhận một", "nơi nhận hai"))


def _signature() -> SignatureBlock:
    return SignatureBlock(authority=("quyền hạn một", "quyền hạn hai"), name="họ tên người ký")


def _runs(name: str) -> tuple[Run, ...]:
    return Run(text=f"chữ thường {name} "), Run(text=f"chữ đậm {name}", bold=True)


def _paragraph(kind: ParagraphKind) -> Paragraph:
    return Paragraph(kind=kind, number=f"số {kind}", runs=_runs(kind))


def _appendix(name: str, orientation: Orientation) -> Appendix:
    optional = () if orientation is Orientation.PORTRAIT else ("product", "budget", "note")
    columns = ("number", "text", "lead", "coordinating", "deadline", *optional)
    return Appendix(
        label=f"phụ lục {name}",
        title=f"tên phụ lục {name}",
        reference=f"kèm theo phụ lục {name}",
        orientation=orientation,
        columns=Columns(**{column: f"cột {column} {name}" for column in columns}),
        rows=tuple(_row(kind, name, place, columns) for kind in RowKind for place in _TWICE),
    )


def _row(kind: RowKind, name: str, place: int, columns: tuple[str, ...]) -> Row:
    """Return a row that says something in every cell that rows of its kind have."""
    is_task = kind not in _HEADINGS
    words = {column: f"ô {column} {kind} {place} {name}" for column in _HEADINGS.get(kind, columns)}
    return Row(kind=kind, anchor=f"nv_{kind}_{place}_{name}" if is_task else "", **words)


_TWICE = (1, 2)
_HEADINGS: dict[StrEnum, tuple[str, ...]] = {
    RowKind.TOTAL: ("text",),
    RowKind.PART: ("number", "text"),
    RowKind.GROUP: ("number", "text"),
    StatisticsRowKind.FORM: ("number", "text"),
}
"""What the rows say that are no entries of their table."""

_FULL: dict[type[PrintedDocument], Callable[[], PrintedDocument]] = {
    Document: _full_document,
    ComparisonPaper: _full_comparison,
    Report: _full_report,
    Letter: _full_letter,
}
