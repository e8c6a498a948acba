"""Every phrase of the 2025 plan, and phrases like them."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.model.deadline import Deadline, DeadlineKind

YEAR = 2025
SOURCE = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"
WORDS = st.sampled_from(
    ["Tháng", "3", "9/2025", "Quý", "II", "từ", "đến", "trước", "31/6", "Thực hiện:", ","]
)
MONTHS = [
    ("Tháng 01/2025", 1),
    ("Tháng 2/2025", 2),
    ("Tháng 3/2025", 3),
    ("Tháng 4/2025", 4),
    ("Tháng 5/2025", 5),
    ("Tháng 6/2025", 6),
    ("Tháng 7/2025", 7),
    ("Tháng 9/2025", 9),
    ("Tháng 10/2025", 10),
    ("Tháng 12/2025", 12),
]
PERIODS = [
    ("Quý I", DeadlineKind.QUARTER, date(2025, 1, 1), date(2025, 3, 31)),
    ("Cả năm", DeadlineKind.WHOLE_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
    ("Thường xuyên", DeadlineKind.REGULARLY, date(2025, 1, 1), date(2025, 12, 31)),
    ("Trong năm", DeadlineKind.WITHIN_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
]
AWAITED = [
    (
        "Sau khi",
        "UBND tỉnh tổ chức Hội nghị công bố kết quả các Chỉ số liên quan đến công tác cải cách hành chính",
    ),
    ("Khi", "có các VBQPPL mới ban hành"),
    ("Sau khi", "đã xây dựng phần mềm"),
    ("Sau khi", "Trung ương công bố kết quả các Chỉ số"),
    ("Sau khi", "có hướng dẫn của Trung ương"),
    ("Sau khi", "có Quyết định công nhận của Bộ Xây dựng"),
    ("Sau khi", "Trung ương ban hành văn bản hướng dẫn"),
    ("Theo", "Kế hoạch của UBND tỉnh"),
    ("Theo", "Kế hoạch mở lớp của UBND tỉnh"),
    ("Theo", "hướng dẫn của Bộ quản lý ngành, lĩnh vực"),
]
TWO_PHASES = [
    ("Ban hành Kế hoạch: Quý I", "Thực hiện: cả năm"),
    ("Ban hành Kế hoạch: Quý I", "Thực hiện: Cả năm"),
    ("Ban hành Kế hoạch: tháng 4/2025", "Thực hiện: tháng 6/2025"),
    (
        "Đăng ký: Tháng 3/2025",
        "Xây dựng Phương án: Sau khi UBND tỉnh ban hành Kế hoạch Kiểm soát thủ tục hành chính năm 2025",
    ),
]


def read(phrase):
    deadline = Deadline.parse(phrase, YEAR)
    assert str(deadline) == phrase
    assert Deadline.model_validate(deadline.model_dump(mode="json")) == deadline
    return deadline


def span(phrase):
    deadline = read(phrase)
    return deadline.kind, deadline.earliest, deadline.latest


def test_these_are_the_28_phrases_of_the_plan():
    rows = [line.split("\t") for line in SOURCE.read_text("utf-8").splitlines() if "\t" in line]
    written = {row[4] for row in rows if len(row) == 5} - {"", "Thời gian thực hiện"}
    awaited = [" ".join(pair) for pair in (*AWAITED, *TWO_PHASES)]
    assert written == {row[0] for row in (*MONTHS, *PERIODS)} | set(awaited)
    assert len(written) == 28


@pytest.mark.parametrize(("phrase", "month"), MONTHS)
def test_a_month(phrase, month):
    kind, earliest, latest = span(phrase)
    assert (kind, earliest) == (DeadlineKind.MONTH, date(2025, month, 1))
    assert latest.month == month
    assert latest.day >= 28


@pytest.mark.parametrize(("phrase", "kind", "earliest", "latest"), PERIODS)
def test_a_period(phrase, kind, earliest, latest):
    assert span(phrase) == (kind, earliest, latest)


@pytest.mark.parametrize(("word", "event"), AWAITED)
def test_an_event_has_no_date_yet(word, event):
    deadline = read(f"{word} {event}")
    assert deadline.kind is (DeadlineKind.SUPERIOR_PLAN if word == "Theo" else DeadlineKind.EVENT)
    assert (deadline.events, deadline.earliest, deadline.latest) == ((event,), None, None)


@pytest.mark.parametrize("gap", ["\n", " ", "; "], ids=["data", "scan", "semicolon"])
@pytest.mark.parametrize("pieces", TWO_PHASES)
def test_two_phases_however_they_are_divided(pieces, gap):
    deadline = read(gap.join(pieces))
    alone = [Deadline.parse(piece, YEAR).phases[0] for piece in pieces]
    assert list(deadline.phases) == alone
    assert [phase.label for phase in alone] == [piece.split(":")[0] for piece in pieces]
    assert DeadlineKind.UNKNOWN not in [phase.kind for phase in alone]


def test_a_deadline_ends_with_its_last_phase():
    deadline = read("Ban hành Kế hoạch: tháng 4/2025\nThực hiện: tháng 6/2025")
    assert (deadline.earliest, deadline.latest) == (date(2025, 4, 1), date(2025, 6, 30))


def test_a_deadline_is_open_while_one_phase_waits():
    deadline = read("\n".join(TWO_PHASES[3]))
    assert (deadline.kind, deadline.earliest, deadline.latest) == (DeadlineKind.EVENT, date(2025, 3, 1), None)
    assert deadline.events == ("UBND tỉnh ban hành Kế hoạch Kiểm soát thủ tục hành chính năm 2025",)


def test_three_phases_in_one_line():
    deadline = read("Đăng ký: Quý I Thực hiện: Quý II Báo cáo: Tháng 12")
    assert [phase.label for phase in deadline.phases] == ["Đăng ký", "Thực hiện", "Báo cáo"]


@pytest.mark.parametrize(
    ("phrase", "kind", "earliest", "latest"),
    [
        ("Trong tháng 3", DeadlineKind.MONTH, date(2025, 3, 1), date(2025, 3, 31)),
        ("Tháng 2/2024", DeadlineKind.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("Tháng 3 năm 2026", DeadlineKind.MONTH, date(2026, 3, 1), date(2026, 3, 31)),
        ("Từ tháng 3 đến tháng 6", DeadlineKind.MONTH, date(2025, 3, 1), date(2025, 6, 30)),
        ("Tháng 3 - 6/2025", DeadlineKind.MONTH, date(2025, 3, 1), date(2025, 6, 30)),
        ("Từ tháng 11/2024 đến hết tháng 3/2025", DeadlineKind.MONTH, date(2024, 11, 1), date(2025, 3, 31)),
        ("Quý I/2026", DeadlineKind.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        ("Quý 4 năm 2025", DeadlineKind.QUARTER, date(2025, 10, 1), date(2025, 12, 31)),
        ("Hoàn thành trong Quý II", DeadlineKind.QUARTER, date(2025, 4, 1), date(2025, 6, 30)),
        ("Quý I – III", DeadlineKind.QUARTER, date(2025, 1, 1), date(2025, 9, 30)),
        ("6 tháng đầu năm", DeadlineKind.PART_OF_YEAR, date(2025, 1, 1), date(2025, 6, 30)),
        ("9 tháng đầu năm 2025", DeadlineKind.PART_OF_YEAR, date(2025, 1, 1), date(2025, 9, 30)),
        ("6 tháng cuối năm", DeadlineKind.PART_OF_YEAR, date(2025, 7, 1), date(2025, 12, 31)),
        ("Cả năm 2026", DeadlineKind.WHOLE_YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        ("Trong năm 2025", DeadlineKind.WITHIN_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        ("Hằng quý", DeadlineKind.REGULARLY, date(2025, 1, 1), date(2025, 12, 31)),
        ("Định kỳ hàng tháng", DeadlineKind.REGULARLY, date(2025, 1, 1), date(2025, 12, 31)),
        ("Ngày 15 tháng 3 năm 2025", DeadlineKind.DAY, date(2025, 3, 15), date(2025, 3, 15)),
        ("Trước ngày 15/12/2025", DeadlineKind.DAY, date(2025, 1, 1), date(2025, 12, 14)),
        ("Hoàn thành trước ngày 01/01/2026", DeadlineKind.DAY, date(2025, 1, 1), date(2025, 12, 31)),
        ("Chậm nhất ngày 15/12", DeadlineKind.DAY, date(2025, 1, 1), date(2025, 12, 15)),
        ("Đến hết tháng 6", DeadlineKind.MONTH, date(2025, 1, 1), date(2025, 6, 30)),
        ("QÚY I", DeadlineKind.QUARTER, date(2025, 1, 1), date(2025, 3, 31)),
    ],
)
def test_near_forms(phrase, kind, earliest, latest):
    assert span(phrase) == (kind, earliest, latest)


@pytest.mark.parametrize(
    ("phrase", "firsts"),
    [
        ("Tháng 3, tháng 9", [date(2025, 3, 1), date(2025, 9, 1)]),
        ("Tháng 3 và tháng 9/2026", [date(2026, 3, 1), date(2026, 9, 1)]),
        ("Tháng 12/2024, tháng 6", [date(2024, 12, 1), date(2025, 6, 1)]),
        ("Quý II, Quý III", [date(2025, 4, 1), date(2025, 7, 1)]),
        ("Quý I, II và IV", [date(2025, 1, 1), date(2025, 4, 1), date(2025, 10, 1)]),
    ],
)
def test_a_list_is_as_many_phases(phrase, firsts):
    assert [phase.earliest for phase in read(phrase).phases] == firsts


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "Đột xuất",
        "Tháng 13",
        "Quý V",
        "31/6/2025",
        "Trước 01/01/0001",
        "Tháng 3/0000",
        "Từ tháng 9 đến tháng 3",
        "Sớm",
        "Thực hiện: sớm",
        "Theo",
        "::",
    ],
)
def test_what_is_not_understood_is_kept(phrase):
    assert span(phrase) == (DeadlineKind.UNKNOWN, None, None)


def test_a_deadline_is_text_that_word_can_hold():
    with pytest.raises(ValidationError, match="ký tự hỏng"):
        Deadline.parse("Quý\x07 I", YEAR)


@given(st.lists(WORDS).map(" ".join))
def test_any_phrase_is_kept(phrase):
    deadline = read(phrase)
    assert (deadline.latest is None) == any(phase.latest is None for phase in deadline.phases)


@pytest.mark.parametrize("piece", ["Quý ", "Tháng 3, ", "A: Quý I ", "Sau khi A: ", "quý i - ", " "])
def test_long_phrases_take_no_time(piece):
    started = time.process_time()
    Deadline.parse(piece * (20_000 // len(piece)), YEAR)
    assert time.process_time() - started < 2
