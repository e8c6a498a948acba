"""A plan that can be used may still be worth a second look."""

from docgen.importers import check_plan, read_organisation
from docgen.importers.yaml_tree import read_yaml
from docgen.model.organisation import Organisation
from docgen.resources import shipped

POINTER = ("noi_nhan:", "    chi_dan: có Phụ lục kèm theo\nnoi_nhan:")


def remarks(path, organisation=None):
    plan, findings = check_plan(path, organisation)
    assert plan is not None
    return [str(finding) for finding in findings]


def test_the_body_points_to_its_appendix(plan_file):
    assert remarks(plan_file()) == [
        "Nội dung: có phụ lục mà lời văn không chỉ dẫn đến. Hãy thêm khóa chi_dan vào mục giao nhiệm vụ."
    ]
    assert remarks(plan_file(POINTER)) == []


def test_a_plan_without_appendix_needs_no_pointer(yaml_file, plan_file):
    assert remarks(yaml_file(plan_file().read_text("utf-8").partition("phu_luc:")[0])) == []


def test_letters_taken_out_are_told(plan_file):
    assert remarks(plan_file(POINTER, ("UBND tỉnh", "UBND\u200b tỉnh Ðắk Lắk\u200b"))) == [
        "Nơi nhận, dòng 1 (dòng 15): đã bỏ hoặc thay ký tự lạ U+200B, U+00D0."
    ]


def test_a_deadline_that_is_not_understood(plan_file):
    (remark,) = remarks(plan_file(POINTER, ("thoi_gian: Quý I", "thoi_gian: Xem xét thêm")))
    assert remark.startswith(
        "Phụ lục, phần A, nhiệm vụ 1, ô “Thời gian thực hiện” (dòng 26): chưa hiểu thời gian"
    )


def test_a_remark_finds_its_task_however_its_id_is_typed(plan_file):
    path = plan_file(
        POINTER, ("id: ba", 'id: " ba"'), ("Sở, thoi_gian: Cả năm", "Sở, thoi_gian: Xem xét thêm")
    )
    (remark,) = remarks(path)
    assert remark.startswith(
        "Phụ lục, phần A, nhiệm vụ 2, nhiệm vụ con 2.1, ô “Thời gian thực hiện” (dòng 34)"
    )


def test_a_unit_that_is_gone(plan_file):
    data = read_yaml(shipped("data") / "don-vi.yaml").data
    data["don_vi"][7] |= {"den_ngay": "31/12/2024", "don_vi_ke_thua": "van-phong"}
    data["don_vi"][1] |= {"den_ngay": "31/12/2024"}
    place = "Phụ lục, phần A, nhiệm vụ 2, ô “Cơ quan chủ trì” (dòng 31)"
    assert remarks(plan_file(POINTER), Organisation.model_validate(data)) == [
        f"{place}: “Thanh tra Sở” không còn sau ngày 31/12/2024. Hãy ghi đơn vị kế thừa.",
        f"{place}: “Ban Tôn giáo” không còn sau ngày 31/12/2024. Đơn vị kế thừa: “Văn phòng Sở”.",
    ]


def test_the_2025_plan_needs_no_second_look():
    organisation = read_organisation(shipped("data") / "don-vi.yaml")
    assert remarks(shipped("data") / "kehoach-2025.yaml", organisation) == []
