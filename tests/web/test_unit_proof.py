"""Files that prove a row: put to it one by one told, shown small, downloaded, taken away."""

from io import BytesIO

from PIL import Image
from quarters import HALF, QUARTER, TASK, UNIT, address, kept, later, reporter, row
from sqlalchemy import select

from docgen.services.evidence import MEDIA_TYPES, Vetted
from docgen.store import tables
from docgen.store.blobs import keep
from docgen.web.pages.unit.proof import Pictures


def picture():
    data = BytesIO()
    Image.new("RGB", (40, 40), "navy").save(data, "PNG")
    return data.getvalue()


def test_files_are_kept_and_those_that_cannot_be_are_told(collecting):
    browser = reporter(collecting)
    files = [("tep", ("Ảnh.png", picture())), ("tep", ("lạ.exe", b"MZ")), ("tep", ("rỗng.pdf", b""))]
    reply = browser.post(row(page="/minh-chung"), files=files)
    assert reply.status_code == 422
    assert "“lạ.exe”: Loại tệp này không được nhận." in reply.text
    assert "“rỗng.pdf”: Tệp rỗng" in reply.text
    assert "Ảnh.png" in reply.text
    (file,) = kept(collecting).evidence

    download = browser.get(address(f"/minh-chung/{file.id}"))
    assert download.content == picture()
    assert download.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E1%BA%A2nh")
    for _ in range(2):  # drawn once
        assert browser.get(address(f"/minh-chung/{file.id}/anh")).content.startswith(b"\x89PNG")

    again = browser.post(row(page="/minh-chung"), files=[("tep", ("b.png", picture()))])
    assert again.headers["location"] == f"{row()}#minh-chung"
    assert len(kept(collecting).evidence) == 1

    gone = browser.post(address(f"/minh-chung/{file.id}/bo"), {"kind": "nhiem_vu", "key": TASK})
    assert gone.headers["location"] == f"{row()}#minh-chung"
    assert browser.get(address(f"/minh-chung/{file.id}")).status_code == 404


def proved_last_quarter(office):
    """Let a row of the quarter, which was sent, have a file; return its id."""
    with office.store.writing() as session:
        sent = select(tables.Row.id).join(tables.Submission).join(tables.Period)
        row_id = session.scalar(
            sent.where(
                tables.Period.code == QUARTER, tables.Submission.unit_id == UNIT, tables.Row.key == TASK
            )
        )
        sha256, data = keep(session, picture()), picture()
        file = tables.Evidence(row_id=row_id, name="Ảnh quý I.png", media_type="image/png", size=len(data))
        file.sha256, file.made_at = sha256, office.clock()
        session.add(file)
        session.flush()
        return file.id


def test_a_file_of_the_period_before_is_attached_again(half_year):
    browser, file = reporter(half_year), proved_last_quarter(half_year)
    page = browser.get(row(period=HALF)).text
    assert "Tệp đã nộp quý I năm 2025" in page
    assert f'href="{address(f"/minh-chung/{file}")}">Ảnh quý I.png</a>' in page
    again = row(page="/minh-chung/dung-lai", period=HALF)
    reply = browser.post(again, {"tep": str(file)})
    assert reply.headers["location"] == f"{row(period=HALF)}#minh-chung"
    (there,) = kept(half_year, period=HALF).evidence
    assert (there.name, there.size) == ("Ảnh quý I.png", len(picture()))
    assert browser.get(address(f"/minh-chung/{there.id}", HALF)).content == picture()
    page = browser.get(row(period=HALF)).text
    assert "Đã kèm lại tệp “Ảnh quý I.png”." in page
    assert "Tệp đã nộp quý I" not in page
    assert browser.post(again, {"tep": str(there.id)}).status_code == 404
    browser = later(half_year, "2025-07-20 09:00")
    refused = browser.post(again, {"tep": str(file)})
    assert (refused.status_code, "đã đóng nên không sửa được" in refused.text) == (422, True)


def test_only_so_many_pictures_are_remembered():
    pictures = Pictures(most=1)
    for sha256 in ("a", "b", "b"):
        assert pictures.of(Vetted("a.xlsx", MEDIA_TYPES["xlsx"], 1, sha256), b"") is None
    assert [*pictures.kept] == ["b"]


def test_no_file_or_a_closed_period(collecting):
    browser = reporter(collecting)
    assert "Chưa chọn tệp minh chứng nào" in browser.post(row(page="/minh-chung")).text
    browser = later(collecting, "2025-04-10 09:00")
    refused = browser.post(row(page="/minh-chung"), files=[("tep", ("a.png", picture()))])
    assert "đã đóng nên không sửa được" in refused.text
    assert not kept(collecting).evidence
