"""Drawings for Word files, as XML."""

from described import par, run

SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PEN = '<a:ln w="6350"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
INCH = 'cx="914400" cy="914400"'
LEVEL = 'cx="1270000" cy="0"'
PLACE = (
    '<wp:positionH relativeFrom="{0}"><wp:{1}>{2}</wp:{1}></wp:positionH>'
    '<wp:positionV relativeFrom="{3}"><wp:posOffset>25400</wp:posOffset></wp:positionV>'
)


def drawing(graphic, *, extent=INCH, inside="", kind="anchor", told="", uri=SHAPE):
    """Return a paragraph with a `w:drawing`; `inside` stands in its frame, `told` are attributes of it."""
    data = f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'
    frame = f"<wp:{kind} {told}>{inside}<wp:extent {extent}/>{data}</wp:{kind}>"
    return par(run(f"<w:drawing>{frame}</w:drawing>"))


def shape(preset="rect", look=PEN, *, frame="", body="<wps:bodyPr/>", words="", style=""):
    """Return a `wps:wsp`; `look` is its fill and pen, `words` are the paragraphs in it."""
    geometry = f'<a:prstGeom prst="{preset}"/>' if preset else ""
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return f"<wps:wsp><wps:spPr>{frame}{geometry}{look}</wps:spPr>{style}{box}{body}</wps:wsp>"


def frame(left, top, width, height, told="", inner=""):
    """Return an `a:xfrm` in points."""
    left, top, width, height = (round(length * 12_700) for length in (left, top, width, height))
    place = f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
    return f"<a:xfrm {told}>{place}{inner}</a:xfrm>"


def picture(name, more="", look=""):
    """Return a `pic:pic` that shows the relationship `name`."""
    return (
        f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/>{more}</pic:blipFill>'
        f"<pic:spPr>{look}</pic:spPr></pic:pic>"
    )


def old(content, holder="pict"):
    """Return a paragraph with an old drawing."""
    return par(run(f"<w:{holder}>{content}</w:{holder}>"))
