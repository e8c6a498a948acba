"""`docgen obligations`, `report`, `remind`: who owes what in a period, its report, a letter to the late."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.report import Line, say
from docgen.cli.telling import progress, tell_of
from docgen.language.dates import short_date

if TYPE_CHECKING:
    from docgen.model.period import ReportingPeriod
    from docgen.model.results import PeriodResults
    from docgen.services.obligations import AskedFiles
    from docgen.services.reporting import Made

PlanFile = Annotated[Path, typer.Option("--plan", metavar="TỆP.yaml", help="Kế hoạch của năm, dạng YAML.")]
PeriodName = Annotated[
    str,
    typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2025-Q1, 2025-6T, 2025-Q3, 2025-9T, 2025-N."),
]
Submissions = Annotated[
    Path,
    typer.Option(
        "--submissions",
        metavar="THƯ_MỤC",
        help="Số liệu các đơn vị gửi (YAML, Excel), ví dụ 2025-6T; thư mục các kỳ trước để cạnh, 2025-Q1.",
    ),
]
Earlier = Annotated[
    Path | None,
    typer.Option(
        "--submissions",
        metavar="THƯ_MỤC",
        help="Số liệu các kỳ trước trong năm: việc đã xong không hỏi lại; biểu mẫu ghi sẵn số kỳ trước.",
        show_default=False,
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi đặt các tệp được tạo.")]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="THƯ_MỤC", help="Mẫu Word riêng của cơ quan.")
]
Number = Annotated[
    int | None, typer.Option("--number", metavar="SỐ", help="Số của báo cáo, khi đã được cấp.")
]
IssueDay = Annotated[
    str | None, typer.Option("--date", metavar="NGÀY", help="Ngày ban hành, ví dụ 20/3/2025.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="NGÀY", help="Tính các đơn vị chưa gửi đến hết ngày này.")
]
Trace = Annotated[bool, typer.Option("--trace", help="Thêm bảng nguồn của từng số trong báo cáo (Excel).")]
Picture = Annotated[
    bool, typer.Option("--picture", help="Thêm hình tiến độ của kỳ (SVG, PNG) và đặt vào báo cáo.")
]


def report(  # noqa: PLR0913 - each is an option of its own
    plan: PlanFile,
    period: PeriodName,
    submissions: Submissions,
    out: Out,
    *,
    number: Number = None,
    issued: IssueDay = None,
    template: Template = None,
    trace: Trace = False,
    picture: Picture = False,
) -> None:
    """Soạn dự thảo báo cáo của kỳ từ số liệu các đơn vị gửi: Word và PDF."""
    from docgen.documents.baocao import Issue  # noqa: PLC0415 - `--help` is quick
    from docgen.services.reporting import Extra, Sources, report_period  # noqa: PLC0415

    extras = {extra for extra, wanted in ((Extra.TRACE, trace), (Extra.PICTURE, picture)) if wanted}
    sources, issue = Sources(plan, _period(period), submissions), Issue(_number(number), _day(issued))
    with progress() as tell:
        made = report_period(sources, out, extras=extras, issue=issue, template=template, progress=tell)
    _tell(made)


def remind(
    plan: PlanFile,
    period: PeriodName,
    submissions: Submissions,
    out: Out,
    as_of: AsOf = None,
    template: Template = None,
) -> None:
    """Soạn công văn đôn đốc các đơn vị chưa gửi đủ số liệu của kỳ: Word và PDF."""
    from docgen.services.reporting import Sources, remind_units  # noqa: PLC0415

    sources, day = Sources(plan, _period(period), submissions), _day(as_of)
    with progress() as tell:
        made = remind_units(sources, out, as_of=day, template=template, progress=tell)
    _tell(made)


def obligations(plan: PlanFile, period: PeriodName, out: Out, earlier: Earlier = None) -> None:
    """Lập bảng đơn vị nào phải báo cáo việc gì trong kỳ, và biểu mẫu Excel cho từng đơn vị."""
    from docgen.services.obligations import write_forms  # noqa: PLC0415

    with progress() as tell:
        asked = write_forms(plan, _period(period), out, earlier, tell)
    for path in asked.files:
        typer.echo(path)
    say(_asked(asked), err=True)
    tell_of(asked.findings)


def _asked(asked: "AskedFiles") -> Iterator[Line]:
    """Yield how much every unit is asked, and until when."""
    dates = asked.dates
    yield Line(
        f"Số liệu từ ngày {short_date(dates.data_from)} đến ngày {short_date(dates.data_to)};"
        f" đơn vị gửi chậm nhất ngày {short_date(dates.unit_due)}.",
        style="bold",
    )
    for name, count in asked.counts.items():
        yield Line(f"{name}: {count} nhiệm vụ chủ trì phải báo cáo.", 2)


def _period(text: str) -> "ReportingPeriod":
    from docgen.model.period import ReportingPeriod  # noqa: PLC0415

    try:
        return ReportingPeriod.parse(text)
    except ValueError as fault:
        raise typer.BadParameter(f"{fault}.") from fault


def _number(number: int | None) -> int | None:
    if number is not None and number < 1:
        raise typer.BadParameter(f"số của báo cáo phải từ 1 trở lên, không thể là {number}.")
    return number


def _day(text: str | None) -> date | None:
    from docgen.language.dates import parse_date  # noqa: PLC0415

    try:
        return parse_date(text) if text else None
    except ValueError as fault:
        raise typer.BadParameter(f"{fault}.") from fault


def _tell(made: "Made") -> None:
    for path in made.files:
        typer.echo(path)
    say(_told(made.results), err=True)
    tell_of(made.findings)


def _told(results: "PeriodResults") -> Iterator[Line]:
    """Yield how many units have sent what they owe, and how the tasks stand."""
    from docgen.model.tally import tally  # noqa: PLC0415

    sent = sum(bool(one.file) for one in results.received)
    whole = tally(results)
    yield Line(f"{sent}/{len(results.received)} đơn vị đã gửi số liệu.", style="bold")
    share = f" ({whole.done_share})" if whole.done_share else ""
    yield Line(f"Đã hoàn thành {whole.done}/{whole.total} nhiệm vụ{share}.", style="bold")
