"""Decisions and events in the file of a plan: read, written, amended line by line, and doubted."""

from difflib import unified_diff

import pytest
from decided import with_decisions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import plans

from docgen.errors import DocgenError
from docgen.importers import check_plan, read_organisation, read_plan
from docgen.importers.amending import amended
from docgen.importers.plan_writing import plan_yaml
from docgen.model.appendix import EventRecord
from docgen.model.decision import Settlement
from docgen.resources import shipped
from docgen.transform.deciding import settle

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
ON_ITS_OWN = settings(deadline=None, suppress_health_check=[*HealthCheck], max_examples=15)
ASKED = """\

# ----- Việc cần quyết định -----
can_quyet_dinh:
  # hỏi anh Vũ trước ngày 15
  - id: chu-de
    cho: trich_yeu # trang 1
    trich: năm 2025
    cau_hoi: Có đổi tên kế hoạch không?
    de_xuat: Bỏ năm ở tên.
    thay_bang: nhiều năm
    ly_do: Năm đã ghi ở số hiệu.

  # việc này để sau
  - id: viec-hai
    cho: nhiem_vu/hai
    cau_hoi: "Còn làm: năm sau?"
    de_xuat: Bỏ.
    bo_nhiem_vu: true
    ly_do: Đã xong.
    ket_luan: # chưa họp
"""
POINTER = ("noi_nhan:", "    chi_dan: có Phụ lục kèm theo\nnoi_nhan:")


@pytest.fixture
def asked(plan_file, yaml_file):
    """Return a function that writes a plan with two decisions, changed as told."""

    def asked(*changes):
        text = plan_file(POINTER).read_text("utf-8") + ASKED
        for before, after in changes:
            assert text.count(before) == 1
            text = text.replace(before, after)
        return yaml_file(text)

    return asked


def diff(old, new):
    """Return the lines that differ."""
    lines = unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def said(path):
    return [str(finding) for finding in check_plan(path)[1]]


def test_decisions_are_read(asked):
    assert said(asked()) == []
    first, second = read_plan(asked()).decisions
    assert (first.id, first.place, first.quote, first.replacement) == (
        *("chu-de", "trich_yeu", "năm 2025", "nhiều năm"),
    )
    assert (second.leaves_out, second.is_open) == (True, True)


def test_an_event_is_read_and_written_with_its_day_as_a_day(asked):
    event = "su_kien: {ngay: 5/3/2025, van_ban: Quyết định số 5}}"
    path = asked(("thoi_gian: Quý I}", f"thoi_gian: Quý I, {event}"))
    plan = read_plan(path)
    (found,) = [row.event for row in plan.rows() if row.event]
    assert f"{found.day:%d/%m/%Y} {found.document}" == "05/03/2025 Quyết định số 5"
    for mode in ("python", "json"):
        text = plan_yaml(plan.model_dump(by_alias=True, mode=mode))
        assert "su_kien:\n                  ngay: 05/3/2025\n" in text
        path.write_text(text, "utf-8")
        assert read_plan(path) == plan


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "ket_luan: # chưa họp",
            "ket_luan: dongy",
            (
                "Việc cần quyết định 2, ô “Kết luận” (dòng 54): “dongy” không dùng được. Gần nhất: “dong_y”. "
                "Chọn một trong: dong_y, giu_nguyen, sua, bo."
            ),
        ),
        ("    de_xuat: Bỏ.\n", "", "Việc cần quyết định 2 (dòng 48): thiếu khóa “de_xuat”."),
        (
            "cau_hoi: Có đổi tên kế hoạch không?",
            "cau_hoi:",
            "Việc cần quyết định 1 (dòng 42): khóa “cau_hoi”",
        ),
        (
            "id: viec-hai",
            "id: Việc hai",
            "Việc cần quyết định 2, ô “Mã” (dòng 48): “Việc hai” không dùng làm",
        ),
        ("bo_nhiem_vu: true", "bo_nhiem_vu: bỏ", "Việc cần quyết định 2, ô “Bỏ nhiệm vụ” (dòng 52): “bỏ” kh"),
        (
            "thay_bang:",
            "thaybang:",
            "Việc cần quyết định 1 (dòng 44): không có khóa “thaybang”. Gần nhất: “th",
        ),
        (
            "id: viec-hai",
            "id: chu-de",
            "Việc cần quyết định 2, ô “Mã” (dòng 48): mã “chu-de” đã dùng ở dòng 39.",
        ),
        (
            "thoi_gian: Quý I}",
            "thoi_gian: Quý I, su_kien: {ngay: 31/02/2025}}",
            "Phụ lục, phần A, nhiệm vụ 1, sự kiện đã xảy ra, ô “Ngày” (dòng 26): ngày 31/02/2025",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(asked, before, after, told):
    path = asked((before, after))
    plan, _ = check_plan(path)
    assert plan is None
    assert [one for one in said(path) if one.startswith(told)], said(path)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "cho: nhiem_vu/hai",
            "cho: nhiem_vu/haii",
            "Việc cần quyết định 2, ô “Chỗ” (dòng 49): kế hoạch không có chỗ “nhiem_vu/haii”. Gần nhất: “nhi",
        ),
        (
            "cho: nhiem_vu/hai",
            "cho: ???",
            "Việc cần quyết định 2, ô “Chỗ” (dòng 49): kế hoạch không có chỗ “?",
        ),
        (
            "trich: năm 2025",
            "trich: năm 2026",
            "Việc cần quyết định 1, ô “Lời đang xét” (dòng 41): lời “năm 2026” không có ở chỗ đó.",
        ),
        (
            "trich: năm 2025",
            "trich: n",
            "Việc cần quyết định 1, ô “Lời đang xét” (dòng 41): lời “n” có 3 lần ở chỗ đó.",
        ),
    ],
)
def test_what_is_doubtful_is_told_while_it_is_open(asked, before, after, told):
    (found,) = said(asked((before, after)))
    assert found.startswith(told)
    number = 1 + ("Việc cần quyết định 2" in told)
    ending = [
        ("Năm đã ghi ở số hiệu.\n", "Năm đã ghi ở số hiệu.\n    ket_luan: sua\n"),
        ("ket_luan: #", "ket_luan: bo #"),
    ]
    assert said(asked((before, after), ending[number - 1])) == []


