"""Tables and abbreviations, spoiled in one place; and what the 2025 plan itself gives to think about."""

import time

import good
import pytest
from docx.oxml.ns import qn
from plant import planted
from spoiled import found, newly_found

from docgen.check import DEFAULT, check, read_settings
from docgen.check.case import Case
from docgen.check.families.appendices import tables
from docgen.components import read_paper
from docgen.package import open_package
from docgen.resources import shipped
from docgen.services.render import Format, render_plan
from docgen.word.reading import Changes, read_document

ERROR, WARNING = "error", "warning"


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """Return the rendered plan of 2025: tasks in two parts."""
    rendered = render_plan(
        shipped("data") / "kehoach-2025.yaml", tmp_path_factory.mktemp("plan"), Format.DOCX
    )
    return rendered.files[0].read_bytes()


def renumbered(at, number):
    return lambda file: file.table("STT").rows()[at].cell(0).write(number)


def written(at, column, words):
    return lambda file: file.table("STT").rows()[at].cell(column).write(words)


def row_removed(at):
    return lambda file: file.table("STT").rows()[at].remove()


def replaced(old, new):
    return lambda file: file.replace(old, new)


def without(name):
    return lambda file: file.table("STT").without(name)


def widened(file):
    file.table("STT").widen(1.2)


def widened_cells(file):
    """Make the cells alone wider, which Word goes by where the columns are fixed."""
    table = file.table("STT").node
    table.tblPr.autofit = False
    for width in table.iter(qn("w:tcW")):
        width.set(qn("w:w"), str(round(1.2 * int(width.get(qn("w:w"))))))


def heading_again(file):
    rows = file.table("STT").rows()
    rows[2].node.addnext(rows[0].repeat().node)


SHORT = [
    ("A06", WARNING, widened),
    ("A06", WARNING, widened_cells),
    ("A06", WARNING, heading_again),
    ("A07", ERROR, renumbered(3, "4")),
    ("A07", ERROR, renumbered(3, "2")),
    ("A07", ERROR, renumbered(3, "")),
    ("A07", ERROR, renumbered(1, "")),
    ("A07", ERROR, renumbered(4, "3.2")),
    ("A07", ERROR, replaced("Tổng số: 04", "Tổng số: 05")),
    ("A08", WARNING, written(2, 2, "")),
    ("A08", WARNING, written(3, 4, "……")),
    ("A08", WARNING, written(3, 2, "VĂN PHÒNG SỞ")),
    ("A09", WARNING, replaced("Nội dung thiết thực", "Nội dung VBQPPL thiết thực")),
    ("A09", WARNING, written(3, 1, "Rà soát QTNB tại Văn phòng Sở")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "severity", "spoil"), SHORT, ids=[f"{row[0]}-{at}" for at, row in enumerate(SHORT)]
)
@pytest.mark.parametrize("make", ["word", "google"])
def test_a_defect_in_a_short_table(make, rule, severity, spoil):
    whole = good.document("ke-hoach", make)
    file = planted(whole)
    spoil(file)
    new = newly_found(whole, file.bytes())
    assert (rule, severity) in new
    assert {name for name, _ in new} - {"B20"} == {rule}


LONG = [
    ("A06", without("w:tblHeader")),
    ("A06", without("w:cantSplit")),
    ("A07", renumbered(5, "9")),
    ("A07", renumbered(2, "II")),
    ("A07", renumbered(1, "B")),
    ("A07", replaced("Tổng số: 22 nhiệm vụ", "Tổng số: 23 nhiệm vụ")),
    ("A08", written(6, 4, "")),
    ("A08", written(6, 3, "P. CCHC và VTLT")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "spoil"), LONG, ids=[f"{row[0]}-{at}" for at, row in enumerate(LONG)])
def test_a_defect_in_a_long_table(plan, rule, spoil):
    file = planted(plan)
    spoil(file)
    assert {name for name, _ in newly_found(plan, file.bytes())} == {rule}


def test_the_units_of_the_plan_that_go_by_several_names(plan):
    told = [one for one in check(open_package(plan)) if one.rule == "A08"]
    assert [(one.expected, one.found) for one in told] == [
        ("Văn phòng Sở", "Văn Phòng Sở"),
        ("Phòng Công chức, viên chức", "Phòng CCVC"),
        ("Phòng Tổ chức biên chế và Tổ chức phi chính phủ", "P.TCBC và TCPCP, Phòng TCBC và TCPCP"),
        ("Các cơ quan, đơn vị liên quan", "Các cơ quan, đơn vị, liên quan"),
    ]
    assert told[0].message.startswith(
        "Một đơn vị có nhiều cách gọi: “Văn phòng Sở” (16 lần); “Văn Phòng Sở” (nhiệm vụ 6 phần A"
    )


