"""The audit log in words: what an act was done to, and what is known of it, without keys of the program."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from docgen.language.dates import short_date
from docgen.language.text import cut
from docgen.model.calendar import Shift
from docgen.model.papers import PaperKind, Register
from docgen.model.people import Role
from docgen.model.period import ReportingPeriod
from docgen.office import agency
from docgen.office.numbers import REGISTER
from docgen.office.who import who, who_by_mark
from docgen.rules.reports import name_of
from docgen.store.tables import Unit

_BEFORE, _NOW = "before", "now"
"""Keys of an entry under which stands what was there before, and what is there now."""
_NOTHING = "chưa có"
_LABELS = {
    "cach": "Cách vào",
    "can_cu": "Căn cứ",
    "closes": "Đóng kỳ",
    "code": "Mã biên nhận",
    "data_from": "Số liệu từ ngày",
    "data_to": "Số liệu đến ngày",
    "demo": "Dữ liệu dùng thử",
    "den_ngay": "Đến hết ngày",
    "dia_chi": "Địa chỉ máy",
    "docx": "Mã kiểm tra tệp Word",
    "don_vi": "Đơn vị",
    "don_vi_ke_thua": "Đơn vị kế thừa",
    "due": "Hạn gửi báo cáo",
    "file": "Tệp",
    "gap_ngay_nghi": "Khi gặp ngày nghỉ",
    "ho_ten": "Họ và tên",
    "hinh": "Hình của kỳ trong báo cáo",
    "ids": "Việc cần quyết định",
    "ky": "Kỳ",
    "ky_bao_cao": "Kỳ báo cáo",
    "late_reason": "Lý do nộp chậm",
    "locked": "Đơn vị bị khóa",
    "ly_do": "Lý do",
    "ngay": "Ngày",
    "muc": "Chỗ trong báo cáo",
    "ngay_gui_bao_cao": "Ngày gửi báo cáo",
    "ngay_lam_viec": "Ngày làm việc",
    "ngay_nghi": "Ngày nghỉ",
    "opens": "Mở cho đơn vị",
    "note": "Việc đã làm",
    "pdf": "Mã kiểm tra tệp PDF",
    "place": "Mã đoạn",
    "plan_version": "Phiên bản kế hoạch",
    "reason": "Lý do",
    "register": "Số lấy từ",
    "quy_dinh_chung": "Quy định chung",
    "rows": "Các dòng trả lại",
    "settlement": "Kết luận",
    "sha256": "Mã kiểm tra",
    "so_ngay": "Số ngày dùng được",
    "so_ngay_don_vi_gui": "Số ngày để đơn vị gửi",
    "so_ngay_mo_truoc": "Số ngày mở trước",
    "ten": "Tên",
    "ten_cu": "Tên cũ",
    "ten_dang_nhap": "Tên đăng nhập",
    "ten_khac": "Cách viết khác của tên",
    "ten_viet_tat": "Tên viết tắt",
    "text": "Lời văn",
    "unit_due": "Hạn của đơn vị",
    "units": "Đơn vị",
    "until": "Đến hết ngày",
    "vai_tro": "Vai trò",
    "version": "Phiên bản",
}
"""What officers call what is written down."""
_SETTINGS = {
    agency.CALENDAR: "lịch báo cáo",
    agency.CHECKS: "quy tắc kiểm tra tệp",
    agency.FORMS: "biểu thống kê",
    agency.SECOND_APPROVAL: "hai cấp duyệt ở đơn vị",
    REGISTER: "sổ cấp số văn bản",
}
_LONGEST = 600
"""Letters of a line: whole forms of statistics are not read here."""
_OF_UNITS = {"don_vi", "don_vi_ke_thua", "units", "locked"}
_WORDS: Mapping[str, str] = {
    **{role.value: role.label for role in Role},
    **{one.value: one.label for one in Register},
    Shift.BEFORE: "lùi về ngày làm việc liền trước",
    Shift.AFTER: "chuyển sang ngày làm việc kế tiếp",
    Shift.STAY: "giữ nguyên",
    "mat-khau": "mật khẩu",
    "lien-ket": "liên kết cá nhân",
}


def subject_in_words(session: Session, subject: str) -> str:
    """Return what an act was done to, as officers call it: "Báo cáo quý I năm 2025 của Văn phòng Sở"."""
    kind, _, rest = subject.partition("/")
    tell = _SUBJECTS.get(kind)
    return tell(session, rest) if tell else subject


def detail_in_words(session: Session, detail: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is known of an act, a line each; what was changed with what stood there before."""
    yield from (cut(line, _LONGEST) for line in _lines(session, detail))


