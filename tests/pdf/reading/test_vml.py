"""Old drawings."""

import pytest
from described import first, par, shown, text, warnings
from drawn import old

from docgen.pdf.description import Axis, Drawing, Wrap
from docgen.word.formatting import NO_BORDER, Border, Sides

BOX = "position:absolute;margin-left:10pt;margin-top:1in;width:2cm;height:36pt"


def only(xml):
    """Return the only shape of an old drawing."""
    found = first(old(xml))
    (shape,) = getattr(found, "drawing", found).shapes
    return shape


@pytest.mark.parametrize(
    ("tag", "kind"), [("rect", "rect"), ("roundrect", "roundRect"), ("oval", "ellipse"), ("image", "rect")]
)
def test_shapes_have_their_own_elements(tag, kind):
    assert only(f'<v:{tag} style="{BOX}"/>').kind == kind


@pytest.mark.parametrize(
    ("type_", "kind"), [("75", "rect"), ("202", "rect"), ("3", "ellipse"), ("32", "line")]
)
def test_shapes_may_have_a_type(type_, kind):
    by_name = only(f'<v:shape type="#_x0000_t{type_}" style="{BOX}"/>')
    by_number = only(f'<v:shape o:spt="{type_}" style="{BOX}"/>')
    assert (by_name.kind, by_number.kind) == (kind, kind)


def test_a_shape_stands_where_its_style_says():
    found = first(old(f'<v:rect style="{BOX}"/>'))
    assert (found.horizontal, found.vertical) == (Axis("column", 10), Axis("paragraph", 72))
    assert (found.drawing.width, found.drawing.height) == (pytest.approx(56.7, abs=0.1), 36)
    assert found.wrap == Wrap(distances=Sides(right=9, left=9))


def test_a_shape_may_be_aligned_on_the_page_behind_the_text():
    style = (
        f"{BOX};mso-position-horizontal:center;mso-position-horizontal-relative:page;z-index:-1;"
        "mso-position-vertical:absolute;mso-position-vertical-relative:top-margin-area;mso-wrap-distance-left:1pt"
    )
    found = first(old(f'<v:rect style="{style}"><w10:wrap type="tight" side="left"/></v:rect>'))
    assert (found.horizontal, found.vertical) == (Axis("page", 10, "center"), Axis("topMargin", 72))
    assert found.wrap == Wrap("square", "left", Sides(right=9, left=1), behind=True)


def test_a_shape_without_a_position_stands_in_the_text():
    found = first(old('<v:rect style="width:72;height:9px" alt="Con dấu"/>'))
    assert (type(found), found.width, found.height, found.alt) == (Drawing, 54, 6.75, "Con dấu")


def test_a_hidden_shape_is_not_drawn():
    assert shown(old('<v:rect style="visibility:hidden"/>')) == ""


LINES = [
    ("10pt,5pt", "110pt,25pt", "", (10, 5, 100, 20), False, ("none", "stealth")),
    ("110pt,5pt", "10pt,25pt", "", (10, 5, 100, 20), True, ("stealth", "none")),
    ("10pt,25pt", "110pt,5pt", "", (10, 5, 100, 20), True, ("none", "stealth")),
    ("10pt,5pt", "110pt,25pt", "flip:y", (10, 5, 100, 20), True, ("none", "stealth")),
    ("10pt,5pt", "110pt,25pt", "flip:x", (10, 5, 100, 20), True, ("stealth", "none")),
    ("5pt", "9pt,0", "", (5, 0, 4, 0), False, ("none", "stealth")),
    ("", "", "", (0, 0, 0, 0), False, ("none", "stealth")),
]


@pytest.mark.parametrize(("begin", "end", "flip", "place", "flipped", "arrows"), LINES)
def test_a_line_is_told_by_its_ends(begin, end, flip, place, flipped, arrows):
    pen = '<v:stroke endarrow="classic"/>'
    found = first(old(f'<v:line style="position:absolute;{flip}" from="{begin}" to="{end}">{pen}</v:line>'))
    (line,) = found.drawing.shapes
    assert (found.horizontal.offset, found.vertical.offset, line.width, line.height) == place
    assert (line.flipped, line.arrows) == (flipped, arrows)


