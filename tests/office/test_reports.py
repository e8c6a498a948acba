"""The report of a period from the store: drafted, edited by several hands, printed, reminded of."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from offices import at, desk_of
from sent_reports import AFTER, CODE, send, send_everything, shipped_period
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.figure import Figure
from docgen.model.outcome import Status
from docgen.office import reports
from docgen.office.agency import CALENDAR, setting, settle
from docgen.office.audit_log import entries
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.services.periods import added_up
from docgen.store import tables
from docgen.word.ooxml import W

PROGRESS = "cong-tac-chi-dao/ke-hoach-cai-cach/doan.tinh-den-het-ngay"
OF_UNIT = "ket-qua-thuc-hien/cai-cach-the-che/nhung-ket-qua-chu/gach.ra-soat-vbqppl.van-phong"
TASK, UNIT = "ra-soat-vbqppl", "van-phong"


@pytest.fixture
def desk(session):
    return desk_of(session, "dau_moi", now=AFTER)


def words_of(docx):
    body = Document(BytesIO(docx)).element.body
    return " ".join("".join(node.itertext(f"{W}t")) for node in body.iter(f"{W}p"))


def say(session, **changes):
    """Let a unit send something else on the task."""
    question, sent = shipped_period()
    told = sent.received[question.period][UNIT].submission
    rows = tuple(one.model_copy(update=changes) if one.id == TASK else one for one in told.rows)
    send(session, UNIT, told.model_copy(update={"rows": rows}))


def test_the_store_gives_the_report_that_files_give(founded):
    """But for the names of the submissions: of files there, of receipts here."""
    question, sent = shipped_period()
    files = {f"BC-{CODE}-{unit}-1": file.file for unit, file in sent.received[question.period].items()}
    with founded.writing() as session:
        send_everything(session)
    with founded.reading() as session:
        made = reports.results(session, CODE)
    assert [one.standing for one in made.tasks] == [one.standing for one in ours(question, sent).tasks]
    received = [replace(one, file=files.get(one.file, "")) for one in made.received]
    assert received == [*ours(question, sent).received]


def ours(question, sent):
    asked = {one: {**files} for one, files in sent.received.items()}
    asked[question.period].pop("ton-giao")
    return added_up(question, replace(sent, received=asked))


def test_a_draft_says_where_every_number_comes_from(session):
    draft = reports.draft(session, CODE)
    assert len({one.place for one in draft.passages}) == len(draft.passages)
    share = next(one for one in draft.passage(PROGRESS).passage.line.words if str(one).endswith("%"))
    assert isinstance(share, Figure)
    named = {source.submission for source in share.sources if source.submission}
    assert {draft.origins[name].unit for name in named} >= {"van-phong", "cchc-vtlt"}
    assert str(draft.origins[f"BC-{CODE}-{UNIT}-1"].period) == CODE
    assert draft.passage("khong-co") is None


def test_an_edit_is_kept_when_the_report_is_made_again(desk):
    before = reports.draft(desk.session, CODE)
    text = before.passage(PROGRESS).written.replace("Tính đến", "Đến")
    made = reports.edit(desk, CODE, PROGRESS, f"  {text}\n", 0)
    assert (made.printed, made.version, made.edit.made_by) == (text, 1, "Đầu mối cải cách hành chính")
    assert made.findings == ()
    say(desk.session, result="Đã rà soát xong 12 văn bản.")
    draft = reports.draft(desk.session, CODE)
    assert (draft.passage(PROGRESS).edit, draft.passage(PROGRESS).printed) == (made.edit, text)
    assert "12 văn bản" in draft.passage(OF_UNIT).printed
    assert (draft.outdated, draft.lost) == ((), ())
    assert draft.content != before.content


def test_an_editor_is_told_when_the_data_say_something_else_by_now(desk):
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát văn bản.", 0)
    say(desk.session, result="Đã rà soát xong 12 văn bản.")
    (outdated,) = reports.draft(desk.session, CODE).outdated
    assert (outdated.place, outdated.printed) == (OF_UNIT, "Đã rà soát văn bản.")
    assert "12 văn bản" in outdated.written
    kept = reports.keep_mine(desk, CODE, OF_UNIT, 1)
    assert (kept.printed, kept.version, kept.is_outdated) == ("Đã rà soát văn bản.", 2, False)
    reports.take_new(desk, CODE, OF_UNIT, 2)
    assert reports.draft(desk.session, CODE).passage(OF_UNIT).printed == outdated.written


def test_an_edit_whose_place_vanishes_is_not_lost(desk):
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát văn bản.", 0)
    say(desk.session, result="", products=(), status=Status.NOT_STARTED)
    draft = reports.draft(desk.session, CODE)
    assert [(one.place, one.text) for one in draft.lost] == [(OF_UNIT, "Đã rà soát văn bản.")]
    with pytest.raises(MissingError):
        reports.edit(desk, CODE, OF_UNIT, "Khác.", 1)
    reports.take_new(desk, CODE, OF_UNIT, 1)
    assert reports.draft(desk.session, CODE).lost == ()


def test_of_two_editors_the_second_sees_what_the_first_wrote(desk):
    reports.edit(desk, CODE, OF_UNIT, "Bản thứ nhất.", 0)
    with pytest.raises(ChangedMeanwhileError) as told:
        reports.edit(desk, CODE, OF_UNIT, "Bản thứ hai.", 0)
    assert (told.value.theirs, told.value.version, told.value.when) == ("Bản thứ nhất.", 1, AFTER)
    reports.edit(desk, CODE, OF_UNIT, "Bản thứ hai.", 1)
    reports.take_new(desk, CODE, OF_UNIT, 2)
    with pytest.raises(ConflictError, match="vừa được người khác bỏ"):
        reports.edit(desk, CODE, OF_UNIT, "Bản thứ ba.", 2)


def test_what_the_data_say_is_no_edit(desk):
    written = reports.draft(desk.session, CODE).passage(OF_UNIT).written
    reports.edit(desk, CODE, OF_UNIT, "Khác.", 0)
    assert reports.edit(desk, CODE, OF_UNIT, written, 1).version == 0
    assert reports.edit(desk, CODE, OF_UNIT, written, 0).edit is None
    for change in (reports.keep_mine, reports.take_new):
        with pytest.raises(MissingError):
            change(desk, CODE, OF_UNIT, 0)


def test_numbers_that_an_editor_drops_or_adds_are_told(desk):
    written = reports.draft(desk.session, CODE).passage(PROGRESS).written
    made = reports.edit(desk, CODE, PROGRESS, written.replace("04/48", "05/48"), 0)
    assert [str(one) for one in made.findings] == [
        "Mục I.1: lời văn đã sửa không còn số liệu: 04/48. Hãy kiểm tra lại.",
        "Mục I.1: lời văn đã sửa có số không lấy từ số liệu của các đơn vị: 05/48. Hãy kiểm tra lại.",
    ]


def test_where_a_number_was_changed_is_said_in_words(desk):
    opening = reports.draft(desk.session, CODE).passages[3]
    made = reports.edit(desk, CODE, opening.place, "Sở Nội vụ báo cáo như sau:", 0)
    assert [one.place for one in made.findings] == ["Mở đầu"]


def test_a_paragraph_can_be_left_out(desk):
    reports.edit(desk, CODE, OF_UNIT, "", 0)
    draft = reports.draft(desk.session, CODE)
    assert draft.passage(OF_UNIT).printed == ""
    body = reports.snapshot(desk.session, CODE).composed().report.body
    assert len(body) == len(draft.passages) - 1


@pytest.mark.parametrize(
    ("place", "text", "error", "said"),
    [
        ("cong-tac-chi-dao", "Khác", MissingError, "không sửa được"),
        ("khong-co", "Khác", MissingError, "không có đoạn này"),
        (OF_UNIT, "a\x00b", InvalidInputError, "Lời văn có ký tự hỏng"),
    ],
)
def test_what_cannot_be_edited_is_refused(desk, place, text, error, said):
    with pytest.raises(error, match=said):
        reports.edit(desk, CODE, place, text, 0)


def test_files_hold_the_edits_and_are_kept_until_something_changes(desk):
    assert reports.kept_papers(desk.session, CODE) is None
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát 77 văn bản.", 0)
    made = reports.report_papers(desk.session, CODE)
    names = ["bao-cao-2025-Q1-nguon-so-lieu.xlsx", "bao-cao-2025-Q1.docx", "bao-cao-2025-Q1.pdf"]
    assert sorted(made.files) == names
    assert "Đã rà soát 77 văn bản." in words_of(made.files["bao-cao-2025-Q1.docx"])
    reports.keep_papers(desk, made)
    assert reports.kept_papers(desk.session, CODE) == made
    reports.take_new(desk, CODE, OF_UNIT, 1)
    assert reports.kept_papers(desk.session, CODE) is None
    reports.keep_papers(desk, replace(made, content="khac", files={"a.pdf": b"a"}))
    assert [*desk.session.scalars(select(tables.Paper.name))] == ["a.pdf"]


def test_the_log_says_what_stood_there_before(desk):
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát 77 văn bản.", 0)
    reports.edit(desk, CODE, OF_UNIT, "Đã rà soát 78 văn bản.", 1)
    reports.take_new(desk, CODE, OF_UNIT, 2)
    dropped, second, first = (one.detail for one in entries(desk.session, OF_UNIT, limit=3))
    assert first.splitlines()[0].startswith("Chỗ trong báo cáo: Mục II.")
    assert first.endswith(" → Đã rà soát 77 văn bản.")
    assert second.endswith("Nội dung: Đã rà soát 77 văn bản. → Đã rà soát 78 văn bản.")
    assert dropped.endswith("Trước: Đã rà soát 78 văn bản.")


def test_the_picture_of_the_period_stands_in_it_once_it_is_wanted(desk):
    def drawn():
        files = reports.report_papers(desk.session, CODE).files
        return "Hình. Tiến độ thực hiện" in words_of(files["bao-cao-2025-Q1.docx"]), len(files)

    plain = reports.draft(desk.session, CODE)
    assert (plain.pictured, drawn()) == (False, (False, 3))
    for _ in range(2):
        reports.place_picture(desk, CODE, wanted=True)
    pictured = reports.draft(desk.session, CODE)
    assert pictured.content != plain.content
    assert (pictured.pictured, drawn()) == (True, (True, 3))
    assert len(entries(desk.session, "Sửa lời văn")) == 1
    reports.place_picture(desk, CODE, wanted=False)
    assert reports.draft(desk.session, CODE).content == plain.content


def test_the_letter_names_who_owed_answers_on_a_day(session):
    late = {"ccvc"} | {"thi-dua-khen-thuong"}
    letter = reports.letter(session, CODE, at("2025-03-17 09:00").date())
    assert sorted(letter) == ["cong-van-don-doc-2025-Q1.docx", "cong-van-don-doc-2025-Q1.pdf"]
    words = words_of(letter["cong-van-don-doc-2025-Q1.docx"])
    names = {one.unit: one.name for one in reports.results(session, CODE).received}
    assert all(names[unit] in words for unit in late)
    assert "Đến hết ngày 17/3/2025" in words


def test_a_letter_that_is_kept_is_not_made_again(desk):
    day = at("2025-03-17 09:00").date()
    made = reports.letter_papers(desk.session, CODE, day)
    reports.keep_papers(desk, replace(made, files={"cong-van.pdf": b"a"}))
    assert reports.letter_papers(desk.session, CODE, day).files == {"cong-van.pdf": b"a"}
    assert len(reports.letter_papers(desk.session, CODE, day - timedelta(days=1)).files) == 2


@pytest.mark.parametrize("code", ["2025-6T", "2030-Q1", "sai"])
def test_a_period_that_is_not_open_has_no_report(session, code):
    with pytest.raises(MissingError):
        reports.draft(session, code)


def test_days_of_other_years_are_nothing_to_a_report(desk):
    before = reports.snapshot(desk.session, CODE).content
    calendar = setting(desk.session, CALENDAR)
    periods = [*calendar.get("ky_bao_cao", ()), {"ky": "2027-Q1", "han_don_vi": "18/3/2027"}]
    settle(desk, CALENDAR, calendar | {"ky_bao_cao": periods})
    assert reports.snapshot(desk.session, CODE).content == before


def test_an_office_without_forms_reports_without_statistics(session):
    session.delete(session.get(tables.Setting, "bieu-thong-ke"))
    assert reports.results(session, CODE).statistics == ()
