"""What every model has in common."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

from docgen.language.lettering import LETTERS

T = TypeVar("T")


def _some(values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise ValueError("để trống; hãy thêm ít nhất một mục")
    return values


def repeated(values: Iterable[T]) -> list[T]:
    """Return what stands more than once among `values`, each once."""
    return [value for value, count in Counter(values).items() if count > 1]


def lettered(values: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse more entries than there are letters to number them by (Decree 30, Phụ lục I, Mục II.6.đ)."""
    if len(values) > len(LETTERS):
        raise ValueError(
            f"có {len(values)} mục mà chỉ đánh được {len(LETTERS)} chữ cái (a đến y); hãy tách bớt"
        )
    return values


Some = AfterValidator(_some)
"""A list with at least one entry; unlike `min_length`, entries that are wrong themselves count."""


class Model(BaseModel):
    """A frozen value that knows its English field names and their Vietnamese aliases, and nothing unknown.

    The aliases, Vietnamese without marks, are the keys of the YAML files; `title` of a field is what an
    officer calls it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    def as_data(self) -> dict[str, Any]:
        """Return the value as a file says it: by the Vietnamese keys, as plain JSON, without defaults."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