def test_the_abbreviations_of_the_plan_that_nothing_explains(plan):
    (told,) = [one for one in check(open_package(plan)) if one.rule == "A09"]
    assert told.found == "VTLT, VBQPPL, TTHC, QTNB, CCVC, TCPCP, TCBC"


def test_an_abbreviation_explained_at_its_first_place_may_be_used():
    file = planted(good.document("ke-hoach"))
    file.replace("Nội dung thiết thực", "Thủ tục hành chính (TTHC) thiết thực")
    file.replace("Xây dựng đội ngũ", "Rà soát TTHC")
    assert [one.found for one in check(open_package(file.bytes())) if one.rule == "A09"] == ["TTHC"]
    file.replace("Rà soát TTHC", "Rà soát")
    file.replace("Phổ biến các quy định", "Phổ biến các TTHC, các quy định")
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A09"]


def test_a_unit_that_leads_gets_the_document():
    file = planted(good.document("ke-hoach"))
    file.remove("- Văn phòng Sở;", -1)
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "A08"]
    file.remove("- Các phòng, đơn vị thuộc Sở;", -1)
    (told,) = [one for one in check(open_package(file.bytes())) if one.rule == "A08"]
    assert told.expected == "“Văn phòng Sở”"


def test_subtasks_are_counted_where_the_department_says_so():
    file = planted(good.document("ke-hoach"))
    file.table("STT").rows()[4].cell(0).write("3.1")
    data = open_package(file.replace("Tổng số: 04", "Tổng số: 03").bytes())
    counted = read_settings("count_subtasks = true")
    assert not [one for one in check(data) if one.rule == "A07"]
    assert [one.expected for one in check(data, counted) if one.rule == "A07"] == ["4 nhiệm vụ"]


def test_what_the_plan_is_told_is_no_error(plan):
    ours = {(rule, severity) for rule, severity in found(plan) if rule[0] in "GA"}
    assert ours == {("A08", WARNING), ("A09", WARNING)}


def tabled(*rows):
    """Return the plan of the good documents with other rows in its table, cells parted by "|"."""
    file = planted(good.document("ke-hoach"))
    table = file.table("STT").rows()
    for row in table[2:]:
        row.remove()
    row = table[1]
    for _ in rows[1:]:
        row = row.repeat()
    for row, line in zip(file.table("STT").rows()[1:], rows, strict=True):
        for at, words in enumerate(line.split("|")):
            row.cell(at).word.text = words.strip()
    file.remove("Tổng số: 04", -1)
    return file


def told(file, rule):
    return [(one.expected, one.found) for one in check(open_package(file.bytes())) if one.rule == rule]


GROUPED = [
    "A | PHẦN THỨ NHẤT (03 nhiệm vụ) | | |",
    "I | CHỈ ĐẠO (02 nhiệm vụ) | | |",
    "1 | Ban hành kế hoạch | Văn phòng Sở | | Quý I",
    "2 | Kiểm tra | Văn phòng Sở | | Quý II",
    "2.1 | Kiểm tra lần đầu | Văn phòng Sở | | Quý II",
    "2.2 | Kiểm tra lần hai | Văn phòng Sở | | Quý III",
    "II | THỂ CHẾ | | |",
    "3 | Rà soát | | | ",
    " | - Rà soát của Văn phòng | Văn phòng Sở | | Quý I",
    "Tổng số: 03 nhiệm vụ | | | |",
    "B | PHẦN THỨ HAI | | |",
    "I | TUYÊN TRUYỀN | | |",
    "1 | Tuyên truyền | Văn phòng Sở | | Cả năm",
    "Tổng số: 01 nhiệm vụ | | | |",
    "Tổng cộng: 04 nhiệm vụ | | | |",
]


