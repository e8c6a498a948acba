"""Correct prose raises nothing; the plan of 2025 what its office wrote; all of it fast."""

import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from docgen.wording import RULES, Context, Text

HERE = Path(__file__).parent
PLAN = (HERE.parent / "data" / "ke-hoach-cchc-2025.txt").read_text("utf-8")


def read(texts, context):
    return [hit for rule in RULES.values() for hit in rule(texts, context)]


def plan():
    lines = PLAN.split("\n")
    return [
        Text(words, n, "\t" in line) for n, line in enumerate(lines) for words in line.split("\t") if words
    ]


def annex(number):
    lines = (HERE / f"phu-luc-{number}.txt").read_text("utf-8").splitlines()
    return [Text(line, place) for place, line in enumerate(lines)]


def test_the_plan_shows_what_the_office_itself_wrote():
    found = read(plan(), Context(date=date(2024, 12, 30), year=2025, type_name="Kế hoạch"))
    assert [(hit.rule, hit.found) for hit in found] == [
        ("B17", "Quyết định số 3416/QĐ-UBND ngày 14/9/2023 của UBND tỉnh"),
        ("B18", "07/8/2023, 07/9/2023"),
        ("B20", "Luật ban hành văn bản quy phạm pháp luật"),
        ("B20", "Trung tâm lưu trữ lịch sử"),
        ("B20", "pháp luật của nhà nước"),
        ("B20", "Văn Phòng Sở"),
        ("B20", "Văn Phòng Sở"),
        ("B20", "Trung tâm lưu trữ lịch sử"),
        ("B20", "Trung tâm lưu trữ lịch sử"),
        ("B22", "2024"),
        ("B23", "–"),
    ]


def test_the_same_plan_a_year_later_speaks_of_units_that_are_gone():
    found = read(plan(), Context(date=date(2025, 12, 30), year=2025, type_name="Kế hoạch"))
    assert Counter(hit.found for hit in found if hit.rule == "B21") == {
        "TỈNH BÌNH ĐỊNH": 1,
        "tỉnh Bình Định": 3,
        "Ủy ban nhân dân các huyện, thị xã, thành phố": 2,
        "thị xã Hoài Nhơn": 2,
        "Bộ phận Một cửa tại các xã": 1,
        "thị trấn": 1,
        "Trung tâm Phục vụ hành chính công": 1,
        "Ban Tôn giáo": 1,
        "Thanh tra Sở": 1,
    }


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (1, [("B23", "hoặc MẬT) và dấu  tài liệu thu"), ("B23", "uỷ")]),
        (2, [("B17", "Nghị quyết số 351/2017/UBTVQH14")]),
    ],
)
def test_the_annexes_of_the_decree_are_correct_but_for_three_places(number, found):
    hits = read(annex(number), Context(date=date(2020, 3, 5), year=2020, type_name="Nghị định"))
    assert [(hit.rule, hit.found) for hit in hits] == found


@pytest.mark.parametrize("type_name", ["Kế hoạch", "Báo cáo", "Quyết định"])
def test_sentences_as_good_offices_write_them(type_name):
    lines = (HERE / "correct.txt").read_text("utf-8").splitlines()
    context = Context(date=date(2026, 3, 5), year=2026, type_name=type_name)
    assert read([Text(line) for line in lines], context) == []


def seconds(times):
    """Return the best of three readings of the plan, `times` over: texts of their own each."""
    best = float("inf")
    context = Context(date=date(2025, 12, 30), year=2025, type_name="Kế hoạch")
    for _ in range(3):
        texts = [text for _ in range(times) for text in plan()]
        start = time.process_time()
        read(texts, context)
        best = min(best, time.process_time() - start)
    return best


def test_twenty_times_the_plan_takes_about_twenty_times_as_long():
    seconds(1)
    assert seconds(20) < 40 * seconds(1)
