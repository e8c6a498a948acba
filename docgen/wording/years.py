"""B22: years left over from an older document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from docgen.model.deadline import Deadline
from docgen.model.finding import Severity
from docgen.wording.text import Context, Hit, Text, key

_TYPES = frozenset(map(key, ("Kế hoạch", "Chương trình", "Báo cáo")))
_YEAR = re.compile(r"20\d\d(?!\d)")
_HORIZON = re.compile(
    r"20\d\d ?- ?20\d\d|(?:giai đoạn|nhiệm kỳ|niên khóa|từ năm|đến năm|đến hết năm|trước năm|sau năm|so với"
    r"|thay cho) [^,;]{0,12}20\d\d"
)
_DEADLINE_CELL = re.compile(
    r"(?:[^:]{1,60}: ?)?(?:tháng|quý|trước|trong|cả|từ|chậm nhất|hoàn thành|xong|đến)\b"
)
_DUE = re.compile(
    r"(?:hoàn thành|xong|chậm nhất|trước ngày|trước tháng|trong tháng|trong quý|trong năm|thời hạn"
    r"|thời gian thực hiện)[^.;]{0,40}?(?P<year>20\d\d)(?!\d)"
)
_LOOKING_BACK = re.compile(
    r"kết quả|tình hình|so với|tổng kết|sơ kết|đánh giá|đã |được |báo cáo|công bố|xếp hạng|tồn tại|hạn chế"
    r"|quyết toán|số liệu|thống kê|tính đến|khen thưởng|rút kinh nghiệm|khắc phục|cuối năm|chỉ số|thành lập"
    r"|dữ liệu|hồ sơ|tài liệu|kết luận"
)
_TASK = re.compile(
    r"[-+\s]*(?:xây dựng|ban hành|triển khai|thực hiện|truyền thông|tổ chức|kiểm tra|tham mưu|rà soát"
    r"|tuyên truyền|đào tạo)\b"
)
_OF_YEAR = re.compile(r"năm (?P<year>20\d\d)(?!\d)")
_TITLE = r"(?:kế hoạch|chương trình|báo cáo)\b[^.;:]{0,120}? năm (?P<year>20\d\d)(?!\d)"
_CLOSING_TITLE = re.compile(f"trên đây là {_TITLE}")
_OPENING_TITLE = re.compile(f"(?<!đã )ban hành {_TITLE}")
"""How a document names itself, where it ends and where it opens."""
_OPENING = re.compile(
    r"(?:nhiệm vụ|công tác|mục tiêu|chỉ tiêu)\b[^.;:]{0,80}? năm (?P<year>20\d\d)(?!\d)(?! của\b)"
)
"""What a document is about, in its first sentences."""
_FIRST_HEADING = re.compile(r"(?:i|1|a|phần i|chương i|điều 1)[.)]? ")
_LONGEST_CELL = 150
"""Letters; a longer cell is no deadline."""
_DIGITS = 4
_LONG_TERM = 1
"""Years between the day of a document and its year; a longer span is a horizon, not a year's work."""
_FIRST_TEXTS = 20
"""So many texts hold the subject and what opens a document."""
_OFTEN = 3
"""Mentions that make an older year the subject of a document, when its own year has fewer."""


