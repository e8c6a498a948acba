"""Drawings: where they stand, and the shapes in them."""

import pytest
from described import blocks, first, par, run, shown, text, warnings
from drawn import INCH, LEVEL, PEN, PLACE, drawing, frame, picture, shape
from wordfile import WordFile

from docgen.pdf.description import Axis, Drawing, Floating, Wrap
from docgen.pdf.reading import read
from docgen.word.formatting import NO_BORDER, Border, Sides

RED = Border(0.5, "single", "FF0000")


def only(graphic, **told):
    """Return the only shape of a drawing."""
    (found,) = first(drawing(graphic, **told)).drawing.shapes
    return found


def test_a_drawn_line_has_length_place_and_pen():
    found = first(
        drawing(shape("line"), extent=LEVEL, inside=PLACE.format("column", "align", "center", "paragraph"))
    )
    (line,) = found.drawing.shapes
    assert (found.horizontal, found.vertical) == (Axis("column", 0, "center"), Axis("paragraph", 2))
    assert (line.kind, line.width, line.height, line.stroke) == ("line", 100, 0, RED)


def test_a_drawing_may_stand_at_a_distance_or_in_the_text():
    away = first(drawing(shape(), inside=PLACE.format("page", "posOffset", "635000", "line")))
    inline = first(drawing(shape(), kind="inline"))
    bare = first(drawing(shape()))
    assert (away.horizontal, away.vertical) == (Axis("page", 50), Axis("line", 2))
    assert (type(inline), inline.width, inline.height) == (Drawing, 72, 72)
    assert (type(bare), bare.horizontal, bare.vertical) == (Floating, Axis("column"), Axis("paragraph"))


def test_a_drawing_may_be_placed_simply():
    simple = first(drawing(shape(), told='simplePos="1"', inside='<wp:simplePos x="12700" y="25400"/>'))
    assert (simple.horizontal, simple.vertical) == (Axis("page", 1), Axis("page", 2))
    assert first(drawing(shape(), told='simplePos="1"')).horizontal == Axis("page", 0)


@pytest.mark.parametrize(
    ("wrap", "told", "expected"),
    [
        ("<wp:wrapNone/>", 'behindDoc="1"', Wrap(behind=True)),
        ('<wp:wrapSquare wrapText="left"/>', 'distL="12700"', Wrap("square", "left", Sides(left=1))),
        ('<wp:wrapTight wrapText="largest" distR="25400"/>', "", Wrap("square", "largest", Sides(right=2))),
        ('<wp:wrapTopAndBottom distT="12700"/>', "", Wrap("topAndBottom", distances=Sides(top=1))),
    ],
)
def test_text_goes_around_as_it_is_told(wrap, told, expected):
    assert first(drawing(shape(), told=told, inside=wrap)).wrap == expected


def test_a_line_that_libreoffice_saved_is_still_level():
    assert only(shape("straightConnector1"), extent='cx="1270000" cy="635"').height == 0


@pytest.mark.parametrize(
    ("told", "flipped", "arrows"),
    [
        ("", False, ("none", "triangle")),
        ('flipV="1"', True, ("none", "triangle")),
        ('flipH="1"', True, ("triangle", "none")),
        ('flipH="1" flipV="1"', False, ("triangle", "none")),
    ],
)
def test_a_line_may_be_flipped_and_has_arrows(told, flipped, arrows):
    pen = PEN.replace("</a:ln>", '<a:headEnd/><a:tailEnd type="triangle"/></a:ln>')
    line = only(shape("line", pen, frame=frame(0, 0, 72, 72, told)))
    assert (line.flipped, line.arrows) == (flipped, arrows)


