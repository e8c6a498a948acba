"""What a plan is read as: Word, PDF, workbook, and what changed since the year before.

Files are made while nothing is being written, and kept afterwards by what they were made of.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from docgen.errors import MissingError
from docgen.importers.plan_writing import plan_yaml
from docgen.model.comparison import Comparison
from docgen.model.papers import PaperKind, PlanState
from docgen.office.desk import Desk
from docgen.office.plans.kept import plan, row_of
from docgen.office.plans.making import Maker, Making
from docgen.services.evidence import MEDIA_TYPES
from docgen.store import tables
from docgen.store.blobs import bytes_of, keep


@dataclass(frozen=True)
class PlanPapers:
    """Files of the plan of a year by their names, and a hash of all that they were made of."""

    year: int
    content: str
    files: Mapping[str, bytes]


def paper_names(session: Session, year: int) -> tuple[str, ...]:
    """Return the names of the files that there are of the plan of a year.

    Raises:
        MissingError: there is no plan of that year.

    """
    return tuple(_makers(Making(session, year), year))


def content_of(session: Session, year: int) -> str:
    """Return a hash of all that the files of the plan of a year are made of: other data, another hash.

    Raises:
        MissingError: there is no plan of that year.

    """
    return Making(session, year).content


def papers(session: Session, year: int, names: Collection[str] = ()) -> PlanPapers:
    """Return files of the plan of a year, all of them or those of some names; as kept, else made now.

    Of an issued plan, Word file and PDF are those that were issued.

    Raises:
        MissingError: there is no plan of that year, or no such file.
        DocgenError: a text does not fit.

    """
    making = Making(session, year)
    makers = _makers(making, year)
    if strange := [name for name in names if name not in makers]:
        raise MissingError(f"Kế hoạch năm {year} không có tệp “{strange[0]}”.", "Hãy mở lại trang kế hoạch.")
    content = making.content
    made = _issued(session, year) | _kept(session, year, content)
    files = {name: made.get(name) or makers[name]() for name in names or makers}
    return PlanPapers(year, content, files)


def keep_papers(desk: Desk, made: PlanPapers) -> None:
    """Keep files that were made, so that they need not be made again; those of older data go."""
    there = desk.session.scalars(
        select(tables.Paper).where(tables.Paper.subject == _subject(made.year))
    ).all()
    for paper in there:
        if paper.content != made.content:
            desk.session.delete(paper)
    known = {paper.name for paper in there if paper.content == made.content}
    for name, data in made.files.items():
        if name not in known:
            desk.session.add(
                tables.Paper(
                    subject=_subject(made.year),
                    content=made.content,
                    name=name,
                    media_type=MEDIA_TYPES[name.rpartition(".")[2]],
                    sha256=keep(desk.session, data),
                    made_at=desk.now,
                )
            )


def yaml_file(session: Session, year: int, version: int | None = None) -> bytes:
    """Return a version of the plan of a year as the file of data that the command line reads.

    Raises:
        MissingError: there is no such plan or version.

    """
    return plan_yaml(plan(session, year, version).plan.model_dump(by_alias=True)).encode()


def compared_plan(session: Session, year: int) -> Comparison | None:
    """Return the plan of a year beside the one before it, with the reasons; None where there is none before.

    Raises:
        MissingError: there is no plan of that year.

    """
    beside = Making(session, year).beside
    return beside.comparison if beside else None


def _makers(making: Making, year: int) -> dict[str, Maker]:
    """Return what makes the files, by their names."""
    return {f"ke-hoach-{year}{end}": maker for end, maker in making.makers.items()}


def _subject(year: int) -> str:
    return f"ke-hoach/{year}"


def _issued(session: Session, year: int) -> dict[str, bytes]:
    """Return Word file and PDF of a plan as they were issued; nothing of a draft."""
    row = row_of(session, year)
    if row.state is not PlanState.ISSUED:
        return {}
    own = (tables.Document.plan_id == row.id, tables.Document.kind == PaperKind.PLAN)
    issued = session.scalars(select(tables.Document).where(*own).order_by(tables.Document.id.desc())).one()
    found = {".docx": issued.docx, ".pdf": issued.pdf}
    return {f"ke-hoach-{year}{end}": bytes_of(session, name) for end, name in found.items()}


def _kept(session: Session, year: int, content: str) -> dict[str, bytes]:
    own = (tables.Paper.subject == _subject(year), tables.Paper.content == content)
    return {
        one.name: bytes_of(session, one.sha256) for one in session.scalars(select(tables.Paper).where(*own))
    }
