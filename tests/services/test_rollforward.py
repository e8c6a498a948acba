"""Next year's draft with all its files: what is written, what it says, and that nothing is lost."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from redlines import said, taken_back

from docgen.check import check
from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.importers import read_organisation, read_plan
from docgen.importers.submission_yaml import submission_yaml
from docgen.model.submission import Submission
from docgen.package import open_package
from docgen.resources import shipped
from docgen.services.importing import import_onto
from docgen.services.render import render_plan
from docgen.services.rollforward import rollforward_file

PLAN = shipped("data") / "kehoach-2025.yaml"
READ_BY_HAND = Path("tests/data/kehoach-2026-du-thao.yaml")
NAMES = [
    "kehoach-2026.yaml",
    "don-vi.yaml",
    "sap-xep-2025.yaml",
    "kehoach-2026.docx",
    "kehoach-2026.pdf",
    "kehoach-2026-thay-doi.docx",
    "kehoach-2026-so-sanh.docx",
    "kehoach-2026-so-sanh.xlsx",
]


@dataclass(frozen=True)
class Drafted:
    folder: Path
    files: tuple[Path, ...]
    rolled: object

    def file(self, end):
        return (self.folder / f"kehoach-2026{end}").read_bytes()


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("du-thao") / "2026"
    done = rollforward_file(PLAN, 2026, folder)
    return Drafted(folder, done.files, done.rolled)


@pytest.fixture(scope="module")
def last_year(rendered):
    return rendered[".docx"].read_bytes()


@pytest.fixture
def outcomes(tmp_path):
    """A folder in which the digital archive was reported as done."""
    folder = tmp_path / "ket-qua" / "2025-N"
    folder.mkdir(parents=True)
    row = {"id": "kho-luu-tru-so", "tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "2025-10-01"}
    (folder / "cchc.yaml").write_text(submission_yaml(Submission(year=2025, rows=[row])), encoding="utf-8")
    return folder.parent


def test_everything_is_written_and_the_data_first(drafted):
    assert [path.name for path in drafted.files] == NAMES


def test_the_draft_is_the_one_that_was_read_by_hand(drafted):
    """Every line of the golden file was read; `docgen rollforward` writes it anew."""
    assert drafted.files[0].read_text("utf-8") == READ_BY_HAND.read_text("utf-8")


def test_the_data_is_read_back_as_the_draft(drafted):
    organisation = read_organisation(drafted.folder / "don-vi.yaml")
    assert read_plan(drafted.files[0], organisation) == drafted.rolled.plan


def test_the_draft_is_what_its_data_renders(drafted, tmp_path):
    files = render_plan(drafted.files[0], tmp_path).files
    assert [path.read_bytes() for path in files] == [drafted.file(".docx"), drafted.file(".pdf")]


def test_each_open_decision_is_a_comment(drafted):
    comments = [comment.text for comment in Document(drafted.folder / "kehoach-2026.docx").comments]
    asked = [decision.question for decision in drafted.rolled.plan.open_decisions()]
    assert [text.splitlines()[0] for text in comments] == asked


def test_the_redline_accepted_is_the_draft_and_rejected_last_years_plan(drafted, last_year):
    redline = drafted.file("-thay-doi.docx")
    assert said(redline) == said(drafted.file(".docx"))
    assert taken_back(redline) == said(last_year)


def test_the_draft_has_no_error_that_the_plan_had_not(drafted, last_year):
    before, after = (_errors(data) for data in (last_year, drafted.file(".docx")))
    assert after <= before
    assert _errors(drafted.file("-so-sanh.docx")) == set()


def _errors(docx):
    return {found.rule for found in check(open_package(docx)) if found.severity == "error"}


def test_the_workbook_has_every_task_with_its_fate(drafted):
    book = openpyxl.load_workbook(drafted.folder / "kehoach-2026-so-sanh.xlsx")
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {task.text for task in drafted.rolled.comparison.fates} <= cells


def test_the_draft_goes_back_onto_its_data_without_a_change(drafted):
    plan, draft = drafted.files[0], drafted.folder / "kehoach-2026.docx"
    assert import_onto(draft, plan, write=False).changes == ()


def test_the_same_plan_gives_the_same_bytes(drafted, tmp_path):
    again = rollforward_file(PLAN, 2026, tmp_path).files
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in drafted.files]


def test_a_draft_that_is_there_is_kept_with_what_was_decided_in_it(tmp_path):
    (tmp_path / "kehoach-2026.yaml").write_text("đã quyết định\n", encoding="utf-8")
    done = rollforward_file(PLAN, 2026, tmp_path)
    assert (tmp_path / "kehoach-2026.cu.yaml").read_text("utf-8") == "đã quyết định\n"
    assert any("kehoach-2026.cu.yaml" in str(finding) for finding in done.findings)


def test_the_units_of_an_office_are_not_written_over(tmp_path):
    own = tmp_path / "don-vi.yaml"
    shutil.copy(PLAN.with_name("don-vi.yaml"), own)
    own.write_text(f"{own.read_text('utf-8')}# của cơ quan\n", encoding="utf-8")
    assert own not in rollforward_file(PLAN, 2026, tmp_path).files
    assert own.read_text("utf-8").endswith("# của cơ quan\n")


def test_a_plan_whose_name_has_no_year_gets_one(tmp_path):
    plan = shutil.copy(PLAN, tmp_path / "ke-hoach.yaml")
    shutil.copy(PLAN.with_name("don-vi.yaml"), tmp_path)
    done = rollforward_file(plan, 2026, tmp_path / "moi")
    assert done.data.name == "ke-hoach-2026.yaml"


def test_outcomes_let_finished_tasks_go(outcomes, tmp_path):
    done = rollforward_file(PLAN, 2026, tmp_path / "moi", outcomes)
    assert "kho-luu-tru-so" not in {row.id for row in done.rolled.plan.rows()}
    told = next(task for task in done.rolled.comparison.fates if task.id == "kho-luu-tru-so")
    assert "01/10/2025" in told.reason


def test_decisions_that_are_open_in_the_plan_before_are_told_of(drafted, tmp_path):
    done = rollforward_file(drafted.files[0], 2027, tmp_path / "moi")
    assert [found.code for found in done.findings if "chưa quyết định" in found.message] == [
        "chua-quyet-dinh-het"
    ]


def test_a_year_that_is_not_later_is_refused(tmp_path):
    with pytest.raises(ConflictError, match="2025"):
        rollforward_file(PLAN, 2025, tmp_path / "moi")
    assert not (tmp_path / "moi").exists()


def test_a_year_that_no_plan_has_is_refused(tmp_path):
    with pytest.raises(ConflictError, match="2100"):
        rollforward_file(PLAN, 3026, tmp_path / "moi")


def test_outcomes_that_cannot_be_used_leave_nothing_behind(outcomes, tmp_path):
    (outcomes / "2025-N" / "khac.yaml").write_text("nam: 2025\nket_qua:\n  - id: la\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"khac\.yaml"):
        rollforward_file(PLAN, 2026, tmp_path / "moi", outcomes)
    with pytest.raises(MissingError):
        rollforward_file(PLAN, 2026, tmp_path / "moi", tmp_path / "khong-co")
    assert not (tmp_path / "moi").exists()
