"""The words around a year that tell its role: those of its own clause, and what they say."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.wording.text import key
from docgen.wording.year_roles_found import Group


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for keys: written as they are, with the tone where a key has it."""
    return re.compile(key(words))


_SENTENCE_BREAK = _pattern(r"(?<!\btp)(?<!\bp)(?<!\btx)\.\s|;|\n")
_RESTART = _pattern(
    r"(?:^|,|\bvà|\s-)\s*(?:tiếp tục\s+)?(?:xây dựng|triển khai|thực hiện|ban hành|tổ chức|truyền thông"
    r"|tuyên truyền|tham mưu|rà soát"
    r"|kiểm tra|đẩy mạnh|tăng cường|hoàn thành|phấn đấu|lập|trình|đề xuất|phổ biến|đào tạo|bồi dưỡng"
    r"|nâng cao|thẩm định|giao)(?!\w)"
)
_PHASE_BREAK = _pattern(r"[;\n:]")
_WAITING = _pattern(r"\s*(?:ngay\s+)?(?:sau|khi|theo)(?!\w)")

_LOOKING_BACK = _pattern(
    r"(?<!\w)(?:kết quả|tổng kết|sơ kết|so với|so cùng kỳ|cùng kỳ|tình hình|đánh giá|xếp hạng|xếp loại"
    r"|phân loại|công bố|quyết toán|báo cáo"
    r"|kiểm điểm|số liệu|thống kê|tính đến|khen thưởng|bình xét|rút kinh nghiệm|khắc phục|tồn tại"
    r"|hạn chế|tồn đọng|chưa hoàn thành"
    r"|chuyển tiếp|chuyển nguồn|chuyển sang|kết dư|kế thừa|dở dang|đã|đạt được|chỉ số|chấm điểm|nộp lưu"
    r"|chỉnh lý|số hóa|hồ sơ|tài liệu"
    r"|ước|ước thực hiện|tổng hợp|kiểm kê|kiểm toán|kê khai|kết luận|papi|pci|sipas|par index|par-index"
    r"|dti|pgi|ddci|thành tích"
    r"|danh hiệu|biểu dương|tuyên dương|tôn vinh|hậu kiểm|chậm tiến độ|nợ|thực trạng|hơn|công khai|thu nhập"
    r"|còn lại)(?!\w)"
)
_SAID_BEHIND = _pattern(
    r"\s*\((?:đã |ước )?thực hiện\)"
    r"|\s*\)?\s*(?:,\s*)?(?:kéo dài|chuyển|đã|đạt|là|ước|còn|chỉ|chưa)(?!\w)|\s*:\s*\d|\s*(?:là|=)\s*\d"
    r"|\s*\)\s*(?:là|đạt)"
)
_DONE = _pattern(r"(?<!\w)(?:đã|đạt|được|ước)(?!\w)")
_VALUE_IN_FRONT = _pattern(r"\d\s*%\s*\(?\s*$|\d\s*(?:điểm|tỷ|tỷ đồng|triệu|triệu đồng)?\s*\(\s*$")
_AHEAD = _pattern(
    r"(?<!\w)(?:kế hoạch|dự toán|dự trù|nhiệm vụ|phương hướng|chuẩn bị|chương trình|biên chế|nhu cầu|đăng ký"
    r"|tuyển dụng|tuyển sinh|dự kiến"
    r"|phân bổ|danh mục|kinh phí|ngân sách|vốn|chỉ tiêu|giao|năm sau|tiếp theo|định hướng)(?!\w)"
)
_HISTORY = _pattern(
    r"(?<!\w)(?:ngày thành lập|thành lập (?:ngành|đảng|nước|tỉnh|đoàn|hội|quân đội)"
    r"|truyền thống|quốc khánh|giải phóng(?! mặt bằng)"
    r"|cách mạng tháng tám|ra đời|tái lập|chia tách|khởi nghĩa|chiến thắng|khánh thành)(?!\w)"
)
_EFFECT = _pattern(
    r"(?<!\w)(?:(?:có|còn|hết|ngày|ngưng) hiệu lực|hiệu lực (?:thi hành|từ|kể từ)|hiệu lực[\s:,(]*$"
    r"|ký ban hành)(?!\w)"
)
"""A day of effect stays; "hiệu lực, hiệu quả" says nothing of a day."""
_BIRTH = _pattern(
    r"(?<!\w)(?<!học )(?<!vệ )(?<!tuyển )(?<!phát )(?<!hy )(?<!hi )(?<!thí )(?<!khai )(?<!nảy )(?<!tập )"
    r"(?<!cứu )(?<!ký )(?<!sản )(?<!dân )(?<!an )sinh"
    r"(?=\s+(?:năm|từ|trước|sau|ngày|tháng|trong|vào)(?!\w)|[\s:,(]*$)"
)
_EVENT = _pattern(
    r"(?<!\w)(?:bão số|cơn bão|siêu bão|(?:đợt|trận) (?:mưa|lũ|lụt|dịch|rét|thiên tai|hạn hán|động đất)"
    r"|đại dịch|dịch covid(?:-19)?|vụ (?:cháy|tai nạn|ngộ độc|án|việc)|sự cố)(?!\w)"
)
_REGULATED = _pattern(
    r"(?<!\w)(?:thuế suất|thuế giá trị gia tăng|giảm \d+% thuế|lệ phí|mức lương|lương cơ sở|mức thu|mức đóng"
    r"|mức hưởng|mức chuẩn|bảng giá)(?!\w)"
)
_ANNIVERSARY = _pattern(r"(?<!\w)kỷ niệm(?!\w)")
_ONCE = _pattern(
    r"(?<!\w)(?:đại hội|bầu cử|tổng điều tra|tổng kiểm kê|lần thứ\s+\w+|sáp nhập|hợp nhất"
    r"|chia tách|tái lập|ra đời|thành lập (?:tỉnh|xã|phường|thị trấn)"
    r"|vận hành chính quyền|chính quyền (?:địa phương )?(?:0?2|hai) cấp)(?!\w)"
)
_PROGRAMME = _pattern(
    r"(?<!\w)(?:chương trình|đề án|dự án|chiến lược|nghị quyết|mục tiêu quốc gia|quy hoạch|gia hạn"
    r"|kéo dài)(?!\w)"
)
_NAMED = _pattern(
    r"(?<!\w)(?:đời|phiên bản|đề án|dự án|hệ thống|phần mềm|chiến lược|nghị quyết|tầm nhìn|quy hoạch)\s+$"
)
_AIM = _pattern(r"(?<!\w)(?:phấn đấu|mục tiêu|lộ trình|đạt|hoàn thành|tiến tới|hướng tới|định hướng)(?!\w)")
_BRACKET = _pattern(r"\(\s*(?:vào\s+)?$")
_PART_OF_YEAR = _pattern(r"\d+ tháng (?:đầu|cuối)")
_CLOSING_QUOTE = _pattern('[”"’]')
_WEEKDAY = _pattern(r"(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,(]?\s*$")
_LAST_DAY = _pattern(r"(?:31\s?[/.-]\s?12|31 tháng 12)")
_LONGEST = 600
"""Letters on each side of a year in which its clause is looked for."""
_MOST_JOINED = 5
"""Groups of years that share the words before the first of them."""
_JOINED = _pattern(r"\s*(?:và|đến|tới|-|,|sang)\s*(?:hết\s+)?")


