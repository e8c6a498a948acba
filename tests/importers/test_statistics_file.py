"""The forms of statistics: those that come with docgen, and files that are refused with all their faults."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.errors import InvalidInputError, MissingError
from docgen.importers.statistics_file import read_forms
from docgen.model.statistics import Reckoning
from docgen.resources import shipped
from docgen.rules.reports import contents

FILE = shipped("data") / "bieu-thong-ke.yaml"

SMALL = """\
bieu:
  - so: "1"
    ten: Chỉ đạo
    chi_tieu:
      - {ma: "1.1", ten: Phải xử lý, don_vi_tinh: hồ sơ, don_vi_bao_cao: Văn phòng Sở}
      - {ma: "1.2", ten: Đã xử lý, don_vi_tinh: hồ sơ, don_vi_bao_cao: Văn phòng Sở, khong_lon_hon: "1.1"}
      - {ma: "1.3", ten: Tỷ lệ, don_vi_tinh: "%", cach_tinh: ty_le, tu_so: "1.2", mau_so: "1.1"}
      - {ma: "1.4", ten: Nhiệm vụ, don_vi_tinh: nhiệm vụ, cach_tinh: theo_ke_hoach, dem: nhiem_vu}
"""
REPORTED = "don_vi_bao_cao: Văn phòng Sở"
FIRST = 'ma: "1.1", ten: Phải xử lý, don_vi_tinh: hồ sơ, '


@pytest.fixture(scope="module")
def forms(organisation):
    return read_forms(FILE, organisation)


@pytest.fixture
def told(yaml_file, organisation):
    """Return what is told of a small file, some of its text replaced."""

    def told(*changes):
        text = SMALL
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        with pytest.raises(InvalidInputError) as caught:
            read_forms(yaml_file(text), organisation)
        return list(caught.value.problems)

    return told


def test_a_form_for_every_content_of_reform(forms):
    assert [form.content for form in forms.forms] == list(range(1, len(contents()) + 1))
    names = [(content.name, *content.also) for content in contents()]
    assert all(form.title.startswith(known) for form, known in zip(forms.forms, names, strict=True))


def test_the_forms_are_marked_as_a_default(forms):
    assert forms.note == "Theo mẫu của cơ quan cấp trên; mẫu mặc định của docgen, sửa được."


def test_who_reports_is_a_unit_or_a_group_and_every_share_can_be_reckoned(forms, organisation):
    assert read_forms(FILE) == forms
    for row in forms.indicators:
        assert all(organisation.find(name) for name in row.reporters)
        parts = {row.numerator, row.denominator}
        assert row.reckoning is not Reckoning.SHARE or all(forms.of(code) for code in parts)
    assert forms.of("9.9") is None


def test_rows_of_districts_end_with_the_districts(forms):
    ended = [row.name for row in forms.indicators if not row.holds_on(date(2025, 7, 1))]
    begun = [row.name for row in forms.indicators if not row.holds_on(date(2025, 6, 30))]
    assert ended == [row.name for row in forms.indicators if "cấp huyện" in row.name] != []
    assert begun == ["Cơ quan chuyên môn thuộc UBND cấp xã"]


def test_targets_are_those_of_the_plan(forms, plan_2025):
    words = " ".join(plan_2025.model_dump_json().split())
    targets = {row.name: row.target(2025) for row in forms.indicators if row.targets}
    assert {target.value for target in targets.values()} == {Decimal(100), Decimal(20), Decimal(7)}
    for said in ("Hoàn thành 100%", "100% các văn bản", "đơn giản hóa 20%", "Phấn đấu 07", "100% công chức"):
        assert said in words
    assert all(row.target(2026) is None for row in forms.indicators)


def test_a_small_file(yaml_file, organisation):
    forms = read_forms(yaml_file(SMALL), organisation)
    assert [row.code for row in forms.indicators] == ["1.1", "1.2", "1.3", "1.4"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('ma: "1.4"', 'ma: "1.1"', "chỉ tiêu thứ 4, ô “Mã chỉ tiêu” (dòng 8): mã “1.1” đã dùng ở dòng 5."),
        ('ma: "1.4"', "ma: 1.4", "Hãy đặt trong dấu nháy kép."),
        (', mau_so: "1.1"', "", "(dòng 7): chỉ tiêu “1.3” tính theo ty_le mà thiếu khóa mau_so."),
        (
            'tu_so: "1.2"',
            'tu_so: "1.22"',
            "ô “Tử số” (dòng 7): không có chỉ tiêu nào mang mã “1.22”. Gần nhất",
        ),
        ('mau_so: "1.1"', "mau_so: xyz", "mang mã “xyz”. Hãy ghi mã (ma) của một chỉ tiêu trong tệp."),
        ('mau_so: "1.1"', 'mau_so: "1.3"', "ô “Mẫu số” (dòng 7): “1.3” là một tỷ lệ."),
        (", dem: nhiem_vu", "", "tính theo theo_ke_hoach mà thiếu khóa dem."),
        (REPORTED, "dem: nhiem_vu, don_vi_bao_cao: Thanh tra Sở", "theo tong nên không dùng khóa này."),
        (f", {REPORTED}", "", "“1.1” tính theo tong mà thiếu khóa don_vi_bao_cao."),
        ("dem: nhiem_vu", f"dem: nhiem_vu, {REPORTED}", "theo theo_ke_hoach nên không dùng khóa này."),
        (REPORTED, "don_vi_bao_cao: Phòng lạ", "ô “Đơn vị báo cáo” (dòng 5): không có đơn vị “Phòng lạ”"),
        (FIRST, f'{FIRST}khong_lon_hon: "1.2", ', "(dòng 5): khong_lon_hon đi vòng: 1.1 → 1.2 → 1.1."),
        ('khong_lon_hon: "1.1"', 'khong_lon_hon: "1.2"', "(dòng 6): khong_lon_hon đi vòng: 1.2 → 1.2."),
        ('khong_lon_hon: "1.1"', 'khong_lon_hon: "1.3"', "(dòng 6): “1.3” là một tỷ lệ."),
        (FIRST, f"{FIRST}tu_ngay: 01/7/2025, den_ngay: 30/6/2025, ", "(dòng 5): đứng trước tu_ngay."),
        (FIRST, f"{FIRST}den_ngay: 30/6/2025, ", "“1.1” không áp dụng trong cả thời gian của “1.2”."),
        (FIRST, f"{FIRST}muc_tieu: [{{nam: 2025}}], ", "mục tiêu thứ 1 (dòng 5): thiếu khóa “gia_tri”."),
        (FIRST, f"{FIRST}muc_tieu: [{{nam: 2025, gia_tri: nhiều}}], ", "(dòng 5): “nhiều” không phải số."),
        (
            FIRST,
            f"{FIRST}muc_tieu: [{{nam: 2025, gia_tri: 1}}, {{nam: 2025, gia_tri: 2}}], ",
            "ô “Mục tiêu” (dòng 5): có 2 mục tiêu cho năm 2025. Hãy giữ một.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(told, old, new, said):
    assert said in "\n".join(told((old, new)))


def test_a_row_that_cannot_be_read_is_known_by_its_code_and_all_is_told_at_once(told):
    problems = told(
        ("cach_tinh: ty_le", "cach_tinh: trung_binh"),
        ('khong_lon_hon: "1.1"', 'khong_lon_hon: "1.3"'),
        ("dem: nhiem_vu", "dem: viec"),
    )
    assert len(problems) == 2
    assert "“trung_binh” không dùng được" in problems[0]
    assert "“viec” không dùng được" in problems[1]
    assert len(told(("dem: nhiem_vu", "dem: viec"), ('tu_so: "1.2"', 'tu_so: "2.2"'))) == 2


def test_of_three_in_a_circle_one_is_told_once(told):
    circle = told(
        (FIRST, f'{FIRST}khong_lon_hon: "1.4", '), ("dem: nhiem_vu", 'dem: nhiem_vu, khong_lon_hon: "1.2"')
    )
    assert [problem.partition("đi vòng: ")[2] for problem in circle] == [
        "1.1 → 1.4 → 1.2 → 1.1. Hãy bỏ ở một chỉ tiêu trong đó."
    ]


def test_an_indicator_that_runs_into_a_circle_is_no_part_of_it(told):
    problems = told(
        ('ma: "1.4", ten: Nhiệm vụ', 'ma: "1.4", khong_lon_hon: "1.2", ten: Nhiệm vụ'),
        ('khong_lon_hon: "1.1"', 'khong_lon_hon: "1.2"'),
    )
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["", "bieu: []\n", "- một\n", "bieu: [1]\n"])
def test_files_without_forms_are_refused(yaml_file, text):
    with pytest.raises(InvalidInputError, match="chỗ phải sửa"):
        read_forms(yaml_file(text))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MissingError):
        read_forms(tmp_path / "bieu-thong-ke.yaml")
