"""What a file says beside its page comes back, whoever saved it meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.documents.base import Traces
from docgen.package import Package, open_package
from docgen.word import fill
from docgen.word.traces import TRACES, read_traces, traced, with_room_for_traces

BARE = {
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
}
OF_THE_OFFICE = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Ma ho so">'
    b"<vt:lpwstr>A-12</vt:lpwstr></property></Properties>"
)
TEXTS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn"]), min_size=1)


@given(
    st.builds(
        Traces,
        year=st.integers(2000, 2100),
        electronic=st.booleans(),
        spellings=st.lists(TEXTS | TEXTS.map(lambda text: text * 300), max_size=4).map(tuple),
        headings=st.lists(
            st.tuples(st.integers(1, 9), st.sampled_from(["note", "budget"]), TEXTS), max_size=1
        ).map(tuple),
    )
)
def test_traces_come_back(traces):
    parts = with_room_for_traces(BARE)
    assert read_traces(Package({**parts, TRACES: traced(parts[TRACES], traces)})) == traces


def test_a_filled_plan_carries_what_its_page_does_not_say(document, template):
    file = fill(template, document)
    assert read_traces(open_package(file)) == document.traces
    assert document.traces.year == 2025
    assert "Cải cách thể chế" in document.traces.spellings


def test_properties_of_the_office_stay(document):
    parts = with_room_for_traces({**BARE, TRACES: OF_THE_OFFICE})
    twice = traced(traced(parts[TRACES], document.traces), Traces(year=2026))
    assert b"A-12" in twice
    assert [node.get("pid") for node in etree.fromstring(twice)] == ["7", "8", "9"]
    assert read_traces(Package({**parts, TRACES: twice})) == Traces(year=2026)


@pytest.mark.parametrize("custom", [OF_THE_OFFICE, OF_THE_OFFICE.replace(b"Ma ho so", b"docgen.nam")])
def test_properties_that_are_none_of_ours_say_nothing(custom):
    assert read_traces(Package({**BARE, TRACES: custom})) is None
    assert read_traces(Package(BARE)) is None
