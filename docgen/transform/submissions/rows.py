"""What is wrong or doubtful in what a unit answered on the tasks of the plan."""

from collections.abc import Iterator
from datetime import date

from docgen.language.dates import short_date
from docgen.language.text import nearest
from docgen.model.outcome import Outcome, Status
from docgen.model.period import PERIODS
from docgen.model.submission import Submission
from docgen.rules.reports import YEAR, data_window
from docgen.transform.submissions.known import Known
from docgen.transform.submissions.products import of_products
from docgen.transform.submissions.remark import Place, Remark, wrong

_NOT_FINISHED = frozenset({Status.NOT_STARTED, Status.ONGOING, Status.DROPPED})
_LATE = "Hãy ghi ngày trong năm; việc xong sau năm thì ghi cham_tien_do và nêu ngày ở ket_qua."


def of_rows(submission: Submission, known: Known) -> Iterator[Remark]:
    """Yield the remarks on all rows, row by row."""
    for at, row in enumerate(submission.rows):
        place: Place = ("ket_qua", at)
        yield from _task(row, submission, known, place)
        yield from _day(row, submission, known, (*place, "ngay_hoan_thanh"))
        yield from _lacking(row, place)
        yield from of_products(row, submission, place)


def _task(row: Outcome, submission: Submission, known: Known, place: Place) -> Iterator[Remark]:
    """Tell a task that the plan does not have, that is another unit's, or that is never done for good."""
    if not known.plan:
        return
    task = known.tasks.get(row.id)
    if not task:
        near = nearest(row.id, known.tasks)
        hint = f" Gần nhất: “{near}”." if near else ""
        message = f"mã nhiệm vụ “{row.id}” không có trong kế hoạch năm {known.plan.year}.{hint}"
        yield wrong("ma-la", (*place, "id"), message, "Hãy sửa mã; nếu nhiệm vụ đã bị bỏ thì xóa mục này.")
        return
    if not known.concerns(submission.unit, (*task.lead, *task.coordinating)):
        message = f"đơn vị không chủ trì, cũng không phối hợp nhiệm vụ “{row.id}”."
        yield Remark("nhiem-vu-don-vi-khac", (*place, "id"), message, "Hãy xem lại mã nhiệm vụ.")
    if row.status is Status.DONE and known.deadlines[row.id].kind.is_endless and _is_early(submission):
        time = "; ".join(task.deadline.splitlines())
        message = f"đã hoàn thành ở kỳ {submission.period}, mà kế hoạch ghi thời gian là “{time}”."
        remedy = (
            "Còn phải làm tiếp trong năm thì hãy chọn “Đang thực hiện” (dang_thuc_hien); đã xong hẳn"
            " thì giữ nguyên."
        )
        yield Remark("xong-viec-ca-nam", (*place, "tinh_trang"), message, remedy)


def _is_early(submission: Submission) -> bool:
    """Say whether it is of a period that ends before the year does."""
    return submission.period is not None and submission.period.last_month < max(PERIODS.values())


def _day(row: Outcome, submission: Submission, known: Known, place: Place) -> Iterator[Remark]:
    """Tell a day that lies in another year, that a task has which is not finished, or that is too late."""
    if not (day := row.finished_on):
        return
    dates = known.dates(submission.period)
    shown = short_date(day)
    if not data_window(YEAR, submission.year)[0] <= day <= date(submission.year, 12, 31):
        message = f"ngày {shown} không thuộc năm {submission.year} của kế hoạch."
        yield wrong("ngay-ngoai-nam", place, message, _LATE)
    elif row.status in _NOT_FINISHED:
        message = f"có ngày hoàn thành mà tình trạng là “{row.status.label}”."
        yield Remark("mau-thuan", place, message, "Hãy xem lại.")
    elif submission.sent_on and day > submission.sent_on:
        message = f"ngày hoàn thành {shown} ở sau ngày gửi {short_date(submission.sent_on)}."
        yield Remark("xong-sau-ngay-gui", place, message, "Hãy xem lại hai ngày.")
    elif dates and day > dates.data_to:
        until = short_date(dates.data_to)
        message = f"ngày hoàn thành {shown} ở sau ngày cuối lấy số liệu của kỳ ({until})."
        remedy = f"Việc xong sau ngày đó thuộc kỳ sau; kỳ này hãy ghi tình trạng đến {until}."
        yield Remark("xong-sau-so-lieu", place, message, remedy)


def _lacking(row: Outcome, place: Place) -> Iterator[Remark]:
    """Tell what a status asks for and the row does not say."""
    if row.status is Status.LATE and not row.reason:
        message = "chậm tiến độ mà chưa nêu lý do."
        yield Remark("thieu-ly-do", (*place, "ly_do"), message, "Hãy ghi lý do (ly_do).")
    if row.status is Status.DROPPED and not row.basis:
        remedy = "Hãy ghi văn bản hoặc ý kiến chỉ đạo làm căn cứ (can_cu)."
        yield Remark("thieu-can-cu", (*place, "can_cu"), "không thực hiện mà chưa nêu căn cứ.", remedy)
    if row.status is Status.DONE and not row.finished_on:
        remedy = "Hãy ghi ngày (ngay_hoan_thanh): không có ngày thì không biết đúng hạn hay quá hạn."
        message = "đã hoàn thành mà chưa có ngày hoàn thành."
        yield Remark("thieu-ngay-hoan-thanh", (*place, "ngay_hoan_thanh"), message, remedy)
    if row.status is Status.DONE and not (row.result or row.products):
        message = "đã hoàn thành mà chưa nêu kết quả, cũng chưa có văn bản, sản phẩm."
        yield Remark("thieu-ket-qua", (*place, "ket_qua"), message, "Hãy ghi ket_qua hoặc van_ban.")
