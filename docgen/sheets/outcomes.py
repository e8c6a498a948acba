"""A form that units filled in, read against its plan: every outcome, or none and what is wrong row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from docgen.language.dates import parse_date
from docgen.language.text import fold, nearest
from docgen.model.appendix import Subtask
from docgen.model.finding import Finding, Severity
from docgen.model.outcome import Outcome, Status
from docgen.model.plan import Plan
from docgen.model.submission import Submission
from docgen.model.text import clean
from docgen.recognition.ledger import quoted
from docgen.sheets.form import DUE, FINISHED, OWN_COLUMNS, RESULT, STATUS
from docgen.sheets.workbook import Answer, Entry, Workbook

_PLACE = "tệp Excel"
_FILLED = (STATUS, FINISHED, RESULT)
_STATUSES = {fold(status.label): status for status in Status}
_NOT_FINISHED = {Status.NOT_STARTED, Status.ONGOING, Status.DROPPED}
_RENDER = (
    "Hãy tạo lại biểu mẫu (báo cáo của kỳ: docgen obligations; phụ lục kế hoạch: docgen render --format xlsx)"
    " rồi chép kết quả sang."
)
_NEW = "Hãy đưa nhiệm vụ mới vào kế hoạch trước, hoặc xóa dòng này."
_LATE = "Hãy gõ ngày trong năm; việc xong sau năm thì chọn “Chậm tiến độ” và ghi ngày vào cột kết quả."


def read_outcomes(workbook: Workbook, plan: Plan) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Read what units answered in a form of `plan`; a row that is gone answers nothing.

    Returns:
        The outcomes of the rows that were filled in, None when there is any error; and what was found beside
        the findings of the workbook itself. An error of a cell that could not be read there counts as well.

    """
    reader, rows = _Reader(plan), list[Outcome]()
    reader.findings += _of_another(workbook, plan)
    if not reader.findings:
        rows += (outcome for answer in workbook.answers if (outcome := reader.outcome(answer)))
    if any(one.severity is Severity.ERROR for one in (*workbook.findings, *reader.findings)):
        return None, tuple(reader.findings)
    return Submission(year=plan.year, rows=tuple(rows)), tuple(reader.findings)


def unread_outcomes(workbook: Workbook) -> tuple[Finding, ...]:
    """Tell what units answered in a form whose plan is not at hand; nothing where they did not."""
    entries = [row.entries[name] for row in workbook.answers for name in _FILLED if name in row.entries]
    filled = [entry for entry in entries if entry.text.strip()]
    if not filled:
        return ()
    return (
        Finding(
            code="ket-qua-khong-nhap",
            severity=Severity.WARNING,
            place=filled[0].place,
            message=f"kết quả đã điền {quoted(filled)} chưa được nhập vì tệp không có cả kế hoạch.",
            remedy="Hãy chạy lại với --onto và tệp kế hoạch.",
        ),
    )


def _of_another(workbook: Workbook, plan: Plan) -> Iterator[Finding]:
    """Tell why a workbook is no form of the plan."""
    form = workbook.form
    if not form:
        yield _error(
            "khong-phai-bieu-mau", _PLACE, "không phải biểu mẫu do docgen tạo, hoặc đã hỏng.", _RENDER
        )
        return
    if (form.year, fold(form.subject)) != (plan.year, fold(plan.subject)):
        message = (
            f"là biểu mẫu của kế hoạch “{form.subject}” (năm {form.year}),"
            f" không phải của “{plan.subject}” (năm {plan.year})."
        )
        yield _error("ke-hoach-khac", _PLACE, message, "Hãy chọn đúng tệp, hoặc đúng kế hoạch.")
    if not any(answer.task for answer in workbook.answers):
        yield _error("mat-ma", _PLACE, "cột mã nhiệm vụ (cột A, ẩn) đã bị xóa.", _RENDER)
    for heading in OWN_COLUMNS:
        if not all(heading in answer.entries for answer in workbook.answers):
            yield _error("thieu-cot", _PLACE, f"thiếu cột “{heading}”: đã bị xóa hoặc đổi tên.", _RENDER)


def _error(code: str, place: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)


def _is_filled(answer: Answer) -> bool:
    return any(answer.entries[name].text.strip() for name in _FILLED)


