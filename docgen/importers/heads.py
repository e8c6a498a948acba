"""The head of a plan, from its lines to keys: number, date, year, subject; and whose it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

from docgen import rules
from docgen.importers.outline import Outline
from docgen.language.dates import parse_date, short_date
from docgen.language.text import fold
from docgen.model.finding import Severity
from docgen.model.organisation import Organisation
from docgen.model.plan import EARLIEST_YEAR, LATEST_YEAR
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line

Draft: TypeAlias = dict[str, Any]

TYPE = "Kế hoạch"
_NUMBER = re.compile(r"số\s*[:.]?\s*(?P<number>\d*)[\s….]*(?:/(?P<symbol>\S.*))?$", re.IGNORECASE)
_DATE = re.compile(
    r"ngày\s*(?P<day>\d*)[\s….]*tháng\s*(?P<month>\d*)[\s….]*năm\s*(?P<year>\d*)", re.IGNORECASE
)
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)


def read_head(outline: Outline, organisation: Organisation | None, ledger: Ledger) -> Draft:
    """Return `so`, `ngay_ban_hanh` or `nam_ban_hanh`; what differs from the organisation is told."""
    draft: Draft = {}
    if outline.number is not None:
        draft |= _number(outline.number, organisation, ledger)
    if outline.place_date is not None:
        draft |= _issued(outline.place_date, organisation, ledger)
    for lines, name in _named(outline, organisation):
        _compare(lines, name, ledger)
    return draft


def year_of(subject: str, titles: Iterable[str], draft: Draft) -> tuple[int | None, str]:
    """Return the year of a plan and where it was found; None where no text says it."""
    for words, place in ((subject, "trích yếu"), *((title, "tên phụ lục") for title in titles)):
        if found := _YEAR.findall(words):
            return int(found[-1]), place
    issued = draft.get("ngay_ban_hanh")
    return (int(str(issued)[-4:]), "ngày ban hành") if issued else (None, "")


def dated(outline: Outline) -> Draft:
    """Return what the lines of a document say of its time: `nam`, `ngay_ban_hanh` or `nam_ban_hanh`."""
    head = read_head(outline, None, Ledger())
    titles = (" ".join(line.text for line in appendix.title) for appendix in outline.appendices)
    year, _ = year_of(" ".join(line.text for line in outline.subject), titles, head)
    return head | ({"nam": year} if year else {})


def symbol_of(line: Line | None) -> str:
    """Return the agency in the symbol of a document: "Số: 15/KH-SYT" → "SYT"; "" where it says none."""
    found = _NUMBER.match(line.text) if line else None
    return (found["symbol"] or "").strip().removeprefix(rules.type_code(TYPE)).lstrip("-–/ ") if found else ""


def place_of(line: Line | None) -> str:
    """Return the place in "Gia Lai, ngày … tháng … năm …"; "" where it says none."""
    place, comma, _ = line.text.partition(",") if line else ("", "", "")
    return place.strip() if comma else ""


def leaves_date(line: Line) -> bool:
    """Say whether a line leaves room for a date: "ngày    tháng    năm    "."""
    found = _DATE.search(line.text)
    return bool(found and not (found["day"] or found["month"]))


def _number(line: Line, organisation: Organisation | None, ledger: Ledger) -> Draft:
    ledger.keep(line)
    found = _NUMBER.match(line.text)
    if found is None:
        ledger.tell(
            "so-ky-hieu",
            Severity.WARNING,
            [line],
            f"chưa hiểu số, ký hiệu “{line.text}”.",
            "Hãy ghi số vào khóa so.",
        )
        return {}
    if organisation and found["symbol"]:
        wanted = f"{rules.type_code(TYPE)}-{organisation.symbol}"
        if found["symbol"].strip() != wanted:
            ledger.tell(
                "ky-hieu-khac",
                Severity.WARNING,
                [line],
                f"ký hiệu trong tệp là “{found['symbol'].strip()}”, sẽ in “{wanted}” theo don-vi.yaml.",
                "Hãy sửa ky_hieu trong don-vi.yaml nếu cần.",
            )
    return {"so": int(found["number"])} if found["number"] and int(found["number"]) else {}


def _issued(line: Line, organisation: Organisation | None, ledger: Ledger) -> Draft:
    ledger.keep(line)
    place = place_of(line)
    if organisation and place and fold(place) != fold(organisation.place):
        _tell_other(line, place, organisation.place, ledger)
    found = _DATE.search(line.text)
    if found is None:
        ledger.tell(
            "ngay-khong-ro",
            Severity.WARNING,
            [line],
            f"chưa hiểu ngày tháng “{line.text}”.",
            "Hãy ghi ngày vào khóa ngay_ban_hanh.",
        )
        return {}
    if not (found["day"] and found["month"] and found["year"]):
        return _year_alone(found["year"])
    day = _day(found)
    if day is None:
        ledger.tell(
            "ngay-sai",
            Severity.WARNING,
            [line],
            f"“{found[0]}” không phải ngày có trên lịch.",
            "Hãy ghi ngày vào khóa ngay_ban_hanh.",
        )
        return _year_alone(found["year"])
    return {"ngay_ban_hanh": short_date(day)}


def _day(found: re.Match[str]) -> date | None:
    try:
        return parse_date("/".join(found.group("day", "month", "year")))
    except ValueError:
        return None


def _year_alone(year: str) -> Draft:
    known = year.isdecimal() and EARLIEST_YEAR <= int(year) <= LATEST_YEAR
    return {"nam_ban_hanh": int(year)} if known else {}


def _named(outline: Outline, organisation: Organisation | None) -> Iterator[tuple[Sequence[Line], str]]:
    if organisation:
        yield outline.superior, organisation.superior
        yield outline.issuer, organisation.name


def _compare(lines: Sequence[Line], name: str, ledger: Ledger) -> None:
    """Tell where an agency in the head is not the one that docgen writes."""
    found = " ".join(line.text for line in lines)
    ledger.keep(*lines)
    if lines and fold(found) != fold(name):
        _tell_other(lines[0], found, name, ledger)


def _tell_other(line: Line, found: str, wanted: str, ledger: Ledger) -> None:
    ledger.tell(
        "khac-don-vi",
        Severity.WARNING,
        [line],
        f"tệp ghi “{found}”, sẽ in “{wanted}” theo don-vi.yaml.",
        "Nếu tệp là của cơ quan khác, hãy đặt don-vi.yaml của cơ quan đó cạnh tệp kế hoạch.",
    )
