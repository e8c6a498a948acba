"""A unit's file held against plan, agency, calendar and forms: every sentence that an officer may read."""

import pytest

from docgen.importers.submission_reading import check_submission, check_told
from docgen.transform.submissions import Known

GOOD = """\
nam: 2025
ky: 2025-Q1
don_vi: Văn phòng Sở
ngay_gui: 17/3/2025
ket_qua:
  - id: giao-bien-che
    tinh_trang: hoan_thanh
    ngay_hoan_thanh: 22/01/2025
    ket_qua: Đã tham mưu giao biên chế.
    van_ban:
      - so_ky_hieu: 35/QĐ-SNV
        ngay: 22/01/2025
  - id: phan-cap-phan-quyen-cua-so
    tinh_trang: dang_thuc_hien
    ket_qua: Đang rà soát.
noi_dung_khac:
  - noi_dung: Công tác chỉ đạo, điều hành
    muc: kiem_tra
    ket_qua: Đã kiểm tra 02 đơn vị.
thong_ke:
  - ma: "3.5"
    so_lieu: 412
  - {ma: "3.10", so_lieu: 30}
"""
OF_CONTENTS = (
    "Hãy ghi một trong: Công tác chỉ đạo, điều hành; Cải cách thể chế; Cải cách thủ tục hành chính;"
    " Cải cách tổ chức bộ máy; Cải cách chế độ công vụ; Cải cách tài chính công;"
    " Xây dựng và phát triển chính quyền điện tử, chính quyền số."
)


@pytest.fixture(scope="module")
def known(plan_2025, organisation, forms_2025, calendar_2025):
    return Known(plan_2025, organisation, forms_2025, calendar_2025)


@pytest.fixture
def told(tmp_path, known):
    """Return a function that reads a file: whether it can be used, and what is told of it."""

    def told(text, known=known):
        path = tmp_path / "van-phong.yaml"
        path.write_text(text, "utf-8")
        submission, findings = check_submission(path, known)
        return submission is not None, [str(finding) for finding in findings]

    return told