def test_a_decision_settled_is_one_line_more(asked):
    path = asked()
    text, plan = path.read_text("utf-8"), read_plan(path)
    assert diff(text, amended(text, plan, settle(plan, "chu-de", Settlement.ACCEPTED))) == [
        "-trich_yeu: Cải cách hành chính năm 2025",
        "+trich_yeu: Cải cách hành chính nhiều năm",
        "+    ket_luan: dong_y",
    ]
    kept = amended(text, plan, settle(plan, "viec-hai", Settlement.KEPT))
    assert diff(text, kept) == ["-    ket_luan: # chưa họp", "+    ket_luan: giu_nguyen # chưa họp"]


def test_decisions_get_their_heading_with_what_their_keys_mean(asked, plan_file):
    plan, path = read_plan(asked()), plan_file(POINTER)
    text = amended(path.read_text("utf-8"), read_plan(path), plan)
    banner = text.splitlines().index("can_quyet_dinh:")
    heading, *explained = text.splitlines()[banner - 3 : banner]
    assert heading.startswith("# ----- Việc cần quyết định: chỗ nào (cho), lời đang xét (trich)")
    assert "docgen decide" in explained[0]
    assert all(one.value in explained[1] for one in Settlement)
    assert (
        plan_yaml(plan.model_dump(by_alias=True)).splitlines()[-len(text.splitlines()[banner:]) :]
        == (text.splitlines()[banner:])
    )


def test_a_decision_named_like_a_task_is_not_that_task(asked, plan_file):
    path = plan_file(POINTER)
    text, base = path.read_text("utf-8"), read_plan(path)
    decision = read_plan(asked()).decisions[0].model_copy(update={"id": "hai"})
    new = base.model_copy(update={"decisions": (decision,)})
    path.write_text(amended(text, base, new), "utf-8")
    assert read_plan(path) == new


def test_an_event_recorded_is_what_differs(plan_file):
    path = plan_file(POINTER)
    text, base = path.read_text("utf-8"), read_plan(path)
    data = base.model_dump(by_alias=True)
    row = data["phu_luc"][0]["phan"][0]["nhom"][1]["nhiem_vu"][0]
    row["su_kien"] = EventRecord.model_validate({"ngay": "05/03/2025"})
    new = base.model_validate(data)
    added = diff(text, amended(text, base, new))
    assert [line.strip("+ ") for line in added] == ["su_kien:", "ngay: 05/3/2025"]


@ON_ITS_OWN
@given(data=st.data())
def test_what_is_written_is_read_back(tmp_path, data):
    plan = data.draw(with_decisions(data.draw(plans(ORGANISATION))))
    path = tmp_path / "plan.yaml"
    for mode in ("python", "json"):
        path.write_bytes(plan_yaml(plan.model_dump(by_alias=True, mode=mode)).encode())
        assert read_plan(path) == plan


@ON_ITS_OWN
@given(data=st.data())
def test_a_random_decision_settled_changes_only_its_lines(tmp_path, data):
    """Whatever it asks for is done or refused; what is amended is read back as it is."""
    plan = data.draw(with_decisions(data.draw(plans(ORGANISATION, awkward=False))))
    path = tmp_path / "plan.yaml"
    text = plan_yaml(plan.model_dump(by_alias=True))
    for decision in plan.open_decisions():
        how = data.draw(st.sampled_from(Settlement))
        try:
            new = settle(plan, decision.id, how, "Lời khác")
        except DocgenError:
            continue
        found = amended(text, plan, new)
        path.write_bytes(found.encode())
        assert read_plan(path) == new
        if how is Settlement.KEPT:
            assert diff(text, found) == ["+    ket_luan: giu_nguyen"]
