"""Which role a year has, from its form, the words of its clause and the cited documents around it."""

import re
from functools import partial

from docgen.wording.year_roles.cited import Cited
from docgen.wording.year_roles.stretches import listed, stretch
from docgen.wording.year_roles.tokens import Form
from docgen.wording.year_roles.verdict import (
    AHEAD,
    BACK,
    CITED,
    FAR,
    HORIZON,
    LONG_AGO,
    NOT_YEARLY,
    OLD_FACT,
    PAST,
    Place,
    Verdict,
    YearRole,
    moving,
)

_NO_SIGN_OF_BACK = "Câu chữ không cho biết đây là năm nhìn lại hay năm kế hoạch còn sót từ kế hoạch trước."
_TWO_BACK = "Năm này cách năm kế hoạch hai năm: có thể là năm gốc để so sánh, không đổi theo năm kế hoạch."
_ONE_DAY = "Ngày này ở trước năm kế hoạch: có thể là ngày của một việc đã qua, hoặc còn sót từ kế hoạch cũ."
_SINCE = "Mốc bắt đầu thường cố định, nhưng cũng có thể là mốc của năm kế hoạch."
_LATER = "Năm sau năm kế hoạch: có thể là đích cố định, không đổi theo năm kế hoạch."
_BIRTH = "Năm sinh xác định theo độ tuổi thì phải tính lại theo năm kế hoạch."
_EVENT = "Sự việc này có thời gian của nó, không đổi theo năm kế hoạch, trừ khi năm mới có sự việc khác."
_DONE = "Việc đã xong vào ngày này: ngày cố định, trừ khi năm mới làm lại việc này."
_ORDINAL = "Số thứ tự của năm phải tính lại theo năm kế hoạch."
_RATE = "Thời gian áp dụng do văn bản quy định, có thể không đổi theo năm kế hoạch."
_ANNIVERSARY = "Số năm kỷ niệm phải tính lại theo năm kế hoạch."
_PROGRAMME = "Mốc này có thể là hạn của chương trình, đề án chứ không phải của năm kế hoạch."
_NAME = "Số này có thể là một phần của tên gọi, không đổi theo năm kế hoạch."
_IN_TITLE = "Không rõ năm này thuộc tên văn bản được viện dẫn hay là năm kế hoạch."
_WEEKDAY = "Ngày này ghi kèm thứ trong tuần: thứ phải xem lại theo lịch của năm mới."
_NEW_LAW = "Luật của chính năm kế hoạch, hoặc việc thi hành luật trong năm kế hoạch: câu chữ chưa rõ."

_AIM = re.compile(r"(?<!\w)(?:đến|tới|tầm nhìn)\s+(?:năm\s+)?$")
_CLOSE = re.compile(r"(?<!\w)(?:hết|cuối)\s+(?:năm\s+)?$")
_SINCE_LEAD = re.compile(
    r"(?<!\w)(?:từ|kể từ)\s+(?:đầu\s+)?(?:năm\s+|ngày\s+|tháng\s+)?[\d/.\s-]*(?:năm\s+)?$"
)
_SINCE_BEFORE = re.compile(r"(?<!\w)(?:từ|kể từ)\s+(?:đầu\s+)?$")
_CARRIED = re.compile(r"(?<!\w)(?:chuyển|tồn|kết dư|kế thừa|dở dang|nợ)")
_OPENING = re.compile(r"(?<!\w)đầu\s")
_UNTIL = re.compile(r"\s*(?:đến|tới|-)\s")
_UNTIL_NOW = re.compile(r"\s*(?:đến nay|tới nay|đến thời điểm)")
_ONWARD = re.compile(r"\s*trở\s+(?:về|lại|đi|lên)(?!\w)")
_BEFORE_LEAD = re.compile(r"(?<!\w)trước\s+(?:năm\s+)?$")
_AFTER_LEAD = re.compile(r"(?<!\w)sau\s+(?:năm\s+)?$")
_NEAR_AIM = 2
"""Years ahead; an aim farther off is that of a programme."""
_TWO_AGO = -2
"""Two years before the plan's."""


