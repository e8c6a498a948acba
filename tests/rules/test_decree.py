"""Every row of the rules is read, typed, and says where it stands in the decree."""

import tomllib
from importlib.resources import files

import pytest

from docgen import rules
from docgen.rules.units import Length, Mm, Pt

ROWS = {
    (table, name): row
    for file in ("nd30.toml", "house.toml")
    for table, rows in tomllib.loads(files("docgen.rules").joinpath(file).read_text("utf-8")).items()
    if isinstance(rows, dict)
    for name, row in rows.items()
}
FIGURES = [name for table, name in ROWS if table == "figure"]
COMPONENTS = [name for table, name in ROWS if table == "component"]


@pytest.mark.parametrize("name", FIGURES)
def test_what_docgen_sets_keeps_the_decree(name):
    row = rules.figure(name)
    assert row.article
    assert row.allows(row.use)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_set_in_a_size_the_decree_allows(name):
    row = rules.component(name)
    low, high = row.size
    assert low <= row.use <= high
    assert row.article


@pytest.mark.parametrize("name", [name for table, name in ROWS if table == "text"])
def test_every_wording_has_its_article(name):
    assert rules.text(name)
    assert ROWS["text", name]["article"]


@pytest.mark.parametrize(
    ("type_name", "code"),
    [
        ("Kế hoạch", "KH"),
        ("Quy định", "QyĐ"),
        ("Công văn", ""),
        ("Bản sao y", "SY"),
        ("Bản trích sao", "TrS"),
    ],
)
def test_document_types_have_the_codes_of_annex_3(type_name, code):
    assert rules.type_code(type_name) == code


def test_annex_3_names_29_types():
    assert len([name for table, name in ROWS if table == "document_type"]) == 29


def test_sizes_move_together_as_the_footnote_of_the_table_asks():
    sizes = tuple(rules.component(name).use for name in ("national_title", "motto", "place_date"))
    assert sizes in {(13, 14, 14), (12, 13, 13)}


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("margin.left", 30, True),
        ("margin.left", 29.4, False),
        ("margin.left", 35.1, False),
        ("body.paragraph_spacing", 12, True),
        ("body.paragraph_spacing", 5.9, False),
        ("column.stt", 500, True),
        ("body.first_line_indent", 10, True),
        ("body.first_line_indent", 12.7, True),
        ("body.first_line_indent", 11, False),
        ("urgency.urgent.width", 21, False),
    ],
)
def test_a_figure_knows_what_it_allows(name, value, allowed):
    assert rules.figure(name).allows(value) is allowed


def test_a_tolerance_widens_both_ends():
    assert rules.figure("margin.left").allows(29.6, tolerance=0.5)
    assert rules.figure("margin.left").allows(35.4, tolerance=0.5)


def test_a_tolerance_widens_every_listed_value():
    indent = rules.figure("body.first_line_indent")
    assert indent.allows(9.6, tolerance=0.5)
    assert indent.allows(13.1, tolerance=0.5)
    assert not indent.allows(11.4, tolerance=0.5)


@pytest.mark.parametrize(
    ("name", "case", "size", "bold"),
    [
        ("letter_subject", "lower", (12, 13), False),
        ("part_label", "lower", (13, 14), True),
        ("part_title", "upper", (13, 14), True),
        ("division_label", "lower", (13, 14), True),
        ("division_title", "upper", (13, 14), True),
        ("article", "lower", (13, 14), True),
        ("urgency", "upper", (13, 14), True),
        ("circulation", "upper", (13, 14), True),
        ("drafter", "upper", (11, 11), False),
        ("address", "lower", (11, 12), False),
        ("appendix_signature", "lower", (10, 10), False),
        ("copy_signature", "lower", (10, 10), False),
        ("copy_heading", "upper", (13, 14), True),
    ],
)
def test_components_beyond_the_plan_are_as_the_decree_has_them(name, case, size, bold):
    row = rules.component(name)
    assert (row.case, row.size, row.bold, row.italic) == (case, size, bold, False)


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("letter_subject", "V/v"),
        ("addressee", "Kính gửi:"),
        ("authority.collective", "TM."),
        ("authority.acting", "Q."),
        ("authority.deputy", "KT."),
        ("authority.by_order", "TL."),
        ("authority.by_mandate", "TUQ."),
        ("urgency.immediate", "HỎA TỐC"),
        ("urgency.very_urgent", "THƯỢNG KHẨN"),
        ("urgency.urgent", "KHẨN"),
        ("circulation.return", "XEM XONG TRẢ LẠI"),
        ("circulation.internal", "LƯU HÀNH NỘI BỘ"),
        ("copy.full", "SAO Y"),
    ],
)
def test_wordings_are_those_of_the_decree(name, wording):
    assert rules.text(name) == wording


def test_a_length_knows_its_unit():
    assert rules.length("margin.left") == Mm(30)
    assert rules.length("body.paragraph_spacing") == Pt(6)
    assert isinstance(rules.length("line.weight"), Length)


@pytest.mark.parametrize(
    ("length", "twips", "emu", "points"),
    [(Mm(210), 11906, 7_560_000, 595.28), (Mm(297), 16838, 10_692_000, 841.89), (Pt(14), 280, 177_800, 14.0)],
)
def test_lengths_in_the_units_of_ooxml(length, twips, emu, points):
    assert (length.twips, length.emu) == (twips, emu)
    assert length.points == pytest.approx(points, abs=0.01)


def test_half_points_and_multiples():
    assert Pt(13).half_points == 26
    assert Mm(100).times(0.42) == Mm(42)
    assert isinstance(Mm(100).times(0.42), Mm)


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        rules.figure("margin.inner")
