"""A document in which every field says something different: what a template is tried with."""

from collections.abc import Iterable
from typing import Any

from docgen.documents.base import (
    Appendix,
    Columns,
    Document,
    Head,
    Paragraph,
    ParagraphKind,
    Properties,
    Recipients,
    Row,
    RowKind,
    Run,
    SignatureBlock,
)
from docgen.model.appendix import Orientation


def sample_document(left_out: Iterable[str] = ()) -> Document:
    """Return a document with every kind of paragraph and row, and two appendices that differ.

    The optional fields of the paths in `left_out`, such as "phu_luc.cac_dong.ghi_chu", say nothing.
    """
    data = _full_document().model_dump(by_alias=True, mode="json")
    for path in left_out:
        _clear(data, path.split("."))
    return Document.model_validate(data)


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
        properties=Properties(**{name: f"thuộc tính {name}" for name in ("title", "author", "subject")}),
        head=Head(**{name: f"phần đầu {name}" for name in Head.model_fields}),
        body=tuple(_paragraph(kind) for kind in ParagraphKind),
        recipients=Recipients(label="nhãn nơi nhận", lines=("nơi nhận một", "nơi nhận hai")),
        signature=SignatureBlock(authority=("quyền hạn một", "quyền hạn hai"), name="họ tên người ký"),
        appendices=(_appendix("mot", Orientation.PORTRAIT), _appendix("hai", Orientation.LANDSCAPE)),
    )


def _paragraph(kind: ParagraphKind) -> Paragraph:
    runs = (Run(text=f"chữ thường {kind} "), Run(text=f"chữ đậm {kind}", bold=True))
    return Paragraph(kind=kind, number=f"số {kind}", runs=runs)


def _appendix(name: str, orientation: Orientation) -> Appendix:
    optional = () if orientation is Orientation.PORTRAIT else ("product", "budget", "note")
    columns = ("number", "text", "lead", "coordinating", "deadline", *optional)
    return Appendix(
        label=f"phụ lục {name}",
        title=f"tên phụ lục {name}",
        reference=f"kèm theo phụ lục {name}",
        orientation=orientation,
        columns=Columns(**{column: f"cột {column} {name}" for column in columns}),
        rows=tuple(_row(kind, name, place, columns) for kind in RowKind for place in (1, 2)),
    )


def _row(kind: RowKind, name: str, place: int, columns: tuple[str, ...]) -> Row:
    """Return a row that says something in every cell that rows of its kind have."""
    cells = {RowKind.TOTAL: ("text",), RowKind.PART: ("number", "text"), RowKind.GROUP: ("number", "text")}
    is_task = kind not in cells
    words = {column: f"ô {column} {kind} {place} {name}" for column in cells.get(kind, columns)}
    return Row(kind=kind, anchor=f"nv_{kind}_{place}_{name}" if is_task else "", **words)
