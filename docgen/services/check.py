"""What of a file breaks Decree 30 or contradicts itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import InvalidInputError
from docgen.files import read_file
from docgen.services.isolation import Names, ask
from docgen.services.rendered import Progress

if TYPE_CHECKING:
    from docgen.model.finding import Finding, RuleFinding

MAX_SETTINGS = 1_000_000
"""Bytes of a file of settings."""


@dataclass(frozen=True)
class Checked:
    """What breaks a rule, and what a person may want to know of how the file was read."""

    findings: "tuple[RuleFinding, ...]"
    notices: "tuple[Finding, ...]" = ()


def check_file(
    path: Path,
    settings: Path | None = None,
    changes: str = "accepted",
    progress: Progress = lambda _: None,
) -> Checked:
    """Check the Word file or PDF `path`, which may come from anyone.

    Args:
        path: the file; it is left as it is.
        settings: a TOML file of the department: rules switched off, terms of its own.
        changes: whether tracked changes count as "accepted", or are taken back to the "original".
        progress: told, in Vietnamese, what is being done.

    Raises:
        DocgenError: one of the files cannot be used.

    """
    data, wanted = read_file(path), read_settings(settings)
    progress("Đang kiểm tra")
    return check_bytes(data, Names(str(path), str(settings)), wanted, changes)


def check_bytes(data: bytes, names: Names, settings: str = "", changes: str = "accepted") -> Checked:
    """Check the bytes of a Word file or PDF, which may come from anyone.

    Args:
        data: the file.
        names: what a person calls it, and the file of the settings.
        settings: TOML, as in the file that `check_file` is told of.
        changes: as for `check_file`.

    Raises:
        DocgenError: the file or the settings cannot be used.

    """
    answer = ask("check", data, names, settings=settings, changes=changes)
    return Checked(answer.breaches("findings"), answer.findings("notices"))


def read_settings(path: Path | None) -> str:
    """Return the text of a file of settings; it is understood where the rules are known, by the worker.

    Raises:
        DocgenError: there is no such file, or it is no text.

    """
    if path is None:
        return ""
    try:
        return read_file(path, MAX_SETTINGS).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInputError(
            f"“{path}” không phải tệp văn bản theo bảng mã UTF-8.",
            "Hãy chỉ ra tệp cài đặt dạng .toml, lưu với bảng mã (encoding) UTF-8.",
        ) from error
