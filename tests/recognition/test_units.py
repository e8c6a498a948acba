"""Cells fall into the names that were put into them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importers import read_organisation
from docgen.model.finding import Severity
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.recognition.units import UnitReader
from docgen.resources import shipped

OFFICE = read_organisation(shipped("data") / "don-vi.yaml")
NAMES = [name for entry in (*OFFICE.units, *OFFICE.groups) for name in entry.names]


def read(*cells, organisation=OFFICE):
    """Return the names of each cell, and the findings."""
    reader, ledger = UnitReader(organisation), Ledger()
    names = [reader.split(Line(cell, f"ô C{row}"), ledger) for row, cell in enumerate(cells, 1)]
    reader.finish(ledger)
    return names, ledger.findings


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Văn phòng Sở, P.TCBC và TCPCP", ["Văn phòng Sở", "P.TCBC và TCPCP"]),
        (
            "Phòng CCVC, các cơ quan, đơn vị có liên quan",
            ["Phòng CCVC", "các cơ quan, đơn vị có liên quan"],
        ),
        ("Các cơ quan, đơn vị, liên quan", ["Các cơ quan, đơn vị, liên quan"]),
        ("Phòng Công chức, viên chức", ["Phòng Công chức, viên chức"]),
        (
            "Phòng Cải cách hành chính – Văn thư, lưu trữ; Văn Phòng Sở.",
            ["Phòng Cải cách hành chính – Văn thư, lưu trữ", "Văn Phòng Sở"],
        ),
        ("Văn phòng Sở và Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("- Văn phòng Sở\n- Ban Tôn giáo;", ["Văn phòng Sở", "Ban Tôn giáo"]),
        ("Văn phòng Sở + Ban Tôn giáo", ["Văn phòng Sở", "Ban Tôn giáo"]),
        ("Văn phòng Sở - Ban Thi đua - Khen thưởng", ["Văn phòng Sở", "Ban Thi đua - Khen thưởng"]),
        ("Phòng Công chức,\nviên chức", ["Phòng Công chức, viên chức"]),
        ("1. Văn phòng Sở\n2. Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("", []),
        (" ;\n", []),
    ],
)
def test_known_names_are_told_apart(cell, names):
    assert read(cell) == ([names], [])


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sampled_from([", ", "; ", "\n", ", và "]))
def test_names_that_are_joined_come_apart_again(names, joint):
    assert read(joint.join(names))[0] == [names]
