"""Next year's draft: from this year's plan and what units told of it, until it is issued."""

import json
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from offices import at, desk_of
from sent_reports import CODE, new_store

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.importers.word.beside import asked_in
from docgen.model.comparison import Fate
from docgen.model.decision import Settlement
from docgen.model.organisation import Organisation
from docgen.model.papers import PaperKind
from docgen.model.plan import Plan
from docgen.office import documents, numbers, plans
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.plans.kept import begin
from docgen.office.submissions import recall
from docgen.package import open_package
from docgen.services.render import plan_files
from docgen.store import tables
from docgen.transform.rows import with_rows

LATE, DAY = at("2025-12-30 09:00"), date(2025, 12, 29)
DOCX, PDF = "ke-hoach-2026.docx", "ke-hoach-2026.pdf"


def _clerk(session):
    return desk_of(session, "van_thu", now=LATE)


def _coordinator(session):
    return desk_of(session, "dau_moi", now=LATE)


@pytest.fixture(scope="module")
def sent_office(tmp_path_factory):
    """Return an office in which the first quarter of 2025 was sent and the plan of 2026 is drafted."""
    store = new_store(tmp_path_factory.mktemp("du-thao"))
    with store.writing() as session:
        plans.roll_forward(_coordinator(session), 2025)
    yield store
    store.close()


def _decided(session):
    """Settle whatever is open, as it stands."""
    ids = [one.decision.id for one in plans.decisions(session, 2026).open]
    return plans.decide(_coordinator(session), 2026, ids, Settlement.KEPT, version=1)


def _prepared(session, number=99, day=DAY):
    taken = numbers.enter_number(_clerk(session), PaperKind.PLAN, 2025, number)
    return plans.prepare_issue(session, 2026, taken.id, day)


def test_a_draft_from_the_plan_and_what_units_sent(session):
    told = plans.year_outcomes(session, 2025)
    done = [task for task, one in told.outcomes.items() if one.is_done]
    comparison = plans.compared_plan(session, 2026)
    fates = {one.id: one.fate for one in comparison.fates}
    assert len(told.outcomes) > len(done) > 0
    assert [task for task in done if fates[task] is Fate.LEFT_OUT] == ["trang-thong-tin-ban-chi-dao"]
    left = {row.id for row in plans.plan(session, 2026).plan.rows()}
    assert {task for task, fate in fates.items() if fate is Fate.LEFT_OUT} == {*fates} - left
    assert plans.history(session, 2026)[0].note == "Soạn dự thảo từ kế hoạch năm 2025 (phiên bản 1)"


def test_what_a_unit_has_taken_back_does_not_count(session):
    before = plans.year_outcomes(session, 2025).outcomes
    recall(desk_of(session, "chuyen_vien_don_vi", "van-phong", at("2025-03-14 15:00")), CODE, "van-phong")
    after = plans.year_outcomes(session, 2025).outcomes
    assert {task for task in before if before[task] != after.get(task)}


def test_what_came_after_a_day_does_not_count(session):
    assert plans.year_outcomes(session, 2025, date(2025, 1, 31)).outcomes == {}


def test_what_is_doubtful_in_what_a_draft_comes_from(session):
    assert plans.draft_remarks(session, 2025) == ()
    contradictions = plans.year_outcomes(session, 2025).findings
    assert plans.draft_remarks(session, 2026) == contradictions != ()
    left = len(plans.decisions(session, 2026).open)
    plans.roll_forward(_coordinator(session), 2026)
    (told,) = plans.draft_remarks(session, 2027)
    assert f"Kế hoạch năm 2026: kế hoạch năm 2026 còn {left} việc chưa quyết định" in str(told)
    assert "docgen" not in told.remedy


