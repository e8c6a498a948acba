"""Comments of a Word file as annotations of its PDF, read with pikepdf and Poppler."""

import io
import subprocess
from xml.etree import ElementTree as ET

import pytest
from commented import (
    annotations,
    begin,
    comment,
    end,
    notes,
    on,
    opened,
    point,
    with_comments,
    without_comments,
)
from described import par, text
from docx import Document
from drawn import drawing, shape
from likeness import libreoffice, likeness
from PIL import Image

from docgen.pdf import convert, to_pdf

HTML = "{http://www.w3.org/1999/xhtml}"
LONG = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan tham mưu Ủy ban nhân dân tỉnh. " * 3
GONE = "<w:del><w:r><w:delText>đã bỏ</w:delText></w:r>{}</w:del>"
PAGE = '<w:r><w:br w:type="page"/></w:r>'
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
GRID = '<w:gridCol w:w="2000"/>'


def row(*cells, mark="", turn='<w:tcW w:w="2000" w:type="dxa"/>'):
    inside = "".join(f"<w:tc><w:tcPr>{turn}</w:tcPr>{content}</w:tc>" for content in cells)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inside}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblGrid>{2 * GRID}</w:tblGrid>{''.join(rows)}</w:tbl>"


FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>99</w:t></w:r></w:fldSimple>'
TURNED = '<w:tcW w:w="600" w:type="dxa"/><w:textDirection w:val="btLr"/>'
SIGNS = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
SIGNS = f'<w:comment w:id="1"><w:p><w:r>{SIGNS}</w:r></w:p></w:comment>'
WORDS = {
    "words": (par(text("a ") + on("b", 1) + text(" c")), "b"),
    "several runs": (par(begin(1) + text("a ") + text("b", "<w:b/>") + end(1) + text(" c")), "a b"),
    "lines": (par(begin(1) + text(LONG) + end(1) + text("a"), '<w:jc w:val="both"/>'), LONG),
    "paragraphs": (par(text("a ") + begin(1) + text("b")) + par(text("c") + end(1) + text(" d")), "b c"),
    "between paragraphs": (par(text("a")) + begin(1) + par(text("b")) + end(1) + par(text("c")), "b"),
    "a cell": (table(row(par(on("a", 1)), par(text("b")))), "a"),
    "cells": (table(row(par(begin(1) + text("a")), par(text("b") + end(1)))) + par(text("c")), "a b"),
    "a turned cell": (table(row(par(text("a ") + on("b", 1)), par(text("c")), turn=TURNED)), "b"),
    "inserted words": (par(f"<w:ins>{on('a', 1)}</w:ins>{text(' b')}"), "a"),
    "beside deleted words": (par(begin(1) + GONE.format("") + text("a") + end(1) + text(" b")), "a"),
    "behind a field": (par(FIELD + text(" a ") + on("b", 1) + text(" c")), "b"),
    "a field": (par(text("a ") + begin(1) + FIELD + end(1) + text(" b")), "1"),
    "behind a tab": (par(text("a") + TAB + on("b", 1) + text(" c"), '<w:jc w:val="both"/>'), "b"),
    "around a tab": (par(text("a ") + begin(1) + text("b") + TAB + text("c") + end(1) + text(" d")), "b c"),
    "around a page break": (par(text("a ") + begin(1) + text("b") + PAGE + text("c") + end(1)), "b c"),
    "behind a page break": (par(text("a") + begin(1) + PAGE + text("b") + end(1) + text(" c")), "b"),
    "around an empty line": (par(begin(1) + text("a") + BREAK * 2 + text("b") + end(1) + text(" c")), "a b"),
    "around an empty paragraph": (par(begin(1)) + par(text("a") + end(1) + text(" b")), "a"),
}
AT_A_POINT = {
    "a point": par(text("a ") + point(1) + text("b")),
    "an empty range": par(text("a") + begin(1) + end(1)),
    "an empty paragraph": par(begin(1) + end(1), '<w:jc w:val="center"/>'),
    "a start without an end": par(text("a ") + begin(1) + text("b")) + par(text("c")),
    "an end before its start": par(end(1) + text("a ") + begin(1) + text("b")),
    "deleted words": par(begin(1) + GONE.format("") + end(1) + text("a")),
    "inside of deleted words": par(text("a") + GONE.format(begin(1) + end(1))),
    "a deleted paragraph": (
        par(begin(1) + GONE.format("") + end(1), "<w:rPr><w:del/></w:rPr>") + par(text("a"))
    ),
    "a deleted row": table(row(par(text("a"))), row(par(on("b", 1)), mark="<w:del/>")) + par(text("c")),
    "a deleted row at the beginning": table(row(par(on("b", 1)), mark="<w:del/>")) + par(text("c")),
    "below the last paragraph": par(text("a")) + begin(1) + end(1),
    "a blank at the end of a line": par(text("a") + on(" ", 1)),
    "hidden words": par(text("a ") + begin(1) + text("b", "<w:vanish/>") + end(1)),
    "before a page break": par(point(1) + PAGE + text("a")),
    "a page break": par(begin(1) + PAGE + end(1)),
    "between a tab and a page break": par(TAB + point(1) + PAGE),
}


