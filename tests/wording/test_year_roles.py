"""Every year of a text has its role, and a doubt where the words leave it open.

The letters of the tables: P the plan's year, B looked back on, A ahead, C cited, H horizon, F a fact.
"""

import csv
from pathlib import Path

import pytest

from docgen.model.address import addressed
from docgen.wording.year_roles import YearRole, year_mentions

LETTERS = {
    YearRole.PLAN: "P",
    YearRole.LOOKED_BACK: "B",
    YearRole.AHEAD: "A",
    YearRole.CITED: "C",
    YearRole.HORIZON: "H",
    YearRole.PAST: "F",
}
HERE = Path(__file__).parent


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def _told(mention):
    return f"{mention.year}{LETTERS[mention.role]}{'?' if mention.doubt else ''}"


@pytest.mark.parametrize(
    ("year", "phrase", "_new", "roles", "_asked"), _rows(HERE.parent / "data/year-phrases.tsv")
)
def test_each_year_has_its_role(year, phrase, _new, roles, _asked):
    mentions = year_mentions(phrase, int(year.rstrip("!")), is_deadline=year.endswith("!"))
    assert " ".join(map(_told, mentions)) == roles


def test_every_year_of_the_plan_has_the_role_that_a_reader_gives_it(plan_2025):
    found = [
        [address, mention.quote, _told(mention)]
        for address, text in addressed(plan_2025).items()
        for mention in year_mentions(text, 2025, is_deadline=address.endswith("/thoi_gian"))
    ]
    assert found == _rows(HERE / "years-2025.tsv")


def test_no_year_of_the_plan_is_overlooked(plan_2025):
    for text in addressed(plan_2025).values():
        places = [mention.start for mention in year_mentions(text, 2025)]
        assert places == [
            at for at in range(len(text)) if text[at : at + 2] == "20" and text[at : at + 4].isdigit()
        ]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("tăng 2% so với năm 2024.", "năm 2024"),
        ("hồ sơ giai đoạn 2023 – 2025 (xã Hoài Hải)", "giai đoạn 2023 – 2025"),
        ("Thực hiện: Tháng 12/2025", "Tháng 12/2025"),
        ("chậm nhất ngày 15 tháng 12 năm 2025", "ngày 15 tháng 12 năm 2025"),
        ("khóa XIII (2021 - 2026)", "khóa XIII (2021 - 2026)"),
        ("Tỉnh ủy, từ năm 2021 đến năm 2025", "từ năm 2021 đến năm 2025"),
        ("trong các năm 2024 và 2025,", "các năm 2024 và 2025"),
        ("theo vụ Đông Xuân 2024 - 2025", "vụ Đông Xuân 2024 - 2025"),
    ],
)
def test_the_phrase_is_quoted_as_an_officer_would(text, quote):
    for mention in year_mentions(text, 2025):
        assert mention.quote == quote
        assert text[mention.quote_start :].startswith(quote)
        assert mention.quote_start <= mention.start < mention.end <= mention.quote_start + len(quote)