def test_a_good_file_is_told_nothing_of(told):
    assert told(GOOD) == (True, [])


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            "giao-bien-che",
            "giao-bien-chee",
            "Kết quả thứ 1, ô “Mã nhiệm vụ” (dòng 6)",
            (
                "mã nhiệm vụ “giao-bien-chee” không có trong kế hoạch năm 2025. Gần nhất:"
                " “giao-bien-che”. Hãy sửa mã; nếu nhiệm vụ đã bị bỏ thì xóa mục này."
            ),
        ),
        (
            "Công tác chỉ đạo, điều hành",
            "Chuyện khác",
            "Nội dung khác thứ 1, ô “Nội dung cải cách hành chính” (dòng 17)",
            f"“Chuyện khác” không phải nội dung cải cách hành chính. {OF_CONTENTS}",
        ),
        (
            "Công tác chỉ đạo, điều hành",
            "Cải cách thể chế",
            "Nội dung khác thứ 1, ô “Mục” (dòng 18)",
            "mục “kiem_tra” chỉ dùng cho nội dung “Công tác chỉ đạo, điều hành”. Hãy xóa dòng muc.",
        ),
        (
            "muc: kiem_tra",
            "muc: kiem-tra",
            "Nội dung khác thứ 1, ô “Mục” (dòng 18)",
            (
                "“kiem-tra” không dùng được. Gần nhất: “kiem_tra”. Chọn một trong: chi_dao, kiem_tra,"
                " tuyen_truyen, sang_kien."
            ),
        ),
        (
            '"3.5"',
            '"3.55"',
            "Số liệu thứ 1, ô “Mã chỉ tiêu” (dòng 21)",
            "không có chỉ tiêu “3.55” trong biểu thống kê. Gần nhất: “3.5”. Hãy sửa mã theo biểu thống kê.",
        ),
        (
            '"3.5"',
            "3.5",
            "Số liệu thứ 1, ô “Mã chỉ tiêu” (dòng 21)",
            "phải là chữ, mà “3.5” là số. Hãy đặt trong dấu nháy kép.",
        ),
        (
            '"3.10"',
            '"3.5"',
            "Ô “Thống kê” (dòng 20)",
            "chỉ tiêu 3.5 có nhiều số liệu. Hãy giữ một.",
        ),
        (
            "412",
            "-1",
            "Số liệu thứ 1, ô “Số liệu” (dòng 22)",
            "-1 nhỏ quá. Giá trị nhỏ nhất là 0.",
        ),
        (
            "412",
            "khoảng 400",
            "Số liệu thứ 1, ô “Số liệu” (dòng 22)",
            "“khoảng 400” không phải số. Hãy ghi như 412 hoặc 1.234,5.",
        ),
        (
            "412",
            "[4, 12]",
            "Số liệu thứ 1, ô “Số liệu” (dòng 22)",
            "có nhiều giá trị mà chỉ nhận một. Hãy bỏ các gạch đầu dòng.",
        ),
        (
            "412",
            "true",
            "Số liệu thứ 1, ô “Số liệu” (dòng 22)",
            "“True” không phải số. Hãy ghi như 412 hoặc 1.234,5.",
        ),
        (
            "412",
            "12.000",
            "Số liệu thứ 1, ô “Số liệu” (dòng 22)",
            (
                "“12.000” có thể là 12000, cũng có thể là 12,000. Hãy ghi 12000; là số lẻ thì ghi"
                ' "12,000" (có dấu nháy).'
            ),
        ),
        (
            "22/01/2025\n    ket",
            "14/12/2024\n    ket",
            "Kết quả thứ 1, ô “Ngày hoàn thành” (dòng 8)",
            (
                "ngày 14/12/2024 không thuộc năm 2025 của kế hoạch. Hãy ghi ngày trong năm; việc xong sau"
                " năm thì ghi cham_tien_do và nêu ngày ở ket_qua."
            ),
        ),
        (
            "      - so_ky_hieu: 35/QĐ-SNV\n        ngay: 22/01/2025",
            "      - {}",
            "Kết quả thứ 1, văn bản 1 (dòng 11)",
            "văn bản chưa ghi gì. Hãy ghi so_ky_hieu, ngay hoặc trich_yeu, hoặc xóa mục này.",
        ),
    ],
)
def test_what_is_wrong(told, old, new, place, said):
    assert told(GOOD.replace(old, new)) == (False, [f"{place}: {said}"])


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            "hoan_thanh\n",
            "cham_tien_do\n",
            "Kết quả thứ 1, ô “Lý do chậm” (dòng 6)",
            "chậm tiến độ mà chưa nêu lý do. Hãy ghi lý do (ly_do).",
        ),
        (
            "hoan_thanh\n    ngay_hoan_thanh: 22/01/2025\n",
            "khong_thuc_hien\n",
            "Kết quả thứ 1, ô “Căn cứ không thực hiện, điều chỉnh” (dòng 6)",
            "không thực hiện mà chưa nêu căn cứ. Hãy ghi văn bản hoặc ý kiến chỉ đạo làm căn cứ (can_cu).",
        ),
        (
            "    ngay_hoan_thanh: 22/01/2025\n",
            "",
            "Kết quả thứ 1, ô “Ngày hoàn thành” (dòng 6)",
            (
                "đã hoàn thành mà chưa có ngày hoàn thành. Hãy ghi ngày (ngay_hoan_thanh): không có ngày"
                " thì không biết đúng hạn hay quá hạn."
            ),
        ),
        (
            (
                "    ket_qua: Đã tham mưu giao biên chế.\n"
                "    van_ban:\n"
                "      - so_ky_hieu: 35/QĐ-SNV\n"
                "        ngay: 22/01/2025\n"
            ),
            "",
            "Kết quả thứ 1, ô “Kết quả” (dòng 6)",
            (
                "đã hoàn thành mà chưa nêu kết quả, cũng chưa có văn bản, sản phẩm. Hãy ghi ket_qua hoặc"
                " van_ban."
            ),
        ),
        (
            "hoan_thanh\n",
            "dang_thuc_hien\n",
            "Kết quả thứ 1, ô “Ngày hoàn thành” (dòng 8)",
            "có ngày hoàn thành mà tình trạng là “Đang thực hiện”. Hãy xem lại.",
        ),
        (
            "22/01/2025\n    ket",
            "18/3/2025\n    ket",
            "Kết quả thứ 1, ô “Ngày hoàn thành” (dòng 8)",
            "ngày hoàn thành 18/3/2025 ở sau ngày gửi 17/3/2025. Hãy xem lại hai ngày.",
        ),
        (
            "22/01/2025\n    ket",
            "15/3/2025\n    ket",
            "Kết quả thứ 1, ô “Ngày hoàn thành” (dòng 8)",
            (
                "ngày hoàn thành 15/3/2025 ở sau ngày cuối lấy số liệu của kỳ (14/3/2025). Việc xong sau"
                " ngày đó thuộc kỳ sau; kỳ này hãy ghi tình trạng đến 14/3/2025."
            ),
        ),
        (
            "        ngay: 22/01/2025",
            "        ngay: 18/3/2025",
            "Kết quả thứ 1, văn bản 1, ô “Ngày văn bản” (dòng 12)",
            "ngày văn bản 18/3/2025 ở sau ngày gửi 17/3/2025. Hãy xem lại hai ngày.",
        ),
        (
            "        ngay: 22/01/2025\n",
            "",
            "Kết quả thứ 1, văn bản 1, ô “Ngày văn bản” (dòng 11)",
            "văn bản số 35/QĐ-SNV chưa có ngày. Hãy ghi ngày của văn bản (ngay).",
        ),
        (
            "dang_thuc_hien",
            "hoan_thanh\n    ngay_hoan_thanh: 10/3/2025",
            "Kết quả thứ 2, ô “Tình trạng” (dòng 14)",
            (
                "đã hoàn thành ở kỳ 2025-Q1, mà kế hoạch ghi thời gian là “Cả năm”. Còn phải làm tiếp"
                " trong năm thì hãy chọn “Đang thực hiện” (dang_thuc_hien); đã xong hẳn thì giữ nguyên."
            ),
        ),
        (
            "don_vi: Văn phòng Sở",
            "don_vi: Thanh tra Sở",
            "Kết quả thứ 1, ô “Mã nhiệm vụ” (dòng 6)",
            "đơn vị không chủ trì, cũng không phối hợp nhiệm vụ “giao-bien-che”. Hãy xem lại mã nhiệm vụ.",
        ),
        (
            '{ma: "3.10", so_lieu: 30}',
            '{ma: "5.4", so_lieu: 30}',
            "Số liệu thứ 2, ô “Mã chỉ tiêu” (dòng 23)",
            "chỉ tiêu 5.4 do Phòng Công chức, viên chức báo cáo. Hãy xem lại mã, hoặc hỏi đơn vị đó.",
        ),
        (
            '{ma: "3.10", so_lieu: 30}',
            '{ma: "3.12", so_lieu: 30}',
            "Số liệu thứ 2, ô “Mã chỉ tiêu” (dòng 23)",
            "chỉ tiêu 3.12 do docgen tự tính; số liệu này không được dùng. Hãy xóa mục này.",
        ),
        (
            "ky: 2025-Q1",
            "ky: 2025-N",
            "Số liệu thứ 1, ô “Mã chỉ tiêu” (dòng 21)",
            "chỉ tiêu 3.5 không áp dụng cho kỳ 2025-N; số liệu này không được dùng. Hãy xóa mục này.",
        ),
        (
            '"3.10", so_lieu: 30',
            '"3.10"',
            "Số liệu thứ 2, ô “Số liệu” (dòng 23)",
            (
                "chỉ tiêu 3.10 chưa có số liệu, cũng chưa nêu lý do. Hãy điền số liệu (so_lieu); chưa có"
                " số thì ghi lý do (ghi_chu)."
            ),
        ),
    ],
)
def test_what_is_doubtful(told, old, new, place, said):
    text = GOOD.replace(old, new)
    assert text != GOOD
    usable, findings = told(text)
    assert (usable, findings[:1]) == (True, [f"{place}: {said}"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoan_thanh\n", "cham_tien_do\n    ly_do: Chờ ý kiến.\n"),
        ("hoan_thanh\n    ngay_hoan_thanh: 22/01/2025\n", "khong_thuc_hien\n    can_cu: Công văn số 1/SNV\n"),
        ("22/01/2025\n    ket", "15/12/2024\n    ket"),
        ("22/01/2025\n    ket", "14/3/2025\n    ket"),
        ("ngay_gui: 17/3/2025\n", ""),
        ("    ket_qua: Đã tham mưu giao biên chế.\n", ""),
        (
            "      - so_ky_hieu: 35/QĐ-SNV\n        ngay: 22/01/2025",
            "      - trich_yeu: Về việc giao biên chế",
        ),
        ("phan-cap-phan-quyen-cua-so", "bao-cao-dinh-ky"),
        ("phan-cap-phan-quyen-cua-so", "co-cau-theo-vi-tri-viec-lam"),
        ("phan-cap-phan-quyen-cua-so", "quy-che-chi-tieu-noi-bo"),
        ("muc: kiem_tra\n    ", ""),
        ('"3.10", so_lieu: 30', '"3.10", ghi_chu: Chưa thống kê'),
        ('"3.10"', '"7.3"'),
        ("412", "0.125"),
        ("412", "1234.567"),
        ("412", '"12.000"'),
    ],
)
def test_what_is_neither(told, old, new):
    text = GOOD.replace(old, new)
    assert text != GOOD
    assert told(text) == (True, [])


