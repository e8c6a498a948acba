"""Issued documents: listed, read, downloaded; issuing."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import Field
from starlette.responses import Response

from docgen.model.papers import PaperKind
from docgen.office import documents, plans, reports
from docgen.office.plans import PreparedPlan
from docgen.office.reports import PreparedLetter, PreparedReport
from docgen.web.api.files import FILE, chosen
from docgen.web.api.paging import Page, Wanted, paged
from docgen.web.api.route import PREFIX, api
from docgen.web.api.shapes import Id, In, IsoDay, Moment, Out, Text, Whole, Year, said, told
from docgen.web.visit import Caller, Visit

router = api("Văn bản đã ban hành")
_Document = Annotated[Id, Path(description="Số của văn bản trong hệ thống", examples=[1])]


class DocumentOut(Out, title="Văn bản"):
    """An issued document."""

    id: int = told("id", "Số trong hệ thống", 1)
    kind: PaperKind = told("loai", "Loại văn bản")
    symbol: str = told("so_ky_hieu", "Số, ký hiệu", "05/KH-SNV")
    subject: str = told("trich_yeu", "Trích yếu")
    day: date = told("ngay", "Ngày ban hành", "2025-01-10")
    number_id: int = told("so_id", "Số của số văn bản trong hệ thống", 1)
    docx: str = told("sha256_docx", "Giá trị băm của tệp Word")
    pdf: str = told("sha256_pdf", "Giá trị băm của tệp PDF")
    audit_head: str = told("nhat_ky", "Giá trị băm của dòng nhật ký ghi việc ban hành")
    issued_at: Moment = told("luc", "Lúc ban hành")
    issued_by: str = told("nguoi_ban_hanh", "Người ban hành")
    name: str = told("ten_tep", "Tên tệp, chưa có đuôi .docx hoặc .pdf", "05-KH-SNV")

    def headers(self) -> Mapping[str, str]:
        """Return where it is."""
        return {"Location": f"{PREFIX}/van-ban/{self.id}"}


class IssueIn(In, title="Ban hành"):
    """What is issued, under which number, on which day."""

    number_id: Annotated[Whole, Field(ge=1, le=2**31 - 1)] = said("so_id", "Số của số văn bản đã lấy", 1)
    day: IsoDay = said("ngay", "Ngày ban hành", "2025-01-10")


class IssuePlanIn(IssueIn, title="Ban hành kế hoạch"):
    """A plan that is issued."""

    kind: Literal["KH"] = said("loai", "KH: kế hoạch")
    year: Annotated[Year, Field(strict=True)] = said("nam", "Năm kế hoạch", 2025)


class IssueReportIn(IssueIn, title="Ban hành báo cáo"):
    """A report that is issued."""

    kind: Literal["BC"] = said("loai", "BC: báo cáo")
    period: Annotated[Text, Field(pattern=r"^\d{4}-\w{1,3}$")] = said("ky", "Mã kỳ báo cáo", "2025-Q1")
    confirmed: Annotated[bool, Field(strict=True)] = said(
        "da_xem", "Đã xem những việc chưa xong và vẫn ban hành", default=False
    )


class IssueLetterIn(IssueIn, title="Ban hành công văn đôn đốc"):
    """A letter to the late units of a period that is issued."""

    kind: Literal["CV"] = said("loai", "CV: công văn đôn đốc các đơn vị chưa báo cáo đủ")
    period: Annotated[Text, Field(pattern=r"^\d{4}-\w{1,3}$")] = said("ky", "Mã kỳ báo cáo", "2025-Q1")


_Issue = Annotated[IssuePlanIn | IssueReportIn | IssueLetterIn, Field(discriminator="kind")]
_Prepared = PreparedPlan | PreparedReport | PreparedLetter


@router.get("/van-ban", name="api_van_ban_danh_sach", summary="Danh sách văn bản đã ban hành")
def show_all(
    visit: Visit,
    wanted: Wanted,
    tim: Annotated[Text, Query(max_length=100, description="Lời cần tìm, có dấu hay không dấu")] = "",
    loai: Annotated[PaperKind | None, Query(description="Chỉ loại này")] = None,
    nam: Annotated[Year | None, Query(description="Chỉ văn bản ban hành năm này")] = None,
) -> Page[DocumentOut]:
    """Tell documents, the newest first."""
    found = documents.documents(visit.desk.session, tim, loai, nam)
    return paged(DocumentOut, found, lambda one: one.id, wanted)


def _prepared(request: Request, form: _Issue) -> _Prepared:
    """Make what is to be issued, before anything is written: it takes seconds."""
    with Caller(request).reading() as visit:
        if isinstance(form, IssuePlanIn):
            return plans.prepare_issue(visit.desk.session, form.year, form.number_id, form.day)
        if isinstance(form, IssueLetterIn):
            return reports.prepare_letter(visit.desk.session, form.period, form.number_id, form.day)
        return reports.prepare_issue(visit.desk.session, form.period, form.number_id, form.day)


@router.post(
    "/van-ban",
    name="api_van_ban_ban_hanh",
    status_code=201,
    summary="Ban hành kế hoạch, báo cáo hoặc công văn đôn đốc",
)
def issue(visit: Visit, form: _Issue, prepared: Annotated[_Prepared, Depends(_prepared)]) -> DocumentOut:
    """Issue a plan, a report or a letter to late units."""
    if isinstance(prepared, PreparedPlan):
        return DocumentOut.model_validate(plans.issue_plan(visit.desk, prepared))
    if isinstance(prepared, PreparedLetter):
        return DocumentOut.model_validate(reports.issue_letter(visit.desk, prepared))
    confirmed = isinstance(form, IssueReportIn) and form.confirmed
    return DocumentOut.model_validate(reports.issue_report(visit.desk, prepared, confirmed=confirmed))


@router.get("/van-ban/{document}", name="api_van_ban", summary="Đọc thông tin một văn bản")
def show(visit: Visit, document: _Document) -> DocumentOut:
    """Tell of a document."""
    return DocumentOut.model_validate(documents.document(visit.desk.session, document))


@router.get("/van-ban/{document}/tep/{name}", name="api_van_ban_tep", summary="Lấy tệp của văn bản", **FILE)
def give_file(
    visit: Visit, document: _Document, name: Annotated[str, Path(description="Tên tệp", max_length=200)]
) -> Response:
    """Give a file of a document, letter for letter as it was issued."""
    return chosen(documents.files_of(visit.desk.session, document), name)
