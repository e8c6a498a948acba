"""The line "(Kèm theo …)" against the document that it names: number, date, type, agency (A05)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.components import APPENDIX, COPY, Part, key
from docgen.model.finding import Severity
from docgen.rules import text
from docgen.rules.decree import document_types

_SYMBOL = re.compile(r"[Ss][ốỐ]\s*:?\s*([\d.…_\s]*)/\s*([\d.…]*/?[^\W\d_][^\s,;)]*)")
_DATE = re.compile(
    r"ngày\s*([\d.…_\s]*?)\s*(?:tháng|/)\s*([\d.…_\s]*?)\s*(?:năm|/)\s*([\d.…_]*)", re.IGNORECASE
)
_OF = re.compile(r"\bcủa\s+([^()]+)\)")
_TYPE = re.compile(r"[Kk]èm theo\s+([^()\d]*?)\s+số\b")
_OFFICES = re.compile(
    r"^(giam doc|chu tich|thuong truc|bo truong|cuc truong|chi cuc truong|truong ban|truong phong|"
    r"chanh van phong|hieu truong)\s+"
)
_BLANK = re.compile(r"[.…]{2,}|…")
_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"))


@dataclass(frozen=True)
class _Told:
    """What a text says of a document; what is blank is empty."""

    number: str = ""
    symbol: str = ""
    day: tuple[str, str, str] = ("", "", "")

    @property
    def date(self) -> str:
        return "/".join(self.day) if all(self.day) else ""


def _references(case: Case) -> Breaches:
    main = _above(case.paper.parts)
    for part in case.paper.appendices:
        text_ = main.get(id(part))
        if not part.reference:
            continue
        words = " ".join(piece.text for piece in part.reference)
        told = _told(words, words)
        if case.settings.electronic and (told.number or told.date):
            yield _filled(part, words)
        if text_ is None or text_.head is None or text_.head.number is None:
            continue
        document = _told_by(text_)
        wrong = [*_differing(told, document, electronic=case.settings.electronic), *_named(words, text_)]
        if wrong:
            yield _mismatch(part, words, wrong)
        elif not case.settings.electronic and (missing := _missing(told, document)):
            yield _unfilled(part, words, missing)


def _above(parts: list[Part]) -> dict[int, Part]:
    """Return, by the id of an appendix, the text above it that has a number."""
    found: dict[int, Part] = {}
    main: Part | None = None
    for part in parts:
        if part.kind == APPENDIX and main is not None:
            found[id(part)] = main
        elif part.kind not in {APPENDIX, COPY} and part.head is not None and part.head.number is not None:
            main = part
    return found


def _told_by(part: Part) -> _Told:
    """Return what the head of a text says of it."""
    head = part.head
    number = head.number.text if head and head.number else ""
    date = head.place_date.text if head and head.place_date else ""
    return _told(number, date)


def _told(number: str, date: str) -> _Told:
    symbol, day = _SYMBOL.search(number), _DATE.search(date)
    return _Told(
        _digits(symbol[1]) if symbol else "",
        symbol[2].rstrip(".") if symbol else "",
        (_digits(day[1]), _digits(day[2]), _year(day[3])) if day else ("", "", ""),
    )


def _digits(words: str) -> str:
    found = re.search(r"\d+", words)
    return found[0].lstrip("0") or found[0] if found else ""


def _year(words: str) -> str:
    found = re.search(r"\d{4}", words)
    return found[0] if found else ""


def _differing(told: _Told, document: _Told, *, electronic: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what differs: what it is, what the document says, what the appendix says."""
    if told.symbol and document.symbol and told.symbol != document.symbol:
        yield "ký hiệu", f"/{document.symbol}", f"/{told.symbol}"
    if electronic:
        return
    if told.number and told.number != document.number:
        yield "số", document.number or "để trống", told.number
    if told.date and told.date != document.date:
        yield "ngày", document.date or "để trống", told.date
    elif not told.date and told.day[2] and document.day[2] not in {"", told.day[2]}:
        yield "năm", document.day[2], told.day[2]


def _named(words: str, part: Part) -> Iterator[tuple[str, str, str]]:
    """Yield type and agency that are not those of the document."""
    named = _TYPE.search(words)
    types = {key(name): name for name in document_types()}
    if named and part.type and key(named[1]) in types and types[key(named[1])] != part.type:
        yield "loại văn bản", part.type, named[1]
    agency = _OF.search(words)
    lines = [piece.text for piece in [*part.head.superior, *part.head.issuer]] if part.head else []
    if (
        agency
        and lines
        and part.head
        and not _BLANK.search(agency[1])
        and not _same_agency(agency[1], lines, part.head.agency)
    ):
        yield "cơ quan", part.head.agency, agency[1].strip()


def _same_agency(named: str, lines: list[str], issuer: str) -> bool:
    """Whether a name in running words is that of the agency of a head, its place and office left out."""
    wanted = _OFFICES.sub("", _spelled(named))
    return _spelled(issuer) in wanted or wanted in _spelled(" ".join(lines)) or wanted in _spelled(issuer)


def _spelled(name: str) -> str:
    found = key(name).strip(" .,")
    for short, full in _SHORT:
        found = found.replace(short, full)
    return found


def _missing(told: _Told, document: _Told) -> str:
    """Return what the document has and the appendix leaves blank."""
    blank = [("số", document.number and not told.number), ("ngày", document.date and not told.date)]
    return ", ".join(name for name, missing in blank if missing)


_LINE = f"dòng “({text('appendix_reference')} …)”"


def _mismatch(part: Part, words: str, wrong: list[tuple[str, str, str]]) -> Breach:
    told = "; ".join(f"{name}: văn bản là “{theirs}”, phụ lục ghi “{ours}”" for name, theirs, ours in wrong)
    message = f"Dòng{_LINE[4:]} không khớp với văn bản: {told}. Hãy sửa cho khớp."
    return _breach(
        part,
        words,
        message,
        "; ".join(theirs for _, theirs, _ in wrong),
        "; ".join(ours for _, _, ours in wrong),
    )


def _filled(part: Part, words: str) -> Breach:
    message = f"Văn bản điện tử thì {_LINE} để trống số và ngày. Hãy bỏ số và ngày."
    return _breach(part, words, message, "để trống số, ngày", "đã điền", Severity.WARNING)


def _unfilled(part: Part, words: str, missing: str) -> Breach:
    called = f"{_LINE[0].upper()}{_LINE[1:]}"
    message = f"{called} còn để trống {missing}. Bản giấy thì hãy điền vào; văn bản điện tử thì để vậy."
    return _breach(part, words, message, f"điền {missing}", "để trống", Severity.WARNING)


def _breach(
    part: Part, words: str, message: str, expected: str, found: str, severity: Severity | None = None
) -> Breach:
    at = part.reference[0].paragraph
    return Breach("A05", message, at, words, expected=expected, found=found, severity=severity)


RULES: tuple[Rule, ...] = (_references,)
"""A05."""
