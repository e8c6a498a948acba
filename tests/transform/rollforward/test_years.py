"""The plan's years move, those of others stay, and what is not certain is asked."""

import csv
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from docgen.model.address import addressed
from docgen.model.citation import find_citations
from docgen.model.deadline import Deadline
from docgen.transform.rollforward.doubt import Concern, Rewritten
from docgen.transform.rollforward.years import moved_years
from docgen.wording.year_roles import year_mentions

RANDOM = settings(max_examples=150)
with (Path(__file__).parents[2] / "data/year-phrases.tsv").open(encoding="utf-8", newline="") as file:
    PHRASES = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


@pytest.mark.parametrize(("year", "phrase", "new", "_roles", "asked"), PHRASES)
def test_a_phrase_for_the_next_year(year, phrase, new, _roles, asked):
    old = int(year.rstrip("!"))
    moved = moved_years(phrase, old, old + 1, is_deadline=year.endswith("!"))
    assert moved.text == (phrase if new == "=" else new)
    assert " ".join(doubt.concern for doubt in moved.doubts) == asked
    assert bool(moved.reasons) == (new != "=")
    for doubt in moved.doubts:
        assert moved.text.count(doubt.quote) == 1
        assert doubt.replacement != doubt.quote


@pytest.mark.parametrize(
    ("text", "quote", "replacement"),
    [
        ("Truyền thông về cải cách hành chính năm 2024", "năm 2025", "năm 2026"),
        (
            "Tập huấn năm 2024 tại Sở, thi hành Luật Lưu trữ năm 2025",
            "huấn năm 2025",
            "huấn năm 2026",
        ),
        ("tăng 2% so với năm 2023", "năm 2024", "năm 2025"),
        ("Tuyên truyền Luật Bảo hiểm xã hội năm 2025", "năm 2025", "năm 2026"),
        ("cả các năm 2023, 2024 và 2025", "các năm 2024, 2025 và 2026", ""),
        ("trung hạn giai đoạn 2021 – 2025", "giai đoạn 2021 – 2025", "giai đoạn 2026 – 2030"),
        ("trung hạn 2021-2025 và 2026-2030", "2021-2025", ""),
        ("khóa XX, nhiệm kỳ 2020-2025", "nhiệm kỳ 2020-2025", "nhiệm kỳ 2025-2030"),
        ("Chương trình giai đoạn 2023 - 2025", "giai đoạn 2023 - 2025", ""),
        ("Kết quả giai đoạn 2011 - 2015", "giai đoạn 2011 - 2015", ""),
        ("giai đoạn 2021-25 của tỉnh", "giai đoạn 2021-25", "giai đoạn 2026-30"),
        ("phấn đấu đến năm 2025 đạt 80%", "đến năm 2025", "đến năm 2026"),
    ],
)
def test_what_is_asked_names_the_words_and_what_they_may_become(text, quote, replacement):
    (doubt,) = [doubt for doubt in moved_years(text, 2025, 2026).doubts if doubt.quote == quote]
    assert doubt.replacement == replacement
    assert doubt.proposal.startswith(("Ghi “", "Sửa thành “")) == bool(replacement)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Kiểm tra năm 2025, kết luận trong năm 2025", ("Năm kế hoạch: 2025 → 2026",)),
        (
            "Tổng kết năm 2024 và triển khai nhiệm vụ năm 2025",
            ("Năm nhìn lại: 2024 → 2025", "Năm kế hoạch: 2025 → 2026"),
        ),
        ("Dự toán ngân sách năm 2026", ("Năm sau năm kế hoạch: 2026 → 2027",)),
        ("Không có năm", ()),
    ],
)
def test_each_reason_is_told_once(text, reasons):
    assert moved_years(text, 2025, 2026).reasons == reasons


@pytest.mark.parametrize(
    ("phrase", "moved"),
    [
        ("29/02/2024", "28/02/2025"),
        ("Trước ngày 29 tháng 02 năm 2024", "Trước ngày 28 tháng 02 năm 2025"),
        ("Ngày 29-2-2024", "Ngày 28-2-2025"),
    ],
)
def test_a_leap_day_becomes_the_day_before(phrase, moved):
    rewritten = moved_years(phrase, 2024, 2025, is_deadline=True)
    assert rewritten.text == moved
    assert rewritten.reasons == (
        "Thời hạn chuyển sang năm 2025",
        "Năm mới không có ngày 29/02: ghi ngày 28/02",
    )
    assert moved_years(phrase, 2024, 2028, is_deadline=True).text == phrase.replace("2024", "2028")


def test_the_plan_leaves_five_questions_at_most(plan_2025):
    moved = {
        address: moved_years(text, 2025, 2026, is_deadline=address.endswith("/thoi_gian"))
        for address, text in addressed(plan_2025).items()
    }
    asked = {(address, doubt.concern) for address, text in moved.items() for doubt in text.doubts}
    assert asked == {
        ("noi_dung/3/khoan/10/noi_dung", Concern.HORIZON),
        ("nhiem_vu/sap-xep-don-vi-cap-xa/noi_dung", Concern.HORIZON),
        ("nhiem_vu/truyen-thong-cchc-tinh/noi_dung", Concern.YEAR),
    }


def test_no_citation_of_the_plan_changes(plan_2025):
    for text in addressed(plan_2025).values():
        assert find_citations(moved_years(text, 2025, 2026).text) == find_citations(text)


def test_deadlines_of_the_plan_keep_their_type(plan_2025):
    for row in plan_2025.rows():
        assert _shape(_moved_deadline(str(row.deadline), 2025, 1), 2026) == _shape(str(row.deadline), 2025)


