"""Filling a template with a document: one pass of Jinja, one deterministic archive."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError

from docgen.documents.base import BESIDE_THE_PAGE, PrintedDocument
from docgen.errors import InvalidInputError
from docgen.model.text import clean
from docgen.word.archive import Entry, archive, entry
from docgen.word.compiler import REMEDY, TaggedPart, TracedPart, compiled
from docgen.word.shape import shape_of
from docgen.word.tags import COUNTER
from docgen.word.template import Template
from docgen.word.traces import traced

FIRST_DRAWING = 1001
"""The number of the first drawing: docxtpl counts from there too."""

FIRST_ANCHOR = 10_001
"""The number of the first anchor: bookmarks that an officer sets have lower ones."""

_TAG_ERRORS = (TemplateError, TypeError, LookupError, ValueError, ArithmeticError)
"""What a tag can end in while it is filled; all but the first are of Python itself."""

_HARMLESS = "\n\t\xa0"


def fill(template: Template, document: PrintedDocument) -> bytes:
    """Return `template` filled with `document`: the same bytes for the same two.

    Raises:
        InvalidInputError: the document holds a character that Word cannot, or the template is broken.

    """
    data = template_data(document)
    return archive(
        part if isinstance(part, Entry) else entry(part.name, _written(part, data, document, template))
        for part in compiled(template, shape_of(data))
    )


def _written(
    part: TaggedPart | TracedPart, data: dict[str, Any], document: PrintedDocument, template: Template
) -> bytes:
    if isinstance(part, TracedPart):
        return traced(part.content, document.traces)
    return _filled(part, data, template).encode()


def _filled(part: TaggedPart, data: dict[str, Any], template: Template) -> str:
    try:
        text = part.filled(data | {COUNTER: count(FIRST_DRAWING).__next__})
    except _TAG_ERRORS as fault:
        name = template.manifest.name
        raise InvalidInputError(f"Không điền được mẫu “{name}”: {_reason(fault)}.", REMEDY) from fault
    if not _is_printable(text):
        _refuse_bad_characters(data)
    return text


def _reason(fault: Exception) -> str:
    """Return in Vietnamese why a tag failed: our own words for missing names, one sentence for all else."""
    if isinstance(fault, UndefinedError | SecurityError) and fault.message:
        return fault.message
    return "có thẻ dùng một trường không hợp kiểu"


def template_data(document: PrintedDocument) -> dict[str, Any]:
    """Return what fills a template: the words of the document by name, and a number for every anchor."""
    data = document.model_dump(by_alias=True, mode="json", exclude=set(BESIDE_THE_PAGE))
    anchors = (row["neo"] for appendix in data.get("phu_luc", ()) for row in appendix["cac_dong"])
    data["ma_neo"] = {anchor: number for number, anchor in enumerate(filter(None, anchors), FIRST_ANCHOR)}
    return data


def _is_printable(text: str) -> bool:
    """Say whether every letter can be printed; Python knows it of a whole part at once."""
    for letter in _HARMLESS:
        text = text.replace(letter, "")
    return text.isprintable()


def _refuse_bad_characters(data: dict[str, Any]) -> None:
    if problems := list(_bad_texts(data, "")):
        raise InvalidInputError("Văn bản có chữ mà Word không giữ được.", "Hãy gõ lại các đoạn ấy.", problems)


def _bad_texts(value: Any, place: str) -> Iterator[str]:
    """Yield what is wrong in every bad text, with its path such as "phu_luc.1.cac_dong.12.noi_dung"."""
    if isinstance(value, str):
        try:
            clean(value)
        except ValueError as fault:
            yield f"“{place}”: {fault}"
        return
    parts = (
        value.items() if isinstance(value, dict) else enumerate(value, 1) if isinstance(value, list) else ()
    )
    for name, part in parts:
        yield from _bad_texts(part, f"{place}.{name}".lstrip("."))