@pytest.mark.parametrize(
    ("told", "inside", "stroke", "fill"),
    [
        ("", "", Border(0.75, "single"), "FFFFFF"),
        (
            'strokeweight="2pt" strokecolor="red [3213]" fillcolor="#abc"',
            "",
            Border(2, "single", "FF0000"),
            "AABBCC",
        ),
        ('stroked="f" filled="false"', "", NO_BORDER, ""),
        ("", '<v:stroke on="f"/><v:fill on="0"/>', NO_BORDER, ""),
        ("", '<v:stroke dashstyle="1 1" color="#0000ff"/>', Border(0.75, "dotted", "0000FF"), "FFFFFF"),
        ("", '<v:stroke linestyle="thinThin" weight="3pt"/>', Border(3, "double"), "FFFFFF"),
        ("", '<v:fill opacity="0"/>', Border(0.75, "single"), ""),
        ("", '<v:fill color="lime"/>', Border(0.75, "single"), "00FF00"),
        ('strokecolor="không"', "", Border(0.75, "single"), "FFFFFF"),
    ],
)
def test_pen_and_fill(told, inside, stroke, fill):
    found = only(f'<v:rect style="{BOX}" {told}>{inside}</v:rect>')
    assert (found.stroke, found.fill) == (stroke, fill)


def test_what_a_shape_does_not_say_its_type_says():
    type_ = '<v:shapetype id="_x0000_t75" stroked="f" filled="f"/>'
    found = only(f'{type_}<v:shape type="#_x0000_t75" style="{BOX}"/>')
    assert (found.stroke, found.fill) == (NO_BORDER, "")


def test_a_text_box_holds_blocks():
    style = "mso-fit-shape-to-text:t;layout-flow:vertical;mso-layout-flow-alt:bottom-to-top"
    content = f"<w:txbxContent>{par(text('trong khung'))}</w:txbxContent>"
    box = f'<v:textbox style="{style}" inset="1pt,,2pt,0">{content}</v:textbox>'
    found = only(f'<v:rect style="{BOX};v-text-anchor:middle">{box}</v:rect>')
    assert (found.grown, found.direction, found.anchor) == (True, "btLr", "center")
    assert found.insets == Sides(3.6, 2, 0, 1)
    assert found.blocks[0].content[0].text == "trong khung"


def test_a_text_box_without_more_has_words_own_insets():
    found = only(f'<v:rect style="{BOX}"><v:textbox style="layout-flow:vertical"/></v:rect>')
    assert (found.insets, found.direction) == (Sides(3.6, 7.2, 3.6, 7.2), "tbRl")


@pytest.mark.parametrize("told", ["90", "5898240fd"])
def test_a_turned_shape_is_as_wide_as_it_was_high(told):
    found = only(f'<v:rect style="width:60pt;height:20pt;rotation:{told}"/>')
    assert (found.left, found.top, found.width, found.height) == (20, -20, 20, 60)


def test_shapes_of_a_group_are_scaled_to_it():
    inside = 'coordorigin="1000,1000" coordsize="2000,800"'
    rect = '<v:rect style="left:1500;top:1000;width:500;height:400"/>'
    line = '<v:line from="1000,1000" to="3000,1800"/>'
    nested = f'<v:group style="left:1000;top:1000;width:2000;height:800" {inside}>{rect}{line}</v:group>'
    style = "position:absolute;width:100pt;height:40pt"
    found = first(old(f'<v:group style="{style}" {inside}><v:fill/>{nested}</v:group>'))
    assert [(one.kind, one.left, one.top, one.width, one.height) for one in found.drawing.shapes] == [
        ("rect", 25, 0, 25, 20),
        ("line", 0, 0, 100, 40),
    ]


WARNED = {
    "vẽ thành khung": f'<v:shape type="#_x0000_t5" style="{BOX}"/>',
    "đối tượng nhúng": "<o:OLEObject/>",
    "chữ nghệ thuật “MẬT”": f'<v:shape style="{BOX}"><v:textpath string="MẬT"/></v:shape>',
    "khung chữ nhật": f'<v:shape path="m0,0c" style="{BOX}"/>',
}


@pytest.mark.parametrize("said", WARNED)
def test_what_cannot_be_drawn_is_warned_of(said):
    assert said in warnings(old(WARNED[said]))
