"""Files that are not mended (signed, protected, with changes nobody has decided on) or not even judged."""

import re
from itertools import islice

from docgen.components import Head, Paper, Piece
from docgen.components.pieces import in_columns
from docgen.errors import ConflictError, InvalidInputError, RefusedError
from docgen.package import Package
from docgen.word.ooxml import child, flag
from docgen.word.reading.changes import open_changes

_SIGNED = "origin"
_UNSIGN = "Hãy sửa bản chưa ký rồi trình ký lại; bản đã ký phải giữ nguyên."
_UNPROTECT = (
    "Hãy mở bằng Word, bỏ bảo vệ (Review → Restrict Editing → Stop Protection), lưu lại rồi chạy lại."
)
_DECIDE = "Hãy chọn --accept-changes (sửa trên bản đã chấp nhận hết) hoặc --original (sửa trên bản gốc)."

_OTHERS = {"dang cong san viet nam": "Đảng", "doan tncs ho chi minh": "Đoàn Thanh niên"}
"""What stands in the place of the Quốc hiệu, and whose documents then have rules of their own."""

_APPLICATION = re.compile(r"ĐƠN [A-ZĐÀ-Ỹ ,]+$")
_TOP = 10


def refuse_other_regime(paper: Paper) -> None:
    """Refuse what the decree is not for (Điều 1, Điều 7): of the Party, or what a person applies for.

    Raises:
        InvalidInputError: it is not for it.

    """
    head = paper.main.head or Head()
    top = list(islice(in_columns(paper.main.blocks[:_TOP]), _TOP))
    if head.national_title is None:
        _refuse_organisation(top)
    elif not (head.issuer or head.number):
        _refuse_application(top)


def _refuse_organisation(top: list[Piece]) -> None:
    title = next((piece for piece in top if piece.key in _OTHERS), None)
    if title is not None:
        owner = _OTHERS[title.key]
        raise InvalidInputError(
            f"Đây là văn bản của {owner} (ghi “{title.text}”), có thể thức riêng, không theo Nghị định số "
            "30/2020/NĐ-CP; docgen không kiểm tra, không sửa.",
            f"Hãy theo quy định về thể thức văn bản của {owner}.",
        )


def _refuse_application(top: list[Piece]) -> None:
    title = next((piece for piece in top if _APPLICATION.match(piece.text)), None)
    if title is not None:
        raise InvalidInputError(
            f"Đây là đơn của cá nhân (“{title.text}”), không phải văn bản hành chính theo Nghị định số "
            "30/2020/NĐ-CP; docgen không kiểm tra, không sửa.",
            "Hãy theo mẫu đơn của cơ quan nhận, nếu có.",
        )


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
