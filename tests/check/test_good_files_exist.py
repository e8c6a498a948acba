"""The good files are what they should be: sound Word files that open and print as an officer expects."""

import re

import good
import pytest
from good.notation import names, read
from likeness import remembered
from openxml_audit import OpenXmlValidator
from plant import planted
from printed import pdf_pages, squeezed

SAMPLES = good.samples()
ANNEX = good.annex_samples()
LONG = {"bao-cao", "de-an", "huong-dan-2024", "ke-hoach", "phu-luc-nhieu", "quyet-dinh-gian-tiep"}
"""Documents of more than one page."""


@pytest.fixture(scope="module")
def printed_by_libreoffice():
    """Every file as LibreOffice prints it, by name."""
    return remembered(SAMPLES | ANNEX)


def test_every_type_of_the_decree_is_there_in_two_makes():
    types = {part.told.get("tên loại") for name in names() for part in read(name)}
    assert len(types - {None}) == 28  # the decree's 29 less the official letter, which has no name
    assert len(SAMPLES) == 2 * len(names())
    assert {name.split("_")[1] for name in SAMPLES} == {make.name for make in good.MAKES}


@pytest.mark.parametrize("name", SAMPLES)
def test_openxml_audit_finds_nothing(name, tmp_path):
    path = tmp_path / "good.docx"
    path.write_bytes(SAMPLES[name])
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_are_as_many_as_expected(name, printed_by_libreoffice):
    assert (len(pdf_pages(printed_by_libreoffice[name])) > 1) == (name.split("_")[0] in LONG)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_is_printed(name, printed_by_libreoffice):
    shown = squeezed("".join(pdf_pages(printed_by_libreoffice[name])))
    for part in read(name.split("_")[0]):
        for line in [*part.content, *part.recipients, part.told.get("trích yếu", "")]:
            for piece in re.split(r"[|*^~/]|:\d+", line):
                assert squeezed(piece) in shown


@pytest.mark.parametrize("name", [name for name in ANNEX if name.endswith("-dien")])
def test_a_filled_sample_of_the_annex_has_no_blanks_and_no_notes(name, printed_by_libreoffice):
    (shown,) = pdf_pages(printed_by_libreoffice[name])
    assert "Ghi chú" not in shown
    assert "..." not in shown


def test_the_annex_has_sixteen_samples_with_their_notes():
    as_printed = [name for name in ANNEX if not name.endswith("-dien")]
    assert len(as_printed) == 16
    with_notes = [name for name in as_printed if planted(ANNEX[name]).paragraphs("Ghi chú")]
    assert with_notes == as_printed


def test_libreoffice_saves_them_anew():
    again = planted(good.resaved("ke-hoach_google-borders"))
    assert again.paragraph("Số:").text.strip() == "Số: 09/KH-SNV"
    assert again.section(0).word.different_first_page_header_footer
