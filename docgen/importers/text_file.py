"""A text file of an officer, read whole or refused with a reason."""

from pathlib import Path

from docgen.errors import InvalidInputError, MissingError, RefusedError

MAX_BYTES = 1_000_000
"""Bytes in a text file; the 2025 plan has 41,000."""


def read_text(path: Path) -> str:
    """Return the text of the UTF-8 file `path`, without a byte order mark.

    Raises:
        MissingError: there is no such file.
        InvalidInputError: it is no file, cannot be read or is not UTF-8.
        RefusedError: it is bigger than `MAX_BYTES`.

    """
    data = _bytes_of(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(
            f"Tệp {path}, dòng {line}: không phải bảng mã UTF-8.",
            "Hãy lưu lại tệp với bảng mã (encoding) UTF-8.",
        ) from error


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InvalidInputError(f"{path} là thư mục, không phải tệp.", "Hãy chỉ đến một tệp.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise MissingError(f"Không thấy tệp {path}.", "Hãy kiểm tra lại đường dẫn và tên tệp.") from error
    except (OSError, ValueError) as error:
        raise InvalidInputError(
            f"Không đọc được tệp {path}.", "Hãy kiểm tra tên tệp và quyền đọc."
        ) from error
    if len(data) > MAX_BYTES:
        raise RefusedError(f"Tệp {path} lớn hơn {MAX_BYTES // 1_000_000} MB.", "Hãy tách bớt nội dung.")
    return data
