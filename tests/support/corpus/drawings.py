"""Lines, boxes and pictures as officers place them. Each feature writes into a draft."""

import io

from PIL import Image, ImageDraw

from .markup import element, paragraph, run

POINT = 12700
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
GROUPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
INSETS = 'lIns="91440" tIns="45720" rIns="91440" bIns="45720"'
BLACK = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
WRAPS = {
    "none": "<wp:wrapNone/>",
    "square": '<wp:wrapSquare wrapText="bothSides"/>',
    "topAndBottom": "<wp:wrapTopAndBottom/>",
}


def emu(points):
    """Return a length in the unit of drawings."""
    return int(points * POINT)


def placed(left, top, width, height):
    """Return where a shape stands."""
    corner = f'<a:off x="{emu(left)}" y="{emu(top)}"/>'
    return f'<a:xfrm>{corner}<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'


def shape(place, kind="rect", words="", fit="noAutofit"):
    """Return a shape; one with words is a text box."""
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr>{placed(*place)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
        f"{BLACK}</wps:spPr>{box}<wps:bodyPr {INSETS}><a:{fit}/></wps:bodyPr></wps:wsp>"
    )


def picture(relation, width, height):
    """Return a picture of the file."""
    return (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Hình"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr>{placed(0, 0, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
    )


def graphic(kind, content):
    """Return what a drawing holds."""
    return f'<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic>'


def axis(name, relative, place):
    """Return where a drawing floats in one direction: an offset or an alignment."""
    told = (
        f"<wp:align>{place}</wp:align>"
        if isinstance(place, str)
        else f"<wp:posOffset>{emu(place)}</wp:posOffset>"
    )
    return f'<wp:{name} relativeFrom="{relative}">{told}</wp:{name}>'


def floating(draft, size, content, where, wrap="none"):
    """Return a run with a drawing beside the text; `where` is relative to what, and where, twice."""
    free = (0, 0, 0, 0) if wrap == "none" else (3.6, 3.6, 9, 9)
    sides = " ".join(f'dist{side}="{emu(room)}"' for side, room in zip("TBLR", free, strict=True))
    order = f'relativeHeight="{draft.number()}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
    anchor = (
        f'<w:drawing><wp:anchor {sides} simplePos="0" {order}><wp:simplePos x="0" y="0"/>',
        *(axis(name, *place) for name, place in zip(("positionH", "positionV"), where, strict=True)),
        f'<wp:extent cx="{emu(size[0])}" cy="{emu(size[1])}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>',
        f'{WRAPS[wrap]}<wp:docPr id="{draft.number()}" name="Hình vẽ"/><wp:cNvGraphicFramePr/>',
        f"{content}</wp:anchor></w:drawing>",
    )
    drawing = "".join(anchor)
    return element("r", drawing if "pic:pic" in content else chosen(drawing))


def chosen(drawing):
    """Return a drawing of shapes, which older programs leave out."""
    needed = "wpg" if "wpg:" in drawing else "wps"
    choice = f'<mc:Choice Requires="{needed}">{drawing}</mc:Choice>'
    return f"<mc:AlternateContent>{choice}<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"


def inline(draft, size, content):
    """Return a run with a picture that stands in the line like a letter."""
    return element(
        "r",
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(size[0])}" cy="{emu(size[1])}"/><wp:docPr id="{draft.number()}" name="Hình"/>'
        f"{content}</wp:inline></w:drawing>",
    )


def photograph(draft):
    """Return the relation of a picture: bars of a chart."""
    image = Image.new("RGB", (240, 160), "white")
    pen = ImageDraw.Draw(image)
    for bar in range(6):
        pen.rectangle(
            (10 + 38 * bar, 150 - draft.dice.randint(20, 130), 38 + 38 * bar, 150), fill=(70, 110, 180)
        )
    kind = draft.dice.choice(("png", "jpeg"))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return draft.package.add_picture(buffer.getvalue(), kind)


def ruled_headings(draft):
    """A short line drawn under a heading, as under the motto."""
    for _ in range(draft.dice.randint(1, 2)):
        width = draft.dice.choice((90, 120, 160))
        line = graphic(SHAPES, shape((0, 0, width, 0), "line"))
        where = (("margin", "center"), ("paragraph", draft.dice.choice((16, 18))))
        drawn = floating(draft, (width, 0), line, where)
        draft.add(
            paragraph(
                run(draft.speech.heading(), b=True) + drawn,
                jc="center",
                spacing={"before": 120, "after": 120},
            )
        )
        draft.fill(1, 2)


