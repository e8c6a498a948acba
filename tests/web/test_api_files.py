"""Files that programs send and get: plans recognised, documents issued, Word files checked and mended."""

import json
import sys

import pytest
from page_samples import open_quarter
from plan_samples import DRAFT, an_upload
from programs import program
from wordfile import word_file

from docgen.cli import main
from docgen.model.people import Role
from docgen.office import work
from docgen.office.desk import SYSTEM, Desk
from docgen.office.plans import roll_forward
from docgen.office.work import MadeFile, made
from docgen.store.blobs import keep


def word(data, name="công văn.docx"):
    return {"tep": (name, data)}


@pytest.fixture
def coordinator(office):
    return program(office)


@pytest.fixture
def clerk(office):
    return program(office, Role.CLERK)


def test_a_file_is_recognised_looked_at_and_confirmed(coordinator):
    plan = coordinator.get("/ke-hoach/2025/tep/ke-hoach-2025.docx").content
    files = word(plan, "../kế hoạch.docx")
    brought = coordinator.post("/ke-hoach/nhap", files=files, key="nhap")
    assert brought.status_code == 201
    told = brought.json()
    assert (told["ten"], told["nam"], told["phien_ban"]) == ("kế hoạch.docx", 2025, 1)
    assert (told["con_thieu"], told["khac_nhau"]) == ({}, [])
    assert ["nhiệm vụ", 48] in told["dem"]
    address = brought.headers["location"].removeprefix("/api/v1")
    assert coordinator.get(address).json() == told
    again = coordinator.post("/ke-hoach/nhap", files=files, key="nhap")  # its boundary is another one
    assert again.headers["idempotency-replayed"] == "true"
    assert coordinator.post(f"{address}/xac-nhan", {"phien_ban": 1}).json()["ke_hoach"]["nam"] == 2025
    assert coordinator.get(address).json()["xac_nhan_luc"] == "2025-03-10T09:00:00+07:00"


def test_what_a_file_lacks_is_told_by_its_keys(office, coordinator):
    address = f"/ke-hoach/nhap/{an_upload(office, None)['upload']}"
    lacking = coordinator.get(address).json()["con_thieu"]
    assert lacking
    refused = coordinator.post(f"{address}/xac-nhan", {"bo_sung": {"nam": DRAFT["nam"]}})
    assert refused.status_code == 422
    assert {one["o"] for one in refused.json()["loi"]} == set(lacking)


def test_another_file_with_the_key_of_one_is_refused(coordinator):
    assert coordinator.post("/ke-hoach/nhap", files=word(b"a"), key="a").status_code == 422
    assert (
        coordinator.post("/ke-hoach/nhap", files=word(word_file("Kế hoạch"), "a.docx"), key="b").status_code
        == 201
    )
    reply = coordinator.post("/ke-hoach/nhap", files=word(b"b"), key="b")
    assert (reply.status_code, reply.json()["loi"]) == (422, [])
    assert coordinator.post("/ke-hoach/nhap", {}).status_code == 415
    late = {"files": word(b"b"), "data": {"nam": "1999"}}
    assert [one["o"] for one in coordinator.post("/ke-hoach/nhap", **late).json()["loi"]] == ["nam"]


def test_what_is_open_in_a_draft_is_decided(office, coordinator):
    with office.store.writing() as session:
        roll_forward(Desk(session, SYSTEM, office.clock()), 2025)
    page = coordinator.get("/ke-hoach/2026/quyet-dinh?limit=2").json()
    said = {"phien_ban": 1, "ma": [one["ma"] for one in page["du_lieu"]], "ket_luan": "giu_nguyen"}
    settled = coordinator.post("/ke-hoach/2026/quyet-dinh", said).json()
    assert settled == {"phien_ban": 2, "con_lai": page["tong"] - 2}
    late = coordinator.post("/ke-hoach/2026/quyet-dinh", said | {"ket_luan": "dong_y"})
    assert (late.status_code, late.json()["hien_tai"]["phien_ban"]) == (409, 2)
    notes = [one["ghi_chu"] for one in coordinator.get("/ke-hoach/2026/phien-ban").json()["du_lieu"]]
    assert notes[0].startswith("Quyết định")


