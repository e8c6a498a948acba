"""What one unit sends for one period: read from its keys, each task and each indicator once."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from docgen.model.submission import Steering, Submission

DONE = {"id": "ra-soat", "tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "15/12/2025", "ket_qua": "05/BC-SNV"}
WHOLE = {
    "nam": 2025,
    "ky": "2025-Q1",
    "don_vi": "Văn phòng Sở",
    "ngay_gui": "17/3/2025",
    "ket_qua": [
        DONE
        | {
            "van_ban": [{"so_ky_hieu": "05/BC-SNV", "ngay": "15/12/2025", "trich_yeu": "Báo cáo rà soát"}],
            "minh_chung": "Bao-cao-05.pdf",
            "kho_khan": "Thiếu người",
            "kien_nghi": "Bổ sung",
        }
    ],
    "noi_dung_khac": [
        {"noi_dung": "Công tác chỉ đạo, điều hành", "muc": "kiem_tra", "ket_qua": ["Đã kiểm tra 02 phòng"]}
    ],
    "kho_khan": ["Kinh phí chậm"],
    "nhiem_vu_ky_sau": "Tổng kết",
    "thong_ke": [{"ma": "3.5", "so_lieu": "1.234,5"}, {"ma": "3.6", "ghi_chu": "Chưa thống kê"}],
}


def test_a_submission_is_read_from_its_yaml_keys():
    submission = Submission.model_validate(WHOLE)
    (row,) = submission.rows
    (other,) = submission.other
    assert submission.sent_on.month == 3
    assert row.evidence == ("Bao-cao-05.pdf",)
    assert row.products[0].subject == "Báo cáo rà soát"
    assert (other.heading, other.results) == (Steering.INSPECTION, ("Đã kiểm tra 02 phòng",))
    assert submission.next_tasks == ("Tổng kết",)
    assert [one.value for one in submission.statistics] == [Decimal("1234.5"), None]


def test_a_submission_comes_back_from_its_data():
    submission = Submission.model_validate(WHOLE)
    assert Submission.model_validate(submission.as_data()) == submission


def test_outcomes_are_found_by_task():
    submission = Submission(year=2025, rows=(DONE,))
    assert submission.of("ra-soat") == submission.rows[0]
    assert submission.of("khac") is None


def test_what_contradicts_is_told_at_once():
    statistics = [{"ma": "3.5", "so_lieu": 1}, {"ma": "3.5", "so_lieu": 2}]
    data = {"nam": 2025, "ky": "2024-Q1", "ket_qua": [DONE, DONE], "thong_ke": statistics}
    with pytest.raises(ValidationError) as raised:
        Submission.model_validate(data)
    assert [str(error["ctx"]["error"]) for error in raised.value.errors()] == [
        "kỳ báo cáo 2024-Q1 không thuộc năm 2025; hãy sửa ky hoặc nam",
        "nhiệm vụ ra-soat có nhiều kết quả; hãy giữ một",
        "chỉ tiêu 3.5 có nhiều số liệu; hãy giữ một",
    ]
