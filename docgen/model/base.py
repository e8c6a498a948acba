"""What every model has in common."""

from typing import TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

T = TypeVar("T")


def _some(values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise ValueError("để trống; hãy thêm ít nhất một mục")
    return values


Some = AfterValidator(_some)
"""A list with at least one entry; unlike `min_length`, entries that are wrong themselves count."""


class Model(BaseModel):
    """A frozen value that knows its English field names and their Vietnamese aliases, and nothing unknown.

    The aliases, Vietnamese without marks, are the keys of the YAML files; `title` of a field is what an
    officer calls it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