def test_a_plan_is_issued_once_and_had_as_it_was_signed(clerk):
    number = clerk.post("/so-van-ban", {"loai": "KH", "nam": 2025, "so": 5}).json()["id"]
    said = {"loai": "KH", "nam": 2025, "so_id": number, "ngay": "2025-01-10"}
    issued = clerk.post("/van-ban", said, key="ban-hanh")
    assert (issued.status_code, issued.json()["so_ky_hieu"]) == (201, "05/KH-SNV")
    assert clerk.post("/van-ban", said, key="ban-hanh").json() == issued.json()
    address = issued.headers["location"].removeprefix("/api/v1")
    assert clerk.get(address).json() == issued.json()
    pdf = clerk.get(f"{address}/tep/05-KH-SNV.pdf")
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert clerk.get(f"{address}/tep/05-KH-SNV.txt").status_code == 404
    assert clerk.get("/van-ban?tim=cai cach&loai=KH&nam=2025").json()["tong"] == 1
    assert clerk.get("/van-ban?loai=BC").json()["tong"] == 0


def test_a_report_with_open_ends_is_issued_only_when_that_is_known(office, clerk):
    open_quarter(office)
    number = clerk.post("/so-van-ban", {"loai": "BC", "nam": 2025, "so": 45}).json()["id"]
    office.clock.now = office.clock.now.replace(day=21)
    said = {"loai": "BC", "ky": "2025-Q1", "so_id": number, "ngay": "2025-03-20"}
    refused = clerk.post("/van-ban", said)
    assert refused.status_code == 409
    assert any("chưa gửi báo cáo" in one["thong_bao"] for one in refused.json()["loi"])
    assert clerk.post("/van-ban", said | {"da_xem": True}).json()["so_ky_hieu"] == "45/BC-SNV"


def test_a_letter_to_late_units_is_issued(office, clerk):
    open_quarter(office)
    number = clerk.post("/so-van-ban", {"loai": "CV", "nam": 2025, "so": 45}).json()["id"]
    said = {"loai": "CV", "ky": "2025-Q1", "so_id": number, "ngay": "2025-03-10"}
    issued = clerk.post("/van-ban", said)
    assert (issued.status_code, issued.json()["so_ky_hieu"]) == (201, "45/SNV-CCHC-VTLT")
    assert clerk.get("/van-ban?loai=CV").json()["tong"] == 1


def test_what_is_issued_is_on_a_plan_or_a_period(clerk):
    said = {"loai": "CV", "so_id": 1, "ngay": "2025-03-20"}
    assert clerk.post("/van-ban", said).status_code == 422


def test_files_of_a_job_are_had_when_they_are_made(office, coordinator):
    open_quarter(office)
    job = coordinator.post("/ky/2025-Q1/bao-cao/tep").headers["location"].removeprefix("/api/v1")
    assert coordinator.get(f"{job}/tep/a.zip").status_code == 404
    with office.store.writing() as session:
        files = [MadeFile("q1/a.zip", keep(session, b"PK"))]
        work.finish(Desk(session, SYSTEM, office.clock()), job.rpartition("/")[2], made(files))
    assert [one["ten"] for one in coordinator.get(job).json()["tep"]] == ["q1/a.zip"]
    made_file = coordinator.get(f"{job}/tep/q1/a.zip")
    assert (made_file.content, made_file.headers["content-type"]) == (b"PK", "application/zip")
    assert made_file.headers["content-disposition"].endswith("a.zip")
    assert coordinator.get("/cong-viec").json()["tong"] == 1


def test_a_file_is_checked_as_on_the_command_line(coordinator, tmp_path, capsys, monkeypatch):
    (tmp_path / "a.docx").write_bytes(word_file("Kế hoạch cải cách"))
    told = coordinator.client.post(
        "/api/v1/kiem-tra", files=word((tmp_path / "a.docx").read_bytes(), "a.docx")
    )
    capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["docgen", "check", "a.docx", "--format", "json"])
    with pytest.raises(SystemExit):
        main()
    assert told.json() == json.loads(capsys.readouterr().out)
    assert told.json()["findings"]


def test_a_file_is_mended(coordinator):
    reply = coordinator.client.post("/api/v1/kiem-tra/sua", files=word(word_file("Kế hoạch cải cách")))
    assert reply.content[:2] == b"PK"
    assert reply.headers["content-disposition"] == "attachment; filename*=UTF-8''c%C3%B4ng%20v%C4%83n.docx"


def test_what_is_no_word_file_is_refused_without_words_of_the_command_line(coordinator):
    reply = coordinator.client.post("/api/v1/kiem-tra/sua", files=word(b"%PDF-1.7", "a.pdf"))
    assert reply.status_code == 422
    assert "docgen fix" not in reply.text


def test_files_are_checked_a_few_times_a_minute(coordinator):
    replies = [coordinator.client.post("/api/v1/kiem-tra", files={"khac": b"a"}) for _ in range(21)]
    assert {reply.status_code for reply in replies[:20]} == {422}
    assert replies[20].status_code == 429
    assert 0 < int(replies[20].headers["retry-after"]) <= 60
