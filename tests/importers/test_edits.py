"""A draft of ours that was edited in Word says exactly those changes when it is read onto its plan."""

import re

import pytest
from drafts import ORGANISATION, PLAN_2025, filled, read_onto
from edits import APPENDIX, BODY, TRACES
from filled import W
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from often import examples
from plan_edits import data_of
from plans import plans
from single_edits import ADDED, GRADES, SINGLE, cell, insert, move, row

from docgen.model.plan import Plan
from docgen.transform import compare
from docgen.word.reading import Changes


def edited_plan(file, read, base):
    """The plan that the edits make; new tasks have the ids that reading gave them, which no other has."""
    known = {row.id for row in base.rows()}
    given = iter([row.id for row in read.rows() if row.id not in known])
    for spot in file.tasks():
        spot.data["id"] = spot.data["id"] or next(given, "thieu")
    return Plan.model_validate(file.data)


def check(plan, file):
    read = read_onto(plan, file.bytes())
    assert read.plan, read.findings
    wanted = edited_plan(file, read.plan, plan)
    assert [str(change) for change in compare(wanted, read.plan)] == []
    assert read.plan == wanted


def edits_of(draw, file, edits):
    for edit in draw(st.lists(st.sampled_from(edits), min_size=1, max_size=5)):
        edit(draw, file)


PLANS = st.one_of(st.just(PLAN_2025), plans(ORGANISATION))
SETTINGS = settings(deadline=None, max_examples=examples(25), suppress_health_check=list(HealthCheck))


@SETTINGS
@given(data=st.data())
def test_edits_of_an_appendix_come_back(data):
    plan = data.draw(PLANS.filter(lambda plan: plan.appendices))
    file = filled(plan)
    edits_of(data.draw, file, (*APPENDIX, *TRACES))
    check(plan, file)


@SETTINGS
@given(data=st.data())
def test_edits_of_a_body_come_back(data):
    plan = data.draw(PLANS)
    file = filled(plan)
    edits_of(data.draw, file, (*BODY, TRACES[0]))
    check(plan, file)


@SETTINGS
@given(data=st.data())
def test_tracked_changes_are_the_same_edits_and_can_be_taken_back(data):
    plan = data.draw(PLANS)
    file = filled(plan, tracked=True)
    edits_of(data.draw, file, (*APPENDIX, *BODY))
    check(plan, file)
    assert compare(plan, read_onto(plan, file.bytes(), Changes.ORIGINAL).plan) == ()


@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize("tracked", [False, True], ids=["", "tracked"])
def test_one_edit_is_one_change(name, tracked):
    edit, wanted = SINGLE[name]
    file = filled(PLAN_2025, tracked=tracked)
    edit(file)
    read = read_onto(PLAN_2025, file.bytes()).plan
    assert [f"{one.kind} {one.field} {one.task}".strip() for one in compare(PLAN_2025, read)] == wanted
    if tracked:
        assert read_onto(PLAN_2025, file.bytes(), Changes.ORIGINAL).plan == PLAN_2025


def test_enter_at_the_end_of_a_paragraph_tracks_the_mark_of_that_one():
    """The new paragraph gets the mark that was there, as Word has it."""
    file = filled(PLAN_2025, tracked=True)
    before = file.body("gach")[3].node
    file.new_paragraph(before, "- Thêm việc.")
    properties = before.getnext().find(f"{W}pPr")
    before.find(f"{W}pPr").append(properties.find(f"{W}rPr"))
    (change,) = compare(PLAN_2025, read_onto(PLAN_2025, file.bytes()).plan)
    assert (change.kind, change.after) == ("thêm", "Thêm việc.")
    assert read_onto(PLAN_2025, file.bytes(), Changes.ORIGINAL).plan == PLAN_2025


