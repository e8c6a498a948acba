"""What is recorded once changes every document of a later day, and none of an earlier one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.model.organisation import Organisation, SuccessionKind

LAST_YEAR, NOW = date(2024, 12, 31), date(2025, 12, 31)

YAML = {
    "id": "so-noi-vu",
    "ten": "Sở Nội vụ",
    "ky_hieu": "SNV",
    "co_quan_chu_quan": "UBND tỉnh Gia Lai",
    "dia_danh": "Gia Lai",
    "chuc_vu_cap_truong": "Giám đốc",
    "truoc_day": [
        {"den_ngay": "30/6/2025", "co_quan_chu_quan": "UBND tỉnh Bình Định", "dia_danh": "Bình Định"},
        {"den_ngay": "31/3/2008", "ten": "Ban Tổ chức chính quyền", "ky_hieu": "TCCQ", "can_cu": "QĐ 1"},
    ],
    "don_vi": [
        {"id": "van-phong", "ten": "Văn phòng Sở", "loai": "van_phong"},
        {
            "id": "cchc",
            "ten": "Phòng Cải cách hành chính và Văn thư, lưu trữ",
            "ten_viet_tat": "Phòng CCHC-VTLT",
            "loai": "phong",
            "ten_cu": [
                {
                    "ten": "Phòng Cải cách hành chính",
                    "ten_viet_tat": "Phòng CCHC",
                    "ten_khac": ["P. CCHC", "Phòng phụ trách cải cách hành chính"],
                    "den_ngay": "28/02/2025",
                    "can_cu": "QĐ 20",
                },
                {"ten": "Phòng Cải cách", "den_ngay": "31/12/2015", "can_cu": "QĐ 10", "chac_chan": False},
            ],
        },
        {"id": "cong-chuc", "ten": "Phòng Công chức", "loai": "phong", "den_ngay": "28/02/2025"}
        | {"don_vi_ke_thua": "ccvc", "can_cu": "QĐ 20"},
        {"id": "vien-chuc", "ten": "Phòng Viên chức", "ten_viet_tat": "Phòng VC", "loai": "phong"}
        | {"den_ngay": "28/02/2025", "don_vi_ke_thua": "ccvc", "can_cu": "QĐ 20"},
        {"id": "ccvc", "ten": "Phòng Công chức, viên chức", "ten_viet_tat": "Phòng CCVC", "loai": "phong"}
        | {"tu_ngay": "01/3/2025", "den_ngay": "30/9/2025", "don_vi_ke_thua": "nhan-su", "chac_chan": False},
        {"id": "nhan-su", "ten": "Phòng Nhân sự", "loai": "phong", "tu_ngay": "01/10/2025"}
        | {"ten_cu": [{"ten": "Phòng Quản lý nhân sự", "den_ngay": "31/10/2025", "can_cu": "QĐ 30"}]},
        {"id": "thanh-tra", "ten": "Thanh tra Sở", "loai": "thanh_tra", "den_ngay": "30/6/2025"},
        {"id": "to-cu", "ten": "Tổ Công tác", "loai": "phong", "den_ngay": "31/12/2020"},
        {"id": "to-moi", "ten": "Tổ Công tác", "loai": "ban", "tu_ngay": "01/01/2023"},
    ],
    "nhom_don_vi": [
        {"id": "phong", "ten": "Các phòng thuộc Sở", "loai": ["phong"], "don_vi": ["thanh-tra"]}
        | {"ten_cu": [{"ten": "Các phòng chuyên môn", "den_ngay": "28/02/2025"}]},
    ],
}
AGENCY = Organisation.model_validate(YAML)


@pytest.mark.parametrize(
    ("day", "name", "superior", "place"),
    [
        (date(2008, 3, 31), "Ban Tổ chức chính quyền", "UBND tỉnh Bình Định", "Bình Định"),
        (date(2008, 4, 1), "Sở Nội vụ", "UBND tỉnh Bình Định", "Bình Định"),
        (date(2025, 6, 30), "Sở Nội vụ", "UBND tỉnh Bình Định", "Bình Định"),
        (date(2025, 7, 1), "Sở Nội vụ", "UBND tỉnh Gia Lai", "Gia Lai"),
        (None, "Sở Nội vụ", "UBND tỉnh Gia Lai", "Gia Lai"),
    ],
)
def test_the_agency_is_named_as_on_the_day(day, name, superior, place):
    then = AGENCY.on(day)
    assert (then.name, then.superior, then.place, then.head_title) == (name, superior, place, "Giám đốc")


@pytest.mark.parametrize(
    ("day", "name", "short"),
    [
        (date(2015, 12, 31), "Phòng Cải cách", ""),
        (date(2016, 1, 1), "Phòng Cải cách hành chính", "Phòng CCHC"),
        (date(2025, 2, 28), "Phòng Cải cách hành chính", "Phòng CCHC"),
        (date(2025, 3, 1), "Phòng Cải cách hành chính và Văn thư, lưu trữ", "Phòng CCHC-VTLT"),
    ],
)
def test_a_unit_is_named_as_on_the_day(day, name, short):
    unit = AGENCY.on(day).units[1]
    assert (unit.name, unit.short_name) == (name, short)


@pytest.mark.parametrize(
    ("day", "members"),
    [
        (date(2020, 12, 31), ["cchc", "cong-chuc", "vien-chuc", "thanh-tra", "to-cu"]),
        (LAST_YEAR, ["cchc", "cong-chuc", "vien-chuc", "thanh-tra"]),
        (date(2025, 6, 30), ["cchc", "ccvc", "thanh-tra"]),
        (None, ["cchc", "nhan-su"]),
    ],
)
def test_a_group_has_the_units_of_the_day(day, members):
    agency = AGENCY.on(day)
    assert [unit.id for unit in agency.members(agency.groups[0])] == members


@pytest.mark.parametrize(
    ("day", "unit"), [(date(2020, 1, 1), "to-cu"), (LAST_YEAR, "to-moi"), (None, "to-moi")]
)
def test_a_name_that_two_had_in_turn_means_the_one_of_the_day(day, unit):
    found = AGENCY.on(day).find("tổ công tác")
    assert found is not None
    assert found.id == unit


RENAMED, MERGED, CLOSED = SuccessionKind


@pytest.mark.parametrize(
    "row",
    [
        ("Phòng Cải cách hành chính", NOW, RENAMED, AGENCY.units[1].name, "2025-03-01", "QĐ 20", True),
        (
            "phòng  CẢI CÁCH hành chính",
            NOW,
            RENAMED,
            "p" + AGENCY.units[1].name[1:],
            "2025-03-01",
            "QĐ 20",
            True,
        ),
        (
            "PHÒNG CẢI CÁCH HÀNH CHÍNH",
            NOW,
            RENAMED,
            AGENCY.units[1].name.upper(),
            "2025-03-01",
            "QĐ 20",
            True,
        ),
        ("Phòng CCHC", NOW, RENAMED, "Phòng CCHC-VTLT", "2025-03-01", "QĐ 20", True),
        ("P. CCHC", NOW, RENAMED, "Phòng CCHC-VTLT", "2025-03-01", "QĐ 20", True),
        (
            *("Phòng phụ trách cải cách hành chính", NOW, RENAMED, AGENCY.units[1].name),
            *("2025-03-01", "QĐ 20", True),
        ),
        (
            "Phòng Cải cách",
            date(2020, 1, 1),
            RENAMED,
            "Phòng Cải cách hành chính",
            "2016-01-01",
            "QĐ 10",
            False,
        ),
        ("Phòng Cải cách", NOW, RENAMED, AGENCY.units[1].name, "2025-03-01", "QĐ 10; QĐ 20", False),
        ("Các phòng chuyên môn", NOW, RENAMED, "Các phòng thuộc Sở", "2025-03-01", "", True),
        (
            "Phòng Công chức",
            date(2025, 3, 1),
            MERGED,
            "Phòng Công chức, viên chức",
            "2025-03-01",
            "QĐ 20",
            True,
        ),
        ("Phòng VC", date(2025, 9, 30), MERGED, "Phòng CCVC", "2025-03-01", "QĐ 20", True),
        ("Phòng VC", date(2025, 10, 31), MERGED, "Phòng Quản lý nhân sự", "2025-10-01", "QĐ 20", False),
        ("Phòng Viên chức", NOW, MERGED, "Phòng Nhân sự", "2025-11-01", "QĐ 20; QĐ 30", False),
        ("Thanh tra Sở", NOW, CLOSED, "", "2025-07-01", "", True),
        ("UBND tỉnh Bình Định", NOW, RENAMED, "UBND tỉnh Gia Lai", "2025-07-01", "", True),
        ("BAN TỔ CHỨC CHÍNH QUYỀN", NOW, RENAMED, "SỞ NỘI VỤ", "2008-04-01", "QĐ 1", True),
    ],
)
def test_what_an_old_name_must_be(row):
    written, day, *said = row
    told = AGENCY.succession(written, day)
    assert told is not None
    assert [told.kind, told.name, str(told.since), told.basis, told.sure] == said


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Văn phòng Sở", NOW),
        ("Phòng CCHC-VTLT", NOW),
        ("Phòng CCHC", LAST_YEAR),
        ("Phòng CCHC-VTLT", LAST_YEAR),  # its name later on
        ("Phòng Công chức", date(2025, 2, 28)),
        ("Thanh tra Sở", date(2025, 6, 30)),
        ("Tổ Công tác", NOW),
        ("Sở Nội vụ", NOW),
        ("UBND tỉnh Bình Định", LAST_YEAR),
        ("Phòng chưa ai biết", NOW),
    ],
)
def test_nothing_is_told_of_a_name_that_stays(written, day):
    assert AGENCY.succession(written, day) is None


def test_a_name_that_two_had_in_turn_is_followed_from_the_day_of_the_document():
    told = AGENCY.on(date(2020, 1, 1)).succession("Tổ Công tác", NOW)
    assert told is not None
    assert (told.kind, told.before and told.before.id) == (CLOSED, "to-cu")


def test_who_was_named_and_who_is_meant():
    told = AGENCY.on(LAST_YEAR).succession("Phòng Viên chức", NOW)
    assert told is not None
    assert (told.before and told.before.name, told.after and told.after.name) == (
        "Phòng Viên chức",
        "Phòng Nhân sự",
    )


def test_a_successor_that_has_the_same_name_changes_nothing():
    units = [
        {"id": "mot", "ten": "Phòng Một", "loai": "phong", "den_ngay": "30/6/2025", "don_vi_ke_thua": "hai"},
        {"id": "hai", "ten": "Phòng Một", "loai": "phong", "tu_ngay": "01/7/2025"},
    ]
    agency = Organisation.model_validate(YAML | {"don_vi": units, "nhom_don_vi": []})
    assert agency.on(LAST_YEAR).succession("Phòng Một", NOW) is None
    assert agency.succession("Phòng Một", NOW) is None


def test_an_agency_that_no_longer_has_a_superior_has_no_name_for_it():
    agency = Organisation.model_validate(YAML | {"co_quan_chu_quan": ""})
    assert agency.on(LAST_YEAR).superior == "UBND tỉnh Bình Định"
    assert agency.succession("UBND tỉnh Bình Định", NOW) is None


DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))
NAMES = st.sampled_from([*AGENCY.every_name, "Ban Tổ chức chính quyền", "UBND tỉnh Bình Định"])


@given(DAYS, DAYS)
def test_the_day_that_is_asked_for_last_counts(one, other):
    assert AGENCY.on(one).on(one) == AGENCY.on(one)
    assert AGENCY.on(one).on(other) == AGENCY.on(other)
    assert AGENCY.on(one).on(None) == AGENCY


@given(DAYS)
def test_every_name_is_known_on_every_day(day):
    assert all(AGENCY.on(day).find(name) for name in AGENCY.every_name)


@given(NAMES, DAYS, DAYS)
def test_a_name_that_was_replaced_stays(name, written_on, day):
    told = AGENCY.on(written_on).succession(name, day)
    if told and told.name:
        assert AGENCY.on(day).succession(told.name, day) is None
        assert told.since <= day
        assert AGENCY.on(day).find(told.name) or told.before is None


@given(st.none() | DAYS)
def test_an_organisation_of_any_day_goes_through_json(day):
    data = AGENCY.on(day).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    again = Organisation.model_validate(data)
    assert again.on(day) == AGENCY.on(day)
    assert again.on(None) == AGENCY


def test_one_record_changes_the_new_document_and_not_the_old():
    plain = Organisation.model_validate(YAML | {"don_vi": [YAML["don_vi"][0]], "nhom_don_vi": []})
    former = {"ten": "Văn phòng Sở", "den_ngay": "30/6/2025"}
    unit = YAML["don_vi"][0] | {"ten": "Văn phòng", "ten_cu": [former]}
    renamed = Organisation.model_validate(YAML | {"don_vi": [unit], "nhom_don_vi": []})
    eve = date(2025, 6, 30)
    assert renamed.on(eve).units[0].names == plain.units[0].names
    assert renamed.on(eve + timedelta(days=1)).units[0].names == ("Văn phòng",)
    assert plain.succession("Văn phòng Sở", NOW) is None
    told = renamed.succession("Văn phòng Sở", NOW)
    assert told is not None
    assert told.name == "Văn phòng"


def changed(position, **keys):
    """Return the data with keys of one unit replaced."""
    units = [*YAML["don_vi"]]
    units[position] = units[position] | keys
    return YAML | {"don_vi": units}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            changed(5, den_ngay="31/12/2025", don_vi_ke_thua="cong-chuc"),
            "đi vòng: cong-chuc → ccvc → nhan-su → cong-chuc",
        ),
        (changed(0, den_ngay="31/12/2025", don_vi_ke_thua="van-phong"), "đi vòng: van-phong → van-phong"),
        (
            changed(0, ten_cu=[{"ten": "Thanh tra Sở", "den_ngay": "31/12/2010"}]),
            "“Thanh tra Sở” dùng cho cả",
        ),
        (changed(8, tu_ngay="31/12/2020"), "“Tổ Công tác” dùng cho cả to-cu và to-moi"),
        (
            changed(4, ten_cu=[{"ten": "Phòng X", "den_ngay": "28/02/2025"}]),
            "“Phòng X” có den_ngay ngoài thời gian",
        ),
        (
            changed(0, ten_cu=[{"ten": name, "den_ngay": "28/02/2025"} for name in "AB"]),
            "có hai tên cũ cùng den_ngay",
        ),
        (YAML | {"truoc_day": [{"den_ngay": "30/6/2025"}]}, "chưa ghi điều gì đã khác"),
    ],
)
def test_records_that_contradict_each_other_are_refused(data, said):
    with pytest.raises(ValidationError, match=said):
        Organisation.model_validate(data)
