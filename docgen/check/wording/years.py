"""B22: years left over from an older document."""

import re
from collections.abc import Iterator, Sequence

from docgen.check.wording.text import Context, Hit, Text, key
from docgen.model.deadline import Deadline
from docgen.model.finding import Severity

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
    r"kết quả|so với|tổng kết|sơ kết|đánh giá|đã |được |báo cáo|công bố|xếp hạng|tồn tại|hạn chế|quyết toán"
    r"|số liệu|thống kê|tính đến|khen thưởng|rút kinh nghiệm|khắc phục|cuối năm|chỉ số|thành lập|dữ liệu"
    r"|hồ sơ|tài liệu|kết luận"
)
_TASK = re.compile(
    r"[-+\s]*(?:xây dựng|ban hành|triển khai|thực hiện|truyền thông|tổ chức|kiểm tra|tham mưu|rà soát"
    r"|tuyên truyền|đào tạo)\b"
)
_OF_YEAR = re.compile(r"năm (?P<year>20\d\d)(?!\d)")
_LONGEST_CELL = 150
"""Letters; a longer cell is no deadline."""
_NEXT_YEARS = 1
"""A plan may end in the January after its year."""


def years(texts: Sequence[Text], context: Context) -> Iterator[Hit]:
    """Yield years that do not belong in a plan or report of `context.year`.

    Deadlines before the year (or far behind it) are warnings; a task of an earlier year is worth a look.
    Citations, horizons ("giai đoạn 2021-2025", "đến năm 2030") and what looks back ("so với năm 2024", "kết
    quả năm 2024") are exempt. A report looks back and forward one year more.
    """
    if context.year is None or key(context.type_name) not in _TYPES:
        return
    own = str(context.year)
    for text in texts:
        written = _YEAR.findall(text.words) if "20" in text.words else ()
        if any(year != own for year in written):
            yield from _strays(text, context.year, _first_year(context))


def _first_year(context: Context) -> int:
    """Return the earliest year a deadline may name."""
    return (context.year or 0) - context.is_report


def _strays(text: Text, year: int, first: int) -> Iterator[Hit]:
    """Yield what is stray in one text: a cell that is a deadline, a due date in a sentence, a task."""
    if text.in_table and len(text.words) <= _LONGEST_CELL and _DEADLINE_CELL.match(text.key):
        yield from _deadline(text, year, first)
        return
    exempt = [match.span() for match in _HORIZON.finditer(text.key)]
    for pattern, severity in ((_DUE, None), (_OF_YEAR, Severity.INFO)):
        if severity and not _TASK.match(text.key):
            continue
        for match in pattern.finditer(text.key):
            start = match.start("year")
            stray = int(match["year"]) < first and not _belongs(text, start, year)
            if stray and not any(begin <= start < end for begin, end in exempt):
                yield _hit(text, match.span("year"), year, severity)
                return


def _belongs(text: Text, start: int, year: int) -> bool:
    """Tell whether an old year is meant: cited, looking back, or beside the year of the document."""
    sentence = text.sentence(start)
    return text.is_cited(start) or str(year) in sentence or bool(_LOOKING_BACK.search(sentence))


def _deadline(text: Text, year: int, first: int) -> Iterator[Hit]:
    """Yield the year of a phase that ends before `first` or begins long behind the document's year."""
    for phase in Deadline.parse(text.words, year).phases:
        if not (phase.earliest and phase.latest):
            continue
        past, far = phase.latest.year < first, phase.earliest.year > year + _NEXT_YEARS
        place = text.words.find(str(phase.latest.year if past else phase.earliest.year))
        if (past or far) and place >= 0:
            yield _hit(text, (place, place + 4), year, Severity.INFO if far else None)


def _hit(text: Text, span: tuple[int, int], year: int, severity: Severity | None) -> Hit:
    found = text.words[slice(*span)]
    message = (
        f"Văn bản của năm {year} mà ở đây ghi năm {found}. "
        f"Nếu còn sót từ văn bản cũ, hãy sửa thành {year}; nếu đúng là năm {found} thì bỏ qua."
    )
    return Hit("B22", text, *span, message, expected=str(year), found=found, severity=severity)
