"""The history of a row: every text that was ever kept can be found in it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import exists, or_, select

from docgen.office.desk import Desk
from docgen.office.submissions.views import Typed
from docgen.store import tables

_STRETCH = timedelta(minutes=10)
"""How long after each other somebody's savings are one stretch of typing."""


def keep_version(desk: Desk, row: tables.Row, typed: Typed, *, has_seen_last: bool) -> None:
    """Write a row and its next version.

    Where somebody goes on typing, the version takes the place of the one before: of that nothing is lost,
    for its text still stands in this one, and nothing was sent or said of it.
    """
    last = _last_version(desk, row)
    row.data, row.version = dict(typed), row.version + 1
    row.updated_at, row.updated_by = desk.now, desk.actor.user_id
    if last and has_seen_last and _goes_on(desk, row, last, typed):
        desk.session.delete(last)
    desk.session.add(
        tables.RowVersion(
            row_id=row.id,
            version=row.version,
            data=row.data,
            unchanged=row.unchanged,
            made_at=desk.now,
            made_by=desk.actor.user_id,
        )
    )
    desk.session.flush()


def _last_version(desk: Desk, row: tables.Row) -> tables.RowVersion | None:
    wanted = select(tables.RowVersion).where(
        tables.RowVersion.row_id == row.id, tables.RowVersion.version == row.version
    )
    return desk.session.scalar(wanted)


def _goes_on(desk: Desk, row: tables.Row, last: tables.RowVersion, typed: Typed) -> bool:
    """Say whether somebody goes on typing what they typed last, adding to it alone; programs do not type."""
    return (
        last.made_by is not None
        and desk.actor.token_id is None
        and last.made_by == desk.actor.user_id
        and desk.now - last.made_at <= _STRETCH
        and last.unchanged == row.unchanged
        and _is_added_to(last.data, typed)
        and not _was_shown(desk, row, last)
    )


def _is_added_to(before: Any, now: Any) -> bool:
    """Say whether everything that was typed before still stands, and something was put in."""
    if isinstance(before, dict):
        return isinstance(now, dict) and all(_is_added_to(said, now.get(key)) for key, said in before.items())
    if isinstance(before, list):
        there = now if isinstance(now, list) else []
        return len(before) <= len(there) and all(map(_is_added_to, before, there))
    return isinstance(now, str) and _is_put_in(str(before), now)


def _is_put_in(before: str, now: str) -> bool:
    """Say whether a text is another with one stretch of letters put in."""
    start = 0
    while start < min(len(before), len(now)) and before[start] == now[start]:
        start += 1
    return len(before) <= len(now) and now.endswith(before[start:])


def _was_shown(desk: Desk, row: tables.Row, last: tables.RowVersion) -> bool:
    """Say whether a version was sent, or something was said of it."""
    sent = exists().where(
        tables.Dispatch.submission_id == row.submission_id, tables.Dispatch.sent_at >= last.made_at
    )
    said = exists().where(tables.Comment.row_id == row.id, tables.Comment.made_at >= last.made_at)
    return bool(desk.session.scalar(select(or_(sent, said))))