def text_boxes(draft):
    """Boxes with words beside or above the text."""
    for _ in range(draft.dice.randint(1, 2)):
        words = paragraph(run(draft.speech.heading(), sz=24), jc="center") + paragraph(
            run(draft.speech.phrase(), sz=22)
        )
        width, height = draft.dice.choice(((150, 60), (180, 80)))
        wrap = draft.dice.choice(("square", "square", "topAndBottom"))
        box = graphic(
            SHAPES,
            shape((0, 0, width, height), words=words, fit=draft.dice.choice(("noAutofit", "spAutoFit"))),
        )
        where = (("column", draft.dice.choice((0, 290, 150))), ("paragraph", draft.dice.choice((4, 20))))
        draft.add(
            draft.plain(floating(draft, (width, height), box, where, wrap) + run(draft.speech.text(4, 7)))
        )
        draft.fill(1, 2)


def diagrams(draft):
    """A group of boxes joined by lines."""
    names = draft.dice.sample(("Sở Nội vụ", "Sở Tài chính", "Văn phòng", "Thanh tra tỉnh"), 3)
    boxes = [
        shape((150 * place, 0, 110, 34), words=paragraph(run(name, sz=22), jc="center"))
        for place, name in enumerate(names)
    ]
    lines = [shape((110 + 150 * place, 17, 40, 0), "line") for place in range(2)]
    area = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(410)}" cy="{emu(34)}"/>'
    inner = f'<a:chOff x="0" y="0"/><a:chExt cx="{emu(410)}" cy="{emu(34)}"/></a:xfrm>'
    shapes = "".join(boxes + lines)
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{area}{inner}</wpg:grpSpPr>{shapes}</wpg:wgp>"
    where = (("margin", "center"), ("paragraph", 6))
    draft.add(
        paragraph(
            floating(draft, (410, 34), graphic(GROUPS, group), where, "topAndBottom"), spacing={"after": 120}
        )
    )
    draft.fill(1, 2)


def pictures(draft):
    """Pictures in a line of their own, in a line of words, and with text around them."""
    width, height = draft.dice.choice(((180, 120), (240, 160)))
    held = graphic(PICTURES, picture(photograph(draft), width, height))
    if draft.chance(0.6):
        draft.add(paragraph(inline(draft, (width, height), held), jc="center", keepNext=True))
        draft.add(paragraph(run("Hình 1. Kết quả thực hiện", i=True), jc="center", spacing={"after": 120}))
    if draft.chance(0.6):
        where = (("column", draft.dice.choice((0, 260))), ("paragraph", draft.dice.choice((0, 10))))
        wrap = draft.dice.choice(("square", "square", "topAndBottom"))
        draft.add(
            draft.plain(floating(draft, (width, height), held, where, wrap) + run(draft.speech.text(5, 8)))
        )
        draft.fill(1, 2)
    small = graphic(PICTURES, picture(photograph(draft), 30, 20))
    draft.add(
        draft.plain(
            run(draft.speech.sentence() + " ")
            + inline(draft, (30, 20), small)
            + run(" " + draft.speech.text())
        )
    )


def old_drawings(draft):
    """A line and a text box as Word 2003 and 2007 wrote them."""
    line = (
        '<w:pict><v:line id="Line" style="position:absolute;z-index:1" from="150pt,18pt" to="300pt,18pt" '
        'strokeweight=".75pt"/></w:pict>'
    )
    draft.add(
        paragraph(
            run(draft.speech.heading(), b=True) + element("r", line), jc="center", spacing={"after": 120}
        )
    )
    words = paragraph(run(draft.speech.unit(), sz=24), jc="center")
    style = "position:absolute;margin-left:20pt;margin-top:6pt;width:120pt;height:32pt;z-index:2"
    held = f"<w:txbxContent>{words}</w:txbxContent>"
    inside = f'<v:textbox inset="4pt,4pt,4pt,4pt">{held}</v:textbox>'
    box = f'<w:pict><v:rect id="Box" style="{style}">{inside}</v:rect></w:pict>'
    draft.add(paragraph(element("r", box), spacing={"after": 720}))
    draft.fill(1, 2)
