"""What proved a row in an earlier period proves it again: the same bytes, which are kept once."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from docgen.errors import MissingError
from docgen.office.desk import Desk
from docgen.office.submissions.files import put
from docgen.office.submissions.stored import (
    Stored,
    counting_dispatch,
    evidence_view,
    stored_for_reading,
    stored_for_writing,
)
from docgen.office.submissions.views import EvidenceView, RowName
from docgen.office.who import people
from docgen.rules.reports import previous_of
from docgen.services.evidence import Vetted
from docgen.store import tables


@dataclass(frozen=True)
class PastEvidence:
    """Files by which a row was proved for an earlier period, of its `code`, and do not prove it yet now.

    `period` is what it is called inside a sentence: "quý I năm 2025".
    """

    code: str
    period: str
    files: tuple[EvidenceView, ...]


def past_evidence(desk: Desk, code: str, unit: str, name: RowName) -> PastEvidence | None:
    """Return what a unit proved a row by for the nearest earlier period that it sent; None if by nothing new.

    Raises:
        MissingError: there is no such row, or it is another's.

    """
    stored = stored_for_reading(desk, code, unit)
    there = {file.sha256 for file in stored.evidence.get(stored.row(name).id, ())}
    earlier, files = next(_earlier(desk, stored, name), (None, ()))
    new = [file for file in files if file.sha256 not in there]
    if earlier is None or not new:
        return None
    names = people(desk.session, (file.made_by for file in new))
    views = tuple(evidence_view(file, names) for file in new)
    return PastEvidence(earlier.period.code, earlier.subject.period.name, views)


def attach_again(desk: Desk, code: str, unit: str, name: RowName, evidence_id: int) -> EvidenceView:
    """Put a file that proved a row for an earlier period to it once more.

    Raises:
        MissingError: there is no such row or file, or it is another's.
        ConflictError: nothing may be written now, or not in this row.
        RefusedError: the row has as many files as it may have.

    """
    stored = stored_for_writing(desk, code, unit)
    known = {file.id: file for _, files in _earlier(desk, stored, name) for file in files}
    file = known.get(evidence_id)
    if file is None:
        raise MissingError("Kỳ trước không có tệp minh chứng này.", "Hãy tải lại trang nhập của đơn vị.")
    vetted = Vetted(file.name, file.media_type, file.size, file.sha256)
    return put(desk, stored, stored.row(name), vetted, file.sha256)


def _earlier(
    desk: Desk, stored: Stored, name: RowName
) -> Iterator[tuple[Stored, tuple[tables.Evidence, ...]]]:
    """Yield what the unit sent for earlier periods, the nearest first, with the files that proved a row."""
    for period in previous_of(stored.subject.period.period):
        with suppress(MissingError):  # the unit, or the row, was not asked then
            earlier = stored_for_reading(desk, str(period), stored.unit)
            files = earlier.evidence.get(earlier.row(name).id, ())
            if files and counting_dispatch(desk.session, earlier.submission):
                yield earlier, files
