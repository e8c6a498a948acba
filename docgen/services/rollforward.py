"""Next year's draft from last year's data: the data, and the files to read and to discuss."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.documents import sosanh
from docgen.errors import ConflictError
from docgen.files import read_file, write_together
from docgen.importers import read_plan_with_remarks
from docgen.importers.plan_writing import plan_yaml
from docgen.model.comparison import Comparison
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.plan import LATEST_YEAR, Plan
from docgen.pdf import convert
from docgen.resources import shipped
from docgen.services.keeping import kept
from docgen.services.organisations import FILE, agency_files, organisation_of
from docgen.services.render import word_file
from docgen.services.rendered import Progress
from docgen.transform.rollforward import RolledForward, rollforward
from docgen.word import load_template, make_docx
from docgen.word.redline import redline
from docgen.wording.terms import outdated_terms
from docgen.wording.text import Text

if TYPE_CHECKING:
    from docgen.services.outcomes import GatheredOutcomes

_DECIDED_THERE = "Những việc đã quyết định trước đây nằm trong bản cũ đó."


@dataclass(frozen=True)
class RolledFile:
    """The files written, that with the `data` of the draft first, the draft, and what is told."""

    data: Path
    files: tuple[Path, ...]
    rolled: RolledForward
    findings: tuple[Finding, ...]


def rollforward_file(
    path: Path,
    year: int,
    folder: Path,
    outcomes: Path | None = None,
    template_folder: Path | None = None,
    progress: Progress = lambda _: None,
) -> RolledFile:
    """Draft the plan of `year` from the one in `path`, and write all its files to `folder`, or none.

    Written are the data (YAML), the draft with comments (DOCX, PDF), the draft as tracked changes of the plan
    before (DOCX), the comparison paper (DOCX, XLSX), and the agency's own files where `folder` lacks them.

    Args:
        path: a plan in YAML; the organisation is read from "don-vi.yaml" beside it, or the shipped one.
        year: of the new plan, later than that of `path`.
        folder: made when it is not there; the files are named after `path`, with the new year.
        outcomes: a folder of what units reported on the plan in `path`; without it no task is left out.
        template_folder: the office's own template of the plan.
        progress: told, in Vietnamese, what is being done.

    Raises:
        DocgenError: the plan, the year, the outcomes or the place cannot be used; nothing was written.

    """
    progress("Đang đọc kế hoạch")
    organisation, remarks = organisation_of(path)
    plan, doubts = read_plan_with_remarks(path, organisation)
    _refuse_year(path, plan, year)
    gathered = _outcomes(outcomes, plan, organisation) if outcomes else None
    progress(f"Đang soạn dự thảo năm {year}")
    rolled = rollforward(plan, year, organisation, gathered.outcomes if gathered else None)
    name = _name(path, plan.year, year)
    target = folder / f"{name}.yaml"
    data = plan_yaml(rolled.plan.model_dump(by_alias=True)).encode()
    aside, told = kept(target, data, _DECIDED_THERE)
    files = {target: data} | aside | _agency_files(path, folder)
    progress("Đang soạn tệp Word, PDF và bản so sánh")
    files |= _documents(plan, rolled, organisation, template_folder, folder / name)
    outdated = outdated_names(organisation.on(rolled.plan.day), rolled.plan.day)
    reported = gathered.findings if gathered else ()
    findings = (*remarks, *undecided(str(path), plan), *outdated, *doubts, *reported, *told)
    return RolledFile(target, write_together(files, source=path), rolled, findings)


def _outcomes(folder: Path, plan: Plan, organisation: Organisation) -> "GatheredOutcomes":
    from docgen.services.outcomes import outcomes_of  # noqa: PLC0415 - a draft without outcomes needs none

    return outcomes_of(folder, plan, organisation)


def undecided(place: str, plan: Plan) -> tuple[Finding, ...]:
    """Tell of decisions that are open in the plan that is rolled forward: they stay with it, at `place`."""
    if not (left := len(plan.open_decisions())):
        return ()
    told = Finding(
        code="chua-quyet-dinh-het",
        severity=Severity.WARNING,
        place=place,
        message=f"kế hoạch năm {plan.year} còn {left} việc chưa quyết định; chúng không chuyển sang dự thảo.",
        remedy="Hãy quyết định hết (docgen decide) rồi soạn lại, hoặc xem lại các chỗ ấy trong dự thảo.",
    )
    return (told,)


def outdated_names(agency: Organisation, day: date) -> Iterator[Finding]:
    """Yield what is out of date on a day in the head of the draft, which is as the agency is recorded."""
    for name in (agency.superior, agency.name):
        for start, end, term in outdated_terms(Text(name), day):
            yield Finding(
                code="ten-co-quan-cu",
                severity=Severity.WARNING,
                place="Phần đầu văn bản",
                message=f"“{name[start:end]}” là cách gọi cũ, nay là {term.new} ({term.source}).",
                remedy=f"Hãy ghi thay đổi vào {FILE} cạnh kế hoạch, rồi soạn lại dự thảo.",
            )


def _refuse_year(path: Path, plan: Plan, year: int) -> None:
    if not plan.year < year <= LATEST_YEAR:
        raise ConflictError(
            f"Kế hoạch trong “{path}” là của năm {plan.year}; không soạn được dự thảo cho năm {year}.",
            f"Hãy nêu một năm sau đó, đến {LATEST_YEAR}, ví dụ --year {plan.year + 1}.",
        )


def _documents(
    plan: Plan, rolled: RolledForward, organisation: Organisation, template: Path | None, name: Path
) -> dict[Path, bytes]:
    """Return the draft, the redline and the comparison paper, by the paths that begin with `name`."""
    draft = word_file(rolled.plan, organisation, template)
    paper, table = comparison_files(rolled.comparison, rolled.plan, organisation)
    return {
        _suffixed(name, ".docx"): draft,
        _suffixed(name, ".pdf"): convert(draft).data,
        _suffixed(name, "-thay-doi.docx"): redlined(plan, draft, organisation, template),
        _suffixed(name, "-so-sanh.docx"): paper,
        _suffixed(name, "-so-sanh.xlsx"): table,
    }


def redlined(before: Plan, draft: bytes, organisation: Organisation, template: Path | None = None) -> bytes:
    """Return the Word file of a draft as tracked changes of the plan before, without its decisions."""
    return redline(word_file(before.model_copy(update={"decisions": ()}), organisation, template), draft)


def comparison_files(comparison: Comparison, draft: Plan, organisation: Organisation) -> tuple[bytes, bytes]:
    """Return the paper that tells old, new and why of a draft: as a Word file and as a workbook."""
    from docgen.sheets import write_comparison  # noqa: PLC0415 - it takes longer to load than all the rest

    paper = sosanh.compose(comparison, draft, organisation)
    docx = make_docx(paper, load_template(shipped("templates") / sosanh.NAME))
    return docx, write_comparison(paper, comparison)


def _suffixed(name: Path, end: str) -> Path:
    return name.with_name(name.name + end)


def _name(path: Path, old: int, new: int) -> str:
    """Return the name of the files: that of the plan before with the new year in it."""
    stem = path.stem
    return stem.replace(str(old), str(new)) if str(old) in stem else f"{stem}-{new}"


def _agency_files(path: Path, folder: Path) -> dict[Path, bytes]:
    """Return the agency's own files, to be put beside the draft where they are not there yet."""
    there = {folder / own.name: own for own in agency_files(path)}
    return {target: read_file(own) for target, own in there.items() if not target.exists()}
