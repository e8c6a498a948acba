"""What LibreOffice saved again, straight or by way of ODT, says the same changes."""

import pytest
from drafts import PLAN_2025, filled, read_onto
from likeness import remembered
from single_edits import SINGLE

from docgen.transform import compare


@pytest.fixture(scope="module")
def edited():
    """Every single edit in a file of its own."""
    files = {}
    for number, (edit, _) in enumerate(SINGLE.values()):
        file = filled(PLAN_2025)
        edit(file)
        files[f"edit{number}"] = file.bytes()
    return files


@pytest.fixture(scope="module")
def resaved(edited):
    """The files as LibreOffice saves them, by the ways that they went."""
    return {
        "docx": remembered(edited, "docx"),
        "odt": remembered(remembered(edited, "odt"), "docx"),
    }


@pytest.mark.parametrize(("number", "name"), [*enumerate(SINGLE)])
@pytest.mark.parametrize("way", ["docx", "odt"])
def test_one_edit_is_one_change_still(resaved, way, number, name):
    read = read_onto(PLAN_2025, resaved[way][f"edit{number}"]).plan
    told = [f"{one.kind} {one.field} {one.task}".strip() for one in compare(PLAN_2025, read)]
    assert told == SINGLE[name][1]
