"""What a unit types into a cell, read as data; what cannot be read is told with how to mend it."""

import pytest

from docgen.sheets.unit_form import typed
from docgen.sheets.unit_form.typed import UnreadableError
from docgen.sheets.workbook import Entry


@pytest.mark.parametrize(
    ("read", "said", "told"),
    [
        (typed.status, "?", "không có tình trạng “?”. Hãy chọn một trong: “Chưa thực hiện”"),
        (typed.heading, "Kiểm tra", "không có mục “Kiểm tra”. Hãy chọn một trong: “Tổ chức chỉ đạo, điều"),
        (typed.text, "a\u202eb", "có ký tự hỏng (U+202E)"),
        (
            typed.day,
            "31/02/2025",
            "ngày 31/02/2025 không có trong lịch: tháng 2 năm 2025 chỉ có ngày 1 đến 28. Hãy gõ lại",
        ),
        (
            typed.products,
            "Quyết định của Sở",
            "“Quyết định của Sở” chưa ghi theo mẫu. Hãy ghi “số, ký hiệu; ngày; trích yếu”, ví dụ",
        ),
        (
            typed.products,
            "Kế hoạch số 35/QĐ-SNV ngày 22/01/2025",
            "“Kế hoạch số 35/QĐ-SNV ngày 22/01/2025” chưa ghi theo mẫu.",
        ),
        (typed.amount, "-1", "“-1” là số âm. Hãy gõ"),
        (typed.amount, "9" * 20, f"“{'9' * 20}” lớn quá."),
        (typed.amount, "88,46%", "“88,46%” là tỷ lệ phần trăm; ô này nhận một"),
    ],
)
def test_what_cannot_be_read_is_told(read, said, told):
    with pytest.raises(UnreadableError) as caught:
        read(Entry(said, "ô A1"))
    assert f"{caught.value.message} {caught.value.remedy}".startswith(told)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("35/QĐ-SNV ngày 22/01/2025", ["35/QĐ-SNV", "2025-01-22"]),
        (
            "Quyết định số 35/QĐ-SNV ngày 22/01/2025 về việc giao biên chế.",
            ["35/QĐ-SNV", "2025-01-22", "Về việc giao biên chế"],
        ),
        (
            "công văn số 246/SNV-VP ngày 22/1/2025, về việc rà soát; sửa",
            ["246/SNV-VP", "2025-01-22", "Về việc rà soát; sửa"],
        ),
    ],
)
def test_a_document_may_be_cited_as_in_a_sentence(said, told):
    (product,) = typed.products(Entry(said, "ô A1"))
    assert product == dict(zip(("so_ky_hieu", "ngay", "trich_yeu"), told, strict=False))