FILLS = {
    '<a:solidFill><a:srgbClr val="ABCDEF"/></a:solidFill>': "ABCDEF",
    '<a:solidFill><a:prstClr val="red"/></a:solidFill>': "FF0000",
    '<a:solidFill><a:prstClr val="không"/></a:solidFill>': "",
    '<a:solidFill><a:sysClr val="window" lastClr="FEFEFE"/></a:solidFill>': "FEFEFE",
    '<a:solidFill><a:scrgbClr r="100000" g="50000" b="0"/></a:solidFill>': "FF8000",
    '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>': "",
    '<a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>': "808080",
    '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>': "",
    '<a:gradFill><a:gsLst><a:gs><a:srgbClr val="111111"/></a:gs></a:gsLst></a:gradFill>': "111111",
    "<a:noFill/>": "",
    "<a:solidFill/>": "",
    "": "",
}


@pytest.mark.parametrize("fill", FILLS)
def test_shapes_are_filled(fill):
    assert only(shape("rect", fill)).fill == FILLS[fill]


STYLE = (
    '<wps:style><a:lnRef idx="{}"><a:srgbClr val="00FF00"/></a:lnRef>'
    '<a:fillRef idx="{}"><a:srgbClr val="0000FF"/></a:fillRef></wps:style>'
)


@pytest.mark.parametrize(
    ("look", "style", "stroke", "fill"),
    [
        ("", "", NO_BORDER, ""),
        ('<a:ln w="25400"/>', "", NO_BORDER, ""),
        ("<a:ln><a:noFill/></a:ln>", STYLE.format(1, 1), NO_BORDER, "0000FF"),
        ("", STYLE.format(2, 0), Border(1, "single", "00FF00"), ""),
        ('<a:noFill/><a:ln w="25400"/>', STYLE.format(2, 1), Border(2, "single", "00FF00"), ""),
        (PEN, STYLE.format(0, 0), RED, ""),
        (
            PEN.replace("</a:ln>", '<a:prstDash val="sysDot"/></a:ln>'),
            "",
            Border(0.5, "dotted", "FF0000"),
            "",
        ),
        (PEN.replace("<a:ln", '<a:ln cmpd="dbl"'), "", Border(0.5, "double", "FF0000"), ""),
    ],
)
def test_a_shape_has_the_pen_and_fill_of_its_style_unless_it_has_its_own(look, style, stroke, fill):
    found = only(shape("rect", look, style=style))
    assert (found.stroke, found.fill) == (stroke, fill)


def test_a_text_box_holds_blocks():
    body = '<wps:bodyPr lIns="12700" tIns="0" anchor="ctr" vert="vert270"><a:spAutoFit/></wps:bodyPr>'
    words = par(text("trong khung")) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    found = only(shape("roundRect", words=words, body=body))
    assert (found.kind, found.anchor, found.grown, found.direction) == ("roundRect", "center", True, "btLr")
    assert found.insets == Sides(0, 7.2, 3.6, 1)
    assert len(found.blocks) == 2
    assert shown(drawing(shape(words=words))) == "▣trong khung"


def test_a_text_box_has_words_own_insets_and_may_be_turned():
    found = only(shape(body="", frame=frame(0, 0, 9, 9, 'rot="5400000"')))
    assert (found.insets, found.anchor, found.direction) == (Sides(7.2, 3.6, 7.2, 3.6), "top", "tbRl")


def group(children, outer, inner):
    child = '<a:chOff x="{}" y="{}"/><a:chExt cx="{}" cy="{}"/>'.format(*inner)
    return f"<wpg:grpSpPr>{frame(*outer, inner=child)}</wpg:grpSpPr>{children}"


def test_shapes_of_a_group_are_scaled_to_it():
    inner = group(shape(frame=frame(0, 0, 10, 10)), (10, 20, 20, 20), (0, 0, 127_000, 127_000))
    outer = group(f"<wpg:grpSp>{inner}</wpg:grpSp>", (0, 0, 36, 36), (0, 0, 457_200, 457_200))
    found = only(f"<wpg:wgp>{outer}</wpg:wgp>")
    assert (found.left, found.top, found.width, found.height) == (20, 40, 40, 40)


