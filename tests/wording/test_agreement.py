"""B18: one document, one date, one title."""

import pytest

from docgen.model.finding import Severity


def cited(day, issuer=" của UBND tỉnh", number="153/KH-UBND", title=""):
    return f"Tiếp tục thực hiện Kế hoạch số {number} ngày {day}{issuer}{title}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (cited("07/8/2023"), cited("07/9/2023")),
        (cited("07/8/2023"), cited("09 tháng 8 năm 2023")),
        (cited("07/8/2023"), cited("07/9/2023", "")),
        (cited("07/8/2023"), cited("07/9/2023", " của Ủy ban nhân dân tỉnh Bình Định")),
        (cited("07/8/2023"), cited("07/9/2023", " của Chủ tịch UBND tỉnh")),
        (cited("06/12/2023", number="41/2023/NQ-HĐND"), cited("06/12/2022", number="41/2023/NQ-HĐND")),
    ],
)
def test_two_dates_of_one_document_are_one_finding(hits, one, other):
    (hit,) = hits("B18", one, other)
    assert hit.text.words == other
    assert hit.severity is None
    assert "2 ngày ban hành khác nhau" in hit.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (cited("07/8/2023"), cited("07/8/2023")),
        (cited("07/8/2023"), cited("07 tháng 8 năm 2023")),
        (cited("07/8/2023"), cited("31/12/2025")),
        (cited("07/8/2023"), cited("07/8/2025", " của UBND tỉnh Gia Lai")),
        (cited("07/8/2023"), cited("09/9/2023", " của UBND huyện Hoài Ân")),
        (cited("07/8/2023", " của UBND tỉnh Bình Định"), cited("09/9/2023", " của UBND tỉnh Gia Lai")),
        (cited("07/8/2023"), cited("09/9/2023", number="154/KH-UBND")),
        (cited("07/8/2023"), "Kế hoạch số 153/KH-UBND"),
        (cited("07/8/2023"), cited("31/02/2023")),
    ],
)
def test_the_same_date_and_other_documents_are_left_alone(hits, one, other):
    assert not hits("B18", one, other)


def test_every_date_is_named_with_its_place(hits):
    (hit,) = hits(
        "B18", cited("07/8/2023"), "Theo " + cited("07/9/2023"), cited("08/9/2023"), cited("07/8/2023")
    )
    assert hit.found == "07/8/2023, 07/9/2023, 08/9/2023"
    assert "3 ngày" in hit.message
    assert "ngày 07/8/2023 ở “Tiếp tục thực hiện Kế hoạch số 153/KH-UBND" in hit.message


def test_of_many_dates_the_first_are_told(hits):
    (hit,) = hits("B18", *(cited(f"{day:02}/8/2023") for day in range(1, 9)))
    assert hit.message.count("/8/2023 ở “") == 5
    assert "; và 3 ngày khác. " in hit.message


def test_a_long_text_is_quoted_around_the_citation(hits):
    long = f"{'Các cơ quan, đơn vị phối hợp; ' * 3}{cited('07/9/2023')} và văn bản liên quan khác."
    (hit,) = hits("B18", cited("07/8/2023"), long)
    assert "ngày 07/9/2023 ở “…" in hit.message
    assert hit.message.count("…”") >= 1


def test_dates_of_two_years_are_two_documents_each_with_its_own_disagreement(hits):
    found = hits("B18", *(cited(day) for day in ("07/8/2023", "01/3/2025", "07/9/2023", "02/3/2025")))
    assert [hit.found for hit in found] == ["07/8/2023, 07/9/2023", "01/3/2025, 02/3/2025"]


def test_titles_that_share_nothing_are_worth_a_look(hits):
    one = cited("07/8/2023", title=" về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước")
    other = cited("07/8/2023", title=" về đào tạo bồi dưỡng cán bộ công chức")
    (hit,) = hits("B18", one, other)
    assert hit.severity is Severity.WARNING
    assert "hai trích yếu khác hẳn nhau" in hit.message


@pytest.mark.parametrize(
    "title", ["", " về phân cấp", " về triển khai đẩy mạnh phân cấp, phân quyền năm 2023"]
)
def test_short_and_similar_titles_agree(hits, title):
    one = cited("07/8/2023", title=" về đẩy mạnh phân cấp, phân quyền trong quản lý nhà nước")
    assert not hits("B18", one, cited("07/8/2023", title=title))


def test_a_title_ends_where_the_next_citation_begins(hits):
    one = cited("07/8/2023", title=" về việc thực hiện Nghị quyết số 04/NQ-CP ngày 10/02/2022 của Chính phủ")
    assert not hits("B18", one, cited("07/8/2023", title=" về đẩy mạnh phân cấp, phân quyền quản lý"))


def test_an_appendix_that_names_its_own_document_is_not_compared(hits):
    right, wrong = (
        f"(Kèm theo Kế hoạch số 09/KH-SNV ngày {day} tháng 01 năm 2026 của Sở Nội vụ)" for day in (19, 20)
    )
    assert hits("B18", right, wrong)
    assert not hits("B18", right, wrong, own_number="Số: 09/KH-SNV")
