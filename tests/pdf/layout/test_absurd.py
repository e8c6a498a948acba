"""Sizes that no officer means and a hostile file may tell: the layout comes to an end, and loses no word."""

import signal
from dataclasses import replace

import pytest
from laidout import LINE, cell, face, laid_out, lines, numbered, par, row, section, table

from docgen.pdf.description import (
    Axis,
    Cell,
    Column,
    Drawing,
    Edges,
    Floating,
    NoteMark,
    PageNumber,
    Place,
    Row,
    Running,
    Shape,
    StyleText,
    Table,
    Wrap,
)
from docgen.word.formatting import NO_SIDES, Border, Sides, TabStop

SECONDS = 20
"""Of the processor."""
FAR = 22_500.0
"""Points: nothing that is read lies further away."""
WORDS = "một hai ba"
AWAY = Axis("page", offset=1000.0)


def note(*blocks, **told):
    return NoteMark("1", face(), blocks, **told)


def shape(**told):
    return Shape(**{"kind": "rect", "left": 0.0, "top": 0.0, "width": 50.0, "height": 50.0} | told)


def drawing(width, height, **told):
    return Drawing(width, height, (shape(**{"width": width, "height": height} | told),))


def floating(one, wrap="square", **told):
    axes = {"horizontal": Axis("column"), "vertical": Axis("paragraph")} | told
    return Floating(one, **axes, wrap=Wrap(wrap))


def narrow(width, *blocks):
    return section(*blocks, columns=(Column(width), Column(width)))


def long_note(count=3, **told):
    return par("một", note(*numbered(count, **told)))


