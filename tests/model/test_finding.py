"""A finding reads as one Vietnamese line: place, line, what, how to mend it."""

import pytest

from docgen.model.finding import Finding, Severity

PLACE = "Phụ lục, phần A, nhiệm vụ 12, ô “Thời gian thực hiện”"


@pytest.mark.parametrize(
    ("place", "line", "remedy", "said"),
    [
        (PLACE, 214, "Hãy điền vào.", f"{PLACE} (dòng 214): để trống. Hãy điền vào."),
        (PLACE, None, "", f"{PLACE}: để trống."),
        ("", 3, "", "Dòng 3: để trống."),
        ("", None, "Hãy điền vào.", "để trống. Hãy điền vào."),
    ],
)
def test_reads_as_one_line(place, line, remedy, said):
    finding = Finding(
        code="de-trong", severity=Severity.ERROR, place=place, line=line, message="để trống.", remedy=remedy
    )
    assert str(finding) == said
