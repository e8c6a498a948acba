"""What holds of every layout, whatever is laid out; the same examples in every run."""

import unicodedata
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from laidout import (
    ALL_ROUND,
    FACE,
    LINE,
    MARGIN,
    WIDTH,
    cell,
    described,
    face,
    items,
    laid_out,
    par,
    row,
    section,
    table,
)
from often import examples

from docgen.pdf.description import (
    Axis,
    Column,
    Drawing,
    Edges,
    Floating,
    NoteMark,
    Place,
    Shape,
    Text,
    Wrap,
    inlines,
)
from docgen.pdf.pages import Glyphs
from docgen.word.formatting import Border, Sides, TabStop

ALIKE = settings(derandomize=True, deadline=None, max_examples=examples(30))
EPSILON = 0.2
"""Points; letters are printed as wide as they are, but broken into lines as wide as LibreOffice's grid."""
LEFTS = ("left", "center", "right", "both")

words = st.sampled_from(
    ("a", "chữ", "2025-2030", "nghiêng", "“x”", "và/hoặc", "dài" * 30, "☐", "fi", "e\u0301")
)
texts = st.lists(words, max_size=40).map(" ".join)
lengths = st.sampled_from((0.0, 0.0, 6.0, 13.5, 40.0))
borders = st.sampled_from(
    ((), (("top", Border(1.0, "single", space=3.0)), ("bottom", Border(2.0, "single"))))
)
formats = st.fixed_dictionaries(
    {
        "align": st.sampled_from(LEFTS),
        "before": lengths,
        "after": lengths,
        "left": lengths,
        "right": lengths,
        "first_line": st.sampled_from((0.0, 0.0, 12.0)),
        "keep_next": st.booleans(),
        "keep_lines": st.booleans(),
        "widow_control": st.booleans(),
        "contextual": st.booleans(),
        "page_break_before": st.sampled_from((False, False, False, True)),
        "borders": borders,
        "tabs": st.sampled_from(((), (TabStop(90.0, "right"),), (TabStop(60.0), TabStop(200.0, "center")))),
    }
)
looks = st.sampled_from(
    (FACE, FACE, face(bold=True), face(size=8.0, italic=True), face(raised="superscript"), face(kerned=True))
)
plain = st.builds(lambda text, told: par(text, **told), texts, formats)
flush = st.builds(lambda text, told: par(text, **told | {"left": 0.0, "right": 0.0}), texts, formats)
noted = st.builds(lambda text, note: par(text, NoteMark("1", FACE, (par(note),)), text), texts, texts)
shapes = st.builds(
    lambda across, down, text: Drawing(
        across, down, (Shape("rect", 0.0, 0.0, across, down, blocks=(par(text),), grown=True),)
    ),
    st.sampled_from((40.0, 150.0, 300.0)),
    st.sampled_from((10.0, 60.0, 200.0)),
    texts,
)
boxed = st.builds(
    lambda text, drawing, x, y, wrap: par(text, Floating(drawing, x, y, Wrap(wrap)), text),
    texts,
    shapes,
    st.sampled_from((Axis("column"), Axis("page", align="right"), Axis("margin", align="center"))),
    st.sampled_from((Axis("paragraph"), Axis("page", offset=100.0), Axis("margin", align="bottom"))),
    st.sampled_from(("none", "square", "topAndBottom")),
)
runs = st.builds(Text, texts.filter(bool), looks)
mixed = st.lists(st.one_of(runs, st.sampled_from("⇥↵⤓⇓№")), max_size=8).map(lambda made: par(*made))
paragraphs = st.one_of(plain, plain, mixed)
ends = st.fixed_dictionaries(
    {
        "margins": st.sampled_from((Sides(), Sides(5.0, 5.0, 5.0, 5.0))),
        "align": st.sampled_from(("top", "center", "bottom")),
        "edges": st.sampled_from((Edges(), ALL_ROUND)),
    }
)
turned = st.sampled_from(({}, {}, {"direction": "btLr"}, {"direction": "tbRl"}))
heights = st.sampled_from(({}, {}, {"height": 50.0}, {"unsplittable": True}, {"header": True}))
exact = st.sampled_from(({}, {}, {}, {"height": 50.0, "exact": True}))
places = st.sampled_from((None, None, Place(Axis("text"), Axis("text"), Sides(0.0, 9.0, 0.0, 0.0))))


