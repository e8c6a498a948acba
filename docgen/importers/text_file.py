"""A text file of an officer, read whole or refused with a reason."""

from pathlib import Path

from docgen.errors import InvalidInputError
from docgen.files import read_file

_ZIP = b"PK\x03\x04"
MAX_BYTES = 1_000_000
"""Bytes in a text file; the 2025 plan has 41,000."""


def read_text(path: Path) -> str:
    """Return the text of the UTF-8 file `path`, without a byte order mark.

    Raises:
        MissingError: there is no such file.
        InvalidInputError: it is no file, cannot be read or is not UTF-8.
        RefusedError: it is bigger than `MAX_BYTES`.

    """
    data = read_file(path, MAX_BYTES)
    if data.startswith(_ZIP):
        raise InvalidInputError(
            f"“{path}” là tệp Word, Excel hoặc tệp nén, không phải tệp YAML.",
            "Hãy chỉ ra tệp kế hoạch dạng .yaml.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(
            f"Tệp “{path}”, dòng {line}: không phải bảng mã UTF-8.",
            "Hãy lưu lại tệp với bảng mã (encoding) UTF-8.",
        ) from error
