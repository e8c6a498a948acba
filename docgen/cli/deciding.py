"""`docgen decide`: what is left to decide about a plan, listed and settled."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.check import Form
from docgen.cli.report import Line, say
from docgen.cli.telling import tell_of

if TYPE_CHECKING:
    from docgen.model.decision import Decision, Settlement
    from docgen.services.deciding import Decided, Undecided
    from docgen.services.open_decisions import OpenDecision

_SHOWN = 120
"""Letters of a long text that are shown of it."""


def decide(  # noqa: PLR0913 - what may stand on one command line
    file: Annotated[Path, typer.Argument(metavar="TỆP.yaml", help="Kế hoạch, dạng YAML.")],
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="MÃ",
            help="Mã của các việc cần quyết định; không nêu thì liệt kê.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="TỆP.yaml", help="Ghi ra tệp khác.", show_default=False),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            metavar="LỜI_MỚI",
            help="Thay lời đang xét bằng lời này (không có thì thay cả đoạn).",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            metavar="text|json",
            help="Danh sách để đọc (text, mặc định) hay dữ liệu (json).",
            show_default=False,
        ),
    ] = "text",
    *,
    accept: Annotated[bool, typer.Option("--accept", help="Làm như đề xuất.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Giữ nguyên lời đang có.")] = False,
    drop: Annotated[bool, typer.Option("--drop", help="Bỏ nhiệm vụ, cùng các nhiệm vụ con.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ nêu những gì sẽ đổi, không ghi tệp nào.")
    ] = False,
) -> None:
    """Liệt kê việc cần quyết định của một kế hoạch, hoặc quyết định từng việc theo mã."""
    chosen = _chosen(accept=accept, keep=keep, drop=drop, reword=text is not None)
    _refuse_half_a_wish(ids, chosen, elsewhere=dry_run or out is not None)
    if chosen and ids:
        _settle(file, ids, chosen, text or "", out, write=not dry_run)
    else:
        _list(file, form)


def _chosen(*, accept: bool, keep: bool, drop: bool, reword: bool) -> "Settlement | None":
    """Return what was decided; None where nothing was."""
    from docgen.model.decision import Settlement  # noqa: PLC0415 - `--help` is quick

    wishes = {
        Settlement.ACCEPTED: accept,
        Settlement.KEPT: keep,
        Settlement.LEFT_OUT: drop,
        Settlement.REWORDED: reword,
    }
    chosen = [settlement for settlement, wished in wishes.items() if wished]
    if len(chosen) > 1:
        raise typer.BadParameter("chỉ chọn một trong --accept, --keep, --drop, --text.")
    return chosen[0] if chosen else None


def _refuse_half_a_wish(ids: list[str] | None, chosen: "Settlement | None", *, elsewhere: bool) -> None:
    if ids and not chosen:
        raise typer.BadParameter("hãy nêu quyết định: --accept, --keep, --drop hoặc --text LỜI_MỚI.")
    if chosen and not ids:
        raise typer.BadParameter("hãy nêu mã của việc cần quyết định; không nêu gì thì được xem danh sách.")
    if chosen == "sua" and len(ids or ()) > 1:
        raise typer.BadParameter("--text chỉ dùng cho một mã.")
    if elsewhere and not chosen:
        raise typer.BadParameter("-o và --dry-run chỉ dùng khi quyết định.")


def _settle(
    file: Path, ids: list[str], settlement: "Settlement", words: str, out: Path | None, *, write: bool
) -> None:
    from docgen.services.deciding import decide as settle  # noqa: PLC0415 - `--help` is quick

    decided = settle(file, ids, settlement, words, out, write=write)
    for path in decided.files:
        typer.echo(path)
    say(_done(decided, out or file), err=True)


def _done(decided: "Decided", file: Path) -> Iterator[Line]:
    """Yield what was settled, what differs, and how many are left."""
    for one in decided.settled:
        unchanged = " (xác nhận lời đang có)" if one.confirms else ""
        yield Line(f"{one.id}: {one.settlement.label}{unchanged}", style="bold")
    yield from (Line(f"- {change}", 2) for change in decided.changes)
    if not decided.changes:
        yield Line("Lời của kế hoạch không đổi; muốn ghi lời khác thì sửa trong tệp.", 2)
    if decided.left:
        yield Line(f"Còn {decided.left} việc cần quyết định: docgen decide {shlex.quote(str(file))}")
    else:
        yield Line("Không còn việc nào cần quyết định.", style="bold green")


def _list(file: Path, form: Form) -> None:
    from docgen.services.deciding import undecided  # noqa: PLC0415 - `--help` is quick

    found = undecided(file)
    if form == "json":
        told = {"file": str(file), "open": [_row(one) for one in found.open], "settled": found.settled}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        say(_listed(found, file))
    tell_of(found.findings)


def _row(one: "OpenDecision") -> dict[str, object]:
    told = one.decision
    return {
        "id": told.id,
        "place": one.place,
        "address": told.place,
        "quote": told.quote,
        "words": one.words,
        "question": told.question,
        "proposal": told.proposal,
        "replacement": told.replacement,
        "leaves_out": told.leaves_out,
        "needs_words": told.needs_words,
        "reason": told.reason,
    }


def _listed(found: "Undecided", file: Path) -> Iterator[Line]:
    """Yield the open decisions, each with its id, place, words, question, proposal and reason."""
    settled = f"; đã quyết định {found.settled}" if found.settled else ""
    if not found.open:
        yield Line(f"Không còn việc nào cần quyết định{settled}.", style="bold green")
        return
    yield Line(f"{len(found.open)} việc cần quyết định{settled}.", style="bold")
    for one in found.open:
        yield Line()
        yield from _told(one)
    yield Line()
    yield Line("Quyết định từng việc, hoặc nhiều việc một lần:")
    yield Line(
        f"docgen decide {shlex.quote(str(file))} MÃ --accept | --keep | --drop | --text LỜI_MỚI",
        2,
        whole=True,
    )


def _told(one: "OpenDecision") -> Iterator[Line]:
    decision = one.decision
    from docgen.language.text import cut  # noqa: PLC0415 - `--help` is quick

    words = " ".join(cut(one.words, _SHOWN).split())
    quoted = f": “{words}”" if words else ""
    yield Line(decision.id, style="bold")
    yield Line(f"{one.place or f'Không còn chỗ “{decision.place}”'}{quoted}", 2)
    yield Line(f"Hỏi: {decision.question}", 2)
    yield Line(f"Đề xuất: {decision.proposal}", 2)
    yield Line(f"Lý do: {decision.reason}", 2)
    yield Line(_effect(decision), 2)


def _effect(decision: "Decision") -> str:
    """Return what accepting does, or how to answer where nothing can be accepted."""
    if decision.needs_words:
        return "--text: ghi lời mới; --keep: giữ nguyên"
    if decision.leaves_out:
        return "--accept: bỏ nhiệm vụ"
    words = decision.replacement
    return f"--accept: thay bằng “{words}”" if words else "--accept: xác nhận lời đang có"
