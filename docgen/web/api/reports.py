"""The report of a period: its draft with the sources of every number, reworded, made in a job."""

from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Annotated

from fastapi import Path
from pydantic import Field

from docgen.errors import MissingError
from docgen.model.figure import Figure, Quotation
from docgen.office import reports
from docgen.office.reports import DraftPassage, ReportDraft
from docgen.office.work import ask_for, errand
from docgen.web.api.findings import FindingOut
from docgen.web.api.jobs import JobOut
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.periods import PeriodCode
from docgen.web.api.route import api
from docgen.web.api.shapes import In, Moment, Out, Text, said, told
from docgen.web.api.versions import require_match, tag
from docgen.web.visit import Visit

router = api("Báo cáo của cơ quan")
_JOB = "bao-cao"
_Place = Annotated[str, Path(max_length=500, description="Chỗ của đoạn", examples=["mo-dau"])]


class SourceOut(Out, title="Nguồn"):
    """A place that a number comes from."""

    unit: str = told("ai", "Ai nêu", "Văn phòng Sở")
    row: str = told("dong", "Mã nhiệm vụ, mã chỉ tiêu hoặc chỗ khác", "giao-bien-che")
    submission: str = told("lan_gui", "Mã lần gửi; rỗng khi không của đơn vị nào", "BC-2025-Q1-van-phong-1")
    said: str = told("noi_dung", "Nêu gì ở đó")


class FigureOut(Out, title="Số liệu"):
    """A number, or quoted words, of a report."""

    text: str = told("chu", "Như in trong báo cáo", "23")
    meaning: str = told("y_nghia", "Là số gì; rỗng khi là lời trích")
    value: Decimal | None = told("gia_tri", "Giá trị; null khi là ngày hoặc lời trích")
    formula: str = told("cong_thuc", "Cách tính", "23/26 × 100")
    sources: tuple[SourceOut, ...] = told("nguon", "Lấy từ đâu")

    @classmethod
    def of(cls, piece: Figure | Quotation) -> "FigureOut":
        """Return a piece of a sentence as it is told."""
        sources = tuple(map(SourceOut.model_validate, piece.sources))
        if isinstance(piece, Quotation):
            return cls(text=piece.text, meaning="", value=None, formula="", sources=sources)
        value = None if piece.value is None else Decimal(piece.value)
        return cls(
            text=piece.text, meaning=piece.meaning, value=value, formula=piece.formula, sources=sources
        )


class PassageOut(Out, title="Đoạn của báo cáo"):
    """A paragraph of a draft."""

    place: str = told("cho", "Chỗ của đoạn, giữ nguyên khi soạn lại")
    where: str = told("muc", "Ở mục nào", "Mục II.3.b")
    editable: bool = told("sua_duoc", "Sửa được lời văn")
    written: str = told("tu_so_lieu", "Lời soạn từ số liệu")
    printed: str = told("in_ra", "Lời in ra, sau khi sửa")
    is_outdated: bool = told("da_cu", "Số liệu đã đổi sau khi sửa lời")
    edited_at: Moment | None = told("sua_luc", "Lúc sửa lời; null khi chưa sửa")
    edited_by: str = told("nguoi_sua", "Người sửa lời")
    findings: tuple[FindingOut, ...] = told("canh_bao", "Số liệu bị bỏ hoặc thêm khi sửa lời")
    figures: tuple[FigureOut, ...] = told("so_lieu", "Các số và lời trích trong đoạn, với nguồn")
    version: str = told("phien_ban", "ETag của đoạn")

    @classmethod
    def of(cls, one: DraftPassage) -> "PassageOut":
        """Return a passage as it is told."""
        pieces = (piece for piece in one.passage.line.words if not isinstance(piece, str))
        return cls(
            place=one.place,
            where=one.where,
            editable=one.passage.editable,
            written=one.written,
            printed=one.printed,
            is_outdated=one.is_outdated,
            edited_at=one.edit.made_at if one.edit else None,
            edited_by=one.edit.made_by if one.edit else "",
            findings=tuple(map(FindingOut.model_validate, one.findings)),
            figures=tuple(map(FigureOut.of, pieces)),
            version=f"{one.version}-{sha256(one.printed.encode()).hexdigest()[:12]}",
        )

    def headers(self) -> Mapping[str, str]:
        """Return its version as its tag."""
        return tag(self.version)


