"""Filling columns with strips: what fits stays, the rest goes on in the next column."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.pdf.layout.contract import Strip
from docgen.pdf.layout.parts import Part
from docgen.pdf.layout.region import Region
from docgen.pdf.layout.strips import AnchorStrip, LineStrip
from docgen.pdf.layout.tables import RowStrip, go_on

_EPSILON = 0.02

SetPart = Callable[[Part, Region, float, float], list[Strip]]
"""Sets a part in a region, below what ends at y, with a space above it; what floats in it is put there."""


@dataclass(eq=False, slots=True)
class Filled:
    """What stands in a column, each strip with its y on the page; `wants` is what was asked for next."""

    entries: list[tuple[Strip, float]] = field(default_factory=list)
    bottom: float = 0.0
    wants: str = ""


@dataclass(eq=False, slots=True)
class Flow:
    """The blocks of a section that are still to be placed."""

    set_part: SetPart
    pending: deque[Part | Strip]

    @property
    def is_done(self) -> bool:
        """Whether everything has been placed."""
        return not self.pending

    def copy(self) -> "Flow":
        """Return the same flow, to be filled by way of trial."""
        return Flow(self.set_part, deque(self.pending))

    def fill(self, region: Region) -> Filled:
        """Fill a column and return what stands in it."""
        return _Filling(self, region).fill()


@dataclass(eq=False, slots=True)
class _Filling:
    flow: Flow
    region: Region
    entries: list[tuple[Strip, float]] = field(default_factory=list)
    y: float = 0.0

    def fill(self) -> Filled:
        self.y = self.region.top
        self._fit_width()
        wants = ""
        above = list(self.region.notes.marks)
        while (strip := self._next()) is not None:
            if self._must_leave(strip):
                wants = strip.break_before
                break
            if not self._place(strip):
                break
        marks = [note for strip, _ in self.entries for note in strip.notes]
        self.region.notes.take([*above, *marks])
        return Filled(self.entries, self.y, wants)

    def _fit_width(self) -> None:
        """Set anew what was set for a column of another width."""
        head = self.flow.pending[0] if self.flow.pending else None
        if isinstance(head, LineStrip) and head.box.width != self.region.width:
            self.flow.pending.extendleft(reversed(_set_anew(self._waiting(), self.region.width)))

    def _waiting(self) -> list[Strip]:
        """Take the strips that wait at the head of the flow."""
        waiting: list[Strip] = []
        pending = self.flow.pending
        while pending and not isinstance(head := pending[0], Part):
            pending.popleft()
            waiting.append(head)
        return waiting

    def _next(self) -> Strip | None:
        """Return the strip at the head of the flow, setting its block if that has not been done."""
        pending = self.flow.pending
        while pending and isinstance(part := pending[0], Part):
            pending.popleft()
            above = self._above(part)
            pending.extendleft(reversed(self.flow.set_part(part, self.region, self.y, above)))
        head = pending[0] if pending else None
        if isinstance(head, RowStrip) and not self.entries and not head.is_heading and head.table.headers:
            self._repeat(head.table.headers)
        return head if not isinstance(head, Part) else None

    def _repeat(self, headers: list[RowStrip]) -> None:
        for header in headers:
            self.entries.append((header.repeated(), self.y))
            self.y += header.height

    def _above(self, block: Part | Strip) -> float:
        """Return the space above a block where it stands.

        At the top of a page it is its own, after a break that was asked for, else none.
        """
        if self.entries or (self.region.keeps_space and not self.region.page_is_empty):
            return block.space
        return block.before if self.region.keeps_space or block.break_before else 0.0

    def _must_leave(self, strip: Strip) -> bool:
        if strip.break_before == "page":
            return bool(self.entries) or not self.region.page_is_empty
        return strip.break_before == "column" and (bool(self.entries) or not self.region.is_fresh)

    def _place(self, strip: Strip) -> bool:
        """Place a strip; return False when the column is full."""
        top = self.y + self._above(strip)
        notes = self.region.notes
        room = self.region.bottom - notes.least(strip.notes) - top
        if strip.fits > room + _EPSILON:
            if (parts := strip.split(room)) is not None:
                self.flow.pending[0] = parts[1]
                self._put(parts[0], top)
                self._carry()
                return False
            if not self._leave():
                return False
        self.flow.pending.popleft()
        self._put(strip, top)
        return True

    def _put(self, strip: Strip, top: float) -> None:
        strip.above = top - self.y
        self.entries.append((strip, top))
        self.y = top + strip.height
        if strip.notes:
            self.region.notes.add(strip.notes)

    def _leave(self) -> bool:
        """Give back what must stay with the strip that does not fit.

        Return True where that strip has to be placed all the same, since a fresh column is not high enough.
        """
        count = self._count(lambda strip: strip.kept)
        own = [strip for strip, _ in self.entries if not (isinstance(strip, RowStrip) and strip.is_repeated)]
        if not count and self.region.is_fresh:
            if not own:
                return True
            count = self._count(lambda strip: strip.kept and not strip.ends) or len(self.entries)
        self._give_back(count)
        self._carry()
        return False

    def _count(self, is_kept: Callable[[Strip], bool]) -> int:
        """Return how many strips stay, where one that is kept goes with the next."""
        count = len(self.entries)
        while count and is_kept(self.entries[count - 1][0]):
            count -= 1
        return count

    def _give_back(self, count: int) -> None:
        back = [strip for strip, _ in self.entries[count:]]
        del self.entries[count:]
        back = [strip for strip in back if not (isinstance(strip, RowStrip) and strip.is_repeated)]
        pending = self.flow.pending
        if any(isinstance(strip, LineStrip | AnchorStrip) for strip in [*back, pending[0]]):
            back += self._waiting()
            self._release(back)
        pending.extendleft(reversed(_set_anew(back, self.region.width)))
        self.y = self.region.top
        if self.entries:
            last, top = self.entries[-1]
            self.y = top + last.height

    def _release(self, strips: list[Strip]) -> None:
        """Take away what floats beside paragraphs that leave whole."""
        lines = (strip for strip in strips if isinstance(strip, LineStrip))
        anchors = (strip for strip in strips if isinstance(strip, AnchorStrip))
        gone = {id(line.box.part) for line in lines if line.index == 0} | {id(one.part) for one in anchors}
        self.region.exclusions[:] = [one for one in self.region.exclusions if id(one.owner) not in gone]

    def _carry(self) -> None:
        """Let cells that go over several rows go on in the next column."""
        last = self.entries[-1][0] if self.entries else None
        following = self.flow.pending[0]
        if isinstance(last, RowStrip) and isinstance(following, RowStrip) and following.table is last.table:
            go_on(last, following)


def _set_anew(strips: list[Strip], width: float) -> list[Part | Strip]:
    """Return strips with the paragraphs that depend on their page or on another width to be set again."""
    result: list[Part | Strip] = []
    seen: set[int] = set()
    for strip in strips:
        if isinstance(strip, AnchorStrip):
            result.append(strip.part)
        elif not isinstance(strip, LineStrip) or (not strip.box.bound and strip.box.width == width):
            result.append(strip)
        elif id(strip.box) not in seen:
            seen.add(id(strip.box))
            part = strip.box.part
            result.append(part if strip.index == 0 else part.rest(strip.box.content.mark(strip.line.start)))
    return result