def judged(place: Place) -> tuple[Verdict, ...]:
    """Return the role of each year of a group."""
    years = [written.year - place.year for written in place.group.years]
    if verdict := _cited(place):
        return (verdict,) * len(years)
    if place.group.form is Form.STRETCH:
        return stretch(place, *years)
    if place.group.form is Form.LIST and years == list(range(years[0], years[-1] + 1)):
        return listed(years)
    judge = partial(_timed if place.is_timed else _single, place)
    return tuple(_on_weekday(place, judge(distance)) for distance in years)


def _on_weekday(place: Place, verdict: Verdict) -> Verdict:
    """Doubt a day that moves where the day of the week is told."""
    is_doubtful = verdict.role.moves and not verdict.doubt and place.clause.has_weekday
    return Verdict(verdict.role, _WEEKDAY) if is_doubtful else verdict


def _cited(place: Place) -> Verdict | None:
    """Return the verdict on a year of a cited document, or of a title that one may have."""
    group = place.group
    written = group.years[0]
    if place.cited.is_named_before(group.start, group.end):
        return CITED
    document = place.cited.at(written.start)
    if document is None:
        return None
    if written.start < document.core:
        return Verdict(YearRole.CITED, _NEW_LAW) if _is_new_law(place, document) else CITED
    return Verdict(YearRole.CITED, _IN_TITLE) if _is_doubtful_title(place, document) else CITED


def _is_new_law(place: Place, document: Cited) -> bool:
    return document.is_law and place.group.years[0].year >= place.year


def _is_doubtful_title(place: Place, document: Cited) -> bool:
    """Tell whether a year is not surely of a title: behind a comma, or long after the document itself."""
    group = place.group
    if group.form is Form.STRETCH or _AIM.search(place.clause.lead):
        return False
    if place.cited.has_in_title(document, str(group.last), group.start):
        return True
    if document.year is None:
        is_its_own = group.end == document.end and group.last < place.year - 1
        return group.start >= document.sure and not is_its_own
    later = group.last - document.year
    return later > 1 or (group.start >= document.sure and later < -1)


def _timed(place: Place, distance: int) -> Verdict:
    """Judge a year that says when a task is due."""
    lead = place.clause.lead
    if distance > 0 and (_AIM.search(lead) or _CLOSE.search(lead)):
        return HORIZON
    if abs(distance) <= 1:
        return Verdict(moving(distance), _SINCE if _is_open_since(place) else "")
    if distance > 0:
        return Verdict(YearRole.AHEAD, FAR)
    return (
        Verdict(YearRole.LOOKED_BACK, _TWO_BACK) if distance == _TWO_AGO else Verdict(YearRole.PAST, OLD_FACT)
    )


def _is_open_since(place: Place) -> bool:
    """Tell whether something begins with a whole year, and no end is told."""
    clause = place.clause
    is_since = place.group.form is Form.YEAR and _SINCE_LEAD.search(clause.lead)
    return bool(is_since) and not _UNTIL.match(clause.after)


def _single(place: Place, distance: int) -> Verdict:
    """Judge a single year by the word that leads it, else by its distance from the plan's."""
    if place.clause.is_birth:
        return Verdict(YearRole.PAST, _BIRTH)
    if verdict := _led(place, distance) or _remembered(place, distance):
        return verdict
    if distance == 0:
        return _of_plan(place)
    return _ahead(place, distance) if distance > 0 else _back(place, distance)


def _remembered(place: Place, distance: int) -> Verdict | None:
    """Judge a year of an anniversary, of a day of effect, of history; None where it is none of them."""
    clause = place.clause
    if clause.is_anniversary and distance <= 0:
        return Verdict(YearRole.PLAN, _ANNIVERSARY) if distance == 0 else PAST
    is_effect = clause.is_effect and (place.group.form is Form.DAY or (distance < 0 and not clause.is_list))
    return PAST if is_effect or (clause.is_history and distance < 0) else None


