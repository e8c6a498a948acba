"""Cells fall into the names that were put into them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importers import read_organisation
from docgen.model.finding import Severity
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.recognition.units import UnitReader
from docgen.resources import shipped

OFFICE = read_organisation(shipped("data") / "don-vi.yaml")
NAMES = [name for entry in (*OFFICE.units, *OFFICE.groups) for name in entry.names]


def read(*cells, organisation=OFFICE):
    """Return the names of each cell, and the findings."""
    reader, ledger = UnitReader(organisation), Ledger()
    names = [reader.split(Line(cell, f"ô C{row}"), ledger) for row, cell in enumerate(cells, 1)]
    reader.finish(ledger)
    return names, ledger.findings


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Văn phòng Sở, P.TCBC và TCPCP", ["Văn phòng Sở", "P.TCBC và TCPCP"]),
        (
            "Phòng CCVC, các cơ quan, đơn vị có liên quan",
            ["Phòng CCVC", "các cơ quan, đơn vị có liên quan"],
        ),
        ("Các cơ quan, đơn vị, liên quan", ["Các cơ quan, đơn vị, liên quan"]),
        ("Phòng Công chức, viên chức", ["Phòng Công chức, viên chức"]),
        (
            "Phòng Cải cách hành chính – Văn thư, lưu trữ; Văn Phòng Sở.",
            ["Phòng Cải cách hành chính – Văn thư, lưu trữ", "Văn Phòng Sở"],
        ),
        ("Văn phòng Sở và Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("- Văn phòng Sở\n- Ban Tôn giáo;", ["Văn phòng Sở", "Ban Tôn giáo"]),
        ("Văn phòng Sở + Ban Tôn giáo", ["Văn phòng Sở", "Ban Tôn giáo"]),
        ("Văn phòng Sở - Ban Thi đua - Khen thưởng", ["Văn phòng Sở", "Ban Thi đua - Khen thưởng"]),
        ("Phòng Công chức,\nviên chức", ["Phòng Công chức, viên chức"]),
        ("1. Văn phòng Sở\n2. Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("", []),
        (" ;\n", []),
    ],
)
def test_known_names_are_told_apart(cell, names):
    assert read(cell) == ([names], [])


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sampled_from([", ", "; ", "\n", ", và "]))
def test_names_that_are_joined_come_apart_again(names, joint):
    assert read(joint.join(names))[0] == [names]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Văn phòng Sở, Phòng Lạ", ["Văn phòng Sở", "Phòng Lạ"]),
        ("Phòng Lạ, Văn phòng Sở, Ban Xa, Sở Y tế", ["Phòng Lạ", "Văn phòng Sở", "Ban Xa", "Sở Y tế"]),
        ("Phòng Kế hoạch, đầu tư và tài chính", ["Phòng Kế hoạch, đầu tư và tài chính"]),
        ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
        ("Sở Y tế và Sở Tài chính", ["Sở Y tế", "Sở Tài chính"]),
        ("Văn phòng HĐND và UBND tỉnh", ["Văn phòng HĐND và UBND tỉnh"]),
        ("các sở, ban, ngành; UBND các huyện, thị xã", ["các sở, ban, ngành", "UBND các huyện, thị xã"]),
        ("Sở Y tế.", ["Sở Y tế"]),
        ("- Sở Y tế;\n- Sở Tài chính.", ["Sở Y tế", "Sở Tài chính"]),
    ],
)
@pytest.mark.parametrize("organisation", [OFFICE, None])
def test_unknown_names_are_cut_where_a_word_says_so(cell, names, organisation):
    assert read(cell, organisation=organisation)[0] == [names]


def test_without_an_organisation_only_marks_count():
    cell = "Phòng Công chức, viên chức, Văn phòng Sở; Thanh tra"
    names = ["Phòng Công chức, viên chức", "Văn phòng Sở", "Thanh tra"]
    assert read(cell, organisation=None) == ([names], [])


def test_an_unknown_name_is_told_once_with_all_its_places():
    _, [finding] = read("Văn fòng Sở", "Thanh tra Sở, Văn fòng Sở", *["văn fòng Sở"] * 6)
    assert (finding.code, finding.severity, finding.place) == ("don-vi-la", Severity.ERROR, "ô C1")
    assert finding.message == (
        "“Văn fòng Sở” không có trong danh sách đơn vị; gần nhất: “Văn phòng Sở”."
        " Còn ở: ô C2; ô C3; ô C4; ô C5; ô C6 và 2 nơi khác."
    )


def test_a_name_like_no_other_has_no_nearest():
    _, [finding] = read("Xyz")
    assert finding.message == "“Xyz” không có trong danh sách đơn vị."


def test_one_unit_in_several_spellings_is_told_once():
    _, [finding] = read(
        "Phòng CCVC", "Văn phòng Sở", "Phòng Công chức, viên chức, văn phòng Sở", "Phòng CCVC"
    )
    assert (finding.code, finding.severity, finding.place) == (
        "don-vi-nhieu-cach-viet",
        Severity.INFO,
        "ô C1",
    )
    assert finding.message == (
        "đơn vị “Phòng Công chức, viên chức” được viết 2 cách:"
        " “Phòng CCVC” (ô C1), “Phòng Công chức, viên chức” (ô C3)."
    )


def test_a_cell_is_accounted_for():
    reader, ledger, line = UnitReader(None), Ledger(), Line("Sở Y tế", "ô C1")
    assert reader.split(line, ledger) == ["Sở Y tế"]
    assert not [*ledger.unsettled([line])]


@pytest.mark.parametrize(
    "cell",
    [
        "," * 20_000,
        " và a" * 4_000,
        "Phòng, " * 2_800,
        "- \n" * 5_000,
        "a" + " " * 19_000 + "b",
        "\n" * 19_000,
    ],
)
def test_a_cell_of_marks_takes_no_time(cell):
    started = time.process_time()
    read(cell)
    assert time.process_time() - started < 5


def test_the_names_of_the_plan_are_known(plan_2025):
    cells = [", ".join(names) for row in plan_2025.rows() for names in (row.lead, row.coordinating) if names]
    stored = [[*names] for row in plan_2025.rows() for names in (row.lead, row.coordinating) if names]
    names, findings = read(*cells)
    assert names == stored
    assert {finding.code for finding in findings} == {"don-vi-nhieu-cach-viet"}
