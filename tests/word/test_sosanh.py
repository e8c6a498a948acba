"""The comparison paper in Word: what it holds, how it lies on its pages, what outside judges find."""

from io import BytesIO

import docx
import pytest
from comparisons import NOTHING, comparison_2026, draft_2026, printed, with_row
from likeness import likeness, remembered
from openxml_audit import OpenXmlValidator
from printed import pdf_pages, squeezed

from docgen.documents import sosanh
from docgen.model.finding import Severity
from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.word import load_template, make_docx
from docgen.word.check import check_template
from docgen.word.ooxml import W

FOLDER = shipped("templates") / "sosanh"
HOSTILE = ["</w:t> & <C> \"d\" 'e'", "{{ 7*7 }} {% raw %} {# a #}", "một\nhai\tba", "n" * 300, "ô " * 9_990]


@pytest.fixture(scope="module")
def template():
    return load_template(FOLDER)


@pytest.fixture(scope="module")
def made(plan_2025, organisation, template):
    """Return a function that prints the paper about a comparison."""
    draft = draft_2026(plan_2025)
    return lambda comparison: make_docx(sosanh.compose(comparison, draft, organisation), template)


@pytest.fixture(scope="module")
def files(plan_2025, made):
    """Papers by name: the usual one, one where nothing differs, a long one, one of many rows."""
    usual = comparison_2026(plan_2025)
    many = usual.model_copy(update={"rows": (usual.rows * 6)[:200]})
    long = with_row(before="rất dài " * 2_400, after="rất dài lắm " * 1_600)
    papers = {"usual": usual, "nothing": NOTHING, "long": long, "many": many}
    return {name: made(paper) for name, paper in papers.items()}


@pytest.fixture(scope="module")
def judged(files):
    """The PDF of LibreOffice and ours, by name."""
    theirs = remembered(files)
    return {name: (theirs[name], to_pdf(data)) for name, data in files.items()}


def table_of(data):
    """Return the rows of the table as python-docx reads them, no-break spaces as others."""
    (table,) = [one for one in docx.Document(BytesIO(data)).tables if len(one.columns) > 2]
    return [[cell.text.replace("\xa0", " ") for cell in row.cells] for row in table.rows]


def test_the_template_is_clean():
    assert check_template(FOLDER) == ()


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("{{ dong.vi_tri }}", "{{ dong.vi_tri }}{{ dong.cho }}", {"mau-ten-la"}),
        ("{{ dau.ten }}", "{{ dau.ten_loai }}", {"mau-ten-la", "mau-thieu-thanh-phan"}),
        ("{{ doan }}", "{{ cot.stt }}", {"mau-dien-thu"}),
        ("{{ dau.kem_theo }}", "", {"mau-thieu-thanh-phan"}),
    ],
)
def test_planted_faults_are_found(template, tools, tmp_path, old, new, codes):
    (tmp_path / "mau.toml").write_bytes((FOLDER / "mau.toml").read_bytes())
    edited = tools.with_part(template.data, "word/document.xml", lambda xml: xml.replace(old, new))
    (tmp_path / "mau.docx").write_bytes(edited)
    found = check_template(tmp_path)
    assert {one.code for one in found if one.severity is Severity.ERROR} == codes


def test_every_row_is_in_the_table(files, plan_2025):
    first, group, *rows = table_of(files["usual"])
    assert first == ["STT", "Vị trí", "Kế hoạch năm 2025", "Dự thảo năm 2026", "Lý do"]
    assert set(group) == {"PHẦN LỜI VĂN"}
    places = [row for row in rows if row[0].isdecimal()]
    told = comparison_2026(plan_2025).rows
    assert [row[2] for row in places] == [row.before or "(chưa có)" for row in told]
    assert [row[3] for row in places] == [printed(row) for row in told]


def test_words_that_differ_are_bold(files, tools):
    runs = [
        run for run in tools.main(files["usual"]).iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert {"2025", "2026", "Cần quyết định:", "\nCần quyết định:"} >= {
        "".join(run.itertext()) for run in runs[:3]
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(made, text):
    *_, last = table_of(made(with_row(before=text, after=f"{text} khác", reason=text)))
    assert last[2:] == [text.strip(), f"{text} khác", text.strip()]


def test_where_nothing_differs_there_is_no_table(files):
    assert [len(table.columns) for table in docx.Document(BytesIO(files["nothing"])).tables] == [2, 2]


def test_short_rows_are_not_split_and_long_ones_may_be(made, tools):
    rows = [
        row.find(f"{W}trPr/{W}cantSplit") is not None
        for data in (made(with_row(before="ngắn")), made(with_row(before="dài " * 200)))
        for row in list(tools.main(data).iter(f"{W}tbl"))[1].iter(f"{W}tr")
    ]
    assert rows == [True, True, True, True, True, False]


@pytest.mark.parametrize("name", ["usual", "nothing", "long", "many"])
def test_openxml_audit_finds_nothing(files, tmp_path, name):
    path = tmp_path / "a.docx"
    path.write_bytes(files[name])
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.parametrize("name", ["usual", "nothing", "long", "many"])
def test_our_pdf_has_the_pages_and_lines_of_libreoffice(judged, name):
    alike = likeness(*judged[name])
    assert alike.same_pages
    assert alike.differing == ()


def test_pages_lie_and_repeat_the_headings(judged):
    first, *others = pdf_pages(judged["usual"][1])
    assert all(squeezed(page).startswith("STTVịtríKếhoạchnăm2025Dựthảonăm2026Lýdo") for page in others)
    assert "BẢN SO SÁNH, THUYẾT MINH" in first


def test_the_signature_stands_below_the_last_row(judged):
    for _, pdf in judged.values():
        *_, last = pdf_pages(pdf)
        assert "TRƯỞNG ĐƠN VỊ SOẠN THẢO" in last
        assert not last.startswith("PHÒNG")