def poppler_words(pdf):
    """Return the words that Poppler finds on each page, with their boxes from the upper left corner."""
    command = ["pdftotext", "-bbox", "-", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    sides = ("xMin", "yMin", "xMax", "yMax")
    return [
        [(word.text, *(float(word.get(side)) for side in sides)) for word in page.iter(f"{HTML}word")]
        for page in ET.fromstring(printed).iter(f"{HTML}page")  # noqa: S314 - Poppler's own
    ]


def quads(annotation, height):
    """Return the boxes of a highlight, from the upper left corner of its page: left, top, right, bottom."""
    figures = [float(figure) for figure in annotation.QuadPoints]
    return [
        (figures[at], height - figures[at + 1], figures[at + 2], height - figures[at + 5])
        for at in range(0, len(figures), 8)
    ]


def tinted(docx):
    """Return the words whose middle lies on a highlight, and the others."""
    found, others = [], []
    with opened(docx) as pdf:
        heights = [float(page.MediaBox[3]) for page in pdf.pages]
        for on_page, words, height in zip(
            annotations(pdf), poppler_words(to_pdf(docx)), heights, strict=True
        ):
            boxes = [box for one in on_page if one.Subtype == "/Highlight" for box in quads(one, height)]
            for word, left, top, right, bottom in words:
                x, y = (left + right) / 2, (top + bottom) / 2
                hit = any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)
                (found if hit else others).append(word)
    return " ".join(found), others


@pytest.mark.parametrize("name", WORDS)
def test_words_are_highlighted(name):
    body, words = WORDS[name]
    docx = with_comments(body, {1: "Xem lại"})
    assert {kind for page in notes(docx) for kind, _ in page} == {"Highlight"}
    assert {said for page in notes(docx) for _, said in page} == {"Xem lại"}
    assert tinted(docx)[0] == " ".join(words.split())


@pytest.mark.parametrize("name", AT_A_POINT)
def test_a_point_has_an_icon(name):
    docx = with_comments(AT_A_POINT[name], {1: "Xem lại"})
    assert [found for page in notes(docx) for found in page] == [("Text", "Xem lại")]


@pytest.mark.parametrize("name", [*WORDS, *AT_A_POINT])
def test_comments_move_nothing(name):
    body = WORDS[name][0] if name in WORDS else AT_A_POINT[name]
    with opened(with_comments(body, {1: "Xem lại"})) as pdf, opened(without_comments(body)) as plain:
        told = [[page.Contents.read_bytes() for page in one.pages] for one in (pdf, plain)]
    assert told[0] == told[1]


