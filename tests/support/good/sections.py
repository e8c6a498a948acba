"""Sections: paper, margins, columns, page numbers in the middle of the top margin, none on the first page."""

FIELD = (
    '<w:r>{face}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{face}<w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r>{face}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{face}<w:t>2</w:t></w:r>'
    '<w:r>{face}<w:fldChar w:fldCharType="end"/></w:r>'
)
GALLERY = (
    '<w:sdt><w:sdtPr><w:id w:val="1001"/><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
)


def section(make, *, continuous=False, columns=(), restart=False, landscape=False, bare=False):
    """Return `sectPr`; its headers are the first two parts related to the document; none when `bare`."""
    headers = (
        ""
        if bare
        else (
            '<w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
        )
    )
    wide, high = (16838, 11906) if landscape else (11906, 16838)
    turned = ' w:orient="landscape"' if landscape else ""
    top, bottom, left, right = make.margins
    margins = (
        f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" w:footer="567"'
    )
    first = "" if bare else {"google": '<w:titlePg w:val="1"/>'}.get(make.look, "<w:titlePg/>")
    size = f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar {margins} w:gutter="0"/>'
    numbers = '<w:pgNumType w:start="1"/>' if restart else ""
    if continuous:
        return f'<w:sectPr><w:type w:val="continuous"/>{size}{numbers}{_columns(columns)}</w:sectPr>'
    return f"<w:sectPr>{headers}{size}{numbers}{_columns(columns)}{first}</w:sectPr>"


def numbered(paper):
    """Return the header of every page but the first: its number."""
    form = paper.forms["số trang"]
    face = f"<w:rPr>{paper.look.face(form)}</w:rPr>"
    if paper.make.look == "styles":
        return GALLERY.format(paper.paragraph("số trang", runs=FIELD.format(face="")))
    if paper.make.numbering == "auto":
        run = f"<w:r>{face}<w:t>2</w:t></w:r>"
        return paper.paragraph("số trang", runs=f'<w:fldSimple w:instr=" PAGE ">{run}</w:fldSimple>')
    return paper.paragraph("số trang", runs=FIELD.format(face=face))


def _columns(widths):
    if not widths:
        return ""
    told = "".join(
        f'<w:col w:w="{wide}" w:space="{400 if not at else 0}"/>' for at, wide in enumerate(widths)
    )
    return f'<w:cols w:num="{len(widths)}" w:space="400" w:equalWidth="0">{told}</w:cols>'