@dataclass
class _Reader:
    """Reads the rows of a form one after another."""

    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    _seen: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tasks = {row.id: row for row in self.plan.rows()}

    def outcome(self, answer: Answer) -> Outcome | None:
        """Return what a row says; None when it says nothing, or nothing that can be kept."""
        task = self._task(answer)
        if not task:
            return None
        self._compare_due(answer.entries[DUE], task)
        before = len(self.findings)
        status, finished = self._status(answer), self._finished(answer.entries[FINISHED])
        result = self._text(answer.entries[RESULT])
        if status is None or len(self.findings) > before:
            return None
        if finished and status in _NOT_FINISHED:
            message = f"có ngày hoàn thành mà tình trạng là “{status.label}”."
            self._warn("mau-thuan", answer.entries[FINISHED], message, "Hãy xem lại.")
        return Outcome(id=task.id, status=status, finished_on=finished, result=result)

    def _task(self, answer: Answer) -> Subtask | None:
        """Return the task of a row, the first one that has its id; of copies none may be filled in."""
        before = self._seen.get(answer.task)
        if not answer.task:
            self._reject("dong-moi", answer, "dòng này không thuộc kế hoạch: không có mã nhiệm vụ.", _NEW)
        elif before and (_is_filled(answer) or _is_filled(before)):
            message = f"mã nhiệm vụ “{answer.task}” đã có ở {before.place}: dòng bị chép lặp."
            self._reject("trung-ma", answer, message, "Hãy giữ một dòng và xóa dòng kia.")
        elif answer.task not in self._tasks:
            message = f"mã nhiệm vụ “{answer.task}” không có trong kế hoạch năm {self.plan.year}."
            self._reject("ma-la", answer, message, "Nếu nhiệm vụ đã bị bỏ thì hãy xóa dòng này.")
        elif not before:
            self._seen[answer.task] = answer
            return self._tasks[answer.task]
        return None

    def _compare_due(self, entry: Entry, task: Subtask) -> None:
        """Tell a day that was computed and then changed by hand: it does not count."""
        latest = self.plan.deadline(task).latest
        if entry.day != latest or (entry.text and not entry.day):
            usual = f"{latest:%d/%m/%Y}" if latest else "để trống"
            message = f"“{DUE}” là “{entry.text}” mà kế hoạch tính ra {usual}; ô này không được dùng."
            self._warn(
                "han-bi-sua", entry, message, "Muốn đổi hạn, hãy sửa cột thời gian thực hiện của kế hoạch."
            )

    def _status(self, answer: Answer) -> Status | None:
        entry = answer.entries[STATUS]
        if status := _STATUSES.get(fold(entry.text)):
            return status
        labels = [status.label for status in Status]
        if entry.text.strip():
            near = nearest(entry.text, labels)
            hint = f" Gần nhất: “{near}”." if near else ""
            message = f"không có tình trạng “{entry.text}”.{hint}"
            self._fail("tinh-trang-la", entry, message, f"Hãy chọn một trong: {', '.join(labels)}.")
        elif any(answer.entries[name].text for name in (FINISHED, RESULT)):
            message = "chưa chọn tình trạng mà đã có ngày hoàn thành hoặc kết quả."
            self._fail("thieu-tinh-trang", entry, message, f"Hãy chọn một trong: {', '.join(labels)}.")
        return None

    def _finished(self, entry: Entry) -> date | None:
        """Read a day of the year of the plan; what is later is told as a result."""
        if not entry.text:
            return None
        try:
            day = entry.day or parse_date(entry.text)
        except ValueError as wrong:
            self._fail("ngay-hong", entry, f"{wrong}.", f"Hãy gõ lại, ví dụ 15/12/{self.plan.year}.")
            return None
        if day.year != self.plan.year:
            message = f"ngày {day:%d/%m/%Y} không thuộc năm {self.plan.year} của kế hoạch."
            self._fail("ngay-ngoai-nam", entry, message, _LATE)
        return day

    def _text(self, entry: Entry) -> str:
        try:
            return clean(entry.text)
        except ValueError as wrong:
            self._fail("chu-hong", entry, f"{wrong}.", "Hãy gõ lại ô này.")
            return ""

    def _reject(self, code: str, answer: Answer, message: str, remedy: str) -> None:
        self.findings.append(_error(code, answer.place, message, remedy))

    def _fail(self, code: str, entry: Entry, message: str, remedy: str) -> None:
        self.findings.append(_error(code, entry.place, message, remedy))

    def _warn(self, code: str, entry: Entry, message: str, remedy: str) -> None:
        self.findings.append(
            Finding(code=code, severity=Severity.WARNING, place=entry.place, message=message, remedy=remedy)
        )
