"""The report of a period and the letter to the late, with all their files, from the shipped samples."""

import shutil
from datetime import date

import pikepdf
import pytest
from docx import Document
from likeness import likeness, remembered
from openxml_audit import OpenXmlValidator

from docgen.check import check
from docgen.documents.baocao import Issue
from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.importers.submission_yaml import submission_yaml
from docgen.model.finding import Severity
from docgen.model.outcome import Outcome
from docgen.model.period import ReportingPeriod
from docgen.model.submission import Submission
from docgen.package import open_package
from docgen.resources import shipped
from docgen.services.periods import asked
from docgen.services.reporting import Extra, Sources, remind_units, report_period
from docgen.transform.reporting import obligations
from docgen.word.ooxml import W

DATA = shipped("data")
PERIODS = {"2025-Q1": (), "2025-6T": tuple(Extra)}
"""The periods of the samples, and what is wanted beside their reports."""
W_P, W_T = f"{W}p", f"{W}t"
KINDS = ("bao-cao", "cong-van-don-doc")


def sources(period, plan=DATA / "kehoach-2025.yaml", submissions=None):
    return Sources(plan, ReportingPeriod.parse(period), submissions or DATA / "submissions" / period)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The reports of both periods, one with all that may stand beside it, and the letters."""
    folder = tmp_path_factory.mktemp("ky")
    for period, extras in PERIODS.items():
        report_period(sources(period), folder, extras=extras)
        remind_units(sources(period), folder)
    return folder


@pytest.fixture(scope="module")
def papers(folder):
    names = [f"{kind}-{period}" for kind in KINDS for period in PERIODS]
    return {name: (folder / f"{name}.docx").read_bytes() for name in names}


def test_a_report_has_its_files(folder):
    papers = {f"{kind}-{period}{end}" for kind in KINDS for period in PERIODS for end in (".docx", ".pdf")}
    beside = {f"bao-cao-2025-6T{end}" for end in ("-hinh.svg", "-hinh.png", "-nguon-so-lieu.xlsx")}
    assert {path.name for path in folder.iterdir()} == papers | beside


def test_no_paper_has_an_error(papers):
    found = {name: check(open_package(data)) for name, data in papers.items()}
    assert {name: [one for one in of if one.severity is Severity.ERROR] for name, of in found.items()} == {
        name: [] for name in papers
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_a_word_file_by_the_standard(folder, kind):
    assert OpenXmlValidator().validate(str(folder / f"{kind}-2025-6T.docx")).errors == []


def test_every_pdf_has_the_pages_and_lines_of_libreoffice(folder, papers):
    theirs = remembered(papers)
    for name in papers:
        found = likeness(theirs[name], (folder / f"{name}.pdf").read_bytes())
        assert found.same_pages, name
        assert found.differing == (), name


def test_the_picture_is_told_to_who_cannot_see_it(folder):
    with pikepdf.open(folder / "bao-cao-2025-6T.pdf") as pdf:
        told = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert any("13/48 nhiệm vụ" in alt for alt in told)
    assert "13/48 nhiệm vụ" in (folder / "bao-cao-2025-6T-hinh.svg").read_text("utf-8")


def test_the_same_data_give_the_same_bytes(folder, tmp_path):
    report_period(sources("2025-Q1"), tmp_path)
    remind_units(sources("2025-Q1"), tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def test_a_report_that_is_issued_has_its_number_and_day(tmp_path):
    report_period(sources("2025-Q1"), tmp_path, issue=Issue(45, date(2025, 3, 20)))
    words = printed(tmp_path / "bao-cao-2025-Q1.docx")
    assert "Số: 45/BC-SNV" in words
    assert "Bình Định, ngày 20 tháng 3 năm 2025" in words
    assert "(Kèm theo Báo cáo số 45/BC-SNV ngày 20 tháng 3 năm 2025 của Sở Nội vụ)" in words


def test_a_paper_without_gaps_is_no_draft(tmp_path):
    plan = beside(tmp_path)
    (tmp_path / "bieu-thong-ke.yaml").write_text(ONE_FORM, "utf-8")
    period = tmp_path / "2025-Q1"
    answer_everything(plan, period)
    report_period(sources("2025-Q1", plan, period), tmp_path / "ra")
    words = printed(tmp_path / "ra" / "bao-cao-2025-Q1.docx")
    assert "DỰ THẢO" not in words
    assert "còn thiếu số liệu" not in words
    with pytest.raises(ConflictError, match="không cần đôn đốc"):
        remind_units(sources("2025-Q1", plan, period), tmp_path / "ra")
    assert {path.suffix for path in (tmp_path / "ra").iterdir()} == {".docx", ".pdf"}


def test_the_calendar_beside_the_plan_counts(tmp_path):
    plan = beside(tmp_path)
    calendar = "ky_bao_cao:\n  - ky: 2025-Q1\n    han_don_vi: 24/3/2025\n    han_bao_cao: 28/3/2025\n"
    (tmp_path / "lich-bao-cao.yaml").write_text(calendar, "utf-8")
    made = report_period(sources("2025-Q1", plan), tmp_path / "ra")
    assert "gui-qua-han" not in {finding.code for finding in made.findings}


@pytest.mark.parametrize("write", [report_period, remind_units])
@pytest.mark.parametrize(
    ("period", "submissions", "error", "said"),
    [
        ("2026-Q1", DATA / "submissions" / "2025-Q1", ConflictError, "--period 2025-Q1"),
        ("2025-Q1", DATA / "submissions" / "2030-Q1", MissingError, "2030-Q1"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_written(
    write, period, submissions, error, said, tmp_path
):
    with pytest.raises(error, match=said):
        write(sources(period, submissions=submissions), tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_a_letter_can_be_written_before_anyone_has_sent_anything(tmp_path):
    period = tmp_path / "2025-Q1"
    period.mkdir()
    with pytest.raises(MissingError, match="không có tệp kết quả nào"):
        report_period(sources("2025-Q1", submissions=period), tmp_path / "ra")
    made = remind_units(sources("2025-Q1", submissions=period), tmp_path / "ra")
    assert not any(one.file for one in made.results.received)
    assert "Văn phòng Sở" in printed(tmp_path / "ra" / "cong-van-don-doc-2025-Q1.docx")


def test_a_letter_counts_what_had_come_by_a_day(tmp_path):
    made = remind_units(sources("2025-Q1"), tmp_path, as_of=date(2025, 3, 17))
    told = {finding.code for finding in made.findings}
    assert {"gui-sau-ngay-tinh", "chua-den-han-gui"} <= told
    assert "Phòng Công chức, viên chức" in printed(tmp_path / "cong-van-don-doc-2025-Q1.docx")


def test_a_report_issued_before_its_data_end_is_doubted(tmp_path):
    made = report_period(sources("2025-Q1"), tmp_path, issue=Issue(1, date(2025, 3, 14)))
    assert str(made.findings[-1]) == (
        "Ngày ban hành: 14/3/2025 chưa qua ngày cuối lấy số liệu của kỳ (14/3/2025)."
        " Hãy xem lại ngày (--date)."
    )


def test_a_plan_without_tasks_has_nothing_to_report(tmp_path):
    plan = beside(tmp_path)
    plan.write_text(plan.read_text("utf-8").partition("\nphu_luc:")[0], "utf-8")
    with pytest.raises(ConflictError, match="không có phụ lục nhiệm vụ"):
        report_period(sources("2025-Q1", plan), tmp_path / "ra")


def test_every_file_that_is_wrong_is_told_at_once(tmp_path):
    period = tmp_path / "2025-Q1"
    shutil.copytree(DATA / "submissions" / "2025-Q1", period)
    for unit in ("van-phong", "thanh-tra"):
        text = (period / f"{unit}.yaml").read_text("utf-8")
        (period / f"{unit}.yaml").write_text(
            text.replace("tinh_trang: hoan_thanh", "tinh_trang: xong"), "utf-8"
        )
    with pytest.raises(InvalidInputError) as told:
        report_period(sources("2025-Q1", submissions=period), tmp_path / "ra")
    assert "van-phong.yaml" in str(told.value)
    assert not (tmp_path / "ra").exists()


ONE_FORM = """\
bieu:
  - so: "1"
    ten: Công tác chỉ đạo, điều hành
    noi_dung: 1
    chi_tieu:
      - ma: "1.1"
        ten: Nhiệm vụ trong kế hoạch
        don_vi_tinh: nhiệm vụ
        cach_tinh: theo_ke_hoach
        dem: nhiem_vu
