"""Any plan typed in any habits: what of one office and what of another may meet in one file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from hypothesis import strategies as st

from departments.appendix import ACROSS, BESIDE, PLAIN, Drawn
from departments.encodings import SAME, as_said, hastily, on_a_mac, tcvn3, vni
from departments.ooxml import (
    Cell,
    File,
    Mark,
    Row,
    control,
    cut,
    deleted,
    in_control,
    in_field,
    in_link,
    in_long_field,
    in_smart_tag,
    inserted,
    instead_of,
    numbering_of,
    table_of,
)
from departments.typist import MOTTO, NATION, Data, Typist

_KEYBOARDS = {
    "unicode": as_said,
    "mac": on_a_mac,
    "hasty": hastily,
    "tcvn3": tcvn3,
    "vni": vni,
}
_MARKS = {
    "": None,
    "control": in_control,
    "smart tag": in_smart_tag,
    "link": in_link,
    "field": in_field,
    "long field": in_long_field,
    "inserted": inserted,
    "deleted": deleted("Tham mưu "),
    "changed": instead_of("Xây dựng và"),
    "cut": cut,
}
_LEGACY = {"tcvn3", "vni"}
_HALF = 35
"""Letters of the first half of a long text."""

_DEFAULT_HEADINGS = {
    "noi_dung": "Nhiệm vụ cụ thể",
    "san_pham": "Sản phẩm",
    "chu_tri": "Cơ quan chủ trì",
    "phoi_hop": "Cơ quan phối hợp",
    "thoi_gian": "Thời gian thực hiện",
    "kinh_phi": "Kinh phí",
    "ghi_chu": "Ghi chú",
}


@dataclass(frozen=True)
class Habits:
    """What one office does, each field one of what offices do."""

    keyboard: str
    head: str
    together: bool
    automatic: bool
    capitals: bool
    dash: str
    end: str
    tabbed: bool
    label: str
    apart: str
    framed: bool
    controlled: bool
    titles: str
    number: str
    counting: bool
    sub: str
    merged: tuple[str, ...]
    counted: bool
    again: int
    over: bool
    units: str
    from_one: bool
    landscape: bool
    turned: bool
    torn: bool
    broken: bool
    mark: str
    loud: bool
    reference: str
    above: str
    below: str
    summed: bool
    signs: tuple[str, str, str]
    joined: bool
    numberless: bool
    bullet: str
    ditto: str


_CHOICES: dict[str, tuple[Any, ...]] = {
    "keyboard": tuple(_KEYBOARDS),
    "head": ("table", "tabs", "blanks", "below"),
    "together": (False, True),
    "automatic": (False, True),
    "capitals": (True, False),
    "dash": ("-", "–", "+"),
    "end": ("./.", ".", ""),
    "tabbed": (False, True),
    "label": ("PHỤ LỤC", "Phụ lục", "Phụ lục số", "Phụ lục:"),
    "apart": ("", "parts", "groups"),
    "framed": (False, True),
    "controlled": (False, True),
    "titles": (ACROSS, BESIDE, PLAIN),
    "number": ("1", "01", "1.", "1)"),
    "counting": (False, True),
    "sub": ("1.1", "a)", "-"),
    "merged": ((), ("chu_tri",), ("chu_tri", "phoi_hop", "thoi_gian")),
    "counted": (False, True),
    "again": (0, 3),
    "over": (False, True),
    "units": ("; ", ", ", "\n"),
    "from_one": (False, True),
    "landscape": (False, True),
    "turned": (False, True),
    "torn": (False, True),
    "broken": (False, True),
    "mark": tuple(_MARKS),
    "loud": (False, True),
    "reference": ("", "(Kèm theo Kế hoạch của Sở Nội vụ)"),
    "above": ("", "Đơn vị tính: triệu đồng"),
    "below": ("", "Ghi chú: báo cáo kết quả qua hộp thư công vụ của phòng đầu mối."),
    "summed": (False, True),
    "signs": ((".", ".", ")"), ("/", "/", "/"), (" -", ")", ")"), (".", "/", ".")),
    "joined": (False, True),
    "numberless": (False, True),
    "bullet": ("-", "\uf0b7", "o", "–"),
    "ditto": ("", "nt", "″"),
}
assert set(_CHOICES) == {one.name for one in fields(Habits)}


def habits() -> st.SearchStrategy[Habits]:
    """Return any habits."""
    return st.builds(Habits, **{name: st.sampled_from(choice) for name, choice in _CHOICES.items()})


def said(plan: Data, office: Habits) -> Data:
    """Return what a plan says when an office has typed it: old fonts lack some signs, pages may lie."""
    known = _translated(plan) if office.keyboard in _LEGACY else plan
    lies = "ngang" if office.landscape else "doc"
    return known | {"phu_luc": [one | {"huong": lies} for one in known["phu_luc"]]}


def _translated(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _translated(one) for key, one in node.items()}
    if isinstance(node, list):
        return [_translated(one) for one in node]
    return node.translate(SAME) if isinstance(node, str) else node


def typed(plan: Data, office: Habits) -> bytes:
    """Type a plan in the habits of an office."""
    typist = Typist(
        plan,
        typed=_KEYBOARDS[office.keyboard],
        automatic=office.automatic,
        capitals=office.capitals,
        dash=office.dash,
        end=office.end,
        signs=office.signs,
        marks=_marks(plan, office),
        returns=_halves(_texts_of(plan["noi_dung"])) if office.broken else (),
    )
    file = File(
        [
            *_head(typist, office),
            *typist.title(together=office.together),
            *typist.text(),
            *_closing(typist, office),
        ],
        numbering=numbering_of(office.number, 40, office.bullet),
    )
    several = len(plan["phu_luc"]) > 1
    for roman, appendix in zip(("I", "II"), plan["phu_luc"], strict=False):
        label = f"{office.label.rstrip(':')} {roman}" if several else office.label.removesuffix(" số")
        blocks = typist.annex(appendix["ten"], office.reference, label, joined=office.joined)
        blocks += [typist.p(office.above, "r i")] if office.above else []
        blocks += _tables(typist, office, _aloud(appendix) if office.loud else appendix)
        blocks += [typist.p(office.below, "j i")] if office.below else []
        if office.landscape:
            file.in_new_section(blocks)
        else:
            file.on_new_page(blocks)
    return file.bytes()


def _marks(plan: Data, office: Habits) -> dict[str, Mark]:
    """Return what is put around the first words of every other task."""
    mark, texts = _MARKS[office.mark], [task["noi_dung"] for task in _tasks(plan["phu_luc"])]
    firsts = {" ".join(words.split()[:2]) for words in texts[::2]}
    return dict.fromkeys(sorted(firsts), mark) if mark else {}


def _tasks(appendices: list[Data]) -> list[Data]:
    """Return tasks and what stands under them."""
    tasks = [
        task
        for appendix in appendices
        for part in appendix["phan"]
        for group in part["nhom"]
        for task in group["nhiem_vu"]
    ]
    return tasks + [under for task in tasks for under in task.get("nhiem_vu_con", ())]


def _halves(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the first halves of long texts that go on with a small letter."""
    found = []
    for text in texts:
        words = text.split(" ")
        ends = [" ".join(words[:at]) for at in range(1, len(words)) if words[at][0].islower()]
        long = [end for end in ends if len(end) > _HALF and end[-1] not in ".;:”" and "**" not in text]
        found += long[:1]
    return tuple(found)


