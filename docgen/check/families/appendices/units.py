"""Who does what: no empty cells, each unit under one name, each that leads among the recipients (A08)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.appendices.task_tables import Column, Kind, NumberedTable, TaskRow
from docgen.components import Part, Piece, key
from docgen.word.reading import Cell, Paragraph

_NUMBERED = frozenset({Kind.TASK, Kind.SUBTASK})
_MOST = 10
_REMEMBERED = 1024


def units(case: Case, tables: Sequence[NumberedTable]) -> Breaches:
    """Yield what is wrong with the units of the tables of tasks."""
    for table in tables:
        for column in (Column.LEAD, Column.TIME):
            yield from _empty(table, column)
    names = [name for table in tables for name in _names_in(table)]
    clusters = _clusters(names)
    for cluster in clusters:
        yield from _several(cluster)
    yield from _uncovered(case.paper.main, clusters)


def _empty(table: NumberedTable, column: Column) -> Breaches:
    """Yield the empty cells of a column; one that is empty all through is told once too."""
    rows = [
        row
        for at, row in enumerate(table.rows)
        if row.kind in _NUMBERED and not _has_subtasks(table.rows, at)
    ]
    empty = [row for row in rows if column in row.cells and not row.text(column).strip(" .…-_")]
    if not empty:
        return
    listed = _listed([row.called for row in empty])
    message = f"Ô {column} để trống ở nhiệm vụ {listed}. Hãy điền."
    first = empty[0]
    yield Breach(
        "A08",
        message,
        first.paragraph,
        f"{first.number} {first.text(Column.TASK)}",
        expected=column,
        found="để trống",
    )


_WITHIN = frozenset({Kind.SUBTASK, Kind.UNNUMBERED, Kind.OTHER})


def _has_subtasks(rows: Sequence[TaskRow], at: int) -> bool:
    """Whether the rows below say who does a task part by part."""
    return rows[at].kind is Kind.TASK and at + 1 < len(rows) and rows[at + 1].kind in _WITHIN


def _listed(words: Sequence[str]) -> str:
    more = f" và {len(words) - _MOST} nhiệm vụ khác" if len(words) > _MOST else ""
    return ", ".join(words[:_MOST]) + more


@dataclass(frozen=True, eq=False)
class _Name:
    """A unit as one cell names it."""

    text: str
    at: Paragraph
    number: str
    leads: bool


_PARTED = re.compile(
    r"\n|;|,\s*(?=(?:Văn phòng|Phòng|P\.|Ban|Trung tâm|Chi cục|Thanh tra|Sở|UBND|Ủy ban|[Cc]ác)\b)"
)
_DASH = re.compile("[\u2010-\u2015\u2212]")
_NOBODY = re.compile(r"[\W\d_]*$")


def _names_in(table: NumberedTable) -> Iterator[_Name]:
    for row in table.rows:
        for column in (Column.LEAD, Column.PARTNER):
            cell = row.cells.get(column)
            if row.kind in _NUMBERED and cell is not None and cell.words:
                yield from _names(cell, row.called, leads=column is Column.LEAD)


def _names(cell: Cell, number: str, *, leads: bool) -> Iterator[_Name]:
    for paragraph in cell.paragraphs:
        for part in _PARTED.split(" ".join(paragraph.words.split())):
            bare = part.strip(" ,.-–+")
            if _NOBODY.match(bare) is None:
                first = bare[:1].upper() if bare.startswith("các ") else bare[:1]
                yield _Name(_DASH.sub("-", first + bare[1:]), paragraph, number, leads)


@dataclass(eq=False)
class _Unit:
    """A unit with every name that it goes by."""

    names: list[_Name]

    @property
    def spellings(self) -> Counter[str]:
        return Counter(name.text for name in self.names)

    @property
    def leads(self) -> bool:
        return any(name.leads for name in self.names)


def _clusters(names: Sequence[_Name]) -> list[_Unit]:
    """Return the names by unit: those of the same words, abbreviations with the one name they can mean."""
    same: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        same[_same_words(name.text)].append(name)
    full: dict[str, list[str]] = defaultdict(list)
    for words, group in same.items():
        if not _is_short(group[0].text):
            full[_initials(group[0].text)].append(words)
    return [_Unit(group) for group in _joined(same, full).values()]


def _joined(same: dict[str, list[_Name]], full: dict[str, list[str]]) -> dict[str, list[_Name]]:
    found: dict[str, list[_Name]] = {}
    for words, group in same.items():
        name = group[0].text
        short, initials, kind = _is_short(name), _initials(name), _kind(name)
        meant = [one for one in full[initials] if not kind or one.startswith(kind)] if short else [words]
        home = meant[0] if len(meant) == 1 else f"={kind} {initials}"
        found.setdefault(home, []).extend(group)
    return found


@lru_cache(_REMEMBERED)
def _same_words(name: str) -> str:
    """Return the words of a name without case, marks, stops and "và"."""
    words = re.findall(r"\w+", key(_unabbreviated(name)))
    return " ".join(word for word in words if word != "va")


_KINDS = (
    (re.compile(r"P\s*\.\s*"), "Phòng "),
    (re.compile(r"VP\b\.?\s*"), "Văn phòng "),
    (re.compile(r"TT\b\.?\s*"), "Trung tâm "),
)
_PREFIX = re.compile(r"^(phòng|ban|trung tâm|chi cục|văn phòng|sở)\s+", re.IGNORECASE)


def _unabbreviated(name: str) -> str:
    """Return a name with its first word written out: "P.TCBC" → "Phòng TCBC"."""
    for pattern, full in _KINDS:
        if found := pattern.match(name):
            return full + name[found.end() :]
    return name


def _kind(name: str) -> str:
    """Return what kind of unit a name says it is: "phòng"; empty where it says nothing."""
    found = _PREFIX.match(_unabbreviated(name))
    return key(found[1]) if found else ""


@lru_cache(_REMEMBERED)
def _is_short(name: str) -> bool:
    """Whether a name holds an abbreviation: "Phòng CCVC"."""
    return any(len(word) > 1 and word.isupper() for word in re.findall(r"\w+", _unabbreviated(name)))


@lru_cache(_REMEMBERED)
def _initials(name: str) -> str:
    """Return the first letters of a name behind "Phòng", an abbreviation whole: "TCBCTCPCP"."""
    rest = _PREFIX.sub("", _unabbreviated(name), count=1)
    letters = [
        word if word.isupper() else word[:1] for word in re.findall(r"[^\W_]+", rest) if word.lower() != "và"
    ]
    return key("".join(letters))


def _several(unit: _Unit) -> Breaches:
    """Yield a unit that goes by several names, with every name and where the rarer ones stand."""
    spellings = unit.spellings
    if len(spellings) < 2:  # noqa: PLR2004 - one name
        return
    main = spellings.most_common(1)[0][0]
    others = [name for name in unit.names if name.text != main]
    told = [_places(text, others) for text in spellings if text != main]
    common = f"“{main}” ({spellings[main]} lần)"
    message = f"Một đơn vị có nhiều cách gọi: {common}; {'; '.join(told)}. Hãy dùng một tên."
    first = others[0]
    yield Breach(
        "A08",
        message,
        first.at,
        first.text,
        expected=main,
        found=", ".join(t for t in spellings if t != main),
    )


def _places(text: str, names: Sequence[_Name]) -> str:
    numbers = list(dict.fromkeys(name.number for name in names if name.text == text))
    return f"“{text}” (nhiệm vụ {_listed(numbers)})"


_INSIDE = re.compile(r"(phong|van phong|ban|thanh tra|trung tam|chi cuc|to|vp)\b")
_ANYONE = re.compile(r"\bcac\b.*\b(don vi|co quan|phong|to chuc)\b")
_OUTSIDE = re.compile(r"\bcac\b.*\b(so|nganh|dia phuong|xa|phuong|huyen)\b")
_GROUP = re.compile(r"(cac|thu truong|truong cac|giam doc|chu tich|lanh dao|tung|moi|toan)\b")
_AS_TOLD = re.compile(r"[-–+\s]*nhu\b")
_REMARK = re.compile(r"\(.*?\)")


def _uncovered(main: Part, found: Sequence[_Unit]) -> Breaches:
    """Yield the units that lead a task and do not get the document."""
    closing = main.closing
    listed = closing.recipients if closing and closing.label else []
    if len(listed) < 2 or any(_AS_TOLD.match(piece.key) for piece in listed):  # noqa: PLR2004 - one archives
        return
    agency = main.head.agency if main.head else ""
    missing = [unit for unit in found if unit.leads and not _is_covered(unit, listed, agency)]
    if missing:
        names = ", ".join(f"“{unit.spellings.most_common(1)[0][0]}”" for unit in missing)
        message = f"Đơn vị chủ trì chưa có ở nơi nhận: {names}. Hãy ghi thêm vào “Nơi nhận”."
        last = listed[-1]
        yield Breach("A08", message, last.paragraph, last.text, expected=names, found="không có")


def _is_covered(unit: _Unit, listed: Sequence[Piece], agency: str) -> bool:
    names = {name.text for name in unit.names}
    if any(_GROUP.match(key(name)) or key(name) == key(agency) for name in names):
        return True
    inside = any(_INSIDE.match(key(_unabbreviated(name))) for name in names)
    group = _ANYONE if inside else re.compile(f"{_ANYONE.pattern}|{_OUTSIDE.pattern}")
    words = [_REMARK.sub("", piece.text).strip(" -–+;.") for piece in listed]
    if any(group.search(key(text)) for text in words):
        return True
    return any(_is_named(name, text) for name in names for text in words)


def _is_named(name: str, recipient: str) -> bool:
    """Whether a recipient is the unit of that name, or says more or less of it."""
    one, other = _same_words(name), _same_words(recipient)
    short = _is_short(name) or _is_short(recipient)
    return one in other or other in one or (short and _initials(name) == _initials(recipient))