"""


def beside(folder):
    """Return a copy of the plan with its agency beside it."""
    for name in ("kehoach-2025.yaml", "don-vi.yaml", "sap-xep-2025.yaml"):
        shutil.copy(DATA / name, folder / name)
    return folder / "kehoach-2025.yaml"


def answer_everything(plan, folder):
    """Write submissions in which every unit answers in time all that it owes in the first quarter."""
    question = asked(plan, ReportingPeriod.parse("2025-Q1"))
    owed = obligations(question.plan, question.office.organisation, question.dates).obligations
    folder.mkdir()
    for unit in {one.unit for one in owed}:
        rows = tuple(
            Outcome(id=one.task, status="dang_thuc_hien", result="Đang thực hiện đúng tiến độ.")
            for one in owed
            if one.unit == unit and one.is_required
        )
        name = next(one.name for one in owed if one.unit == unit)
        told = Submission(year=2025, period="2025-Q1", unit=name, sent_on=date(2025, 3, 17), rows=rows)
        (folder / f"{unit}.yaml").write_text(submission_yaml(told), "utf-8")


def printed(path):
    """Return all words of a Word file, those of tables too, in a row."""
    body = Document(str(path)).element.body
    return " ".join("".join(node.itertext(W_T)) for node in body.iter(W_P))
