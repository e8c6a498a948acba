"""A plan as the text of its YAML file: laid out as officers know it, and read back as it was."""

from difflib import ndiff

import pytest
from hypothesis import HealthCheck, given, settings
from often import examples
from plans import plans
from ruamel.yaml import YAML

from docgen.importers import check_plan, read_organisation, read_plan
from docgen.importers.plan_layout import MISSING
from docgen.importers.plan_writing import plan_yaml
from docgen.resources import shipped

ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
ON_ITS_OWN = settings(deadline=None, max_examples=examples(40), suppress_health_check=[*HealthCheck])


def loaded(text):
    return YAML(typ="safe", pure=True).load(text)


def test_the_plan_of_2025_is_written_as_an_office_keeps_it(plan_2025):
    kept = (shipped("data") / "kehoach-2025.yaml").read_text(encoding="utf-8")
    differing = [
        line
        for line in ndiff(kept.splitlines(), plan_yaml(plan_2025.model_dump(by_alias=True)).splitlines())
        if line[0] in "+-"
    ]
    assert differing == [
        "- # KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2025 CỦA SỞ NỘI VỤ BÌNH ĐỊNH",
        "+ # KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH SỞ NỘI VỤ NĂM 2025",
    ]


@pytest.mark.parametrize("mode", ["python", "json"])
@ON_ITS_OWN
@given(plan=plans(ORGANISATION))
def test_every_plan_is_read_back_as_it_was(plan, mode, tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_bytes(plan_yaml(plan.model_dump(by_alias=True, mode=mode)).encode())
    assert read_plan(path, ORGANISATION) == plan


def test_what_is_missing_is_asked_for_and_the_reader_names_it(tmp_path):
    task = {"noi_dung": "Rà soát", "thoi_gian": "", "chu_tri": []}
    text = plan_yaml({"nam": 2026, "phu_luc": [{"phan": [{"nhom": [{"nhiem_vu": [task]}]}]}]})
    asked = [line.strip(" -").split(":")[0] for line in text.splitlines() if line.endswith(MISSING)]
    assert asked == [
        *("trich_yeu", "noi_dung", "danh_sach", "chuc_vu", "ho_ten"),
        *("ten", "id", "chu_tri", "thoi_gian"),
    ]
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    plan, findings = check_plan(path)
    assert plan is None
    assert len(findings) == len(asked)


def test_an_item_without_words_asks_for_them():
    text = plan_yaml(
        {"noi_dung": [{"tieu_de": "Kinh phí", "khoan": [{"gach": ["Một"]}, {"tieu_de": "Hai"}]}]}
    )
    assert f"- noi_dung: {MISSING}\n        gach:" in text


def test_nothing_of_a_draft_is_dropped():
    draft = {"la": {"sau": [["1", {"hai": 2}], {}, None, 1.5, True]}, "a: b": [], "nam": "2026"}
    found = loaded(plan_yaml(draft))
    assert found["la"] == {"sau": [["1", {"hai": 2}], {}, None, 1.5, True]}
    assert found["a: b"] == []
    assert found["nam"] == "2026"


def test_the_head_is_a_comment_whatever_the_subject_is():
    head = plan_yaml({"trich_yeu": "Cải cách\nhành chính\u0085\u2028 2026"}).splitlines()[0]
    assert head == "# KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH 2026"
