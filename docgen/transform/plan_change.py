"""One difference between two versions of a plan, said to an officer."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to a place of a plan."""

    REWORDED = "sửa"
    ADDED = "thêm"
    DELETED = "bỏ"
    MOVED = "chuyển"


@dataclass(frozen=True)
class PlanChange:
    """What differs in one place.

    `place` says where in the new plan, of what was deleted where in the old one; `origin` is where a moved
    thing stood before. `task` is the id of a task that the change is about, `field` the YAML key of what
    differs. `before` and `after` are the words, of a block with others in it all of them, one a line; what
    is not there is empty.
    """

    kind: ChangeKind
    place: str
    before: str = ""
    after: str = ""
    field: str = ""
    task: str = ""
    origin: str = ""

    def __str__(self) -> str:
        """Return the change as one line of Vietnamese."""
        before, after = _quoted(self.before), _quoted(self.after)
        if self.kind is ChangeKind.MOVED:
            return f"{self.place}: chuyển từ {self.origin[:1].lower()}{self.origin[1:]}, {after}"
        if self.kind is ChangeKind.REWORDED and before and after:
            return f"{self.place}: sửa {before} thành {after}"
        return f"{self.place}: thêm {after}" if after else f"{self.place}: bỏ {before}"


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”" if words else ""