@dataclass(frozen=True)
class Clause:
    """The words around one group of years, all as keys.

    `lead` begins the phrase ("đến năm "), `before` and `after` are the rest of its clause on both sides.
    """

    before: str
    lead: str
    after: str
    sentence: str
    segment: str
    beside: int | None
    """The year of what is joined to it: "quý IV năm 2024 và quý I năm 2025"."""
    opens: bool
    """Whether its sentence begins with it."""

    @property
    def looks_back(self) -> bool:
        """Tell whether the clause speaks of what was done."""
        return bool(
            _LOOKING_BACK.search(self.before)
            or _SAID_BEHIND.match(self.after)
            or _VALUE_IN_FRONT.search(self.before)
            or (self.opens and _DONE.search(self.after))
        )

    @property
    def looks_ahead(self) -> bool:
        """Tell whether the clause prepares something."""
        return bool(_AHEAD.search(self.before + self.lead))

    @property
    def is_history(self) -> bool:
        """Tell whether the clause tells of a fact with its own date."""
        return bool(_HISTORY.search(self.before))

    @property
    def is_effect(self) -> bool:
        """Tell whether the clause says from when a document is in force."""
        return bool(_EFFECT.search(self.before))

    @property
    def is_birth(self) -> bool:
        """Tell whether the clause says when somebody was born."""
        return bool(_BIRTH.search(self.before + self.lead))

    @property
    def is_event(self) -> bool:
        """Tell whether the clause is about a storm, an epidemic, a case: what has its own date."""
        return bool(_EVENT.search(self.before))

    @property
    def is_regulated(self) -> bool:
        """Tell whether the sentence is about rates of a regulation, which have their own days of effect."""
        return bool(_REGULATED.search(self.sentence))

    @property
    def is_part_of_year(self) -> bool:
        """Tell whether the phrase is about some months of a year: "6 tháng đầu năm"."""
        return bool(_PART_OF_YEAR.search(self.lead))

    @property
    def is_anniversary(self) -> bool:
        """Tell whether the sentence is about an anniversary."""
        return bool(_ANNIVERSARY.search(self.sentence))

    @property
    def happens_once(self) -> bool:
        """Tell whether the clause, or what a date in brackets is told of, does not come every year."""
        before = self.sentence if _BRACKET.search(self.before) else self.before
        return bool(_ONCE.search(before) or _ONCE.search(self.after))

    @property
    def is_aim(self) -> bool:
        """Tell whether the clause sets an aim or speaks of a programme: its year does not move."""
        return bool(_AIM.search(self.before + self.lead) or _PROGRAMME.search(self.before))

    @property
    def is_of_programme(self) -> bool:
        """Tell whether the clause speaks of a programme of several years."""
        return bool(_PROGRAMME.search(self.before))

    @property
    def names(self) -> bool:
        """Tell whether a number alone may be part of a name: "Đề án 2025", “Kho lưu trữ 2025”."""
        return bool(_NAMED.search(self.before) or _CLOSING_QUOTE.match(self.after))

    @property
    def has_weekday(self) -> bool:
        """Tell whether a day of the week stands before it."""
        return bool(_WEEKDAY.search(self.before))

    @property
    def is_last_day(self) -> bool:
        """Tell whether the phrase is the last day of a year."""
        return bool(_LAST_DAY.search(self.lead))

    @cached_property
    def waits(self) -> bool:
        """Tell whether the phase of a deadline waits for an event or follows another plan."""
        return bool(_WAITING.match(self.segment))


