"""A printed report read again as a person reads it: what its numbers add up to, what reads badly.

Nothing here knows how the report was made: all comes from its printed words.
"""

import re
from collections import Counter

from docgen.documents.base import ParagraphKind, RowKind

_KINDS = {
    "hoàn thành": ("Hoàn thành đúng hạn", "Hoàn thành quá hạn"),
    "đang thực hiện": ("Đang thực hiện trong hạn", "Đang thực hiện quá hạn"),
    "chưa thực hiện": ("Chưa thực hiện, quá hạn",),
    "chưa đến thời gian thực hiện": ("Chưa đến hạn",),
    "không thực hiện, điều chỉnh": ("Không thực hiện, điều chỉnh",),
    "chưa có số liệu thực hiện": ("Chưa có số liệu",),
}
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_GIVEN = re.compile(r"^Kế hoạch giao (\d+) nhiệm vụ, (.*)\.$")
_SOME = re.compile(rf"({_KIND}) (\d+) nhiệm vụ")
_DONE = re.compile(r"đã hoàn thành (?:toàn bộ )?(\d+)/(\d+) nhiệm vụ, đạt [\d,]+% kế hoạch")
_OF_ONE = re.compile(r"(\d+)/(\d+) nhiệm vụ \(đạt|\((\d+) nhiệm vụ\)")
_BY_CONTENT = re.compile(r"Kết quả theo từng nội dung|Các nội dung chưa có")
_BADLY = re.compile(
    r"\.\.|;;|,,|[;,:] ?\.|\( ?\)|“”| [,;.)]|\( |\bNone\b|  |\.\.$|: ?$|\bđều\b(?=[^.]*\b01 đơn vị)"
)
_RANKS = {ParagraphKind.SECTION: 1, ParagraphKind.TITLED_ITEM: 2, ParagraphKind.POINT: 3}
_LEADS_ON = ("như sau:", "trước khi ký:", "đã thực hiện:", "điều kiện thực hiện:", "điều chỉnh:")


def disagreements(report):
    """Return what in a report does not agree with its own table, in words."""
    rows = [row for row in report.results.rows if row.kind is RowKind.TASK]
    found = Counter(row.standing for row in rows)
    done = sum(found[label] for label in _KINDS["hoàn thành"])
    texts = [one.text for one in report.body]
    yield from _states(next(filter(None, map(_GIVEN.match, texts)), None), found)
    for text in texts:
        for told in _DONE.finditer(text) if text.startswith(("Tính đến", "Nhìn chung")) else ():
            if (int(told[1]), int(told[2])) != (done, len(rows)):
                yield f"{told[0]} mà bảng có {done}/{len(rows)}"
    yield from _contents(
        [text for text in texts if "từng nội dung" in text or "Các nội dung" in text], rows, done
    )
    yield from _totals(report.results.rows)


def _states(given, found):
    if given is None:
        if found:
            yield "không nói có bao nhiêu nhiệm vụ"
        return
    total, told = int(given[1]), dict(_SOME.findall(given[2]))
    if "trong đó" not in given[2]:
        told = {next(kind for kind in re.findall(_KIND, given[2])): total}
    counted = {kind: sum(found[label] for label in labels) for kind, labels in _KINDS.items()}
    said = {kind: int(number) for kind, number in told.items()}
    if said != {kind: number for kind, number in counted.items() if number} or sum(said.values()) != total:
        yield f"{given[0]} mà bảng có {counted}"


def _contents(texts, rows, done):
    pairs = [
        (int(one or 0), int(whole or none)) for text in texts for one, whole, none in _OF_ONE.findall(text)
    ]
    if rows and tuple(map(sum, zip(*pairs, strict=True))) != (done, len(rows)):
        yield f"các nội dung cộng lại là {pairs} mà bảng có {done}/{len(rows)}"


def _totals(rows):
    """Tell every total in the table that is not what stands above it."""
    above = Counter()
    for row in rows:
        if row.kind is RowKind.TASK:
            above[row.standing.lower()] += 1
        elif row.kind is RowKind.TOTAL:
            whole, _, parts = row.text.partition("; ")
            told = {label: int(number) for label, number in re.findall(r"(\D+?) (\d+)(?:, |$)", parts)}
            if told != above or int(re.search(r"\d+", whole)[0]) != above.total():
                yield f"{row.text} mà bảng có {dict(above)}"
            above.clear()


def bad_reading(report):
    """Yield the paragraphs of a report that read badly: signs, capitals, headings with nothing below."""
    for one, following in zip(report.body, (*report.body[1:], None), strict=True):
        words = one.text.removeprefix(one.number).strip()
        if _BADLY.search(words) and not words.endswith(_LEADS_ON):
            yield words
        if not words[:1].isupper() and not words.startswith(("(", "“")) and not words[:1].isdigit():
            yield words
        if one.kind in _RANKS and _is_empty(one.kind, following):
            yield f"{words}: không có gì bên dưới"
    texts = [one.text for one in report.body if one.kind is ParagraphKind.DASH]
    yield from (text for text, times in Counter(texts).items() if times > 2)


def _is_empty(kind, following):
    return following is None or _RANKS.get(following.kind, 9) <= _RANKS[kind]
