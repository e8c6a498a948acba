"""Long lists, a page at a time: `limit` entries from behind the one that `cursor` names."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query

from docgen.errors import InvalidInputError
from docgen.web.api.shapes import Out, told

T = TypeVar("T", bound=Out)
V = TypeVar("V")

MOST = 200
_USUAL = 50


class Page(Out, Generic[T], title="Một trang của danh sách"):
    """Some entries of a list."""

    entries: tuple[T, ...] = told("du_lieu", "Các mục của trang này")
    total: int = told("tong", "Tổng số mục của cả danh sách", 24)
    cursor: str | None = told("cursor", "Gửi lại ở tham số cursor để lấy trang sau; null khi đã hết")


@dataclass(frozen=True)
class Cut:
    """Which page of a list is wanted."""

    limit: int
    cursor: str


def _cut(
    limit: Annotated[int, Query(ge=1, le=MOST, description="Số mục của một trang")] = _USUAL,
    cursor: Annotated[
        str, Query(max_length=500, description="Con trỏ lấy từ trang trước; bỏ trống để lấy trang đầu")
    ] = "",
) -> Cut:
    return Cut(limit, cursor)


Wanted = Annotated[Cut, Depends(_cut)]
"""A parameter: which page of a list is wanted."""


def paged(kind: type[T], values: Sequence[V], key: Callable[[V], object], wanted: Cut) -> Page[T]:
    """Return a page of `values`, which `key` tells apart.

    The cursor names the last entry that was told, so that what is added before it shifts nothing.

    Raises:
        InvalidInputError: the cursor names none of them.

    """
    first = _behind([str(key(value)) for value in values], wanted.cursor)
    shown = values[first : first + wanted.limit]
    is_last = first + len(shown) >= len(values)
    entries = tuple(kind.model_validate(value) for value in shown)
    cursor = None if is_last else urlsafe_b64encode(str(key(shown[-1])).encode()).decode()
    return Page[kind](entries=entries, total=len(values), cursor=cursor)  # type: ignore[valid-type]


def _behind(keys: Sequence[str], cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return keys.index(urlsafe_b64decode(cursor.encode()).decode()) + 1
    except ValueError as error:
        raise InvalidInputError(
            "Con trỏ (cursor) không dùng được với danh sách này.", "Lấy lại danh sách từ trang đầu."
        ) from error
