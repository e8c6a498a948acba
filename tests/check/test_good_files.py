"""Good files stay clean: ours, the samples of the decree, and both saved anew by LibreOffice."""

import good
import pytest

from docgen.check import check, fix
from docgen.model.finding import Severity
from docgen.package import open_package

SAMPLES = good.samples()
ANNEX = good.annex_samples()
FILLED = [name for name in ANNEX if name.endswith("-dien")]

DECREE = {
    ("mau-1.5", "H06"): "Quốc hiệu 12, Tiêu ngữ 14: the note to Mục V pairs 12 with 13",
    ("mau-1.5", "H19"): "V/v stands right below the number; Mục II.5.b asks for 6 pt",
    ("mau-1.9", "P04"): "the blanks of the last line are in Calibri",
    ("mau-1.10", "G02"): "the title of who signs is justified; Mục II.7.đ has it centred above the name",
    ("mau-1.5-dien", "H06"): "as printed",
}
"""Where the file of the decree's Phụ lục III itself departs from the decree's Phụ lục I."""


def told(docx):
    found = check(open_package(docx))
    return {(one.rule, one.message, one.where.text) for one in found if one.severity != Severity.INFO}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_good_document_is_clean(name):
    assert told(SAMPLES[name]) == set()


@pytest.mark.parametrize("name", ANNEX)
def test_a_sample_of_the_decree_is_clean_but_for_its_own_slips(name):
    assert {rule for rule, *_ in told(ANNEX[name])} == {rule for sample, rule in DECREE if sample == name}


@pytest.mark.parametrize("name", [*SAMPLES, *FILLED])
def test_what_libreoffice_saved_again_is_as_clean(name):
    expected = {rule for sample, rule in DECREE if sample == name}
    assert {rule for rule, *_ in told(good.resaved(name))} == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_a_good_document_is_not_mended(name):
    assert fix(SAMPLES[name]).changes == ()