def test_a_draft_is_not_replaced_unless_it_was_seen(session):
    with pytest.raises(ConflictError, match="Đã có kế hoạch năm 2026"):
        plans.roll_forward(_coordinator(session), 2025)
    edited = plans.edit_texts(_coordinator(session), 2026, {"trich_yeu": "Cải cách năm 2026"}, 1)
    with pytest.raises(ChangedMeanwhileError):
        plans.roll_forward(_coordinator(session), 2025, 1)
    anew = plans.roll_forward(_coordinator(session), 2025, edited.version)
    assert (anew.version, anew.plan) == (3, plans.plan(session, 2026, 1).plan)


def test_comments_of_a_draft_name_no_command_and_are_known_when_it_comes_back(session):
    data = plans.papers(session, 2026, ["ke-hoach-2026.docx"]).files["ke-hoach-2026.docx"]
    said = "\n".join(one.text for one in Document(BytesIO(data)).comments)
    assert "Mã: vien-dan-1" in said
    assert "docgen" not in said
    left = [one.decision.id for one in plans.decisions(session, 2026).open]
    assert {*asked_in(open_package(data))} == {*left}


def test_decisions_with_their_places_and_words(session):
    found = plans.decisions(session, 2026)
    first = found.open[0]
    assert (found.settled, found.version) == (0, 1)
    assert (first.decision.id, first.place, first.words[:18]) == (
        "vien-dan-1",
        "Đoạn mở đầu 1",
        "Quyết định số 4447",
    )


def test_a_decision_is_done_to_the_plan(session):
    words = "Quyết định số 100/QĐ-UBND ngày 20/12/2025 của UBND tỉnh"
    kept = plans.decide(_coordinator(session), 2026, ["vien-dan-1"], Settlement.REWORDED, words, 1)
    assert kept.plan.opening[0].startswith(f"Thực hiện {words}")
    assert plans.decisions(session, 2026).settled == 1
    assert plans.history(session, 2026)[0].note == "Quyết định vien-dan-1: sửa lời"


def test_what_another_has_decided_is_told(session):
    plans.decide(_coordinator(session), 2026, ["vien-dan-1"], Settlement.KEPT, version=1)
    with pytest.raises(ChangedMeanwhileError) as raised:
        plans.decide(_coordinator(session), 2026, ["vien-dan-1"], Settlement.REWORDED, "Khác", 1)
    assert raised.value.theirs == {"vien-dan-1": "Giữ nguyên"}


@pytest.mark.parametrize(
    ("settlement", "words", "told"),
    [
        (Settlement.ACCEPTED, "", "cần lời cụ thể"),
        (Settlement.LEFT_OUT, "", "không phải về một nhiệm vụ"),
    ],
)
def test_what_cannot_be_decided_so(session, settlement, words, told):
    with pytest.raises(ConflictError, match=told) as raised:
        plans.decide(_coordinator(session), 2026, ["vien-dan-1"], settlement, words, 1)
    assert "--" not in raised.value.remedy
    with pytest.raises(InvalidInputError, match="Lời mới để trống"):
        plans.decide(_coordinator(session), 2026, ["vien-dan-1"], Settlement.REWORDED, " ", 1)


def test_many_decisions_at_once(session):
    kept = _decided(session)
    assert kept.plan.open_decisions() == ()
    assert plans.history(session, 2026)[0].note.endswith("việc: giữ nguyên")


def test_papers_are_made_once(session):
    wanted = [DOCX, "ke-hoach-2026-thay-doi.docx", "ke-hoach-2026-so-sanh.docx"]
    assert {*wanted} < {*plans.paper_names(session, 2026)}
    made = plans.papers(session, 2026, wanted)
    plans.keep_papers(_coordinator(session), made)
    plans.keep_papers(_coordinator(session), plans.papers(session, 2026, wanted))
    session.flush()
    assert session.query(tables.Paper).count() == len(wanted)
    assert plans.papers(session, 2026, wanted) == made
    words = [
        "".join(
            node.text or "" for node in Document(BytesIO(data)).element.body.iter() if node.tag.endswith("}t")
        )
        for data in made.files.values()
    ]
    assert all("năm 2026" in text for text in words)
    plans.edit_texts(_coordinator(session), 2026, {"trich_yeu": "Cải cách hành chính năm 2026"}, 1)
    plans.keep_papers(_coordinator(session), plans.papers(session, 2026, [DOCX]))
    session.flush()
    assert session.query(tables.Paper).count() == 1


