"""Files that are not mended: signed or protected ones, and those whose changes nobody has decided on."""

from docgen.errors import ConflictError, RefusedError
from docgen.word.ooxml import child, flag
from docgen.word.package import Package
from docgen.word.reading.changes import open_changes

_SIGNED = "origin"
_UNSIGN = "Hãy sửa bản chưa ký rồi trình ký lại; bản đã ký phải giữ nguyên."
_UNPROTECT = (
    "Hãy mở bằng Word, bỏ bảo vệ (Review → Restrict Editing → Stop Protection), lưu lại rồi chạy lại."
)
_DECIDE = "Hãy chọn --accept-changes (sửa trên bản đã chấp nhận hết) hoặc --original (sửa trên bản gốc)."


def refuse_locked(package: Package) -> None:
    """Refuse a file that is signed or protected against editing.

    Raises:
        RefusedError: it is.

    """
    if any(arrow.kind == _SIGNED for arrow in package.relationships().values()):
        raise RefusedError("Tệp đã ký số; sửa sẽ làm mất hiệu lực chữ ký.", _UNSIGN)
    for name in package.related(package.main, "settings"):
        settings = package.xml(name)
        if flag(child(settings, "documentProtection"), "enforcement"):
            raise RefusedError("Tệp được bảo vệ, không cho sửa.", _UNPROTECT)


def refuse_undecided(package: Package) -> None:
    """Refuse a file with tracked changes.

    Raises:
        ConflictError: it has some.

    """
    parts = [package.main, *package.related(package.main, "header"), *package.related(package.main, "footer")]
    count = sum(len(open_changes(package.xml(part))) for part in parts)
    if count:
        raise ConflictError(f"Tệp còn {count} thay đổi theo dõi (track changes) chưa duyệt.", _DECIDE)
