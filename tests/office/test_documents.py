"""Issued documents stay as they were signed, and are found with or without marks."""

from dataclasses import replace
from datetime import date

import pytest
from offices import NOW, desk_of

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.papers import PaperKind
from docgen.office import audit, documents, numbers
from docgen.office.documents import Signed

DAY = date(2025, 3, 7)
REPORT = Signed(
    PaperKind.REPORT,
    "Kết quả công tác cải cách hành chính quý I năm 2025",
    "45/BC-SNV",
    b"docx",
    b"pdf",
    {"ky": "2025-Q1", "sua": {"mo-dau": "Đã sửa"}},
)
LETTER = Signed(PaperKind.LETTER, "đôn đốc báo cáo", "612/SNV-CCHC", b"thu", b"pdf cua thu", {})


def issued(desk, signed, number, day=DAY):
    taken = numbers.enter_number(desk, signed.kind, day.year, number)
    return documents.issue(desk, signed, taken.id, day)


def test_an_issued_document_is_kept_with_its_bytes_and_data(founded):
    with founded.writing() as session:
        made = issued(desk_of(session, "van_thu"), REPORT, 45)
    with founded.reading() as session:
        assert documents.document(session, made.id) == made
        assert (made.symbol, made.day, made.issued_by, made.issued_at) == (
            "45/BC-SNV", DAY, "Văn thư Sở", NOW,
        )  # fmt: skip
        files = {"45-BC-SNV.docx": b"docx", "45-BC-SNV.pdf": b"pdf"}
        assert documents.files_of(session, made.id) == files
        assert documents.snapshot_of(session, made.id) == REPORT.snapshot
        assert audit.verify(session, made.audit_head).fault == ""
        (number,) = numbers.numbers(session, 2025)
        assert (number.state.label, number.symbol, number.document_id) == (
            "Đã phát hành", "45/BC-SNV", made.id,
        )  # fmt: skip


@pytest.fixture
def clerk(sqlite_founded):
    with sqlite_founded.writing() as session:
        yield desk_of(session, "van_thu")


def test_issuing_twice_gives_the_same_document(clerk):
    made = issued(clerk, REPORT, 45)
    assert documents.issue(clerk, REPORT, made.number_id, DAY) == made
    with pytest.raises(ConflictError, match="45/BC-SNV đã dùng cho văn bản ban hành ngày 07/3/2025"):
        documents.issue(clerk, replace(REPORT, snapshot={}), made.number_id, DAY)


@pytest.mark.parametrize(
    ("kind", "day", "error", "said"),
    [
        (PaperKind.REPORT, date(2025, 3, 11), InvalidInputError, "chưa tới"),
        (PaperKind.REPORT, date(2024, 12, 31), ConflictError, "ngày ký thuộc năm 2024"),
        (PaperKind.LETTER, DAY, InvalidInputError, "Số 45 được cấp cho công văn, không phải báo cáo"),
    ],
)
def test_what_does_not_fit_is_not_issued(clerk, kind, day, error, said):
    number = numbers.enter_number(clerk, kind, 2025, 45)
    with pytest.raises(error, match=said):
        documents.issue(clerk, REPORT, number.id, day)
    assert documents.documents(clerk.session) == []


def test_a_cancelled_number_is_not_used(clerk):
    number = numbers.enter_number(clerk, PaperKind.REPORT, 2025, 45)
    numbers.cancel(clerk, number.id, "Nhầm số")
    with pytest.raises(ConflictError, match="Số 45 năm 2025 đã hủy"):
        documents.issue(clerk, REPORT, number.id, DAY)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ({}, ["612/SNV-CCHC", "45/BC-SNV"]),
        ({"words": "ket qua QUY I"}, ["45/BC-SNV"]),
        ({"words": "đôn đốc"}, ["612/SNV-CCHC"]),
        ({"words": "cong van 10/3"}, ["612/SNV-CCHC"]),
        ({"words": "kế hoạch"}, []),
        ({"kind": PaperKind.REPORT}, ["45/BC-SNV"]),
        ({"year": 2025}, ["612/SNV-CCHC", "45/BC-SNV"]),
        ({"year": 2024}, []),
    ],
)
def test_documents_are_found(clerk, sought, found):
    issued(clerk, REPORT, 45)
    issued(clerk, LETTER, 612, date(2025, 3, 10))
    assert [one.symbol for one in documents.documents(clerk.session, **sought)] == found


def test_what_is_not_there_is_said(clerk):
    with pytest.raises(MissingError):
        documents.document(clerk.session, 7)
    with pytest.raises(MissingError):
        documents.issue(clerk, REPORT, 7, DAY)