_MONTH, _DAY = st.integers(1, 12), st.integers(1, 28)
_DEADLINES = st.one_of(
    st.builds("Tháng {}/{{year}}".format, _MONTH),
    st.builds("Tháng 12/{{before}}, tháng {}/{{year}}".format, _MONTH),
    st.builds("Từ tháng 1 đến tháng {}/{{year}}".format, _MONTH),
    st.builds("Trước ngày {}/{}/{{year}}".format, _DAY, _MONTH),
    st.builds("Chậm nhất ngày {} tháng {} năm {{after}}".format, _DAY, _MONTH),
    st.builds("Quý {}/{{year}}".format, st.sampled_from(["I", "II", "III", "IV"])),
    st.sampled_from(
        [
            "Quý I",
            "Cả năm",
            "Trong năm {year}",
            "6 tháng đầu năm {year}",
            "Thường xuyên trong năm {year}",
            "Quý IV/{before}",
            "Trước ngày 31/01/{after}",
            "Sau khi UBND tỉnh ban hành Kế hoạch năm {year}",
            "Theo Kế hoạch số 153/KH-UBND ngày 07/8/2003 của UBND tỉnh",
        ]
    ),
)
_LABELLED = st.builds("Ban hành Kế hoạch: {}\nThực hiện: {}".format, _DEADLINES, _DEADLINES)


@RANDOM
@given(st.one_of(_DEADLINES, _LABELLED), st.integers(2010, 2060), st.integers(1, 3))
def test_a_deadline_keeps_its_type_months_and_days(pattern, year, years):
    phrase = _of(pattern, year)
    moved = _moved_deadline(phrase, year, years)
    assert moved == _of(pattern, year + years)
    assert _shape(moved, year + years) == _shape(phrase, year)


_PIECES = st.sampled_from(
    [
        "Kế hoạch cải cách hành chính năm {year}",
        "tổng kết công tác năm {before} và triển khai nhiệm vụ năm {year}",
        "so với năm {before}",
        "tăng 2% so với năm {two_before}",
        "Truyền thông về cải cách hành chính năm {before}",
        "xây dựng dự toán năm {after}",
        "phấn đấu xong trước ngày 31/01/{after}",
        "nhiệm vụ năm học {before} - {year}",
        "kế hoạch tài chính - ngân sách 03 năm {year} - {two_after}",
        "các năm {two_before}, {before} và {year}",
        "quý IV năm {before} và quý I năm {year}",
        "từ ngày 01/01/{year} đến ngày 31/12/{year}",
        "giai đoạn 2021 - 2025",
        "giai đoạn 2023-2025",
        "nhiệm kỳ 2020 - 2025",
        "giai đoạn 2026 - 2030, tầm nhìn đến năm 2045",
        "đến năm 2030",
        "kể từ ngày 01/7/2001",
        "Ngày thành lập ngành 28/8/1945",
        "theo Quyết định số 749/QĐ-TTg ngày 03/6/2000 của Thủ tướng Chính phủ về chuyển đổi số",
        "theo Luật Lưu trữ năm 2004",
        "thực hiện Nghị định số 30/2010/NĐ-CP",
        "áp dụng TCVN ISO 9001:2015",
        "tiếp nhận 2025 hồ sơ",
        "đạt 100%, không có hồ sơ trễ hạn",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=5).map("; ".join)
_YEARS = st.integers(2012, 2060)


@RANDOM
@given(_TEXTS, _YEARS, st.booleans())
def test_twice_one_year_is_once_two(pattern, year, is_deadline):
    """Left out is what no rule can keep: a lost leap day, and an aim that the plan's own year reaches."""
    assume(not is_deadline or "đến năm" not in pattern)
    text = _of(pattern, year)
    once = moved_years(text, year, year + 1, is_deadline=is_deadline)
    twice = moved_years(once.text, year + 1, year + 2, is_deadline=is_deadline)
    at_once = moved_years(text, year, year + 2, is_deadline=is_deadline)
    assert (twice.text, twice.doubts) == (at_once.text, at_once.doubts)


@RANDOM
@given(_TEXTS, _YEARS, st.integers(1, 5))
def test_years_move_with_the_plan_and_citations_never(pattern, year, years):
    text = _of(pattern, year)
    moved = moved_years(text, year, year + years).text
    assert moved == _of(pattern, year + years)
    assert find_citations(moved) == find_citations(text)
    assert [found.role for found in year_mentions(moved, year + years)] == [
        found.role for found in year_mentions(text, year)
    ]


@RANDOM
@given(st.text(st.sampled_from("0129 /-.,năm quýthgI;:*()\n"), max_size=40), _YEARS)
def test_any_text_is_read_and_keeps_its_length(text, year):
    moved = moved_years(text, year, year + 1)
    assert len(moved.text) == len(text)
    for doubt in moved.doubts:
        assert moved.text.count(doubt.quote) == 1


@given(_TEXTS, _YEARS)
def test_the_same_year_changes_nothing(pattern, year):
    assert moved_years(_of(pattern, year), year, year) == Rewritten(_of(pattern, year))


def _of(pattern, year):
    return pattern.format(year=year, before=year - 1, after=year + 1, two_before=year - 2, two_after=year + 2)


def _moved_deadline(phrase, year, years):
    return moved_years(phrase, year, year + years, is_deadline=True).text


def _shape(phrase, year):
    """What a deadline says, without its years: kinds, months and days, counted from the plan's year."""
    return [
        (phase.kind, *(_without_year(day, year) for day in (phase.earliest, phase.latest) if day))
        for phase in Deadline.parse(phrase, year).phases
    ]


def _without_year(day, year):
    """The end of February counts as one day, whatever the year."""
    return day.year - year, day.month, min(day.day, 28) if day.month == 2 else day.day
