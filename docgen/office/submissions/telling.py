"""Who is told what when something is done with a submission as a whole; never whoever did it."""

from collections.abc import Iterable

from docgen.model.collecting import Act, SubmissionState
from docgen.model.people import Role
from docgen.model.period import ReportingPeriod
from docgen.office.desk import Desk
from docgen.office.notices import notify, users_of_unit, users_with
from docgen.office.submissions.stored import Stored
from docgen.rules.reports import name_of


def tell(desk: Desk, stored: Stored, act: Act, before: SubmissionState, reason: str = "") -> None:
    """Tell those who have to know what has been done.

    Args:
        desk: of whoever did it.
        stored: the submission as it is since.
        act: what was done.
        before: the state that the submission was in.
        reason: why, where a reason was given.

    """
    period = name_of(ReportingPeriod.parse(stored.period.code))
    match act:
        case Act.SUBMIT:
            sender = stored.subject.unit_name(stored.unit)
            _tell_office(desk, stored, act, f"{sender} đã gửi báo cáo {period}, chờ xem và duyệt.")
        case Act.PROPOSE:
            _tell_unit(desk, stored, act, f"Báo cáo {period} chờ lãnh đạo đơn vị duyệt và gửi.", Role.HEAD)
        case Act.RECALL if before is SubmissionState.FOR_APPROVAL:
            told = f"Báo cáo {period} đang chờ duyệt đã được {desk.actor.name} thu hồi để sửa."
            _tell_unit(desk, stored, act, told)
        case Act.RETURN:
            _tell_unit(desk, stored, act, f"Báo cáo {period} bị trả lại để sửa. Lý do: {reason}")
        case Act.ACCEPT:
            _tell_unit(desk, stored, act, f"Báo cáo {period} đã được duyệt.")
        case Act.REOPEN:
            _tell_unit(desk, stored, act, f"Báo cáo {period} đã duyệt nay được bỏ duyệt. Lý do: {reason}")


def _tell_office(desk: Desk, stored: Stored, act: Act, text: str) -> None:
    address = f"{_address(stored)}/xem"
    _tell(desk, stored, act, users_with(desk.session, Role.COORDINATOR), text, address)


def _tell_unit(desk: Desk, stored: Stored, act: Act, text: str, *roles: Role) -> None:
    users = users_of_unit(desk.session, stored.unit, *roles)
    _tell(desk, stored, act, users, text, _address(stored))


def _tell(desk: Desk, stored: Stored, act: Act, users: Iterable[int], text: str, address: str) -> None:
    """Tell it; an act that is done again, after others, is told again."""
    key = f"{act}/{stored.place}/{stored.submission.version}"
    notify(desk, {*users} - {desk.actor.user_id}, key, text, address)


def _address(stored: Stored) -> str:
    return f"/ky/{stored.period.code}/don-vi/{stored.unit}"
