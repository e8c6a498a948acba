"""A Word file mended where that is certain."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import ConflictError
from docgen.files import read_file, write_together
from docgen.services.check import read_settings
from docgen.services.isolation import Answer, Names, ask
from docgen.services.rendered import Progress

if TYPE_CHECKING:
    from docgen.model.finding import Change, Finding, RuleFinding

_WORD = (".docx", ".docm", ".dotx", ".dotm")


@dataclass(frozen=True)
class MendedBytes:
    """The bytes of the mended file, what was changed in it, and what is left for a person."""

    data: bytes
    changes: "tuple[Change, ...]"
    left: "tuple[RuleFinding, ...]"
    notices: "tuple[Finding, ...]" = ()


@dataclass(frozen=True)
class Mended:
    """The file written, what was changed in it, and what is left for a person."""

    file: Path
    changes: "tuple[Change, ...]"
    left: "tuple[RuleFinding, ...]"
    notices: "tuple[Finding, ...]" = ()


def fix_file(
    path: Path,
    target: Path,
    settings: Path | None = None,
    changes: str | None = None,
    progress: Progress = lambda _: None,
) -> Mended:
    """Mend the Word file `path`, which may come from anyone, and write it to `target`, another file.

    Args:
        path: the file; it is left as it is.
        target: where the mended one goes; of the same kind.
        settings: a TOML file of the department, as for `check_file`.
        changes: tracked changes are "accepted", or taken back to the "original"; None where there are none.
        progress: told, in Vietnamese, what is being done.

    Raises:
        ConflictError: `target` cannot be written, or there are tracked changes and nothing is said of them.
        RefusedError: the file is signed, protected, dangerous or over a limit.
        DocgenError: one of the files cannot be used; nothing was written.

    """
    _refuse_other_kind(path, target)
    data, wanted = read_file(path), read_settings(settings)
    progress("Đang kiểm tra và sửa")
    mended = mend_bytes(data, Names(str(path), str(settings)), wanted, changes)
    (file,) = write_together({target: mended.data}, source=path)
    return Mended(file, mended.changes, mended.left, mended.notices)


def mend_bytes(data: bytes, names: Names, settings: str = "", changes: str | None = None) -> MendedBytes:
    """Mend the bytes of a Word file, which may come from anyone; see `fix_file` and `check_bytes`.

    Raises:
        ConflictError: there are tracked changes and nothing is said of them.
        RefusedError: the file is signed, protected, dangerous or over a limit.
        DocgenError: the file or the settings cannot be used.

    """
    answer = ask("fix", data, names, settings=settings, changes=changes)
    return MendedBytes(answer.data, _changes(answer), answer.breaches("left"), answer.findings("notices"))


def _changes(answer: Answer) -> "tuple[Change, ...]":
    from docgen.model.finding import Change  # noqa: PLC0415 - as in `ask`

    return tuple(Change(**one) for one in answer.told["changes"])


def _refuse_other_kind(path: Path, target: Path) -> None:
    """Refuse a name that Word would not open what was mended by."""
    source = path.suffix.lower()
    wanted = source if source in _WORD else _WORD[0]
    if target.suffix.lower() != wanted:
        raise ConflictError(
            f"“{target}” không phải tên phù hợp cho tệp Word đã sửa.", f"Hãy đặt tên có đuôi {wanted}."
        )
