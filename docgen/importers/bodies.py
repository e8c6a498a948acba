"""The paragraphs of a body → sections, items, points and dashes, under the keys of the YAML file."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from docgen.components import Role
from docgen.importers.outline import Entry
from docgen.model.finding import Severity
from docgen.model.text import MAX_LENGTH, unmarked
from docgen.recognition.known import Known
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.rules import text

Draft: TypeAlias = dict[str, Any]
TitleReader: TypeAlias = Callable[[Line, Ledger], str]

_ENDED = re.compile(r"[.;:!?…)”\"/]\**$")
_AWAITING = re.compile(r"\b(ngày|tháng|năm|quý|số|khoản|điểm|Điều|Mục|Phụ lục)$")
"""Words behind which a figure must follow."""
_RUNNING = 60
"""Letters of a line that is running text and no title."""

_RUNNING_ROLES = frozenset({Role.TEXT, Role.ITEM, Role.POINT, Role.DASH, Role.BASIS, Role.SUBITEM})
_PROMOTED = {Role.TITLED_ITEM: Role.SECTION, Role.ITEM: Role.SECTION, Role.SUBITEM: Role.TITLED_ITEM}
_STRANGE = frozenset({Role.AUTHORITY, Role.DECISION, Role.ADDRESSEE, Role.RULE})
_DIVISIONS = {Role.PART: Role.PART_TITLE, Role.DIVISION: Role.DIVISION_TITLE}
_DEEP_DASHES = frozenset("+•*·▪")


@dataclass
class BodyReader:
    """Builds the body of one plan.

    `exact` says that every paragraph is one of ours; `scanned` that pages may have broken any paragraph.
    """

    titles: TitleReader
    known: Known
    ledger: Ledger
    exact: bool = False
    scanned: bool = False
    _draft: Draft = field(default_factory=lambda: {"can_cu": [], "mo_dau": [], "noi_dung": []})
    _relabelled: list[tuple[str, Line]] = field(default_factory=list)
    _depth: int = 0
    """How deep the number of the last point of the item goes, where it is one such as 1.1."""

    def read(self, entries: Sequence[Entry]) -> Draft:
        """Return the keys `can_cu`, `mo_dau` and `noi_dung`, those that have something."""
        known = list(self._without_strange(entries))
        joined = known if self.exact else list(self._joined(known))
        levelled = self._levelled(joined)
        for at, entry in enumerate(levelled):
            following = levelled[at + 1] if at + 1 < len(levelled) else None
            self._add(entry, following)
            self.ledger.keep(entry.line)
        self._tell_relabelled()
        return {key: value for key, value in self._draft.items() if value}

    def _without_strange(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        strange: list[Line] = []
        for entry in entries:
            if entry.role in _STRANGE:
                strange.append(entry.line)
            else:
                yield entry
        if strange:
            self.ledger.leave_out(strange)

    def _joined(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Join paragraphs that a page or a typist broke."""
        held: Entry | None = None
        for entry in entries:
            if held is not None and self._goes_on(held, entry):
                held = self._join(held, entry)
                continue
            if held is not None:
                yield held
            held = entry
        if held is not None:
            yield held

    def _goes_on(self, before: Entry, entry: Entry) -> bool:
        end = before.line.text[-_RUNNING:]
        if entry.role is not Role.TEXT or _ENDED.search(end):
            return False
        if len(before.line.text) + len(entry.line.text) >= MAX_LENGTH:
            return False
        long = len(before.line.text) >= _RUNNING
        if _begins_small(entry.line.text) or _AWAITING.search(end):
            return before.role in _RUNNING_ROLES or before.role is Role.TITLED_ITEM
        return before.role in _RUNNING_ROLES and self.scanned and long

    def _join(self, before: Entry, entry: Entry) -> Entry:
        ends = f"“…{before.line.text[-30:]}” và “{entry.line.text[:30]}…”"
        self.ledger.tell(
            "noi-doan",
            Severity.INFO,
            [before.line, entry.line],
            f"đoạn bị ngắt giữa chừng đã được nối lại: {ends}.",
            "Nếu là hai đoạn riêng, hãy tách ra.",
        )
        role, words = _joined_words(before, entry)
        return Entry(role, before.number, Line(words, before.line.place))

    def _levelled(self, entries: list[Entry]) -> list[Entry]:
        """Take what is numbered 1, 2 … for sections where no section is numbered I, II."""
        roles = {entry.role for entry in entries}
        if Role.SECTION in roles or roles & set(_DIVISIONS) or not roles & {Role.TITLED_ITEM, Role.ITEM}:
            return entries
        self._tell_promoted(entry.line for entry in entries if entry.role in _PROMOTED)
        return [_promoted(entry) for entry in entries]

    def _tell_promoted(self, lines: Iterable[Line]) -> None:
        self.ledger.tell(
            "cap-muc",
            Severity.INFO,
            lines,
            "văn bản không có mục I, II nên các mục đánh số 1, 2 được ghi thành mục I, II.",
        )

    def _add(self, entry: Entry, following: Entry | None) -> None:
        role, sections = entry.role, self._draft["noi_dung"]
        words = self._ended(entry)
        if following is not None and words != entry.line.text:
            self._tell_ended(entry.line)
        if role is Role.SECTION or role in _DIVISIONS:
            sections.append({"tieu_de": self.titles(Line(words, entry.line.place), self.ledger)})
        elif role in _DIVISIONS.values() and sections:
            sections[-1]["tieu_de"] = f"{sections[-1]['tieu_de']}. {self.titles(entry.line, self.ledger)}"
        elif not sections:
            self._add_before_sections(entry, words)
        elif role is Role.POINTER and (following is None or following.role is Role.SECTION):
            sections[-1]["chi_dan"] = self._spelled(_unbracketed(words))
        else:
            self._add_inside(entry, words, sections[-1])

    def _add_before_sections(self, entry: Entry, words: str) -> None:
        if entry.role is Role.BASIS:
            self._draft["can_cu"].append(self._basis(_unbulleted(words)))
        else:
            self._draft["mo_dau"].append(words)

    def _add_inside(self, entry: Entry, words: str, section: Draft) -> None:
        items = section.get("khoan", [])
        item = items[-1] if items else None
        if entry.role in {Role.TITLED_ITEM, Role.ITEM, Role.ARTICLE}:
            self._depth = 0
        if entry.role is Role.TITLED_ITEM:
            section.setdefault("khoan", []).append({"tieu_de": self._spelled(words)})
        elif entry.role in {Role.ITEM, Role.ARTICLE}:
            section.setdefault("khoan", []).append({"noi_dung": words})
        elif entry.role in {Role.POINT, Role.SUBITEM}:
            self._add_point(entry, words, section, item)
        elif entry.role is Role.DASH:
            self._add_dash(entry, words, section if item is None else item)
        else:
            self._add_text(entry, words, section if item is None else item)

    def _add_point(self, entry: Entry, words: str, section: Draft, item: Draft | None) -> None:
        if entry.role is Role.SUBITEM:
            self._relabelled.append((entry.number, entry.line))
        if item is None or item.get("gach"):
            self._relabelled.append((entry.number, entry.line))
            (section if item is None else item).setdefault("gach", []).append(words)
        elif self._depth and (entry.role is Role.POINT or _depth(entry) > self._depth):
            self._relabelled.append((entry.number, entry.line))
            _last_point(item).setdefault("gach", []).append(words)
        else:
            item.setdefault("diem", []).append({"noi_dung": words})
            self._depth = _depth(entry)

    def _add_dash(self, entry: Entry, words: str, holder: Draft) -> None:
        if entry.number in _DEEP_DASHES:
            self._relabelled.append((entry.number, entry.line))
        if holder.get("diem"):
            holder = _last_point(holder)
        holder.setdefault("gach", []).append(words)

    def _add_text(self, entry: Entry, words: str, holder: Draft) -> None:
        """Add running text; behind points or dashes it goes on in the last of them, to keep its place."""
        if holder.get("diem"):
            holder = _last_point(holder)
            key = "gach" if holder.get("gach") else "noi_dung"
        else:
            key = "gach" if holder.get("gach") else "doan"
        if key == "doan":
            holder.setdefault("doan", []).append(words)
            return
        if key == "gach":
            holder["gach"][-1] += f"\n{words}"
        else:
            holder["noi_dung"] += f"\n{words}"
        self.ledger.tell(
            "doan-sau-gach",
            Severity.INFO,
            [entry.line],
            f"đoạn “{entry.line.text[:60]}” đứng sau điểm hoặc gạch đầu dòng nên được ghi tiếp vào đó.",
        )

    def _ended(self, entry: Entry) -> str:
        """Return the words of a paragraph without the mark by which docgen ends a document."""
        words, mark = entry.line.text, text("end_mark")
        closed = "**" if words.endswith(f"{mark}**") else ""
        bare = words.removesuffix(closed).removesuffix(mark)
        if bare == words:
            return words
        if closed and bare.endswith(closed):
            bare, closed = bare.removesuffix(closed), ""
        if (ending := self.known.ending_of(bare)) is not None:
            return ending
        stop = "" if entry.role in {Role.SECTION, Role.TITLED_ITEM, Role.POINTER} else "."
        return f"{bare}{stop}{closed}"

    def _tell_ended(self, line: Line) -> None:
        self.ledger.tell(
            "dau-het-giua-bai",
            Severity.INFO,
            [line],
            f"dấu “{text('end_mark')}” sau “{line.text[:60]}” không ở cuối văn bản nên được bỏ; "
            "docgen tự ghi dấu này ở cuối.",
        )

    def _basis(self, words: str) -> str:
        bare = words.rstrip(" .;")
        return self.known.stored(bare) or bare if self.exact else bare

    def _spelled(self, words: str) -> str:
        return (self.known.stored(words) or words) if self.exact else words

    def _tell_relabelled(self) -> None:
        if self._relabelled:
            lines = [line for _, line in self._relabelled]
            labels = ", ".join(dict.fromkeys(label for label, _ in self._relabelled))
            self.ledger.tell(
                "danh-so-khac",
                Severity.INFO,
                lines,
                f"cách đánh số {labels} không có trong mẫu; khi in sẽ là a), b) hoặc gạch đầu dòng.",
            )