def test_words_typed_between_bold_ones_and_the_mark_of_the_end_are_not_bold():
    data = data_of(PLAN_2025)
    dashes = data["noi_dung"][-1]["khoan"][-1]["gach"]
    dashes[-1] = "Thực hiện **ngay**"
    plan = Plan.model_validate(data)
    file = filled(plan)
    file.type_in(file.body()[-1].node, " và đủ", before="./.")
    (change,) = compare(plan, read_onto(plan, file.bytes()).plan)
    assert change.after == "Thực hiện **ngay** và đủ."


def test_a_mark_of_the_end_that_is_left_in_the_middle_is_told():
    file = filled(PLAN_2025)
    file.new_paragraph(file.body()[-1].node, "- Thêm việc.")
    read = read_onto(PLAN_2025, file.bytes())
    (told,) = [finding for finding in read.findings if finding.code == "dau-het-giua-bai"]
    assert told.message.startswith("dấu “./.” sau “Theo dõi, đôn đốc, đánh giá")


# Rows that lost what says who they are


def unnamed(node):
    """Take out the bookmarks of a row or of everything, as some programs do."""
    for mark in [*node.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)


def untraced(file):
    """Take out what a file says beside its page; it is no file of ours any more."""
    del file.parts["docProps/custom.xml"]
    for name, entry in (
        ("[Content_Types].xml", rb"<Override [^>]*"),
        ("_rels/.rels", rb"<Relationship [^>]*"),
    ):
        file.parts[name] = re.sub(entry + rb"docProps/custom.xml[^>]*>", b"", file.parts[name])


def held_by_controls(file):
    """Put every row of a task into a content control of its own."""
    for spot in file.tasks():
        control = etree.Element(f"{W}sdt")
        spot.node.addprevious(control)
        etree.SubElement(control, f"{W}sdtContent").append(spot.node)


DAMAGE = {
    "one": lambda file: unnamed(row(file, 3)),
    "all": lambda file: unnamed(file.root),
    "all, and the traces": lambda file: (unnamed(file.root), untraced(file)),
    "controls": held_by_controls,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_rows_are_known_by_their_words_too(name):
    file = filled(PLAN_2025)
    DAMAGE[name](file)
    read = read_onto(PLAN_2025, file.bytes())
    assert compare(PLAN_2025, read.plan) == ()
    assert "nhiem-vu-nhan-lai" not in {finding.code for finding in read.findings}


@pytest.mark.parametrize("name", ["one", "all", "all, and the traces"])
def test_what_is_known_by_likeness_is_told(name):
    file = filled(PLAN_2025)
    file.type_in(cell(file, 3, "noi_dung"), " của tỉnh")
    move(file, 3, 20)
    DAMAGE[name](file)
    unnamed(file.root)
    read = read_onto(PLAN_2025, file.bytes())
    told = [f"{one.kind} {one.field} {one.task}" for one in compare(PLAN_2025, read.plan)]
    assert told == [f"chuyển nhiem_vu {GRADES}", f"sửa noi_dung {GRADES}"]
    (finding,) = [finding for finding in read.findings if finding.code == "nhiem-vu-nhan-lai"]
    assert "được coi là nhiệm vụ “Triển khai chấm điểm" in finding.message
    assert finding.remedy


def test_every_edit_is_found_without_any_bookmark():
    file = filled(PLAN_2025)
    file.type_over(cell(file, 8, "thoi_gian"), "Quý IV/2025")
    file.type_in(cell(file, 7, "noi_dung"), " trong quý")
    move(file, 3, 20)
    insert(file, 30)
    unnamed(file.root)
    untraced(file)
    read = read_onto(PLAN_2025, file.bytes())
    told = {f"{one.kind} {one.field} {one.task}" for one in compare(PLAN_2025, read.plan)}
    assert told == {
        f"chuyển nhiem_vu {GRADES}",
        "sửa noi_dung xay-dung-vbqppl",
        "sửa thoi_gian phuong-an-don-gian-hoa-tthc",
        *ADDED,
    }