def _lines(session: Session, detail: Mapping[str, Any]) -> Iterator[str]:
    rest = {key: value for key, value in detail.items() if key not in {_BEFORE, _NOW}}
    for key, value in rest.items():
        yield f"{_label(key)}: {_said(session, key, value)}"
    if _BEFORE in detail or _NOW in detail:
        yield from _changes(session, detail.get(_BEFORE), detail.get(_NOW), known=_NOW in detail)


def _changes(session: Session, before: Any, now: Any, *, known: bool) -> Iterator[str]:
    """Yield what differs between two values; `known` says that the second one was written down."""
    if not known:
        yield f"Trước: {_said(session, '', before)}"
    elif isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*before, *now)):
            yield from _change(session, key, before.get(key), now.get(key))
    elif before != now:
        yield f"Nội dung: {_said(session, '', before)} → {_said(session, '', now)}"


def _change(session: Session, key: str, before: Any, now: Any) -> Iterator[str]:
    """Yield what differs between two values of a key."""
    if isinstance(before, dict) and isinstance(now, dict):
        yield from _changes(session, before, now, known=True)
    elif before != now:
        yield f"{_label(key)}: {_said(session, key, before)} → {_said(session, key, now)}"


def _said(session: Session, key: str, value: Any) -> str:
    """Return a value as officers read it."""
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dict):
        return "; ".join(f"{_label(name)}: {_said(session, name, one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(_said(session, key, one) for one in value) or "không có"
    text = str(value)
    if key in _OF_UNITS:
        return _unit(session, text)
    return _WORDS.get(text) or _day(text) or text


def _day(text: str) -> str:
    try:
        return short_date(date.fromisoformat(text)) if text[4:5] == "-" else ""
    except ValueError:
        return ""


def _label(key: str) -> str:
    words = key.replace("_", " ")
    return _LABELS.get(key) or words[:1].upper() + words[1:]


def _unit(session: Session, unit_id: str) -> str:
    unit = session.get(Unit, unit_id)
    return unit.name if unit else unit_id


def _report(session: Session, rest: str) -> str:
    code, _, unit = rest.partition("/")
    of_unit = f" của {_unit(session, unit)}" if unit else ""
    return f"Báo cáo {_period(code)}{of_unit}"


def _period(code: str) -> str:
    return name_of(ReportingPeriod.parse(code))


def _number(_: Session, rest: str) -> str:
    kind, year, number = rest.split("/")
    return f"Số {number} loại {PaperKind(kind).label} năm {year}"


def _user(session: Session, rest: str) -> str:
    return f"Người dùng {who(session, int(rest))}" if rest.isdecimal() else "Tên đăng nhập không có"


_SUBJECTS: Mapping[str, Callable[[Session, str], str]] = {
    "bao-cao": _report,
    "cai-dat": lambda _, name: f"Cài đặt: {_SETTINGS.get(name, name)}",
    "chuong-trinh": lambda session, rest: who_by_mark(session, f"chuong-trinh:{rest}"),
    "co-quan": lambda *_: "Cơ quan",
    "don-vi": lambda session, unit: f"Đơn vị {_unit(session, unit)}",
    "he-thong": lambda *_: "Hệ thống",
    "ke-hoach": lambda _, year: f"Kế hoạch năm {year}",
    "ky": lambda _, code: f"Kỳ báo cáo {_period(code)}",
    "nguoi-dung": _user,
    "so": _number,
    "van-ban": lambda _, symbol: f"Văn bản {symbol}",
}
"""What officers call what an act is done to, by the first word of its mark."""
