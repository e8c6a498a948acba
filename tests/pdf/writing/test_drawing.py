"""Lines and shapes look as they should, seen by Poppler at a dot for each point."""

import pytest

from docgen.pdf.pages import Box, Stroke

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.fixture
def seen(printed, picture):
    """Return how the page of an item looks."""
    return lambda *items: picture(printed(*items)).convert("RGB")


def column(image, x):
    """Return how a column of dots looks: "#" black, "." gray, spaces at its ends left out."""
    shades = {WHITE: " ", BLACK: "#"}
    return "".join(shades.get(image.getpixel((x, y)), ".") for y in range(image.height)).strip()


@pytest.mark.parametrize(
    ("kind", "width", "look"),
    [
        ("single", 6, "######"),
        ("thick", 6, "######"),
        ("unheard of", 6, "######"),
        ("double", 6, "##  ##"),
        ("triple", 10, "##  ##  ##"),
    ],
)
def test_a_line_has_its_width_and_its_lines(seen, kind, width, look):
    middle = 50 + width / 2
    assert column(seen(Stroke(20, middle, 120, middle, width, kind=kind)), 70) == look


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("dotted", [2, 2]),
        ("dashed", [8, 6]),
        ("dash", [8, 6]),
        ("dashSmallGap", [6, 2]),
        ("dotDash", [8, 6, 2, 6]),
        ("dotDotDash", [8, 6, 2, 6, 2, 6]),
    ],
)
def test_dashes_are_as_long_as_their_kind_says(seen, kind, pattern):
    image = seen(Stroke(20, 51, 220, 51, 2, kind=kind))
    dots = "".join("#" if image.getpixel((x, 50)) == BLACK else " " for x in range(20, 20 + sum(pattern)))
    assert dots == "".join("# "[at % 2] * length for at, length in enumerate(pattern))


def test_lines_may_go_any_way(seen):
    image = seen(
        Stroke(20, 20, 20, 80, 2), Stroke(40, 80, 100, 20, 15, "0000FF", "double"), Stroke(5, 5, 5, 5, 1)
    )
    assert column(image, 20) == "#" * 60
    assert [image.getpixel(place) for place in ((66, 46), (70, 50), (74, 54))] == [
        (0, 0, 255),
        WHITE,
        (0, 0, 255),
    ]


@pytest.mark.parametrize("kind", ["wave", "wavyHeavy", "doubleWave"])
def test_waves_swing_around_their_line(seen, kind):
    image = seen(Stroke(20, 50, 140, 50, 1, "FF0000", kind))
    (left, top, right, bottom) = image.convert("L").point(lambda value: 255 * (value < 250)).getbbox()
    assert (left, right) == (pytest.approx(20, abs=1), pytest.approx(140, abs=1))
    assert (50 - top, bottom - 50) == (pytest.approx(2, abs=1), pytest.approx(2, abs=1))
    assert image.getpixel((19, 50)) == WHITE


def test_a_wave_of_no_length_is_nothing_that_harms(seen):
    seen(Stroke(20, 50, 20, 50, 1, kind="wave"))


def test_a_box_is_filled_and_framed(seen):
    image = seen(Box(20, 30, 40, 50, "FFFF00", 4, "0000FF"))
    assert image.getpixel((40, 55)) == (255, 255, 0)
    assert [image.getpixel(place) for place in ((20, 55), (60, 55), (40, 30), (40, 80))] == [(0, 0, 255)] * 4
    assert image.getpixel((17, 55)) == image.getpixel((40, 83)) == WHITE


@pytest.mark.parametrize(
    ("box", "inside", "edge"),
    [
        (Box(20, 30, 40, 50, "FF0000"), (255, 0, 0), (255, 0, 0)),
        (Box(20, 30, 40, 50, "", 2), WHITE, BLACK),
        (Box(20, 30, 40, 50), WHITE, WHITE),
    ],
)
def test_a_box_may_lack_its_fill_or_frame(seen, box, inside, edge):
    image = seen(box)
    assert image.getpixel((40, 55)) == inside
    assert image.getpixel((20, 55)) == edge


@pytest.mark.parametrize(
    ("kind", "corner", "near"), [("rect", True, True), ("roundRect", False, True), ("ellipse", False, False)]
)
def test_corners_are_round_where_they_should_be(seen, kind, corner, near):
    """The corner itself, and a place that a sixth of the shorter side leaves filled."""
    image = seen(Box(20, 20, 60, 60, "00FF00", kind=kind))
    assert (image.getpixel((20, 20)) != WHITE) is corner
    assert (image.getpixel((24, 24)) != WHITE) is near
    assert image.getpixel((50, 21)) == image.getpixel((21, 50)) == image.getpixel((78, 50)) == (0, 255, 0)


def test_frames_may_be_dashed(seen):
    image = seen(Box(20, 20, 60, 60, "", 2, dash="dashed"))
    dots = {image.getpixel((x, 20)) for x in range(20, 80)}
    assert {WHITE, BLACK} <= dots


def test_one_state_does_not_leak_into_the_next(seen, line):
    """A dashed blue line, a bold red text, then a plain line and box."""
    image = seen(
        Stroke(20, 20, 120, 20, 2, "0000FF", "dashed"),
        line("█", color="FF0000", scale=2, letter_gap=3),
        Stroke(20, 51, 120, 51, 2),
        Box(20, 80, 20, 20, "00FF00"),
    )
    assert {image.getpixel((x, 50)) for x in range(21, 119)} == {BLACK}
    assert image.getpixel((30, 90)) == (0, 255, 0)
