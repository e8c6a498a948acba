"""`docgen fix`: a Word file mended where that is certain."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.check import SettingsOption
from docgen.cli.report import Line, others, places, report, say
from docgen.cli.telling import DONE_WITH_ERRORS, progress

if TYPE_CHECKING:
    from docgen.model.finding import Change


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
                Line(f"Còn {places(mended.left)} chỗ hãy xem và sửa bằng tay:"),
                Line(),
                *report(mended.left),
            ],
            err=True,
        )
    if any(finding.severity == "error" for finding in mended.left):
        raise typer.Exit(DONE_WITH_ERRORS)


def _done(changes: "Sequence[Change]") -> Iterator[Line]:
    """Yield what was changed by which rule, the same in several places once."""
    if not changes:
        yield Line("Không có chỗ nào sửa tự động được.")
        return
    from docgen.rules import rule  # noqa: PLC0415 - `--help` is quick

    yield Line(f"Đã sửa {len(changes)} chỗ:", style="bold green")
    for name in dict.fromkeys(change.rule for change in changes):
        yield Line()
        yield Line(f"{rule(name).title} [{name}]", 2, "bold")
        yield from _told([change for change in changes if change.rule == name])


def _told(changes: "Iterable[Change]") -> Iterator[Line]:
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(_what(change), []).append(change)
    for what, alike in groups.items():
        where = others(change.where for change in alike)
        count = f"{len(alike)} chỗ" if len(alike) > 1 else ""
        told = ": ".join(one for one in (count, where) if one)
        yield Line(f"- {what}{told and f' ({told})'}", 4)


def _what(change: "Change") -> str:
    """Return what was done; words that turned into others are quoted, blanks are named."""
    before, after = change.before, change.after
    turned = f"“{before}” → “{after}”"
    if change.message == turned and not (before.strip() or after.strip()):
        return "bỏ dấu cách thừa" if len(after) < len(before) else "thêm dấu cách"
    return change.message if "→" in change.message or not (before or after) else f"{change.message}: {turned}"
