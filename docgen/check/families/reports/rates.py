"""Rates and sums said in a report, reckoned anew (R04); only where a sentence certainly says of what."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.reports.arithmetic import COUNT, POINT_RATE, RATE, Rate, rate, share, whole
from docgen.check.families.reports.rate_tables import rate_tables
from docgen.components import BodyParagraph, Role, key
from docgen.language.text import nfc
from docgen.model.finding import Severity
from docgen.word.reading import Paragraph

_DONE_OF_ALL = 100
_FIRST_YEAR, _LAST_YEAR, _MONTHS = 1900, 2100, 12

_PHRASE = r"[^\d,;:.()%/]"
_MORE = (
    r"(?:đơn vị|địa phương|tổ chức|ban|ngành|phường|đặc khu|(?:công|viên) chức|người lao động|doanh nghiệp)\b"
)
_UNIT = rf"{_PHRASE}{{1,80}}?(?:,\s*{_MORE}{_PHRASE}{{,60}}?){{,3}}"
"""What is counted: "cơ quan, đơn vị thuộc Sở"."""
_VERB = (
    r"(?:(?P<verb>đạt|chiếm|bằng|tương\s+(?:đương|ứng)(?:\s+với)?)(?:\s+(?:tỷ|tỉ)\s+lệ)?"
    r"|(?:tỷ|tỉ)\s+lệ(?:\s+(?:đạt|là))?)"
)
_LINK = rf"(?:\s*\(\s*(?:{_VERB}\s*)?|\s*[,;]\s*{_VERB.replace('<verb>', '<said>')}\s*)"
_RATE = rf"(?P<rate>{RATE})"
_SHARE = re.compile(
    rf"(?<![\d/.,-])(?P<part>{COUNT})\s*/\s*(?P<of>{COUNT})(?!/)(?P<unit>\s+{_UNIT})?{_LINK}{_RATE}",
    re.IGNORECASE,
)
"""23/26 nhiệm vụ, đạt 88,46%."""
_OUT_OF = re.compile(
    rf"(?<![\d/.,-])(?P<part>{COUNT})(?P<unit>\s+{_UNIT})?\s*(?:trên|trong)\s+(?:tổng\s+)?số\s+(?P<of>{COUNT})"
    rf"(?:\s+{_UNIT})?{_LINK}{_RATE}",
    re.IGNORECASE,
)
"""23 trên tổng số 26 nhiệm vụ, đạt 88,46%."""
_AMONG = re.compile(
    rf"(?<![\d/.,-])(?P<of>{COUNT})\s+(?P<all>{_UNIT})\s*[,;]\s*"
    r"(?:trong\s+đó\s*[,:]?\s*(?:có\s+|đã\s+)?(?:hoàn\s+thành\s+)?|(?:đã\s+)?hoàn\s+thành\s+)"
    rf"(?P<part>{COUNT})\s+(?P<unit>{_UNIT}){_LINK}{_RATE}",
    re.IGNORECASE,
)
_NO_SHARE_BEFORE = re.compile(
    r"\b(ngay|thang|quy|nam|dieu|khoan|den|tu|truoc|sau|so|ky|phien|hang|thu|vi tri)\s*$"
)
_NO_SHARE_BEHIND = re.compile(r"\s*(so voi|tro len|tro xuong)\b")
_OF_A_PLAN = re.compile(r"\s*(so voi )?(ke hoach|chi tieu|muc tieu|yeu cau|du toan)\b")
_HANDLED = re.compile(r"\b(dung han|truoc han|qua han|hoan thanh|giai quyet|xu ly)\b")


@dataclass(frozen=True)
class _Claim:
    """A part, a whole and the rate that is said of them."""

    part: int
    of: int
    rate: Rate
    paragraph: Paragraph
    text: str


def rates(case: Case) -> Breaches:
    """Yield rates that are reckoned wrongly or written with a point, and statuses that do not add up."""
    body = case.paper.main.body
    claims = [claim for one in body if "%" in one.text for claim in _claims(one.paragraph)]
    yield from (breach for claim in claims for breach in _reckoned(claim))
    yield from _decimals(claims)
    for one in body:
        yield from _points(one.paragraph)
    for at, one in enumerate(body):
        yield from _sums(one, body[at + 1 :])
    yield from rate_tables(case)


def _claims(paragraph: Paragraph) -> Iterator[_Claim]:
    words = nfc(paragraph.words)
    for pattern in (_SHARE, _OUT_OF, _AMONG):
        for found in pattern.finditer(words):
            part, of = whole(found["part"]), whole(found["of"])
            certain = _says_among(found) if pattern is _AMONG else _says_share(found, part, of)
            if of and certain and _is_of_all(found):
                yield _Claim(part, of, rate(found["rate"]), paragraph, found[0])


def _says_share(found: re.Match[str], part: int, of: int) -> bool:
    """Whether "23/26" is a share: no day, no month of a year, no number of a document."""
    month = part <= _MONTHS and _FIRST_YEAR < of < _LAST_YEAR
    return not month and not _NO_SHARE_BEFORE.search(key(found.string[: found.start()][-20:]))


def _says_among(found: re.Match[str]) -> bool:
    """Whether a rate said of some among all is their share: it may be that of a plan that is not told."""
    if key(found["all"]).split()[:1] != key(found["unit"]).split()[:1]:
        return False
    said = found.string[found.end("all") : found.end("unit")]
    if "chiếm" in {found["verb"], found["said"]}:
        return True
    return rate(found["rate"]).value != _DONE_OF_ALL and bool(_HANDLED.search(key(said)))


def _is_of_all(found: re.Match[str]) -> bool:
    """Whether a rate is one of the whole that is told, not of a plan or of last year."""
    behind = key(found.string[found.end() :][:30])
    if _NO_SHARE_BEHIND.match(behind):
        return False
    return not _OF_A_PLAN.match(behind) or key(found["unit"] or "").startswith("nhiem vu")


def _reckoned(claim: _Claim) -> Breaches:
    if claim.rate.is_share(claim.part, claim.of):
        return
    expected, found = share(claim.part, claim.of, claim.rate.decimals), claim.rate.text
    message = f"{claim.part}/{claim.of} là {expected}; đang ghi {found}. Hãy tính lại tỷ lệ hoặc sửa số liệu."
    yield Breach("R04", message, claim.paragraph, claim.text, expected=expected, found=found)


def _decimals(claims: Sequence[_Claim]) -> Breaches:
    """Yield the first rate that is rounded to other decimals than most."""
    rounded = [
        claim for claim in claims if claim.rate.decimals and not claim.rate.is_exact(claim.part, claim.of)
    ]
    kinds = Counter(claim.rate.decimals for claim in rounded)
    if len(kinds) <= 1:
        return
    usual = kinds.most_common(1)[0][0]
    odd = next(claim for claim in rounded if claim.rate.decimals != usual)
    expected, found = f"{usual} chữ số sau dấu phẩy", odd.rate.text
    message = (
        f"Các tỷ lệ làm tròn không giống nhau: phần lớn có {expected}, ở đây ghi {found}. Hãy ghi thống nhất."
    )
    yield Breach(
        "R04", message, odd.paragraph, odd.text, expected=expected, found=found, severity=Severity.WARNING
    )


def _points(paragraph: Paragraph) -> Breaches:
    for found in POINT_RATE.finditer(paragraph.words) if "%" in paragraph.words else ():
        right = found[0].replace(".", ",")
        message = f"Phần thập phân phải viết sau dấu phẩy: {right}, không phải {found[0]}. Hãy sửa lại."
        yield Breach("R04", message, paragraph, found[0], expected=right, found=found[0])


_LISTED = re.compile(
    rf"(?<![\d/.,-])(?P<of>{COUNT})\s+(?P<unit>{_UNIT})\s*[,;:.(]?\s*trong\s+đó\s*[,:]?\s*(?P<list>.*?)(?:\.(?:\s|/|$)|$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(rf"\([^()]*\)|(?:[,;]\s*)?(?:đạt|chiếm|tỷ lệ|tỉ lệ|bằng|\s)*\s{RATE}", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;]|\bvà\b|^[-–+])\s*")
_STATUS = re.compile(r"\b(hoan thanh|thuc hien|trien khai|giai quyet|xu ly|den han|dieu chinh|khong con)\b")
_OPEN = re.compile(r"\b(chua|dang|khong|qua han chua)\b")
_NOT_BEGUN = re.compile(r"\bchua\b")
_GOING_ON = re.compile(r"\bdang\b")
_ACTION = re.compile(r"\b(hoan thanh|thuc hien|trien khai|giai quyet|xu ly)\b")
_CHOSEN = re.compile(r"(trong do\W*co|noi bat|tieu bieu|dien hinh|chu yeu|nhu|vi du)\b|\bv\.v|…|\.{3}")
"""A list that tells only some of all."""
_REST = re.compile(r"\bcon\W+(lai|co|\d|mot|hai|ba|bon|nam)")
"""The rest may be told in the next sentence."""
_TERM = re.compile(r"\bhan\b")


@dataclass(frozen=True)
class _Status:
    """One item of a list: "đã hoàn thành 20 nhiệm vụ"."""

    text: str

    @cached_property
    def counts(self) -> list[int]:
        return [whole(found) for found in re.findall(COUNT, self.text)]

    @cached_property
    def key(self) -> str:
        return key(self.text)

    @property
    def is_certain(self) -> bool:
        """Whether it is one number and one status."""
        return len(self.counts) == 1 and bool(_STATUS.search(self.key)) and "trong do" not in self.key

    @property
    def is_open(self) -> bool:
        return bool(_OPEN.search(self.key))

    @property
    def is_undone(self) -> bool:
        """Whether it is not begun, or not finished."""
        return bool(_NOT_BEGUN.search(self.key) or _GOING_ON.search(self.key))

    @cached_property
    def actions(self) -> set[str]:
        """What is done, or not done."""
        return set(_ACTION.findall(self.key))

    @property
    def has_term(self) -> bool:
        """Whether it tells what was in time from what was not."""
        return bool(_TERM.search(self.key))


def _sums(one: BodyParagraph, following: Sequence[BodyParagraph]) -> Breaches:
    """Yield a total that the statuses behind it do not add up to."""
    words = nfc(one.text)
    if "rong đó" not in words:
        return
    if words.endswith(":"):
        words += " " + "; ".join(_dashes(following))
    for found in _LISTED.finditer(words):
        items = [_Status(item) for item in _BETWEEN.split(_ASIDE.sub("", found["list"])) if item.strip()]
        missing = whole(found["of"]) - sum(sum(item.counts) for item in items)
        if not missing or not _is_whole(items):
            continue
        behind = " ".join([words[found.end() :], *(other.text for other in following[:1])])
        if missing < 0 or not _tells_some(found, behind, missing):
            yield _unequal(items, one.paragraph, found)


def _tells_some(found: re.Match[str], behind: str, missing: int) -> bool:
    """Whether a list is told to be of some only, or the rest is told behind it."""
    rest = _REST.search(key(behind)) or missing in map(whole, re.findall(COUNT, behind))
    return bool(rest or _CHOSEN.search(key(found[0])))


def _unequal(items: Sequence[_Status], paragraph: Paragraph, found: re.Match[str]) -> Breach:
    added, total = sum(item.counts[0] for item in items), whole(found["of"])
    sum_ = " + ".join(str(item.counts[0]) for item in items)
    message = f"{sum_} = {added}, khác tổng số {total}. Hãy đối chiếu lại số liệu từng tình trạng."
    severity = None if added > total or _is_exhaustive(items) else Severity.WARNING
    return Breach(
        "R04", message, paragraph, found[0], expected=str(total), found=str(added), severity=severity
    )


def _dashes(following: Sequence[BodyParagraph]) -> Iterator[str]:
    for one in following:
        if one.role not in {Role.DASH, Role.POINT}:
            return
        yield nfc(one.text).lstrip("-–+ ").rstrip(" ;.")


def _is_whole(items: Sequence[_Status]) -> bool:
    """Whether these look like all statuses there are, none within another: done, and not done."""
    if len(items) < 2 or not all(item.is_certain for item in items):  # noqa: PLR2004 - a sum
        return False
    both = any(item.is_undone for item in items) and not all(item.is_open for item in items)
    nested = any(
        len({item.has_term for item in items if item.is_open == is_open}) > 1 for is_open in (True, False)
    )
    return both and not nested


def _is_exhaustive(items: Sequence[_Status]) -> bool:
    """Whether there can be no other status: what is done, being done and not begun; or done, and not done."""
    begun = {bool(_NOT_BEGUN.search(item.key)) for item in items if item.is_open}
    done = {action for item in items if not item.is_open for action in item.actions}
    undone = {action for item in items if _NOT_BEGUN.search(item.key) for action in item.actions}
    return len(begun) > 1 or bool(done & undone)
