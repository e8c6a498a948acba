"""What the worker does with a file, a module for each task; the worker loads the one that it is started for.

A module has one class `Task`: made of what is told beside the file, called with the bytes of the file, it
returns what it has to tell (JSON) and the bytes that it made.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from pydantic import BaseModel

Told: TypeAlias = dict[str, Any]
"""What goes across as JSON."""

Work: TypeAlias = Callable[[bytes], tuple[Told, bytes]]
"""What a task does with a file; raises DocgenError where it cannot."""


def told(values: Iterable[BaseModel]) -> list[Told]:
    """Return values as they go across."""
    return [value.model_dump(mode="json") for value in values]
