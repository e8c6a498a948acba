"""The picture of a period as SVG: all its words and numbers, at their places, told to who cannot see it."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from periods_drawn import AREAS, UNITS, bar, bars, picture, progress

from docgen import rules
from docgen.pictures import drawn
from docgen.pictures.letters import Face, width

SVG = "{http://www.w3.org/2000/svg}"
ASCENT, DESCENT = 0.891, 0.216
DARK, HATCHED = "#404040", "url(#gach-cheo)"
MANY = tuple(bar(f"{one.label} {number}", number % 4, 4) for number, one in enumerate(bars(UNITS) * 3))[:20]
LONG = (bar("Xây dựng và phát triển chính quyền điện tử " * 4, 1, 3), bar("Nghiêng" * 40, 1234, 12345))
PICTURES = {
    "typical": picture(),
    "all done": picture(
        areas=bars(re.sub(r"\d+/(\d+)", r"\1/\1", AREAS)), progress=progress(done=26, elapsed=365)
    ),
    "none done": picture(units=bars(re.sub(r"\d+/", "0/", UNITS)), progress=progress(done=0, elapsed=0)),
    "many units": picture(units=MANY),
    "long names": picture(areas=LONG, title="Tiến độ thực hiện kế hoạch " * 4),
    "no tasks": picture(areas=bars("0/0 Cải cách thể chế"), units=(), progress=progress(done=0, total=0)),
}
LABELS = st.text(st.sampled_from("Phòng ộựẫ<&>\"'-W中%"), min_size=1, max_size=90).filter(str.strip)
BARS = st.builds(
    lambda label, done, more: bar(label, done, done + more), LABELS, st.integers(0, 999), st.integers(0, 99)
)


@pytest.fixture(params=PICTURES)
def shown(request):
    return PICTURES[request.param]


def texts(root):
    return list(root.iter(f"{SVG}text"))


def number(node, name):
    return float(node.get(name))


def words(root):
    return "".join("".join(node.text.split()) for node in texts(root))


def extent(node):
    """Return left, top, right and bottom of the letters of a text."""
    size = number(node, "font-size")
    wide = width(node.text, Face(size, node.get("font-weight") == "bold"))
    left = number(node, "x") - (wide / 2 if node.get("text-anchor") == "middle" else 0)
    base = number(node, "y")
    return left, base - ASCENT * size, left + wide, base + DESCENT * size


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def boxes(root, fill):
    return [node for node in root.iter(f"{SVG}rect") if node.get("fill") == fill]


def shares(shown):
    told = [*shown.areas, *shown.units, shown.progress.plan()]
    return [one.done / one.total for one in told if one.total]


def test_every_name_and_number_is_there(shown):
    root = etree.fromstring(drawn(shown))
    assert all(" ".join(one.label.split()) in shown.alt_text() for one in (*shown.areas, *shown.units))
    for one in (*shown.areas, *shown.units, shown.progress.plan()):
        assert "".join(one.label.split()) in words(root)
        assert one.value() in [node.text for node in texts(root)]
        assert one.told() in shown.alt_text()
    assert shown.progress.time() in [node.text for node in texts(root)]
    assert shown.progress.time() in shown.alt_text()


def test_bars_are_as_long_as_their_shares(shown):
    root = etree.fromstring(drawn(shown))
    whole = max(number(node, "width") for node in boxes(root, "none"))
    found = [number(node, "width") / whole for node in boxes(root, DARK)][:-1]
    assert found == pytest.approx([share for share in shares(shown) if share], abs=0.001)
    elapsed = shown.progress.elapsed / shown.progress.days
    assert [number(node, "width") / whole for node in boxes(root, HATCHED)][:-1] == pytest.approx(
        [elapsed] * bool(elapsed), abs=0.001
    )


def test_a_line_marks_the_time_across_the_plan():
    root = etree.fromstring(drawn(picture()))
    white, black = (
        node
        for node in root.iter(f"{SVG}line")
        if node.get("stroke") in {"#ffffff", "#000000"} and next(node.iterancestors()) is root
    )
    (plan, time) = (box for box in boxes(root, "none")[-3:-1])
    assert number(plan, "x") + number(plan, "width") * 90 / 365 == pytest.approx(
        number(black, "x1"), abs=0.01
    )
    assert number(black, "y1") < number(plan, "y")
    assert number(black, "y2") >= number(time, "y") + number(time, "height")
    assert number(white, "stroke-width") > number(black, "stroke-width")


def test_no_words_lie_upon_others_or_beyond_the_edge(shown):
    root = etree.fromstring(drawn(shown))
    assert_apart(root)


def assert_apart(root):
    wide, high = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    extents = [extent(node) for node in texts(root)]
    assert not [pair for pair in combinations(extents, 2) if overlap(*pair)]
    bars_drawn = [
        tuple(number(node, name) for name in ("x", "y", "width", "height")) for node in boxes(root, "none")
    ]
    sides = [(x, y, x + w, y + h) for x, y, w, h in bars_drawn]
    assert not [(one, box) for one in extents for box in sides if overlap(one, box)]
    for left, top, right, bottom in extents:
        assert left >= -0.01
        assert top >= -0.01
        assert right <= wide + 0.01
        assert bottom <= high + 0.01


@pytest.mark.parametrize("name", ["typical", "many units", "all done"])
def test_it_is_as_wide_as_the_text_and_fits_on_a_page(name):
    root = etree.fromstring(drawn(PICTURES[name]))
    wide, high = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    assert wide == pytest.approx(rules.units.Mm(165).points, abs=0.001)
    assert high <= rules.units.Mm(257).points - rules.length("picture.caption").points


def test_what_fits_in_no_size_is_drawn_in_the_smallest():
    root = etree.fromstring(drawn(picture(units=MANY * 4)))
    assert min(number(node, "font-size") for node in texts(root)) == rules.figure("picture.letters").low
    assert_apart(root)


def test_it_is_told_to_one_who_cannot_see_it():
    shown = picture()
    root = etree.fromstring(drawn(shown))
    title, told = (root.find(SVG + name) for name in ("title", "desc"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert (title.text, told.text) == (shown.title, shown.alt_text())


def test_nothing_is_fetched_or_run():
    svg = drawn(picture())
    assert {etree.QName(node).localname for node in etree.fromstring(svg).iter()} == {
        "svg",
        "title",
        "desc",
        "pattern",
        "line",
        "rect",
        "text",
    }
    assert not re.search(r"href|script|@import|style=", svg)
    assert set(re.findall(r"url\(([^)]*)\)", svg)) == {"#gach-cheo"}


def test_every_colour_stands_out_from_white():
    colours = set(re.findall(r"#[0-9a-f]{6}", drawn(picture()))) - {"#ffffff"}
    assert colours
    assert all(1.05 / (luminance(colour) + 0.05) >= 4.5 for colour in colours)


def luminance(colour):
    """Return the relative luminance of a colour (WCAG 2.1)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@settings(max_examples=40, deadline=None)
@given(LABELS, st.lists(BARS, max_size=12), st.lists(BARS, max_size=12), st.integers(0, 366))
def test_any_names_are_drawn_apart_and_whole(title, areas, units, elapsed):
    shown = picture(
        title=title, areas=tuple(areas), units=tuple(units), progress=progress(elapsed=elapsed, days=366)
    )
    root = etree.fromstring(drawn(shown))
    assert_apart(root)
    assert all("".join(one.label.split()) in words(root) for one in (*areas, *units))
