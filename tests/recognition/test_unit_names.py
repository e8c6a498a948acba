"""What one unit is called here and there comes together; what may mean two stays apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importers import read_organisation
from docgen.language.text import fold
from docgen.recognition.unit_names import gathered
from docgen.resources import shipped

OFFICE = read_organisation(shipped("data") / "don-vi.yaml")
NAMES = [unit.names for unit in OFFICE.units]
FEW_LETTERS = st.lists(st.text("Pp TCtcộ,-&.", min_size=1).filter(str.strip), max_size=12)


def units(*names):
    """Return what each unit is called."""
    return [[unit.name, unit.short, *unit.others] for unit in gathered(names)]


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["Văn phòng Sở", "Văn Phòng Sở", "văn phòng Sở", "Văn phòng Sở"], ["Văn phòng Sở", ""]),
        (["Phòng Quy hoạch - Kiến trúc", "Phòng Quy hoạch – Kiến trúc"], ["Phòng Quy hoạch - Kiến trúc", ""]),
        (["các sở, ngành"], ["Các sở, ngành", ""]),
        (["Hiệp hội Doanh ngh\u00adiệp"], ["Hiệp hội Doanh nghiệp", ""]),
        (["VP Sở", "Văn phòng Sở"], ["Văn phòng Sở", "VP Sở"]),
        (
            ["P.TCBC và TCPCP", "Phòng TCBC&TCPCP", "Phòng Tổ chức biên chế và Tổ chức phi chính phủ"],
            ["Phòng Tổ chức biên chế và Tổ chức phi chính phủ", "Phòng TCBC&TCPCP", "P.TCBC và TCPCP"],
        ),
        (
            ["Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"],
            ["Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH"],
        ),
        (
            ["Các đơn vị thuộc và trực thuộc Sở", "Các đơn vị thuộc, trực thuộc Sở"],
            ["Các đơn vị thuộc và trực thuộc Sở", "", "Các đơn vị thuộc, trực thuộc Sở"],
        ),
    ],
)
def test_names_of_one_unit(names, called):
    assert units(*names) == [called]


@pytest.mark.parametrize(
    "names",
    [
        ["Phòng Tổ chức", "Phòng Tài chính", "Phòng TC"],
        ["Phòng Quản lý đô thị", "Ban QLĐT"],
        ["Phòng KHTC Sở", "Phòng Kế hoạch - Tài chính Tỉnh"],
        ["Trạm Y tế 1", "Trạm Y tế 2"],
        ["Phòng Kinh tế", "Phòng Kiểm tra"],
    ],
)
def test_other_units_stay_apart(names):
    assert units(*names) == [[name, ""] for name in names]


@pytest.mark.parametrize("names", NAMES)
def test_names_that_an_office_declared_for_a_unit_come_together(names):
    beside = [one for one in NAMES if one != names]
    found = units(*names, *(name for one in beside for name in one))
    assert names[0] in found[0]
    assert set(names[1:]) - set(found[0]) <= {"CCHC-VTLT"}, "only what says no kind stands alone"


@given(FEW_LETTERS)
def test_every_name_is_there_once(names):
    found = [name for unit in units(*names) for name in unit if name]
    assert sorted(map(fold, found)) == sorted({fold(name) for name in names})


def test_units_come_in_their_order():
    assert [name for name, *_ in units("Sở B", "Sở A b c", "Sở B", "Sở Ab")] == ["Sở B", "Sở A b c", "Sở Ab"]


def test_thousands_of_names_that_look_alike_are_soon_read():
    start = time.process_time()
    assert len(units(*(f"UBND xã An{number} Bình" for number in range(4000)))) == 4000
    assert time.process_time() - start < 2
