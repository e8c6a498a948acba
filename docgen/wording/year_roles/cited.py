"""Where a text names other documents: their numbers and dates, and how far their titles reach.

A title has no end of its own in Vietnamese: it runs to the end of the sentence unless something begins a new
clause. What stands behind a comma may belong to it or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.model.citation import find_citations

_DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
    r"|[\s.…_]{0,20}[/.…][\s.…_]{0,20}/?\s*\d{4})"
)
_DATE = rf"(?:,?\s*\(?ngày\s+{_DAY})?"
_DASHES = "\u2010\u2011\u2013-"
_NUMBER = (
    rf"\d+[a-zđ]?(?:/\d{{4}})?[/{_DASHES}](?=[A-ZĐƯ]{{2}})\w+"
    rf"(?:[/&{_DASHES}][A-ZĐƯ]\w*)*"
)
_ISSUED = (
    "(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư"
    "|Thông báo|Kết luận"
    "|Công văn|Công điện|Văn bản|Quy định|Hướng dẫn|Tờ trình|Kế hoạch|Chương trình|Đề án|Hiến pháp)"
)
_CORES = (
    re.compile(rf"(?<![\w/]){_NUMBER}{_DATE}"),
    re.compile(rf"(?<!\w){_ISSUED}\s+số\s*:?[\s.…_]*[/-]\s*[A-ZĐƯ][\w/&-]*{_DATE}"),
    re.compile(rf"(?<!\w)(?:{_ISSUED}|QĐ|NQ|CV|KH|TB|TTr)\s+(?:số\s+)?\d{{1,5}}\s+\((?:ngày\s+)?{_DAY}\)"),
    re.compile(
        r"(?<!\w)(?:Kế hoạch|Chương trình|Đề án|Hướng dẫn|Quy định|Tờ trình|Báo cáo|Thông báo)\s+(?:của\s+"
        rf"(?=[A-ZĐ])[^,.;:()\n\d]{{2,40}}\s)?(?:ban hành\s+)?ngày\s+{_DAY}(?=\s+(?:về|của)\s)"
    ),
    re.compile(rf"(?<!\w){_ISSUED}\s+(?:số\s+)?\d{{1,5}}\s+(?:ngày\s+{_DAY}|năm\s+\d{{4}}(?=\s+của\s))"),
    re.compile(
        r"(?<!\w)(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kết luận|Công văn|Công điện|Văn bản)"
        rf"(?:(?!\b(?:trước|đến|từ|hết|sau|nhất|vào|trong)\s)[^,.;:()\n\d]){{0,60}}\s\(?ngày\s+{_DAY}"
    ),
    re.compile(r"(?<!\w)(?:TCVN|QCVN|TCCS|TCXDVN|ISO|IEC)[\w\s./-]{0,30}:\s?\d{4}(?:/\w+)?"),
    re.compile(
        r"(?<!\w)(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|NĐ|NQ|QĐ|TT|TTLT|CT)\s+(?:số\s+)?"
        r"\d{1,5}/\d{4}(?![\w/&-])(?:(?:\s*,\s*|\s+và\s+)(?:số\s+)?\d{1,5}/\d{4}(?![\w/&-]))*"
    ),
    re.compile(r"(?<!\w)Hiến pháp(?:\s+nước[^,.;:()\n\d]{0,60})?(?:\s+năm)?\s+\d{4}(?:\s*\([^)\n]{0,60}\))?"),
)
_DATED = re.compile(rf"{_NUMBER}(?:\s+năm\s+\d{{4}}(?=\s+của\s)|{_DATE})")
_AMENDED = re.compile(
    r",?(?:\s+(?:đã\s+)?được|\s*\(?)\s*sửa\s+đổi(?:(?:,|\s+và)?\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?"
    r"(?:\s+(?:các|vào))?\s+năm\s+\d{4}(?:(?:,|\s+và)\s+(?:năm\s+)?\d{4})*\)?"
)
"""The years in which the document just named was amended."""
_OF_LAW = re.compile(
    r"(?:\s*\(sửa đổi\)(?=\s+năm))?"
    r"(?:[\s*]+\(?(?:sửa đổi,?\s*)?(?:bổ sung\s*)?(?:năm\s+)?|\s*,\s*năm\s+)(?P<year>\d{4})(?!\d)\)?"
)
_OF_LONGER_LAW = re.compile(
    r"(?:,\s+(?!(?:triển|kiểm|tuyên|xây|tổ|rà|thực|thanh|đào|hướng|phổ"
    r"|tập)\s)[^,.;:()\n]{1,60}?){1,2}(?<!trong)\s+năm\s+\d{4}"
)
"""A title that holds a comma: "Luật Khám bệnh, chữa bệnh năm 2023"; none begins with what is done."""
_OF_NUMBER = re.compile(r"\s+năm\s+\d{4}")
"""A year right behind a number without a date: of the document, or of the plan."""
_OPEN_END = re.compile(
    r"(?<!\w)(?:trong|của|cho|tại|từ|đến|hết|vào|và|kế hoạch|trước|sau|suốt|cả|với|theo|so với|đầu"
    r"|cuối)\s*$"
)
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_LONG_LAW = 12
"""Words; a longer title of a law has swallowed what follows it."""

_ABBREVIATED = r"(?<!\b[A-ZĐ])(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bTh)(?<!\bTS)(?<!\bThS)(?<!v\.v)"
_END = re.compile(rf"{_ABBREVIATED}\.(?=\s+[^\Wa-zà-ỹđ\d_]|\s*$)|\.\.\.|;|\n|\t|:\s|\Z")
_OPENER = re.compile(
    r"[\s*]*,?[\s*]*(?:[“\"]|\((?![A-ZĐƯ]{2,}\))|(?:về|v/v|ban\s+hành|phê\s+duyệt|quy\s+định|sửa\s+đổi"
    r"|bổ\s+sung|công\s+bố|hướng\s+dẫn|triển\s+khai"
    r"|thực\s+hiện|giao|thông\s+qua|điều\s+chỉnh|bãi\s+bỏ|thay\s+thế|kèm\s+theo|thành\s+lập|kiện\s+toàn"
    r"|tổ\s+chức|tăng\s+cường"
    r"|đẩy\s+mạnh|phân\s+công|cho\s+phép|công\s+nhận|chấp\s+thuận|phân\s+bổ|phân\s+cấp|kiểm\s+tra"
    r"|đào\s+tạo|tuyên\s+truyền"
    r"|cải\s+cách|phát\s+triển|nâng\s+cao|xây\s+dựng|yêu\s+cầu|quyết\s+định|một\s+số)(?!\w))"
)
_ISSUER = re.compile(
    r"[\s*]*,?[\s*]*của\s(?:[^,.;:()\n]|\([A-ZĐƯ]{2,}\)|(?<=\bT[PXT])\.)*?(?=\s+(?:năm|trong|giai đoạn"
    r"|tháng|quý|từ|đến)\s|[,;:)\n]|(?<!\bT[PXT])\.|\((?![A-ZĐƯ]{2,}\))|\Z)"
)
_NEW_CLAUSE = re.compile(
    r",\s*(?:trong\s+đó|trong\s+năm|trong\s+quý|trong\s+tháng|năm\s+\d|phấn\s+đấu|hoàn\s+thành"
    r"|đến\s+hết|từ\s+năm|đồng\s+thời|theo\s+đó"
    r"|góp\s+phần|nhằm|để|chậm\s+nhất|trước\s+ngày|với\s+(?:các|những)|gắn\s+với|kết\s+quả|tính\s+đến"
    r"|đã|(?:và\s+)?báo\s+cáo|tham\s+mưu"
    r"|(?=[A-ZĐÀ-Ỹ])[^,;:\n]{2,80}?\s(?:ban\s+hành|xây\s+dựng|triển\s+khai|tổ\s+chức|yêu\s+cầu"
    r"|đề\s+nghị|báo\s+cáo|thực\s+hiện"
    r"|hướng\s+dẫn|tham\s+mưu|đã|sẽ|chủ\s+trì|phối\s+hợp|tiếp\s+tục|phấn\s+đấu))(?!\w)"
    r"|\s(?:trong\s+năm(?=\s+\d)|trong\s+(?:quý|tháng)|gắn\s+với|phấn\s+đấu|đạt\s+kết\s+quả"
    r"|bảo\s+đảm\s+hoàn\s+thành"
    r"|hoàn\s+thành\s+(?:trong|trước)|xong\s+trước|trước\s+ngày|chậm\s+nhất)(?!\w)"
)
_LINK = re.compile(
    r"[\s,“”\"]*\(?\s*(?:(?:được|đã|do)\s+)*(?:[^,.;:()\n]{0,40}\s)?(?:ban\s+hành|phê\s+duyệt|giao"
    r"|công\s+bố|thông\s+qua|kèm)(?:\s+kèm)?(?:\s+(?:theo|tại|bằng))?\s*"
)
"""What tells that the document which follows is the one just named."""
_WEAK_LINK = re.compile(r"[\s,“”\"]*(?:\(\s*(?:theo\s+)?|(?:theo|tại)\s)\s*")
_NAMED = re.compile(rf"(?<!\w){_ISSUED}\s[^,.;:()\n]*$")
_LONGEST_NAME = 150
"""Letters of a document's name before its year."""


