"""Signature blocks: Decree 30, Phụ lục I, Phần I, Mục II.7."""

import pytest
from pydantic import ValidationError

from docgen.model.organisation import Organisation
from docgen.model.signature import Signature, honours

NAME = {"ho_ten": "Nguyễn Thanh Vũ"}
DIRECTOR = {"chuc_vu_cap_truong": "Giám đốc"}
COMMITTEE = {"quyen_han": "TM.", "tap_the": "Ủy ban nhân dân"}
DEPARTMENT = Organisation.model_validate(
    {
        "id": "so-noi-vu",
        "ten": "Sở Nội vụ",
        "ky_hieu": "SNV",
        "dia_danh": "Bình Định",
        "chuc_vu_cap_truong": "Giám đốc",
        "don_vi": [{"id": "van-phong", "ten": "Văn phòng Sở", "loai": "van_phong"}],
    }
)


def sign(fields, organisation=None):
    return Signature.model_validate(NAME | fields, context={"organisation": organisation})


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"chuc_vu": "Giám đốc"}, ["GIÁM ĐỐC"]),
        ({"quyen_han": "Q.", "chuc_vu": "Giám đốc"}, ["Q. GIÁM ĐỐC"]),
        ({"quyen_han": "KT.", **DIRECTOR, "chuc_vu": "Phó Giám đốc"}, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        (
            {"quyen_han": "KT.", "chuc_vu_cap_truong": "Bộ trưởng", "chuc_vu": "Thứ trưởng"},
            ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
        ),
        (
            {"quyen_han": "TL.", **DIRECTOR, "chuc_vu": "Chánh Văn phòng"},
            ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"],
        ),
        (
            {
                "quyen_han": "TL.",
                **DIRECTOR,
                "chuc_vu_truong_don_vi": "Chánh Văn phòng",
                "chuc_vu": "Phó Chánh Văn phòng",
            },
            ["TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        ({"quyen_han": "TUQ.", **DIRECTOR, "chuc_vu": "Trưởng phòng"}, ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"]),
        ({**COMMITTEE, "chuc_vu": "Chủ tịch"}, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (
            {**COMMITTEE, "chuc_vu_cap_truong": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
    ],
)
def test_lines_above_the_name(fields, lines):
    assert list(sign(fields).lines()) == lines


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"quyen_han": "KT.", "chuc_vu": "Phó Giám đốc"}, "KT. cần chuc_vu_cap_truong"),
        ({"quyen_han": "TL.", "chuc_vu": "Chánh Văn phòng"}, "TL. cần chuc_vu_cap_truong"),
        ({"quyen_han": "TUQ.", "chuc_vu": "Trưởng phòng"}, "TUQ. cần chuc_vu_cap_truong"),
        (
            {"quyen_han": "KT.", **DIRECTOR, "chuc_vu": "Giám đốc"},
            "phải là cấp phó, mà chuc_vu là “Giám đốc”",
        ),
        ({"quyen_han": "Q.", **DIRECTOR, "chuc_vu": "Giám đốc"}, "Q. không dùng chuc_vu_cap_truong"),
        ({**DIRECTOR, "chuc_vu": "Phó Giám đốc"}, "Ký trực tiếp không dùng chuc_vu_cap_truong"),
        ({"quyen_han": "TM.", "chuc_vu": "Chủ tịch"}, "TM. cần tap_the"),
        ({"tap_the": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch"}, "tap_the chỉ dùng với TM."),
        (
            {
                "quyen_han": "TUQ.",
                **DIRECTOR,
                "chuc_vu_truong_don_vi": "Trưởng phòng",
                "chuc_vu": "Phó Trưởng phòng",
            },
            "TUQ. không được ký thay tiếp",
        ),
        (
            {**COMMITTEE, "chuc_vu_cap_truong": "Chủ tịch", "chuc_vu": "Ủy viên"},
            "phải là cấp phó, mà chuc_vu là “Ủy viên”",
        ),
    ],
)
def test_what_the_decree_does_not_allow(fields, said):
    with pytest.raises(ValidationError, match=said):
        sign(fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({**COMMITTEE, "chuc_vu": "Chủ tịch"}, "Sở Nội vụ làm việc theo chế độ thủ trưởng nên không ký TM."),
        (
            {"quyen_han": "KT.", "chuc_vu_cap_truong": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
            "người đứng đầu Sở Nội vụ là “Giám đốc”, không phải “Chủ tịch”",
        ),
        ({"quyen_han": "Q.", "chuc_vu": "Chủ tịch"}, "người đứng đầu Sở Nội vụ là “Giám đốc”"),
    ],
)
def test_what_does_not_fit_the_agency(fields, said):
    with pytest.raises(ValidationError, match=said):
        sign(fields, DEPARTMENT)


def test_a_collective_agency_signs_on_behalf():
    committee = DEPARTMENT.model_copy(update={"collective": True, "head_title": "Chủ tịch"})
    assert sign({**COMMITTEE, "chuc_vu": "Chủ tịch"}, committee).lines() == (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    )


@pytest.mark.parametrize(
    "name",
    [
        "TS. Nguyễn Văn A",
        "ThS.Nguyễn Văn A",
        "PGS.TS. Lê B",
        "ThS Nguyễn Văn A",
        "BSCKII. Trần C",
        "Tiến sĩ Trần C",
    ],
)
def test_no_degrees_before_a_name(name):
    with pytest.raises(ValidationError, match="không ghi học hàm, học vị, danh hiệu trước họ tên"):
        sign({"chuc_vu": "Giám đốc", "ho_ten": name})


@pytest.mark.parametrize("name", ["Nguyễn văn A", "NGUYỄN THANH VŨ", "nguyễn Thanh Vũ"])
def test_every_syllable_of_a_name_has_its_capital(name):
    with pytest.raises(ValidationError, match="viết hoa chữ cái đầu mỗi âm tiết"):
        sign({"chuc_vu": "Giám đốc", "ho_ten": name})


@pytest.mark.parametrize("name", ["Y Thu", "H'Điểu Niê", "Tsan Văn Bé", "Đỗ Ê"])
def test_real_names_pass(name):
    assert sign({"chuc_vu": "Giám đốc", "ho_ten": name}).name == name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Nguyễn Văn An", ""),
        ("TS. Nguyễn Văn An", "TS."),
        ("PGS.TS Trần Thị Bình", "PGS."),
        ("Bác sĩ Lê Na", "Bác sĩ"),
    ],
)
def test_what_stands_before_a_name(name, told):
    assert honours(name) == told