def _promoted(entry: Entry) -> Entry:
    """Return what is one level higher; 1.1 is a title only where it looks like one, 1.1.1 becomes a point."""
    if entry.role is Role.SUBITEM and _depth(entry) > 1:
        return entry
    if entry.role is Role.SUBITEM and _ENDED.search(entry.line.text):
        return Entry(Role.ITEM, entry.number, entry.line)
    return Entry(_PROMOTED.get(entry.role, entry.role), entry.number, entry.line)


def _depth(entry: Entry) -> int:
    """Return how deep a number goes: 1 for 1.1, 2 for 1.1.1, 0 for a letter."""
    return entry.number.count(".") if entry.role is Role.SUBITEM else 0


def _joined_words(before: Entry, entry: Entry) -> tuple[Role, str]:
    """Return what two paragraphs are when they are one: a title, if both are bold."""
    words = f"{before.line.text} {entry.line.text}"
    if before.role not in {Role.TITLED_ITEM, Role.ITEM}:
        return before.role, words
    titled = before.role is Role.TITLED_ITEM or _is_bold(before.line.text)
    return (Role.TITLED_ITEM, unmarked(words)) if titled and _is_bold(entry.line.text) else (Role.ITEM, words)


def _is_bold(words: str) -> bool:
    return words.startswith("**") and words.find("**", 2) == len(words) - 2


def _begins_small(words: str) -> bool:
    return next(filter(str.isalnum, words), "").islower()


def _last_point(item: Draft) -> Draft:
    point: Draft = item["diem"][-1]
    return point


def _unbracketed(words: str) -> str:
    bare = words.strip().removesuffix(".").strip()
    return bare[1:-1].strip() if bare.startswith("(") and bare.endswith(")") else bare


def _unbulleted(words: str) -> str:
    return words.lstrip("-–—+• ")
