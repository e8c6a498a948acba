"""Reports and letters of offices that are not the shipped one: written soundly, or refused politely."""

import json
import re
import shutil
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from period_results import orphans
from periods_elsewhere import PARTS, WAYS, Elsewhere, added, department, forms_of, sent, small
from plans import plan_drafts
from reread import bad_reading, disagreements

from docgen.check import check
from docgen.documents import DOCUMENT_TYPES
from docgen.documents.baocao import compose
from docgen.documents.base import RowKind
from docgen.documents.congvan import compose_reminder
from docgen.documents.late import late_units
from docgen.errors import ConflictError, InvalidInputError
from docgen.model.finding import Severity
from docgen.model.period import ReportingPeriod
from docgen.model.plan import Plan
from docgen.package import open_package
from docgen.resources import shipped
from docgen.services.office import office_of
from docgen.services.periods import asked, gathered
from docgen.services.reporting import Extra, Sources, report_period
from docgen.word import load_template, make_docx

BODY = "Cải cách tổ chức bộ máy"
TASKS = ("Rà soát thủ tục; Văn phòng; Quý I", "Họp báo; Phòng Tài chính; Khi có yêu cầu của UBND tỉnh")
SUBTASKS = ("Rà soát; Văn phòng; Quý I", "+ Lập danh mục; Văn phòng; Tháng 2", "+ Trình; Thanh tra; Quý I")
ONE = ("Cải cách thể chế", "Rà soát văn bản; Văn phòng; Quý I")
TURNED = (
    ("Cải cách tài chính công", "Công khai dự toán; Phòng Tài chính; Quý I"),
    ("Cải cách thể chế", "Rà soát văn bản; Văn phòng; Quý III", "Ban hành quy chế; Văn phòng; Cả năm"),
    ("Cải cách chế độ công vụ", "Tập huấn; Văn phòng; Tháng 5"),
)
DIM = ("Nội dung khác", "Kiểm tra; Văn phòng; Thứ năm hằng tuần", "Tổng kết; Văn phòng; 6 tháng/lần")
COME = {"su_kien": {"ngay": "02/3/2026", "van_ban": "Công văn số 12/UBND-NC"}}


def told(office, part, *ways, **more):
    """Return a period of an office, added up: the last way is that of the period, one before of quarter I."""
    *before, now = ways
    earlier = [sent(office, "Q1", way) for way in before]
    return added(office, part, *earlier, sent(office, part, now, **more))


def with_event():
    """Return an office one of whose tasks waited for an event that has come."""
    office = small((BODY, *TASKS))
    data = json.loads(office.plan.model_dump_json(by_alias=True, exclude_defaults=True))
    data["phu_luc"][0]["phan"][0]["nhom"][0]["nhiem_vu"][1] |= COME
    return replace(office, plan=Plan.model_validate(data))


@cache
def of_2025():
    """Return the shipped office with what its units sent for six months."""
    data = shipped("data")
    question = asked(data / "kehoach-2025.yaml", ReportingPeriod(2025, "6T"))
    found = gathered(question, data / "submissions" / "2025-6T")
    office = Elsewhere(question.plan, question.office.organisation, question.office.forms)
    return office, tuple(found.received.values())


def after_the_merger(part, way):
    """Return a period of the shipped office that ends after its province became another."""
    office, before = of_2025()
    files = sent(office, part, way)
    return added(office, part, *before, files)


SITUATIONS = {
    **{f"y-te-{way}": lambda way=way: told(department("so-y-te"), "6T", way) for way in WAYS},
    **{
        f"y-te-{part}": lambda part=part: told(department("so-y-te"), part, "mixed")
        for part in PARTS
        if part != "6T"
    },
    "two-periods": lambda: told(department("so-cong-thuong"), "6T", "mixed", "mixed"),
    "several-appendices": lambda: told(department("ubnd-huyen"), "6T", "mixed"),
    "several-appendices-silent": lambda: told(department("ubnd-huyen"), "6T", "done", only=1),
    "appendices-without-parts": lambda: told(department("so-van-hoa"), "Q3", "mixed"),
    "commune": lambda: told(department("ubnd-phuong"), "N", "mixed"),
    "nobody": lambda: added(department("so-tu-phap"), "Q1"),
    "one-unit": lambda: told(department("so-tu-phap"), "Q1", "done", only=1),
    "all-late": lambda: told(department("so-xay-dung"), "6T", "done", days_late=1),
    "all-too-late": lambda: told(department("so-xay-dung"), "6T", "done", days_late=60),
    "no-tasks": lambda: added(small(), "Q1"),
    "one-task": lambda: told(small(ONE), "Q1", "done"),
    "one-task-dropped": lambda: told(small(ONE), "Q1", "dropped"),
    "one-task-late": lambda: told(small(ONE), "Q1", "late", days_late=1),
    "sub-tasks": lambda: told(small((BODY, *SUBTASKS)), "Q1", "mixed"),
    "sub-tasks-silent": lambda: told(small((BODY, *SUBTASKS)), "Q1", "done", only=1),
    "no-titles": lambda: told(small((None, *TASKS)), "Q1", "done", only=1),
    "no-content": lambda: told(small(DIM), "6T", "ongoing"),
    "other-order": lambda: told(small(*TURNED), "6T", "done", "mixed"),
    "leap-year": lambda: told(small(*TURNED, year=2028), "N", "done", "done"),
    "no-superior": lambda: told(small((BODY, *TASKS), co_quan_chu_quan=""), "Q1", "done", only=1),
    "event": lambda: told(with_event(), "6T", "ongoing"),
    **{f"2025-{part}": lambda part=part: after_the_merger(part, "mixed") for part in ("Q3", "9T")},
    "2025-N": lambda: after_the_merger("N", "done"),
}


