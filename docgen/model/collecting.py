"""Collecting the answers of a period: in what state a period and a submission are, and what leads where."""

from enum import StrEnum


class PeriodState(StrEnum):
    """Whether units may answer for a period."""

    PLANNED = "chua_mo"
    OPEN = "dang_mo"
    CLOSED = "da_dong"
    ISSUED = "da_ban_hanh"
    """Its report is issued: nothing of it changes any more."""

    @property
    def label(self) -> str:
        """What officers call it."""
        return _PERIODS[self]


_PERIODS = {
    PeriodState.PLANNED: "Chưa mở",
    PeriodState.OPEN: "Đang mở",
    PeriodState.CLOSED: "Đã đóng",
    PeriodState.ISSUED: "Đã ban hành báo cáo",
}


class SubmissionState(StrEnum):
    """Where what a unit sends for a period is."""

    DRAFT = "chua_gui"
    FOR_APPROVAL = "cho_duyet"
    """Put before the head of the unit, where the office asks for that."""
    SENT = "da_gui"
    RETURNED = "tra_lai"
    ACCEPTED = "da_duyet"
    LOCKED = "khoa"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _STATES[self]

    @property
    def is_editable(self) -> bool:
        """Say whether the unit may write."""
        return self in {SubmissionState.DRAFT, SubmissionState.RETURNED}


_STATES = {
    SubmissionState.DRAFT: "Chưa gửi",
    SubmissionState.FOR_APPROVAL: "Chờ đơn vị duyệt",
    SubmissionState.SENT: "Đã gửi",
    SubmissionState.RETURNED: "Trả lại",
    SubmissionState.ACCEPTED: "Đã duyệt",
    SubmissionState.LOCKED: "Khóa",
}


class Act(StrEnum):
    """What a person does with a submission as a whole."""

    PROPOSE = "trinh"
    SUBMIT = "gui"
    RECALL = "thu_hoi"
    RETURN = "tra_lai"
    ACCEPT = "duyet"
    REOPEN = "mo_lai"
    LOCK = "khoa"
    UNLOCK = "mo_khoa"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _ACTS[self]


_ACTS = {
    Act.PROPOSE: "Trình lãnh đạo đơn vị",
    Act.SUBMIT: "Gửi báo cáo",
    Act.RECALL: "Thu hồi",
    Act.RETURN: "Trả lại",
    Act.ACCEPT: "Duyệt",
    Act.REOPEN: "Bỏ duyệt",
    Act.LOCK: "Khóa",
    Act.UNLOCK: "Mở khóa",
}

_S = SubmissionState
TRANSITIONS: dict[tuple[SubmissionState, Act], SubmissionState] = {
    (_S.DRAFT, Act.PROPOSE): _S.FOR_APPROVAL,
    (_S.RETURNED, Act.PROPOSE): _S.FOR_APPROVAL,
    (_S.DRAFT, Act.SUBMIT): _S.SENT,
    (_S.RETURNED, Act.SUBMIT): _S.SENT,
    (_S.FOR_APPROVAL, Act.SUBMIT): _S.SENT,
    (_S.FOR_APPROVAL, Act.RECALL): _S.DRAFT,
    (_S.SENT, Act.RECALL): _S.DRAFT,
    (_S.SENT, Act.RETURN): _S.RETURNED,
    (_S.SENT, Act.ACCEPT): _S.ACCEPTED,
    (_S.ACCEPTED, Act.REOPEN): _S.SENT,
    (_S.ACCEPTED, Act.LOCK): _S.LOCKED,
    (_S.SENT, Act.LOCK): _S.LOCKED,
    (_S.DRAFT, Act.LOCK): _S.LOCKED,
    (_S.RETURNED, Act.LOCK): _S.LOCKED,
    (_S.FOR_APPROVAL, Act.LOCK): _S.LOCKED,
    (_S.LOCKED, Act.UNLOCK): _S.DRAFT,
}
"""What every act leads to; what is not here cannot be done.

A period that closes locks what has not been sent; what has been sent can still be accepted until the report
is issued, which locks it, too.
"""


def after(state: SubmissionState, act: Act, *, was_returned: bool = False) -> SubmissionState | None:
    """Return the state that an act leads to; None where it cannot be done.

    What the office has returned before never becomes a fresh draft again: where a unit takes it back, or it
    is unlocked, it is as it was, to be mended.
    """
    new = TRANSITIONS.get((state, act))
    return SubmissionState.RETURNED if was_returned and new is SubmissionState.DRAFT else new