def test_a_group_without_coordinates_counts_in_points():
    found = only(f"<wpg:wgp><wpg:grpSpPr/>{shape(frame=frame(1, 2, 3, 4))}</wpg:wgp>")
    assert (found.left, found.top, found.width, found.height) == (1, 2, 3, 4)
    flat = group(shape(frame=frame(1, 2, 3, 4)), (0, 0, 9, 9), (0, 0, 0, 0))
    assert only(f"<wpg:wgp>{flat}</wpg:wgp>").width == 3


def test_words_of_a_group_that_cannot_be_placed_are_in_a_warning():
    lost = shape(words=par(text("lạc")))
    assert "“lạc”" in warnings(drawing(f"<wpg:wgp>{lost}{shape(frame=frame(0, 0, 1, 1))}</wpg:wgp>"))


def outline(steps, look=PEN):
    path = f'<a:custGeom><a:pathLst><a:path w="100" h="100">{steps}</a:path></a:pathLst></a:custGeom>'
    return shape("", path + look)


def point(step, x, y):
    return f'<a:{step}><a:pt x="{x}" y="{y}"/></a:{step}>'


def test_an_outline_of_straight_lines_is_drawn_by_lines():
    steps = point("moveTo", 0, 100) + point("lnTo", 50, 0) + point("lnTo", 100, 100) + "<a:close/>"
    lines = first(drawing(outline(steps))).drawing.shapes
    assert [(one.left, one.top, one.width, one.height, one.flipped) for one in lines] == [
        (0, 0, 36, 72, True),
        (36, 0, 36, 72, False),
        (0, 72, 72, 0, False),
    ]


@pytest.mark.parametrize(
    "graphic",
    [
        outline("<a:cubicBezTo/>"),
        outline(point("moveTo", 0, 0), '<a:solidFill><a:srgbClr val="111111"/></a:solidFill>'),
        shape("", f"<a:custGeom/>{PEN}"),
    ],
)
def test_other_outlines_are_boxes_with_a_warning(graphic):
    assert only(graphic).kind == "rect"
    assert "khung chữ nhật" in warnings(drawing(graphic))


def test_an_outline_may_have_several_parts():
    steps = point("moveTo", 0, 0) + point("lnTo", 100, 0) + point("moveTo", 0, 50) + point("lnTo", 100, 50)
    assert [one.top for one in first(drawing(outline(steps))).drawing.shapes] == [0, 36]


def test_an_outline_that_is_not_drawn_is_a_box():
    custom = shape("", "<a:custGeom/>", words=par(text("chữ")))
    assert (only(custom).kind, warnings(drawing(custom))) == ("rect", "")


PRESETS = {
    "bentConnector2": [(0, 0, 72, 0, False), (72, 0, 0, 72, False)],
    "bentConnector3": [(0, 0, 36, 0, False), (36, 0, 0, 72, False), (36, 72, 36, 0, False)],
    "triangle": [(36, 0, 36, 72, False), (0, 72, 72, 0, False), (0, 0, 36, 72, True)],
}


def edges(found):
    return [(one.left, one.top, one.width, one.height, one.flipped) for one in found]


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_of_straight_lines_are_drawn_by_lines(preset):
    found = first(drawing(shape(preset))).drawing.shapes
    assert edges(found) == [tuple(map(pytest.approx, place)) for place in PRESETS[preset]]


def test_a_connector_turns_where_it_is_told_and_has_its_arrows_at_its_ends():
    geometry = (
        '<a:prstGeom prst="bentConnector3"><a:avLst><a:gd fmla="val 25000"/></a:avLst></a:prstGeom>'
        + PEN.replace("</a:ln>", '<a:tailEnd type="triangle"/></a:ln>')
    )
    found = first(drawing(shape("", geometry))).drawing.shapes
    assert [one.left for one in found] == [0, 18, 18]
    assert [one.arrows for one in found] == [("none", "none"), ("none", "none"), ("none", "triangle")]


