"""A Word file checked or mended; nothing is kept."""

from enum import StrEnum
from typing import Annotated

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from docgen.model.finding import RuleFinding, Severity, Where
from docgen.office.agency import check_settings
from docgen.services.check import check_bytes
from docgen.services.display_names import display_name
from docgen.services.fix import mend_bytes
from docgen.services.isolation import Names
from docgen.web.api.files import FILE, file
from docgen.web.api.route import api
from docgen.web.api.shapes import Out, told
from docgen.web.visit import Caller

router = api("Kiểm tra văn bản")
_File = Annotated[UploadFile, File(description="Tệp Word")]
_NOTHING_KEPT = "Không ghi gì vào hệ thống nên gửi lại lúc nào cũng được, không cần Idempotency-Key."


class Tracked(StrEnum):
    """What tracked changes count as."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


class PlaceOut(Out, title="Chỗ trong tệp"):
    """Where in a file."""

    page: int | None = told("page", "Trang, đếm từ 1", 1)
    paragraph: int | None = told("paragraph", "Đoạn, đếm từ 1", 12)
    text: str = told("text", "Lời ở đó")


class BreachOut(Out, title="Chỗ chưa đúng"):
    """One place that breaks a rule, under the keys of `docgen check --format json`."""

    rule: str = told("rule", "Mã quy tắc", "QT-01")
    severity: Severity = told("severity", "error: phải sửa; warning: nên sửa; info: để biết")
    message: str = told("message", "Sai gì và sửa thế nào")
    where: PlaceOut = told("where", "Chỗ sai")
    expected: str = told("expected", "Phải thế nào")
    found: str = told("found", "Đang thế nào")
    source: str = told("source", "Điều khoản của quy tắc")
    fixable: bool = told("fixable", "Sửa tự động được")

    @classmethod
    def of(cls, finding: RuleFinding, where: Where) -> "BreachOut":
        """Return a finding in one of its places."""
        told_as = finding.model_dump(exclude={"where", "others"})
        place = PlaceOut(page=where.page, paragraph=where.paragraph, text=where.text or where.part)
        return cls(where=place, **told_as)


class CheckedFileOut(Out, title="Kết quả kiểm tra tệp"):
    """What of a file breaks rules."""

    file: str = told("file", "Tên tệp", "cong-van.docx")
    findings: tuple[BreachOut, ...] = told("findings", "Những chỗ chưa đúng")


@router.post(
    "/kiem-tra", name="api_kiem_tra", summary="Kiểm tra thể thức một tệp Word", description=_NOTHING_KEPT
)
def check(
    caller: Caller,
    tep: _File,
    thay_doi: Annotated[
        Tracked, Form(description="Thay đổi được theo dõi coi là đã nhận hay chưa")
    ] = Tracked.ACCEPTED,
) -> CheckedFileOut:
    """Check a file; the answer is what `docgen check --format json` prints."""
    name = display_name(tep.filename or "")
    checked = check_bytes(tep.file.read(), Names(name), _settings(caller), thay_doi)
    return CheckedFileOut(
        file=name,
        findings=tuple(
            BreachOut.of(finding, where) for finding in checked.findings for where in finding.places
        ),
    )


@router.post(
    "/kiem-tra/sua",
    name="api_kiem_tra_sua",
    summary="Sửa thể thức một tệp Word",
    description=_NOTHING_KEPT,
    **FILE,
)
def mend(
    caller: Caller,
    tep: _File,
    thay_doi: Annotated[
        Tracked | None, Form(description="Có thay đổi được theo dõi thì phải chọn nhận hay bỏ")
    ] = None,
) -> Response:
    """Give the file, mended where that is certain."""
    name = display_name(tep.filename or "")
    return file(name, mend_bytes(tep.file.read(), Names(name), _settings(caller), thay_doi).data)


def _settings(caller: Caller) -> str:
    """Return what the office has settled for checks."""
    with caller.reading() as visit:
        return check_settings(visit.desk.session)
