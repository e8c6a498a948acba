"""Word files made to hurt, by name."""

import struct
import zlib

from packages import arrow, docx, listing
from wordfile import NAMESPACES, WordFile, word_file

WORDS = "chữ " * 50
RUN = "<w:r>{}<w:t>{}</w:t></w:r>"
CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
STYLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
A4 = 'w:w="11906" w:h="16838"'
MILE = 99_999_999_999
DRAWN = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/><a:graphic><a:graphicData>{1}</a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
BOX = "<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
PICTURE = (
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr/>'
    '<pic:blipFill><a:blip r:embed="rIdX"/></pic:blipFill><pic:spPr/></pic:pic>'
)
OLD_PICTURE = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:72pt;height:72pt">'
    '<v:imagedata r:id="rIdX"/></v:shape></w:pict></w:r>'
)
INCH = 914_400


def paragraph(properties="", runs="", face=""):
    """Return a paragraph as XML: these runs, or some words of this face."""
    words = runs or RUN.format(f"<w:rPr>{face}</w:rPr>", WORDS)
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def body(*blocks, **parts):
    """Return a file whose body is this XML."""
    return word_file("".join(blocks), **parts)


def row(*cells, properties=""):
    """Return a row as XML."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows, grid=""):
    """Return a file of one table."""
    return body(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>")


def nested_tables(depth):
    """Return a file of tables within each other."""
    inner = row(CELL.format(""))
    for _ in range(depth):
        inner = row(f"<w:tc><w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl><w:p/></w:tc>")
    return table(inner)


def page(size, margins="", more=""):
    """Return a file with a first page of this size and these margins."""
    section = f"<w:sectPr><w:pgSz {size}/><w:pgMar {margins}/>{more}</w:sectPr>"
    return body(paragraph(), f"<w:p><w:pPr>{section}</w:pPr></w:p>")


def all_margins(twips):
    """Return the four margins of a page."""
    return " ".join(f'w:{side}="{twips}"' for side in ("top", "right", "bottom", "left"))


def with_part(text, kind, target, content=None):
    """Return a file with a part that its document knows as "rIdX"; outside of it when there is no content."""
    parts = WordFile(text).parts()
    links = parts["word/_rels/document.xml.rels"]
    more = f"{arrow('rIdX', kind, target, external=content is None)}</Relationships>"
    linked = {"word/_rels/document.xml.rels": links.replace("</Relationships>", more)}
    return docx(parts | linked | ({} if content is None else {f"word/{target}": content}))


def noted(*notes, kind="footnote"):
    """Return a file with notes, each of these words and referred to once."""
    stories = (f'<w:{kind} w:id="{at}"><w:p>{words}</w:p></w:{kind}>' for at, words in enumerate(notes, 1))
    marks = (f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>' for at in range(1, len(notes) + 1))
    story = f"<w:{kind}s {NAMESPACES}>{''.join(stories)}</w:{kind}s>"
    return with_part(paragraph(runs="".join(marks)), f"{kind}s", f"{kind}s.xml", story)


def boxed(depth, size=INCH):
    """Return text boxes within each other, as XML."""
    inner = paragraph()
    for _ in range(depth):
        inner = f"<w:p>{DRAWN.format(size, BOX.format(inner))}</w:p>"
    return inner


def pictured(name, data, size=INCH):
    """Return a file with a picture."""
    return with_part(f"<w:p>{DRAWN.format(size, PICTURE)}</w:p>", "image", f"media/{name}", data)


def linked_outside(kind, target):
    """Return a file that asks in all ways that there are for something at `target`."""
    asked = (
        DRAWN.format(INCH, PICTURE),
        DRAWN.format(INCH, PICTURE.replace("r:embed", "r:link")),
        OLD_PICTURE,
        f'<w:fldSimple w:instr=" INCLUDEPICTURE {target} ">{RUN.format("", WORDS)}</w:fldSimple>',
        f'<w:hyperlink r:id="rIdX">{RUN.format("", WORDS)}</w:hyperlink>',
        '<w:subDoc r:id="rIdX"/>',
    )
    section = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rIdX"/></w:sectPr></w:pPr></w:p>'
    )
    return with_part(paragraph(runs="".join(asked)) + section, kind, target)


def png(width, height):
    """Return a picture that says how large it is, and holds a million bytes."""

    def chunk(name, data=b""):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(bytes(10**6)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND")


def many(template, count):
    """Return XML again and again, each with its number."""
    return "".join(template.format(number) for number in range(count))


def every_letter():
    """Return the letters below U+3000 that XML may hold and that end no line."""
    letters = map(chr, range(0x20, 0x3000))
    return "".join(letter for letter in letters if letter not in "<&" and not f"a{letter}b".splitlines()[1:])


TABLES = {
    "5,000,000 columns": table(row(CELL.format('<w:gridSpan w:val="5000000"/>'))),
    "5,000,000 columns before": table(row(CELL.format(""), properties='<w:gridBefore w:val="5000000"/>')),
    "2,000 columns": table(row(CELL.format("") * 2000), grid='<w:gridCol w:w="1"/>' * 2000),
    "a negative grid": table(row(CELL.format('<w:tcW w:w="-5"/>')), grid='<w:gridCol w:w="-9000"/>'),
    "rows of no cells": table(row() * 3),
    "a table of no rows": table(),
    "a row a mile high": table(row(CELL.format(""), properties='<w:trHeight w:val="99999999"/>')),
    "merged from nowhere": table(row(CELL.format("<w:vMerge/>")) * 9),
    "5,000 rows": table(row(CELL.format("") * 4) * 5000, grid='<w:gridCol w:w="900"/>' * 4),
    "all rows are headers": table(row(CELL.format(""), properties="<w:tblHeader/>") * 300),
    "tables in tables": nested_tables(9),
}
PAGES = {
    "a page of nothing": page('w:w="0" w:h="0"'),
    "a page of a twip": page('w:w="1" w:h="1"'),
    "a negative page": page('w:w="-11906" w:h="-16838"'),
    "a page of a mile": page('w:w="99999999" w:h="99999999"'),
    "margins beyond the page": page(A4, all_margins(90_000)),
    "negative margins": page(A4, all_margins(-9000)),
    "1,000 columns of text": page(A4, "", '<w:cols w:num="1000" w:space="9999"/>'),
    "3,000 sections": body("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 3000),
    "5,000 page breaks": body('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 5000),
    "5,000 column breaks": body('<w:p><w:r><w:br w:type="column"/></w:r></w:p>' * 5000),
    "20,000 empty paragraphs": body("<w:p/>" * 20_000),
    "all kept with the next": body(paragraph("<w:keepNext/><w:keepLines/>") * 2000),
    "a header higher than the page": body("<w:p/>", header="đầu trang " * 3000),
    "a footer higher than the page": body(paragraph() * 3, footer="chân trang " * 3000),
}
LETTERS = {
    "letters of no size": body(paragraph(face='<w:sz w:val="0"/>')),
    "letters a page high": body(paragraph(face='<w:sz w:val="3276"/>')),
    "letters beyond measure": body(paragraph(face='<w:sz w:val="99999999"/>')),
    "letters over each other": body(paragraph(face='<w:spacing w:val="-9999"/>')),
    "letters of no width": body(paragraph(face='<w:w w:val="0"/>')),
    "lines of no height": body(paragraph('<w:spacing w:line="0" w:lineRule="exact"/>') * 50),
    "lines that go up": body(paragraph('<w:spacing w:line="-240" w:before="-999" w:after="-999"/>') * 50),
    "indents beyond the page": body(
        paragraph('<w:ind w:left="99999" w:right="99999" w:firstLine="-999999"/>')
    ),
    "2,000 tabs": body(
        paragraph(
            "<w:tabs>" + many('<w:tab w:pos="{}"/>', 2000) + "</w:tabs>", many("<w:r><w:tab/></w:r>", 2000)
        )
    ),
    "a tab stop far away": body(
        paragraph(
            '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="99999999"/></w:tabs>', "<w:r><w:tab/></w:r>"
        )
    ),
    "a word of 200,000 letters": body(paragraph(runs=RUN.format("", "đ" * 200_000))),
    "200,000 words": body(paragraph(runs=RUN.format("", "chữ " * 200_000))),
    "50,000 runs": body(paragraph(runs=RUN.format("", "a") * 50_000)),
    "every letter": body(paragraph(runs=RUN.format("", every_letter()))),
    "styles in a circle": body(
        paragraph('<w:pStyle w:val="A"/>'), styles=STYLE.format("A", "B") + STYLE.format("B", "A")
    ),
    "2,000 styles in a row": body(
        paragraph('<w:pStyle w:val="S1999"/>'),
        styles="".join(STYLE.format(f"S{at}", f"S{at - 1}") for at in range(2000)),
    ),
}
FIELDS = {
    "fields never closed": body(paragraph(runs=FIELD.format("begin") * 2000 + RUN.format("", WORDS))),
    "fields in fields": body(
        paragraph(runs="".join(FIELD.format(kind) * 2000 for kind in ("begin", "separate", "end")))
    ),
    "a field of no name": body(
        paragraph(runs=f'<w:fldSimple w:instr="">{RUN.format("", WORDS)}</w:fldSimple>')
    ),
    "a note within itself": noted(RUN.format("", "chữ") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
    "an endnote within itself": noted('<w:r><w:endnoteReference w:id="1"/></w:r>', kind="endnote"),
    "2,000 notes in a line": noted(*[RUN.format("", "chú thích")] * 2000),
    "a note longer than pages": noted(RUN.format("", "chú thích " * 20_000)),
}
DRAWINGS = {
    "boxes in boxes": body(boxed(8)),
    "a box a mile wide": body(boxed(1, MILE)),
    "a box of no size": body(boxed(1, 0)),
    "a box of negative size": body(boxed(1, -INCH)),
    "2,000 boxes": body(boxed(1) * 2000),
    "a picture of 30,000 × 30,000": pictured("a.png", png(30_000, 30_000)),
    "a picture of 2 billion squared": pictured("a.png", png(2**31 - 1, 2**31 - 1)),
    "a picture of nothing": pictured("a.png", png(0, 0)),
    "a picture cut off": pictured("a.png", png(10, 10)[:40]),
    "a picture that is text": pictured("a.jpeg", b"chu"),
    "a photograph without a frame": pictured("a.jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\xff" * 5000),
    "a drawing that runs": pictured(
        "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>'
    ),
    "a picture as large as a town": pictured("a.png", png(10, 10), MILE),
}
PARTS = {
    "no body": docx({"word/document.xml": f"<w:document {NAMESPACES}/>"}),
    "another root": docx({"word/document.xml": "<html/>"}),
    "a header that is the document": docx(
        WordFile(paragraph(), header="x").parts()
        | {"word/_rels/document.xml.rels": listing(arrow("rId1", "header", "document.xml"))}
    ),
}
HOSTILE = TABLES | PAGES | LETTERS | FIELDS | DRAWINGS | PARTS
