"""The widths of the letters of the decree's font."""

import pytest

from docgen.rules.letters import advances


@pytest.mark.parametrize(("bold", "width"), [(False, 1479), (True, 1593)])
def test_each_face_has_its_widths(bold, width):
    assert advances(bold=bold).widths["Ộ"] == width
    assert advances(bold=bold).units == 2048


def test_both_faces_know_the_same_letters():
    assert advances(bold=False).widths.keys() == advances(bold=True).widths.keys()
