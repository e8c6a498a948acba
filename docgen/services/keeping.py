"""Data that an officer may have worked on is never written over: it is kept beside what is new."""

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.files import read_file

if TYPE_CHECKING:
    from docgen.model.finding import Finding


def kept(target: Path, new: bytes, remedy: str) -> "tuple[dict[Path, bytes], tuple[Finding, ...]]":
    """Return the data under `target` that `new` takes the place of, to be written beside it, and a remark.

    The remark ends in `remedy`, a sentence. Nothing is kept of a file that says the same, or is not there.
    """
    if not target.is_file() or (old := read_file(target)) == new:
        return {}, ()
    aside = target.with_name(f"{target.stem}.cu{target.suffix}")
    from docgen.model.finding import Finding, Severity  # noqa: PLC0415 - as in `isolation.ask`

    told = Finding(
        code="giu-ban-cu",
        severity=Severity.INFO,
        place=str(target),
        message=f"đã có tệp số liệu cùng tên; bản cũ được giữ ở {aside.name}.",
        remedy=remedy,
    )
    return {aside: old}, (told,)
