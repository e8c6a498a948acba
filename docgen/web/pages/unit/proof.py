"""Files that prove a row: put to it, shown small, downloaded, taken away."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import Annotated
from urllib.parse import quote

from fastapi import File, Form, UploadFile
from starlette.responses import RedirectResponse, Response

from docgen.errors import ConflictError, DocgenError, MissingError, RefusedError
from docgen.language.quantities import count
from docgen.office.submissions import VettedFile, attach, attach_again, detach, evidence
from docgen.services.evidence import Upload, Vetted, thumbnail, vet_evidence
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.form import PageForm
from docgen.web.pages.unit.row import ADDRESS, TEMPLATE, Place, RowPlace, address_of, row_page
from docgen.web.visit import Caller, Visit

router = pages()
_FILE = "/ky/{period}/don-vi/{unit}/minh-chung/{file}"
_MOST_PICTURES = 200
"""Small pictures that are kept in memory."""


class RemovalForm(PageForm):
    """The row whose file is taken away."""

    kind: RowKind
    key: str


class ReuseForm(PageForm):
    """Which file of an earlier period is attached again."""

    tep: int


@router.post(f"{ADDRESS}/minh-chung", name="dong_minh_chung")
def add(caller: Caller, place: RowPlace, tep: Annotated[list[UploadFile] | None, File()] = None) -> Response:
    """Put files to a row; those that cannot be used are told one by one, the others are kept."""
    uploads = [Upload(one.filename or "", one.file.read()) for one in tep or ()]
    with caller.reading() as visit:
        kept = len(row_page(visit.desk, place).row.evidence)
    try:
        looked = vet_evidence(uploads, kept)
    except DocgenError as problem:
        return _refused(caller, place, [problem])
    if refused := _kept(caller, place, uploads, looked):
        return _refused(caller, place, refused)
    caller.tell(f"Đã thêm {count(len(uploads))} tệp minh chứng.")
    return RedirectResponse(f"{address_of(caller.request, place)}#minh-chung", 303)


def _kept(
    caller: Caller, place: Place, uploads: Sequence[Upload], looked: Sequence[Vetted | DocgenError]
) -> list[DocgenError]:
    """Keep the files that can be used; return why the others were not."""
    refused = [one for one in looked if isinstance(one, DocgenError)]
    files = (
        VettedFile(vetted, upload.data)
        for upload, vetted in zip(uploads, looked, strict=True)
        if isinstance(vetted, Vetted)
    )
    try:
        with caller.writing() as visit:
            for file in files:
                attach(visit.desk, place.period, place.unit, place.name, file)
    except (ConflictError, RefusedError) as problem:
        refused.append(problem)
    return refused


def _refused(caller: Caller, place: Place, refused: Sequence[DocgenError]) -> Response:
    with caller.reading() as visit:
        shown = replace(row_page(visit.desk, place), refused=tuple(refused))
        return visit.page(TEMPLATE, 422, shown=shown)


@router.post(f"{ADDRESS}/minh-chung/dung-lai", name="dong_minh_chung_dung_lai")
def reuse(caller: Caller, place: RowPlace, form: Annotated[ReuseForm, Form()]) -> Response:
    """Put a file of an earlier period to the row once more."""
    try:
        with caller.writing() as visit:
            file = attach_again(visit.desk, place.period, place.unit, place.name, form.tep)
    except (ConflictError, RefusedError) as problem:
        return _refused(caller, place, [problem])
    caller.tell(f"Đã kèm lại tệp “{file.name}”.")
    return RedirectResponse(f"{address_of(caller.request, place)}#minh-chung", 303)


@router.get(_FILE, name="minh_chung")
def download(visit: Visit, period: str, unit: str, file: int) -> Response:
    """Give a file to be kept, never to be opened on the page."""
    view, data = evidence(visit.desk, period, unit, file)
    return attachment(data, view.name, view.media_type)


@router.get(f"{_FILE}/anh", name="minh_chung_anh")
def picture(caller: Caller, period: str, unit: str, file: int) -> Response:
    """Give a small picture of the first page of a file."""
    with caller.reading() as visit:
        view, data = evidence(visit.desk, period, unit, file)
    vetted = Vetted(view.name, view.media_type, view.size, view.sha256)
    png = _PICTURES.of(vetted, data)
    if png is None:
        raise MissingError("Tệp này không có hình thu nhỏ.", "Hãy tải tệp về để xem.")
    return Response(png, media_type="image/png")


class Pictures:
    """Small pictures in memory, by the hashes of their files: each takes a second to draw."""

    def __init__(self, most: int) -> None:
        self.kept: OrderedDict[str, bytes | None] = OrderedDict()
        self._most = most
        self._one_at_a_time = Lock()

    def of(self, vetted: Vetted, data: bytes) -> bytes | None:
        """Return the picture of a file; None where none can be drawn."""
        with self._one_at_a_time:
            if vetted.sha256 not in self.kept:
                self.kept[vetted.sha256] = thumbnail(data, vetted)
            self.kept.move_to_end(vetted.sha256)
            while len(self.kept) > self._most:
                self.kept.popitem(last=False)
            return self.kept[vetted.sha256]


_PICTURES = Pictures(_MOST_PICTURES)


@router.post(f"{_FILE}/bo", name="minh_chung_bo")
def remove(visit: Visit, period: str, unit: str, file: int, form: Annotated[RemovalForm, Form()]) -> Response:
    """Take a file away from its row."""
    detach(visit.desk, period, unit, file)
    visit.tell("Đã bỏ tệp minh chứng.")
    place = Place(period, unit, form.kind, form.key)
    return RedirectResponse(f"{address_of(visit.request, place)}#minh-chung", 303)


def attachment(data: bytes, name: str, media_type: str) -> Response:
    """Return a file under its name (RFC 6266, RFC 8187), to be kept by the browser."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition})