def years(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield years before `context.year` that were left over in a plan or report of that year.

    Deadlines before the year are warnings; a task of an earlier year is worth a look. Citations, horizons
    ("giai đoạn 2021-2025", "đến năm 2030") and what looks back ("so với năm 2024", "kết quả năm 2024") are
    exempt, and so is a document of many years. A report looks back one year more.
    """
    year = context.year
    if year is None or key(context.type_name) not in _TYPES:
        return
    if context.date and year - context.date.year > _LONG_TERM:
        return
    written = [(text, _YEAR.findall(text.words)) for text in texts if "20" in text.words]
    mentions = Counter(mention for _, mentioned in written for mention in mentioned)
    others = {
        other for other, times in mentions.items() if times < _OFTEN or times <= mentions[str(year)]
    } - {str(year)}
    first = year - context.is_report
    if not context.is_report and context.date:
        yield from _old_subject(texts, year, context.date.year, mentions)
    opening = _opening(texts)
    for text, mentioned in written:
        if not others.isdisjoint(mentioned):
            yield from _strays(text, year, first, opens=id(text) in opening)


def _opening(texts: Sequence[Text]) -> set[int]:
    """Return the texts before the first heading; none where it is not seen among the first ones."""
    start = texts[:_FIRST_TEXTS]
    ends = next((at for at, text in enumerate(start) if _is_heading(text)), 0)
    return {id(text) for text in start[:ends]}


def _is_heading(text: Text) -> bool:
    return _FIRST_HEADING.match(text.key) is not None or (
        text.key.startswith(("mục đích", "mục tiêu")) and text.words[-1:].isalpha()
    )


def _old_subject(texts: Sequence[Text], year: int, issued: int, mentions: Counter[str]) -> Iterator[Hit]:
    """Yield the subject when it names a year that is over on the day of issue, and the text another one."""
    if year >= issued or mentions[str(issued)] < max(_OFTEN, 2 * mentions[str(year)]):
        return
    for text in texts[:_FIRST_TEXTS]:
        match = _OF_YEAR.search(text.key)
        if match and int(match["year"]) == year and not text.is_cited(match.start()):
            yield _hit(text, match.span("year"), issued, None)
            return


def _strays(text: Text, year: int, first: int, *, opens: bool) -> Iterator[Hit]:
    """Yield what is stray in one text: a cell that is a deadline, a due date in a sentence, a task."""
    if text.in_table and len(text.words) <= _LONGEST_CELL and _DEADLINE_CELL.match(text.key):
        yield from _deadline(text, year, first)
        return
    exempt = [match.span() for match in _HORIZON.finditer(text.key)]
    patterns: list[tuple[re.Pattern[str], Severity | None]] = [(_CLOSING_TITLE, None), (_DUE, None)]
    patterns += [(_OPENING_TITLE, None), (_OPENING, Severity.INFO)] if opens else []
    patterns += [(_OF_YEAR, Severity.INFO)] if _is_task(text) else []
    for pattern, severity in patterns:
        for match in pattern.finditer(text.key):
            start = match.start("year")
            stray = int(match["year"]) < first and not _belongs(text, start, year)
            if stray and not any(begin <= start < end for begin, end in exempt):
                yield _hit(text, match.span("year"), year, severity)
                return


def _is_task(text: Text) -> bool:
    """Tell whether a text says what will be done: a task, or a heading in capitals."""
    return bool(_TASK.match(text.key)) or text.words.isupper()


def _belongs(text: Text, start: int, year: int) -> bool:
    """Tell whether an old year is meant: cited, looking back, or beside the year of the document."""
    sentence = text.sentence(start)
    return text.is_cited(start) or str(year) in sentence or bool(_LOOKING_BACK.search(sentence))


def _deadline(text: Text, year: int, first: int) -> Iterator[Hit]:
    """Yield the year of each phase that ends before `first`."""
    for phase in Deadline.parse(text.words, year).phases:
        if phase.latest and phase.latest.year < first:
            place = text.words.index(str(phase.latest.year))
            yield _hit(text, (place, place + _DIGITS), year, None)


def _hit(text: Text, span: tuple[int, int], year: int, severity: Severity | None) -> Hit:
    found = text.words[slice(*span)]
    message = (
        f"Văn bản của năm {year} mà ở đây ghi năm {found}. "
        f"Nếu còn sót từ văn bản cũ, hãy sửa thành {year}; nếu đúng là năm {found} thì bỏ qua."
    )
    return Hit("B22", text, *span, message, expected=str(year), found=found, severity=severity)
