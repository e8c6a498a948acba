"""Stamps and pictures of signing by computer, spoiled in one place."""

import io

import good
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.run import Run
from PIL import Image, ImageDraw
from plant import planted
from spoiled import fixable, found, mended, newly_found

from docgen.check import Settings, check
from docgen.package import open_package

INFO, WARNING = "info", "warning"
STAMP = "Số: 09/KH-SNV; 19/01/2026; 15:40:12 +07:00"
COPY = "SAO Y; Sở Nội vụ tỉnh Gia Lai; 10/6/2026; 10:25:30 +07:00"
APPENDIX, COPIED = (good.document(name) for name in ("phu-luc-dien-tu", "ban-sao-dien-tu"))


def set_face(words, **face):
    return lambda file: file.paragraph(words).run(words, **face)


def formatted(words, **layout):
    return lambda file: file.paragraph(words).format(**layout)


def replaced(old, new):
    return lambda file: file.replace(old, new)


@pytest.mark.parametrize("make", [make.name for make in good.MAKES])
@pytest.mark.parametrize("name", ["phu-luc-dien-tu", "ban-sao-dien-tu"])
def test_a_right_stamp_is_clean_in_every_make(name, make):
    assert "X02" not in {rule for rule, _ in found(good.document(name, make))}


@pytest.mark.parametrize(
    ("data", "change", "mends"),
    [
        (APPENDIX, set_face(STAMP, size=12), True),
        (APPENDIX, set_face(STAMP, italic=True), True),
        (APPENDIX, set_face(STAMP, bold=True), True),
        (APPENDIX, formatted(STAMP, align="left"), True),
        (APPENDIX, replaced(" +07:00", ""), False),
        (APPENDIX, replaced("+07:00", "+08:00"), False),
        (APPENDIX, replaced("15:40:12", "15:40"), False),
        (APPENDIX, replaced("19/01/2026", "31/02/2026"), False),
        (APPENDIX, replaced("Số: 09/KH-SNV", "Số: 09"), False),
        (COPIED, set_face(COPY, size=13), True),
        (COPIED, formatted(COPY, align="center"), True),
        (COPIED, replaced("Sở Nội vụ tỉnh Gia Lai; ", ""), False),
        (COPIED, replaced("10/6/2026; ", ""), False),
    ],
)
def test_a_spoiled_stamp_is_found_and_its_look_mended(data, change, mends):
    file = planted(data)
    change(file)
    spoiled = file.bytes()
    assert newly_found(data, spoiled) == {("X02", WARNING)}
    assert fixable(spoiled, "X02") is mends
    assert newly_found(data, mended(spoiled)) == (set() if mends else {("X02", WARNING)})


@pytest.mark.parametrize(
    "words",
    [
        "Số: …/KH-SNV; …/…/2026; …:…:… +07:00",
        "Số: ……; ngày/tháng/năm; giờ: phút: giây",
        "Số: 09/KH-SNV; 2026-01-19T15:40:12+07:00",
        "Số: 09/KH-SNV; ngày 19/01/2026 15:40:12 +07:00;",
    ],
)
def test_blank_stamps_and_other_right_ones_are_left_alone(words):
    file = planted(APPENDIX).replace(STAMP, words)
    assert newly_found(APPENDIX, file.bytes()) == set()


def test_a_stamp_put_on_the_right_by_tabs_or_an_indent_stands_there():
    for place in (
        lambda file: file.paragraph(STAMP).format(align="left", left=80),
        replaced(STAMP, f"\t{STAMP}"),
    ):
        file = planted(APPENDIX)
        place(file)
        assert newly_found(APPENDIX, file.bytes()) == set()


def test_a_stamp_may_stand_in_the_header():
    file = planted(APPENDIX)
    file.remove(STAMP)
    header = file.word.sections[0].header.paragraphs[0]
    for node in list(header._p):
        header._p.remove(node)
    header.text = STAMP
    wrong = [one for one in check(open_package(file.bytes())) if one.rule == "X02"]
    assert {(one.where.part, one.where.paragraph) for one in wrong} == {("đầu trang đầu", None)}


