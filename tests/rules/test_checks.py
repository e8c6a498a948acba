"""The eighty rules of `docgen check`: their weight, their place in the decree, the figures they quote."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import ValidationError

from docgen import rules
from docgen.model.finding import Severity

DATA = Path(__file__).parents[1] / "data"
ANNEX_1 = (DATA / "nd30-phu-luc-1.txt").read_text("utf-8")
ANNEX_3 = (DATA / "nd30-phu-luc-3.txt").read_text("utf-8")
RAW = tomllib.loads(files("docgen.rules").joinpath("checks.toml").read_text("utf-8"))
IDS = [rule.id for rule in rules.rules()]
FAMILIES = {"P": 10, "H": 20, "B": 23, "G": 10, "A": 9, "R": 5, "X": 3}
WARNINGS = """P03 P09 H05 H06 H09 H13 H15 H18 B04 B06 B09 B14 B15 B17 B19 B20 B21 B22
G06 G10 A06 A08 A09 R02 R05 X02 X03"""
INFOS = ["B23"]
HOUSE = ["B09", "B21", "B22", "B23", "G06", "A06", "A08", "A09", "R02", "R05"]

PART = re.compile(r"^ +Phần (I+)$", re.MULTILINE)
SECTION = re.compile(r"^ *(I{1,3}|IV|V)\. [A-ZĐÁ]", re.MULTILINE)
ITEM = re.compile(r"^ *(\d+)\. \w", re.MULTILINE)
POINT = re.compile(r"^ +([a-zđ])\) \w", re.MULTILINE)
PLACE = re.compile(r"Phụ lục I, Phần (I+), Mục (\w+\.\d\d?(?:\.[a-zđ])?)(?: và (\w+\.\d\d?(?:\.[a-zđ])?))?")


def divisions(text, heading):
    """Return what stands under each heading of a text, by the number of the heading."""
    _, *pieces = heading.split(text)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def places():
    """Return every place of Annex I down to its points: ("I", "II.6.e") is Phần I, Mục II.6.e."""
    for part, text in divisions(ANNEX_1, PART).items():
        for section, inside in divisions(text, SECTION).items():
            for item, words in divisions(inside, ITEM).items():
                yield part, f"{section}.{item}"
                yield from ((part, f"{section}.{item}.{point}") for point in divisions(words, POINT))


PLACES = set(places())


def test_there_are_eighty_in_the_order_of_the_report():
    assert len(IDS) == 80
    expected = [f"{family}{number:02}" for family, most in FAMILIES.items() for number in range(1, most + 1)]
    assert expected == IDS


@pytest.mark.parametrize("name", IDS)
def test_a_rule_weighs_what_it_should(name):
    expected = Severity.WARNING if name in WARNINGS else Severity.INFO if name in INFOS else Severity.ERROR
    assert rules.rule(name).severity == expected


def test_what_no_regulation_holds_is_a_house_rule_and_never_an_error():
    house = [rule for rule in rules.rules() if rule.house]
    assert [rule.id for rule in house] == HOUSE
    assert all(rule.severity != Severity.ERROR for rule in house)
    assert all(rule.article.startswith("Quy ước của cơ quan") for rule in house)


@pytest.mark.parametrize("name", IDS)
def test_every_rule_says_what_must_hold_in_one_or_two_sentences(name):
    rule = rules.rule(name)
    assert len(rule.title) <= 40
    assert not rule.title.endswith(".")
    assert rule.says.endswith((".", "…"))
    assert len(rule.says) <= 200
    assert "{" not in rule.title + rule.says


def test_the_text_of_the_annex_is_read_down_to_its_points():
    assert {("I", "I.3"), ("I", "II.6.đ"), ("I", "III.1.d"), ("II", "I.2.a")} <= PLACES
    assert not {("I", "I.8"), ("I", "II.6.h"), ("II", "I.4")} & PLACES


@pytest.mark.parametrize("name", [rule.id for rule in rules.rules() if "Phụ lục I, Phần" in rule.article])
def test_every_place_in_annex_1_exists(name):
    article = rules.rule(name).article
    cited = [(part, place) for part, *both in PLACE.findall(article) for place in both if place]
    assert cited or "Phần I, Mục V" in article
    assert set(cited) <= PLACES


def test_the_table_and_the_footnote_of_section_5_exist():
    table = divisions(divisions(ANNEX_1, PART)["I"], SECTION)["V"]
    assert re.search(r"^ b +Gồm phần, mục, khoản, điểm", table, re.MULTILINE)
    assert "Cỡ chữ trong cùng một văn bản tăng, giảm phải thống nhất" in table
    assert {rule.id for rule in rules.rules() if "Mục V" in rule.article} == {"H06", "B10"}


@pytest.mark.parametrize("name", [rule.id for rule in rules.rules() if "Phụ lục III" in rule.article])
def test_every_sample_and_section_of_annex_3_exists(name):
    (cited,) = re.findall(r"Phụ lục III, (Mẫu \d\.\d|Mục I)", rules.rule(name).article)
    heading = r"^ +I\. BẢNG CHỮ VIẾT TẮT" if cited == "Mục I" else rf"^{cited} - "
    assert re.search(heading, ANNEX_3, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("P01", "210 mm và 297 mm"),
        ("P02", "Lề trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm."),
        ("H02", "in hoa, cỡ 12–13, đứng, đậm, canh giữa"),
        ("H03", "“Độc lập - Tự do - Hạnh phúc”"),
        ("H07", "in hoa, cỡ 12–13, đứng, không đậm"),
        ("H09", "dài 1/3–1/2 dòng chữ"),
        ("H10", "cỡ 13, đứng, không đậm; số nhỏ hơn 10 "),
        ("H19", "đúng 6 pt"),
        ("B01", "in thường, cỡ 13–14, nghiêng, không đậm."),
        ("B06", "10 hoặc 12,7 mm"),
        ("B07", "tối thiểu 6 pt"),
        ("B08", "1–1,5 dòng"),
        ("G06", "tối thiểu 20 mm"),
        ("G07", "cỡ 12, nghiêng, đậm, sát lề trái"),
        ("X02", "Times New Roman, cỡ 10"),
    ],
)
def test_figures_come_from_the_decree(name, told):
    assert told in rules.rule(name).says


def test_no_figure_of_the_decree_is_written_a_second_time():
    """A number with a unit, or behind "cỡ", comes from a figure; only the pairs of the footnote do not."""
    written = {name: re.findall(r"\d+ ?(?:mm|cm|pt)|cỡ \d+", row["says"]) for name, row in RAW.items()}
    assert {name: found for name, found in written.items() if found} == {"H06": ["cỡ 13", "cỡ 12"]}


def test_the_sizes_of_h06_are_the_ends_of_what_the_components_allow():
    small, large = zip(
        *(rules.component(name).size for name in ("national_title", "motto", "place_date")), strict=True
    )
    told = re.findall(r"cỡ ([\d, ]+\d)", rules.rule("H06").says)
    assert told == [", ".join(f"{size:g}" for size in sizes) for sizes in (large, small)]


def test_an_unknown_rule_is_an_error():
    with pytest.raises(KeyError):
        rules.rule("P11")


def test_a_rule_does_not_change():
    with pytest.raises(ValidationError):
        rules.rule("P01").says = "khác"


def test_the_source_of_a_rule_names_the_decree_where_it_is_of_the_decree():
    assert rules.rule("P02").source == "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.3"
    assert rules.rule("B09").source == rules.rule("B09").article
