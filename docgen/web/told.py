"""What somebody is told on the next page: "Đã lưu." after a form was taken."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

_MOST = 1000
"""People who are still to be told something; the oldest are forgotten."""

Kind = Literal["success", "info", "warning", "danger"]
"""What a notice looks like, as Tabler calls it."""


@dataclass(frozen=True)
class Button:
    """What can be done about what is said: a form of one button, where it is sent, what goes with it."""

    label: str
    address: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Message:
    """One sentence in Vietnamese; `copied` is what readers take along from it, in a field of its own."""

    text: str
    kind: Kind = "success"
    button: Button | None = None
    copied: str = ""


class Told:
    """Sentences waiting for their readers, in memory alone: a restart loses them, and nothing else."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[str, tuple[Message, ...]] = OrderedDict()

    def put(self, reader: str, message: Message) -> None:
        """Keep a sentence for the next page that the reader (a session) opens."""
        self._waiting[reader] = (*self._waiting.pop(reader, ()), message)
        while len(self._waiting) > _MOST:
            self._waiting.popitem(last=False)

    def take(self, reader: str) -> tuple[Message, ...]:
        """Return what the reader is to be told, once."""
        return self._waiting.pop(reader, ())
