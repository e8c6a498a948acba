"""The audit log as people read it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.orm import Session

from docgen.office.audit_words import detail_in_words, subject_in_words
from docgen.office.who import who_by_mark
from docgen.store.tables import ApiToken, AuditEntry, User

_ACTIONS = {
    "ban-hanh": "Ban hành văn bản",
    "bo-duyet": "Bỏ duyệt",
    "bo-sua-bao-cao": "Bỏ chỗ sửa trong báo cáo",
    "cai-dat": "Thay đổi cài đặt",
    "cap-khoa-api": "Cấp khóa truy cập cho chương trình",
    "cap-lai-mat-khau": "Cấp lại mật khẩu",
    "cap-lien-ket": "Cấp liên kết cá nhân",
    "cap-so": "Cấp số văn bản",
    "dang-nhap": "Đăng nhập",
    "dang-nhap-sai": "Đăng nhập không thành công",
    "dang-xuat": "Đăng xuất",
    "dang-xuat-moi-noi": "Đăng xuất mọi nơi",
    "dat-mat-khau": "Đặt mật khẩu",
    "de-nghi": "Trình lãnh đạo đơn vị",
    "doi-mat-khau": "Đổi mật khẩu",
    "dong-ky": "Đóng kỳ báo cáo",
    "duyet": "Duyệt báo cáo của đơn vị",
    "gia-han": "Gia hạn kỳ báo cáo",
    "gui": "Gửi báo cáo của đơn vị",
    "huy-so": "Hủy số văn bản",
    "khoa-lai": "Khóa lại báo cáo của đơn vị",
    "khoa-so-lieu": "Khóa số liệu của kỳ",
    "khoi-tao": "Khởi tạo hệ thống",
    "mo-khoa": "Mở khóa cho đơn vị",
    "mo-ky": "Mở kỳ báo cáo",
    "mo-lai-nguoi-dung": "Cho người dùng hoạt động lại",
    "ngung-nguoi-dung": "Ngừng người dùng",
    "nhac-han": "Nhắc hạn",
    "nhap-ke-hoach": "Nhập kế hoạch",
    "quyet-dinh": "Quyết định về nội dung kế hoạch",
    "sao-luu": "Sao lưu dữ liệu",
    "soan-du-thao": "Soạn dự thảo kế hoạch",
    "sua-bao-cao": "Sửa lời văn báo cáo",
    "sua-co-quan": "Sửa thông tin cơ quan, đơn vị",
    "sua-ke-hoach": "Sửa kế hoạch",
    "sua-nguoi-dung": "Sửa thông tin người dùng",
    "tao-nguoi-dung": "Thêm người dùng",
    "them-don-vi": "Thêm đơn vị",
    "thu-hoi": "Thu hồi báo cáo đã gửi",
    "thu-hoi-khoa-api": "Thu hồi khóa truy cập",
    "thu-hoi-lien-ket": "Thu hồi liên kết cá nhân",
    "tra-lai": "Trả lại báo cáo của đơn vị",
    "trinh": "Trình lãnh đạo đơn vị",
}
"""What officers call an act."""


@dataclass(frozen=True)
class LogEntry:
    """An entry: who did what to what, when, in words; `detail` has a line for each thing that is known.

    `mark` is what the log itself calls what it was done to, `hash` that of the entry.
    """

    id: int
    made_at: datetime
    actor: str
    action: str
    subject: str
    mark: str
    detail: str
    hash: str

    def __str__(self) -> str:
        """Return what it is called in a sentence."""
        return f"mục nhật ký số {self.id}"


def entries(session: Session, text: str = "", skip: int = 0, limit: int = 50) -> list[LogEntry]:
    """Return entries with a text in them, the newest first."""
    wanted = _wanted(session, select(AuditEntry), text).order_by(AuditEntry.id.desc())
    return [_entry(session, row) for row in session.scalars(wanted.offset(skip).limit(limit))]


def entry_count(session: Session, text: str = "") -> int:
    """Return how many entries have a text in them."""
    return session.scalar(_wanted(session, select(func.count(AuditEntry.id)), text)) or 0


def entry(session: Session, number: int) -> LogEntry | None:
    """Return an entry by its number; None where there is none."""
    row = session.get(AuditEntry, number)
    return _entry(session, row) if row else None


def _wanted(session: Session, select_: Select[Any], text: str) -> Select[Any]:
    return select_.where(or_(*_has(session, text))) if text else select_


def _has(session: Session, text: str) -> list[ColumnElement[bool]]:
    """Return where a text may stand: in the act as officers call it, its subject, who did it, the rest."""
    folded = text.lower()
    acts = [name for name, words in _ACTIONS.items() if folded in words.lower()]
    is_named = User.name.contains(text, autoescape=True)
    users = session.scalars(select(User.id).where(is_named))
    programs = session.scalars(select(ApiToken.id).join(User, User.id == ApiToken.user_id).where(is_named))
    marks = [f"nguoi-dung:{user}" for user in users] + [f"chuong-trinh:{token}" for token in programs]
    return [
        AuditEntry.action.in_(acts),
        AuditEntry.actor.in_(marks),
        AuditEntry.subject.contains(text, autoescape=True),
        cast(AuditEntry.detail, String).contains(json.dumps(text)[1:-1], autoescape=True),
    ]


def _entry(session: Session, row: AuditEntry) -> LogEntry:
    return LogEntry(
        id=row.id,
        made_at=row.made_at,
        actor=who_by_mark(session, row.actor),
        action=_ACTIONS.get(row.action, row.action),
        subject=subject_in_words(session, row.subject),
        mark=row.subject,
        detail="\n".join(detail_in_words(session, row.detail)),
        hash=row.hash,
    )