@cache
def template(name):
    return load_template(shipped("templates") / name)


def errors(document):
    """Return how often a document breaks each rule that must be kept; all that is told of R03 counts."""
    package = open_package(make_docx(document, template(document.document_type)))
    found = check(package)
    return Counter(one.rule for one in found if one.severity is Severity.ERROR or one.rule == "R03")


@cache
def errors_of_plan(plan, organisation):
    """Return what the plan itself breaks, which its report cites."""
    return errors(DOCUMENT_TYPES["Kế hoạch"].compose(plan, organisation))


def owed(letter):
    """Return how many tasks a letter lists, and how many it says that it lists."""
    rows = [row for row in letter.owed.rows if row.kind is RowKind.TASK]
    total = next(row.text for row in letter.owed.rows if row.kind is RowKind.TOTAL)
    return len(rows), int(re.search(r"\d+", total)[0])


def reminder(results):
    """Return the letter; None where there is nothing to remind of, which is told."""
    if late_units(results):
        return compose_reminder(results)
    with pytest.raises(ConflictError, match="không cần đôn đốc"):
        compose_reminder(results)
    return None


@pytest.mark.parametrize("name", SITUATIONS)
def test_a_report_and_a_letter_are_sound(name):
    results = SITUATIONS[name]()
    composed = compose(results)
    known = errors_of_plan(results.plan, results.organisation)
    assert errors(composed.report) - known == Counter()
    assert orphans(composed) == []
    assert list(disagreements(composed.report)) == []
    assert list(bad_reading(composed.report)) == []
    if letter := reminder(results):
        assert errors(letter) - known == Counter()
        listed, said = owed(letter)
        assert listed == said


def test_the_number_of_copies_is_no_fault():
    results = told(department("so-khoa-hoc-va-cong-nghe"), "Q1", "done")
    report = compose(results).report
    assert report.recipients.lines[-1] == "- Lưu: VT, QLKH (03 bản)."
    assert "G09" not in errors(report)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_numbers_agree_whatever_the_plan_and_the_answers(organisation, data):
    draft = data.draw(plan_drafts(organisation, awkward=False))
    plan = Plan.model_validate(draft, context={"organisation": organisation})
    office = Elsewhere(plan, organisation, forms_of(organisation))
    part, way = data.draw(st.sampled_from(PARTS)), data.draw(st.sampled_from(WAYS))
    composed = compose(told(office, part, way, only=data.draw(st.none() | st.integers(0, 3))))
    assert orphans(composed) == []
    assert list(disagreements(composed.report)) == []


@pytest.fixture
def elsewhere(tmp_path):
    """Return the plan of another office in a file, its units beside it, what they sent in a folder."""
    office = department("so-y-te")
    written = {"kehoach-2026.yaml": office.plan, "don-vi.yaml": office.organisation}
    for unit, file in sent(office, "6T").items():
        written[f"2026-6T/{unit}.yaml"] = file.submission.model_copy(update={"statistics": ()})
    for name, one in written.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(one.model_dump_json(by_alias=True, exclude_defaults=True), "utf-8")
    return tmp_path / "kehoach-2026.yaml"


def test_an_office_without_forms_of_its_own_has_no_statistics(elsewhere, tmp_path):
    sources = Sources(elsewhere, ReportingPeriod(2026, "6T"), tmp_path / "2026-6T")
    made = report_period(sources, tmp_path / "bao-cao", extras=Extra)
    assert {path.suffix for path in made.files} == {".docx", ".pdf", ".xlsx", ".svg", ".png"}
    assert made.results.statistics == ()
    assert made.findings[0].code == "chua-co-bieu-thong-ke"


def test_forms_of_its_own_that_are_wrong_are_told(elsewhere):
    shutil.copy(shipped("data") / "bieu-thong-ke.yaml", elsewhere.parent)
    with pytest.raises(InvalidInputError, match="không có đơn vị “Phòng CCHC-VTLT”"):
        office_of(elsewhere)
