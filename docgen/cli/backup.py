"""`docgen backup` and `docgen restore`: all that the service keeps, into one file and back."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docgen.cli.serve import Database, Folder
from docgen.cli.telling import DONE_WITH_ERRORS, progress
from docgen.errors import MissingError

if TYPE_CHECKING:
    from docgen.settings import Settings
    from docgen.store import Store
    from docgen.store.archive import Manifest


def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="TỆP.zip",
            help="Tệp cần tạo; mặc định: trong thư mục sao-luu của dữ liệu, tên theo ngày giờ.",
            show_default=False,
        ),
    ] = None,
    folder: Folder = None,
    database: Database = None,
) -> None:
    """Sao lưu toàn bộ dữ liệu của dịch vụ vào một tệp, rồi đọc lại để kiểm tra; dịch vụ vẫn chạy được."""
    from docgen.store.backup import backup as save  # noqa: PLC0415 - `--help` is quick

    now, settings = datetime.now(UTC), settings_of(folder, database)
    target = file or settings.folder / "sao-luu" / f"docgen-{now.astimezone():%Y%m%d-%H%M%S}.zip"
    with opened(settings) as store, progress() as tell:
        tell("Đang sao lưu")
        saved = save(store, target, now)
    typer.echo(target)
    _tell("Đã sao lưu", saved)


def restore(
    file: Annotated[Path, typer.Argument(metavar="TỆP.zip", help="Bản sao lưu của docgen backup.")],
    folder: Folder = None,
    database: Database = None,
) -> None:
    """Khôi phục dữ liệu từ bản sao lưu vào một cơ sở dữ liệu trống: đủ và đúng hết, hoặc không ghi gì."""
    from docgen.store.restoring import restore as fill  # noqa: PLC0415 - `--help` is quick

    settings = settings_of(folder, database)
    settings.folder.mkdir(parents=True, exist_ok=True)
    with opened(settings, needed=False) as store, progress() as tell:
        tell("Đang khôi phục")
        restored = fill(file, store)
    _tell("Đã khôi phục", restored)


def settings_of(folder: Path | None, database: str | None) -> "Settings":
    """Return where the service keeps its data: as told, else as its surroundings say."""
    from docgen.settings import Settings  # noqa: PLC0415

    given = {"folder": folder, "database": database}
    return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


@contextmanager
def opened(settings: "Settings", *, needed: bool = True) -> Iterator["Store"]:
    """Open the database of the service for a command.

    Raises:
        MissingError: it is `needed`, and there is none where it should be, or an empty one.

    """
    from docgen.store import Store  # noqa: PLC0415

    with closing(Store(settings.database_url)) as store:
        if needed and not _is_there(store):
            raise MissingError(
                f"Không tìm thấy dữ liệu của docgen trong “{store.url.database}”.",
                "Hãy nêu thư mục dữ liệu (--folder) hoặc địa chỉ cơ sở dữ liệu (--database).",
            )
        yield store


def _is_there(store: "Store") -> bool:
    """Say whether something is kept; a file of SQLite that is not there is not made by looking."""
    from docgen.store import schema  # noqa: PLC0415

    if store.is_sqlite and not Path(store.url.database or "").exists():
        return False
    with store.reading() as session:
        return bool(schema.step_of(session.connection()))


def _tell(done: str, manifest: "Manifest") -> None:
    """Say how much it was, and leave with an error when the audit log had been tampered with."""
    rows = sum(table.rows for table in manifest.tables.values())
    typer.echo(
        f"{done} {rows} dòng của {len(manifest.tables)} bảng, kể cả {manifest.audit_entries} mục nhật ký.",
        err=True,
    )
    if manifest.audit_fault:
        typer.echo(f"Nhật ký không còn nguyên vẹn: {manifest.audit_fault}.", err=True)
        raise typer.Exit(DONE_WITH_ERRORS)
