"""The lines under components: drawn, in VML, as the border of a paragraph, or of underscores."""

EMU = 635  # in a twip
UNDERSCORE = 8  # points; an underscore of Times is half an em wide
PICTURE = 'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def drawn(start, down, length, number):
    """Return a run with a connector `start` from the column and `down` from the paragraph, in twips."""
    x, y, wide = (round(value * EMU) for value in (start, down, length))
    shape = (
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic><a:graphicData {PICTURE}>{shape}</a:graphicData></a:graphic></wp:anchor>"
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{_line(start, down, length, number)}</w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def vml(start, down, length, number):
    """Return the same as a line of VML, as Word 2007 and WPS write it."""
    return f"<w:r><w:pict>{_line(start, down, length, number)}</w:pict></w:r>"


def _line(start, down, length, number):
    x, y, end = start / 20, down / 20, (start + length) / 20
    return (
        f'<v:line id="Line{number}" style="position:absolute;z-index:{number}" from="{x:.2f}pt,{y:.2f}pt" '
        f'to="{end:.2f}pt,{y:.2f}pt" strokecolor="black" strokeweight=".75pt"/>'
    )


DRAWN = {"drawing": drawn, "vml": vml}


def underscores(length):
    """Return as many underscores as are about so long, in twips."""
    return "_" * round(length / (UNDERSCORE * 10))


def border(length, room):
    """Return the border and the indents of an empty paragraph that shows a line in the middle of `room`."""
    side = round((room - length) / 2)
    edge = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return edge, f'<w:ind w:left="{side}" w:right="{side}"/>'