class DraftOut(Out, title="Dự thảo báo cáo"):
    """The draft of a report as a whole."""

    period: str = told("ky", "Mã kỳ báo cáo", "2025-Q1")
    passages: tuple[PassageOut, ...] = told("doan", "Các đoạn theo thứ tự")
    findings: tuple[FindingOut, ...] = told("canh_bao", "Những chỗ cần xem lại")
    content: str = told("phien_ban", "Đổi khi bất cứ gì trong báo cáo đổi")

    def headers(self) -> Mapping[str, str]:
        """Return its version as its tag."""
        return tag(self.content)


class WordsIn(In, title="Lời mới của một đoạn"):
    """What is to stand in a place."""

    text: Annotated[Text, Field(max_length=20_000)] = said(
        "noi_dung", "Lời mới; rỗng để bỏ đoạn, đúng lời từ số liệu để bỏ phần đã sửa"
    )


@router.get("/ky/{period}/bao-cao", name="api_bao_cao", summary="Dự thảo báo cáo với nguồn của mọi số liệu")
def show(visit: Visit, period: PeriodCode) -> DraftOut:
    """Tell the draft of a report."""
    made = reports.draft(visit.desk.session, period)
    return DraftOut(
        period=str(made.period),
        passages=tuple(map(PassageOut.of, made.passages)),
        findings=tuple(map(FindingOut.model_validate, made.findings)),
        content=made.content,
    )


@router.get("/ky/{period}/bao-cao/doan", name="api_doan_danh_sach", summary="Các đoạn của báo cáo")
def show_passages(visit: Visit, period: PeriodCode, wanted: Wanted) -> Page[PassageOut]:
    """Tell the passages of a report."""
    passages = tuple(map(PassageOut.of, reports.draft(visit.desk.session, period).passages))
    return paged(PassageOut, passages, lambda one: one.place, wanted)


@router.get("/ky/{period}/bao-cao/doan/{place:path}", name="api_doan", summary="Đọc một đoạn của báo cáo")
def show_passage(visit: Visit, period: PeriodCode, place: _Place) -> PassageOut:
    """Tell a passage."""
    return PassageOut.of(_passage(reports.draft(visit.desk.session, period), place))


@router.put("/ky/{period}/bao-cao/doan/{place:path}", name="api_doan_sua", summary="Sửa lời một đoạn")
def edit(visit: Visit, period: PeriodCode, place: _Place, form: WordsIn) -> PassageOut:
    """Word a passage by hand, as it was read."""
    passage = _passage(reports.draft(visit.desk.session, period), place)
    now = PassageOut.of(passage)
    require_match(visit.request, now.version, now.model_dump(mode="json", by_alias=True))
    return PassageOut.of(reports.edit(visit.desk, period, place, form.text, passage.version))


@router.post(
    "/ky/{period}/bao-cao/tep", name="api_bao_cao_tep", status_code=202, summary="Yêu cầu soạn các tệp"
)
def ask_for_files(visit: Visit, period: PeriodCode) -> JobOut:
    """Ask for the files of a report; the answer says where the job is."""
    made = reports.draft(visit.desk.session, period)
    job = ask_for(visit.desk, _JOB, f"Báo cáo kỳ {made.period}", {"ky": str(made.period)})
    visit.desk.session.flush()
    return JobOut.model_validate(errand(visit.desk, job))


def _passage(draft: ReportDraft, place: str) -> DraftPassage:
    found = draft.passage(place)
    if found is None:
        raise MissingError("Báo cáo không có đoạn này.", "Xem danh sách đoạn của báo cáo.")
    return found
