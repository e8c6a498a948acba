"""An agency that nobody has described is drafted from its file; its own file says the same again."""

import pytest
from departments import departments

from docgen.components import Role
from docgen.importers import read_organisation
from docgen.importers.office import Office, draft_office, is_of_another
from docgen.importers.organisation_yaml import organisation_yaml
from docgen.importers.outline import Entry, Outline
from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.recognition.source import Line

FOREIGN = [name for name in departments() if "noi-vu" not in name]


def lines(*texts):
    return [Line(text, "đoạn 1") for text in texts]


def outline(issuer="SỞ Y TẾ", superior="UBND TỈNH GIA LAI", number="Số: 15/KH-SYT", place="Gia Lai, ngày 5"):
    """Return a document of which only the head is known."""
    return Outline(
        superior=lines(*superior.split("|")),
        issuer=lines(*issuer.split("|")),
        number=Line(number, "đoạn 3") if number else None,
        place_date=Line(place, "đoạn 4") if place else None,
    )


def drafted(*names, signature=None, **head):
    """Return the draft of an agency whose file names these units."""
    return draft_office(outline(**head), signature or {"chuc_vu": "Giám đốc"}, names, str.title)


@pytest.mark.parametrize(
    ("superior", "issuer", "other"),
    [
        ("UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", False),
        ("ỦY BAN NHÂN DÂN|TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", False),
        ("UBND TINH BINH ĐINH", "SỞ NÔI VỤ", False),
        ("UBND TỈNH", "SỞ NỘI VỤ", False),
        ("", "SỞ NỘI VỤ TỈNH BÌNH ĐỊNH", False),
        ("UBND TỈNH BÌNH ĐỊNH", "", False),
        ("UBND TỈNH GIA LAI", "SỞ NỘI VỤ", False),  # the same agency since 01/7/2025
        ("UBND TỈNH ĐẮK LẮK", "SỞ NỘI VỤ", True),
        ("UBND TỈNH BÌNH ĐỊNH", "SỞ Y TẾ", True),
        ("", "ỦY BAN NHÂN DÂN|TỈNH BÌNH ĐỊNH", True),
    ],
)
def test_whose_file_it_is(department, superior, issuer, other):
    assert is_of_another(outline(issuer, superior), department) is other


def test_the_head_of_an_agency():
    office = drafted("Văn phòng Sở", signature={"quyen_han": "KT.", "chuc_vu_cap_truong": "Giám đốc"})
    assert office.draft == {
        "id": "so-y-te",
        "ten": "Sở Y Tế",
        "ky_hieu": "SYT",
        "co_quan_chu_quan": "Ubnd Tỉnh Gia Lai",
        "dia_danh": "Gia Lai",
        "chuc_vu_cap_truong": "Giám đốc",
        "che_do_tap_the": False,
        "don_vi": [{"id": "van-phong-so", "ten": "Văn phòng Sở", "loai": "van_phong"}],
    }


