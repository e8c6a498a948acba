"""Files read whole, and written so that they appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from shutil import copy2
from typing import BinaryIO

from docgen.errors import ConflictError, InvalidInputError, MissingError, RefusedError

MAX_BYTES = 100_000_000
"""Bytes of a file that a person names, when nothing less is said."""

_REASONS = {
    EACCES: ("không có quyền ghi", "Hãy chọn thư mục khác hoặc xin quyền ghi."),
    EPERM: ("không có quyền ghi", "Hãy chọn thư mục khác hoặc xin quyền ghi."),
    EROFS: ("ổ đĩa chỉ cho đọc", "Hãy chọn thư mục trên ổ đĩa khác."),
    ENOSPC: ("ổ đĩa đã đầy", "Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác rồi chạy lại."),
    EDQUOT: ("đã hết hạn mức dung lượng", "Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác rồi chạy lại."),
    EFBIG: (
        "tệp vượt giới hạn dung lượng của hệ thống",
        "Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác rồi chạy lại.",
    ),
    EISDIR: ("đã có một thư mục trùng tên", "Hãy đổi tên hoặc chọn thư mục khác."),
    EEXIST: ("một phần của đường dẫn là tệp, không phải thư mục", "Hãy chọn thư mục khác."),
    ENOTDIR: ("một phần của đường dẫn là tệp, không phải thư mục", "Hãy chọn thư mục khác."),
}


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file that a person named.

    Raises:
        MissingError: there is no such file.
        InvalidInputError: it is a folder or a device, or cannot be read.
        RefusedError: it has more than `limit` bytes.

    """
    try:
        _refuse_endless(path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise MissingError(
            f"Không tìm thấy tệp “{path}”.", "Hãy kiểm tra lại đường dẫn và tên tệp."
        ) from error
    except IsADirectoryError as error:
        raise InvalidInputError(f"“{path}” là thư mục, không phải tệp.", "Hãy chỉ ra một tệp.") from error
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            f"Không đọc được tệp “{path}”.", "Hãy kiểm tra tên tệp và quyền đọc rồi chạy lại."
        ) from error
    if len(data) > limit:
        raise RefusedError(f"Tệp “{path}” lớn hơn {limit // 1_000_000} MB.", "Hãy tách bớt nội dung.")
    return data


def _refuse_endless(path: Path) -> None:
    """Refuse what holds no file: a pipe or a device may keep its reader waiting for ever."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise InvalidInputError(f"“{path}” không phải tệp thông thường.", "Hãy chỉ ra một tệp.")


def write_together(files: Mapping[Path, bytes], source: Path | None = None) -> tuple[Path, ...]:
    """Write all `files` or none: first beside their places, then all moved in; never over their `source`.

    Returns:
        The paths written, in order.

    Raises:
        ConflictError: a place cannot be written; all is again as it was before.

    """
    path = Path()
    waiting: dict[Path, Path] = {}
    asides: list[Path] = []
    with ExitStack() as undo:
        try:
            for path, content in files.items():
                _refuse_source(path, source)
                _refuse_folder(path)
                _make_folder(path.parent, undo)
                waiting[path] = _write_beside(path, content, undo)
            for path, temporary in waiting.items():
                asides += _move_in(temporary, path, undo)
        except OSError as error:
            raise _conflict(path, error) from error
        undo.pop_all()
    for aside in asides:
        aside.unlink(missing_ok=True)
    return tuple(files)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write piece by piece that is at `path`, whole, once the block has ended without a fault.

    It is for its owner alone to read; what was at `path` before is replaced.

    Raises:
        ConflictError: the place cannot be written; all is again as it was before.

    """
    with ExitStack() as undo:
        try:
            _refuse_folder(path)
            _make_folder(path.parent, undo)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            undo.callback(Path(name).unlink, missing_ok=True)
            with os.fdopen(handle, "w+b") as file:
                yield file
                file.flush()
                os.fsync(handle)
            Path(name).replace(path)
        except OSError as error:
            raise _conflict(path, error) from error
        undo.pop_all()


def _refuse_source(path: Path, source: Path | None) -> None:
    if source and path.exists() and path.samefile(source):
        raise ConflictError(f"“{path}” chính là tệp đang đọc; tệp này được giữ nguyên.", "Hãy đặt tên khác.")


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if not folder.exists():
        _make_folder(folder.parent, undo)
        folder.mkdir()
        undo.callback(folder.rmdir)


def _write_beside(path: Path, content: bytes, undo: ExitStack) -> Path:
    """Write `content`, safely on disk, to a hidden file in the folder of `path`; return that file."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    undo.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)
    Path(name).chmod(0o666 & ~_umask())
    return Path(name)


def _move_in(temporary: Path, path: Path, undo: ExitStack) -> list[Path]:
    """Move a written file to its place; return the copy of what was there before, if anything was."""
    if not path.exists():
        undo.callback(path.unlink, missing_ok=True)
        temporary.replace(path)
        return []
    aside = temporary.with_name(f"{temporary.name}.cu")
    undo.callback(aside.unlink, missing_ok=True)
    copy2(path, aside)
    undo.callback(aside.replace, path)
    temporary.replace(path)
    return [aside]


def _umask() -> int:
    """Return the process's file mode mask (it can only be read by setting it)."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _conflict(path: Path, error: OSError) -> ConflictError:
    reason, remedy = _REASONS.get(
        error.errno or 0, ("hệ thống báo lỗi", "Hãy kiểm tra thư mục đích rồi chạy lại.")
    )
    return ConflictError(f"Không ghi được “{path}”: {reason}. Không có tệp nào được tạo.", remedy)
