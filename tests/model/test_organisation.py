"""Units are found by any of their names, and nobody is confused with somebody else."""

import pytest
from pydantic import ValidationError

from docgen.model.organisation import Organisation, UnitKind, UnknownUnitError

OFFICE = {"id": "van-phong", "ten": "Văn phòng Sở", "loai": "van_phong"}
REFORM = {
    "id": "cchc",
    "ten": "Phòng Cải cách hành chính",
    "ten_viet_tat": "Phòng CCHC",
    "ten_khac": ["P. CCHC - VTLT"],
    "loai": "phong",
}
CENTRE = {"id": "trung-tam", "ten": "Trung tâm lưu trữ", "loai": "trung_tam"}
GROUP = {
    "id": "truc-thuoc",
    "ten": "Các đơn vị trực thuộc Sở",
    "loai": ["trung_tam"],
    "don_vi": ["van-phong"],
}
OPEN = {"id": "lien-quan", "ten": "Các đơn vị liên quan"}


def organisation(*units, groups=(GROUP, OPEN)):
    return Organisation.model_validate(
        {
            "id": "so-noi-vu",
            "ten": "Sở Nội vụ",
            "ky_hieu": "SNV",
            "dia_danh": "Bình Định",
            "chuc_vu_cap_truong": "Giám đốc",
            "don_vi": units or (OFFICE, REFORM, CENTRE),
            "nhom_don_vi": groups,
        }
    )


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("Văn phòng Sở", "van-phong"),
        ("Văn Phòng  Sở", "van-phong"),
        ("phòng cchc", "cchc"),
        ("P. CCHC – VTLT", "cchc"),
        ("các đơn vị trực thuộc Sở", "truc-thuoc"),
    ],
)
def test_found_by_any_name_whatever_case_spaces_and_dashes(written, unit):
    found = organisation().find(written)
    assert found is not None
    assert found.id == unit
    assert organisation().require(written) == found


def test_unknown_name_brings_the_nearest():
    assert organisation().find("Văn fòng Sở") is None
    with pytest.raises(UnknownUnitError, match=r"không có đơn vị “Văn fòng Sở”.*Gần nhất: “Văn phòng Sở”"):
        organisation().require("Văn fòng Sở")
    with pytest.raises(UnknownUnitError, match=r"danh sách đơn vị\.$"):
        organisation().require("Xyz")


def test_members_of_groups():
    agency = organisation()
    assert [unit.id for unit in agency.members(agency.groups[0])] == ["van-phong", "trung-tam"]
    assert agency.members(agency.groups[1]) == ()
    assert agency.units[2].kind is UnitKind.CENTRE


@pytest.mark.parametrize(
    ("units", "groups", "said"),
    [
        ([OFFICE, CENTRE | {"ten": "VĂN PHÒNG SỞ"}], [], "dùng cho cả van-phong và trung-tam"),
        ([OFFICE, CENTRE | {"id": "van-phong"}], [], "mã van-phong dùng nhiều lần"),
        ([OFFICE], [GROUP | {"don_vi": ["cu"]}], "không có đơn vị nào mang mã cu"),
        (
            [OFFICE | {"don_vi_ke_thua": "moi", "den_ngay": "30/6/2025"}],
            [],
            "không có đơn vị nào mang mã moi",
        ),
        ([OFFICE | {"tu_ngay": "01/7/2025", "den_ngay": "30/6/2025"}], [], "den_ngay sớm hơn tu_ngay"),
        ([OFFICE | {"don_vi_ke_thua": "trung-tam"}, CENTRE], [], "có don_vi_ke_thua mà thiếu den_ngay"),
        ([OFFICE | {"tu_ngay": "31/02/2025"}], [], "ngày 31/02/2025 không có trong lịch"),
        ([OFFICE | {"id": "Văn phòng"}], [], "“Văn phòng” không dùng làm mã được"),
    ],
)
def test_confusions_are_refused(units, groups, said):
    with pytest.raises(ValidationError, match=said):
        organisation(*units, groups=groups)


def test_the_same_unit_may_be_spelt_alike_twice():
    assert organisation(OFFICE | {"ten_khac": ["Văn Phòng Sở"]}, groups=[]).find("văn phòng sở")


def test_dates_are_read_as_officers_and_as_json_write_them():
    unit = organisation(OFFICE | {"tu_ngay": "01/7/2025", "den_ngay": "2025-12-31"}, groups=[]).units[0]
    assert (str(unit.valid_from), str(unit.valid_to)) == ("2025-07-01", "2025-12-31")


def test_a_changed_copy_knows_its_own_units():
    agency = organisation()
    assert agency.find("Trung tâm lưu trữ")
    assert agency.model_copy(update={"units": agency.units[:2]}).find("Trung tâm lưu trữ") is None