def test_everything_is_told_at_once_line_by_line(told):
    text = GOOD.replace("giao-bien-che\n", "giao\n").replace('"3.5"', '"3.55"').replace("kiem_tra", "chi_dao")
    usable, findings = told(text.replace("Công tác chỉ đạo, điều hành", "Cải cách thể chế"))
    assert (usable, [finding.partition("(dòng ")[2][:2] for finding in findings]) == (
        False,
        ["6)", "18", "21"],
    )


def test_what_is_not_known_is_not_asked(told):
    text = (
        GOOD.replace("giao-bien-che", "viec-la").replace('"3.5"', '"99"').replace("Văn phòng Sở", "Phòng lạ")
    )
    assert told(text.replace("22/01/2025\n    ket", "16/3/2025\n    ket"), Known()) == (True, [])


def test_a_row_of_a_workbook_is_named_by_its_task(known):
    rows = [{"id": "giao-bien-che", "tinh_trang": "cham_tien_do", "ket_qua": "Đang trình"}]
    submission, findings = check_told({"nam": 2025, "ket_qua": rows}, known, {"unit": "Văn phòng Sở"})
    assert submission.unit == "Văn phòng Sở"
    said = "nhiệm vụ giao-bien-che, ô “Lý do chậm”: chậm tiến độ mà chưa nêu lý do. Hãy ghi lý do (ly_do)."
    assert [str(finding) for finding in findings] == [said]


def test_a_unit_answers_for_the_one_that_it_took_over_from(told, known, organisation):
    units = tuple(
        unit.model_copy(update={"valid_to": known.plan.day, "successor": "ccvc"})
        if unit.id == "tcbc-tcpcp"
        else unit
        for unit in organisation.units
    )
    merged = Known(known.plan, organisation.model_copy(update={"units": units}))
    text = GOOD.replace("Văn phòng Sở", "Phòng CCVC").replace(
        "phan-cap-phan-quyen-cua-so", "csdl-co-cau-to-chuc"
    )
    assert told(text, merged) == (True, [])
