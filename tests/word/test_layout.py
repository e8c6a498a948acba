"""How the filled plan lies on its pages, with LibreOffice as the judge."""

import re

import pytest
from likeness import remembered
from printed import pdf_pages

from docgen.documents.base import Paragraph, ParagraphKind, Run
from docgen.word import make_docx

SHORT_TEXTS = range(18, 30, 2)


@pytest.fixture(scope="module")
def pages(document, template, tools):
    """Return the printed pages of the plan, upright and lying, and of short plans of different heights."""
    turned = document.model_copy(update={"appendices": (tools.appendix(document, landscape=True),)})
    files = {"upright": document, "lying": turned} | {
        f"short {count}": short(document, count) for count in SHORT_TEXTS
    }
    printed = remembered({name: make_docx(plan, template) for name, plan in files.items()})
    return {name: pdf_pages(pdf) for name, pdf in printed.items()}


def short(document, count):
    """Return a plan of `count` one-line paragraphs without an appendix."""
    line = Paragraph(kind=ParagraphKind.TEXT, runs=(Run(text="Một dòng của văn bản."),))
    return document.model_copy(update={"body": (line,) * count, "appendices": ()})


def test_the_national_title_is_on_one_line(pages, document):
    assert document.head.national_title in pages["upright"][0].splitlines()


@pytest.mark.parametrize("lying", ["upright", "lying"])
def test_every_appendix_begins_on_a_new_page(pages, lying):
    starts = [number for number, page in enumerate(pages[lying]) if page.startswith("Phụ lục")]
    assert len(starts) == 1
    assert "Nguyễn Thanh Vũ" in pages[lying][starts[0] - 1]


@pytest.mark.parametrize("lying", ["upright", "lying"])
def test_the_heading_row_is_repeated(pages, lying):
    start = next(number for number, page in enumerate(pages[lying]) if page.startswith("Phụ lục"))
    assert all("Nhiệm vụ cụ thể" in page for page in pages[lying][start:])


@pytest.mark.parametrize("count", SHORT_TEXTS)
def test_recipients_and_signature_are_never_parted_nor_alone(pages, count):
    *_, last = pages[f"short {count}"]
    text, recipients, signature = re.split("Nơi nhận:|KT. GIÁM ĐỐC", last)
    assert "Nguyễn Thanh Vũ" in signature
    assert "Lưu: VT" in recipients + signature
    assert text.count("Một dòng của văn bản.") >= 2
