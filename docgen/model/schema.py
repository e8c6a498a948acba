"""What the models know about their YAML keys: names, titles, and what stands below them."""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel


def model_at(root: type[BaseModel], place: Sequence[str | int]) -> type[BaseModel] | None:
    """Return the model whose keys stand at `place`; None where there is none."""
    model: type[BaseModel] | None = root
    for key in (step for step in place if isinstance(step, str)):
        annotation = _annotations(model).get(key) if model else None
        model = _model_in(annotation)
    return model


def title_of(root: type[BaseModel], place: Sequence[str | int]) -> str:
    """Return what an officer calls the key at the end of `place`; the key itself when nothing knows it."""
    *parent, key = place
    model = model_at(root, parent)
    fields = model.model_fields.items() if model else ()
    return next(
        (field.title for name, field in fields if key == (field.alias or name) and field.title), str(key)
    )


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the YAML keys of a model."""
    return tuple(_annotations(model))


def _annotations(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the first model inside `tuple[Annotated[Point, …], ...]`, `Item | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in inside if model), None)
