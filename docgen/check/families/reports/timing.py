"""Periodic reports: their period, contents, rates and totals (R01 to R05)."""

import re

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.reports.periods import Reported, Window, read_period, read_windows
from docgen.check.families.reports.rates import rates
from docgen.check.families.reports.reform import reform
from docgen.check.families.reports.totals import totals
from docgen.components import key
from docgen.language.dates import short_date
from docgen.language.text import nfc
from docgen.model.finding import Severity
from docgen.rules.reports import YEAR

REPORT = "Báo cáo"
_ON_WORK = re.compile(r"\b(cong tac|tong ket|tinh hinh|cai cach)\b")


def _reports(case: Case) -> Breaches:
    """Yield what every rule says of a report; a plan is only judged by its contents."""
    yield from reform(case)
    if case.paper.main.type != REPORT:
        return
    reported = read_period(case.paper.main.subject_text, case.date)
    if reported is not None:
        yield from _data(case, reported)
        yield from _late(case, reported)
    yield from rates(case)
    yield from totals(case)


def _data(case: Case, reported: Reported) -> Breaches:
    """Yield where the text says other days of data than those of the period."""
    told = set()
    for paragraph in case.paper.main.paragraphs:
        for window in read_windows(nfc(paragraph.words)):
            if not _contradicts(window, reported) or window.told in told:
                continue
            told.add(window.told)
            first, last = reported.window
            expected = Window(first, last, "").told
            message = (
                f"Báo cáo {reported.name} lấy số liệu {expected}; đang ghi {window.told}. "
                "Hãy sửa thời gian chốt số liệu hoặc kỳ báo cáo, và xem lại số liệu."
            )
            severity = None if reported.period.sure else Severity.WARNING
            yield Breach(
                "R01",
                message,
                paragraph,
                window.text,
                expected=expected,
                found=window.told,
                severity=severity,
            )


def _contradicts(window: Window, reported: Reported) -> bool:
    if reported.period == YEAR and not window.is_of_year(reported.year):
        return False
    return not window.agrees(reported)


def _late(case: Case, reported: Reported) -> Breaches:
    """Yield a report that is dated after the day on which it is due."""
    head, subject = case.paper.main.head, key(case.paper.main.subject_text)
    if head is None or head.place_date is None or case.date is None:
        return
    if reported.period == YEAR and not _ON_WORK.search(subject):
        return
    due = reported.due(case.settings.report_due_day)
    if case.date <= due:
        return
    expected, found = f"chậm nhất {short_date(due)}", short_date(case.date)
    message = (
        f"Báo cáo {reported.name} ghi ngày {found}, sau hạn gửi {short_date(due)}. "
        "Hãy kiểm tra lại ngày ban hành và kỳ báo cáo."
    )
    place = head.place_date
    yield Breach("R02", message, place.paragraph, place.text, expected=expected, found=found)


RULES: tuple[Rule, ...] = (_reports,)
