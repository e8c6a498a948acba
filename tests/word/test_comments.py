"""A draft in Word: comments around the words that they are about, and the mark under the number."""

import io
import re

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from likeness import remembered
from marked import decision, with_decisions
from openxml_audit import OpenXmlValidator
from plans import plans
from redlines import main

from docgen.documents.base import Remark
from docgen.documents.kehoach import compose
from docgen.errors import InvalidInputError
from docgen.model.address import addressed
from docgen.word import fill, load_template, make_docx, verify
from docgen.word.blocks import text_of
from docgen.word.comments.letters import bare
from docgen.word.ooxml import WPS, W

ASKED = "Năm nay còn đúng không?\nĐề xuất: Giữ nguyên.\nMã: viec-1 (docgen decide)"


def draft_of(document, *quotes):
    """Return `document` as a draft with a remark on each (printed text, quote)."""
    texts = list(document.printed_texts())
    remarks = tuple(
        Remark(position=texts.index(text), quote=quote, words=ASKED.replace("viec-1", f"viec-{number}"))
        for number, (text, quote) in enumerate(quotes, 1)
    )
    head = document.head.model_copy(update={"draft_mark": "DỰ THẢO"})
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
            inside |= {number: inside[number] + (node.text or "") for number in open_ranges}
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


ISSUER, NUMBER, DAY, SUBJECT = (
    f"{{{{ dau.{name} }}}}" for name in ("co_quan_ban_hanh", "so_ky_hieu", "dia_danh_thoi_gian", "trich_yeu")
)


def head_of(root):
    """Return the paragraphs of a file above its title."""
    words = [text_of(paragraph) for paragraph in root.iter(f"{W}p")]
    return words[: words.index("KẾ HOẠCH")]


def paragraph_of(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def boxed(words):
    """Return a run that holds a text box, once for Word as it is and once for older ones."""
    content = f"<w:txbxContent>{paragraph_of(words)}</w:txbxContent>"
    return (
        '</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        f'<a:graphicData uri="{WPS[1:-1]}"><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>"
    )


def test_an_office_that_has_a_place_for_the_mark_finds_it_there_alone(some, edited, tools):
    own = paragraph_of("{{ dau.du_thao }}")
    folder = edited(lambda xml: re.sub(r'(<w:p><w:pPr><w:pStyle w:val="CoQuanBanHanh")', rf"{own}\1", xml))
    head = head_of(tools.main(make_docx(some, load_template(folder))))
    assert head[head.index("SỞ NỘI VỤ") - 1] == "DỰ THẢO"
    assert head.count("DỰ THẢO") == 1


def test_number_and_day_may_share_a_paragraph(some, edited, tools):
    folder = edited(lambda xml: xml.replace(DAY, "").replace(NUMBER, f"{NUMBER}</w:t><w:tab/><w:t>{DAY}"))
    head = head_of(tools.main(make_docx(some, load_template(folder))))
    assert head[head.index("DỰ THẢO") - 1].startswith("Số:")


def test_words_in_a_text_box_are_commented_on_at_the_box(document, edited, tools):
    draft = draft_of(document, (document.head.subject, "năm 2025"))
    root = tools.main(
        make_docx(draft, load_template(edited(lambda xml: xml.replace(SUBJECT, boxed(SUBJECT)))))
    )
    (start,) = root.iter(f"{W}commentRangeStart")
    assert text_of(start.getnext()).startswith(document.head.subject)
    assert next(start.iterancestors(f"{W}txbxContent"), None) is None


def test_the_comments_of_a_template_stay(some, template, stored):
    file = docx.Document(io.BytesIO(template.data))
    title = next(paragraph for paragraph in file.paragraphs if "dau.ten_loai" in paragraph.text)
    file.add_comment(title.runs, "Giữ nguyên chữ in hoa.", "Văn thư", "VT")
    memory = io.BytesIO()
    file.save(memory)
    folder = stored(memory.getvalue())
    comments = list(docx.Document(io.BytesIO(make_docx(some, load_template(folder)))).comments)
    assert [comment.author for comment in comments] == ["Văn thư", *["docgen"] * len(some.remarks)]
    assert [comment.comment_id for comment in comments] == list(range(1 + len(some.remarks)))


def test_styles_that_a_file_has_under_their_names_are_used(some, edited):
    """Word in Vietnamese has other ids; ids of ours may mean something else."""
    known = "".join(
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
        for kind, style_id, name in (
            ("character", "ThamchiuChuthich", "annotation reference"),
            ("paragraph", "CommentText", "Của cơ quan"),
        )
    )
    folder = edited(lambda xml: xml.replace("</w:styles>", f"{known}</w:styles>"), "word/styles.xml")
    file = docx.Document(io.BytesIO(make_docx(some, load_template(folder))))
    names = [style.name for style in file.styles]
    assert [names.count(name) for name in ("annotation reference", "annotation text", "Dự thảo")] == [1, 1, 1]
    (first, *_) = file.comments
    assert first.paragraphs[0].style.name == "annotation text"
    assert first.paragraphs[0].runs[0].style.style_id == "ThamchiuChuthich"


def test_a_file_without_styles_can_be_a_draft(some, template, tools, stored):
    parts = tools.parts(template.data)
    del parts["word/styles.xml"]
    arrows = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = re.sub(r'<Relationship Id="rIdStyles"[^>]*>', "", arrows).encode()
    data = make_docx(some, load_template(stored(tools.zipped(parts))))
    assert len(commented(tools.main(data))) == len(some.remarks)


def test_a_file_that_is_not_marked_is_no_proof_of_a_draft(some, template):
    with pytest.raises(InvalidInputError) as refused:
        verify(fill(template, some), some)
    assert refused.value.problems == ("thiếu dấu “DỰ THẢO” ở đầu văn bản",)


@pytest.mark.parametrize(
    "edit",
    [
        lambda xml: xml.replace(SUBJECT, ""),
        lambda xml: xml.replace(NUMBER, "").replace(SUBJECT, ""),
        lambda xml: re.sub("{{.*?}}", "", xml),
        lambda xml: re.sub("<w:body>.*</w:body>", "<w:body/>", xml),
    ],
    ids=["no subject", "no number", "no tags", "no words"],
)
def test_a_template_that_leaves_words_out_is_refused_as_ever(some, edited, edit):
    with pytest.raises(InvalidInputError, match="không khớp với văn bản"):
        make_docx(some, load_template(edited(edit)))


def test_libreoffice_keeps_every_comment_with_its_range(some, drafted, tools):
    (anew,) = remembered({"du-thao": drafted}, "docx").values()
    assert len(list(docx.Document(io.BytesIO(anew)).comments)) == len(some.remarks)
    assert sorted(commented(tools.main(anew))) == sorted(commented(tools.main(drafted)))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_open_decision_of_any_plan_stands_around_words_that_are_printed(organisation, template, data):
    plan = data.draw(plans(organisation))
    places = data.draw(st.lists(st.sampled_from(list(addressed(plan))), min_size=1, max_size=6))
    decisions = (decision(number, place) for number, place in enumerate(places))
    document = compose(with_decisions(plan, *decisions), organisation)
    texts = list(document.printed_texts())
    wanted = [bare(remark.quote or texts[remark.position]) for remark in document.remarks]
    assert commented(main(make_docx(document, template))) == wanted


def test_a_draft_may_have_nothing_to_remark_on(document, template, tools):
    data = make_docx(draft_of(document), template)
    assert "DỰ THẢO" in head_of(tools.main(data))
    assert "word/comments.xml" not in tools.parts(data)
