"""What is done by itself every morning; done again, it changes nothing."""

from collections.abc import Callable, Mapping
from functools import partial

from docgen.errors import ConflictError, DocgenError
from docgen.jobs.run import Json, Run
from docgen.office.checks import forget_old
from docgen.office.periods import close, due_today, lock_expired, open_period
from docgen.office.reminders import announce, remind
from docgen.store.blobs import forget_unused


def open_periods(run: Run) -> Mapping[str, Json]:
    """Open the periods whose day has come, and tell the units.

    Raises:
        ConflictError: some could not be opened; the others are open.

    """
    codes = run.step("Đang xem kỳ báo cáo nào đến ngày mở", _to_open)
    return _told("mở", codes, run.each(codes, "Đang mở kỳ báo cáo {}".format, _open))


def _to_open(run: Run) -> list[str]:
    with run.reading() as desk:
        return list(due_today(desk.session, desk.today).to_open)


def _open(run: Run, code: str) -> str:
    return _trouble(partial(_opened, run, code))


def _opened(run: Run, code: str) -> None:
    with run.writing() as desk:
        if code in due_today(desk.session, desk.today).to_open:
            open_period(desk, code)
        announce(desk, code)


def close_periods(run: Run) -> Mapping[str, Json]:
    """Close the periods that are over, and lock the units whose exceptions are.

    Raises:
        ConflictError: some could not be closed; the others are closed.

    """
    codes = run.step("Đang xem kỳ báo cáo nào đã hết hạn", _to_close)
    return _told("đóng", codes, run.each(codes, "Đang đóng kỳ báo cáo {}".format, _close))


def _to_close(run: Run) -> list[str]:
    with run.reading() as desk:
        due = due_today(desk.session, desk.today)
    return sorted({*due.to_close, *(code for code, _ in due.to_lock)})


def _close(run: Run, code: str) -> str:
    return _trouble(partial(_closed, run, code))


def _closed(run: Run, code: str) -> None:
    with run.writing() as desk:
        if code in due_today(desk.session, desk.today).to_close:
            close(desk, code)
        lock_expired(desk, code)


def _trouble(do: Callable[[], None]) -> str:
    """Return why something could not be done, "" when it was: one period does not hold up the others."""
    try:
        do()
    except DocgenError as error:
        return " ".join((error.message, *error.problems))
    return ""


def _told(act: str, codes: list[str], troubles: list[str]) -> Mapping[str, Json]:
    """Return which periods were seen to, or tell of those that could not be."""
    if not any(troubles):
        return {"ky": codes}
    problems = [f"{code}: {trouble}" for code, trouble in zip(codes, troubles, strict=True) if trouble]
    raise ConflictError(
        f"Có kỳ báo cáo chưa {act} được:", "Hãy mở trang của từng kỳ để xem và xử lý.", problems
    )


def remind_units(run: Run) -> Mapping[str, Json]:
    """Remind the units that owe answers."""
    return {"don_vi": run.step("Đang nhắc các đơn vị", _remind)}


def _remind(run: Run) -> int:
    with run.writing() as desk:
        return remind(desk)


def forget_files(run: Run) -> Mapping[str, Json]:
    """Take away the files that were checked and have been kept for too long, and bytes that nothing needs."""
    checked = run.step("Đang xóa tệp kiểm tra đã hết hạn", _forget)
    return {"tep": checked, "ban_cu": run.step("Đang xóa bản xem trước đã thay", _forget_unused)}


def _forget(run: Run) -> int:
    with run.writing() as desk:
        return forget_old(desk)


def _forget_unused(run: Run) -> int:
    with run.writing() as desk:
        return forget_unused(desk.session)
