"""Periods of offices that are not the shipped one: their plans, their units, and what those sent.

`department` reads a plan of `tests/support/departments`, `small` makes one of few words, `sent` answers for a
period in one of the ways of `WAYS`, `added` adds it up.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import count
from pathlib import Path

from ruamel.yaml import YAML

from docgen.model.calendar import OfficeCalendar
from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.model.statistics import Forms
from docgen.model.submission import ReceivedFile, Submission
from docgen.rules.reporting_dates import dates_of
from docgen.transform.reporting import add_up, obligations

_HERE = Path(__file__).parent
CALENDAR = OfficeCalendar()
PARTS = ("Q1", "6T", "Q3", "9T", "N")
WAYS = ("done", "none", "ongoing", "late", "dropped", "mixed", "bare")
"""How all tasks are answered: "mixed" in every way in turn, "bare" done without a word."""

_MIXED = ("done", "ongoing", "late", "none", "dropped")
_LAST_OF_THE_PROVINCE = 2025
_COLLECTIVE = frozenset({"ubnd-huyen", "ubnd-phuong"})
_NAMES = {
    "ubnd-huyen": ("UBND huyện Hoài Ân", "UBND"),
    "ubnd-phuong": ("UBND phường Quy Nhơn Bắc", "UBND"),
}


@dataclass(frozen=True)
class Elsewhere:
    """An office with its plan."""

    plan: Plan
    organisation: Organisation
    forms: Forms


@cache
def department(name, **changed):
    """Return the office of a plan of `tests/support/departments`; `changed` replaces keys of its agency."""
    data = YAML(typ="safe").load((_HERE / "departments" / f"{name}.yaml").read_text("utf-8"))
    called, symbol = _NAMES.get(name, ("Sở Y tế", "SYT"))
    agency = {"ten": called, "ky_hieu": symbol, "che_do_tap_the": name in _COLLECTIVE}
    return office(data, **agency | changed)


def office(data, **agency):
    """Return the office whose plan has such data, with the units that the plan names."""
    rows = [*_rows(data)]
    for number, row in enumerate(rows, 1):
        row.setdefault("id", f"viec-{number}")
    head = data["ky"].get("chuc_vu_cap_truong") or data["ky"]["chuc_vu"]
    place = "Bình Định" if data["nam"] <= _LAST_OF_THE_PROVINCE else "Gia Lai"
    usual = {"id": "co-quan", "ten": "Sở Y tế", "ky_hieu": "SYT", "co_quan_chu_quan": f"UBND tỉnh {place}"}
    known = {"dia_danh": place, "chuc_vu_cap_truong": head, "don_vi": _units(rows)}
    organisation = Organisation.model_validate({**usual, **known, **agency})
    context = {"organisation": organisation}
    return Elsewhere(Plan.model_validate(data, context=context), organisation, forms_of(organisation))


def small(*groups, year=2026, **fields):
    """Return an office with a plan of few words: each group is its title and rows "task; lead; deadline".

    A row that begins with "+" is a sub-task of the one before it.
    """
    appendix = {"ten": f"Nhiệm vụ năm {year}", "phan": [{"nhom": [_group(*one) for one in groups]}]}
    data = {
        "nam": year,
        "so": 12,
        "ngay_ban_hanh": f"06/01/{year}",
        "trich_yeu": f"Cải cách hành chính năm {year}",
        "mo_dau": [f"Sở Y tế ban hành Kế hoạch cải cách hành chính năm {year} như sau:"],
        "noi_dung": [{"tieu_de": "Mục đích", "doan": ["Nâng cao chất lượng phục vụ người dân."]}],
        "noi_nhan": {"danh_sach": ["UBND tỉnh", "Lãnh đạo Sở"], "don_vi_soan_thao": "VP"},
        "ky": {"chuc_vu": "Giám đốc", "ho_ten": "Nguyễn Văn An"},
        "phu_luc": [appendix] if groups else [],
    }
    agency = {key: fields.pop(key) for key in ("co_quan_chu_quan", "don_vi", "nhom_don_vi") if key in fields}
    return office({**data, **fields}, **agency)


def _group(title, *rows):
    tasks = []
    for row in rows:
        text, lead, deadline = (piece.strip() for piece in row.lstrip("+ ").split(";"))
        made = {"noi_dung": text, "chu_tri": lead, "thoi_gian": deadline}
        if row.startswith("+"):
            tasks[-1].setdefault("nhiem_vu_con", []).append(made)
        else:
            tasks.append(made)
    return {"ten": title, "nhiem_vu": tasks} if title else {"nhiem_vu": tasks}


def _rows(data):
    for appendix in data.get("phu_luc", ()):
        for group in (group for part in appendix["phan"] for group in part["nhom"]):
            for task in group["nhiem_vu"]:
                yield from (task, *task.get("nhiem_vu_con", ()))


def _units(rows):
    named = [row.get(key, ()) for row in rows for key in ("chu_tri", "phoi_hop")]
    every = dict.fromkeys(name for names in named for name in ([names] if isinstance(names, str) else names))
    names = [*every] or ["Văn phòng"]
    return [{"id": f"don-vi-{at}", "ten": name, "loai": "phong"} for at, name in enumerate(names, 1)]


def forms_of(organisation):
    """Return three rows of statistics that the first unit of an agency tells."""
    told = {"don_vi_bao_cao": [organisation.units[0].name]}
    rows = [
        {"ma": "3.1", "ten": "Hồ sơ đã giải quyết", "don_vi_tinh": "hồ sơ", **told},
        {"ma": "3.2", "ten": "Hồ sơ đúng hạn", "don_vi_tinh": "hồ sơ", "khong_lon_hon": "3.1", **told},
        {
            "ma": "3.3",
            "ten": "Tỷ lệ hồ sơ đúng hạn",
            "don_vi_tinh": "%",
            "cach_tinh": "ty_le",
            "tu_so": "3.2",
            "mau_so": "3.1",
        },
    ]
    return Forms.model_validate(
        {"bieu": [{"so": "3", "ten": "Thủ tục hành chính", "noi_dung": 3, "chi_tieu": rows}]}
    )


def period_of(elsewhere, part):
    """Return a period of the year of the plan."""
    return ReportingPeriod(elsewhere.plan.year, part)


def sent(elsewhere, part, way="mixed", *, only=None, days_late=0):
    """Return what units sent for a period, by their ids: all, or `only` so many of them."""
    period = period_of(elsewhere, part)
    dates = dates_of(period, CALENDAR)
    owed = obligations(elsewhere.plan, elsewhere.organisation, dates).obligations
    units = [*dict.fromkeys(one.unit for one in owed if one.is_required)][:only]
    numbers = count()
    files = {}
    for unit in units:
        tasks = dict.fromkeys(one.task for one in owed if one.unit == unit and one.is_required)
        rows = [_answer(task, _way(way, next(numbers)), dates.data_to) for task in tasks]
        name = next(one.name for one in owed if one.unit == unit)
        data = {
            "nam": period.year,
            "ky": str(period),
            "don_vi": name,
            "ngay_gui": dates.unit_due + timedelta(days_late),
            "ket_qua": rows,
            **_more(unit, elsewhere.organisation, way),
        }
        submission = Submission.model_validate(data)
        files[unit] = ReceivedFile(submission, f"{period}/{unit}.yaml", period, unit)
    return files


def _way(way, number):
    return _MIXED[number % len(_MIXED)] if way == "mixed" else way


def _answer(task, way, day):
    named = task.replace("-", " ")
    telling = {
        "done": {
            "tinh_trang": "hoan_thanh",
            "ngay_hoan_thanh": day - timedelta(20),
            "ket_qua": f"Đã tham mưu ban hành văn bản triển khai việc {named}.",
            "van_ban": [{"so_ky_hieu": "35/KH-SYT", "ngay": day - timedelta(20), "trich_yeu": "Triển khai"}],
        },
        "bare": {"tinh_trang": "hoan_thanh", "ngay_hoan_thanh": day},
        "none": {"tinh_trang": "chua_thuc_hien"},
        "ongoing": {"tinh_trang": "dang_thuc_hien", "ket_qua": f"Đang lấy ý kiến về việc {named}"},
        "late": {"tinh_trang": "cham_tien_do", "ly_do": "Do chờ ý kiến của Sở Tài chính."},
        "dropped": {"tinh_trang": "khong_thuc_hien", "can_cu": "Thông báo số 15/TB-SYT"},
    }
    return {"id": task, **telling[way]}


def _more(unit, organisation, way):
    """Return what one unit tells beside its tasks."""
    if unit != organisation.units[0].id or way == "bare":
        return {}
    numbers = [{"ma": "3.1", "so_lieu": 120}, {"ma": "3.2", "so_lieu": 118}]
    beside = {"noi_dung": "Cải cách thủ tục hành chính", "ket_qua": ["Niêm yết công khai 12 thủ tục"]}
    return {"thong_ke": numbers, "noi_dung_khac": [beside], "kien_nghi": ["Đề nghị bố trí kinh phí."]}


def added(elsewhere, part, *files):
    """Return a period added up from what units sent for it, and for earlier ones."""
    submissions = {}
    for some in files:
        for one in some.values():
            submissions.setdefault(one.period, {})[one.unit] = one
    period = period_of(elsewhere, part)
    return add_up(elsewhere.plan, elsewhere.organisation, period, submissions, CALENDAR, elsewhere.forms)
