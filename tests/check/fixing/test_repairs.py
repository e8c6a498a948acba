"""Repairs change what they name and nothing else; python-docx is the judge beside our own reader."""

import io

import docx
import pytest
from wordfile import word_file

from docgen.check.fixing.draft import Draft, to_docx
from docgen.check.fixing.repairs import Rewrite, SetFace, SetMargins, SetParagraph
from docgen.package import open_package
from docgen.word.reading import read_document


def opened(text, **parts):
    return read_document(open_package(word_file(text, **parts)))


def repaired(document, *repairs):
    draft = Draft(document)
    for repair in repairs:
        repair.apply(draft)
    data = to_docx(draft.package())
    return read_document(open_package(data)), docx.Document(io.BytesIO(data))


def faces(paragraph):
    return [(span.text, span.face.size, span.face.bold) for span in paragraph.spans]


def test_letters_are_set_and_their_neighbours_are_not():
    document = opened("Một hai ba")
    (paragraph,) = document.paragraphs
    read, judged = repaired(document, SetFace("", paragraph, 4, 7, size=13, bold=True))
    assert faces(read.paragraphs[0]) == [("Một ", 14, False), ("hai", 13, True), (" ba", 14, False)]
    assert [run.text for run in judged.paragraphs[0].runs] == ["Một ", "hai", " ba"]


def test_a_run_with_tabs_is_parted_around_the_letters():
    run = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>a</w:t><w:tab/><w:t>bcd</w:t><w:br/><w:t>e</w:t></w:r></w:p>"
    document = opened(run)
    (paragraph,) = document.paragraphs
    read, _ = repaired(document, SetFace("", paragraph, 2, 5, bold=True, italic=False))
    assert read.paragraphs[0].text == "a\tbcd\ne"
    told = [(span.text, span.face.bold, span.face.italic) for span in read.paragraphs[0].spans]
    assert told == [
        ("a", False, True),
        ("\t", False, True),
        ("bcd", True, False),
        ("\n", False, True),
        ("e", False, True),
    ]


@pytest.mark.parametrize(
    ("traits", "shown"),
    [
        ({"font": "Times New Roman"}, lambda face: face.font),
        ({"size": 13.5}, lambda face: face.size),
        ({"bold": False}, lambda face: face.bold),
        ({"italic": True}, lambda face: face.italic),
        ({"caps": False}, lambda face: face.caps),
        ({"underline": True}, lambda face: face.underline != "none"),
    ],
)
def test_each_trait_of_letters_is_set_alone(traits, shown):
    face = (
        '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="minorHAnsi"/><w:b/><w:caps/>'
        '<w:color w:val="FF0000"/><w:sz w:val="30"/></w:rPr>'
    )
    document = opened(f"<w:p><w:r>{face}<w:t>a</w:t></w:r></w:p>")
    before = document.paragraphs[0].spans[0].face
    read, _ = repaired(document, SetFace("", document.paragraphs[0], 0, 1, **traits))
    after = read.paragraphs[0].spans[0].face
    assert shown(after) == next(iter(traits.values()))
    assert after.color == before.color
    assert {before.size, after.size} <= {15.0, traits.get("size", 15.0)}


def test_colour_becomes_automatic():
    document = opened(
        '<w:p><w:r><w:rPr><w:color w:val="FF0000" w:themeColor="accent1"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    )
    read, _ = repaired(document, SetFace("", document.paragraphs[0], 0, 1, color="auto"))
    assert read.paragraphs[0].spans[0].face.color == ""


def test_a_paragraph_is_set():
    document = opened("left before=0 hanging=300 left=600 contextual | Nội dung")
    (paragraph,) = document.paragraphs
    settings = {
        "align": "justify",
        "first_line": 36.0,
        "before": 6.0,
        "after": 3.0,
        "line": 1.5,
        "contextual": False,
    }
    read, judged = repaired(document, SetParagraph("", paragraph, **settings))
    found = read.paragraphs[0].format
    assert (found.align, found.first_line, found.left) == ("both", 36.0, 0.0)
    assert (found.before, found.after, found.line, found.contextual) == (6.0, 3.0, 1.5, False)
    assert judged.paragraphs[0].paragraph_format.first_line_indent.pt == 36.0


def test_what_a_repair_does_not_name_stays():
    document = opened("both before=120 first=720 | Nội dung")
    read, _ = repaired(document, SetParagraph("", document.paragraphs[0], align="center"))
    found = read.paragraphs[0].format
    assert (found.align, found.before, found.first_line) == ("center", 6.0, 36.0)


def test_margins_are_set():
    document = opened("Nội dung")
    read, judged = repaired(document, SetMargins("", document.sections[0], top=60.0, left=90.0))
    assert (read.sections[0].margins.top, read.sections[0].margins.left) == (60.0, 90.0)
    assert read.sections[0].margins.bottom == document.sections[0].margins.bottom
    assert judged.sections[0].left_margin.pt == 90.0


@pytest.mark.parametrize(
    ("line", "start", "end", "words", "text"),
    [
        ("Số: 5-KH", 4, 5, "05", "Số: 05-KH"),
        ("Một  hai", 4, 5, "", "Một hai"),
        ("a *b* c", 0, 5, "d", "d"),
        ("a *b* c", 1, 2, "", "ab c"),
        ("ab", 2, 2, ".", "ab."),
        ("ab", 0, 0, "- ", "- ab"),
        ("a⇥b", 1, 2, " ", "a b"),
        ("a⇥b", 1, 2, "", "ab"),
        ("⇥b", 0, 0, "a", "\tab"),
    ],
)
def test_words_are_rewritten_across_runs(line, start, end, words, text):
    document = opened(line)
    rewrite = Rewrite("", document.paragraphs[0], start, end, words)
    read, judged = repaired(document, rewrite)
    assert read.paragraphs[0].text == text
    assert judged.paragraphs[0].text == text
    if line != "⇥b":
        assert rewrite.rewritten == text


def test_properties_stand_in_the_order_of_the_schema():
    document = opened("<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>")
    (paragraph,) = document.paragraphs
    repairs = (
        SetParagraph("", paragraph, align="both", before=6.0, contextual=True),
        SetFace(
            "", paragraph, 0, 1, size=14, bold=True, color="auto", font="Times New Roman", underline=False
        ),
    )
    repaired(document, *repairs)
    names = [
        [str(kid.tag).rpartition("}")[2] for kid in node]
        for node in (paragraph.node[0], paragraph.node[1][0])
    ]
    assert names == [
        ["spacing", "contextualSpacing", "jc", "outlineLvl"],
        ["rFonts", "b", "color", "sz", "szCs", "u"],
    ]


def test_the_same_repairs_give_the_same_bytes():
    def made():
        document = opened("Một hai")
        draft = Draft(document)
        SetFace("", document.paragraphs[0], 0, 3, bold=True).apply(draft)
        return to_docx(draft.package())

    assert made() == made()


def test_of_properties_said_twice_the_last_counts_and_is_set():
    twice = '<w:r><w:rPr><w:sz w:val="20"/><w:sz w:val="22"/></w:rPr><w:t>a</w:t></w:r>'
    document = opened(f"<w:p>{twice}</w:p>")
    (paragraph,) = document.paragraphs
    assert faces(paragraph) == [("a", 11, False)]
    read, _ = repaired(document, SetFace("", paragraph, 0, 1, size=13))
    assert faces(read.paragraphs[0]) == [("a", 13, False)]
