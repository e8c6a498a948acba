"""A reform changes an organisation as if each change had been recorded by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.model.organisation import Organisation, SuccessionKind
from docgen.model.reform import Reform, reformed

MERGED = {
    "Bình Định": "tỉnh Gia Lai",
    "Hòa Bình": "tỉnh Phú Thọ",
    "Hải Dương": "thành phố Hải Phòng",
    "Bà Rịa - Vũng Tàu": "Thành phố Hồ Chí Minh",
    "Bình Dương": "Thành phố Hồ Chí Minh",
}
REFORM = Reform.model_validate(
    {
        "id": "sap-xep",
        "ten": "Sắp xếp",
        "tu_ngay": "01/7/2025",
        "can_cu": "NQ 202",
        "sap_nhap_tinh": True,
        "don_vi_moi": [{"id": "so-moi", "ten": "Sở Mới", "loai": "ngoai"}],
        "don_vi": [
            {"ten": ["Thanh tra Sở"], "chac_chan": False},
            {"ten": ["Sở Một", "Sở 1"], "don_vi_ke_thua": "so-moi", "can_cu": "NĐ 45"},
            {"ten": ["Sở Hai", "Sở Mới"], "don_vi_ke_thua": "so-moi", "tu_ngay": "01/3/2025"},
            {"ten": ["UBND các huyện"], "ten_moi": "UBND các xã"},
        ],
    }
)
EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)


def agency(*units, superior="UBND tỉnh Bình Định", place="Bình Định", **more):
    """Return an agency with a unit of each name, or as it is described."""
    described = [unit if isinstance(unit, dict) else {"ten": unit} for unit in units or ("Văn phòng",)]
    listed = [{"id": f"u{number}", "loai": "phong"} | unit for number, unit in enumerate(described)]
    named = {"id": "so", "ten": "Sở Nội vụ", "ky_hieu": "SNV", "chuc_vu_cap_truong": "Giám đốc"}
    data = {**named, "co_quan_chu_quan": superior, "dia_danh": place, "don_vi": listed, **more}
    return Organisation.model_validate(data)


def after(organisation):
    return reformed(organisation, REFORM, MERGED)


@pytest.mark.parametrize(
    ("superior", "place", "new_superior", "new_place"),
    [
        ("UBND tỉnh Bình Định", "Bình Định", "UBND tỉnh Gia Lai", "Gia Lai"),
        ("ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH", "BÌNH ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH GIA LAI", "GIA LAI"),
        ("UBND tỉnh Hoà  Bình", "Hoà Bình", "UBND tỉnh Phú Thọ", "Phú Thọ"),
        ("UBND tỉnh Hải Dương", "Hải Dương", "UBND thành phố Hải Phòng", "Hải Phòng"),
        ("UBND tỉnh Bà Rịa – Vũng Tàu", "Vũng Tàu", "UBND Thành phố Hồ Chí Minh", "Vũng Tàu"),
        ("UBND tỉnh Bình Dương", "Bình Dương", "UBND Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("UBND phường Bình Định", "phường Bình Định", "UBND phường Bình Định", "phường Bình Định"),
        ("UBND thành phố Hải Dương", "Cần Thơ", "UBND thành phố Hải Dương", "Cần Thơ"),
        ("UBND tỉnh Đắk Lắk", "Đắk Lắk", "UBND tỉnh Đắk Lắk", "Đắk Lắk"),
    ],
)
def test_any_merged_province_changes_the_head(superior, place, new_superior, new_place):
    new = after(agency(superior=superior, place=place))
    assert (new.superior, new.place) == (new_superior, new_place)
    assert (new.on(EVE).superior, new.on(EVE).place) == (superior, place)
    assert (new.on(DAY).superior, new.on(DAY).place) == (new_superior, new_place)


def test_units_that_have_the_name_of_the_province_are_renamed():
    units = {"ten": "Cổng thông tin tỉnh Bình Định", "ten_viet_tat": "Cổng Bình Định", "ten_khac": ["Cổng"]}
    new = after(agency(units, "Văn phòng"))
    assert new.units[0].names == ("Cổng thông tin tỉnh Gia Lai", "Cổng Gia Lai", "Cổng")
    assert new.on(EVE).units[0].names == ("Cổng thông tin tỉnh Bình Định", "Cổng Bình Định", "Cổng")
    told = new.succession("Cổng Bình Định", DAY)
    assert told is not None
    assert (told.kind, told.name, told.basis) == (SuccessionKind.RENAMED, "Cổng Gia Lai", "NQ 202")
    assert new.units[1].former == ()


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("Thanh tra Sở", SuccessionKind.CLOSED, ("", "2025-07-01", "NQ 202", False)),
        ("Sở 1", SuccessionKind.MERGED, ("Sở Mới", "2025-07-01", "NĐ 45", True)),
        ("Sở Hai", SuccessionKind.MERGED, ("Sở Mới", "2025-03-01", "NQ 202", True)),
        ("UBND các huyện", SuccessionKind.RENAMED, ("UBND các xã", "2025-07-01", "NQ 202", True)),
    ],
)
def test_what_became_of_a_unit(name, kind, said):
    told = after(agency(name)).succession(name, DAY)
    assert told is not None
    assert told.kind is kind
    assert (told.name, str(told.since), told.basis, told.sure) == said


def test_groups_are_renamed_likewise():
    group = {"id": "huyen", "ten": "UBND các huyện"}
    new = after(agency(nhom_don_vi=[group]))
    assert (new.groups[0].name, new.on(EVE).groups[0].name) == ("UBND các xã", "UBND các huyện")


def test_a_unit_that_takes_over_is_added_once_and_only_where_it_is_needed():
    assert [unit.name for unit in after(agency("Văn phòng")).units] == ["Văn phòng"]
    new = after(agency("Sở Một", "Sở Hai"))
    assert [unit.id for unit in new.units] == ["u0", "u1", "so-moi"]
    assert {unit.successor for unit in new.units} == {"so-moi", ""}


def test_a_unit_that_takes_over_and_is_there_stays_itself():
    new = after(agency("Sở Một", "Sở Mới"))
    assert [(unit.id, unit.successor) for unit in new.units] == [("u0", "u1"), ("u1", "")]


@pytest.mark.parametrize(
    "unit",
    [
        {"ten": "Thanh tra Sở", "den_ngay": "31/8/2025"},
        {"ten": "Thanh tra Sở", "den_ngay": "28/02/2025"},
        {"ten": "Thanh tra Sở", "tu_ngay": "01/7/2025"},
        {"ten": "Cổng Gia Lai", "ten_cu": [{"ten": "Cổng Bình Định", "den_ngay": "30/6/2025"}]},
        {"ten": "Ban Thanh tra", "ten_cu": [{"ten": "Thanh tra Sở", "den_ngay": "31/01/2025"}]},
    ],
)
def test_what_was_recorded_by_hand_counts(unit):
    assert after(agency(unit)).units == agency(unit).units


def test_what_was_recorded_of_the_agency_counts():
    former = [{"den_ngay": "31/8/2025", "dia_danh": "Quy Nhơn"}]
    new = after(agency(truoc_day=former))
    assert (new.on(EVE).place, new.place) == ("Quy Nhơn", "Bình Định")
    assert (new.on(EVE).superior, new.superior) == ("UBND tỉnh Bình Định", "UBND tỉnh Gia Lai")


def test_without_its_provinces_a_reform_leaves_names_of_places():
    reform = REFORM.model_copy(update={"provinces": False})
    assert reformed(agency(), reform, MERGED) == agency()


NAMES = ("Thanh tra Sở", "Sở Một", "Sở Hai", "Sở Mới", "UBND các huyện", "Cổng Bình Định", "Văn phòng")


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
def test_a_reform_changes_only_later_days_and_only_once(names):
    before, new = agency(*names), after(agency(*names))
    assert after(new) == new
    old, then = before.on(date(2025, 2, 28)), new.on(date(2025, 2, 28))
    assert [unit.names for unit in then.units[: len(names)]] == [unit.names for unit in old.units]
    assert (then.superior, then.place) == (old.superior, old.place)
    assert all(new.find(name) for name in names)
    assert Organisation.model_validate(new.model_dump(mode="json", by_alias=True)) == new


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ten": ["A"], "don_vi_ke_thua": "so-la"}, "don_vi_moi không có đơn vị nào mang mã so-la"),
        ({"ten": ["A"], "don_vi_ke_thua": "so-moi", "ten_moi": "B"}, "có cả ten_moi và don_vi_ke_thua"),
        ({"ten": []}, "để trống"),
    ],
)
def test_a_reform_that_contradicts_itself_is_refused(change, said):
    data = REFORM.model_dump(by_alias=True) | {"don_vi": [change]}
    with pytest.raises(ValidationError, match=said):
        Reform.model_validate(data)


def test_a_reform_that_contradicts_the_organisation_is_refused():
    with pytest.raises(ValidationError, match="“UBND các xã” dùng cho cả"):
        after(agency("UBND các huyện", "UBND các xã"))
