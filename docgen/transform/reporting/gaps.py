"""What is missing in a period, what came late, and what nobody asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen.language.dates import short_date
from docgen.language.quantities import count
from docgen.model.appendix import Subtask
from docgen.model.calendar import ReportingDates
from docgen.model.finding import Finding, warning
from docgen.model.obligation import Obligation
from docgen.model.results import Punctuality, Received
from docgen.transform.places import quoted
from docgen.transform.reporting.placed import Placed
from docgen.transform.reporting.sent import Sent


def gaps(
    received: Sequence[Received],
    owed: Sequence[Obligation],
    rows: Sequence[Placed],
    told: frozenset[tuple[str, str]],
    dates: ReportingDates,
) -> Iterator[Finding]:
    """Yield what is to be told of every unit: that it sent nothing, or late, or not all that it must.

    Args:
        received: when every unit sent what it owes.
        owed: what every unit owes in the period.
        rows: the rows of the plan.
        told: who told of what in the period: ids of units and rows.
        dates: the days of the period.

    """
    called = {row.row.id: row.called for row in rows}
    leads = defaultdict[str, list[str]](list)
    for duty in owed:
        if duty.is_required:
            leads[duty.unit].append(duty.task)
    for one in received:
        required = leads[one.unit]
        yield from _punctuality(one, dates, len(required))
        silent = [called[task] for task in required if (one.unit, task) not in told]
        if silent and one.punctuality not in {Punctuality.MISSING, Punctuality.CLOSED}:
            message = f"{one.name} chưa báo cáo {count(len(silent))} nhiệm vụ chủ trì: {', '.join(silent)}."
            yield warning("thieu-nhiem-vu", one.file, message, "Hãy đề nghị đơn vị bổ sung.")


def _punctuality(one: Received, dates: ReportingDates, required: int) -> Iterator[Finding]:
    if one.punctuality is Punctuality.MISSING:
        tasks = f"; {count(required)} nhiệm vụ chủ trì phải báo cáo trong kỳ" if required else ""
        message = f"chưa gửi số liệu kỳ {dates.period} (hạn {short_date(dates.unit_due)}){tasks}."
        yield warning("chua-gui", one.name, message, "Hãy đôn đốc đơn vị rồi tổng hợp lại.")
    elif one.sent_on is None:
        message = f"{one.name} không ghi ngày gửi, không rõ có đúng hạn hay không."
        yield warning("khong-ghi-ngay-gui", one.file, message, "Hãy ghi ngày gửi.")
    elif one.punctuality is Punctuality.LATE:
        message = (
            f"{one.name} gửi ngày {short_date(one.sent_on)}, sau hạn {short_date(dates.unit_due)};"
            " vẫn được tổng hợp."
        )
        yield warning("gui-qua-han", one.file, message, "")
    elif one.punctuality is Punctuality.CLOSED:
        message = (
            f"{one.name} gửi ngày {short_date(one.sent_on)}, sau ngày đóng kỳ {short_date(dates.closes)};"
            " không được tổng hợp."
        )
        remedy = "Nếu vẫn muốn tổng hợp, hãy lùi ngày đóng kỳ trong lịch báo cáo."
        yield warning("gui-sau-dong-ky", one.file, message, remedy)


def stray(sent: Sent, row: Subtask) -> Finding:
    """Return what is told of an answer on a task that a unit neither leads nor coordinates."""
    message = (
        f"{sent.name} không chủ trì, không phối hợp nhiệm vụ {quoted(row)}; phần này không được tổng hợp."
    )
    remedy = "Nếu đơn vị có tham gia, hãy bổ sung vào kế hoạch; nếu nhầm mã, hãy sửa mã."
    return warning("khong-duoc-giao", sent.file, message, remedy)
