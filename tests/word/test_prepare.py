"""What is written into a template before it is filled, in templates as officers leave them."""

import unicodedata

import pytest

from docgen.errors import InvalidInputError
from docgen.rules import length
from docgen.rules.units import Mm
from docgen.word import fill, load_template, make_docx
from docgen.word.ooxml import WP, W

NUMBER = "{{ dau.so_ky_hieu }}"


@pytest.fixture
def filled(document, edited, tools):
    """Fill the plan's template after an edit; return the tree of its main part."""
    return lambda edit: tools.main(make_docx(document, load_template(edited(edit))))


def words(root):
    return "".join(root.itertext())


def test_tags_typed_decomposed_are_the_same_tags(filled, document):
    assert document.head.number_line in words(
        filled(lambda xml: xml.replace(NUMBER, unicodedata.normalize("NFD", NUMBER)))
    )


def test_static_words_are_composed(filled):
    decomposed = unicodedata.normalize("NFD", "Ghi chú về kế hoạch")
    assert "Ghi chú về kế hoạch" in words(filled(lambda xml: xml.replace(NUMBER, f"{NUMBER} {decomposed}")))


def test_quotes_saved_as_entities_are_understood(filled):
    filled(lambda xml: xml.replace('doan.loai == "muc"', "doan.loai == &apos;muc&apos;"))


def test_the_place_of_the_last_edit_is_forgotten(filled):
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    root = filled(
        lambda xml: xml.replace(
            '<w:r><w:t xml:space="preserve">{{ dong.noi_dung }}', f"{mark}<w:r><w:t>{{{{ dong.noi_dung }}}}"
        )
    )
    assert "_GoBack" not in {start.get(f"{W}name") for start in root.iter(f"{W}bookmarkStart")}


def test_an_officers_own_bookmark_is_kept(filled):
    mark = '<w:bookmarkStart w:id="7" w:name="dau_trang_rieng"/><w:bookmarkEnd w:id="7"/>'
    root = filled(lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{mark}</w:p>"))
    assert next(root.iter(f"{W}bookmarkStart")).get(f"{W}name") == "dau_trang_rieng"


def test_an_anchor_at_the_very_start_of_a_paragraph_is_named(filled, document):
    root = filled(
        lambda xml: xml.replace(
            '<w:pPr><w:pStyle w:val="OGiua"/></w:pPr><w:bookmarkStart', "<w:bookmarkStart"
        )
    )
    anchors = {row.anchor for row in document.appendices[0].rows if row.anchor}
    assert {start.get(f"{W}name") for start in root.iter(f"{W}bookmarkStart")} == anchors


def test_lines_of_other_names_keep_their_length(filled):
    room = Mm(length("header.right_column") - 2 * length("layout.cell_margin"))
    root = filled(lambda xml: xml.replace('name="ke tieu_ngu"', 'name="Đường thẳng 5"'))
    drawings = {anchor.find(f"{WP}docPr").get("name"): anchor for anchor in root.iter(f"{WP}anchor")}
    assert drawings["Đường thẳng 5"].find(f"{WP}extent").get("cx") == str(room.emu)


def test_lines_follow_the_margins_of_the_template(filled):
    def line(root):
        lines = {node.find(f"{WP}docPr").get("name"): node for node in root.iter(f"{WP}anchor")}
        return int(lines["ke trich_yeu"].find(f"{WP}extent").get("cx"))

    left = length("margin.left").twips
    wide, narrow = (
        line(filled(lambda xml, margin=margin: xml.replace(f'w:left="{left}"', f'w:left="{margin}"')))
        for margin in (left, 5 * left)
    )
    assert wide != narrow


def test_a_drawing_without_a_name_is_left_alone(filled):
    filled(lambda xml: xml.replace('<wp:docPr id="2" name="ke tieu_ngu"/>', ""))


def test_drawings_are_numbered_through(filled):
    numbers = [int(node.get("id")) for node in filled(str).iter(f"{WP}docPr")]
    assert numbers == [1001, 1002, 1003, 1004]


def test_traces_of_office_programs_are_removed(document, edited, tools):
    traces = "<cp:lastModifiedBy>An</cp:lastModifiedBy><cp:revision>7</cp:revision>"
    folder = edited(
        lambda xml: xml.replace("</cp:coreProperties>", f"{traces}</cp:coreProperties>"), "docProps/core.xml"
    )
    assert b"lastModifiedBy" not in tools.parts(fill(load_template(folder), document))["docProps/core.xml"]


def test_a_footer_may_hold_tags(document, edited, tools):
    folder = edited(
        lambda xml: xml.replace("</w:p>", "<w:r><w:t>{{ dau.so_ky_hieu }}</w:t></w:r></w:p>"),
        "word/header2.xml",
    )
    header = tools.parts(make_docx(document, load_template(folder)))["word/header2.xml"].decode()
    assert document.head.number_line in header


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{% for a in noi_dung %}" * 21 + "{% endfor %}" * 21, "quá nhiều vòng lặp"),
        ("{% if %}", "sai cú pháp"),
        ("{{ a.b() }}", "không được phép"),
        ("{% if dau.so_ky_hieu in 1 %}{% endif %}", "không được phép"),
        ('{{ dau.so_ky_hieu|do_dai_ke("x", 1) }}', "không được phép"),
        ("{{ dau.so_ky_hieu|ten_neo }}", "không được phép"),
        ("{{ 1|length }}", "một trường không hợp kiểu"),
        ("{{ dau|first|join(1, 2, 3) }}", "một trường không hợp kiểu"),
        ("{{ ''|first }}", "một mục mà danh sách không có"),
        ("{{ dau.so_ky_hieu", "sai cú pháp|không được phép"),
    ],
)
def test_broken_tags_are_refused(document, edited, tag, message):
    with pytest.raises(InvalidInputError, match=message):
        fill(load_template(edited(lambda xml: xml.replace(NUMBER, tag))), document)
