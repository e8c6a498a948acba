"""Files brought in as plans: what was recognised is shown first, then confirmed or not."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from io import BytesIO

import openpyxl
import pytest
import small_plan
from offices import at, desk_of

from docgen.errors import ConflictError, DocgenError, InvalidInputError, MissingError
from docgen.importers.scan import typed
from docgen.office import plans
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.sheets import write_workbook

TASK = "ra-soat-vbqppl"
SMALL = small_plan.TEXT.replace("2025", "2027").replace("Thanh tra Sở", "Văn phòng Sở")


@pytest.fixture
def do(sqlite_founded):
    """Return a function that does a piece of work in a transaction of its own."""

    def do(work, *arguments, now="2025-03-10 09:00", **more):
        with sqlite_founded.writing() as session:
            return work(desk_of(session, "dau_moi", now=at(now)), *arguments, **more)

    return do


@pytest.fixture
def bring(sqlite_founded, do):
    """Return a function that brings a file in; each is understood once for all tests, as time goes by."""

    def bring(name, data, year=None):
        with sqlite_founded.reading() as session:
            understood = _understood(session, name, data, year)
        return do(plans.keep_upload, understood)

    return bring


def _understood(session, name, data, year=None):
    known = _KNOWN.get((data, year)) or plans.understand(session, name, data, year)
    _KNOWN[data, year] = known
    return replace(known, name=name)


_KNOWN = {}


@pytest.fixture(scope="module")
def workbook(plan_2025, organisation):
    """Return a function that gives the workbook of the plan of 2025 with a cell of a task written over."""
    data = write_workbook(plan_2025, organisation)

    @cache
    def workbook(column="F", value="Quý II"):
        book = openpyxl.load_workbook(BytesIO(data))
        sheet = book.worksheets[0]
        row = next(row[0].row for row in sheet.iter_rows() if row[0].value == TASK)
        sheet[f"{column}{row}"] = value
        memory = BytesIO()
        book.save(memory)
        return memory.getvalue()

    return workbook


@cache
def _docx(text=SMALL):
    return typed(text).docx


def test_a_plan_from_outside(founded):
    with founded.reading() as session:
        understood = _understood(session, "kế hoạch.docx", _docx())
    with founded.writing() as session:
        shown = plans.keep_upload(desk_of(session, "dau_moi"), understood)
    assert (shown.name, shown.year, shown.version, shown.changes) == ("kế hoạch.docx", 2027, 0, ())
    assert shown.counts == (("mục", 1), ("phụ lục", 1), ("phần", 1), ("nhóm", 1), ("nhiệm vụ", 2))
    assert (shown.is_whole, shown.office) == (True, None)
    with founded.writing() as session:
        kept = plans.confirm_upload(desk_of(session, "dau_moi"), shown.id)
    assert (kept.plan.year, kept.version, [row.text for row in kept.plan.rows()]) == (
        2027,
        1,
        [*small_plan.TASKS],
    )
    with founded.reading() as session:
        assert plans.history(session, 2027)[0].note == "Nhập từ tệp kế hoạch.docx"
        assert plans.uploaded(session, shown.id).used_at


def test_what_is_doubtful_is_told_as_on_a_page(bring):
    shown = bring("kh.docx", _docx())
    told = {one.code: one.remedy for one in shown.findings}
    assert told["thieu-chi-dan"] == "Hãy thêm chỉ dẫn đến phụ lục vào mục giao nhiệm vụ."


def test_a_workbook_of_the_plan_that_was_edited(do, bring, workbook):
    shown = bring("sua.xlsx", workbook(), 2025)
    assert [(one.task, one.after) for one in shown.changes] == [(TASK, "Quý II")]
    kept = do(plans.confirm_upload, shown.id, shown.version)
    assert kept.version == 2
    assert {row.id: row.deadline for row in kept.plan.rows()}[TASK] == "Quý II"
    with pytest.raises(ConflictError, match="đã được đưa vào kế hoạch"):
        do(plans.confirm_upload, shown.id, shown.version)


def test_the_same_file_is_understood_once(do, bring, workbook):
    """Its year is found in it, and the plan that it goes onto with the year."""
    first = bring("sua.xlsx", workbook())
    assert (first.year, first.version, [one.task for one in first.changes]) == (2025, 1, [TASK])
    again = do(plans.read_upload, "sua (1).xlsx", workbook(), now="2025-03-11 09:00")
    assert again == first


def test_what_changed_since_the_differences_were_shown(do, bring, workbook):
    shown = bring("sua.xlsx", workbook(), 2025)
    do(plans.edit_task, 2025, "giao-bien-che", {"ghi_chu": "Khác"}, 1)
    with pytest.raises(ChangedMeanwhileError):
        do(plans.confirm_upload, shown.id, shown.version)
    anew = do(plans.read_upload, "sua.xlsx", workbook(), 2025)
    assert (anew.id != shown.id, anew.version, len(anew.changes)) == (True, 2, 2)


def test_what_a_cell_lost_keeps_the_file_out(do, bring, workbook):
    broken = bring("hong.xlsx", workbook(value="=1/0"), 2025)
    with pytest.raises(InvalidInputError, match="1 ô không đọc được"):
        do(plans.confirm_upload, broken.id, broken.version)


def test_what_units_answered_is_no_part_of_the_plan(bring, workbook):
    shown = bring("co-ket-qua.xlsx", workbook(column="H", value="Hoàn thành"), 2025)
    assert "co-ket-qua" in {one.code for one in shown.findings}
    assert shown.changes == ()


def test_what_the_file_does_not_tell_is_completed(do, bring):
    text = SMALL.replace(" NĂM 2027", "").replace(" năm 2027", "")
    shown = bring("kh.docx", _docx(text.replace("GIÁM ĐỐC", "").replace("Nguyễn Văn An", "")))
    assert (shown.year, shown.is_whole) == (None, False)
    assert shown.problems == {
        "nam": ("Chưa có năm kế hoạch. Hãy bổ sung.",),
        "ky": ("Chưa có chữ ký. Hãy bổ sung.",),
    }
    with pytest.raises(plans.InvalidFieldsError):
        do(plans.confirm_upload, shown.id)
    signature = {"chuc_vu": "Giám đốc", "ho_ten": "Nguyễn Văn An"}
    with pytest.raises(ConflictError, match="Đã có kế hoạch năm 2025"):
        do(plans.confirm_upload, shown.id, 1, completed={"nam": 2025, "ky": signature})
    kept = do(plans.confirm_upload, shown.id, completed={"nam": 2029, "ky": signature})
    assert (kept.plan.year, kept.plan.signature.name) == (2029, "Nguyễn Văn An")


def test_a_file_of_another_agency_is_only_shown(bring):
    """Units that there are not keep it out."""
    text = (
        SMALL.replace("SỞ NỘI VỤ", "SỞ TÀI CHÍNH").replace("SNV", "STC").replace("Sở Nội vụ", "Sở Tài chính")
    )
    shown = bring("kh.docx", _docx(text.replace("Văn phòng Sở", "Phòng Lạ")))
    assert shown.office["ten"] == "Sở Tài chính"
    (told,) = (one for one in shown.findings if one.code == "don-vi-ban-nhap")
    assert "tên cơ quan khác" in told.message
    assert "không có đơn vị “Phòng Lạ”" in shown.problems[""][0]


def test_what_cannot_be_read(bring):
    with pytest.raises(DocgenError, match=r"“la\.docx”"):
        bring("la.docx", b"PK\x03\x04 khong phai van ban")


def test_a_file_that_is_not_there(do):
    with pytest.raises(MissingError, match="Không có tệp này"):
        do(plans.confirm_upload, 99)


def test_two_bring_in_the_first_plan_of_a_year_at_once(founded):
    """The second finds the plan of the first, and is told so."""
    with founded.reading() as session:
        files = [_understood(session, "mot.docx", _docx()), _understood(session, "hai.docx", _docx())]
    files[1] = replace(files[1], data=b"khac")
    ids = [_at_desk(founded, plans.keep_upload, one).id for one in files]
    with ThreadPoolExecutor(2) as pool:
        tried = [pool.submit(_at_desk, founded, plans.confirm_upload, upload) for upload in ids]
    refused = [one.exception() for one in tried if one.exception()]
    assert [(type(one), one.message) for one in refused] == [
        (ConflictError, "Đã có kế hoạch năm 2027; chưa so tệp với kế hoạch này.")
    ]


def _at_desk(store, work, argument):
    with store.writing() as session:
        return work(desk_of(session, "dau_moi"), argument)