def _texts_of(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, (dict, list)):
        for one in node.values() if isinstance(node, dict) else node:
            yield from _texts_of(one)


def _aloud(appendix: Data) -> Data:
    """Return an appendix with its titles in capitals."""
    return appendix | {
        "phan": [
            part
            | {"ten": part.get("ten", "").upper()}
            | {"nhom": [group | {"ten": group.get("ten", "").upper()} for group in part["nhom"]]}
            for part in appendix["phan"]
        ]
    }


def _head(typist: Typist, office: Habits) -> list[str]:
    plan = typist.plan
    number = f"Số: {plan['so']:02d}/KH-SNV" if plan.get("so") else "Số:       /KH-SNV"
    left = ["UBND TỈNH GIA LAI", "SỞ NỘI VỤ", number]
    right = [NATION, MOTTO, f"Gia Lai, {_day(plan)}"]
    if office.head == "table":
        return [typist.head_in_table(left, right)]
    if office.head == "below":
        return [*typist.head_below([*right[:2], *left]), typist.p(right[2], "r i")]
    return typist.head_in_lines(left, right, by_tab=office.head == "tabs")


def _day(plan: Data) -> str:
    if not plan.get("ngay_ban_hanh"):
        return f"ngày      tháng      năm {plan['nam_ban_hanh']}"
    day, month, year = plan["ngay_ban_hanh"].split("/")
    return f"ngày {day} tháng {month} năm {year}"


