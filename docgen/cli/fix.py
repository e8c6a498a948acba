"""`docgen fix`: a Word file mended where that is certain."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.check import SettingsOption
from docgen.cli.report import Line, others, report, say
from docgen.cli.telling import DONE_WITH_ERRORS, progress

if TYPE_CHECKING:
    from docgen.services.fix import Change


def fix(
    file: Annotated[Path, typer.Argument(metavar="TỆP.docx", help="Tệp Word.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="TỆP.docx", help="Tệp Word đã sửa cần tạo.")],
    *,
    accept_changes: Annotated[
        bool, typer.Option("--accept-changes", help="Chấp nhận mọi thay đổi chưa duyệt (track changes).")
    ] = False,
    original: Annotated[
        bool, typer.Option("--original", help="Bỏ mọi thay đổi chưa duyệt, lấy lại bản gốc.")
    ] = False,
    settings: SettingsOption = None,
) -> None:
    """Sửa những lỗi thể thức chắc chắn đúng, nêu từng chỗ đã sửa; nội dung được giữ nguyên."""
    if accept_changes and original:
        raise typer.BadParameter("chỉ chọn một trong hai: --accept-changes hoặc --original.")
    from docgen.services.fix import fix_file  # noqa: PLC0415 - `--help` is quick

    changes = "accepted" if accept_changes else "original" if original else None
    with progress() as tell:
        mended = fix_file(file, out, settings, changes, tell)
    typer.echo(mended.file)
    for notice in mended.notices:
        typer.echo(str(notice), err=True)
    say(_done(mended.changes), err=True)
    if mended.left:
        say(
            [
                Line(),
                Line(f"Còn {len(mended.left)} chỗ hãy xem và sửa bằng tay:"),
                Line(),
                *report(mended.left),
            ],
            err=True,
        )
    if any(finding.severity == "error" for finding in mended.left):
        raise typer.Exit(DONE_WITH_ERRORS)


def _done(changes: "Sequence[Change]") -> Iterator[Line]:
    """Yield what was changed, the same in several places once."""
    if not changes:
        yield Line("Không có chỗ nào sửa tự động được.")
        return
    yield Line(f"Đã sửa {len(changes)} chỗ:", style="bold green")
    groups: dict[tuple[str, str, str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.rule, change.message, change.before, change.after), []).append(change)
    for (rule, message, before, after), alike in groups.items():
        turned = f": “{before}” → “{after}”" if before or after else ""
        where = others([change.where for change in alike])
        count = f"{len(alike)} chỗ" if len(alike) > 1 else ""
        told = ": ".join(one for one in (count, where) if one)
        yield Line(f"- {message}{turned}{told and f' ({told})'} [{rule}]", 2)
