"""A value known by being that very one: found in a cache at once, however much it says."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Same(Generic[T]):
    """Stands for a value that never changes; equal to what stands for the same one, not for an equal one."""

    value: T

    def __eq__(self, other: object) -> bool:
        """Say whether both stand for one value."""
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        """Return what tells the value from others that are there."""
        return id(self.value)