def test_a_plan_without_one_before_has_its_own_files_alone(session):
    assert plans.paper_names(session, 2025) == tuple(
        f"ke-hoach-2025.{end}" for end in ("docx", "pdf", "xlsx")
    )
    assert plans.compared_plan(session, 2025) is None
    files = plans.papers(session, 2025, ["ke-hoach-2025.xlsx", "ke-hoach-2025.pdf"]).files
    assert [data[:4] for data in files.values()] == [b"PK\x03\x04", b"%PDF"]
    with pytest.raises(MissingError, match="không có tệp"):
        plans.papers(session, 2025, ["ke-hoach-2025-so-sanh.docx"])


def test_what_one_unit_has_to_do(session):
    part = plans.extract(session, 2025, "thanh-tra", ["docx"])
    ((name, data),) = part.files.items()
    text = "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)
    assert (name, part.tasks) == ("ke-hoach-2025-thanh-tra.docx", 17)
    assert "(trích phần nhiệm vụ của Thanh tra Sở)" in text


def test_a_unit_without_tasks(session):
    with pytest.raises(MissingError, match="Không có đơn vị"):
        plans.extract(session, 2025, "khong-co")
    alone = {"lead": ("Văn phòng Sở",), "coordinating": ()}
    whole = with_rows(plans.plan(session, 2025).plan, lambda row: row.model_copy(update=alone))
    begin(_coordinator(session), whole.model_copy(update={"year": 2027}), "Thử")
    with pytest.raises(MissingError, match="không giao nhiệm vụ nào cho Trung tâm lưu trữ"):
        plans.extract(session, 2027, "luu-tru-lich-su")


def test_the_rules_are_checked_on_the_word_file(session):
    found = {one.rule for one in plans.check_plan(session, 2026).findings}
    assert found


def test_nothing_is_issued_while_a_decision_is_open(session):
    left = len(plans.decisions(session, 2026).open)
    with pytest.raises(ConflictError, match=f"còn {left} việc cần quyết định") as raised:
        _prepared(session)
    assert len(raised.value.problems) == left


def test_an_issued_plan_is_frozen(session):
    _decided(session)
    prepared = _prepared(session)
    document = plans.issue_plan(_clerk(session), prepared)
    kept = plans.plan(session, 2026)
    assert (document.symbol, document.day, kept.is_editable) == ("99/KH-SNV", DAY, False)
    assert (kept.plan.number, kept.plan.issued_on) == (99, DAY)
    assert plans.history(session, 2026)[0].note == "Ban hành 99/KH-SNV"
    files = documents.files_of(session, document.id)
    assert plans.papers(session, 2026, [DOCX, PDF]).files == {
        DOCX: files["99-KH-SNV.docx"],
        PDF: files["99-KH-SNV.pdf"],
    }
    with pytest.raises(ConflictError, match="đã ban hành nên không sửa được"):
        plans.edit_texts(_coordinator(session), 2026, {"trich_yeu": "Khác"}, kept.version)
    again = plans.prepare_issue(session, 2026, prepared.number_id, DAY)
    assert plans.issue_plan(_clerk(session), again) == document
    frozen = json.loads(json.dumps(documents.snapshot_of(session, document.id)))
    agency = Organisation.model_validate(frozen["co_quan"])
    made_again, _ = plan_files(Plan.model_validate(frozen["ke_hoach"]), agency)
    assert [*made_again.values()] == [*files.values()]


def test_what_was_changed_since_it_was_prepared_is_not_issued(session):
    version = _decided(session).version
    prepared = _prepared(session)
    plans.edit_texts(_coordinator(session), 2026, {"trich_yeu": "Cải cách năm 2026"}, version)
    with pytest.raises(ConflictError, match="vừa được sửa nên chưa ban hành"):
        plans.issue_plan(_clerk(session), prepared)
    assert plans.plan(session, 2026).is_editable