def _closing(typist: Typist, office: Habits) -> list[str]:
    known, signature = typist.plan["noi_nhan"], typist.plan["ky"]
    copies = f" ({known['so_ban']:02d} bản)" if "so_ban" in known else ""
    kept = ", ".join(filter(None, ("Lưu: VT", known.get("don_vi_soan_thao"))))
    lines = [*_titles(signature), signature["chuc_vu"].upper(), signature["ho_ten"]]
    if office.tabbed:
        return typist.closing_in_tabs(f"{kept}{copies}.", lines)
    return [typist.closing_in_table(f"{kept}{copies}.", lines)]


def _titles(signature: Data) -> list[str]:
    authority, head = signature.get("quyen_han", ""), signature.get("chuc_vu_cap_truong", "").upper()
    if authority == "TM.":
        return [f"TM. {signature['tap_the'].upper()}", *([f"KT. {head}"] if head else [])]
    return [f"{authority} {head}"] if authority else []


def _tables(typist: Typist, office: Habits, appendix: Data) -> list[str]:
    drawn = Drawn(
        typist,
        _columns(appendix, office),
        over={"Phân công": ("chu_tri", "phoi_hop")} if _has_both(appendix) and office.over else {},
        ditto="" if office.merged else office.ditto,
        merged=() if office.torn else office.merged,
        torn=_halves(task["noi_dung"] for task in _tasks([appendix])) if office.torn else (),
        counted=office.counted,
        again=office.again,
        number=office.number,
        automatic=office.counting,
        sub=office.sub,
        titles=office.titles,
        units=office.units,
        from_one=office.from_one,
        numberless=office.numberless and not any(part.get("ten") for part in appendix["phan"]),
        repeated=not office.again,
    )
    room = 14000 if office.landscape else 9600
    parts = appendix["phan"]
    if office.apart == "parts" and all(part.get("ten") for part in parts):
        return [
            block
            for letter, part in zip("ABCD", parts, strict=False)
            for block in (
                typist.p(f"{letter}. {part['ten']}", "b"),
                drawn.table([*drawn.head(), *drawn.groups(part)], room=room),
            )
        ]
    if office.apart == "groups" and len(parts) == 1 and all(group.get("ten") for group in parts[0]["nhom"]):
        return [
            block
            for roman, group in zip(("I", "II", "III", "IV", "V"), parts[0]["nhom"], strict=False)
            for block in (
                typist.p(f"{roman}. {group['ten']}", "b"),
                drawn.table([*drawn.head(), *drawn.groups({"nhom": [group | {"ten": ""}]})], room=room),
            )
        ]
    rows = drawn.whole(appendix)
    if office.summed:
        rows.append(
            Row([drawn.cell(f"Tổng số: {_count(appendix)} nhiệm vụ", "c b", span=len(drawn.columns))])
        )
    table = drawn.table(rows, room=room)
    if office.framed:
        table = table_of([room + 200], [Row([Cell(f"{table}<w:p/>")])])
    return [control(table) if office.controlled else table]


def _count(appendix: Data) -> int:
    return sum(len(group["nhiem_vu"]) for part in appendix["phan"] for group in part["nhom"])


def _columns(appendix: Data, office: Habits) -> dict[str, str]:
    """Return the headings of the columns that say something, turned round behind the tasks if so typed."""
    told = appendix.get("cot", {})
    used = [key for key in _DEFAULT_HEADINGS if any(row.get(key) for row in _tasks([appendix]))]
    first, *others = used
    ordered = [first, *(reversed(others) if office.turned and not office.over else others)]
    return {"stt": told.get("stt", "STT")} | {key: told.get(key, _DEFAULT_HEADINGS[key]) for key in ordered}


def _has_both(appendix: Data) -> bool:
    return any(
        task.get("phoi_hop")
        for part in appendix["phan"]
        for group in part["nhom"]
        for task in group["nhiem_vu"]
    )
