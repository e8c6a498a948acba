"""B20: capital letters, by a list of names and by the parts of a document that are cited (Phụ lục II)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from docgen.rules.lexicon import Name, names
from docgen.wording.phrases import Phrases
from docgen.wording.text import Context, Hit, Text

_SENTENCE_STARTS = frozenset(".?!:;…\n\t“”\"‘’'([•+*–-/")
_LABEL = re.compile(r"(?:^|\s)\w{1,3}\)$")
_PART = re.compile(
    r"(?:Khoản|Điểm|điều|chương|tiểu mục|mục|phần) (?P<number>\d+|[IVXLC]+|[a-zđ](?=[\s),.;]))(?!\w)"
)
_BEHIND_A_POINT = re.compile(r"\)?(?:[,;.]|,? (?:[Kk]hoản|[Đđ]iều|[Mm]ục|và)\b)")
_BEFORE_AN_ARTICLE = re.compile(r"(?:[Kk]hoản \d+[a-zđ]?|[Đđ]iểm [a-zđ]\)?|theo|tại) $")
_BEHIND_A_PART = re.compile(
    r" (?:của )?(?:(?:Bộ luật|Luật|Nghị|Thông tư|Quyết định|Quy chế|Quy định|Kế hoạch|Chương trình|Đề án"
    r"|Phụ lục)\b|(?:[Kk]hoản|[Đđ]iều|[Mm]ục|[Tt]iểu mục|[Cc]hương|[Pp]hần) [\dIVXLC])"
)
_TIME = re.compile(
    r"(?<!\w)(?:trong|từ|đến|vào|trước|sau|của|hết|cuối|đầu|ngày \d{1,2}|tháng \d{1,2}) "
    r"(?P<word>(?:Ngày|Tháng|Năm) \d+)"
)
_OF_AN_AGENCY = re.compile(r"(?<!\w)(?:của|do|giao|gửi|tại|với|cho|trình|đề nghị|Giám đốc|Bộ trưởng) $")
"""What stands before an agency and before no common noun such as "cán bộ y tế", "cơ sở y tế"."""
_OF_NO_LAW = re.compile(r"(?:pháp|kỷ|quy|bộ) $", re.IGNORECASE)
_SMALL = re.compile(
    r"(?<!\w)(?:(?P<type>nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|tờ trình) số \d+/[\dA-ZĐ]"
    r"|(?:của|trình|do|trước) (?P<body>quốc hội|chính phủ)"
    r"(?=[,.;)]|$| (?:về|ban hành|quy định|phê duyệt)(?!\w))"
    r"|(?P<office>chánh văn phòng) (?:UBND|HĐND|Ủy ban|Hội đồng))"
)
"""What is one document, one body, one person for certain, and begins with a small letter."""
_NEAR = 30
"""Letters between two parts that belong to one citation: "Điểm a Khoản 2 điều 13"."""


def capitals(texts: Sequence[Text], _context: Context) -> Iterator[Hit]:
    """Yield names, parts of documents and months whose capitals are wrong; text all in capitals is exempt."""
    for text in texts:
        yield from _names(text)
        yield from _small(text)
        yield from _parts(text)
        if "Tháng " in text.words or "Năm " in text.words or "Ngày " in text.words:
            yield from _times(text)


def _names(text: Text) -> Iterator[Hit]:
    for start, end, name in _known_names().find(text):
        found = text.words[start:end]
        starts = name.reading != "free" and _starts(text.words, start)
        small = found[0].islower() and _is_too_small(text.words[max(0, start - _NEAR) : start], found, name)
        if small or not _is_right(found, name, starts=starts):
            yield _hit(text, (start, end), name.right)


def _is_too_small(before: str, found: str, name: Name) -> bool:
    """Tell whether a name begins with a small letter where it surely names one agency or one law."""
    if name.reading == "agency":
        return _OF_AN_AGENCY.search(before) is not None
    return name.reading == "law" and _alike(found[1:], name.right[1:]) and not _OF_NO_LAW.search(before)


def _small(text: Text) -> Iterator[Hit]:
    """Yield types of cited documents, bodies and titles that begin with a small letter."""
    for match in _SMALL.finditer(text.words):
        kind = match.lastgroup or ""
        right = "Chánh Văn phòng" if kind == "office" else match[kind].capitalize()
        yield _hit(text, match.span(kind), right)


@cache
def _known_names() -> Phrases[Name]:
    return Phrases({name.right: name for name in names()})


def _is_right(found: str, name: Name, *, starts: bool) -> bool:
    """Judge one spelling; `starts` tells whether it begins a sentence."""
    if name.reading == "free" or found.isupper() or _alike(found, name.right) or found in name.also:
        return True
    if name.reading in {"named", "agency", "law"}:
        return found[0].islower()
    if name.reading == "paired":
        return found.islower() or (starts and found[1:].islower())
    may_start = starts if name.reading == "common" else name.right[0].islower()
    return may_start and _alike(found[1:], name.right[1:])


def _alike(found: str, right: str) -> bool:
    """Compare capitals alone: the place of the tone and the kind of dash are other rules' matter."""
    return [letter.isupper() for letter in found] == [letter.isupper() for letter in right]


def _starts(words: str, start: int) -> bool:
    """Tell whether a sentence, an item, a quotation or the part behind a colon begins at `start`."""
    before = words[max(0, start - _NEAR) : start].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_STARTS or bool(_LABEL.search(before[-5:]))


def _parts(text: Text) -> Iterator[Hit]:
    """Yield citations of parts: Phần, Chương, Mục, Tiểu mục, Điều are capital; khoản, điểm are not (V.7)."""
    run: list[re.Match[str]] = []
    for match in _PART.finditer(text.words):
        if not _is_wrong_part(text.words, match):
            continue
        if run and match.start() - run[-1].end() > _NEAR:
            yield _part_hit(text, run)
            run = []
        run.append(match)
    if run:
        yield _part_hit(text, run)


def _is_wrong_part(words: str, match: re.Match[str]) -> bool:
    """Tell whether a part named with its number cites a document and has the wrong capital."""
    start, end = match.span()
    before = words[max(0, start - 15) : start]
    if before[-1:].isalnum() or _starts(words, start):
        return False
    if match[0].startswith("Khoản"):
        return match["number"].isdigit()
    if match[0].startswith("Điểm"):
        return match["number"].islower() and bool(_BEHIND_A_POINT.match(words, end))
    if match["number"].islower() or before.endswith(("các ", "iểu ")):
        return False
    article = match[0].startswith("điều") and _BEFORE_AN_ARTICLE.search(before)
    return bool(article or _BEHIND_A_PART.match(words, end))


def _part_hit(text: Text, run: Sequence[re.Match[str]]) -> Hit:
    """Return one hit for the wrong parts of one citation, told as a whole with their numbers."""
    start, end = run[0].start(), run[-1].end()
    letters = list(text.words)
    for match in run:
        letters[match.start()] = letters[match.start()].swapcase()
    return _hit(text, (start, end), "".join(letters[start:end]))


def _times(text: Text) -> Iterator[Hit]:
    """Yield "Tháng 8" in the middle of a sentence; a month in words keeps its capital (V.8.c)."""
    for match in _TIME.finditer(text.words):
        start, end = match.span("word")
        yield _hit(text, (start, end), match["word"].lower())


def _hit(text: Text, span: tuple[int, int], right: str) -> Hit:
    found = text.words[slice(*span)]
    message = f"“{found}” viết hoa chưa đúng. Hãy viết “{right}”."
    return Hit("B20", text, *span, message, expected=right, found=found)