def clauses(words: str, groups: Sequence[Group]) -> Iterator[Clause]:
    """Yield the clause of each of the `groups` of `words`."""
    text = key(words.replace("*", " "))
    sentences = [(0, 0), *(found.span() for found in _SENTENCE_BREAK.finditer(text)), (len(text), len(text))]
    phases = [0, *(found.end() for found in _PHASE_BREAK.finditer(text))]
    for at, group in enumerate(groups):
        after = bisect_right(sentences, (group.start, 0))
        begins, ends = sentences[after - 1][1], sentences[after][0]
        phase = phases[bisect_right(phases, group.start) - 1]
        yield _clause(text, groups, at, (begins, max(ends, group.end)), phase)


def _clause(text: str, groups: Sequence[Group], at: int, sentence: tuple[int, int], phase: int) -> Clause:
    group = groups[at]
    begins, ends = max(sentence[0], group.start - _LONGEST), min(sentence[1], group.end + _LONGEST)
    follower = groups[at + 1] if at + 1 < len(groups) else None
    before = text[max(begins, _left(text, groups, at)) : group.start]
    after = text[group.end : min(ends, follower.start) if follower else ends]
    return Clause(
        before=_own(before),
        lead=text[group.start : group.years[0].start],
        after=after,
        sentence=text[begins : min(ends, group.start + _LONGEST)],
        segment=text[phase : min(group.end, phase + _LONGEST)],
        beside=follower.last if follower and _JOINED.fullmatch(after) else None,
        opens=not before.strip(" -+*"),
    )


def _left(text: str, groups: Sequence[Group], at: int) -> int:
    """Return where the words begin that lead to a group: what it is joined to shares its own."""
    first = max(0, at - _MOST_JOINED)
    while at > first and _JOINED.fullmatch(text, groups[at - 1].end, groups[at].start):
        at -= 1
    return groups[at - 1].end if at else 0


def _own(before: str) -> str:
    """Return what is left of `before` where a new clause begins in it."""
    starts = [found.start() for found in _RESTART.finditer(before)]
    return before[starts[-1] :] if starts else before
