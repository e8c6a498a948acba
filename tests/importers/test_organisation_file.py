"""The organisation of a file, with its reforms; a plan has the head of its day."""

from datetime import date

import pytest

from docgen.documents import DOCUMENT_TYPES
from docgen.errors import InvalidInputError
from docgen.importers import check_plan, read_organisation, read_plan
from docgen.importers.organisation_yaml import organisation_yaml
from docgen.model.organisation import Organisation
from docgen.resources import shipped

FILE = shipped("data") / "don-vi.yaml"
SET = (shipped("data") / "sap-xep-2025.yaml").read_text("utf-8")
NAMED = "sap_xep: [sap-xep-2025]"


@pytest.fixture
def office(tmp_path):
    """Write "don-vi.yaml" with another line for its reforms, and files beside it; return its path."""

    def write(line, **beside):
        text = FILE.read_text("utf-8")
        assert text.count(NAMED) == 1
        path = tmp_path / "don-vi.yaml"
        path.write_text(text.replace(NAMED, line), "utf-8")
        for name, content in beside.items():
            (tmp_path / f"{name.replace('_', '-')}.yaml").write_text(content, "utf-8")
        return path

    return write


def head(organisation, **changes):
    """Return the first lines of the 2025 plan, some of its data changed."""
    plan = read_plan(shipped("data") / "kehoach-2025.yaml", organisation).model_copy(update=changes)
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan, organisation)
    return document.head.superior, document.head.place_date.partition(",")[0]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("UBND TỈNH BÌNH ĐỊNH", "Bình Định")),
        ({"year": 2026, "issue_year": 2025}, ("UBND TỈNH GIA LAI", "Gia Lai")),
        ({"year": 2026, "issue_year": None}, ("UBND TỈNH GIA LAI", "Gia Lai")),
        ({"issue_year": 2025, "issued_on": date(2025, 6, 30)}, ("UBND TỈNH BÌNH ĐỊNH", "Bình Định")),
        ({"issue_year": 2025, "issued_on": date(2025, 7, 1)}, ("UBND TỈNH GIA LAI", "Gia Lai")),
    ],
)
def test_a_plan_is_headed_as_on_its_day(changes, expected):
    assert head(read_organisation(FILE), **changes) == expected


def test_without_a_reform_nothing_changes(office):
    organisation = read_organisation(office("# không có"))
    assert head(organisation, year=2030, issue_year=2030) == ("UBND TỈNH BÌNH ĐỊNH", "Bình Định")
    assert all(unit.valid_to is None and unit.former == () for unit in organisation.units)


def test_the_reform_of_2025_ends_the_inspectorate_and_the_board_of_religions():
    organisation = read_organisation(FILE)
    then, now = date(2024, 12, 31), date(2025, 12, 31)
    names = [name for unit in organisation.on(then).units for name in unit.names]
    told = {name: change for name in names if (change := organisation.succession(name, now))}
    assert {name: (change.name, change.sure) for name, change in told.items()} == {
        "Thanh tra Sở": ("", False),
        "Ban Tôn giáo": ("Sở Dân tộc và Tôn giáo", False),
    }
    assert organisation.reforms == ()


def test_a_reform_beside_the_file_counts_before_the_shipped_one(office):
    own = SET.replace("tu_ngay: 01/7/2025", "tu_ngay: 01/9/2025")
    organisation = read_organisation(office(NAMED, sap_xep_2025=own))
    assert organisation.on(date(2025, 8, 31)).place == "Bình Định"
    assert organisation.on(date(2025, 9, 1)).place == "Gia Lai"


LATER = """
id: sap-xep-2027
ten: Sắp xếp năm 2027
tu_ngay: 01/01/2027
don_vi_moi: [{id: ban-moi, ten: Ban Mới, loai: ban}]
don_vi:
  - {ten: [Sở Dân tộc và Tôn giáo], don_vi_ke_thua: ban-moi}
"""


def test_reforms_are_applied_by_their_days(office):
    organisation = read_organisation(office("sap_xep: [sap-xep-2027, sap-xep-2025]", sap_xep_2027=LATER))
    told = organisation.succession("Ban Tôn giáo", date(2027, 1, 1))
    assert told is not None
    assert (told.name, str(told.since)) == ("Ban Mới", "2027-01-01")


