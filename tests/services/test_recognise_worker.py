"""What the worker says of a file that it is to understand as a plan: all of it can be told as JSON."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from departments import departments
from departments.encodings import vni

from docgen.errors import InvalidInputError
from docgen.model.plan import Plan
from docgen.services.tasks.recognise import Task
from docgen.sheets import write_workbook

SCAN = Path("tests/data/ke-hoach-cchc-2025.txt")


@pytest.fixture(scope="module")
def office(organisation):
    return organisation.model_dump(mode="json", by_alias=True, exclude_defaults=True)


@pytest.fixture(scope="module")
def base(plan_2025):
    return plan_2025.model_dump(mode="json", by_alias=True, exclude_defaults=True)


@pytest.fixture
def form(plan_2025, organisation):
    """The workbook of the 2025 plan with one answer."""
    form = openpyxl.load_workbook(BytesIO(write_workbook(plan_2025, organisation)))
    form.worksheets[0]["H7"].value = "Hoàn thành"
    memory = BytesIO()
    form.save(memory)
    return memory.getvalue()


def understood(data, **options):
    """Return what is told of a file, and the codes of the findings."""
    told, made = Task(**options)(data)
    assert made == b""
    told = json.loads(json.dumps(told))
    return told, [finding["code"] for finding in told["findings"]]


def test_a_word_file_of_ours(rendered, office, plan_2025):
    told, _ = understood(rendered[".docx"].read_bytes(), organisation=office)
    assert (told["whole"], Plan.model_validate(told["draft"])) == (True, plan_2025)
    assert (told["outcomes"], told["organisation"], told["guessed"]) == (None, None, [])


def test_a_scan(office, plan_2025):
    told, codes = understood(SCAN.read_bytes(), kind="text", organisation=office)
    assert len([*Plan.model_validate(told["draft"]).rows()]) == len([*plan_2025.rows()])
    assert "bang-ma-cu" not in codes


def test_a_scan_in_letters_of_other_days(office):
    """VNI, two bytes for a letter with a mark."""
    text = SCAN.read_text("utf-8")
    old = "".join(signs for _, signs in vni(text)).encode("cp1252", "replace")
    told, codes = understood(old, kind="text", organisation=office)
    assert "bang-ma-cu" in codes
    assert told["draft"]["nam"] == 2025


def test_a_form_with_its_plan(form, office, base):
    told, codes = understood(form, kind="workbook", organisation=office, base=base)
    assert told["outcomes"]["ket_qua"] == [{"id": "ke-hoach-kiem-tra-noi-bo", "tinh_trang": "hoan_thanh"}]
    assert (told["whole"], "ket-qua-khong-nhap" in codes) == (True, False)


def test_a_form_alone(form, office):
    told, codes = understood(form, kind="workbook", organisation=office)
    assert (told["whole"], told["outcomes"]) == (False, None)
    assert "ket-qua-khong-nhap" in codes


def test_a_form_filled_in_wrongly_gives_no_outcomes(form, office, base):
    book = openpyxl.load_workbook(BytesIO(form))
    book.worksheets[0]["H8"].value = "Gần xong"
    memory = BytesIO()
    book.save(memory)
    told, codes = understood(memory.getvalue(), kind="workbook", organisation=office, base=base)
    assert (told["outcomes"], "tinh-trang-la" in codes) == (None, True)


def test_a_workbook_that_is_no_form(office):
    book = openpyxl.Workbook()
    for row in (["STT", "Nhiệm vụ", "Cơ quan chủ trì"], [1, "Rà soát văn bản", "Thanh tra Sở"]):
        book.active.append(row)
    memory = BytesIO()
    book.save(memory)
    told, codes = understood(memory.getvalue(), kind="workbook", organisation=office)
    (task,) = told["draft"]["phu_luc"][0]["phan"][0]["nhom"][0]["nhiem_vu"]
    assert (task["noi_dung"], task["chu_tri"]) == ("Rà soát văn bản", ["Thanh tra Sở"])
    assert "ket-qua-khong-nhap" not in codes


@pytest.mark.parametrize(("drafts", "name"), [(True, "Sở Xây dựng"), (False, None)])
def test_an_agency_that_nobody_described(office, drafts, name):
    data = departments()["so-xay-dung"].make()
    told, codes = understood(data, organisation=office, drafts=drafts)
    assert (told["organisation"] or {}).get("ten") == name
    assert ("don-vi-ban-nhap" in codes, "khac-don-vi" in codes) == (drafts, not drafts)


def test_another_kind_of_document_is_refused(office):
    scan = SCAN.read_text("utf-8").replace("KẾ HOẠCH\n", "BÁO CÁO\n", 1)
    with pytest.raises(InvalidInputError, match="không phải kế hoạch"):
        understood(scan.encode(), kind="text", organisation=office)
