"""What is done with a submission as a whole: put before the head, sent, taken back, returned, accepted.

Every act follows the table of `docgen.model.collecting` and stands in the audit log.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.collecting import Act, SubmissionState, after
from docgen.model.people import Role
from docgen.office.access import require_role
from docgen.office.agency import second_approval
from docgen.office.audit import record
from docgen.office.desk import Desk
from docgen.office.submissions.checking import CheckedAnswers, checked
from docgen.office.submissions.composing import composed
from docgen.office.submissions.dispatching import dispatch
from docgen.office.submissions.page import page_of
from docgen.office.submissions.stored import (
    Stored,
    counting_dispatch,
    dispatch_view,
    stored_for_writing,
)
from docgen.office.submissions.telling import tell
from docgen.office.submissions.views import DispatchView, RowFinding, RowName
from docgen.store import tables


def propose(desk: Desk, code: str, unit: str) -> None:
    """Put a submission before the head of the unit, who sends it.

    Raises:
        MissingError: there is no such submission, or it is another's.
        ConflictError: its state does not allow it, or the office asks for no approval.
        InvalidInputError: something must be mended first; its problems name all of it.

    """
    stored = stored_for_writing(desk, code, unit)
    if not second_approval(desk.session):
        raise ConflictError("Cơ quan không yêu cầu lãnh đạo đơn vị duyệt trước.", "Hãy gửi báo cáo luôn.")
    _require_open(desk, stored)
    new = _next(stored, Act.PROPOSE)
    _refuse_errors(checked(page_of(desk, stored)))
    _enter(desk, stored, Act.PROPOSE, new)


def submit(desk: Desk, code: str, unit: str, *, note: str = "", late_reason: str = "") -> DispatchView:
    """Send a submission to the office; sent twice in a row, the answer is that of the first time.

    Args:
        desk: of whoever sends.
        code: of the period.
        unit: the id of the unit.
        note: why it is right in spite of what is doubtful.
        late_reason: why it is late; only who is late is asked.

    Raises:
        MissingError: there is no such submission, or it is another's.
        ConflictError: its state does not allow it, the period is closed, or the unit's head must send it.
        InvalidInputError: something must be mended or explained first; its problems name all of it.

    """
    stored = stored_for_writing(desk, code, unit)
    there = counting_dispatch(desk.session, stored.submission)
    if there and stored.submission.state is SubmissionState.SENT:
        return dispatch_view(desk.session, there)
    _require_open(desk, stored)
    _require_head(desk)
    new = _next(stored, Act.SUBMIT)
    answers = checked(page_of(desk, stored))
    _refuse_errors(answers)
    _require_explained(answers, note, late_reason)
    values = {row.name: row.value for row in answers.page.rows if row.value is not None}
    frozen = dispatch(desk, stored, composed(stored.subject, unit, desk.today, values), desk.now)
    stored.submission.late_reason = late_reason.strip() or stored.submission.late_reason
    _say(desk, stored, note)
    _enter(desk, stored, Act.SUBMIT, new, code=frozen.code, sha256=frozen.sha256, late_reason=late_reason)
    return dispatch_view(desk.session, frozen)


def _require_open(desk: Desk, stored: Stored) -> None:
    if not stored.is_open(desk.today):
        raise ConflictError(
            f"Kỳ báo cáo {stored.period.code} đã đóng.",
            "Cần gửi thì đề nghị đầu mối cải cách hành chính gia hạn, hoặc mở khóa cho đơn vị.",
        )


def _require_head(desk: Desk) -> None:
    if desk.actor.role is Role.REPORTER and second_approval(desk.session):
        raise ConflictError(
            "Báo cáo phải được lãnh đạo đơn vị duyệt trước khi gửi.", "Hãy trình lãnh đạo đơn vị."
        )


def _refuse_errors(answers: CheckedAnswers) -> None:
    if answers.errors:
        raise InvalidInputError(
            f"Báo cáo còn {len(answers.errors)} chỗ phải sửa trước khi gửi:",
            "Hãy sửa hết rồi gửi lại; nội dung đã nhập vẫn được lưu.",
            _told(answers, answers.errors),
        )


def _require_explained(answers: CheckedAnswers, note: str, late_reason: str) -> None:
    if answers.needs_reason and not late_reason.strip():
        raise InvalidInputError(
            f"Báo cáo {answers.page.timing.stamp}, chưa ghi lý do.", "Hãy ghi lý do nộp chậm rồi gửi lại."
        )
    if answers.needs_note and not note.strip():
        raise InvalidInputError(
            f"Báo cáo có {len(answers.warnings)} chỗ cần xem lại:",
            "Hãy sửa; nếu đã đúng thì ghi giải trình rồi gửi lại.",
            _told(answers, answers.warnings),
        )


def _told(answers: CheckedAnswers, findings: Iterable[RowFinding]) -> list[str]:
    asked = {row.name: row.asked for row in answers.page.rows}
    return [
        f"{asked[one.row].number or asked[one.row].text}: {one.message} {one.remedy}".strip()
        for one in findings
        if one.row
    ]


def recall(desk: Desk, code: str, unit: str) -> None:
    """Take a submission back to be mended: from the head of the unit, or from the office before it was seen.

    Raises:
        MissingError: there is no such submission, or it is another's.
        ConflictError: its state does not allow it, the office has seen it, or the period is closed.

    """
    stored = stored_for_writing(desk, code, unit)
    submission, new = stored.submission, _next(stored, Act.RECALL)
    _require_open(desk, stored)
    if submission.state is SubmissionState.SENT:
        if submission.seen_at:
            raise ConflictError(
                "Đầu mối cải cách hành chính đã mở báo cáo nên không thu hồi được.",
                "Cần sửa thì đề nghị đầu mối trả lại.",
            )
        if submission.first_sent_at == submission.sent_at:
            submission.first_sent_at = None
        submission.sent_at = None
    _enter(desk, stored, Act.RECALL, new)


def see(desk: Desk, code: str, unit: str) -> None:
    """Write down that the office has opened what a unit sent; from then on it cannot be taken back.

    Raises:
        MissingError: there is no such submission.

    """
    require_role(desk, Role.COORDINATOR)
    submission = stored_for_writing(desk, code, unit).submission
    if submission.state is SubmissionState.SENT:
        submission.seen_at = submission.seen_at or desk.now


def return_submission(desk: Desk, code: str, unit: str, reason: str, rows: Mapping[RowName, str]) -> None:
    """Return a submission to its unit to be mended.

    Args:
        desk: of the coordinator.
        code: of the period.
        unit: the id of the unit.
        reason: what is wrong on the whole.
        rows: what is wrong in rows, by their names; the unit may write only these, all where there are none.

    Raises:
        MissingError: there is no such submission, or no such row.
        ConflictError: its state does not allow it, or the unit could not send it again in time.
        InvalidInputError: no reason.

    """
    require_role(desk, Role.COORDINATOR)
    stored = stored_for_writing(desk, code, unit)
    new = _next(stored, Act.RETURN)
    _require_reason(reason, "Chưa ghi lý do trả lại.")
    if not stored.is_open(desk.today):
        raise ConflictError(
            f"Kỳ báo cáo {code} đã đóng, trả lại thì đơn vị không sửa và gửi lại được.",
            "Hãy gia hạn kỳ, hoặc mở khóa cho đơn vị rồi trả lại.",
        )
    chosen = {name: stored.row(name) for name in rows}
    for name, row in stored.rows.items():
        row.returned = name in chosen
    for name, text in rows.items():
        _say(desk, stored, text, chosen[name])
    stored.submission.return_reason = reason.strip()
    _judge(desk, stored, Act.RETURN, new, reason=reason, rows=[name.key for name in rows])


def accept(desk: Desk, code: str, unit: str, seen_round: int) -> None:
    """Accept what a unit sent.

    Raises:
        MissingError: there is no such submission.
        ConflictError: its state does not allow it, or it has been sent anew since `seen_round`.

    """
    require_role(desk, Role.COORDINATOR)
    stored = stored_for_writing(desk, code, unit)
    new = _next(stored, Act.ACCEPT)
    if stored.submission.rounds != seen_round:
        raise ConflictError("Đơn vị vừa gửi lại báo cáo.", "Hãy xem bản mới trước khi duyệt.")
    for row in stored.rows.values():
        row.returned = False
    stored.submission.return_reason = ""
    frozen = counting_dispatch(desk.session, stored.submission)
    _judge(desk, stored, Act.ACCEPT, new, sha256=frozen.sha256 if frozen else "")


def reopen(desk: Desk, code: str, unit: str, reason: str) -> None:
    """Take an acceptance back.

    Raises:
        MissingError: there is no such submission.
        ConflictError: its state does not allow it.
        InvalidInputError: no reason.

    """
    require_role(desk, Role.COORDINATOR)
    stored = stored_for_writing(desk, code, unit)
    new = _next(stored, Act.REOPEN)
    _require_reason(reason, "Chưa ghi lý do bỏ duyệt.")
    _judge(desk, stored, Act.REOPEN, new, reason=reason)


def comment(desk: Desk, code: str, unit: str, text: str, name: RowName | None = None) -> None:
    """Say something about a submission, or about one row of it.

    Raises:
        MissingError: there is no such submission or row, or it is another's.
        InvalidInputError: nothing is said.

    """
    stored = stored_for_writing(desk, code, unit)
    _require_reason(text, "Chưa ghi nội dung trao đổi.")
    _say(desk, stored, text, stored.row(name) if name else None)


def _say(desk: Desk, stored: Stored, text: str, row: tables.Row | None = None) -> None:
    if text.strip():
        said = tables.Comment(submission_id=stored.submission.id, row_id=row.id if row else None)
        said.text, said.made_at, said.made_by = text.strip(), desk.now, desk.actor.user_id
        desk.session.add(said)


def _require_reason(reason: str, message: str) -> None:
    if not reason.strip():
        raise InvalidInputError(message, "Hãy ghi rõ để người đọc biết phải làm gì.")


def _next(stored: Stored, act: Act) -> SubmissionState:
    """Return the state that an act leads to.

    Raises:
        ConflictError: it leads nowhere from the state that the submission is in.

    """
    submission = stored.submission
    new = after(submission.state, act, was_returned=bool(submission.return_reason))
    if new is None:
        raise ConflictError(
            f"Báo cáo đang ở trạng thái “{submission.state.label}” nên không thể {_lowered(act)}.",
            "Hãy tải lại trang để xem trạng thái mới nhất.",
        )
    return new


def _lowered(act: Act) -> str:
    return f"{act.label[:1].lower()}{act.label[1:]}"


def _judge(desk: Desk, stored: Stored, act: Act, new: SubmissionState, **detail: Any) -> None:
    """Do what the office does with what was sent."""
    submission = stored.submission
    submission.seen_at = submission.seen_at or desk.now
    submission.reviewed_at, submission.reviewed_by = desk.now, desk.actor.user_id
    _enter(desk, stored, act, new, **detail)


def _enter(desk: Desk, stored: Stored, act: Act, new: SubmissionState, **detail: Any) -> None:
    """Write down an act and the state that it has led to, and tell those who have to know."""
    before, stored.submission.state = stored.submission.state, new
    stored.submission.version += 1
    desk.session.flush()
    record(desk, act.value.replace("_", "-"), stored.place, **detail)
    tell(desk, stored, act, before, str(detail.get("reason", "")).strip())
