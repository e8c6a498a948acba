"""The form of a unit that was filled in, as its submission: what can be read, and all that is wrong."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from docgen.language.text import fold, nearest
from docgen.model.finding import Finding, Severity
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.sheets.unit_form import typed
from docgen.sheets.unit_form.layout import (
    CODE,
    CONTENT,
    HEADING,
    SENT_LABEL,
    SENT_MARK,
    STATUS,
    TASK,
    UNIT_MARK,
    VERSION,
    Part,
    unit_line,
)
from docgen.sheets.unit_form.typed import UnreadableError
from docgen.sheets.workbook import Answer, Entry, FilledForm, Section, Workbook

Path = tuple[str | int, ...]
"""Where something stands in the data of a submission."""

_FILE = "tệp Excel"
_AGAIN = "Hãy tạo lại biểu mẫu của đơn vị rồi chép kết quả sang."
_NEW = "Hãy ghi việc ngoài biểu mẫu vào trang “Nội dung khác”, rồi xóa dòng này."
_READERS: Mapping[str, Callable[[Entry], Any]] = {
    STATUS: typed.status,
    "ngay_hoan_thanh": typed.day,
    "van_ban": typed.products,
    "minh_chung": typed.lines,
}
_READERS_OF_OTHER: Mapping[str, Callable[[Entry], Any]] = {
    HEADING: typed.heading,
    "ket_qua": typed.lines,
    "han_che": typed.lines,
    "nguyen_nhan": typed.lines,
}


@dataclass(frozen=True)
class UnitAnswers:
    """What a unit told in its form: all of it that can be read, where each stands, and what is wrong.

    `submission` is None where the workbook is no form of the plan at all.
    """

    submission: Submission | None
    places: Mapping[Path, str]
    findings: tuple[Finding, ...]


def read_unit_form(workbook: Workbook, plan: Plan) -> UnitAnswers:
    """Read the form of a unit of a period of `plan`.

    Beside the findings of the workbook itself; an error in either means that something was not read.
    """
    form = workbook.of_unit
    strange = tuple(_of_another(form, plan))
    if strange or not form:
        return UnitAnswers(None, {}, strange)
    reader = _Reader(form, plan)
    try:
        submission = Submission.model_validate(reader.read())
    except ValidationError:
        return UnitAnswers(None, {}, (*reader.findings, _SPOILT))
    return UnitAnswers(submission, reader.places, tuple(reader.findings))


def _of_another(form: FilledForm | None, plan: Plan) -> Iterator[Finding]:
    """Tell why a workbook is no form of a unit for a period of the plan."""
    if not form or not form.version or form.version > VERSION or not form.name:
        yield _SPOILT
    elif (form.year, fold(form.subject)) != (str(plan.year), fold(plan.subject)):
        message = (
            f"là biểu mẫu của kế hoạch “{form.subject}” (năm {form.year}),"
            f" không phải của “{plan.subject}” (năm {plan.year})."
        )
        yield _error("ke-hoach-khac", _FILE, message, "Hãy chọn đúng tệp, hoặc đúng kế hoạch.")


def _error(code: str, place: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)


_SPOILT = _error(
    "khong-phai-bieu-mau",
    _FILE,
    "không phải biểu mẫu kết quả của đơn vị do docgen tạo, hoặc đã hỏng.",
    _AGAIN,
)


@dataclass
class _Reader:
    """Reads the sheets of a form one after another."""

    form: FilledForm
    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    places: dict[Path, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)
        for row in self.plan.rows():
            self._ids[fold(row.text)].add(row.id)
        self._every = frozenset(row.id for row in self.plan.rows())

    def read(self) -> dict[str, Any]:
        """Return what can be read, as data."""
        sections = {part: self._section(part) for part in Part}
        tasks, other, proposals, statistics = (
            list(section.rows) if section else [] for section in sections.values()
        )
        data: dict[str, Any] = {"nam": self.plan.year, "ky": self.form.period, "don_vi": self.form.name}
        data |= self._sent(sections[Part.TASKS]) | self._said_of_all(proposals)
        data["ket_qua"] = self._listed("ket_qua", self._once(tasks, Part.TASKS), self._task)
        data["noi_dung_khac"] = self._listed("noi_dung_khac", other, self._other)
        data["thong_ke"] = self._listed("thong_ke", self._once(statistics, Part.STATISTICS), self._statistic)
        return data

    def _section(self, part: Part) -> Section | None:
        """Return the sheet of a part; None where it cannot be read as it is, which is told."""
        found = self.form.sections.get(part, ())
        if not found:
            message = f"không còn trang “{part.label}”, hoặc cột A (ẩn) của trang đó đã bị xóa."
            self._fail("thieu-trang", _FILE, message, _AGAIN)
        for section in found:
            self._check_unit(section)
        for copy in found[1:]:
            message = f"là bản chép của {found[0].place}."
            self._fail("trung-trang", copy.place, message, "Hãy giữ một trang và xóa trang kia.")
        spoilt = [self._check_columns(section) for section in found]
        return found[0] if len(found) == 1 and not any(spoilt) else None

    def _check_unit(self, section: Section) -> None:
        """Tell the line that says whose form it is where another unit has put its name there."""
        for entry in section.lines.get(UNIT_MARK, ()):
            if fold(entry.text) != fold(unit_line(self.form.name)):
                message = f"ghi “{entry.text}” mà đây là biểu mẫu của {self.form.name}."
                self._fail("don-vi-khac", entry.place, message, "Hãy dùng đúng biểu mẫu của từng đơn vị.")

    def _check_columns(self, section: Section) -> bool:
        """Say whether columns were taken away or copied, or cells merged; all of it is told."""
        for heading in section.lacking:
            message = f"thiếu cột “{heading}”: đã bị xóa hoặc đổi tên."
            self._fail("thieu-cot", section.place, message, _AGAIN)
        for heading in section.repeated:
            self._fail("trung-cot", section.place, f"có nhiều cột “{heading}”.", "Hãy giữ một cột.")
        for place in section.merged:
            self._fail(
                "o-gop", place, "đang gộp nhiều ô nên không rõ là của dòng nào.", "Hãy bỏ gộp ô rồi điền lại."
            )
        return bool(section.lacking or section.repeated or section.merged)

    def _sent(self, section: Section | None) -> dict[str, Any]:
        """Return the day on which it was sent."""
        cells = section.lines.get(SENT_MARK, ()) if section else ()
        said = [Entry(cell.text.replace(SENT_LABEL, "").strip(), cell.place, cell.day) for cell in cells]
        filled = [entry for entry in said if entry.text]
        if len(filled) > 1:
            self._fail("nhieu-ngay-gui", filled[1].place, "có nhiều ngày gửi.", "Hãy giữ một.")
        if not filled:
            return {}
        self.places["ngay_gui",] = filled[0].place
        return {"ngay_gui": self._value(typed.day, filled[0])}

    def _said_of_all(self, rows: Iterable[Answer]) -> dict[str, list[str]]:
        """Return what the unit says as a whole, by keys."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for column in Part.PROPOSALS.answers:
                found[column.key] += self._value(typed.lines, row.entries[column.key]) or []
        return found

    def _once(self, rows: Iterable[Answer], part: Part) -> Iterator[Answer]:
        """Yield the rows that are answered and whose they are is certain; the others are told."""
        seen: dict[str, Answer] = {}
        for row in rows:
            before = seen.setdefault(row.task, row)
            if not row.task:
                self._fail("dong-moi", row.place, "dòng này không có trong biểu mẫu của đơn vị.", _NEW)
            elif before is not row and (_is_filled(row, part) or _is_filled(before, part)):
                message = f"trùng với {before.place}: dòng bị chép lặp."
                self._fail("trung-ma", row.place, message, "Hãy giữ một dòng và xóa dòng kia.")
            elif _is_filled(row, part) and not self._is_shifted(row):
                yield row

    def _is_shifted(self, row: Answer) -> bool:
        """Say whether the words of a row are those of another than the hidden column says; that is told."""
        words = row.entries.get(TASK)
        ids = self._ids.get(fold(words.text)) if words else None
        code = row.entries.get(CODE)
        shifted = bool(ids and row.task in self._every - ids) or bool(code and code.text.strip() != row.task)
        if shifted:
            message = f"chữ của dòng không khớp với mã ẩn “{row.task}”: các ô đã bị sắp xếp hoặc chép lệch."
            self._fail("lech-dong", row.place, message, _AGAIN)
        return shifted

    def _listed(
        self, key: str, rows: Iterable[Answer], read: Callable[[Answer], dict[str, Any] | None]
    ) -> list[dict[str, Any]]:
        """Return the rows that can be read, and note where they and their cells are."""
        found: list[dict[str, Any]] = []
        for row in rows:
            data = read(row)
            if data is not None:
                self.places[key, len(found)] = row.place
                self.places |= {(key, len(found), name): entry.place for name, entry in row.entries.items()}
                found.append(data)
        return found

    def _task(self, row: Answer) -> dict[str, Any] | None:
        """Return what a row tells of a task of the plan; None without a status that can be read."""
        if row.task not in self._every:
            near = nearest(row.task, self._every)
            hint = f" Gần nhất: “{near}”." if near else ""
            message = f"mã nhiệm vụ “{row.task}” không có trong kế hoạch năm {self.plan.year}.{hint}"
            self._fail("ma-la", row.place, message, "Nếu nhiệm vụ đã bị bỏ thì hãy xóa dòng này.")
            return None
        told = self._values(row, Part.TASKS, _READERS)
        if not row.entries[STATUS].text.strip():
            message = "chưa chọn tình trạng mà đã điền ô khác của dòng."
            self._fail("thieu-tinh-trang", row.entries[STATUS].place, message, "Hãy chọn một tình trạng.")
        return {"id": row.task} | told if STATUS in told else None

    def _other(self, row: Answer) -> dict[str, Any] | None:
        """Return what a row tells beside the plan; None without a content."""
        told = self._values(row, Part.OTHER, _READERS_OF_OTHER)
        if CONTENT not in told:
            message = "chưa chọn nội dung cải cách hành chính cho dòng này."
            self._fail("thieu-noi-dung", row.entries[CONTENT].place, message, "Hãy chọn một nội dung.")
            return None
        return told

    def _statistic(self, row: Answer) -> dict[str, Any]:
        """Return what a row tells of an indicator."""
        told = self._values(row, Part.STATISTICS, {"so_lieu": typed.amount})
        value = told.get("so_lieu")
        if value is not None and (message := typed.doubt(value)):
            place = row.entries["so_lieu"].place
            self.findings.append(
                Finding(code="so-lieu-mo-ho", severity=Severity.WARNING, place=place, message=message)
            )
        return {"ma": row.task} | told

    def _values(
        self, row: Answer, part: Part, readers: Mapping[str, Callable[[Entry], Any]]
    ) -> dict[str, Any]:
        """Return what the cells of a row say that say something, by their keys."""
        entries = ((column.key, row.entries[column.key]) for column in part.answers)
        read = ((key, self._value(readers.get(key, typed.text), entry)) for key, entry in entries)
        return {key: value for key, value in read if value not in (None, "", [])}

    def _value(self, read: Callable[[Entry], Any], entry: Entry) -> Any:
        """Return what a cell says; None where it says nothing, or what cannot be read, which is told."""
        if not entry.text.strip():
            return None
        try:
            return read(entry)
        except UnreadableError as wrong:
            self._fail(wrong.code, entry.place, wrong.message, wrong.remedy)
            return None

    def _fail(self, code: str, place: str, message: str, remedy: str) -> None:
        self.findings.append(_error(code, place, message, remedy))


def _is_filled(row: Answer, part: Part) -> bool:
    return any(row.entries[column.key].text.strip() for column in part.answers)
