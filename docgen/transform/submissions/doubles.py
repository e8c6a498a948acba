"""Which of several submissions of one unit for one period counts."""

from collections.abc import Iterable, Sequence
from datetime import date

from docgen.language.dates import short_date
from docgen.model.finding import Finding, error, warning
from docgen.model.submission import ReceivedFile, Submission


def counting(files: Sequence[ReceivedFile]) -> tuple[ReceivedFile, tuple[Finding, ...]]:
    """Return which of the files of one unit and period counts, and what is told of it where there are more.

    Of files that say the same the first one sent counts, of others the last one. Where nobody can say which
    was the last, what is told is an error.
    """
    in_order = sorted(files, key=lambda file: file.submission.sent_on or date.max)
    if len(files) == 1:
        return files[0], ()
    if len(_said(files)) == 1:
        first = in_order[0]
        message = f"{_times(in_order)}, nội dung giống nhau; lấy “{first.file}”."
        return first, (warning("gui-lap", _sender(first), message, "Hãy bỏ tệp thừa."),)
    last = in_order[-1]
    if all(file.submission.sent_on for file in files) and len(_said(_of_day(last, files))) == 1:
        message = f"{_times(in_order)}; lấy tệp gửi sau cùng, “{last.file}”."
        remedy = "Nếu phải lấy tệp khác, hãy bỏ tệp thừa."
        return last, (warning("gui-nhieu-lan", _sender(last), message, remedy),)
    message = f"{_times(in_order)}, nội dung khác nhau mà không rõ tệp nào gửi sau cùng."
    remedy = "Hãy giữ một tệp, hoặc ghi đúng ngày gửi (ngay_gui) của từng tệp."
    return last, (error("gui-khong-ro", _sender(last), message, remedy),)


def _said(files: Iterable[ReceivedFile]) -> set[Submission]:
    """Return what the files say, each once, whatever the day on which they were sent."""
    return {file.submission.model_copy(update={"sent_on": None}) for file in files}


def _of_day(last: ReceivedFile, files: Iterable[ReceivedFile]) -> list[ReceivedFile]:
    return [file for file in files if file.submission.sent_on == last.submission.sent_on]


def _times(files: Sequence[ReceivedFile]) -> str:
    return f"gửi {len(files)} tệp cho kỳ {files[0].period} ({'; '.join(map(_named, files))})"


def _named(file: ReceivedFile) -> str:
    day = file.submission.sent_on
    return f"{file.file}, {f'ngày {short_date(day)}' if day else 'không ghi ngày gửi'}"


def _sender(file: ReceivedFile) -> str:
    return file.submission.unit or file.unit