BLOCKS = {
    "nothing": [],
    "an empty paragraph": [par("")],
    "letters of 1,638 points": [par(WORDS, look=face(size=1638.0), line=1.0, line_rule="auto")],
    "a line higher than the page": [par(WORDS, line=1000.0), par("bốn")],
    "lines of no height": [par(WORDS, line=0.0)] * 9,
    "lines that go up": [par(WORDS, line=-12.0)] * 9,
    "an indent wider than the page": [par(WORDS, left=FAR)],
    "indents beyond the edges": [par(WORDS, left=-FAR, right=-FAR, first_line=-FAR)],
    "a first line that hangs far out": [par(WORDS, left=300.0, first_line=FAR, right=300.0)],
    "space that fills pages": [par("một", before=FAR, after=FAR), par("hai", before=FAR)],
    "letters over each other": [par(WORDS * 9, look=face(letter_spacing=-50.0))],
    "letters far from each other": [par(WORDS, look=face(letter_spacing=FAR))],
    "letters of no width": [par(WORDS, look=face(scale=0.01))],
    "leaders as wide as their letter spacing": [
        par("một⇥hai", look=face(letter_spacing=-2.5), tabs=(TabStop(FAR, "left", "dot"),))
    ],
    "tab stops beyond everything": [
        par("một⇥hai⇥ba", tabs=(TabStop(FAR, kind), TabStop(-FAR, kind)))
        for kind in ("left", "right", "center", "decimal")
    ],
    "kerned text of no letters": [
        par("một", StyleText("none", face(kerned=True)), ""),
        par("", look=face(kerned=True)),
    ],
    "only breaks": [par("⤓⤓⇓⇓⤓↵↵⤓")],
    "kept with the next, all of it": [par(WORDS, keep_next=True, keep_lines=True)] * 60,
    "text kept together on more than a page": [par("một↵" * 60 + "hai", keep_lines=True, keep_next=True)],
    "a table without rows": [Table((), ()), par("một")],
    "a floating table without rows": [Table((50.0,), (), place=Place(AWAY, AWAY)), par("một")],
    "rows without cells": [table(row(), row(), row())],
    "a floating table of empty rows": [table(row(), place=Place(AWAY, AWAY)), par("một")],
    "cells without blocks": [table(row(cell(), cell(column=1)))],
    "cells beyond the grid": [table(row(cell("một", column=7, columns=9), cell("hai", column=1, rows=9)))],
    "a grid of no width": [table(("một", "hai"), widths=(0.0, 0.0))],
    "a table as wide as a town": [table(("một", "hai"), widths=(FAR, FAR))],
    "margins wider than their cell": [
        table(row(cell("một", margins=Sides(300.0, 300.0, 300.0, 300.0)), "hai"))
    ],
    "rows higher than the page": [table(row("một", height=1000.0), row("hai", height=FAR))],
    "a row of exact height, higher than the page": [table(row("một", height=1000.0, exact=True), ("hai",))],
    "a whole row higher than the page": [table(row(cell(*numbered(60)), unsplittable=True))],
    "headings higher than the page": [table(row(cell(*numbered(30)), header=True), ("a",), ("b",))],
    "all rows are headings": [table(*(row("một", header=True) for _ in range(60)))],
    "merged cells higher than the page": [
        table(row(cell(*numbered(90), rows=3), "một"), row(cell("hai", column=1)), row(cell("ba", column=1)))
    ],
    "borders as wide as the page": [
        par(WORDS, borders=tuple((edge, Border(300.0, "single")) for edge in ("top", "bottom", "left")))
    ],
    "rows of rules higher than the page": [table(row(cell("một", edges=Edges(top=Border(300.0, "single")))))],
    "tables within tables": [table(row(cell(table(row(cell(table(("một",), widths=(1.0,))))), par("hai"))))],
    "a picture larger than the page": [par("một", drawing(1000.0, 1000.0), "hai")],
    "a drawing of no size": [par("một", drawing(0.0, 0.0, blocks=(par("hai"),)))],
    "a drawing of nothing": [par("một", Drawing(0.0, 0.0, ()))],
    "a box of negative place": [par("một", drawing(50.0, 50.0, left=-FAR, top=-FAR, blocks=(par("hai"),)))],
    "a box narrower than its insets": [par(drawing(1.0, 1000.0, blocks=(par(WORDS),)))],
    "text beside something as large as the page": [par(floating(drawing(300.0, 240.0)), WORDS), par("bốn")],
    "text below something endless": [par(floating(drawing(300.0, FAR), "topAndBottom"), WORDS), par("bốn")],
    "text beside many things": [
        par(*[floating(drawing(9.0, 9.0), horizontal=Axis("page", offset=9 * at)) for at in range(40)], WORDS)
    ],
    "a floating table larger than the page": [
        table(*[("một",)] * 60, widths=(90.0,), place=Place(Axis("page"), Axis("text"))),
        par("hai"),
    ],
    "a note of no lines": [par("một", note(), "hai")],
    "a note longer than pages": [long_note(90)],
    "a note of lines higher than the page": [long_note(line=1000.0)],
    "notes of more space than a page has": [long_note(before=1000.0, after=1000.0)],
    "a line of many notes": [par("một", *[note(par("hai"))] * 99)],
    "a note in every cell": [table(*[row(cell(long_note(2)), cell(long_note(40), column=1))] * 9)],
    "a note with a table": [par("một", note(table(*[("hai",)] * 60)))],
    "an endnote longer than pages": [par("một", note(*numbered(200), endnote=True))],
}  # fmt: skip
SECTIONS = {
    "no section": [],
    "sections without blocks": [section(), section(kind="continuous"), section(kind="oddPage")],
    "a page of no size": [section(*numbered(3), width=0.0, height=0.0, margins=NO_SIDES)],
    "a page of a point": [section(par(WORDS), long_note(), width=1.0, height=1.0, margins=NO_SIDES)],
    "margins beyond the page": [
        section(par(WORDS), long_note(), width=-900.0, height=-900.0, margins=Sides(500.0, 500.0, 500.0, 500))
    ],
    "negative margins": [section(par(WORDS), margins=Sides(-20.0, -20.0, -20.0, -20.0))],
    "a page as large as a town": [section(par(WORDS), width=FAR, height=FAR)],
    "columns of a point": [narrow(1.0, par(WORDS), table(("một", "hai")))],
    "columns of no width": [narrow(0.0, par(WORDS), long_note())],
    "columns of no width, balanced": [narrow(0.0, par(WORDS), long_note()), section(kind="continuous")],
    "gaps wider than the page": [section(par(WORDS), columns=(Column(10.0, FAR), Column(10.0)))],
    "a header higher than the page": [section(*numbered(3), header=Running((par(line=1000.0),)))],
    "a footer higher than the page": [section(*numbered(3), footer=Running((par(line=1000.0),)))],
    "a header of a thousand lines": [section(par("một"), header=Running(tuple(numbered(1000))))],
    "headers far from the page": [
        section(par("một"), header=Running((par("a"),)), header_distance=FAR, footer_distance=-FAR)
    ],
    "notes where a header leaves no room": [section(long_note(), header=Running((par(line=235.0),)))],
    "borders of the page beyond it": [section(par("một"), borders=(("top", Border(9.0, space=FAR)),))],
    "a negative first page": [section(par("№⤓№"), starts_at=-5)],
}  # fmt: skip
ABSURD = {name: [section(*blocks)] for name, blocks in BLOCKS.items()} | SECTIONS


