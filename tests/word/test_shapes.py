"""A template is cut to the shape of its document: columns left out, pages turned, sections in order."""

import re

import pytest
from lxml import etree

from docgen import rules
from docgen.documents.base import Run
from docgen.package import parse_xml
from docgen.word import fill, load_template
from docgen.word.appendices import spread
from docgen.word.ooxml import W

ALL = {"product": "Sản phẩm", "budget": "Kinh phí", "note": "Ghi chú"}
OTHER = {"chu_tri": "ghi_chu", "ghi_chu": "chu_tri"}
TEXT_WIDTH = {"portrait": 165, "landscape": 252}


def filled(document, template, tools, *appendices):
    return tools.main(fill(template, document.model_copy(update={"appendices": appendices})))


def tables(root):
    """Return the appendix tables: those that repeat a heading row."""
    return [table for table in root.iter(f"{W}tbl") if table.find(f".//{W}tblHeader") is not None]


def twips(element, path):
    return [int(node.get(f"{W}w")) for node in element.findall(path)]


@pytest.mark.parametrize(("columns", "count"), [({}, 5), ({"note": "Ghi chú"}, 6), (ALL, 8)])
@pytest.mark.parametrize("lying", ["portrait", "landscape"])
def test_every_row_fills_the_width_of_the_page(document, template, tools, columns, count, lying):
    wanted = tools.appendix(document, landscape=lying == "landscape", columns=columns)
    (table,) = tables(filled(document, template, tools, wanted))
    grid = twips(table, f"{W}tblGrid/{W}gridCol")
    assert len(grid) == count
    assert sum(grid) == pytest.approx(TEXT_WIDTH[lying] * 1440 / 25.4, abs=3)
    assert {sum(twips(row, f"{W}tc/{W}tcPr/{W}tcW")) for row in table.iter(f"{W}tr")} == {sum(grid)}


def test_narrow_columns_keep_their_width(document, template, tools):
    (table,) = tables(filled(document, template, tools, tools.appendix(document, landscape=True)))
    assert twips(table, f"{W}tblGrid/{W}gridCol")[0] == rules.length("column.stt").twips


def test_spread_fills_the_total_to_the_twip():
    assert spread([680, 3000, 2000], 9355) == [680, 5205, 3470]


def sections(root):
    return [
        (size.get(f"{W}orient", "portrait"), int(size.get(f"{W}w")) > int(size.get(f"{W}h")))
        for size in root.iter(f"{W}pgSz")
    ]


def test_every_appendix_is_a_section_that_lies_as_it_asks(document, template, tools):
    upright, lying = tools.appendix(document, rows=()), tools.appendix(document, rows=(), landscape=True)
    root = filled(document, template, tools, upright, lying, upright)
    assert sections(root) == [
        ("portrait", False),
        ("portrait", False),
        ("landscape", True),
        ("portrait", False),
    ]


def test_every_section_counts_from_one_and_hides_its_first_number(document, template, tools):
    root = filled(document, template, tools, tools.appendix(document), tools.appendix(document, rows=()))
    for section in root.iter(f"{W}sectPr"):
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.find(f"{W}titlePg") is not None


def test_without_an_appendix_there_is_one_section(document, template, tools):
    root = filled(document, template, tools)
    assert sections(root) == [("portrait", False)]
    assert root[0][-1].tag == f"{W}sectPr"
    assert not tables(root)


def test_rows_do_not_split_and_the_heading_repeats(document, template, tools):
    (table,) = tables(filled(document, template, tools, tools.appendix(document)))
    rows = list(table.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
        len(rows) - 1
    )


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("Giao Giám đốc Sở./.", [False, True, True]),
        ("Theo dõi, đôn đốc, đánh giá. " * 5, [False, False, True]),
    ],
)
def test_two_lines_of_text_or_more_stay_with_the_signature(document, template, tools, last, kept):
    ending = document.body[-1].model_copy(update={"runs": (Run(text=last),)})
    wanted = document.model_copy(update={"body": (*document.body[:-1], ending)})
    body = [paragraph for paragraph in filled(wanted, template, tools)[0] if paragraph.tag == f"{W}p"]
    *_, third, second, first, _room = [
        paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in body
    ]
    assert [third, second, first] == kept


def test_the_last_task_of_a_part_stays_with_its_total(document, template, tools):
    rows = list(filled(document, template, tools, tools.appendix(document)).iter(f"{W}tr"))
    totals = [place for place, row in enumerate(rows) if "Tổng số" in "".join(row.itertext())]
    assert totals
    for place in totals:
        kept = [
            paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in rows[place - 1].iter(f"{W}p")
        ]
        assert all(kept)


def test_a_template_without_appendices_is_left_as_it_is(document, edited, tools):
    def without_loop(xml):
        root = parse_xml(xml.encode(), "a")
        body = root[0]
        start = next(i for i, child in enumerate(body) if "in phu_luc" in "".join(child.itertext()))
        for child in list(body)[start:-1]:
            body.remove(child)
        return etree.tostring(root, encoding="unicode")

    root = filled(document, load_template(edited(without_loop)), tools, tools.appendix(document))
    assert len(sections(root)) == 2


def test_a_template_whose_section_has_no_size_keeps_the_default(document, edited, tools):
    template = load_template(edited(lambda xml: xml.replace('<w:pgSz w:w="11906" w:h="16838"/>', "")))
    root = filled(document, template, tools, tools.appendix(document, landscape=True))
    assert sections(root) == []


def test_columns_are_found_wherever_an_officer_moves_them(document, edited, tools):
    def swapped(xml):
        return re.sub(r"\.(chu_tri|ghi_chu) }}", lambda name: f".{OTHER[name[1]]} }}}}", xml)

    template = load_template(edited(swapped))
    (table,) = tables(filled(document, template, tools, tools.appendix(document)))
    headings = [
        "".join(cell.itertext()).replace("\xa0", " ") for cell in table.find(f"{W}tr").findall(f"{W}tc")
    ]
    assert headings == [
        "STT",
        "Nhiệm vụ cụ thể",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
        "Cơ quan chủ trì",
    ]


def test_a_loop_tag_split_over_runs_is_found(document, edited, tools):
    split = "{%p for pl in </w:t></w:r><w:r><w:t>phu_luc %}"
    template = load_template(edited(lambda xml: xml.replace("{%p for pl in phu_luc %}", split)))
    both = (tools.appendix(document, rows=()), tools.appendix(document, rows=(), landscape=True))
    assert [lying for lying, _wide in sections(filled(document, template, tools, *both))] == [
        "portrait",
        "portrait",
        "landscape",
    ]


def test_appendices_in_the_section_of_the_text_can_be_left_out(document, edited, tools):
    template = load_template(edited(lambda xml: re.sub(r"<w:sectPr>.*?</w:sectPr>", "", xml, count=1)))
    assert len(sections(filled(document, template, tools))) == 1
