"""Data that an officer may have worked on is never written over: it is kept beside what is new."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import ConflictError
from docgen.files import read_file
from docgen.services.organisations import FILE

if TYPE_CHECKING:
    from docgen.model.finding import Finding

YAML = frozenset({".yaml", ".yml"})
"""How the names of files of data end."""


def refuse_other_kind(target: Path) -> None:
    """Refuse to write the data of a plan under the name of anything else.

    Raises:
        ConflictError: `target` has not the name of a YAML file, or has that of the agency's own.

    """
    if target.suffix.lower() not in YAML:
        raise ConflictError(f"“{target}” không phải tên của tệp số liệu.", "Hãy đặt tên có đuôi .yaml.")
    if target.name == FILE:
        raise ConflictError(f"“{target}” là tên dành cho tệp đơn vị.", "Hãy đặt tên khác cho tệp số liệu.")


def kept(target: Path, new: bytes, remedy: str) -> "tuple[dict[Path, bytes], tuple[Finding, ...]]":
    """Return the data under `target` that `new` takes the place of, to be written beside it, and a remark.

    The remark ends in `remedy`, a sentence. Nothing is kept of a file that says the same, or is not there.
    What was kept before stays.
    """
    if not target.is_file() or (old := read_file(target)) == new:
        return {}, ()
    aside = _aside(target, old)
    from docgen.model.finding import Finding, Severity  # noqa: PLC0415 - as in `isolation.ask`

    told = Finding(
        code="giu-ban-cu",
        severity=Severity.INFO,
        place=str(target),
        message=f"đã có tệp số liệu cùng tên; bản cũ được giữ ở {aside.name}.",
        remedy=remedy,
    )
    return {aside: old}, (told,)


def _aside(target: Path, old: bytes) -> Path:
    """Return where `old` is kept: the first place that is free, or has just that."""
    marks = (f"cu-{number}" if number > 1 else "cu" for number in count(1))
    places = (target.with_name(f"{target.stem}.{mark}{target.suffix}") for mark in marks)
    return next(place for place in places if not place.exists() or read_file(place) == old)
