"""`docgen rollforward`: next year's draft from last year's data, with what is left to decide."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.report import Line, say
from docgen.cli.telling import progress, tell_of

if TYPE_CHECKING:
    from docgen.services.rollforward import RolledFile


def rollforward(
    file: Annotated[Path, typer.Argument(metavar="TỆP.yaml", help="Kế hoạch năm trước, dạng YAML.")],
    year: Annotated[int, typer.Option(metavar="NĂM", help="Năm của kế hoạch mới.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi đặt các tệp được tạo.")],
    outcomes: Annotated[
        Path | None,
        typer.Option(
            metavar="THƯ_MỤC",
            help="Kết quả năm trước do các đơn vị gửi (YAML, Excel); không có thì không bỏ nhiệm vụ nào.",
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="THƯ_MỤC", help="Mẫu Word riêng của cơ quan.")
    ] = None,
) -> None:
    """Soạn dự thảo kế hoạch năm sau: số liệu, Word, PDF, bản ghi thay đổi và bản so sánh."""
    from docgen.services.rollforward import rollforward_file  # noqa: PLC0415 - `--help` is quick

    with progress() as tell:
        rolled = rollforward_file(file, year, out, outcomes, template, tell)
    for path in rolled.files:
        typer.echo(path)
    say(_told(rolled), err=True)
    tell_of(rolled.findings)


def _told(rolled: "RolledFile") -> Iterator[Line]:
    """Yield what became of the tasks, and how to go on."""
    comparison = rolled.rolled.comparison
    if counts := comparison.counts():
        told = "; ".join(f"{fate.lower()} {count}" for fate, count in counts.items())
        yield Line(f"{counts.total()} nhiệm vụ của năm {comparison.old_year}: {told}.", style="bold")
    else:
        yield Line(f"Kế hoạch năm {comparison.old_year} không có nhiệm vụ nào.", style="bold")
    if left := len(rolled.rolled.plan.open_decisions()):
        yield Line(f"Còn {left} việc cần quyết định; xem và quyết định từng việc bằng lệnh:")
        yield Line(f"docgen decide {shlex.quote(str(rolled.data))}", 2, whole=True)