@dataclass(frozen=True)
class Cited:
    """One document named in a text, from `start`: `core` ends its type, number and date, `sure` its title.

    What stands from `sure` to `end` may be of the title or not; `year` is that of the document, None when
    it is not said.
    """

    start: int
    core: int
    sure: int
    end: int
    year: int | None
    is_law: bool = False
    """Whether it is a law without a number: "Luật Lưu trữ năm 2024"."""

    def reaches(self, place: int) -> bool:
        """Tell whether `place` may belong to this document."""
        return self.start <= place < self.end


class CitedDocuments:
    """The documents that `words` name."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def documents(self) -> tuple[Cited, ...]:
        """Every document, in the order of the text; one title ends where the next document begins."""
        cores = sorted(set(self._cores()))
        outer = [core for core in cores if not any(_holds(other, core) for other in cores)]
        ends = [*(start for start, _ in outer[1:]), len(self._words)][: len(outer)]
        return tuple(self._cited(*core, until) for core, until in zip(outer, ends, strict=True))

    def at(self, place: int) -> Cited | None:
        """Return the document to which what stands at `place` belongs, or may belong."""
        return next((found for found in reversed(self.documents) if found.reaches(place)), None)

    def has_in_title(self, document: Cited, words: str, end: int) -> bool:
        """Tell whether `words` stand in the title of a document before `end`."""
        return words in self._words[document.core : end]

    def is_core(self, place: int) -> bool:
        """Tell whether what stands at `place` names a document itself, not what it is about."""
        found = self.at(place)
        return found is not None and place < found.core

    def is_named_before(self, start: int, end: int) -> bool:
        """Tell whether a year is of a name whose document follows: "Kế hoạch năm 2025 (Quyết định số …)"."""
        document = next((found for found in self.documents if found.start >= end), None)
        if document is None:
            return False
        if _LINK.fullmatch(self._words, end, document.start):
            return True
        name = self._words[max(0, start - _LONGEST_NAME) : start]
        return bool(_WEAK_LINK.fullmatch(self._words, end, document.start) and _NAMED.search(name))

    def _cores(self) -> Iterator[tuple[int, int]]:
        """Yield where a document is named, without its issuer and title."""
        for found in find_citations(self._words):
            if found.title and not found.number_symbol:
                yield self._law(found.start, found.start + len(found.text.rstrip()), found.title)
                continue
            dated = _DATED.search(self._words, found.start)
            yield found.start, self._amended(dated.end() if dated else found.end)
        for pattern in _CORES:
            yield from (
                (match.start(), self._amended(match.end())) for match in pattern.finditer(self._words)
            )

    def _amended(self, end: int) -> int:
        """Return where the years of its amendments end, for a document whose name ends at `end`."""
        found = _AMENDED.match(self._words, end)
        return found.end() if found else end

    def _law(self, start: int, end: int, title: str) -> tuple[int, int]:
        """Return where a law cited by its title ends: behind its year."""
        year = _OF_LAW.match(self._words, end)
        if len(title.split()) > _LONG_LAW or _OPEN_END.search(title) or year is None:
            return start, end
        return start, self._amended(year.end())

    def _cited(self, start: int, core: int, until: int) -> Cited:
        named = self._words[start:core]
        years = re.findall(r"(?:19|20)\d\d", named)
        is_law = named.startswith(_LAWS) and "/" not in named
        pattern = _OF_LONGER_LAW if is_law else _OF_NUMBER
        behind = None if years else pattern.match(self._words, core, until)
        sure, end = (core, behind.end()) if behind else self._title(core, until)
        return Cited(start, core, sure, end, int(years[-1]) if years else None, is_law)

    def _title(self, core: int, until: int) -> tuple[int, int]:
        """Return how far the title surely reaches, and how far it may."""
        issuer = _ISSUER.match(self._words, core, until)
        after = self._without_verb(core, issuer.end()) if issuer else core
        opener = _OPENER.match(self._words, after, until)
        if opener is None:
            return core, core
        end = self._close(core, opener, until)
        new_clause = _NEW_CLAUSE.search(self._words, opener.end(), end)
        end = new_clause.start() if new_clause else end
        comma = self._words.find(", ", opener.end(), end)
        return (comma if comma >= 0 else end), end

    def _without_verb(self, core: int, end: int) -> int:
        """Return where the issuer ends: before the verb or "về" that opens the title."""
        for match in re.finditer(r"\s(?=\S)", self._words[core:end]):
            place = core + match.start()
            if place > core + 4 and _OPENER.match(self._words, place):
                return place
        return end

    def _close(self, core: int, opener: re.Match[str], until: int) -> int:
        """Return where a title must end: with its sentence, its quotation or the brackets around it."""
        sentence = _END.search(self._words, opener.end(), until)
        end = sentence.start() if sentence else until
        closing = {"(": ")", "“": "”", '"': '"'}.get(opener[0][-1])
        if closing and (found := self._words.find(closing, opener.end(), end)) >= 0:
            return found
        depth = 0
        for place in range(core, end):
            depth += {"(": 1, ")": -1}.get(self._words[place], 0)
            if depth < 0:
                return place
        return end


def _holds(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether `other` is a part of `one`, or begins within it."""
    return one != other and (one[0] < other[0] < one[1] or (one[0] == other[0] and one[1] > other[1]))
