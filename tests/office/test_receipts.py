"""The receipt: what it says is what was frozen."""

from io import BytesIO

import pytest
from answering import Q1, UNIT, brought, coordinator, reporter, send
from docx import Document

from docgen.errors import MissingError
from docgen.office import submissions
from docgen.office.submissions import receipt, review


def words(docx):
    document = Document(BytesIO(docx))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join((*(one.text for one in document.paragraphs), *cells))


def test_a_receipt_says_who_when_what_and_its_marks(office):
    brought(office, moment="2025-03-19 08:05")
    with office.reading() as session:
        made = receipt(reporter(session, "2025-04-01 08:00"), Q1, UNIT)
        (sent,) = review(coordinator(session), Q1, UNIT).rounds
    text = words(made.docx)
    assert made.name == sent.code == "BC-2025-Q1-van-phong-1"
    for said in (
        sent.sha256,
        "BIÊN NHẬN BÁO CÁO",
        "gửi lúc 08 giờ 05 ngày 19 tháng 3 năm 2025 (nộp chậm 1 ngày); báo cáo gồm 84 dòng",
        "Phòng Cải cách hành chính - Văn thư, lưu trữ xem, duyệt",
        "246/SNV-VP; 18/02/2025",
        "Minh chứng: Ke-hoach-138-KH-SNV.pdf",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("moment", "place"),
    [
        ("2025-03-19 08:05", "Bình Định, ngày 19 tháng 3 năm 2025"),
        ("2025-07-01 08:05", "Gia Lai, ngày 01 tháng 7 năm 2025"),
    ],
)
def test_a_receipt_names_the_agency_as_on_the_day_of_sending(office, moment, place):
    brought(office, moment=moment)
    with office.reading() as session:
        assert place in words(receipt(reporter(session, moment), Q1, UNIT).docx)


def test_what_is_written_afterwards_is_not_on_it(filled):
    send(filled)
    with filled.writing() as session:
        submissions.return_submission(coordinator(session), Q1, UNIT, "Sửa", {})
        row = submissions.unit_page(reporter(session), Q1, UNIT).rows[0]
        typed = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Viết thêm sau khi gửi."}
        submissions.save_row(reporter(session), Q1, UNIT, row.name, typed, row.version)
    with filled.reading() as session:
        assert "Viết thêm" not in words(receipt(reporter(session), Q1, UNIT).docx)


def test_it_is_a_pdf_too(filled):
    send(filled)
    with filled.reading() as session:
        made = receipt(reporter(session), Q1, UNIT)
    assert made.pdf().startswith(b"%PDF")


def test_nothing_sent_no_receipt(filled):
    with filled.reading() as session, pytest.raises(MissingError, match="chưa gửi"):
        receipt(reporter(session), Q1, UNIT)
