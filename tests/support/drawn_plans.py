"""Random appendices, and the tables random offices would draw of them."""

from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

from docgen.language.numerals import to_roman

_WORDS = st.sampled_from(
    ["rà", "soát", "kế", "hoạch", "của", "các", "và", "2025", "-", "(PAR)", "Tỉnh", "Một,"]
)
_NAMES = ["Văn phòng", "Phòng A", "Các sở, ban, ngành", "Thanh tra Sở"]
_WHEN = ["Quý I", "Tháng 3/2025", "Cả năm", "Theo Kế hoạch của tỉnh", "Sau khi có hướng dẫn"]
_HEADINGS = {
    "stt": ["STT", "TT", "Số TT"],
    "noi_dung": ["Nhiệm vụ cụ thể", "Nội dung", "NHIỆM VỤ, GIẢI PHÁP"],
    "san_pham": ["Sản phẩm", "Kết quả đầu ra"],
    "chu_tri": ["Cơ quan chủ trì", "Đơn vị thực hiện"],
    "phoi_hop": ["Phối hợp", "Cơ quan phối hợp"],
    "thoi_gian": ["Thời gian thực hiện", "Thời hạn"],
    "ghi_chu": ["Ghi chú"],
}


def _texts():
    return st.lists(_WORDS, min_size=3, max_size=9).map(lambda words: "Xây dựng " + " ".join(words))


def _tasks():
    return st.fixed_dictionaries(
        {
            "noi_dung": _texts(),
            "chu_tri": st.sampled_from(_NAMES).map(lambda name: [name]),
            "thoi_gian": st.sampled_from(_WHEN),
        },
        optional={
            "san_pham": _texts(),
            "phoi_hop": st.sampled_from(_NAMES).map(lambda name: [name]),
            "ghi_chu": st.just("Xem mẫu"),
        },
    )


def _with_subtasks():
    below = st.lists(_tasks(), max_size=2).map(lambda tasks: {"nhiem_vu_con": tasks} if tasks else {})
    return st.builds(lambda task, more: {**task, **more}, _tasks(), below)


def _titled(key, inner):
    several = st.lists(st.tuples(_texts(), inner), min_size=1, max_size=3).map(
        lambda pairs: [{"ten": ten.upper(), key: found} for ten, found in pairs]
    )
    return several | inner.map(lambda found: [{key: found}])


plans = _titled("nhom", _titled("nhiem_vu", st.lists(_with_subtasks(), min_size=1, max_size=4)))
"""Parts as the data has them, titled or, when it is the only one, not; so are their groups."""


@dataclass(frozen=True)
class Office:
    """How an office draws a table: its columns with their headings, what it writes after a number, where a
    title stands ("across", "beside", "plain"), after how many rows a page ends, whether the page tears rows,
    repeats the head, begins a table, and whether it counts the tasks."""

    columns: dict[str, str]
    after_number: str
    titles: str
    page: int
    torn: bool
    headed: bool
    total: bool


@st.composite
def offices(draw):
    order = draw(st.permutations([name for name in _HEADINGS if name != "stt"]))
    columns = {name: draw(st.sampled_from(_HEADINGS[name])) for name in ["stt", *order]}
    headed = draw(st.booleans())
    return Office(
        columns=columns,
        after_number=draw(st.sampled_from(["", ".", ")"])),
        titles=draw(st.sampled_from(["across", "beside", "plain"])),
        page=draw(st.integers(2, 6)),
        torn=draw(st.booleans()),
        headed=headed,
        total=draw(st.booleans()),
    )


def drawn(parts, office):
    """Return the drawing of an appendix, for `grids.blocks`."""
    rows = [row for place, part in enumerate(parts) for row in _part(part, "ABC"[place], office)]
    return "\n".join(_paged(rows, office))


def _paged(rows, office):
    head = " | ".join(office.columns.values())
    yield head
    for place, row in enumerate(rows, 1):
        torn = place % office.page == 0
        first, rest = _tear(row, office) if torn and office.torn else (row, "")
        yield first
        if torn and (rest or row is not rows[-1]):
            yield from [head] if office.headed else ["", ""]
        yield from [rest] if rest else []


def _tear(row, office):
    """Cut the words of a task before a small letter near their middle."""
    cells = row.split(" | ")
    column = list(office.columns).index("noi_dung")
    if len(cells) != len(office.columns) or not cells[column].startswith("Xây"):
        return row, ""
    words = cells[column].split(" ")
    cuts = [cut for cut in range(2, len(words)) if words[cut][0].islower()]
    if not cuts:
        return row, ""
    cells[column] = " ".join(words[: cuts[0]])
    rest = ["" for _ in cells]
    rest[column] = " ".join(words[cuts[0] :])
    return " | ".join(cells), " | ".join(rest)


def _part(part, letter, office):
    if "ten" in part:
        yield _title(letter, part["ten"], office)
    numbers = count(1)
    for place, group in enumerate(part["nhom"], 1):
        if "ten" in group:
            yield _title(to_roman(place), group["ten"], office)
        for task in group["nhiem_vu"]:
            number = next(numbers)
            yield _row(f"{number}{office.after_number}", task, office)
            for below, subtask in enumerate(task.get("nhiem_vu_con", []), 1):
                yield _row(f"{number}.{below}{office.after_number}", subtask, office)
    if office.total:
        tasks = sum(len(group["nhiem_vu"]) for group in part["nhom"])
        yield " | ".join([f"Tổng số: {tasks} nhiệm vụ", *["<"] * (len(office.columns) - 1)])


def _title(number, words, office):
    others = len(office.columns) - 1
    if office.titles == "across":
        return " | ".join([f"{number}. {words}", *["<"] * others])
    if office.titles == "beside":
        return " | ".join([number, words, *["<"] * (others - 1)])
    return " | ".join({"stt": number, "noi_dung": words}.get(name, "") for name in office.columns)


def _row(number, task, office):
    cells = {**task, "stt": number}
    return " | ".join(
        cell if isinstance(cell := cells.get(name, ""), str) else ", ".join(cell) for name in office.columns
    )
