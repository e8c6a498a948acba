"""Every text of a plan can be named by where it stands in its file, and replaced there."""

from docgen.model.address import addressed, task_address, task_of, with_texts
from docgen.model.plan import Plan


def test_a_text_is_named_by_the_keys_and_numbers_of_its_file(plan_2025: Plan) -> None:
    texts = addressed(plan_2025)
    assert texts["trich_yeu"] == plan_2025.subject
    assert texts["noi_dung/3/khoan/10/noi_dung"] == plan_2025.sections[2].items[9].text
    assert texts["nhiem_vu/giao-bien-che/thoi_gian"] == "Tháng 01/2025"
    assert texts["nhiem_vu/quy-che-chi-tieu-noi-bo/chu_tri/2"] == "các đơn vị trực thuộc Sở"
    assert texts["nhiem_vu/cong-bo-chi-so/thoi_gian"] == "Tháng 2/2025"
    assert texts["phu_luc/1/phan/2/ten"] == "Nhiệm vụ tham mưu cải cách hành chính tỉnh năm 2025"


def test_no_text_of_the_plan_is_without_an_address(plan_2025: Plan) -> None:
    assert set(plan_2025.texts()) <= set(addressed(plan_2025).values())


def test_a_text_is_replaced_where_it_stands_and_nowhere_else(plan_2025: Plan) -> None:
    place = task_address("giao-bien-che", "thoi_gian")
    new = with_texts(plan_2025, {place: "Tháng 01/2026", "noi_dung/99/tieu_de": "Không có chỗ này"})
    before, after = addressed(plan_2025), addressed(new)
    assert {at for at in before if before[at] != after[at]} == {place}
    assert with_texts(plan_2025, {}) == plan_2025


def test_an_address_tells_its_task() -> None:
    assert task_of("nhiem_vu/giao-bien-che/chu_tri/1") == "giao-bien-che"
    assert task_of("nhiem_vu/giao-bien-che") == "giao-bien-che"
    assert task_of("noi_dung/1/tieu_de") == ""