@pytest.mark.parametrize(
    ("signature", "title", "collective"),
    [
        ({"chuc_vu": "Giám đốc"}, "Giám đốc", False),
        ({"chuc_vu": "Phó Giám đốc"}, "Giám đốc", False),
        ({"quyen_han": "Q.", "chuc_vu": "Giám đốc"}, "Giám đốc", False),
        (
            {"quyen_han": "TL.", "chuc_vu_cap_truong": "Chủ tịch", "chuc_vu": "Chánh Văn phòng"},
            "Chủ tịch",
            False,
        ),
        ({"quyen_han": "TM.", "tap_the": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch"}, "Chủ tịch", True),
        ({"quyen_han": "TM.", "chuc_vu_cap_truong": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"}, "Chủ tịch", True),
    ],
)
def test_who_signs(signature, title, collective):
    draft = drafted("Văn phòng", signature=signature).draft
    assert (draft["chuc_vu_cap_truong"], draft["che_do_tap_the"]) == (title, collective)


@pytest.mark.parametrize(
    ("name", "kind", "guessed"),
    [
        ("Văn phòng HĐND và UBND huyện", "van_phong", False),
        ("VP. Sở", "van_phong", False),
        ("Thanh tra Sở", "thanh_tra", False),
        ("Phòng Nghiệp vụ Y", "phong", False),
        ("P.TCBC", "phong", False),
        ("Ban Quản lý các khu công nghiệp", "ban", False),
        ("TRUNG TÂM Y TẾ", "trung_tam", False),
        ("Bệnh viện Đa khoa tỉnh", "trung_tam", True),
        ("Trường Chính trị tỉnh", "trung_tam", True),
        ("Chi cục Thủy lợi", "ban", True),
        ("UBND xã Nhơn Hải", "ngoai", True),
        ("Bandwidth", "ban", True),
    ],
)
def test_the_kind_of_a_unit(name, kind, guessed):
    office = drafted(name)
    assert [unit["loai"] for unit in office.draft["don_vi"]] == [kind]
    assert (name in office.finding().message, office.finding().severity) == (guessed, "warning")


def test_units_stand_by_kind_and_groups_below_them():
    draft = drafted(
        "Sở Tài chính", "UBND các xã", "Phòng Tổ chức", "các bệnh viện", "Phòng TC", "UBND cấp xã"
    ).draft
    assert draft["don_vi"] == [
        {"id": "phong-to-chuc", "ten": "Phòng Tổ chức", "ten_viet_tat": "Phòng TC", "loai": "phong"},
        {"id": "so-tai-chinh", "ten": "Sở Tài chính", "loai": "ngoai"},
    ]
    assert draft["nhom_don_vi"] == [
        {"id": "ubnd-xa", "ten": "UBND các xã"},
        {"id": "benh-vien", "ten": "Các bệnh viện"},
        {"id": "ubnd-cap-xa", "ten": "UBND cấp xã"},
    ]


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ({"number": ""}, "ky_hieu"),
        ({"number": "Số: 15/KH"}, "ky_hieu"),
        ({"number": "Mã 12"}, "ky_hieu"),
        ({"place": ""}, "dia_danh"),
        ({"place": "ngày 05 tháng 01 năm 2026"}, "dia_danh"),
        ({"signature": {"ho_ten": "Trần Thị A"}}, "chuc_vu_cap_truong"),
    ],
)
def test_what_is_missing_is_told_and_left_to_be_filled_in(head, missing):
    office = drafted("Văn phòng Sở", **head)
    assert office.organisation is None
    assert f"phải điền: {missing}." in str(office.finding())
    assert office.finding().severity == "error"
    assert f"\n{missing}: # chưa có trong tệp nhập: hãy điền\n" in organisation_yaml(
        office.draft, (), "a.docx"
    )


def test_a_file_that_names_no_unit():
    office = drafted()
    assert "phải điền: don_vi." in str(office.finding())
    assert "don_vi: # chưa có" in organisation_yaml(office.draft, (), "a.docx")


@pytest.mark.parametrize("name", FOREIGN)
def test_the_file_of_a_drafted_agency_says_the_draft(tmp_path, department, name):
    source = read_word_source(departments()[name].make())
    found = recognise(source.outline, Beside(department, drafts=True))
    office = found.office
    path = tmp_path / "don-vi.yaml"
    path.write_text(organisation_yaml(office.draft, office.guessed, f"{name}.docx"), "utf-8")
    assert read_organisation(path) == office.organisation
    assert path.read_text("utf-8").count("docgen đoán") == len(office.guessed)
    assert found.findings[0] == office.finding()
    assert not {"don-vi-la", "khac-don-vi", "ky-hieu-khac"} & {one.code for one in found.findings}
    assert found.plan is not None


def test_the_file_says_what_it_is_drafted_from():
    text = organisation_yaml(drafted("Công an tỉnh").draft, ["cong-an-tinh"], "kế\n hoạch.docx")
    assert text.startswith(
        "# SỞ Y TẾ: tên gọi, đơn vị, nhóm đơn vị\n"
        "# Bản nháp do docgen lập từ tệp “kế hoạch.docx”: hãy xem lại.\n"
    )
    assert "    loai: ngoai # docgen đoán: hãy xem lại\n" in text


@pytest.mark.parametrize(
    ("drafts", "organisation"), [(False, True), (True, False)], ids=["not asked for", "nothing to compare"]
)
def test_no_draft_is_made_unasked(department, drafts, organisation):
    known = department if organisation else None
    read = outline()
    read.body.append(Entry(Role.SECTION, "I", Line("MỤC ĐÍCH", "đoạn 9")))
    assert recognise(read, Beside(known, drafts=drafts)).office is None


def test_what_cannot_be_an_organisation_is_none():
    office = drafted("Văn phòng Sở")
    assert office.organisation.units[0].name == "Văn phòng Sở"
    assert Office({**office.draft, "ky_hieu": "\x07"}).organisation is None
