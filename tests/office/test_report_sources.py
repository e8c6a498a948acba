"""Where numbers of a report come from, told in words; and documents made again of what is frozen."""

import pytest
from offices import at, desk_of
from reported import _issued, _opened
from sent_reports import CODE

from docgen.documents.baocao.placing import EDITOR
from docgen.model.papers import PaperKind
from docgen.office import documents, numbers, plans, reports
from docgen.office.agency import organisation
from docgen.office.recreating import made_again
from docgen.services.render import plan_files
from docgen.store.tables import RowKind

PROGRESS = "cong-tac-chi-dao/ke-hoach-cai-cach/doan.tinh-den-het-ngay"


def rows_of(session, wanted):
    """Return the sources of the first piece of the draft that is wanted."""
    draft = reports.draft(session, CODE)
    piece = next(one for one in reports.sourced(draft) if wanted(one))
    return reports.source_rows(session, draft, piece)


def test_a_number_names_unit_row_submission_and_moment(session):
    rows = rows_of(session, lambda one: getattr(one, "meaning", "").startswith("Nhiệm vụ đã hoàn thành"))
    row = next(one for one in rows if one.name.key == "giao-bien-che")
    assert (row.who, row.said, row.submission) == ("Văn phòng Sở", "Hoàn thành", "BC-2025-Q1-van-phong-1")
    assert row.row.startswith("Nhiệm vụ số 14 phần A: Quyết định giao biên chế")
    assert (row.sent_at, row.origin.unit) == (at("2025-03-17 10:00"), "van-phong")
    assert row.name == (RowKind.TASK, "giao-bien-che")


@pytest.mark.parametrize(
    ("wanted", "row", "name"),
    [
        (lambda one: one.sources[0].row == "kien_nghi", "Kiến nghị, đề xuất", (RowKind.TEXT, "kien_nghi")),
        (lambda one: one.sources[0].row == "trich_yeu", "Trích yếu", None),
        (lambda one: one.sources[0].row == "so, ngay_ban_hanh", "Số, Ngày ban hành", None),
        (lambda one: one.sources[0].row == "5.10", "Chỉ tiêu 5.10: ", None),
    ],
)
def test_rows_are_told_in_words(session, wanted, row, name):
    found = rows_of(session, lambda one: one.sources and wanted(one))[0]
    assert found.row.startswith(row)
    assert found.name == name


def test_words_of_an_editor_have_no_source(session):
    before = [*reports.sourced(reports.draft(session, CODE))]
    reports.edit(desk_of(session, "dau_moi"), CODE, PROGRESS, "Đã làm xong 04/48 nhiệm vụ.", 0)
    after = [*reports.sourced(reports.draft(session, CODE))]
    assert len(before) - len(after) == 3
    assert EDITOR not in {source.unit for one in after for source in one.sources}


def issue(session, kind, files, snapshot):
    """Issue a document as number 1 of its kind; return its id."""
    desk = desk_of(session, "van_thu", now=at("2025-03-20 15:00"))
    number = numbers.enter_number(desk, kind, 2025, 1)
    signed = documents.Signed(kind, "thử", f"1/{kind}-SNV", *files, snapshot)
    return documents.issue(desk, signed, number.id, desk.today).id


def test_a_report_is_made_again_of_its_snapshot(tmp_path):
    with _opened(_issued(), tmp_path) as store, store.reading() as session:
        made = made_again(session, 1)
    assert {one.name: one.is_same for one in made} == {"45-BC-SNV.docx": True, "45-BC-SNV.pdf": True}


def test_a_plan_is_made_again_of_its_snapshot(session):
    plan, agency = plans.plan(session, 2025).plan, organisation(session)
    files, _ = plan_files(plan, agency)
    made = issue(
        session, PaperKind.PLAN, files.values(), {"ke_hoach": plan.as_data(), "co_quan": agency.as_data()}
    )
    assert all(one.is_same for one in made_again(session, made))
