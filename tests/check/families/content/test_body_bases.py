"""Bases, spoiled in one place: their letters and what they end with."""

import good
import pytest
from plant import planted
from spoiled import fixable, found, mended, newly_found

LAW, LAST = "Căn cứ Luật Cán bộ", "Theo đề nghị của Chánh Văn phòng"


def face(words, **face):
    return lambda file: file.paragraph(words).run(**face)


def every(**told):
    return lambda file: [file.paragraph(words).run(**told) for words in ("Căn cứ Luật Tổ chức", LAW, LAST)]


def replaced(old, new):
    return lambda file: file.replace(old, new)


DEFECTS = {
    "B01 upright": ("B01", True, face(LAW, italic=False)),
    "B01 bold": ("B01", True, face(LAW, bold=True)),
    "B01 too small": ("B01", True, face(LAST, size=12)),
    "B01 some words upright": ("B01", True, lambda file: file.paragraph(LAW).run("công chức", italic=False)),
    "B01 all upright": ("B01", True, every(italic=False)),
    "B02 a full stop in the middle": (
        "B02",
        False,
        replaced("ngày 24 tháng 6 năm 2025;", "ngày 24 tháng 6 năm 2025."),
    ),
    "B02 a comma": ("B02", False, replaced("ngày 24 tháng 6 năm 2025;", "ngày 24 tháng 6 năm 2025,")),
    "B02 none": ("B02", False, replaced("ngày 24 tháng 6 năm 2025;", "ngày 24 tháng 6 năm 2025")),
    "B02 a semicolon at the end": ("B02", False, replaced("Văn phòng Sở.", "Văn phòng Sở;")),
}


@pytest.mark.parametrize("make", ["word", "word-styles"])
@pytest.mark.parametrize("defect", DEFECTS)
def test_spoiled_bases(defect, make):
    rule, mendable, change = DEFECTS[defect]
    data = good.document("quyet-dinh-gian-tiep", make)
    file = planted(data)
    change(file)
    spoiled = file.bytes()
    assert newly_found(data, spoiled) == {(rule, "error")}
    assert found(spoiled)[rule, "error"] == 1
    assert fixable(spoiled, rule) is mendable
    if mendable:
        assert newly_found(data, mended(spoiled)) == set()


OPENINGS = [
    "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh, Sở Nội vụ ban hành Kế hoạch như sau:",
    "Căn cứ tình hình thực tế, Sở Nội vụ báo cáo kết quả thực hiện trong sáu tháng đầu năm.",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_sentence_that_begins_like_a_basis_is_none(opening):
    file = planted(good.document("ke-hoach"))
    file.paragraph("Thực hiện Quyết định số 2158").write(opening)
    assert not {rule for rule, _ in found(file.bytes())} & {"B01", "B02"}


def test_a_basis_to_be_filled_in_has_no_end_yet():
    file = planted(good.document("quyet-dinh-gian-tiep"))
    file.paragraph(LAW).write("Căn cứ ……")
    assert newly_found(good.document("quyet-dinh-gian-tiep"), file.bytes()) == set()
