"""A report that is issued is frozen with all its data, from which it can be made again letter for letter."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest
from docx import Document
from offices import desk_of
from sent_reports import AFTER, CODE, accept_everything, new_store, send_everything, submission_of
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.papers import PaperKind
from docgen.office import documents, numbers, reports
from docgen.store import tables
from docgen.word.ooxml import W

DAY = date(2025, 3, 20)
OF_UNIT = "ket-qua-thuc-hien/cai-cach-the-che/nhung-ket-qua-chu/gach.ra-soat-vbqppl.van-phong"
UNNUMBERED = (
    "Mở đầu: báo cáo viện dẫn Kế hoạch chưa có số và ngày ban hành."
    " Hãy ban hành Kế hoạch, hoặc sửa lời mở đầu."
)
MADE_AGAIN = """
import json, sys
from hashlib import sha256
from docgen.office.reports import recreated
print(*sorted(sha256(data).hexdigest() for data in recreated(json.load(sys.stdin)).values()))
"""


def words_of(docx):
    body = Document(BytesIO(docx)).element.body
    return " ".join("".join(node.itertext(f"{W}t")) for node in body.iter(f"{W}p"))


def number_for(session, kind=PaperKind.REPORT, number=45, year=2025):
    return numbers.enter_number(desk_of(session, "van_thu", now=AFTER), kind, year, number).id


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """Return an office that has issued its report, and the document."""
    store = new_store(tmp_path_factory.mktemp("ban-hanh"))
    with store.writing() as session:
        reports.edit(desk_of(session, "dau_moi", now=AFTER), CODE, OF_UNIT, "Đã rà soát 77 văn bản.", 0)
        accept_everything(session)
        number = number_for(session)
    with store.reading() as session:
        prepared = reports.prepare_issue(session, CODE, number, DAY)
    with store.writing() as session:
        document = reports.issue_report(desk_of(session, "van_thu", now=AFTER), prepared, confirmed=True)
    yield store, document, prepared
    store.close()


@pytest.fixture
def session(issued):
    with issued[0].writing() as session:
        yield session
        session.rollback()


def test_it_has_its_number_and_day_and_is_no_draft(session, issued):
    _, document, _ = issued
    words = words_of(documents.files_of(session, document.id)["45-BC-SNV.docx"])
    assert "Số: 45/BC-SNV" in words
    assert "(Kèm theo Báo cáo số 45/BC-SNV ngày 20 tháng 3 năm 2025 của Sở Nội vụ)" in words
    assert "Đã rà soát 77 văn bản." in words
    assert "DỰ THẢO" not in words
    assert "còn thiếu số liệu" not in words
    assert document.subject == "Kết quả công tác cải cách hành chính quý I năm 2025"


def test_issued_after_the_province_has_another_name_it_bears_that_name(session):
    number = number_for(session, number=7, year=2026)
    prepared = reports.prepare_issue(session, CODE, number, date(2026, 11, 24))
    words = words_of(prepared.docx)
    assert "UBND TỈNH GIA LAI" in words
    assert "Gia Lai, ngày 24 tháng 11 năm 2026" in words
    assert "BÌNH ĐỊNH" not in words
    again = reports.recreated(json.loads(json.dumps(prepared.snapshot.data())))
    assert again[f"bao-cao-{CODE}.docx"] == prepared.docx


def test_it_is_made_again_from_its_snapshot_alone(session, issued):
    """By another process, that knows nothing but the snapshot as it is kept."""
    _, document, _ = issued
    snapshot = json.dumps(documents.snapshot_of(session, document.id))
    run = subprocess.run([sys.executable, "-c", MADE_AGAIN], input=snapshot, text=True, stdout=-1, check=True)
    kept = documents.files_of(session, document.id).values()
    assert {sha256(data).hexdigest() for data in kept} < {*run.stdout.split()}


def test_nothing_of_its_period_changes_any_more(session):
    period = session.scalars(select(tables.Period).where(tables.Period.code == CODE)).one()
    assert period.state is PeriodState.ISSUED
    states = select(tables.Submission.state).where(tables.Submission.period_id == period.id)
    assert {*session.scalars(states)} == {SubmissionState.LOCKED}
    with pytest.raises(ConflictError, match="đã ban hành nên không sửa được"):
        reports.edit(desk_of(session, "dau_moi", now=AFTER), CODE, OF_UNIT, "Khác.", 1)
    assert reports.doubts(session, CODE) == ()


def test_its_draft_is_what_was_issued(session):
    before, composed = reports.draft(session, CODE), reports.snapshot(session, CODE).composed()
    session.scalars(select(tables.Plan)).one().version += 1
    session.delete(session.get(tables.Setting, "bieu-thong-ke"))
    session.flush()
    after = reports.draft(session, CODE)
    assert (after.title, after.passages, after.content) == (before.title, before.passages, before.content)
    assert reports.snapshot(session, CODE).composed() == composed
    assert after.passage(OF_UNIT).printed == "Đã rà soát 77 văn bản."
    assert composed.report.head.number_line == "Số: 45/BC-SNV"


def test_its_files_are_those_that_were_issued(session, issued):
    _, _, prepared = issued
    made = reports.report_papers(session, CODE)
    assert made.files["bao-cao-2025-Q1.docx"] == prepared.docx
    assert made.files["bao-cao-2025-Q1.pdf"] == prepared.pdf
    assert [*made.files] == [
        "bao-cao-2025-Q1.docx", "bao-cao-2025-Q1.pdf", "bao-cao-2025-Q1-nguon-so-lieu.xlsx",
    ]  # fmt: skip


def test_issued_again_it_is_the_same_document(session, issued):
    _, document, prepared = issued
    clerk = desk_of(session, "van_thu", now=AFTER)
    assert reports.issue_report(clerk, prepared) == document
    other = replace(prepared, number_id=number_for(session, number=46))
    with pytest.raises(ConflictError, match=r"đã ban hành số 45/BC-SNV ngày 20/3/2025"):
        reports.issue_report(clerk, other)


def test_what_is_not_settled_must_be_confirmed(founded):
    with founded.writing() as session:
        send_everything(session, but=("thanh-tra",))
        reports.edit(desk_of(session, "dau_moi", now=AFTER), CODE, OF_UNIT, "Đã rà soát.", 0)
        accept_everything(session)
        submission_of(session, "van-phong").state = SubmissionState.SENT
        prepared = reports.prepare_issue(session, CODE, number_for(session), DAY)
        clerk = desk_of(session, "van_thu", now=AFTER)
        with pytest.raises(ConflictError) as told:
            reports.issue_report(clerk, prepared)
        assert {
            "Văn phòng Sở: báo cáo chưa được duyệt (đã gửi). Hãy duyệt hoặc trả lại.",
            UNNUMBERED,
        } <= {*told.value.problems}
        assert told.value.problems[0].startswith(
            "Thanh tra Sở: chưa gửi báo cáo (hạn gửi ngày 18/3/2025); thiếu kết quả của"
        )
        assert numbers.number_of(session, prepared.number_id).state.label == "Đã cấp, chưa phát hành"
        document = reports.issue_report(clerk, prepared, confirmed=True)
    with founded.reading() as session:
        assert documents.snapshot_of(session, document.id) == prepared.snapshot.data()
        assert documents.files_of(session, document.id)["45-BC-SNV.docx"] == prepared.docx


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    store = new_store(tmp_path_factory.mktemp("cho-ban-hanh"))
    with store.writing() as session:
        accept_everything(session)
    yield store
    store.close()


@pytest.fixture
def ready(settled):
    """Return an office with everything sent and accepted; what a test does is undone."""
    with settled.writing() as session:
        yield session
        session.rollback()


def test_what_changed_since_it_was_prepared_is_not_issued(ready, issued):
    """Prepared with the words of an editor, which somebody has taken back since."""
    prepared = replace(issued[2], number_id=number_for(ready))
    with pytest.raises(ConflictError, match="vừa thay đổi"):
        reports.issue_report(desk_of(ready, "van_thu", now=AFTER), prepared, confirmed=True)


def test_edits_that_do_not_fit_the_data_are_told(ready):
    desk = desk_of(ready, "dau_moi", now=AFTER)
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát 77 văn bản.", 0)
    row = ready.scalars(select(tables.ReportEdit)).one()
    row.original = "Khác."
    lost = {"place": "khong-con", "original": "", "text": "Mất chỗ."}
    ready.add(tables.ReportEdit(**lost, period_id=row.period_id, version=1, made_at=AFTER))
    ready.flush()
    codes = [one.code for one in reports.doubts(ready, CODE)]
    assert [code for code in codes if code != "thieu-so-lieu"] == [
        "ke-hoach-chua-co-so", "loi-van-cu", "so-lieu-bi-bo", "so-ngoai-so-lieu", "loi-van-mat-cho",
    ]  # fmt: skip


def test_a_plan_without_a_number_is_told_unless_an_editor_has_cited_it(ready):
    assert UNNUMBERED in map(str, reports.doubts(ready, CODE))
    opening = next(one for one in reports.draft(ready, CODE).passages if one.passage.editable)
    text = opening.written.replace("Kế hoạch số", "Kế hoạch đã trình, số")
    reports.edit(desk_of(ready, "dau_moi", now=AFTER), CODE, opening.place, text, 0)
    assert UNNUMBERED not in map(str, reports.doubts(ready, CODE))


def test_number_and_day_must_fit(ready, issued):
    letter = number_for(ready, PaperKind.LETTER)
    with pytest.raises(InvalidInputError, match="được cấp cho công văn, không phải báo cáo"):
        reports.prepare_issue(ready, CODE, letter, DAY)
    early = replace(issued[2], number_id=number_for(ready), day=date(2025, 3, 14))
    with pytest.raises(InvalidInputError, match=r"chưa qua ngày cuối lấy số liệu của kỳ \(14/3/2025\)"):
        reports.issue_report(desk_of(ready, "van_thu", now=AFTER), early)
