"""Last year's file, or a draft that was edited in Word or Excel, back into the data of a plan."""

from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from docgen.errors import InvalidInputError
from docgen.files import read_file, write_together
from docgen.importers import read_plan
from docgen.importers.amending import amended
from docgen.importers.organisation_yaml import organisation_yaml
from docgen.importers.plan_writing import plan_yaml
from docgen.importers.submission_yaml import submission_yaml
from docgen.model.plan import Plan
from docgen.services.isolation import Names
from docgen.services.keeping import kept, refuse_other_kind
from docgen.services.organisations import FILE, organisation_of, own_file
from docgen.services.recognising import Recognised, recognise_bytes
from docgen.services.rendered import Progress
from docgen.transform.beside_the_page import kept_beside_the_page, strayed
from docgen.transform.comparison import compare
from docgen.transform.places import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.model.finding import Finding
    from docgen.transform.plan_change import PlanChange

_ONTO = "Muốn đưa chỗ sửa vào kế hoạch đang có, hãy dùng --onto."


@dataclass(frozen=True)
class Imported:
    """The files written, what differs from the plan that the file went onto, and what is told."""

    files: tuple[Path, ...]
    findings: "tuple[Finding, ...]"
    changes: "tuple[PlanChange, ...]" = ()


def import_file(
    path: Path,
    target: Path,
    changes: str = "accepted",
    *,
    write: bool = True,
    progress: Progress = lambda _: None,
) -> Imported:
    """Understand the file `path`, which may come from anyone, as a plan, and write its data to `target`.

    Args:
        path: a Word file, a workbook or a scanned text; it is left as it is.
        target: a YAML file; the organisation is read from "don-vi.yaml" beside it or beside `path`. Without
            one, that of a file of another agency than the one that comes with docgen is drafted.
        changes: whether tracked changes count as "accepted", or are taken back to the "original".
        write: whether files are written at all.
        progress: told, in Vietnamese, what is being done.

    Raises:
        DocgenError: the file cannot be used, or the target not written; no file was written.

    """
    refuse_other_kind(target)
    organisation, remarks = organisation_of(target, path)
    data = read_file(path)
    progress("Đang đọc và nhận ra các phần của tệp")
    drafts = own_file(target, path) is None
    understood = recognise_bytes(data, Names(str(path)), organisation, changes=changes, drafts=drafts)
    office = _office(understood, target, path)
    plan = {target: plan_yaml(understood.draft).encode()}
    aside, told = kept(target, plan[target], _ONTO)
    files = aside | plan | office | _outcomes(understood, target)
    written = write_together(files, source=path) if write else ()
    return Imported(written, (*told, *(() if office else remarks), *understood.findings))


def import_onto(
    path: Path,
    plan_file: Path,
    target: Path | None = None,
    changes: str = "accepted",
    *,
    write: bool = True,
    progress: Progress = lambda _: None,
) -> Imported:
    """Find what differs between the file `path` and the plan in `plan_file`, and apply it.

    What does not differ stays in the YAML to the letter, comments too; decisions and events, which stand on
    no page, are kept (see `docgen.transform.beside_the_page`). `target` is `plan_file` itself where
    none is given.

    Raises:
        DocgenError: one of the files cannot be used, anything read is wrong, or the target cannot be written;
            no file was written.

    """
    target = target or plan_file
    refuse_other_kind(target)
    organisation, remarks = organisation_of(plan_file, path)
    base = read_plan(plan_file, organisation)
    text = read_file(plan_file).decode()  # with its byte order mark: it stays
    data = read_file(path)
    progress("Đang so tệp với kế hoạch")
    understood = recognise_bytes(data, Names(str(path)), organisation, base, changes=changes)
    findings = (*remarks, *understood.findings)
    if errors := [finding for finding in findings if finding.severity == "error"]:
        raise _refused(path, errors)
    plan = kept_beside_the_page(base, Plan.model_validate(understood.draft))
    findings += tuple(_told_of_decisions(base, plan, target))
    files = {target: amended(text, base, plan).encode()} | _outcomes(understood, target)
    return Imported(write_together(files) if write else (), findings, compare(base, plan))


def _told_of_decisions(base: Plan, plan: Plan, target: Path) -> "Iterator[Finding]":
    """Yield which decisions went with their tasks, and which may have been settled by what was edited."""
    from docgen.model.finding import Finding, Severity  # noqa: PLC0415 - as in `ask`

    if not base.open_decisions():
        return
    left, there, here = {decision.id for decision in plan.open_decisions()}, places_of(base), places_of(plan)
    for gone in (decision for decision in base.open_decisions() if decision.id not in left):
        yield Finding(
            code="quyet-dinh-theo-nhiem-vu",
            severity=Severity.INFO,
            place=there.get(gone.place, ""),
            message=f"nhiệm vụ đã bỏ trong tệp nên việc cần quyết định “{gone.id}” được ghi là bỏ nhiệm vụ.",
        )
    for decision in strayed(base, plan):
        yield Finding(
            code="quyet-dinh-con-mo",
            severity=Severity.WARNING,
            place=here.get(decision.place, ""),
            message=f"lời đang xét của việc cần quyết định “{decision.id}” đã sửa trong tệp; việc vẫn mở.",
            remedy=f"Nếu đã quyết định xong: docgen decide {quote(str(target))} {decision.id} --keep",
        )


def _office(understood: Recognised, target: Path, source: Path) -> dict[Path, bytes]:
    """Return the file of the agency that was drafted, beside the plan; none where it was known."""
    if understood.office is None:
        return {}
    text = organisation_yaml(understood.office, understood.guessed, source.name)
    return {target.with_name(FILE): text.encode()}


def _outcomes(understood: Recognised, target: Path) -> dict[Path, bytes]:
    """Return the file of what units answered, beside the plan; none where nothing was."""
    if understood.outcomes is None:
        return {}
    return {target.with_name(f"{target.stem}.ket-qua.yaml"): submission_yaml(understood.outcomes).encode()}


def _refused(path: Path, errors: "Sequence[Finding]") -> InvalidInputError:
    return InvalidInputError(
        f"Tệp “{path}” có {len(errors)} chỗ phải sửa nên chưa đưa được vào kế hoạch:",
        "Hãy sửa hết rồi chạy lại; chưa ghi tệp nào.",
        errors,
    )
