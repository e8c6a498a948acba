"""Comments of the new file stay where they are, and words around them are compared as if there were none."""

import pytest
from openxml_audit import OpenXmlValidator
from redlines import main, marked, said, taken_back

from docgen.documents import DOCUMENT_TYPES
from docgen.documents.base import Remark
from docgen.word import make_docx
from docgen.word.comments import as_draft
from docgen.word.ooxml import W
from docgen.word.redline import redline

START, END, SIGN = (f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


@pytest.fixture(scope="module")
def commented(plan_2026, organisation, template):
    """Return the plan of 2026 with a comment at every text, and at every year."""
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan_2026, organisation)
    texts = [(at, text) for at, text in enumerate(document.printed_texts()) if text.strip()]
    remarks = tuple(
        Remark(position=at, quote=quote, words="Hỏi lại.")
        for at, text in texts
        for quote in ("", "2026")
        if quote in text
    )
    drafted = document.model_copy(update={"remarks": remarks})
    return as_draft(make_docx(document, template), drafted)


@pytest.fixture(scope="module")
def changed(old, commented):
    return redline(old, commented)


def ranges(data):
    """Return the words between the marks of each comment, deleted ones left out; each mark once, in order."""
    seen, words = {}, ""
    for node in main(data).iter(START, END, SIGN, f"{W}t"):
        if node.tag == f"{W}t":
            words += node.text or ""
        else:
            seen.setdefault(node.get(f"{W}id"), []).append((node.tag, len(words)))
    assert all([tag for tag, _ in marks] == [START, END, SIGN] for marks in seen.values())
    return {number: words[marks[0][1] : marks[1][1]] for number, marks in seen.items()}


def test_comments_are_about_the_same_words(changed, commented):
    assert ranges(changed) == ranges(commented)


def test_words_are_compared_as_if_there_were_none(changed, old, new):
    assert marked(changed) == marked(redline(old, new))


def test_texts_are_those_of_both_files(changed, old, commented):
    assert (said(changed), taken_back(changed)) == (said(commented), said(old))


def test_openxml_audit_finds_nothing(changed, tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(changed)
    assert OpenXmlValidator().validate(path).errors == []


def test_comments_of_the_old_file_are_gone(commented, new):
    assert ranges(redline(commented, new)) == {}