def tables_of(inside, turn=st.just({}), height=heights, place=st.none()):  # noqa: B008 - strategies are values
    """Return tables with these blocks in their cells."""
    cells = st.builds(
        lambda made, told, more: cell(*made, **told, **more), st.lists(inside, max_size=3), ends, turn
    )
    rows = st.builds(
        lambda made, told: row(*(replace(one, column=at) for at, one in enumerate(made)), **told),
        st.lists(cells, max_size=3),
        height,
    )
    return st.builds(
        lambda made, spot, align: table(*made, widths=(90.0, 60.0, 90.0), place=spot, align=align),
        st.lists(rows, max_size=5),
        place,
        st.sampled_from(LEFTS),
    )


tables = tables_of(st.one_of(paragraphs, noted), turned, st.one_of(heights, exact), places)
blocks = st.lists(st.one_of(paragraphs, paragraphs, tables, noted, boxed), max_size=8)
sections = st.builds(
    lambda made, columns, kind: section(*made, columns=columns, kind=kind),
    blocks,
    st.sampled_from(((), (), (Column(140.0, 20.0), Column(140.0)))),
    st.sampled_from(("nextPage", "continuous", "oddPage")),
)
files = st.lists(sections, min_size=1, max_size=3)


def visible(text):
    """Count the characters of a text that leave a trace on paper."""
    return Counter(char for char in text if unicodedata.category(char)[0] not in "ZC")


def printed(found):
    """Return all the words on pages and in warnings."""
    pages = (glyphs.text for page in found.pages.pages for glyphs in items(page, Glyphs))
    return "".join((*pages, *(warning.message for warning in found.warnings)))


@ALIKE
@given(files)
def test_every_visible_character_is_printed_or_warned_of(made):
    found = inlines(described(*made))
    told = "".join(one.text for one in found if isinstance(one, Text | NoteMark))
    assert visible(told) - visible(printed(laid_out(*made))) == Counter()


@ALIKE
@given(files)
def test_the_layout_of_a_file_is_always_the_same(made):
    assert repr(laid_out(*made).pages) == repr(laid_out(*made).pages)


@ALIKE
@given(blocks, paragraphs)
def test_more_text_needs_no_fewer_pages(made, more):
    assert len(laid_out(section(*made)).pages.pages) <= len(laid_out(section(*made, more)).pages.pages)


@ALIKE
@given(st.lists(st.one_of(flush, tables_of(flush)), max_size=8))
def test_lines_stand_below_each_other(made):
    """All lines of these are 12 points high; none stands in another."""
    for page in laid_out(section(*made)).pages.pages:
        for glyphs in items(page, Glyphs):
            near = [one for one in items(page, Glyphs) if abs(one.y - glyphs.y) < LINE - EPSILON]
            assert not [one for one in near if one.y != glyphs.y and _above_each_other(one, glyphs)]


@ALIKE
@given(texts, formats.map(lambda told: told | {"tabs": ()}))
def test_no_line_reaches_beyond_its_column_but_a_word_that_is_too_long(text, told):
    (first, *_) = pages = laid_out(section(par(text, **told))).pages.pages
    assert first.width == WIDTH + 2 * MARGIN
    right = MARGIN + WIDTH - told["right"]
    for page in pages:
        for glyphs in items(page, Glyphs):
            assert _end(glyphs) <= right + EPSILON or " " not in glyphs.text.strip()


def _end(glyphs):
    text, font = glyphs.text.rstrip(), glyphs.font
    printed_width = sum(map(font.advance, text)) * glyphs.size / font.units
    return glyphs.x + printed_width + text.count(" ") * glyphs.word_gap


def _above_each_other(one, other):
    return one.angle == other.angle == 0 and one.x < _end(other) - EPSILON and other.x < _end(one) - EPSILON
