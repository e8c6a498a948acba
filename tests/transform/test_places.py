"""Every place of a plan is said as an officer says it, in the words in which changes are told."""

import pytest
from plan_edits import data_of

from docgen.model.address import addressed, with_texts
from docgen.model.plan import Plan
from docgen.transform import compare
from docgen.transform.places import place_of, places_of


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("trich_yeu", "Trích yếu"),
        ("mo_dau/1", "Đoạn mở đầu 1"),
        ("noi_dung/1/tieu_de", "Mục I (tiêu đề)"),
        ("noi_dung/1/khoan/2/diem/1/noi_dung", "Mục I, khoản 2, điểm a"),
        ("noi_dung/2/khoan/1/doan/1", "Mục II, khoản 1, đoạn 1"),
        ("noi_dung/3/khoan/10/noi_dung", "Mục III, khoản 10"),
        ("noi_dung/3/chi_dan", "Mục III, ô “Chỉ dẫn phụ lục”"),
        ("noi_dung/5/khoan/2/tieu_de", "Mục V, khoản 2 (tiêu đề)"),
        ("noi_nhan/danh_sach/3", "Nơi nhận, dòng 3"),
        ("noi_nhan/don_vi_soan_thao", "Nơi nhận, ô “Đơn vị soạn thảo”"),
        ("phu_luc/1/ten", "Phụ lục (tên)"),
        ("phu_luc/1/phan/2/ten", "Phụ lục, phần B (tên)"),
        ("phu_luc/1/phan/2/nhom/3/ten", "Phụ lục, phần B, nhóm III (tên)"),
        ("nhiem_vu/do-thi-loai-iii-hoai-nhon", "Phụ lục, phần B, nhóm II, nhiệm vụ 13"),
        (
            "nhiem_vu/do-thi-loai-iii-hoai-nhon/thoi_gian",
            "Phụ lục, phần B, nhóm II, nhiệm vụ 13, ô “Thời gian thực hiện”",
        ),
        (
            "nhiem_vu/cong-bo-chi-so/chu_tri/1",
            "Phụ lục, phần B, nhóm I, nhiệm vụ con 1.1, ô “Cơ quan chủ trì”",
        ),
        ("noi_dung/3/khoan/10", "Mục III, khoản 10"),
        ("phu_luc/1/phan/2/nhom/3", "Phụ lục, phần B, nhóm III"),
        ("noi_dung/9/tieu_de", ""),
        ("nhiem_vu/khong-co", ""),
        ("nhiem_vu", ""),
        ("ky/ho_ten", ""),
    ],
)
def test_a_place_is_said_as_an_officer_says_it(plan_2025, address, place):
    assert place_of(plan_2025, address) == place


def test_of_two_appendices_each_has_a_number(plan_2025):
    data = data_of(plan_2025)
    task = {"id": "moi", "noi_dung": "Việc mới", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}
    second = {"ten": "Khác", "phan": [{"nhom": [{"nhiem_vu": [task]}]}]}
    data["phu_luc"].append(second)
    places = places_of(Plan.model_validate(data))
    assert places["nhiem_vu/moi/noi_dung"] == "Phụ lục II, nhiệm vụ 1, ô “Nhiệm vụ cụ thể”"
    assert places["phu_luc/1/phan/2/ten"] == "Phụ lục I, phần B (tên)"


def test_places_have_the_words_of_changes(plan_2025):
    """A text that differs is told where its place says it is; what a thing mainly says is its own place."""
    places = places_of(plan_2025)
    for address, text in addressed(plan_2025).items():
        (change,) = compare(plan_2025, with_texts(plan_2025, {address: f"{text} mới"}))
        told = {change.place, change.place.rpartition(", ô “")[0], change.place.removeprefix("Ô “")[:-1]}
        assert places[address].partition(" (t")[0] in told
