"""What a unit sends, put together from its rows; and what the rules for submissions remark of it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from docgen.model.finding import Severity
from docgen.model.outcome import Outcome, Status
from docgen.model.submission import OtherWork, Statistic, Submission
from docgen.office.submissions.fields import TEXTS
from docgen.office.submissions.subject import Subject
from docgen.office.submissions.understanding import Understood
from docgen.office.submissions.views import RowFinding, RowName, Value
from docgen.store.tables import RowKind
from docgen.transform.submissions import Remark, remarks

_LISTS: Mapping[str, type] = {"ket_qua": Outcome, "noi_dung_khac": OtherWork, "thong_ke": Statistic}
"""The lists of a submission, and what stands in them."""
_BLOCKING = frozenset({"thieu-ly-do", "thieu-can-cu", "thieu-so-lieu"})
"""Codes of what files are only warned of: whoever sends a page can still say the reason."""
_OF_THE_WHOLE = "khong-co-ket-qua"
_TITLES = {
    str(field.alias): f"ô “{field.title}”"
    for kind in (OtherWork, Statistic, Outcome)
    for field in kind.model_fields.values()
} | {status.value: f"“{status.label}”" for status in Status}
_KEY_BEHIND = re.compile(r" \([a-z_]+\)(?=[.,;]|$)")
_KEY = re.compile(r"\b[a-z]+_[a-z_]+\b")


def composed(subject: Subject, unit: str, sent_on: date, values: Mapping[RowName, Value]) -> Submission:
    """Return what a unit, by its id, sends on a day."""
    listed: dict[str, Any] = {
        key: tuple(one for one in values.values() if isinstance(one, kind)) for key, kind in _LISTS.items()
    }
    texts = {key: values[name] for key in TEXTS if (name := RowName(RowKind.TEXT, key)) in values}
    about = {"nam": subject.plan.year, "ky": subject.period.period, "don_vi": subject.unit_name(unit)}
    return Submission.model_validate({**about, "ngay_gui": sent_on, **listed, **texts})


def remarked(
    subject: Subject, unit: str, today: date, read: Mapping[RowName, Understood]
) -> dict[RowName, tuple[RowFinding, ...]]:
    """Return all findings of rows: what is wrong in their fields, then what is remarked of what they say."""
    values = {name: one.value for name, one in read.items() if one.value is not None}
    submission = composed(subject, unit, today, values)
    found = {name: [*one.findings] for name, one in read.items()}
    for name, finding in _findings(submission, subject, values):
        found[name].append(finding)
    return {name: tuple(findings) for name, findings in found.items()}


def _findings(
    submission: Submission, subject: Subject, values: Mapping[RowName, Value]
) -> Iterator[tuple[RowName, RowFinding]]:
    """Yield what is remarked, with the row that it is about."""
    names = {
        key: [name for name, value in values.items() if isinstance(value, kind)]
        for key, kind in _LISTS.items()
    }
    for remark in remarks(submission, subject.known):
        if remark.code != _OF_THE_WHOLE:
            key, place, *rest = remark.place
            name = names[str(key)][int(place)]
            yield name, _told(remark, name, ".".join(map(str, rest)))


def _told(remark: Remark, name: RowName, field: str) -> RowFinding:
    severity = Severity.ERROR if remark.code in _BLOCKING else remark.severity
    return RowFinding(name, field, remark.code, severity, _shown(remark.message), _shown(remark.remedy))


def _shown(text: str) -> str:
    """Return a sentence about a file as it is said of a page: with names of fields instead of keys."""
    return _KEY.sub(lambda found: _TITLES.get(found[0], found[0]), _KEY_BEHIND.sub("", text))
