"""What is wrong or doubtful in the statistics of a unit."""

from collections.abc import Iterator

from docgen.language.text import nearest
from docgen.model.statistics import Indicator
from docgen.model.submission import Statistic, Submission
from docgen.transform.submissions.known import Known
from docgen.transform.submissions.remark import Place, Remark, wrong


def of_statistics(submission: Submission, known: Known) -> Iterator[Remark]:
    """Yield codes that no form has, values that others tell, and values that lack without a reason."""
    for at, statistic in enumerate(submission.statistics):
        place: Place = ("thong_ke", at)
        if known.forms:
            indicator = known.indicators.get(statistic.code)
            yield from (
                _not_theirs(indicator, submission, known, place)
                if indicator
                else _strange(statistic, known, place)
            )
        if statistic.value is None and not statistic.note:
            message = f"chỉ tiêu {statistic.code} chưa có số liệu, cũng chưa nêu lý do."
            remedy = "Hãy điền số liệu (so_lieu); chưa có số thì ghi lý do (ghi_chu)."
            yield Remark("thieu-so-lieu", (*place, "so_lieu"), message, remedy)


def _strange(statistic: Statistic, known: Known, place: Place) -> Iterator[Remark]:
    near = nearest(statistic.code, known.indicators)
    hint = f" Gần nhất: “{near}”." if near else ""
    message = f"không có chỉ tiêu “{statistic.code}” trong biểu thống kê.{hint}"
    yield wrong("chi-tieu-la", (*place, "ma"), message, "Hãy sửa mã theo biểu thống kê.")


def _not_theirs(indicator: Indicator, submission: Submission, known: Known, place: Place) -> Iterator[Remark]:
    """Tell a value that is reckoned anyway, that others tell, or that nobody tells in the period."""
    dates = known.dates(submission.period)
    if indicator.reckoning.is_computed:
        message = f"chỉ tiêu {indicator.code} do docgen tự tính; số liệu này không được dùng."
        yield Remark("chi-tieu-tu-tinh", (*place, "ma"), message, "Hãy xóa mục này.")
    elif dates and not indicator.holds_on(dates.data_to):
        message = (
            f"chỉ tiêu {indicator.code} không áp dụng cho kỳ {dates.period}; số liệu này không được dùng."
        )
        yield Remark("chi-tieu-khong-ap-dung", (*place, "ma"), message, "Hãy xóa mục này.")
    elif indicator.reporters and not known.concerns(submission.unit, indicator.reporters):
        message = f"chỉ tiêu {indicator.code} do {', '.join(indicator.reporters)} báo cáo."
        yield Remark("chi-tieu-don-vi-khac", (*place, "ma"), message, "Hãy xem lại mã, hoặc hỏi đơn vị đó.")
