"""docxtpl, rendering the prepared template by itself, is the judge of every filled part."""

import io
from itertools import count

import pytest
from comparisons import comparison_2026, draft_2026
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from docgen.documents import sosanh
from docgen.package import open_package
from docgen.resources import shipped
from docgen.word import fill, load_template
from docgen.word.filling import FIRST_DRAWING, template_data
from docgen.word.prepare import prepare
from docgen.word.sandbox import COMPILER_FILTERS
from docgen.word.shape import shape_of

ALL_COLUMNS = {"product": "Sản phẩm", "budget": "Kinh phí", "note": "Ghi chú"}
REBUILT_BY_PYTHON_DOCX = {"[Content_Types].xml", "docProps/core.xml"}


EMPTY_RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'


def canonical(xml):
    """Return the part under C14N, without the empty runs that docxtpl leaves around its run tags."""
    return etree.tostring(etree.fromstring(xml), method="c14n").decode().replace(EMPTY_RUN, "")


def rendered_by_docxtpl(template, document, tools):
    data = template_data(document)
    prepared = prepare(open_package(template.data), shape_of(data))
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters |= COMPILER_FILTERS
    docx = DocxTemplate(io.BytesIO(tools.zipped(prepared)))
    docx.render(data | {"so_hinh": count(FIRST_DRAWING).__next__}, environment, autoescape=True)
    memory = io.BytesIO()
    docx.save(memory)
    return open_package(memory.getvalue()).parts


@pytest.mark.parametrize("columns", [{}, ALL_COLUMNS], ids=["few columns", "all columns"])
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_every_part_is_what_docxtpl_makes(document, template, tools, landscape, columns):
    wanted = with_appendices(document, tools.appendix(document, landscape=landscape, columns=columns))
    assert_same(wanted, template, tools)


def test_several_appendices_of_different_shapes_are_what_docxtpl_makes(document, template, tools):
    upright, lying = (
        tools.appendix(document, columns=ALL_COLUMNS),
        tools.appendix(document, landscape=True, rows=()),
    )
    assert_same(with_appendices(document, upright, lying, upright), template, tools)


def test_no_appendix_is_what_docxtpl_makes(document, template, tools):
    assert_same(with_appendices(document), template, tools)


@pytest.mark.parametrize("rows", [0, 9])
def test_a_comparison_paper_is_what_docxtpl_makes(plan_2025, organisation, tools, rows):
    comparison = comparison_2026(plan_2025)
    some = comparison.model_copy(update={"rows": comparison.rows[-rows:] if rows else ()})
    paper = sosanh.compose(some, draft_2026(plan_2025), organisation)
    assert_same(paper, load_template(shipped("templates") / "sosanh"), tools)


def assert_same(document, template, tools):
    document = document.model_copy(update={"traces": None})  # docxtpl does not know custom properties
    ours, theirs = (
        open_package(fill(template, document)).parts,
        rendered_by_docxtpl(template, document, tools),
    )
    assert ours.keys() == theirs.keys()
    for name in ours.keys() - REBUILT_BY_PYTHON_DOCX:
        assert canonical(ours[name]) == canonical(theirs[name]), name


def with_appendices(document, *appendices):
    return document.model_copy(update={"appendices": appendices})
