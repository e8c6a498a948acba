"""What keeps a database from working, told to officers."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from docgen.errors import NoSpaceError, UnavailableError

_FULL = (
    "Ổ đĩa của máy chủ đã đầy: nội dung vừa gửi CHƯA được lưu.",
    "Hãy báo bộ phận kỹ thuật giải phóng dung lượng rồi làm lại; dữ liệu đã lưu trước đó vẫn còn nguyên.",
)
BUSY = ("Cơ sở dữ liệu đang bận nên việc vừa làm chưa được lưu.", "Hãy đợi một lát rồi làm lại.")
_AWAY = (
    "Không kết nối được cơ sở dữ liệu.",
    "Hãy kiểm tra máy chủ cơ sở dữ liệu đang chạy, địa chỉ và mật khẩu đã ghi đúng.",
)
_NO_PLACE = (
    "Không mở được tệp cơ sở dữ liệu.",
    "Hãy kiểm tra thư mục của tệp có tồn tại và cho phép đọc, ghi.",
)
_BROKEN = (
    "Tệp cơ sở dữ liệu bị hỏng, hoặc không phải cơ sở dữ liệu của docgen.",
    "Hãy dừng dịch vụ, giữ lại tệp này và khôi phục từ bản sao lưu gần nhất bằng lệnh docgen restore.",
)

_SQLITE = {
    "SQLITE_FULL": _FULL,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CANTOPEN": _NO_PLACE,
    "SQLITE_READONLY": _NO_PLACE,
    "SQLITE_IOERR": _NO_PLACE,
    "SQLITE_CORRUPT": _BROKEN,
    "SQLITE_NOTADB": _BROKEN,
}
"""By SQLite's names of what went wrong (https://www.sqlite.org/rescode.html), without their details."""
_POSTGRES = {
    "53100": _FULL,
    "53": BUSY,
    "55P03": BUSY,
    "57014": BUSY,
    "40": BUSY,
    "28": _AWAY,
    "3D": _AWAY,
    "08": _AWAY,
    "57": _AWAY,
}
"""By PostgreSQL's codes, or how they begin (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""


@contextmanager
def told_as_conflicts() -> Iterator[None]:
    """Turn the troubles of a database into conflicts that people understand; faults of docgen stay faults.

    Raises:
        UnavailableError: the database is full (`NoSpaceError`), busy, away or broken.

    """
    try:
        yield
    except NoConnectionError as error:
        raise UnavailableError(*BUSY) from error
    except DBAPIError as error:
        trouble = _trouble(error)
        if trouble is None:
            raise
        kind = NoSpaceError if trouble is _FULL else UnavailableError
        raise kind(*trouble) from error


def _trouble(error: DBAPIError) -> tuple[str, str] | None:
    if name := getattr(error.orig, "sqlite_errorname", ""):
        return _SQLITE.get("_".join(name.split("_")[:2]))
    code = getattr(error.orig, "sqlstate", "") or ""
    if not code and isinstance(error, OperationalError | InterfaceError):
        return _AWAY  # without an answer there is no code
    return _POSTGRES.get(code) or _POSTGRES.get(code[:2])