@pytest.mark.parametrize(
    ("preset", "kind", "warned"),
    [
        ("flowChartProcess", "rect", False),
        ("flowChartTerminator", "roundRect", False),
        ("cloud", "rect", True),
        ("triangle", "rect", True),
    ],
)
def test_other_presets_are_boxes(preset, kind, warned):
    filled = '<a:solidFill><a:srgbClr val="111111"/></a:solidFill>'
    assert only(shape(preset, filled)).kind == kind
    assert bool(warnings(drawing(shape(preset, filled)))) is warned


@pytest.mark.parametrize(
    ("degrees", "place", "direction", "top"),
    [
        (0, (0, 0, 72, 36), "", 1),
        (90, (18, -18, 36, 72), "tbRl", 4),
        (180, (0, 0, 72, 36), "", 1),
        (270, (18, -18, 36, 72), "btLr", 2),
    ],
)
def test_a_box_may_be_turned_with_its_words(degrees, place, direction, top):
    insets = '<wps:bodyPr tIns="12700" rIns="25400" bIns="38100" lIns="50800"/>'
    turned = frame(0, 0, 72, 36, f'rot="{degrees * 60_000}"')
    found = only(shape(frame=turned, body=insets), extent='cx="914400" cy="457200"')
    assert (found.left, found.top, found.width, found.height) == place
    assert (found.direction, found.insets.top, found.rotation) == (direction, top, 0)


def test_a_box_turned_otherwise_says_by_how_much():
    assert only(shape(frame=frame(0, 0, 72, 72, 'rot="-1800000"'))).rotation == 330


def test_a_line_may_be_turned():
    turned = shape("line", frame=frame(0, 0, 72, 0, 'rot="5400000"'))
    assert edges([only(turned, extent='cx="914400" cy="0"')]) == [(36, -36, 0, 72, False)]


def test_what_is_hidden_is_not_drawn():
    assert blocks(drawing(shape(), inside='<wp:docPr hidden="1"/>'))[0].content == ()


@pytest.mark.parametrize(
    ("told", "alt"), [('descr="Con dấu" title="x"', "Con dấu"), ('title="Sơ đồ"', "Sơ đồ"), ("", "")]
)
def test_a_drawing_says_what_it_shows(told, alt):
    assert first(drawing(shape(), inside=f"<wp:docPr {told}/>")).drawing.alt == alt


CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def test_a_chart_is_a_box_and_its_words_a_warning():
    chart = f'<c:chart xmlns:c="{CHART}" r:id="rIdC"/>'
    content = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:t>Tiến độ</a:t><c:v>Quý I</c:v></c:chartSpace>"
    )
    file = WordFile(drawing(chart, uri=CHART), links={"rIdC": ("chart", "charts/chart1.xml")})
    file.extra = {"word/charts/chart1.xml": content}
    description = read(file.bytes())
    assert "biểu đồ" in str(description.warnings[0])
    assert "“Tiến độ Quý I”" in str(description.warnings[0])
    (box,) = description.sections[0].blocks[0].content[0].drawing.shapes
    assert (box.width, box.stroke.width) == (72, 0.5)


@pytest.mark.parametrize("inside", ["", "<a:graphic><a:graphicData/></a:graphic>"])
def test_an_empty_drawing_is_warned_of(inside):
    empty = par(run(f"<w:drawing><wp:inline>{inside}</wp:inline></w:drawing>"))
    assert "hình vẽ chưa hiện được" in warnings(empty)


def test_the_newest_word_decides_between_two_drawings():
    new = drawing(shape("line")).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>'
    assert shown(par(run(f"<mc:AlternateContent>{choice}</mc:AlternateContent>"))) == "▣"


def test_a_picture_in_a_group_is_placed():
    inside = picture("rIdX", look=frame(10, 10, 5, 5))
    found = only(f"<wpg:wgp>{group(inside, (0, 0, 72, 72), (0, 0, 914_400, 914_400))}</wpg:wgp>", extent=INCH)
    assert (found.left, found.width) == (10, 5)
