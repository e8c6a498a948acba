"""How the fixed parts of a document are worded (Decree 30, Phụ lục I)."""

from collections.abc import Sequence
from datetime import date

from docgen import rules
from docgen.documents.base import Run
from docgen.documents.reported import Addressees
from docgen.language.dates import blank_date, long_date
from docgen.model.organisation import Organisation
from docgen.model.text import emphasis

BLANK = " " * 8
"""Room for the number that a clerk writes in by hand on a draft."""


def number_symbol(number: int | None, type_name: str, organisation: Organisation) -> str:
    """Return "05/KH-SNV"; a draft has room for the number (Mục II.3)."""
    return f"{_blank_or(number)}/{rules.type_code(type_name)}-{organisation.symbol}"


def letter_symbol(number: int | None, organisation: Organisation, drafting_unit: str) -> str:
    """Return "05/SNV-CCHC-VTLT": a letter has no type, but the unit that drafts it (Mục II.3.b)."""
    return f"{_blank_or(number)}/{'-'.join(filter(None, (organisation.symbol, drafting_unit)))}"


def _blank_or(number: int | None) -> str:
    return BLANK if number is None else padded(number)


def padded(number: int) -> str:
    """Return the number of a document: those below 10 with a 0 in front (Mục II.3.c)."""
    return f"{number:02d}" if number < rules.figure("number.pad_below").use else str(number)


def day_of_issue(day: date | None, year: int | None) -> str:
    """Return "ngày 05 tháng 01 năm 2025"; a draft has room for what is not known yet (Mục II.4.b)."""
    return long_date(day) if day else blank_date(year)


def addressees(names: Sequence[str]) -> Addressees:
    """Return "Kính gửi:" with one name and a full stop, or several, each with its dash (Mục II.9.d)."""
    marked = [f"- {name};" for name in names[:-1]] + [f"- {names[-1]}."] * (len(names) > 1)
    return Addressees(label=rules.text("addressee"), lines=tuple(marked) or (f"{names[0]}.",))


def recipient_lines(recipients: Sequence[str], drafting_unit: str, copies: int | None) -> tuple[str, ...]:
    """Return the list under "Nơi nhận:", each line with its dash and punctuation (Mục II.9.d)."""
    drafted = ", ".join(part for part in (rules.text("archive"), drafting_unit) if part)
    archive = f"- {drafted} ({padded(copies)} bản)." if copies else f"- {drafted}."
    return (*(f"- {line};" for line in recipients), archive)


def runs(text: str) -> tuple[Run, ...]:
    """Return running text as runs, `**…**` bold."""
    return tuple(Run(text=words, bold=bold) for words, bold in emphasis(text))


def within_sentence(text: str) -> str:
    """Return a title as it stands inside a sentence: its first letter small, unless it begins with a name."""
    first, _, rest = text.partition(" ")
    is_name = first[1:] != first[1:].lower() or rest[:1].isupper()
    return text if is_name else text[:1].lower() + text[1:]


def with_end_mark(text: str) -> str:
    """Return the last words of a document with the mark that ends it: "giao./." (Phụ lục III, Mẫu 1.4)."""
    return without_end(text) + rules.text("end_mark")


def without_end(text: str) -> str:
    """Return a text without the signs that end it."""
    return text.rstrip(" .;,:")
