"""A draft in Word: comments around the words that they are about, and the mark under the number."""

import io

import docx
import pytest
from openxml_audit import OpenXmlValidator

from docgen.documents.base import Remark
from docgen.word import fill, make_docx
from docgen.word.blocks import text_of
from docgen.word.ooxml import W

ASKED = "Năm nay còn đúng không?\nĐề xuất: Giữ nguyên.\nMã: viec-1 (docgen decide)"


def draft_of(document, *quotes, mark="DỰ THẢO"):
    """Return `document` as a draft with a remark on each (printed text, quote)."""
    texts = list(document.printed_texts())
    remarks = tuple(
        Remark(position=texts.index(text), quote=quote, words=ASKED.replace("viec-1", f"viec-{number}"))
        for number, (text, quote) in enumerate(quotes, 1)
    )
    head = document.head.model_copy(update={"draft_mark": mark})
    return document.model_copy(update={"head": head, "remarks": remarks})


def commented(root):
    """Return the words inside the range of every comment, in the order of their numbers."""
    inside, open_ranges = {}, set()
    for node in root.iter():
        if node.tag == f"{W}commentRangeStart":
            open_ranges.add(node.get(f"{W}id"))
            inside[node.get(f"{W}id")] = ""
        elif node.tag == f"{W}commentRangeEnd":
            open_ranges.remove(node.get(f"{W}id"))
        elif node.tag == f"{W}t":
            inside |= {number: inside[number] + node.text for number in open_ranges}
    assert not open_ranges
    return [inside[number] for number in sorted(inside, key=int)]


@pytest.fixture(scope="module")
def some(document):
    """Return the 2025 plan as a draft: whole texts, parts of them, bold ones, cells, two at one place."""
    bold = next(paragraph.text for paragraph in document.body if "5 rõ" in paragraph.text)
    row = next(row for row in document.appendices[0].rows if "\n" in row.deadline)
    return draft_of(
        document,
        (document.head.subject, "năm 2025"),
        (bold, "tinh thần “làm gương, kỷ cương, trọng tâm, bứt phá” và “5 rõ"),
        (bold, ""),
        (bold, "rõ việc"),
        (row.text, ""),
        (row.deadline, "Quý I\nThực hiện"),
    )


@pytest.fixture(scope="module")
def drafted(some, template):
    return make_docx(some, template)


def test_every_comment_stands_around_its_words(some, drafted, tools):
    texts = list(some.printed_texts())
    wanted = [(remark.quote or texts[remark.position]).replace("\n", "") for remark in some.remarks]
    assert commented(tools.main(drafted)) == wanted


def test_runs_that_are_cut_keep_their_face_and_words(document, drafted, template, tools):
    plain, root = tools.main(make_docx(document, template)), tools.main(drafted)
    faces = [
        [
            (letter, run.find(f"{W}rPr/{W}rStyle") is not None)
            for run in tree.iter(f"{W}r")
            for letter in text_of(run)
        ]
        for tree in (plain, root)
    ]
    mark = "DỰ THẢO"
    at = next(
        place for place in range(len(faces[1])) if "".join(x for x, _ in faces[1][place : place + 7]) == mark
    )
    assert faces[1][:at] + faces[1][at + len(mark) :] == faces[0]


def test_python_docx_reads_author_and_paragraphs_and_there_is_no_date(drafted):
    comments = list(docx.Document(io.BytesIO(drafted)).comments)
    assert [comment.comment_id for comment in comments] == list(range(6))
    assert {(comment.author, comment.initials, comment.timestamp) for comment in comments} == {
        ("docgen", "dg", None)
    }
    assert [paragraph.text for paragraph in comments[0].paragraphs] == ASKED.split("\n")


def test_openxml_audit_finds_nothing(drafted, tmp_path):
    path = tmp_path / "du-thao.docx"
    path.write_bytes(drafted)
    assert OpenXmlValidator().validate(path).errors == []


def test_the_same_draft_is_the_same_file_and_a_plan_without_remarks_is_only_filled(
    some, document, drafted, template
):
    assert make_docx(some, template) == drafted
    assert make_docx(document, template) == fill(template, document)


def test_the_mark_stands_under_the_number_in_a_style_of_its_own(drafted):
    cell = docx.Document(io.BytesIO(drafted)).tables[0].cell(1, 0)
    number, mark = cell.paragraphs
    assert number.text.startswith("Số:")
    assert (mark.text, mark.style.name) == ("DỰ THẢO", "Dự thảo")
    assert (mark.style.font.bold, mark.style.base_style.name) == (True, number.style.name)
