"""Rows are kept as they are typed, finished or not; what somebody else has written is never written over."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from docgen.errors import ConflictError
from docgen.language.quantities import count
from docgen.language.text import cut
from docgen.model.outcome import Status
from docgen.model.statistics import Reckoning
from docgen.model.text import unmarked
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.desk import Desk
from docgen.office.submissions.fields import BASIS, CONTENT, NOTE, REASON, RESULT, STATUS, VALUE, tidied
from docgen.office.submissions.keeping import keep_version
from docgen.office.submissions.page import filling_of
from docgen.office.submissions.stored import (
    Stored,
    last_typed,
    stored_for_reading,
    stored_for_writing,
)
from docgen.office.submissions.understanding import understood
from docgen.office.submissions.views import Judged, RowName, Saved, Typed
from docgen.office.who import who
from docgen.store import tables
from docgen.store.tables import RowKind

_LASTING = {
    STATUS,
    RESULT,
    REASON,
    BASIS,
    "kho_khan",
    "kien_nghi",
    "han_che",
    "nguyen_nhan",
    CONTENT,
    VALUE,
    NOTE,
}
"""The fields of a row that may say the same for the next period."""
_LETTERS = 60
"""Of a task, where it is named in a list."""


class Way(Enum):
    """How a row comes to say something: letter by letter, with many others, or as for the period before.

    What can be undone in one go leaves the version before it in the history.
    """

    TYPED = auto()
    TOGETHER = auto()
    UNCHANGED = auto()


def save_row(desk: Desk, code: str, unit: str, name: RowName, data: Mapping[str, Any], version: int) -> Saved:
    """Keep what was typed into a row, right or wrong; what is wrong tells `judged`.

    The same content again changes nothing, whatever the version: so whoever has heard no answer asks again.

    Args:
        desk: of whoever types.
        code: of the period.
        unit: the id of the unit.
        name: of the row.
        data: `Typed`, the row as a whole.
        version: of the row when it was loaded.

    Raises:
        MissingError: there is no such row, or it is another's.
        InvalidInputError: `data` is not of the form of the row.
        ConflictError: nothing may be written now, or not in this row.
        ChangedMeanwhileError: somebody else has changed the row since; both texts are in it.

    """
    stored = stored_for_writing(desk, code, unit)
    return save(desk, stored, name, tidied(name, data), version)


def keep_unchanged(desk: Desk, code: str, unit: str, name: RowName, version: int) -> Saved:
    """Say of a row what was said for the period before: its status and texts, never days, numbers or files.

    Raises:
        MissingError: there is no such row, or it is another's.
        ConflictError: nothing was said then, or it counts anew in each period; or as `save_row` does.

    """
    stored = stored_for_writing(desk, code, unit)
    carried = _reused(stored, name, last_typed(desk.session, stored.subject, unit))
    if not carried:
        raise ConflictError(
            "Không có nội dung kỳ trước dùng lại được cho dòng này.", "Hãy nhập kết quả của kỳ này."
        )
    row = stored.row(name)
    return save(desk, stored, name, {**row.data, **carried}, version, way=Way.UNCHANGED)


def reusable(desk: Desk, code: str, unit: str) -> frozenset[RowName]:
    """Return the rows of which can be said what was said for the period before.

    Raises:
        MissingError: there is no such submission, or it is another's.

    """
    stored = stored_for_reading(desk, code, unit)
    last = last_typed(desk.session, stored.subject, unit)
    return frozenset(name for name in stored.rows if _reused(stored, name, last))


def give_way(desk: Desk, code: str, unit: str, name: RowName, data: Mapping[str, Any]) -> Saved:
    """Leave a row as somebody else has written it; what was typed meanwhile goes into its history.

    Raises:
        MissingError: there is no such row, or it is another's.
        InvalidInputError: `data` is not of the form of the row.
        ConflictError: nothing may be written now, or not in this row.

    """
    stored, typed = stored_for_writing(desk, code, unit), tidied(name, data)
    row = stored.row(name)
    refuse_locked(desk, stored, row)
    is_new, theirs, unchanged = typed != row.data, row.data, row.unchanged
    if is_new:
        row.unchanged = False
        keep_version(desk, row, typed, has_seen_last=False)
        row.unchanged = unchanged
        keep_version(desk, row, theirs, has_seen_last=False)
    return _saved(desk, row, name, is_new=is_new)


def _reused(stored: Stored, name: RowName, last: Mapping[RowName, Typed]) -> Typed:
    """Return what of the period before may be said again of a row; empty where that is nothing."""
    carried = _carried(last.get(name, {}))
    return carried if carried and _lasts(stored, name) else {}


def _lasts(stored: Stored, name: RowName) -> bool:
    """Say whether a row may say what it said before: numbers that count what came up in a period may not."""
    indicator = stored.subject.forms.of(name.key) if name.kind is RowKind.STATISTIC else None
    return indicator is None or indicator.reckoning is Reckoning.LATEST


def _carried(typed: Typed) -> Typed:
    """Return what of a row may hold for the next period as well."""
    return {key: value for key, value in typed.items() if key in _LASTING}


def save(
    desk: Desk,
    stored: Stored,
    name: RowName,
    typed: Typed,
    version: int,
    *,
    way: Way = Way.TYPED,
) -> Saved:
    """Keep what was typed into a row of a submission that is held for writing; raises as `save_row` does.

    A row that was unchanged stays so while it says what it said for the period before.
    """
    unchanged = way is Way.UNCHANGED
    row = stored.row(name)
    if row.data == typed and row.unchanged >= unchanged:
        return _saved(desk, row, name, is_new=False)
    refuse_locked(desk, stored, row)
    _refuse_stale(desk, row, version)
    row.unchanged = unchanged or (row.unchanged and _carried(typed) == _carried(row.data))
    keep_version(desk, row, typed, has_seen_last=row.version == version and way is Way.TYPED)
    return _saved(desk, row, name, is_new=True)


def set_many(
    desk: Desk, code: str, unit: str, versions: Mapping[RowName, int], status: Status
) -> tuple[Saved, ...]:
    """Give tasks a status: all of them, or none.

    Args:
        desk: of whoever chooses.
        code: of the period.
        unit: the id of the unit.
        versions: of the rows, as they were when they were chosen.
        status: what all get.

    Raises:
        MissingError: there is no such row, or it is another's.
        ConflictError: some cannot be changed now; its problems name each, and why.

    """
    stored = stored_for_writing(desk, code, unit)
    refused = [told for name, version in versions.items() if (told := _refused(desk, stored, name, version))]
    if refused:
        raise ConflictError(
            f"Chưa đổi tình trạng dòng nào, vì {count(len(refused))} dòng không đổi được:",
            "Hãy bỏ chọn các dòng này rồi làm lại.",
            refused,
        )
    typed = {name: {**stored.row(name).data, STATUS: status.value} for name in versions}
    return tuple(
        save(desk, stored, name, typed[name], version, way=Way.TOGETHER) for name, version in versions.items()
    )


def _refused(desk: Desk, stored: Stored, name: RowName, version: int) -> str:
    """Return why a row cannot be given a status; "" where it can."""
    if name.kind is not RowKind.TASK:
        return f"{name.key}: không phải nhiệm vụ."
    return refusal(desk, stored, name, version)


def refusal(desk: Desk, stored: Stored, name: RowName, version: int) -> str:
    """Return why a row cannot be written, with what people call it; "" where it can."""
    row = stored.row(name)
    try:
        refuse_locked(desk, stored, row)
        _refuse_stale(desk, row, version)
    except ConflictError as why:
        return f"{title_of_row(stored, name)}: {why.message}"
    return ""


def title_of_row(stored: Stored, name: RowName) -> str:
    """Return what people call a row: "A.3. Thực hiện rà soát …"; others than tasks by their keys."""
    placed = stored.subject.planned.placed.get(name.key)
    if placed is None or name.kind is not RowKind.TASK:
        return name.key
    return f"{placed.called}. {cut(unmarked(placed.row.text), _LETTERS)}"


def _saved(desk: Desk, row: tables.Row, name: RowName, *, is_new: bool) -> Saved:
    return Saved(name, row.data, row.version, row.updated_at or desk.now, row.unchanged, is_new)


def judged(desk: Desk, code: str, unit: str, saved: Saved) -> Judged:
    """Return what is wrong or doubtful in what was kept: for reading alone, as it takes longer than to keep.

    Raises:
        MissingError: there is no such row, or it is another's.

    """
    stored = stored_for_reading(desk, code, unit)
    read = understood(saved.row, saved.typed, stored.files(stored.row(saved.row)))
    findings = stored.findings(desk.today, {saved.row: read})[saved.row]
    return Judged(findings, filling_of(saved.row, saved.typed, findings))


def refuse_locked(desk: Desk, stored: Stored, row: tables.Row) -> None:
    """Refuse to write where nothing, or not this row, may be written.

    Raises:
        ConflictError: it may not; it says why.

    """
    if not stored.is_open(desk.today):
        raise ConflictError(
            f"Kỳ báo cáo {stored.period.code} đã đóng nên không sửa được.",
            "Cần bổ sung thì đề nghị đầu mối cải cách hành chính mở khóa cho đơn vị.",
        )
    if not stored.submission.state.is_editable:
        raise ConflictError(
            f"Báo cáo đang ở trạng thái “{stored.submission.state.label}” nên không sửa được.",
            "Cần sửa thì thu hồi báo cáo, hoặc đề nghị đầu mối trả lại.",
        )
    if not stored.may_write(row, desk.today):
        raise ConflictError(
            "Dòng này không nằm trong các dòng được trả lại để sửa.",
            "Chỉ sửa các dòng có ghi “Trả lại”; cần sửa thêm dòng khác thì đề nghị đầu mối trả lại dòng đó.",
        )


def _refuse_stale(desk: Desk, row: tables.Row, version: int) -> None:
    """Refuse to write over what another person, or any program, has written since."""
    is_person = desk.actor.user_id is not None and desk.actor.token_id is None
    is_own = is_person and row.updated_by == desk.actor.user_id
    if row.version == version or is_own:
        return
    by, when = who(desk.session, row.updated_by), row.updated_at or desk.now
    raise ChangedMeanwhileError(who=by, when=when, theirs=row.data, version=row.version)
