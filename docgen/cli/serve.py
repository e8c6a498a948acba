"""`docgen serve`: the service on this machine, founded when its folder is empty; with `docgen worker`."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from docgen.errors import MissingError

if TYPE_CHECKING:
    from docgen.office.founding import Newcomer
    from docgen.settings import Settings
    from docgen.store import Store

_PASSWORD = "DOCGEN_ADMIN_PASSWORD"  # noqa: S105 - the name of a variable
_BACKUPS = "sao-luu"
_LOGINS = "tai-khoan-dung-thu.txt"
"""Of the demo office alone, so that `--demo` can tell them again."""

Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder", metavar="THƯ_MỤC", help="Nơi giữ dữ liệu; mặc định: docgen-data.", show_default=False
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="ĐỊA_CHỈ",
        help="Cơ sở dữ liệu khác, ví dụ postgresql://máy/tên; mặc định: một tệp trong thư mục dữ liệu.",
        show_default=False,
    ),
]


def serve(
    folder: Folder = None,
    database: Database = None,
    host: Annotated[
        str | None,
        typer.Option(
            "--host", metavar="ĐỊA_CHỈ", help="Địa chỉ phục vụ; mặc định: 127.0.0.1.", show_default=False
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="CỔNG", help="Cổng phục vụ; mặc định: 8000.", show_default=False),
    ] = None,
    admin: Annotated[
        str,
        typer.Option("--admin", metavar="TÊN", help="Tên đăng nhập của người quản trị đầu tiên."),
    ] = "quan-tri",
    *,
    demo: Annotated[
        bool,
        typer.Option(
            "--demo", help="Thư mục còn trống: nạp kế hoạch năm 2025, kết quả quý I và tài khoản dùng thử."
        ),
    ] = False,
) -> None:
    """Mở dịch vụ web để các đơn vị gửi báo cáo; lần đầu thì tạo dữ liệu và người quản trị."""
    from docgen.jobs.keeping import worker_beside  # noqa: PLC0415 - `--help` is quick
    from docgen.store import Store  # noqa: PLC0415
    from docgen.web.app import create_app  # noqa: PLC0415
    from docgen.web.serving import listen, run  # noqa: PLC0415

    settings = _settings(folder=folder, database=database, host=host, port=port)
    with listen(settings) as taken, closing(Store(settings.database_url)) as store:
        _prepare(store, settings, admin, demo=demo)
        address = f"http://{settings.host}:{settings.port}"
        typer.echo(f"Dịch vụ đang chạy tại {address} – dừng bằng Ctrl+C.", err=True)
        with worker_beside(_worker_of(settings)):
            run(create_app(settings, store), taken, settings)


def worker(
    parent: Annotated[
        int | None, typer.Option("--parent", metavar="SỐ", help="Dừng khi tiến trình này dừng.")
    ] = None,
    folder: Folder = None,
    database: Database = None,
) -> None:
    """Làm các công việc dài và công việc theo lịch của dịch vụ; docgen serve tự chạy lệnh này."""
    from docgen.jobs.worker import work  # noqa: PLC0415

    work(_settings(folder=folder, database=database), parent)


def _settings(**given: Any) -> "Settings":
    from docgen.settings import Settings  # noqa: PLC0415

    return Settings.told(**given)


def _worker_of(settings: "Settings") -> list[str]:
    """Return the command of the worker; the address of a database, which may hold a password, goes unseen."""
    os.environ["DOCGEN_DATABASE"] = settings.database
    return [sys.executable, "-m", "docgen", "worker", "--folder", str(settings.folder)]


def _prepare(store: "Store", settings: "Settings", admin: str, *, demo: bool) -> None:
    """Bring the tables up to date, and found the office where there is none."""
    from docgen.store.migrating import upgrade  # noqa: PLC0415

    settings.folder.mkdir(parents=True, exist_ok=True)
    saved = upgrade(store, settings.folder / _BACKUPS, datetime.now(UTC))
    if saved:
        typer.echo(f"Đã sao lưu trước khi nâng cấp: {saved}", err=True)
    if not _is_founded(store):
        _found(store, settings, admin, demo=demo)
    if demo and (logins := settings.folder / _LOGINS).exists():
        typer.echo(logins.read_text(encoding="utf-8"), nl=False)


def _is_founded(store: "Store") -> bool:
    from docgen.office.agency import organisation  # noqa: PLC0415

    with store.reading() as session:
        try:
            return bool(organisation(session))
        except MissingError:
            return False


def _found(store: "Store", settings: "Settings", admin: str, *, demo: bool) -> None:
    from docgen.office.desk import SYSTEM, Desk  # noqa: PLC0415
    from docgen.office.founding import bring_answers, found, open_trial  # noqa: PLC0415

    people = _demo(settings, admin) if demo else [_administrator(admin)]
    with store.writing() as session:
        desk = Desk(session, SYSTEM, datetime.now(UTC))
        found(desk, people, demo=demo)
        if demo:
            bring_answers(session)
            open_trial(desk)


def _administrator(login: str) -> "Newcomer":
    """Return the first administrator; the password is of the environment, of a person, or to use once."""
    from docgen.office.accounts import hashed, login_of, refuse_weak  # noqa: PLC0415
    from docgen.office.founding import ADMINISTRATOR  # noqa: PLC0415

    newcomer = replace(ADMINISTRATOR, login=login_of(login))
    password = os.environ.get(_PASSWORD) or _asked()
    if password:
        refuse_weak(password, (login, newcomer.name))
        return replace(newcomer, password_hash=hashed(password))
    password = secrets.token_urlsafe(12)
    typer.echo(f"{newcomer.login}\t{password}\t(chỉ dùng một lần, đổi khi đăng nhập)")
    return replace(newcomer, password_hash=hashed(password), must_change_password=True)


def _asked() -> str:
    """Return the password that a person at the terminal chooses; empty where there is none."""
    if not sys.stdin.isatty():
        return ""
    words = "Mật khẩu của người quản trị (từ 12 ký tự)"
    return str(typer.prompt(words, hide_input=True, confirmation_prompt="Nhập lại"))


def _demo(settings: "Settings", admin: str) -> list["Newcomer"]:
    """Return people to try things with; keep their one password in a file that its owner alone reads."""
    from docgen.office.accounts import hashed  # noqa: PLC0415
    from docgen.office.founding import ADMINISTRATOR, demo_people, shipped_organisation  # noqa: PLC0415

    password = os.environ.get(_PASSWORD) or secrets.token_urlsafe(9)
    kept = hashed(password)
    people = [replace(one, password_hash=kept) for one in demo_people(shipped_organisation())]
    people = [replace(one, login=admin) if one.login == ADMINISTRATOR.login else one for one in people]
    target = settings.folder / _LOGINS
    target.touch(mode=0o600)
    target.write_text("".join(_one_for_each_role(people, password)), encoding="utf-8")
    return people


def _one_for_each_role(people: list["Newcomer"], password: str) -> Iterator[str]:
    roles = {one.role: one for one in reversed(people)}
    for role in sorted(roles):
        yield f"{roles[role].login}\t{password}\t{role.label}\n"
