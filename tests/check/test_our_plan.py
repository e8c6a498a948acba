"""Our own plan in every kind, each also saved anew by LibreOffice: only what the office wrote is told."""

import pytest
from good.resaving import saved_anew

from docgen.check import check, fix
from docgen.model.appendix import Orientation
from docgen.model.finding import Severity
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import load_template, make_docx

SLIPS = {
    "A08": "a unit under several names",
    "A09": "abbreviations that nobody explains",
    "B17": "a decision cited without its title",
    "B18": "one document with two dates",
    "B20": "Văn Phòng, Luật ban hành, pháp luật của nhà nước",
}
"""What the office itself wrote, and is told."""

KINDS = {
    "upright": {},
    "lying": {"orientation": Orientation.LANDSCAPE},
    "every column": {
        "orientation": Orientation.LANDSCAPE,
        "columns": {"product": "Sản phẩm", "note": "Ghi chú"},
    },
}


@pytest.fixture(scope="module")
def files(document_2025):
    template = load_template(shipped("templates") / "kehoach")
    made = {name: make_docx(_kind(document_2025, **wanted), template) for name, wanted in KINDS.items()}
    return made | {f"{name}, saved anew": data for name, data in saved_anew(made).items()}


def _kind(document, orientation=Orientation.PORTRAIT, columns=None):
    (first,) = document.appendices
    changed = {"orientation": orientation, "columns": first.columns.model_copy(update=columns or {})}
    return document.model_copy(update={"appendices": (first.model_copy(update=changed),)})


@pytest.mark.parametrize("name", [*KINDS, *(f"{kind}, saved anew" for kind in KINDS)])
def test_only_what_the_office_wrote_is_told(files, name):
    found = [one for one in check(open_package(files[name])) if one.severity != Severity.INFO]
    assert {one.rule for one in found} == SLIPS.keys()
    (error,) = [one for one in found if one.severity == Severity.ERROR]
    assert error.rule == "B18"
    assert "153/KH-UBND" in error.message
    assert "07/8/2023" in error.message
    assert "07/9/2023" in error.message


def test_only_dashes_are_mended(files):
    fixed = fix(files["upright"])
    assert {change.rule for change in fixed.changes} == {"B23"}
    assert {(change.before, change.after) for change in fixed.changes} == {("–", "-")}
