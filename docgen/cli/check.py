"""`docgen check`: what of a file breaks Decree 30, as a report or as JSON; and the list of all rules."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from docgen.cli.report import NAMES, Line, closing, report, say
from docgen.cli.telling import DONE_WITH_ERRORS, progress

if TYPE_CHECKING:
    from docgen.model.finding import RuleFinding, Where
    from docgen.rules import Rule

Form: TypeAlias = Literal["text", "json"]

SettingsOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--settings", metavar="TỆP.toml", help="Cài đặt của cơ quan: quy ước tắt hoặc bật, từ ngữ riêng."
    ),
]

ChangesOption: TypeAlias = Annotated[
    Literal["accepted", "original"],
    typer.Option(
        metavar="accepted|original",
        help="Thay đổi chưa duyệt: xem là đã chấp nhận (accepted, mặc định) hay theo bản gốc (original).",
        show_default=False,
    ),
]


def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="TỆP", help="Tệp Word hoặc PDF.", show_default=False)
    ] = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            metavar="text|json",
            help="Bản in để đọc (text, mặc định) hay dữ liệu (json).",
            show_default=False,
        ),
    ] = "text",
    settings: SettingsOption = None,
    changes: ChangesOption = "accepted",
    *,
    rules: Annotated[
        bool, typer.Option("--rules", help="In danh sách các quy tắc kiểm tra rồi thoát.")
    ] = False,
) -> None:
    """Kiểm tra một tệp theo Nghị định số 30/2020/NĐ-CP: nêu mọi chỗ chưa đúng, kèm trang và cách sửa."""
    if rules:
        _print_rules(form)
        return
    if file is None:
        raise typer.BadParameter("hãy nêu tệp cần kiểm tra, ví dụ: docgen check congvan.docx.")
    from docgen.services.check import check_file  # noqa: PLC0415 - `--help` is quick

    with progress() as tell:
        checked = check_file(file, settings, changes, tell)
    for notice in checked.notices:
        typer.echo(str(notice), err=True)
    if form == "json":
        typer.echo(_json({"file": str(file), "findings": _rows(checked.findings)}))
    else:
        say([*report(checked.findings), *closing(checked.findings, file)])
    if any(finding.severity == "error" for finding in checked.findings):
        raise typer.Exit(DONE_WITH_ERRORS)


def _rows(findings: "Sequence[RuleFinding]") -> list[dict[str, object]]:
    """Return findings as JSON tells them: once for each place, which has no part of its own but quotes it."""
    return [
        finding.model_dump(mode="json", exclude={"others"}) | {"where": _place(where)}
        for finding in findings
        for where in finding.places
    ]


def _place(where: "Where") -> dict[str, object]:
    return where.model_dump(mode="json", exclude={"part"}) | {"text": where.text or where.part}


def _print_rules(form: Form) -> None:
    from docgen.rules import rules  # noqa: PLC0415 - `--help` is quick

    if form == "json":
        typer.echo(_json([rule.model_dump(mode="json") for rule in rules()]))
        return
    say(_rules(rules()))


def _rules(rules: "Sequence[Rule]") -> Iterator[Line]:
    """Yield each rule with its weight, title and article, and below what it asks for."""
    names = {rule.id: NAMES[rule.severity] for rule in rules}
    weight, title = max(map(len, names.values())), max(len(rule.title) for rule in rules)
    for rule in rules:
        yield Line(
            f"{rule.id}  {names[rule.id]:{weight}}  {rule.title:{title}}  {rule.article}", style="bold"
        )
        yield Line(rule.says, 5)
    yield Line()
    off = ", ".join(rule.id for rule in rules if rule.house)
    yield Line(f"Quy ước của cơ quan, tắt được trong tệp cài đặt (--settings): {off}.")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