def _led(place: Place, distance: int) -> Verdict | None:
    """Judge "đến năm", "hết năm", "trước năm", "sau năm", "từ năm", "trở đi"; None where none of them is."""
    clause, form = place.clause, place.group.form
    if form in {Form.YEAR, Form.BARE}:
        if _AIM.search(clause.lead):
            return None if "tính đến" in clause.lead else HORIZON
        if _CLOSE.search(clause.lead) and distance > 0:
            return HORIZON
        if _AFTER_LEAD.search(clause.lead):
            return HORIZON
        if _BEFORE_LEAD.search(clause.lead):
            return PAST if clause.is_history or place.year + distance < LONG_AGO else HORIZON
    if _ONWARD.match(clause.after):
        return Verdict(YearRole.PAST, _SINCE)
    return _since(place, distance)


def _since(place: Place, distance: int) -> Verdict | None:
    """Judge what begins with "từ"; None where it does not, or where the other end is told."""
    clause = place.clause
    if not (_SINCE_LEAD.search(clause.lead) or _SINCE_BEFORE.search(clause.before)):
        return None
    if _UNTIL_NOW.match(clause.after):
        return Verdict(moving(distance)) if _OPENING.search(clause.lead) and -1 <= distance <= 0 else PAST
    if _UNTIL.match(clause.after):
        is_rate = place.group.form is Form.DAY and clause.is_regulated
        return Verdict(moving(distance), _RATE if is_rate else "") if abs(distance) <= 1 else None
    if distance < 0 and _CARRIED.search(clause.before):
        return None
    is_known = clause.is_effect or clause.is_history or place.year + distance < LONG_AGO
    return PAST if is_known else Verdict(YearRole.PAST, _SINCE)


def _of_plan(place: Place) -> Verdict:
    """Judge the plan's own year, which nearly always moves."""
    clause, form = place.clause, place.group.form
    if form is Form.DAY and clause.is_done and not clause.happens_once:
        return Verdict(YearRole.PAST, _DONE)
    doubts = (
        (clause.happens_once, NOT_YEARLY),
        (clause.is_event, _EVENT),
        (clause.is_counted, _ORDINAL),
        (form is Form.BARE and clause.names, _NAME),
        (_CLOSE.search(clause.lead) and clause.is_of_programme, _PROGRAMME),
    )
    return Verdict(YearRole.PLAN, next((reason for is_so, reason in doubts if is_so), ""))


def _ahead(place: Place, distance: int) -> Verdict:
    """Judge a year after the plan's."""
    if distance > 1:
        if not place.clause.is_aim:
            return Verdict(YearRole.AHEAD, FAR)
        return Verdict(YearRole.HORIZON, FAR if distance <= _NEAR_AIM else "")
    if place.clause.happens_once:
        return Verdict(YearRole.PAST, NOT_YEARLY)
    dated = place.group.form in {Form.DAY, Form.MONTH, Form.QUARTER} or place.clause.is_part_of_year
    return AHEAD if dated or place.clause.looks_ahead else Verdict(YearRole.AHEAD, _LATER)


def _back(place: Place, distance: int) -> Verdict:
    """Judge a year before the plan's."""
    clause = place.clause
    if distance == -1:
        return _year_before(place)
    if distance == _TWO_AGO and clause.looks_back:
        return Verdict(YearRole.LOOKED_BACK, _TWO_BACK)
    if place.year + distance < LONG_AGO:
        return PAST
    return Verdict(YearRole.PAST, _ONE_DAY if place.group.form is Form.DAY else OLD_FACT)


def _year_before(place: Place) -> Verdict:
    clause = place.clause
    if clause.is_event or (clause.happens_once and clause.looks_back):
        return Verdict(YearRole.PAST, _EVENT if clause.is_event else NOT_YEARLY)
    if clause.looks_back or clause.is_last_day or clause.beside == place.year:
        return BACK
    if place.group.form is Form.DAY:
        return Verdict(YearRole.PAST, _ONE_DAY)
    if place.group.form is Form.BARE and clause.names:
        return Verdict(YearRole.PAST, _NAME)
    return Verdict(YearRole.LOOKED_BACK, _NO_SIGN_OF_BACK)