def test_an_icon_stands_at_its_point():
    docx = with_comments(par(text("một ") + point(1) + text("hai")), {1: "Xem lại"})
    (words,) = poppler_words(to_pdf(docx))
    with opened(docx) as pdf:
        left, _, _, top = map(float, pdf.pages[0].Annots[0].Rect)
        height = float(pdf.pages[0].MediaBox[3])
    _, (_, start, upper, _, lower) = words
    assert left == pytest.approx(start, abs=0.1)
    assert upper - 9 < height - top < lower


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_an_icon_of_an_empty_paragraph_stands_as_it_is_aligned(align, share):
    body = par(begin(1) + end(1), f'<w:jc w:val="{align}"/>')
    with opened(with_comments(body, {1: "Xem lại"})) as pdf:
        left = float(pdf.pages[0].Annots[0].Rect[0])
        width = float(pdf.pages[0].MediaBox[2])
    margins = 1701 / 20, 850 / 20
    assert left == pytest.approx(margins[0] + share * (width - sum(margins)), abs=0.1)


def test_comments_may_overlap_and_come_in_reading_order():
    nested = begin(1) + text("a ") + on("b", 2) + text(" c") + end(1)
    crossing = begin(3) + text("d ") + begin(4) + text("e ") + end(3) + text("f") + end(4)
    docx = with_comments(par(nested) + par(crossing), {4: "bốn", 3: "ba", 2: "hai", 1: "một"})
    assert [said for _, said in notes(docx)[0]] == ["một", "hai", "ba", "bốn"]
    assert tinted(docx) == ("a b c d e f", [])


def test_words_on_two_pages_are_highlighted_on_both():
    docx = with_comments(par(begin(1) + text(LONG * 30) + end(1)), {1: "Dài quá"})
    assert notes(docx) == [[("Highlight", "Dài quá")]] * 3
    assert tinted(docx)[1] == []


def test_a_section_further_on_and_a_heading_on_each_page():
    head = "<w:tblHeader/>"
    rows = [row(par(text(str(number)))) for number in range(90)]
    body = f"một\n---\n{table(row(par(on('đầu', 1)), mark=head), *rows)}\n{par(on('hai', 2))}"
    assert notes(with_comments(body, {1: "một", 2: "hai"})) == [
        [],
        [("Highlight", "một")],
        [],
        [("Highlight", "hai")],
    ]


def test_comments_in_notes_and_boxes():
    note = f'<w:footnote w:id="1">{par(on("chú thích", 1))}</w:footnote>'
    body = par(text("a") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert notes(with_comments(body, {1: "Nguồn?"}, footnotes=note)) == [[("Highlight", "Nguồn?")]]
    box = f"<w:pict><v:rect style='width:90pt;height:40pt'><v:textbox><w:txbxContent>{par(on('b', 1))}"
    body = par(f"<w:r>{box}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>")
    assert tinted(with_comments(body, {1: "Khung?"})) == ("b", [])


@pytest.mark.parametrize(
    ("written", "contents", "author", "date"),
    [
        (comment(1, "Một.", "Hai.", author="Trần An"), "Một.\rHai.", "Trần An", None),
        (comment(1, "a", "b", author="A"), "a\rb", "A", None),
        (comment(1, "a", author="A", date="2024-05-01T10:20:30Z"), "a", "A", "D:20240501102030"),
        (comment(1, "a", author="A", date="0001-13-01"), "a", "A", None),
        (comment(1, "a", author="A", date="0001-01-01T10:20:30"), "a", "A", None),
        (comment(1, author=""), "(nhận xét không có chữ)", None, None),
        (comment(1, "đầu") + comment(1, "sau"), "đầu", "An", None),
        (SIGNS, "a\tb\rc", None, None),
    ],
)
def test_what_a_comment_says(written, contents, author, date):
    with opened(with_comments(par(on("a", 1)), written)) as pdf:
        (note,) = pdf.pages[0].Annots
        told = [None if note.get(key) is None else str(note.get(key)) for key in ("/Contents", "/T", "/M")]
    assert told == [contents, author, date]


def test_a_picture_is_tinted_whole():
    shown = drawing(shape(), kind="inline").removeprefix("<w:p>").removesuffix("</w:p>")
    with opened(with_comments(par(begin(1) + shown + end(1)), {1: "Hình nào?"})) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].Annots[0].Rect)
    assert (right - left, top - bottom) == pytest.approx((72, 72))


