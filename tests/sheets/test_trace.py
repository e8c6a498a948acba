"""Where every number of a report comes from, as a sheet: what openpyxl reads, and what LibreOffice keeps."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

import openpyxl
import pytest
from workbooks import converted, faults

from docgen.documents.baocao import TracedNumber
from docgen.documents.base import Properties
from docgen.model.figure import Figure, Source
from docgen.sheets import read_workbook, write_trace
from docgen.sheets.trace import excerpt

TEXTS = [
    "Đã hoàn thành 23/26 nhiệm vụ, đạt 88,46% kế hoạch.",
    "=1+1 <Văn phòng> & Thanh tra\nđã phát hành 412 văn bản.",
]
SHARE = Figure(
    "88,46%",
    "Tỷ lệ nhiệm vụ đã hoàn thành",
    formula="23/26 × 100",
    sources=(
        Source("Văn phòng Sở", "giao-bien-che", "2025-Q1/van-phong.yaml", "Hoàn thành"),
        Source("Thanh tra Sở", "kiem-tra", "2025-Q1/thanh-tra.yaml", "=HYPERLINK(1)"),
    ),
)
NUMBERS = (
    TracedNumber(0, 34, "II.1", "88,46%", SHARE),
    TracedNumber(1, 43, "Phụ lục I, dòng 2", "412", Figure("412", "Số văn bản")),
)


def composed(numbers=NUMBERS, texts=TEXTS):
    """Return a report as far as it is traced."""
    told = Properties(
        tieu_de="Báo cáo quý I", tac_gia="Sở Nội vụ", chu_de="Cải cách hành chính", ngay_tao=date(2025, 3, 20)
    )
    return SimpleNamespace(
        report=SimpleNamespace(properties=told, printed_texts=lambda: iter(texts)), traced=numbers
    )


@pytest.fixture(scope="module")
def made():
    return write_trace(composed())


def rows(data):
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)]


def test_a_row_for_every_number_and_source(made):
    first, second, third = rows(made)
    around = "Đã hoàn thành 23/26 nhiệm vụ, đạt 88,46% kế hoạch."
    known = [1, "II.1", around, "88,46%", "Tỷ lệ nhiệm vụ đã hoàn thành", "23/26 × 100"]
    assert first == [*known, "Văn phòng Sở", "giao-bien-che", "2025-Q1/van-phong.yaml", "Hoàn thành"]
    assert second == [*known, "Thanh tra Sở", "kiem-tra", "2025-Q1/thanh-tra.yaml", "=HYPERLINK(1)"]
    assert third == [2, "Phụ lục I, dòng 2", TEXTS[1], "412", "Số văn bản", *[None] * 5]


def test_what_looks_like_a_formula_stays_text(made):
    sheet = openpyxl.load_workbook(BytesIO(made)).worksheets[0]
    assert [(sheet[at].data_type, sheet[at].quotePrefix) for at in ("J5", "C6", "C5")] == [
        ("s", True),
        ("s", True),
        ("s", False),
    ]


def test_it_is_filtered_printed_and_told_of(made):
    book = openpyxl.load_workbook(BytesIO(made))
    sheet, told = book.worksheets[0], book.properties
    assert (sheet.dimensions, sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:J6", "A3:J6", "A4")
    assert sheet.print_title_rows == "$3:$3"
    assert (told.title, told.creator, f"{told.created:%d/%m/%Y}") == (
        "Bảng nguồn số liệu: Báo cáo quý I",
        "Sở Nội vụ",
        "20/03/2025",
    )


def test_letters_that_look_like_numbers_of_letters_stay():
    text = "_x0041_ có 12"
    number = TracedNumber(0, 11, "I", "12", Figure("12", "Số"))
    table = read_workbook(write_trace(composed([number], [text]))).tables[0]
    assert table.rows[-1].cells[2].text == text


def test_rows_are_as_high_as_their_words(made):
    sheet = openpyxl.load_workbook(BytesIO(made)).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in (4, 6)]
    assert heights == [pytest.approx(28.8)] * 2


def test_the_same_report_has_the_same_bytes(made):
    assert write_trace(composed()) == made


def test_a_report_without_numbers_has_headings_alone():
    data = write_trace(composed(()))
    assert (rows(data), openpyxl.load_workbook(BytesIO(data)).worksheets[0].auto_filter.ref) == ([], "A3:J4")


def test_libreoffice_keeps_every_cell(made, tmp_path):
    assert rows(converted(tmp_path, made, "xlsx").read_bytes()) == rows(made)


def test_openxml_audit_finds_no_error(made, tmp_path):
    assert faults(made, tmp_path) == []


@pytest.mark.parametrize(
    ("before", "behind", "said"),
    [
        ("Đạt ", " kế hoạch.", "Đạt 12 kế hoạch."),
        ("một " * 30, " hai" * 30, f"…{'một ' * 14}12{' hai' * 14}…"),
        ("x" * 90, "y" * 90, "…12…"),
    ],
)
def test_a_sentence_is_cut_between_words(before, behind, said):
    assert excerpt(f"{before}12{behind}", len(before), len(before) + 2) == said
