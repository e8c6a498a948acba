"""`docgen audit verify`: whether anybody has tampered with the audit log."""

from typing import Annotated

import typer

from docgen.cli.backup import opened, settings_of
from docgen.cli.serve import Database, Folder
from docgen.cli.telling import DONE_WITH_ERRORS


def verify(
    head: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="MÃ",
            help="Mã của mục cuối đã ghi lại lần trước; nhật ký phải còn mục đó.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = None,
    database: Database = None,
) -> None:
    """Kiểm tra nhật ký: từng mục còn nguyên, nối tiếp nhau, không mục nào bị bớt."""
    from docgen.store import audit_chain  # noqa: PLC0415 - `--help` is quick

    with opened(settings_of(folder, database)) as store, store.reading() as session:
        verdict = audit_chain.verify(session, (head.strip().lower(),) if head else ())
    if verdict.fault:
        typer.echo(f"Nhật ký không còn nguyên vẹn: {verdict.fault}.", err=True)
        raise typer.Exit(DONE_WITH_ERRORS)
    typer.echo(verdict.head)
    typer.echo(
        f"Nhật ký nguyên vẹn: {verdict.entries} mục. Hãy cất giữ mã của mục cuối (dòng trên) ở nơi khác để"
        " lần sau kiểm tra bằng --head.",
        err=True,
    )
