"""Filling a template with a document: one pass of Jinja, one deterministic archive."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from jinja2 import TemplateError
from pydantic_core import PydanticSerializationError, from_json

from docgen.documents.base import Document
from docgen.errors import InvalidInputError
from docgen.model.text import clean
from docgen.word.archive import Entry, archive
from docgen.word.compiler import compiled
from docgen.word.shape import shape_of
from docgen.word.tags import COUNTER
from docgen.word.template import Template

_SUSPECT = re.compile(
    r"\\[bf]|\\u00[01]|[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)


def fill(template: Template, document: Document) -> bytes:
    """Return `template` filled with `document`: the same bytes for the same two.

    Raises:
        InvalidInputError: the document holds a character that Word cannot, or the template is broken.

    """
    data = template_data(document)
    try:
        parts = [
            part if isinstance(part, Entry) else part.filled(data | {COUNTER: count(1).__next__})
            for part in compiled(template, shape_of(data))
        ]
    except TemplateError as fault:
        remedy = "Hãy chạy “docgen template check” với thư mục mẫu để xem từng chỗ sai."
        raise InvalidInputError(
            f"Không điền được mẫu “{template.manifest.name}”: {fault.message}.", remedy
        ) from fault
    return archive(parts)


def template_data(document: Document) -> dict[str, Any]:
    """Return what a template is filled with: the document's words by their Vietnamese names, and numbers for anchors.

    Raises:
        InvalidInputError: a text holds a character that Word cannot hold; every such text is named.

    """
    data = _words(document)
    anchors = (row["neo"] for appendix in data["phu_luc"] for row in appendix["cac_dong"])
    data["ma_neo"] = {anchor: number for number, anchor in enumerate(filter(None, anchors), 1)}
    return data


def _words(document: Document) -> dict[str, Any]:
    """Return the document as plain data; its JSON is searched for bad characters in one go."""
    try:
        words = document.model_dump_json(by_alias=True)
    except PydanticSerializationError:
        words = "\x7f"
    if _SUSPECT.search(words):
        _name_bad_characters(document)
    data: dict[str, Any] = from_json(words)
    return data


def _name_bad_characters(document: Document) -> None:
    problems = [
        problem
        for place, text in _texts(document.model_dump(by_alias=True), "")
        if (problem := _fault(place, text))
    ]
    if problems:
        raise InvalidInputError("Văn bản có chữ mà Word không giữ được.", "Hãy gõ lại các đoạn ấy.", problems)


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield every text in nested data with its path, such as "phu_luc.1.cac_dong.12.noi_dung"."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, f"{place}.{name}".lstrip("."))
    elif isinstance(value, list | tuple):
        for position, part in enumerate(value, 1):
            yield from _texts(part, f"{place}.{position}")


def _fault(place: str, text: str) -> str:
    try:
        clean(text)
    except ValueError as fault:
        return f"“{place}”: {fault}"
    return ""