def test_an_appendix_by_itself_is_to_be_signed_where_documents_are_electronic():
    package = open_package(planted(APPENDIX).remove(STAMP).bytes())
    told = [one for one in check(package, Settings(electronic=True)) if one.rule == "X02"]
    assert [one.severity for one in told] == [INFO]
    assert "X02" not in {one.rule for one in check(package)}


BLUE, RED, BLACK = (20, 60, 200, 255), (220, 30, 30, 255), (10, 10, 10, 255)
CLEAR, PAPER = (0, 0, 0, 0), (255, 255, 255, 255)
LETTER = good.document("cong-van")
ANCHOR = (
    '<wp:anchor {} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>{}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV></wp:anchor>'
)


def picture(ink, ground=CLEAR, kind="PNG"):
    """Return a picture of strokes."""
    image = Image.new("RGBA", (300, 150), ground)
    ImageDraw.Draw(image).ellipse((60, 20, 240, 130), outline=ink, width=12)
    memory = io.BytesIO()
    image.convert("RGB" if kind == "JPEG" else "RGBA").save(memory, kind)
    return memory.getvalue()


def signed(*pictures, letter=LETTER):
    """Return a letter with pictures above the name, each at so many mm, at None in the line."""
    file = planted(letter)
    *_, signer = (line for line in file.paragraphs() if line.text.strip() == SIGNER.strip())
    before = signer.node.getprevious()
    for data, left in pictures:
        run = Run(before.makeelement(qn("w:r")), signer.word)
        before.append(run._r)
        drawn = run.add_picture(io.BytesIO(data), width=Mm(40))
        if left is not None:
            float_at(drawn._inline, left)
    return file.bytes()


def float_at(inline, left):
    """Take a picture out of the line and put it `left` mm from the edge of its column."""
    anchor = parse_xml(ANCHOR.format(nsdecls("wp"), int(Mm(left))))
    for child in list(inline):
        anchor.append(child)
    inline.getparent().replace(inline, anchor)


PERSON, SEAL = picture(BLUE), picture(RED)
SIGNER = next(line.text for line in reversed(planted(LETTER).paragraphs()) if line.text.strip())


@pytest.mark.parametrize(
    "pictures",
    [
        [],
        [(PERSON, None)],
        [(PERSON, 30), (SEAL, 5)],
        [(PERSON, None), (SEAL, None)],
        [(PERSON, None), (SEAL, 60)],
        [(picture(CLEAR), None)],
        [(PERSON[:100] + bytes(40) + PERSON[140:], 10)],
    ],
)
def test_right_signatures_and_what_cannot_be_judged_are_left_alone(pictures):
    assert newly_found(LETTER, signed(*pictures)) == set()


@pytest.mark.parametrize(
    ("pictures", "words"),
    [
        ([(picture(BLUE, PAPER), None)], "nền không trong suốt"),
        ([(picture(BLUE, PAPER, "JPEG"), None)], "không phải PNG"),
        ([(picture(BLACK), None)], "màu đen"),
        ([(PERSON, 30), (SEAL, 45)], "không trùm"),
        ([(PERSON, 50), (SEAL, 2)], "không trùm"),
        ([(PERSON, 10), (SEAL, 5)], "trùm 88%"),
    ],
)
def test_a_wrong_signature_is_found(pictures, words):
    spoiled = signed(*pictures)
    assert newly_found(LETTER, spoiled) == {("X03", WARNING)}
    (told,) = (one for one in check(open_package(spoiled)) if one.rule == "X03")
    assert words in f"{told.message} {told.found}"


@pytest.mark.parametrize("make", ["word-tabs", "word-columns", "google"])
def test_a_wrong_signature_is_found_whatever_parts_the_columns(make):
    letter = good.document("cong-van", make)
    assert newly_found(letter, signed((picture(BLACK), None), letter=letter)) == {("X03", WARNING)}