def test_the_original_has_comments_on_its_own_words():
    gone = f"{begin(2)}<w:r><w:delText>cũ</w:delText></w:r>{end(2)}"
    body = par(f"<w:ins>{on('mới', 1)}</w:ins><w:del>{gone}</w:del>")
    with opened(with_comments(body, {1: "thêm", 2: "bỏ"}), changes="original") as pdf:
        found = [(str(one.Subtype), str(one.Contents)) for one in pdf.pages[0].Annots]
    assert found == [("/Text", "thêm"), ("/Highlight", "bỏ")]


@pytest.fixture(scope="module")
def archive():
    body = "\n".join([WORDS["paragraphs"][0], AT_A_POINT["an empty paragraph"].replace('"1"', '"2"')])
    second = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + par(on("c", 3))
    with opened(with_comments(body + second, {1: "một", 2: "hai", 3: "ba"})) as pdf:
        yield pdf


def test_annotations_are_those_of_an_archive(archive):
    """ISO 19005-2, 6.3.2 and 6.3.3: they are printed, and look the same everywhere."""
    found = [one for on_page in annotations(archive) for one in on_page]
    assert [(str(one.Subtype), int(one.F)) for one in found] == [
        ("/Highlight", 4),
        ("/Text", 28),
        ("/Highlight", 4),
    ]
    for one in found:
        assert list(one.AP.keys()) == ["/N"]
        assert one.AP.N.Subtype == "/Form"
        assert b"/G gs" in one.AP.N.read_bytes()
        assert one.AP.N.Resources.ExtGState.G.BM == "/Multiply"
        box = [float(figure) for figure in one.Rect]
        assert box[0] < box[2]
        assert box[1] < box[3]
        assert str(one.Contents)
    with archive.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"
    assert archive.check_pdf_syntax() == []


def test_annotations_have_their_place_in_the_structure(archive):
    """ISO 32000-1, 14.7.4.4: an element "Annot" in the paragraph, told in both directions."""
    numbers = archive.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    assert archive.Root.StructTreeRoot.ParentTreeNextKey == len(owners)
    for page in archive.pages:
        assert page.Tabs == "/S"
        for one in page.Annots:
            element = owners[int(one.StructParent)]
            assert element.S == "/Annot"
            assert element.K[0].Type == "/OBJR"
            assert element.K[0].Obj.objgen == one.objgen
            assert element.Pg.objgen == page.objgen
            assert element.P.S == "/P"
            assert element.objgen in [kid.objgen for kid in element.P.K if not isinstance(kid, int)]
            assert element.P.objgen in [kid.objgen for kid in archive.Root.StructTreeRoot.K[0].K]


def test_without_tags_there_are_comments_too():
    with opened(with_comments(par(on("a", 1)), {1: "một"}), tagged=False) as pdf:
        (note,) = pdf.pages[0].Annots
        assert (str(note.Contents), "/StructParent" in note) == ("một", False)


def test_letters_stay_legible_on_the_tint():
    pdf = to_pdf(with_comments(par(on("HHHH", 1)), {1: "một"}))
    command = ["pdftoppm", "-r", "150", "-png", "-singlefile", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True)
    assert printed.stderr == b""
    colors = {color: count for count, color in Image.open(io.BytesIO(printed.stdout)).getcolors(100_000)}
    assert colors[(255, 240, 176)] > 500
    assert colors[(0, 0, 0)] > 100


