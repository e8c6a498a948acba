"""Issued documents: found, looked at, downloaded, made again from what is frozen with them."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query
from starlette.responses import HTMLResponse, Response

from docgen.errors import MissingError
from docgen.language.text import nfc
from docgen.model.papers import PaperKind
from docgen.office.desk import Desk
from docgen.office.documents import IssuedDocument, document, documents, files_of
from docgen.office.numbers import number_of
from docgen.office.recreating import made_again
from docgen.services.evidence import MEDIA_TYPES
from docgen.web.door import pages
from docgen.web.pages.unit.proof import attachment
from docgen.web.pages.unit.words import shown_size
from docgen.web.visit import Caller, Visit

router = pages()
_AT_ONCE = 50
"""Documents on a page of the list."""
KINDS = [(kind.value, kind.label) for kind in PaperKind]
"""What a reader may choose between."""


@dataclass(frozen=True)
class Listing:
    """Documents as they are listed: all that were found, what was asked for, which page of them is shown."""

    documents: list[IssuedDocument]
    words: str
    kind: PaperKind | None
    year: int | None
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self.documents) // _AT_ONCE))

    @property
    def shown(self) -> list[IssuedDocument]:
        """The documents of the page."""
        start = (self.page - 1) * _AT_ONCE
        return self.documents[start : start + _AT_ONCE]

    @property
    def query(self) -> str:
        """What stands before the number of a page in its address."""
        asked = {"tim": self.words, "loai": self.kind or "", "nam": self.year or ""}
        return f"?{urlencode({**{key: value for key, value in asked.items() if value}, 'trang': ''})}"

    @property
    def is_filtered(self) -> bool:
        """Say whether only some are listed."""
        return bool(self.words or self.kind or self.year)


@router.get("/van-ban", name="van_ban_danh_sach")
def show_all(
    visit: Visit,
    tim: Annotated[str, Query(max_length=100)] = "",
    loai: Annotated[PaperKind | Literal[""], Query()] = "",
    nam: Annotated[str, Query(pattern=r"^(\d{4})?$")] = "",
    trang: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Show issued documents, the newest first."""
    session, words = visit.desk.session, nfc(tim.strip())
    kind, year = loai or None, int(nam) if nam else None
    listing = Listing(documents(session, words, kind, year), words, kind, year, trang)
    years = sorted({one.day.year for one in documents(session)}, reverse=True)
    choices = [(one, str(one)) for one in years]
    return visit.page("van_ban/danh_sach.html", listing=listing, years=choices, kinds=KINDS)


@router.get("/van-ban/{document_id}", name="van_ban")
def show(visit: Visit, document_id: int) -> HTMLResponse:
    """Show a document: its number, day and hashes, with its files."""
    found = document(visit.desk.session, document_id)
    return visit.page(
        "van_ban/van_ban.html",
        document=found,
        number=number_of(visit.desk.session, found.number_id),
        sizes=_sizes(visit.desk, found),
        compared=None,
    )


@router.get("/van-ban/{document_id}/doi-chieu", name="van_ban_doi_chieu")
def compare(caller: Caller, document_id: int) -> HTMLResponse:
    """Make a document again of what is frozen with it, and hold it against what was issued."""
    with caller.reading() as visit:
        found = document(visit.desk.session, document_id)
        number = number_of(visit.desk.session, found.number_id)
        sizes = _sizes(visit.desk, found)
        compared = made_again(visit.desk.session, document_id)
    return caller.page(
        "van_ban/van_ban.html",
        document=found,
        number=number,
        sizes=sizes,
        compared=compared,
    )


@router.get("/van-ban/{document_id}/{name}", name="van_ban_tep")
def download(visit: Visit, document_id: int, name: str) -> Response:
    """Give a file of a document, letter for letter as it was issued."""
    data = files_of(visit.desk.session, document_id).get(name)
    if data is None:
        raise MissingError("Văn bản không có tệp này.", "Hãy mở lại trang của văn bản.")
    return attachment(data, name, MEDIA_TYPES[name.rpartition(".")[2]])


def _sizes(desk: Desk, found: IssuedDocument) -> dict[str, str]:
    """Return the sizes of the files of a document as they are read, by their names."""
    return {name: shown_size(len(data)) for name, data in files_of(desk.session, found.id).items()}
