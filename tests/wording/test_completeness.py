"""B17: what a first citation has to say."""

import pytest

FULL = "Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh về công tác văn thư"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("theo Quyết định số 3416/QĐ-UBND ngày 14/9/2023 của UBND tỉnh.", "trích yếu"),
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh;", "trích yếu"),
        ("Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư", "ngày ban hành"),
        ("Quyết định số 12/QĐ-UBND ngày 05/3/2025 về công tác văn thư", "cơ quan ban hành"),
        ("Quyết định số 12/QĐ-UBND đã được ban hành", "ngày ban hành, cơ quan ban hành và trích yếu"),
        ("Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh, Sở Nội vụ xây dựng", "trích yếu"),
        ("quy định của Luật số 72/2025/QH15.", "tên luật"),
    ],
)
def test_what_is_missing_is_named(hits, words, missing):
    (hit,) = hits("B17", words)
    assert f"lần đầu mà chưa ghi {missing}. Hãy ghi đủ" in hit.message
    assert hit.found == hit.text.words[hit.start : hit.end]


@pytest.mark.parametrize(
    "words",
    [
        FULL,
        "Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh ban hành Quy chế",
        "Quyết định số 12/QĐ-UBND của UBND tỉnh ngày 05/3/2025 về công tác văn thư",
        "Quyết định số 12/QĐ-UBND về công tác văn thư, ngày 05/3/2025 của UBND tỉnh",
        "Quyết định số 12/QĐ-UBND ngày …/…/2025 của UBND tỉnh về công tác văn thư",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh, về việc kiểm tra công vụ",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh thành lập Ban Chỉ đạo",
        "Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh “Về công tác văn thư”",
        "Quy chế ban hành kèm theo Quyết định số 12/QĐ-SNV ngày 05/3/2025 của Sở Nội vụ",
        "Đề án được phê duyệt tại Quyết định số 12/QĐ-UBND ngày 05/3/2025 của UBND tỉnh.",
        "(Kèm theo Kế hoạch số 05/KH-SNV ngày 05 tháng 01 năm 2025 của Sở Nội vụ)",
        "theo quy định của Luật Lưu trữ.",
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        f"{FULL} và Luật Lưu trữ",
    ],
)
def test_a_complete_citation_is_left_alone(hits, words):
    assert not hits("B17", words)


def test_a_later_citation_is_short(hits):
    assert not hits("B17", FULL, "theo Quyết định số 12/QĐ-UBND.", f"{FULL}.")


def test_a_fault_is_told_once(hits):
    assert len(hits("B17", "theo Quyết định số 12/QĐ-UBND.", "theo Quyết định số 12/QĐ-UBND.")) == 1


def test_the_number_of_another_year_is_another_document(hits):
    (hit,) = hits("B17", FULL, "theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh.")
    assert "trích yếu" in hit.message


def test_a_law_is_known_by_its_number_later(hits):
    assert not hits("B17", "Luật Lưu trữ số 33/2024/QH15", "theo Luật số 33/2024/QH15.")


def test_a_document_in_the_title_of_another_is_not_cited_itself(hits):
    nested = (
        "Kế hoạch số 1646/KH-SNV ngày 19/9/2023 của Sở Nội vụ về thực hiện "
        "Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh"
    )
    assert not hits("B17", nested)
    (hit,) = hits("B17", nested, "theo Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh.")
    assert "153/KH-UBND" in hit.message


def test_of_two_in_a_row_each_needs_its_title(hits):
    one, other = (f"Quyết định số {n}/QĐ-UBND ngày 05/3/2025 của UBND tỉnh" for n in (1, 2))
    assert [hit.found.split()[3] for hit in hits("B17", f"{one} và {other}.")] == ["1/QĐ-UBND", "2/QĐ-UBND"]


@pytest.mark.parametrize("own", ["05/KH-SNV", "Số: 05/KH-SNV"])
def test_the_number_of_the_document_itself_is_no_citation(hits, own):
    assert not hits("B17", "Kế hoạch số 05/KH-SNV được gửi các đơn vị", own_number=own)


def test_a_date_of_no_calendar_is_told_wherever_it_stands(hits):
    wrong = "Quyết định số 12/QĐ-UBND ngày 31/02/2025 của UBND tỉnh về công tác văn thư"
    (hit,) = hits("B17", FULL, wrong)
    assert hit.message.startswith("Ngày 31/02/2025 không có trong lịch")
    assert hit.found == "31/02/2025"
