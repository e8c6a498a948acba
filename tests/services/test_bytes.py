"""Files worked on without a path: the same comes of their bytes as of the files."""

from io import BytesIO

import inside
import openpyxl
import pytest
from departments import departments
from wordfile import word_file

from docgen.errors import ConflictError, InvalidInputError
from docgen.services.check import check_bytes, check_file
from docgen.services.convert import convert_bytes, convert_file
from docgen.services.fix import fix_file, mend_bytes
from docgen.services.isolation import Names
from docgen.services.recognising import recognise_bytes
from docgen.sheets import write_workbook

WRONG = word_file("Kế  hoạch")
INSERTED = '<w:p><w:ins w:id="1" w:author="An"><w:r><w:t>ba</w:t></w:r></w:ins></w:p>'
TRACKED = word_file(f"một\n{INSERTED}")


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    """Work in this process: it is quick."""
    for module in ("check", "convert", "fix", "recognising"):
        monkeypatch.setattr(f"docgen.services.{module}.ask", inside.ask)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(WRONG)
    return path


def test_bytes_are_checked_as_their_file_is(file):
    checked = check_bytes(WRONG, Names("a.docx"))
    assert checked.findings
    assert checked == check_file(file)


def test_settings_and_tracked_changes_count():
    found, less = (check_bytes(WRONG, Names("a.docx"), text) for text in ("", "[rules]\nB23 = false"))
    assert {one.rule for one in found.findings} - {one.rule for one in less.findings} == {"B23"}
    (notice,) = check_bytes(TRACKED, Names("a.docx"), changes="original").notices
    assert "bản gốc" in notice.remedy
    with pytest.raises(InvalidInputError, match=r"^“cai-dat\.toml”: "):
        check_bytes(WRONG, Names("a.docx", "cai-dat.toml"), "[")


def test_bytes_are_mended_as_their_file_is(file, tmp_path):
    mended = mend_bytes(WRONG, Names("a.docx"))
    written = fix_file(file, tmp_path / "b.docx")
    assert mended.changes
    assert (mended.data, mended.changes, mended.left) == (
        written.file.read_bytes(),
        written.changes,
        written.left,
    )
    with pytest.raises(ConflictError, match="thay đổi theo dõi"):
        mend_bytes(TRACKED, Names("a.docx"))
    assert mend_bytes(TRACKED, Names("a.docx"), changes="accepted").data


def test_bytes_are_converted_as_their_file_is(file, tmp_path):
    pdf = convert_bytes(WRONG, Names("a.docx"))
    (written,) = convert_file(file, tmp_path / "a.pdf").files
    assert pdf.data == written.read_bytes()
    assert convert_bytes(TRACKED, Names("a.docx")).data != convert_bytes(TRACKED, Names("a"), "original").data


def test_a_plan_is_recognised(rendered, organisation, plan_2025):
    understood = recognise_bytes(rendered[".docx"].read_bytes(), Names("KẾ HOẠCH.DOCX"), organisation)
    assert understood.plan == plan_2025
    assert (understood.office, understood.guessed, understood.outcomes) == (None, (), None)


def test_what_lacks_something_is_a_draft_and_no_plan(organisation):
    understood = recognise_bytes("KẾ HOẠCH\nCải cách hành chính".encode(), Names("a.txt"), organisation)
    assert (understood.is_whole, understood.plan) == (False, None)
    assert understood.draft
    assert any(one.severity == "error" for one in understood.findings)


@pytest.mark.parametrize("drafts", [True, False])
def test_another_agency_is_drafted_where_that_is_wanted(organisation, drafts):
    data = departments()["so-xay-dung"].make()
    understood = recognise_bytes(data, Names("a.docx"), organisation, drafts=drafts)
    assert (understood.office or {}).get("ten") == ("Sở Xây dựng" if drafts else None)


@pytest.mark.parametrize(("words", "answers"), [("Hoàn thành", 1), (None, 0)])
def test_a_form_with_its_plan_has_what_units_answered(organisation, plan_2025, words, answers):
    form = openpyxl.load_workbook(BytesIO(write_workbook(plan_2025, organisation)))
    form.worksheets[0]["H7"].value = words
    memory = BytesIO()
    form.save(memory)
    understood = recognise_bytes(memory.getvalue(), Names("a.xlsx"), organisation, plan_2025)
    assert len(understood.outcomes.rows if understood.outcomes else ()) == answers
