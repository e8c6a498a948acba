"""`docgen import`: a file of last year into data, or an edited draft back onto its plan."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.check import ChangesOption
from docgen.cli.report import Line, say
from docgen.cli.telling import DONE_WITH_ERRORS, progress

if TYPE_CHECKING:
    from docgen.model.finding import Finding
    from docgen.services.importing import Imported

_HEADINGS = {
    "error": ("Phải sửa trước khi in", "bold red"),
    "warning": ("Hãy xem lại", "bold yellow"),
    "info": ("Để biết", "bold cyan"),
}


def import_(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp Word, Excel hoặc văn bản quét (.txt).")],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="TỆP.yaml", help="Tệp số liệu cần tạo.", show_default=False),
    ] = None,
    onto: Annotated[
        Path | None,
        typer.Option(
            metavar="KẾ_HOẠCH.yaml",
            help="Đưa những chỗ đã sửa trong tệp vào kế hoạch này; có -o thì ghi ra tệp khác.",
            show_default=False,
        ),
    ] = None,
    changes: ChangesOption = "accepted",
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ nêu những gì sẽ nhập, không ghi tệp nào.")
    ] = False,
) -> None:
    """Đưa tệp năm trước hoặc bản đã sửa trong Word, Excel về số liệu; nêu mọi chỗ còn ngờ."""
    if onto is None and out is None:
        raise typer.BadParameter(
            "hãy nêu tệp cần tạo (-o TỆP.yaml) hoặc kế hoạch cần sửa (--onto KẾ_HOẠCH.yaml)."
        )
    from docgen.services.importing import import_file, import_onto  # noqa: PLC0415 - `--help` is quick

    with progress() as tell:
        if onto is not None:
            imported = import_onto(file, onto, out, changes, write=not dry_run, progress=tell)
        else:
            imported = import_file(file, out or Path(), changes, write=not dry_run, progress=tell)
    for path in imported.files:
        typer.echo(path)
    say(_told(imported, onto=onto is not None), err=True)
    if any(finding.severity == "error" for finding in imported.findings):
        raise typer.Exit(DONE_WITH_ERRORS)


def _told(imported: "Imported", *, onto: bool) -> Iterator[Line]:
    """Yield the changes, then the findings by weight, the heaviest first."""
    if onto:
        count = len(imported.changes)
        yield Line(
            f"{count} chỗ khác với kế hoạch:" if count else "Không có chỗ nào khác với kế hoạch.",
            style="bold",
        )
        yield from (Line(f"- {change}", 2) for change in imported.changes)
    for severity, (heading, style) in _HEADINGS.items():
        found = [finding for finding in imported.findings if finding.severity == severity]
        if found:
            yield Line()
            yield Line(f"{heading} ({len(found)}):", style=style)
            yield from _listed(found)


def _listed(findings: "Sequence[Finding]") -> Iterator[Line]:
    return (Line(f"- {finding}", 2) for finding in findings)
