"""The report and the letter in Word: what they hold, how they lie on pages, what outside judges find."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import docx
import pytest
import reports_2025
from likeness import likeness, remembered
from lxml import etree
from openxml_audit import OpenXmlValidator
from printed import pdf_pages, squeezed

from docgen import rules
from docgen.documents.base import Paragraph, ParagraphKind, RowKind, Run
from docgen.documents.congvan import compose_reminder
from docgen.documents.reported import Addressees, ResultRow
from docgen.model.finding import Severity
from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.rules.letters import advances
from docgen.word import fill, load_template, make_docx
from docgen.word.check import check_template
from docgen.word.ooxml import W

NAMES = ["report", "many units", "one unit"]
HOSTILE = ["</w:t> & <C> \"d\" 'e'", "{{ 7*7 }} {% raw %} {# a #}", "một\nhai\tba", "n" * 300]


@pytest.fixture(scope="module")
def templates():
    return {name: load_template(shipped("templates") / name) for name in ("baocao", "congvan")}


@pytest.fixture(scope="module")
def report(plan_2025, organisation):
    return reports_2025.report(plan_2025, organisation)


@pytest.fixture(scope="module")
def reminders(plan_2025, organisation):
    missing = {"many units": {unit.id for unit in organisation.units}, "one unit": {"thanh-tra"}}
    return {
        name: compose_reminder(reports_2025.results(plan_2025, organisation, missing=units))
        for name, units in missing.items()
    }


@pytest.fixture(scope="module")
def files(report, reminders, templates):
    letters = {name: make_docx(letter, templates["congvan"]) for name, letter in reminders.items()}
    return {"report": make_docx(report, templates["baocao"])} | letters


@pytest.fixture(scope="module")
def ours(files):
    return {name: to_pdf(data) for name, data in files.items()}


@pytest.fixture(scope="module")
def theirs(files):
    return remembered(files)


@pytest.mark.parametrize("name", ["baocao", "congvan"])
def test_the_templates_are_clean(name):
    assert check_template(shipped("templates") / name) == ()


@pytest.mark.parametrize(
    ("name", "edit", "codes"),
    [
        ("baocao", ("{{ kinh_gui.nhan }}", ""), {"mau-thieu-thanh-phan"}),
        ("baocao", ("{{ dong.don_vi_tinh }}", "{{ dong.don_vi }}"), {"mau-ten-la"}),
        ("baocao", ("{%tr if dong.dai %}", "{%tr if dong.daii %}"), {"mau-ten-la"}),
        ("congvan", ("{{ dau.trich_yeu }}", "{{ dau.ten_loai }}"), {"mau-ten-la", "mau-thieu-thanh-phan"}),
        ("congvan", ("{{ bang.cot.yeu_cau }}", ""), {"mau-thieu-thanh-phan"}),
    ],
)
def test_planted_faults_are_found(templates, tools, tmp_path, name, edit, codes):
    (tmp_path / "mau.toml").write_bytes((shipped("templates") / name / "mau.toml").read_bytes())
    edited = tools.with_part(templates[name].data, "word/document.xml", lambda xml: xml.replace(*edit))
    (tmp_path / "mau.docx").write_bytes(edited)
    found = {one.code for one in check_template(tmp_path) if one.severity is Severity.ERROR}
    assert found == codes


@pytest.mark.parametrize("name", NAMES)
def test_openxml_audit_finds_nothing(files, tmp_path, name):
    path = tmp_path / "a.docx"
    path.write_bytes(files[name])
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.parametrize("name", NAMES)
def test_our_pdf_has_the_pages_and_lines_of_libreoffice(ours, theirs, name):
    alike = likeness(theirs[name], ours[name])
    assert alike.same_pages
    assert alike.differing == ()


def test_every_part_of_a_report_is_numbered_from_one(files):
    sections = docx.Document(BytesIO(files["report"])).sections
    assert [section.page_width < section.page_height for section in sections] == [True, False, True]
    for section in sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(f"{W}pgNumType").get(f"{W}start") == "1"


def test_tables_are_as_wide_as_their_pages(files):
    for name, columns in (("report", (8, 6)), ("one unit", (4,))):
        document = docx.Document(BytesIO(files[name]))
        tables = [table for table in document.tables if len(table.columns) in columns]
        widths = [sum(column.width.mm for column in table.columns) for table in tables]
        rooms = [
            section.page_width.mm - section.left_margin.mm - section.right_margin.mm
            for section in document.sections[1:]
        ]
        assert widths == pytest.approx(rooms, abs=0.5)


def test_headings_of_tables_stand_on_every_page(ours):
    *words, statistics = [squeezed(page) for page in pdf_pages(ours["report"])]
    results = [page for page in words if "STTNhiệmvụ" in page]
    assert len(results) > 5
    assert all(page.startswith("STTNhiệmvụCơquanchủtrìCơquanphốihợp") for page in results[1:])
    assert statistics.startswith("STTChỉtiêuthốngkê")


def test_one_addressee_stands_beside_the_words_and_several_below(ours):
    pages = {name: pdf_pages(pdf)[0].splitlines() for name, pdf in ours.items()}
    assert "Kính gửi: Ủy ban nhân dân tỉnh Bình Định." in pages["report"]
    assert "Kính gửi: Thanh tra Sở." in pages["one unit"]
    at = pages["many units"].index("Kính gửi:")
    assert pages["many units"][at + 1] == "- Phòng Cải cách hành chính - Văn thư, lưu trữ;"
    assert pages["many units"][at + 8] == "- Trung tâm lưu trữ lịch sử tỉnh."


def test_a_report_to_nobody_has_no_words_for_it(report, templates):
    alone = report.model_copy(update={"addressees": Addressees(label="Kính gửi:", lines=())})
    words = "\n".join(
        one.text for one in docx.Document(BytesIO(make_docx(alone, templates["baocao"]))).paragraphs
    )
    assert "Kính gửi" not in words


def test_dashes_stand_below_the_colon():
    widths, units = advances(bold=False)
    size = rules.component("addressee").points
    before, with_colon = (
        sum(widths[letter] for letter in words) * size / units for words in ("Kính gửi", "Kính gửi:")
    )
    left, dash = (rules.length(f"addressee.{name}").points for name in ("left", "dash"))
    assert left + before <= dash <= left + with_colon + 2


def test_the_subject_of_a_letter_stands_below_its_number(files):
    head = docx.Document(BytesIO(files["one unit"])).tables[0]
    number, subject = head.cell(1, 0).paragraphs
    assert number.text.endswith("/SNV-CCHC-VTLT")
    assert subject.text.startswith("V/v đôn đốc báo cáo kết quả")
    assert subject.style.paragraph_format.space_before.pt == rules.figure("letter_subject.gap").use


def test_only_long_rows_are_split(report, files, tools):
    table = list(tools.main(files["report"]).iter(f"{W}tbl"))[2]
    split = [
        "".join(row.itertext()) for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}cantSplit") is None
    ]
    long = [row for row in report.results.rows if row.long]
    assert len(split) == len(long) == 6
    assert all(row.result in words for row, words in zip(long, split, strict=True))


@pytest.mark.parametrize(("letters", "long"), [(450, False), (451, True)])
def test_a_row_is_long_by_its_longest_cell(letters, long):
    assert ResultRow(kind=RowKind.TASK, text="a", note="b" * letters).long is long


def test_a_total_stands_below_a_task(files, tools):
    for name, place in (("report", 2), ("one unit", 2)):
        rows = list(list(tools.main(files[name]).iter(f"{W}tbl"))[place].iter(f"{W}tr"))
        for before, row in pairwise(rows):
            if "".join(row.itertext()).startswith("Tổng số"):
                assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in before.iter(f"{W}p"))


def test_a_total_may_stand_right_above_the_signature(reminders, templates, tools):
    """The last row is kept with the signature then, and the one above it with the total, each once."""

    def moved(xml):
        root = etree.fromstring(xml.encode())
        _, closing, owed = root.iter(f"{W}tbl")
        gap = closing.getprevious()
        owed.addnext(gap)
        gap.addnext(closing)
        return etree.tostring(root, encoding="unicode")

    data = tools.with_part(templates["congvan"].data, "word/document.xml", moved)
    root = tools.main(fill(replace(templates["congvan"], digest="moved", data=data), reminders["one unit"]))
    _, owed, signature = root.iter(f"{W}tbl")
    assert "KT. GIÁM ĐỐC" in "".join(signature.itertext())
    *_, task, total = owed.iter(f"{W}tr")
    kept = [len(one.findall(f"{W}pPr/{W}keepNext")) for row in (task, total) for one in row.iter(f"{W}p")]
    assert kept == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_never_stands_alone(ours, name):
    page = next(page for page in pdf_pages(ours[name]) if "KT. GIÁM ĐỐC" in page)
    assert page.index("./.") < page.index("KT. GIÁM ĐỐC")


@pytest.mark.parametrize("mark", ["", "DỰ THẢO"])
def test_a_draft_is_marked_above_its_title(report, reminders, templates, mark):
    for document, name in ((report, "baocao"), (reminders["one unit"], "congvan")):
        marked = document.model_copy(update={"head": document.head.model_copy(update={"draft_mark": mark})})
        words = docx.Document(BytesIO(make_docx(marked, templates[name]))).tables[0].cell(1, 0).text
        assert ("DỰ THẢO" in words) == bool(mark)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(report, templates, text):
    body = (*report.body, Paragraph(kind=ParagraphKind.CAPTION, runs=(Run(text=text),)))
    row = report.results.rows[2].model_copy(update={"result": text})
    changed = {"body": body, "results": report.results.model_copy(update={"rows": (row,)})}
    document = docx.Document(BytesIO(make_docx(report.model_copy(update=changed), templates["baocao"])))
    assert document.tables[2].cell(1, 5).text == text
    assert text in [paragraph.text for paragraph in document.paragraphs]


def test_the_same_words_are_the_same_bytes(report, files, templates):
    assert make_docx(report, templates["baocao"]) == files["report"]
    dated = report.model_copy(
        update={"properties": report.properties.model_copy(update={"created": date(2025, 3, 20)})}
    )
    assert make_docx(dated, templates["baocao"]) != files["report"]
