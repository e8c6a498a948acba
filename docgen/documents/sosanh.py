"""The comparison paper (*bản so sánh, thuyết minh*), worded: what goes with a draft to who decides on it.

The decree has no model of it: it is no type of document, so it has neither number nor recipients. Its head is
that of a document of the agency, its title that of an appendix, with what it goes with below it (Phụ lục I,
Phần I, Mục III.1); its table stands in the text, on the long side of the paper (Mục I.2).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from docgen import rules
from docgen.documents import wording
from docgen.documents.appendix import NO_BREAK_SPACE
from docgen.documents.base import Properties, Run, SignatureBlock
from docgen.documents.compared import (
    ComparisonColumns,
    ComparisonHead,
    ComparisonPaper,
    ComparisonRow,
    ComparisonRowKind,
)
from docgen.documents.differing import differing
from docgen.model.comparison import ComparedRow, Comparison, Fate
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan

NAME = "sosanh"
_TITLE = "Bản so sánh, thuyết minh"
_ADDED, _LEFT_OUT, _KEPT = "(chưa có)", "(bỏ)", "(giữ nguyên)"
"""What stands for the words that the one or the other plan does not have, and for the same words."""

_SIGNER = "Trưởng đơn vị soạn thảo"
_GROUPS = {False: "phần lời văn", True: "Phụ lục"}
_TOLD = {
    Fate.KEPT: "giữ nguyên {} nhiệm vụ",
    Fate.CHANGED: "giữ và sửa {} nhiệm vụ",
    Fate.CARRIED: "chuyển tiếp {} nhiệm vụ",
    Fate.LEFT_OUT: "bỏ {} nhiệm vụ",
    Fate.ASKED: "còn {} nhiệm vụ cần quyết định giữ hay bỏ",
}
_ASKED = "mỗi việc có mã và câu hỏi ở cột Lý do"
_HELD = 16
"""Letters of a place that have room on one line: "gạch đầu dòng 1"."""


def compose(comparison: Comparison, plan: Plan, organisation: Organisation) -> ComparisonPaper:
    """Word the paper about the draft `plan`, as `organisation` is named on the day of it."""
    organisation = organisation.on(plan.day)
    subject = _subject_of(comparison, plan)
    return ComparisonPaper(
        document_type=NAME,
        properties=Properties(
            title=f"{_TITLE} {subject[0].lower()}{subject[1:]}",
            author=organisation.name,
            subject=subject,
            created=plan.issued_on,
        ),
        head=_head(subject, plan, organisation),
        opening=tuple(filter(None, (_about_tasks(comparison, plan), _about_table(comparison, plan)))),
        columns=_columns_of(comparison, plan),
        rows=tuple(_rows(comparison)),
        signature=SignatureBlock(authority=_signer(plan, organisation), name=""),
    )


def _subject_of(comparison: Comparison, plan: Plan) -> str:
    """Return what the paper is about, as it stands below its name."""
    draft = f"Dự thảo {plan.type_name} {wording.within_sentence(plan.subject)}"
    return f"{draft} so với {_last_year(comparison, plan)}"


def _columns_of(comparison: Comparison, plan: Plan) -> ComparisonColumns:
    """Return the headings of the table."""
    return ComparisonColumns(
        number="STT",
        place="Vị trí",
        before=_last_year(comparison, plan),
        after=f"Dự thảo năm {comparison.new_year}",
        reason="Lý do",
    )


def _reason_of(row: ComparedRow) -> tuple[Run, ...]:
    """Return why, then "Cần quyết định:" and what is open, each decision on its line with its id bold."""
    why = row.why()
    runs = [Run(text=why)] if why else []
    if row.decisions:
        runs.append(Run(text=f"{Fate.ASKED}:" if not why else f"\n{Fate.ASKED}:", bold=True))
    for name, question in row.questions().items():
        runs.append(Run(text=f"\n{name}", bold=True))
        runs += [Run(text=f": {question}")] if question else []
    return tuple(runs)


def _place_of(row: ComparedRow) -> str:
    """Return where a row is, as it reads below the name of its group: "Phần A, nhiệm vụ 5"."""
    place = row.place.removeprefix(f"{_GROUPS[True]}, ")
    return place[:1].upper() + place[1:]


def _last_year(comparison: Comparison, plan: Plan) -> str:
    return f"{plan.type_name} năm {comparison.old_year}"


def _head(subject: str, plan: Plan, organisation: Organisation) -> ComparisonHead:
    return ComparisonHead(
        superior=organisation.superior.upper(),
        issuer=organisation.name.upper(),
        national_title=rules.text("national_title"),
        motto=rules.text("motto"),
        place_date=f"{organisation.place}, {wording.day_of_issue(plan.issued_on, plan.issue_year)}",
        title=f"{_TITLE}\n{subject}".upper(),
        reference=_reference(plan, organisation),
    )


def _reference(plan: Plan, organisation: Organisation) -> str:
    """Return "(Kèm theo dự thảo Kế hoạch số …/KH-SNV của Sở Nội vụ)"."""
    symbol = wording.number_symbol(plan.number, plan.type_name, organisation)
    draft = f"dự thảo {plan.type_name} số {symbol}"
    return f"({rules.text('appendix_reference')} {draft} của {organisation.name})"


def _about_tasks(comparison: Comparison, plan: Plan) -> str:
    """Return how many tasks have each fate; what none has is not told."""
    counts = comparison.counts()
    told = [words.format(wording.padded(counts[fate])) for fate, words in _TOLD.items() if counts[fate]]
    added, total = wording.padded(comparison.added()), wording.padded(counts.total())
    old = f"Trong {total} nhiệm vụ của {_last_year(comparison, plan)}, dự thảo {', '.join(told)}."
    new = f"Dự thảo thêm {added} nhiệm vụ mới."
    return " ".join([old] * bool(told) + [new] * bool(comparison.added()))


def _about_table(comparison: Comparison, plan: Plan) -> str:
    count = len(comparison.rows)
    if not count:
        return f"Dự thảo không có chỗ nào khác {_last_year(comparison, plan)}."
    found = Counter(_GROUPS[row.is_in_appendix] for row in comparison.rows)
    shares = [f"{wording.padded(found[name])} chỗ ở {name}" for name in _GROUPS.values() if found[name]]
    asked = len(comparison.decisions())
    marked = f" Còn {wording.padded(asked)} việc cần quyết định, {_ASKED}." if asked else ""
    return (
        f"Bảng dưới đây nêu {wording.padded(count)} chỗ có thay đổi hoặc cần quyết định"
        f" ({', '.join(shares)}). Chữ in đậm là chữ khác nhau giữa hai văn bản.{marked}"
    )


def _rows(comparison: Comparison) -> Iterator[ComparisonRow]:
    number = 0
    for in_appendix, rows in groupby(comparison.rows, key=lambda row: row.is_in_appendix):
        yield ComparisonRow(kind=ComparisonRowKind.GROUP, place=_GROUPS[in_appendix].upper())
        for number, row in enumerate(rows, number + 1):  # noqa: B020  the count goes on
            yield _row(row, str(number))


def _row(row: ComparedRow, number: str) -> ComparisonRow:
    before, after = _cells(row)
    longest = max(map(len, (row.before, row.after, row.reason)))
    is_long = longest > rules.figure("table.whole_row").use
    return ComparisonRow(
        kind=ComparisonRowKind.LONG if is_long else ComparisonRowKind.SHORT,
        number=number,
        place=_held(_place_of(row)),
        before=before,
        after=after,
        reason=_reason_of(row),
    )


def _cells(row: ComparedRow) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the old words and the new ones, or what stands for them."""
    before, after = differing(row.before, row.after)
    if row.before == row.after:
        return before, (Run(text=_KEPT),)
    return before or (Run(text=_ADDED),), after or (Run(text=_LEFT_OUT),)


def _held(place: str) -> str:
    """Return a place whose short parts are not broken: "khoản 2" stays on one line."""
    parts = place.split(", ")
    return ", ".join(one.replace(" ", NO_BREAK_SPACE) if len(one) <= _HELD else one for one in parts)


def _signer(plan: Plan, organisation: Organisation) -> tuple[str, ...]:
    """Return the lines over the signature: the unit that drafted, by its full name where known, its head."""
    unit = plan.recipients.drafting_unit
    known = organisation.find(unit)
    return tuple(line.upper() for line in (known.name if known else unit, _SIGNER) if line)