@pytest.fixture(autouse=True)
def _in_time():
    """Stop what does not come to an end."""

    def late(*_):
        pytest.fail("no end")

    was = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, was)


@pytest.mark.parametrize("name", ABSURD)
def test_the_absurd_comes_to_an_end(name):
    assert len(laid_out(*ABSURD[name]).pages.pages) < 2000


@pytest.mark.parametrize("name", BLOCKS)
def test_the_absurd_beside_what_floats_and_in_columns(name):
    box = floating(drawing(30.0, 30.0))
    blocks = [par(box, "một"), *BLOCKS[name]]
    assert laid_out(narrow(100.0, *blocks), section(*blocks, kind="continuous")).pages.pages


@pytest.mark.parametrize("name", BLOCKS)
def test_the_absurd_in_a_cell_a_box_and_a_note(name):
    blocks = tuple(BLOCKS[name])
    places = [
        table(row(cell(*blocks))),
        table(row(cell(*blocks, direction="btLr"), height=100.0, exact=True)),
        par("một", drawing(100.0, 0.0, blocks=blocks, grown=True)),
        par("hai", note(*blocks)),
    ]
    for place in places:
        assert laid_out(section(place)).pages.pages


@pytest.mark.parametrize("distance", [0.0, -5.0, 0.001, FAR])
def test_regular_tab_stops_anywhere(distance):
    (page,) = laid_out(section(par("một⇥hai⇥ba")), tab_distance=distance).pages.pages
    assert " ".join(words for _, words in lines(page)) == WORDS


def test_a_row_of_exact_height_0_is_as_high_as_its_text():
    """Word takes a height of 0 for none (17.4.81)."""
    (page,) = laid_out(section(table(replace(Row((cell("một"),)), exact=True)), par("hai"))).pages.pages
    (above, _), (below, _) = lines(page)
    assert below - above == pytest.approx(LINE)


def test_a_long_number_moves_no_letter_of_a_paragraph_that_goes_on():
    """The number of the page has more letters on the second page than on the first."""
    text = "↵".join("a" for _ in range(30))
    for style in ("decimal", "upperRoman"):
        start = PageNumber(face(), style=style)
        found = laid_out(section(par(start, f"↵{text}↵Hết"), starts_at=9)).pages.pages
        printed = [words for page in found for _, words in lines(page)]
        assert printed == [printed[0], *["a"] * 30, "Hết"]


def test_a_cell_of_no_place_in_its_table():
    """What a cell claims beyond the grid is cut off."""
    wide = Cell((par("một"),), 9, 9, Edges(), NO_SIDES)
    (page,) = laid_out(section(Table((50.0,), (Row((wide,)),)))).pages.pages
    assert [words for _, words in lines(page)] == ["một"]