@pytest.mark.parametrize(
    ("line", "beside", "said"),
    [
        (
            "sap_xep: [sap-xep-2026]",
            {},
            ["không có tệp sap-xep-2026.yaml bên cạnh, cũng không có trong dữ liệu kèm theo docgen."],
        ),
        ("sap_xep: [../sap-xep-2025]", {}, ["“../sap-xep-2025” không dùng làm mã được"]),
        ("sap_xep: sap-xep-2025", {}, ["phải là danh sách"]),
        (
            "sap_xep: [khac, sap-xep-2025]\nten_cu: x",
            {"sap_xep_2025": SET.replace("01/7/2025", "31/6/2025").replace("chac_chan", "chac_chac")},
            [
                "ten_cu",
                "không có tệp khac.yaml",
                "sap-xep-2025.yaml, ô “Từ ngày” (dòng 12): ngày 31/06/2025 không có",
                "chac_chac",
            ],
        ),
        (
            "sap_xep: [sap-xep-2027]",
            {
                "sap_xep_2027": LATER.replace(
                    "[Sở Dân tộc và Tôn giáo], don_vi_ke_thua: ban-moi",
                    "[Ban Tôn giáo], ten_moi: Văn phòng Sở",
                )
            },
            ["Ô “Đợt sắp xếp” (dòng 33): không áp dụng được sap-xep-2027: tên “Văn phòng Sở” dùng cho cả"],
        ),
    ],
)
def test_all_that_is_wrong_is_told_at_once(office, line, beside, said):
    with pytest.raises(InvalidInputError) as caught:
        read_organisation(office(line, **beside))
    told = "\n".join(caught.value.problems)
    assert [words for words in said if words not in told] == []


def test_a_file_that_is_no_list_of_keys_is_told(yaml_file):
    with pytest.raises(InvalidInputError, match="chỗ phải sửa"):
        read_organisation(yaml_file("- một\n"))


def test_an_old_plan_of_an_agency_whose_head_had_another_title_is_still_right(office, plan_file):
    record = "truoc_day: [{den_ngay: 30/6/2025, chuc_vu_cap_truong: Giám đốc}]"
    path = office(f"{record}\n{NAMED}")
    title = "\nchuc_vu_cap_truong: "
    text = path.read_text("utf-8").replace(f"{title}Giám đốc", f"{title}Chánh")
    path.write_text(text, "utf-8")
    organisation = read_organisation(path)
    signed = (
        "  chuc_vu: Giám đốc",
        "  quyen_han: KT.\n  chuc_vu_cap_truong: Giám đốc\n  chuc_vu: Phó Giám đốc",
    )
    assert check_plan(plan_file(signed), organisation)[0] is not None
    new = check_plan(plan_file(signed, ("nam: 2025", "nam: 2026")), organisation)
    assert "người đứng đầu Sở Nội vụ là “Chánh”" in str(new[1][0])


def test_a_new_plan_that_names_units_of_the_year_before_is_told(plan_file):
    pointed = ("noi_nhan:", "    chi_dan: có Phụ lục kèm theo\nnoi_nhan:")
    organisation = read_organisation(FILE)
    assert check_plan(plan_file(pointed), organisation)[1] == ()
    _, remarks = check_plan(plan_file(pointed, ("nam: 2025", "nam: 2026")), organisation)
    assert [(remark.message, remark.remedy) for remark in remarks] == [
        ("“Thanh tra Sở” không còn sau ngày 30/6/2025.", "Hãy ghi đơn vị kế thừa."),
        (
            "“Ban Tôn giáo” không còn sau ngày 28/02/2025.",
            "Đơn vị kế thừa (cần xác nhận): “Sở Dân tộc và Tôn giáo”.",
        ),
    ]


def test_a_new_plan_that_uses_a_former_name_is_told(plan_file):
    pointed = ("noi_nhan:", "    chi_dan: có Phụ lục kèm theo\nnoi_nhan:")
    data = read_organisation(FILE).model_dump(mode="json", by_alias=True)
    office = data["don_vi"][0]
    office |= {"ten": "Văn phòng", "ten_cu": [{"ten": office["ten"], "den_ngay": "30/6/2024"}]}
    _, remarks = check_plan(plan_file(pointed), Organisation.model_validate(data))
    assert [(remark.code, remark.message, remark.remedy) for remark in remarks] == [
        ("don-vi-doi-ten", "“Văn phòng Sở” đổi tên từ ngày 01/7/2024.", "Tên mới: “Văn phòng”.")
    ] * 2


def test_a_drafted_file_says_how_to_apply_the_reform():
    draft = {"id": "so-y-te", "ten": "Sở Y tế", "don_vi": [{"id": "phong", "ten": "Phòng", "loai": "phong"}]}
    assert "# sap_xep: [sap-xep-2025]" in organisation_yaml(draft, (), "tep.docx")
