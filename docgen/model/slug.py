"""Ids that people can read and Word can carry."""

import re
from typing import Annotated

from pydantic import AfterValidator

from docgen.model.text import Words

MAX_SLUG = 36
"""Letters in an id: with "nv_" before it, it still fits Word's 40 letters for a bookmark's name."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Say whether a text can be an id."""
    return len(text) <= MAX_SLUG and _SLUG.fullmatch(text) is not None


def _readable(value: str) -> str:
    if not is_slug(value):
        raise ValueError(
            f"“{value}” không dùng làm mã được; hãy dùng chữ thường không dấu, chữ số và dấu gạch nối,"
            f" tối đa {MAX_SLUG} ký tự"
        )
    return value


Slug = Annotated[Words, AfterValidator(_readable)]
"""A stable id such as "ra-soat-vbqppl"; it never holds a running number."""
