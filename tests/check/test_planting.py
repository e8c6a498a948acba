"""Defects are planted where they are meant to be, in files of every make."""

import good
import pytest
from docx.shared import Mm, Pt
from plant import planted

MAKES = [make.name for make in good.MAKES]


@pytest.fixture(params=MAKES)
def plan(request):
    return good.document("ke-hoach", request.param)


def again(chosen):
    return planted(chosen.bytes())


def test_letters_of_a_paragraph(plan):
    sized = again(planted(plan).paragraph("MỤC TIÊU, CHỈ TIÊU").run(size=10, font="Arial", italic=True))
    fonts = [run.font for run in sized.paragraph("MỤC TIÊU, CHỈ TIÊU").word.runs if run.text.strip()]
    assert {(font.size, font.name, font.italic) for font in fonts} == {(Pt(10), "Arial", True)}


def test_some_words_of_a_paragraph(plan):
    bold = again(planted(plan).paragraph("nêu gương").run("nêu gương", bold=True)).paragraph("nêu gương")
    assert [run.text for run in bold.word.runs if run.bold] == ["nêu gương"]
    assert bold.text == planted(plan).paragraph("nêu gương").text


def test_words_over_the_borders_of_runs(plan):
    words = "các quy định về đào tạo, bồi dưỡng tại các cuộc họp"
    assert again(planted(plan).replace(words, "quy chế")).paragraph("Phổ biến quy chế giao ban")


def test_layout_of_a_paragraph(plan):
    moved = again(planted(plan).paragraph("Trong quá trình").format(first=20, after=1, line=2, align="left"))
    layout = moved.paragraph("Trong quá trình").word.paragraph_format
    assert (round(layout.first_line_indent.mm), layout.space_after, layout.line_spacing) == (20, Pt(1), 2)


def test_sections_and_headers(plan):
    document = planted(plan)
    document.section().margin(top=10).first_page_like_others().numbers(start=3)
    document.header().run(bold=True)
    saved = again(document)
    assert abs(saved.section().word.top_margin - Mm(10)) < Pt(1)
    assert not saved.section().word.different_first_page_header_footer
    assert saved.header().runs()[0].bold


def test_paragraphs_come_and_go(plan):
    document = planted(plan)
    document.paragraph("IV. KINH PHÍ" if document.paragraphs("IV. KINH PHÍ") else "KINH PHÍ").repeat(
        "CHI PHÍ"
    )
    document.paragraph("CHI PHÍ").move_behind("Trong quá trình").add_empty(2)
    saved = again(document.remove("Tổng số"))
    texts = [paragraph.text for paragraph in saved.paragraphs()]
    at = texts.index("CHI PHÍ")
    assert texts[at + 1 : at + 3] == ["", ""]
    assert "Trong quá trình" in texts[at - 1]
    assert not saved.paragraphs("Tổng số")


def test_rows_and_tables(plan):
    document = planted(plan)
    document.paragraph("Quý III").row().repeat().cell(0).write("9")
    document.table("Quý III").without("w:tblHeader").widen(1.2)
    saved = again(document)
    assert len(saved.paragraphs("Quý III")) == 2
    assert len(saved.table("Quý III").rows()) == 6
    with pytest.raises(LookupError):
        saved.table("Quý III").without("w:tblHeader")


@pytest.mark.parametrize("words", ["Độc lập - Tự do", "SỞ NỘI VỤ", "Đào tạo, bồi dưỡng công chức"])
def test_lines_under_words(plan, words):
    twice = again(planted(plan).unlined(words))
    assert twice.body.xml != planted(plan).body.xml
    with pytest.raises(LookupError, match="no line"):
        twice.unlined(words)


def test_what_is_not_there_is_told(plan):
    with pytest.raises(LookupError, match="0 paragraphs hold"):
        planted(plan).paragraph("không có")
    with pytest.raises(LookupError, match="is not in"):
        planted(plan).paragraph("Số:").replace("không có", "có")
