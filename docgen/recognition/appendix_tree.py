"""Titles, tasks and sub-tasks in a row → parts, groups and tasks as the data nests them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from docgen.language.lettering import LETTERS, letter
from docgen.language.numerals import LARGEST, to_roman
from docgen.model.finding import Severity
from docgen.recognition.appendix_shape import DEEPER, GROUP_LEVEL, PART_LEVEL, levels, shaped
from docgen.recognition.columns import COORDINATING, FIELDS, LEAD, NUMBER
from docgen.recognition.entry import Entry, Kind
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.row_numbers import Mark
from docgen.recognition.source import Line, Row

Draft: TypeAlias = dict[str, Any]
"""Data under the keys of the YAML, before it is a plan."""
TitleReader: TypeAlias = Callable[[Line], str]
"""Returns a title as it is stored: "CÔNG TÁC CHỈ ĐẠO" → "Công tác chỉ đạo"."""
UnitReader: TypeAlias = Callable[[Line], list[str]]
"""Returns the units that a line names, one by one."""

_SHOWN = 5
"""How many different numbers are named; the others are counted."""
_COUNT = re.compile(r"(\d+)\s*nhiệm\s+vụ", re.IGNORECASE)
_ONLY_A_COUNT = re.compile(
    r"(?:tổng(?:\s+(?:số|cộng))?|cộng)(?:\s+nhiệm\s+vụ)?[\s:.]*(\d+)(?:\s+nhiệm\s+vụ)?[\s.]*", re.IGNORECASE
)
_MONEY = "kinh_phi"
"""The column whose sum counts no tasks."""
_LEADS = "chủ trì"
_ROLE = re.compile(
    r"(?:cơ\s+quan\s+|đơn\s+vị\s+)?\b(chủ trì|phối hợp)(?:\s+thực\s+hiện)?\s*:\s*", re.IGNORECASE
)


@dataclass
class _Part:
    """A part that is being filled, and where in it the reading is."""

    draft: Draft
    count: int = 0
    titles: int = 0
    group: Draft | None = None
    task: Draft | None = None

    @property
    def groups(self) -> list[Draft]:
        """The groups so far."""
        groups: list[Draft] = self.draft["nhom"]
        return groups

    def begin_group(self, titled: Draft) -> Draft:
        """Begin a group, with a title or without."""
        self.group, self.task = {**titled, "nhiem_vu": []}, None
        self.titles += "ten" in titled
        self.groups.append(self.group)
        return self.group


@dataclass
class Tree:
    """The parts of an appendix, filled by its entries in order; `tasks` tells their rows."""

    titles: TitleReader
    units: UnitReader
    ledger: Ledger
    parts: list[_Part] = field(default_factory=list)
    tasks: list[tuple[Draft, Row]] = field(default_factory=list)
    _levels: dict[Mark, int] = field(default_factory=dict)
    _numbers: list[tuple[Entry, str]] = field(default_factory=list)
    _totals: list[tuple[Entry, _Part, int]] = field(default_factory=list)
    _titled: list[tuple[Draft, Entry]] = field(default_factory=list)
    _units: dict[Line, list[str]] = field(default_factory=dict)

    def grow(self, entries: Sequence[Entry]) -> list[Draft]:
        """Return the parts that `entries` make, and tell what is odd in them."""
        entries = shaped(entries)
        self._levels = levels(entries)
        for entry in entries:
            self._take(entry)
        self._tell_totals()
        self._tell_numbers()
        self._tell_empty_titles()
        return [part.draft for part in self.parts]

    def _take(self, entry: Entry) -> None:
        if entry.kind is Kind.TITLE:
            self._open(entry)
        elif entry.kind is Kind.TOTAL:
            part = self._part()
            self._totals.append((entry, part, part.count))
        else:
            self._add(entry)

    def _open(self, entry: Entry) -> None:
        """Begin the part or group that a title names."""
        level = self._levels[entry.mark] if entry.mark else GROUP_LEVEL
        if level == DEEPER:
            self._tell_deep_title(entry)
            return
        self.ledger.keep(*entry.lines)
        if entry.number is None:
            self._tell_unnumbered(entry)
        if beside := entry.beside:
            self._tell_beside(entry, beside)
        titled = {"ten": self.titles(entry.title_line())}
        if level == PART_LEVEL:
            draft: Draft = {**titled, "nhom": []}
            self.parts.append(_Part(draft))
            self._compare(entry, _letter(sum("ten" in part.draft for part in self.parts)))
        else:
            part = self._part()
            draft = part.begin_group(titled)
            self._compare(entry, to_roman(min(part.titles, LARGEST)))
        self._titled.append((draft, entry))

    def _add(self, entry: Entry) -> None:
        """Add a task to its group, a sub-task to its task."""
        part = self._part()
        self.ledger.keep(*entry.lines)
        draft = self._draft(entry)
        if entry.kind is Kind.SUBTASK and part.task is not None:
            subtasks = part.task.setdefault("nhiem_vu_con", [])
            subtasks.append(draft)
            self._compare(entry, f"{part.count}.{len(subtasks)}")
        else:
            group = part.group or part.begin_group({})
            group["nhiem_vu"].append(draft)
            part.task, part.count = draft, part.count + 1
            self._compare(entry, str(part.count))
        self.tasks.append((draft, entry.row))

    def _part(self) -> _Part:
        """Return the part that is being filled; what stands before any title is in one without a title."""
        if not self.parts:
            self.parts.append(_Part({"nhom": []}))
        return self.parts[-1]

    def _draft(self, entry: Entry) -> Draft:
        """Return the data of a task; what it does not say is left out."""
        lines = {name: text.line() for name, text in entry.texts.items()}
        if LEAD in lines and COORDINATING not in lines:
            lines |= self._by_role(lines[LEAD])
        draft: Draft = {"id": entry.row.task} if entry.row.task else {}
        for name in FIELDS:
            if name in lines and name != NUMBER:
                units = name in {LEAD, COORDINATING}
                draft[name] = self._unit_names(lines[name]) if units else lines[name].text.strip()
        return {name: value for name, value in draft.items() if value}

    def _by_role(self, line: Line) -> dict[str, Line]:
        """Return the units of "Chủ trì: Văn phòng; phối hợp: các phòng" by field; none without labels."""
        before, *pieces = _ROLE.split(line.text)
        roles = {
            LEAD if label.casefold() == _LEADS else COORDINATING: Line(named.strip(" \n;-–+"), line.place)
            for label, named in zip(pieces[::2], pieces[1::2], strict=True)
        }
        whole = len(roles) * 2 == len(pieces) and not before.strip(" -–+\n")
        if not (whole and LEAD in roles):
            return {}
        shared = f"{quoted([line])} được chia thành cơ quan chủ trì và cơ quan phối hợp."
        self.ledger.tell("chia-vai", Severity.INFO, [line], shared)
        return roles

    def _unit_names(self, line: Line) -> list[str]:
        """Return the units of a line; a cell that holds for several tasks is read once."""
        if line not in self._units:
            self._units[line] = self.units(line)
        return list(self._units[line])

    def _compare(self, entry: Entry, printed: str) -> None:
        """Note a number that will be printed otherwise than the file has it."""
        if entry.number and entry.number.mark is not Mark.DASH and entry.number.text.split()[-1] != printed:
            self._numbers.append((entry, printed))

    @property
    def _weight(self) -> Severity:
        """How much an old number weighs: nobody renumbers an edited draft whose rows carry their tasks."""
        ours = any(row.task for _, row in self.tasks)
        return Severity.INFO if ours else Severity.WARNING

    def _tell_numbers(self) -> None:
        if self._numbers:
            named = "; ".join(
                f"{_place(entry)} ghi “{entry.number.text if entry.number else ''}”, sẽ in “{printed}”"
                for entry, printed in self._numbers[:_SHOWN]
            )
            rest = len(self._numbers) - _SHOWN
            self.ledger.tell(
                "stt-khac",
                self._weight,
                [self._numbers[0][0].lines[0]],
                f"{len(self._numbers)} số thứ tự khác số sẽ in: {named}"
                + (f"; và {rest} số khác." if rest > 0 else "."),
                "Số thứ tự được đánh tự động: nhiệm vụ đánh từ 1 trong mỗi phần. Hãy xem có thiếu, thừa hay "
                "đảo nhiệm vụ nào không.",
            )

    def _tell_totals(self) -> None:
        everything = sum(part.count for part in self.parts)
        right: list[Line] = []
        for entry, part, so_far in self._totals:
            words = " ".join(line.text for line in entry.lines)
            number = _total(entry.words_but(_MONEY))
            if number == part.count and _ONLY_A_COUNT.fullmatch(words.strip()):
                right += entry.lines
            elif number in {part.count, everything, so_far, None}:
                self._tell_total(entry, "tong-bo", Severity.INFO, "dòng này được bỏ")
            else:
                counted = f"đọc được {part.count} nhiệm vụ trong phần này, {everything} trong cả phụ lục"
                self._tell_total(entry, "tong-khac", self._weight, counted)
        if right:
            self.ledger.tell(
                "tong-dung", Severity.INFO, right, f"{quoted(right)}: đúng, docgen tự đếm khi in."
            )

    def _tell_total(self, entry: Entry, code: str, severity: Severity, message: str) -> None:
        self.ledger.tell(
            code,
            severity,
            entry.lines,
            f"tệp ghi {quoted(entry.lines)}; {message}.",
            "Dòng tổng của mỗi phần được tính tự động; hãy xem có thiếu, thừa nhiệm vụ nào không.",
        )

    def _tell_unnumbered(self, entry: Entry) -> None:
        self.ledger.tell(
            "ten-nhom-khong-so",
            Severity.INFO if entry.words.isupper() else Severity.WARNING,
            entry.lines,
            f"{quoted(entry.lines)} không có số thứ tự; được hiểu là tên nhóm.",
            "" if entry.words.isupper() else "Hãy xem lại.",
        )

    def _tell_beside(self, entry: Entry, beside: list[Line]) -> None:
        self.ledger.tell(
            "o-cua-de-muc",
            Severity.WARNING,
            beside,
            f"bên cạnh đề mục “{entry.words}” còn ghi {quoted(beside)}; phần, nhóm chỉ có tên nên "
            "không nhập được.",
            "Hãy ghi cho từng nhiệm vụ nếu cần giữ.",
        )

    def _tell_deep_title(self, entry: Entry) -> None:
        self.ledger.tell(
            "cap-thua",
            Severity.WARNING,
            entry.lines,
            f"đề mục {quoted(entry.lines)} là cấp thứ ba; phụ lục chỉ có phần và nhóm nên đề mục này không "
            "được nhập, các nhiệm vụ dưới nó thuộc nhóm đứng trước.",
            "Hãy gộp đề mục này vào tên nhóm.",
        )

    def _tell_empty_titles(self) -> None:
        """Tell every title under which nothing stands."""
        for draft, entry in self._titled:
            if not (draft.get("nhom") or draft.get("nhiem_vu")):
                self.ledger.tell(
                    "nhom-trong",
                    Severity.WARNING,
                    entry.lines,
                    f"dưới {quoted(entry.lines)} không có nhiệm vụ nào.",
                    "Hãy bỏ đề mục này hoặc thêm nhiệm vụ.",
                )


def _letter(position: int) -> str:
    return letter(min(position, len(LETTERS))).upper()


def _place(entry: Entry) -> str:
    return entry.lines[0].place


def _total(words: str) -> int | None:
    """Return how many tasks a total says there are; None when it counts something else."""
    found = _COUNT.search(words) or _ONLY_A_COUNT.fullmatch(words.strip())
    return int(next(filter(None, found.groups()))) if found else None
