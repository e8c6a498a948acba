"""The PDF of a draft is the page that LibreOffice makes of it."""

from likeness import likeness, remembered
from marked import draft_of

from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.word import load_template, make_docx


def test_a_draft_has_the_same_pages_and_every_line(plan_2025, organisation):
    draft = make_docx(draft_of(plan_2025, organisation), load_template(shipped("templates") / "kehoach"))
    (theirs,) = remembered({"du-thao": draft}).values()
    found = likeness(theirs, to_pdf(draft))
    assert found.same_pages
    assert found.differing == ()
