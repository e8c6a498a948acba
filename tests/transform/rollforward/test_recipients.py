"""Whoever comes to lead a task gets the plan."""

from docgen.transform.rollforward import rollforward


def _with_heir(organisation, **heir):
    """Return the agency with Ban Tôn giáo taken over by another body, for sure."""
    data = organisation.model_dump(mode="json", by_alias=True)
    for unit in data["don_vi"]:
        if unit["id"] == "ton-giao":
            unit |= {"den_ngay": "30/6/2025", "don_vi_ke_thua": "dan-toc", "chac_chan": True}
    data["don_vi"].append({"id": "dan-toc", "ten": "Sở Dân tộc và Tôn giáo mới", "loai": "ngoai"} | heir)
    return type(organisation).model_validate(data)


def test_a_body_outside_that_takes_over_a_task_is_put_on_the_list_and_asked_about(plan_2025, organisation):
    draft = rollforward(plan_2025, 2026, _with_heir(organisation)).plan
    assert draft.recipients.lines == (*plan_2025.recipients.lines, "Sở Dân tộc và Tôn giáo mới")
    asked = [decision for decision in draft.decisions if decision.id == "noi-nhan-1"]
    assert [decision.place for decision in asked] == ["noi_nhan/danh_sach/4"]


def test_the_new_line_is_in_the_comparison(plan_2025, organisation):
    rolled = rollforward(plan_2025, 2026, _with_heir(organisation))
    row = next(row for row in rolled.comparison.rows if row.after == "Sở Dân tộc và Tôn giáo mới")
    assert row.before == ""
    assert row.decisions == ("noi-nhan-1",)


def test_a_unit_of_a_group_on_the_list_needs_no_line(plan_2025, organisation):
    draft = rollforward(plan_2025, 2026, _with_heir(organisation, loai="phong")).plan
    assert draft.recipients.lines == plan_2025.recipients.lines


def test_who_was_not_on_the_list_before_is_not_put_on_it(plan_2025, organisation):
    few = plan_2025.recipients.model_copy(update={"lines": ("UBND tỉnh (để báo cáo)",)})
    plan = plan_2025.model_copy(update={"recipients": few})
    assert rollforward(plan, 2026, organisation).plan.recipients == few