def test_lines_are_those_of_libreoffice(tmp_path):
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    for number in range(25):
        runs = [document.add_paragraph().add_run(LONG)]
        runs.append(document.paragraphs[-1].add_run(LONG[: 7 * number]))
        document.add_comment(runs[number % 2 :], f"Nhận xét {number}", author="An")
    buffer = io.BytesIO()
    document.save(buffer)
    theirs = libreoffice({"a": buffer.getvalue()}, tmp_path)["a"]
    compared = likeness(theirs, to_pdf(buffer.getvalue()))
    assert (compared.share, compared.same_content) == (1, True)
    assert sum(map(len, notes(buffer.getvalue()))) >= 25


def told(docx):
    return [(one.place, one.message) for one in convert(docx).warnings]


@pytest.mark.parametrize("name", [*WORDS, *AT_A_POINT])
def test_what_is_shown_is_not_warned_of(name):
    body = WORDS[name][0] if name in WORDS else AT_A_POINT[name]
    assert "nhận xét" not in str(told(with_comments(body, {1: "Xem lại"})))


LOST = {
    "none of the file": (par(on("a", 7)), "đoạn “a”", "1 nhận xét (comment) không in ra."),
    "a hidden paragraph": (
        par(text("a"))
        + par(on("b", 1), "<w:rPr><w:vanish/></w:rPr>").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
        "đoạn “b”",
        "1 nhận xét (comment) không in ra.",
    ),
    "a file without paragraphs": (
        begin(1) + end(1),
        "đoạn không có chữ",
        "1 nhận xét (comment) không in ra.",
    ),
    "several": (
        par(on("a", 7)) + par(on("b", 8)),
        "đoạn “a” và 1 chỗ khác",
        "2 nhận xét (comment) không in ra.",
    ),
    "a row too low": (
        table(row(par(text("a")) + par(on("b", 1)), mark='<w:trHeight w:val="200" w:hRule="exact"/>')),
        "nhận xét “Xem lại”",
        "không có trong PDF vì chỗ được nhận xét không hiện trên trang nào.",
    ),
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_not_shown_is_told(name):
    body, place, message = LOST[name]
    docx = with_comments(body, {1: "Xem lại"})
    assert (place, message) in told(docx)
    assert notes(docx) == [[]]


def test_a_part_that_is_broken_is_as_none():
    docx = with_comments(par(on("a", 1)), "<w:comment")
    assert told(docx) == [("đoạn “a”", "1 nhận xét (comment) không in ra.")]


def test_long_ones_are_cut_at_the_limit_of_the_format():
    docx = with_comments(par(on("a", 1)), {1: "😀" * 9000})
    ((_, message),) = told(docx)
    assert message == "nhận xét dài 9000 ký tự, PDF chỉ giữ 8000 ký tự đầu."
    (((_, said),),) = notes(docx)
    assert said == "😀" * 7999 + "…"
    assert len(f"\ufeff{said}".encode("utf-16-be")) <= 32_767


def test_too_many_on_the_same_words_become_points():
    docx = with_comments(par(on("a", *range(25))), {key: str(key) for key in range(25)})
    assert sorted(kind for kind, _ in notes(docx)[0]) == ["Highlight"] * 20 + ["Text"] * 5
    ((_, message),) = told(docx)
    assert "hơn 20 nhận xét chồng lên nhau" in message


def test_thousands_take_no_longer_than_they_are_many():
    """Five thousand open comments on as many words, then paragraphs: without limits 25 million marks."""
    count = 5000
    marks = "".join(map(begin, range(count))) + text(LONG * 400) + "".join(map(end, range(count)))
    body = par(marks) + par(text(LONG)) * 100
    docx = with_comments(body, "".join(comment(key, "x") for key in range(count)))
    assert sum(map(len, notes(docx))) >= 2000
    assert any(message == "3000 nhận xét (comment) không in ra." for _, message in told(docx))