def test_parts_groups_and_subtasks_are_counted_as_officers_count_them():
    file = tabled(*GROUPED)
    assert told(file, "A07") == told(file, "A08") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("I | CHỈ ĐẠO (02", "I | CHỈ ĐẠO (03", [("2 nhiệm vụ", "3 nhiệm vụ")]),
        ("A | PHẦN THỨ NHẤT (03", "A | PHẦN THỨ NHẤT (04", [("3 nhiệm vụ", "4 nhiệm vụ")]),
        ("Tổng số: 01", "Tổng số: 02", [("1 nhiệm vụ", "2 nhiệm vụ")]),
        ("2.2 |", "2.3 |", [("2.2", "2.3")]),
        ("2.2 |", "1.2 |", [("2.2", "1.2")]),
        ("2.2 |", "2.1 |", [("2.2", "2.1")]),
        ("II | THỂ", "I | THỂ", [("II", "I")]),
        ("II | THỂ", "IV | THỂ", [("II", "IV")]),
        ("B | PHẦN", "C | PHẦN", [("B", "C")]),
        ("1 | Tuyên", "2 | Tuyên", []),
        ("3 | Rà", "1 | Rà", []),
        ("3 | Rà", "5 | Rà", [("3", "5")]),
    ],
)
def test_numbers_and_totals_that_do_not_fit(old, new, expected):
    rows = [row.replace(old, new) if row.startswith(old) else row for row in GROUPED]
    assert rows != GROUPED
    assert [one for one in told(tabled(*rows), "A07") if "tuyên" not in one] == expected


PLAIN = [f"{at} | Nhiệm vụ số {at} | Văn phòng Sở | | Quý I" for at in range(1, 5)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([PLAIN[0], " | Việc không số | Văn phòng Sở | | Quý I", PLAIN[2]], [("2", "để trống")]),
        (
            [PLAIN[0], "4-6 | Việc chung | Văn phòng Sở | | Quý I", "7 | Việc sau | Văn phòng Sở | | Quý I"],
            [],
        ),
        (["(1) | (2) | (3) | (4) | (5)", *PLAIN], []),
        ([*PLAIN[:2], " | Mục khác | | |", *PLAIN[:2]], []),
        (["D | PHẦN | | |", PLAIN[0], "Đ | PHẦN | | |", PLAIN[0], "E | PHẦN | | |"], []),
    ],
)
def test_rows_without_a_number_of_their_own(rows, expected):
    assert told(tabled(*rows), "A07") == expected


def test_a_row_parted_by_hand_is_found():
    parted = tabled("1 | Bồi dưỡng nghiệp vụ | Văn phòng Sở | | Quý I", " | văn thư, lưu trữ | | |", PLAIN[1])
    assert told(parted, "A06") == [("một hàng", "hai hàng")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Phòng TCCB", "Phòng Tổ chức cán bộ", True),
        ("P. Tổ chức cán bộ", "Phòng Tổ chức cán bộ", True),
        ("VP Sở", "Văn phòng Sở", True),
        ("UBND xã", "Ủy ban nhân dân xã", True),
        ("Phòng Tổ chức – Biên chế", "Phòng Tổ chức - Biên chế", False),
        ("Ban TCCB", "Phòng Tổ chức cán bộ", False),
        ("Phòng Tài chính", "Phòng Tổ chức", False),
        ("Văn phòng Sở, các phòng liên quan", "Các phòng liên quan", False),
    ],
)
def test_two_names_of_one_unit(one, other, same):
    rows = [f"{at} | Nhiệm vụ | {name} | | Quý I" for at, name in enumerate([one, other], start=1)]
    names = [found for found in told(tabled(*rows), "A08") if "“" not in found[0]]
    assert bool(names) == same


def test_a_table_of_a_thousand_rows_takes_no_more_than_its_share():
    def seconds(rows):
        lines = [f"{at} | Nhiệm vụ số {at} | Phòng số {at % 40} | | Quý I" for at in range(1, rows + 1)]
        data = tabled(*lines).bytes()
        return min(first_time(data) for _ in range(2))

    def first_time(data):
        case = Case(read_paper(read_document(open_package(data), Changes.ACCEPTED)), DEFAULT)
        start = time.process_time()
        broken = [breach for judge in tables.RULES for breach in judge(case)]
        assert {breach.rule for breach in broken} <= {"A08"}
        return time.process_time() - start

    assert seconds(1000) < 8 * seconds(250) + 0.05


def test_a_number_that_is_odd_is_told_alone():
    """What follows it goes on from the number that should have stood there."""
    file = planted(good.document("ke-hoach"))
    renumbered(2, "9")(file)
    odd = [one for one in check(open_package(file.bytes())) if one.rule == "A07"]
    assert [(one.expected, one.found) for one in odd] == [("2", "9")]
    assert "hàng này phải ghi 2, đang ghi 9" in odd[0].message
