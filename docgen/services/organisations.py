"""Which organisation a plan is of: the office's own file beside it, or the one that comes with docgen."""

from pathlib import Path

from docgen.importers import read_organisation
from docgen.importers.organisation_file import REFORM_FILES
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.resources import shipped

FILE = "don-vi.yaml"


def own_file(*files: Path) -> Path | None:
    """Return "don-vi.yaml" beside the first of `files` that has one."""
    beside = (file.with_name(FILE) for file in files)
    return next((path for path in beside if path.exists()), None)


def agency_files(*files: Path) -> tuple[Path, ...]:
    """Return "don-vi.yaml" beside the first of `files` that has one, and the files of reforms beside that."""
    own = own_file(*files)
    return (own, *sorted(own.parent.glob(REFORM_FILES))) if own else ()


def organisation_of(*files: Path) -> tuple[Organisation, tuple[Finding, ...]]:
    """Return the organisation in "don-vi.yaml" beside the first of `files` that has one.

    There is a remark when none has: then it is the organisation that comes with docgen.

    Raises:
        DocgenError: the file cannot be used.

    """
    if own := own_file(*files):
        return read_organisation(own), ()
    remark = Finding(
        code="don-vi-kem-docgen",
        severity=Severity.INFO,
        place=str(files[0]),
        message=f"không có tệp {FILE} bên cạnh, nên dùng tên cơ quan và đơn vị kèm theo docgen.",
        remedy=f"Hãy đặt {FILE} của cơ quan cạnh tệp kế hoạch.",
    )
    return read_organisation(shipped("data") / FILE), (remark,)
