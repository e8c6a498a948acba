"""Random edits of a plan, as drafts are edited, each with what a comparison must say of it."""

from hypothesis import strategies as st

from docgen.model.plan import Plan
from docgen.transform import ChangeKind

CELLS = ("noi_dung", "san_pham", "thoi_gian", "kinh_phi", "ghi_chu")


@st.composite
def edited(draw, plan):
    """Return a plan that came out of `plan`, and (kind, task, field) of each edit."""
    data = data_of(plan)
    expected = []
    drawn = draw(st.sets(st.sampled_from(EDITS), min_size=1))
    for edit in sorted(drawn, key=EDITS.index):
        expected += edit(draw, data) or ()
    return Plan.model_validate(data), sorted(expected)


def data_of(plan):
    """Return the data of a plan, in lists and dictionaries that can be changed."""
    data = plan.model_dump(by_alias=True, mode="json")
    parts = [part for appendix in data["phu_luc"] for part in appendix["phan"]]
    for block in (*parts, *all_groups(data)):
        if not block["ten"]:
            del block["ten"]
    return data


def reword_a_cell(draw, data):
    """Reword one cell of one row."""
    if rows := list(all_rows(data)):
        row, key = draw(st.sampled_from(rows)), draw(st.sampled_from(CELLS))
        row[key] = f"{row[key]} mới".strip()
        yield ChangeKind.REWORDED, row["id"], key


def change_units(draw, data):
    """Give a row a unit more to work with."""
    if rows := list(all_rows(data)):
        row = draw(st.sampled_from(rows))
        row["phoi_hop"] = [*row["phoi_hop"], "Sở Tư pháp"]
        yield ChangeKind.REWORDED, row["id"], "phoi_hop"


def move_a_row(draw, data):
    """Take a task out of a group that has others, and put it into another one."""
    groups = list(all_groups(data))
    sources = [group for group in groups if len(group["nhiem_vu"]) > 1]
    if sources and len(groups) > 1:
        source = draw(st.sampled_from(sources))
        target = draw(st.sampled_from([group for group in groups if group is not source]))
        row = source["nhiem_vu"].pop(draw(st.integers(0, len(source["nhiem_vu"]) - 1)))
        target["nhiem_vu"].insert(draw(st.integers(0, len(target["nhiem_vu"]))), row)
        yield ChangeKind.MOVED, row["id"], "nhiem_vu"


def insert_a_row(draw, data):
    """Put a new task into a group."""
    if groups := list(all_groups(data)):
        tasks = draw(st.sampled_from(groups))["nhiem_vu"]
        words = dict.fromkeys(CELLS, "Mới")
        row = words | {"id": "hoan-toan-moi", "chu_tri": "Văn phòng Sở", "phoi_hop": []}
        tasks.insert(draw(st.integers(0, len(tasks))), row)
        yield ChangeKind.ADDED, "hoan-toan-moi", "nhiem_vu"


def delete_a_row(draw, data):
    """Delete a task of a group that has others, with its sub-tasks."""
    if groups := [group for group in all_groups(data) if len(group["nhiem_vu"]) > 1]:
        tasks = draw(st.sampled_from(groups))["nhiem_vu"]
        row = tasks.pop(draw(st.integers(0, len(tasks) - 1)))
        yield ChangeKind.DELETED, row["id"], "nhiem_vu"
        yield from ((ChangeKind.DELETED, sub["id"], "nhiem_vu_con") for sub in row.get("nhiem_vu_con", ()))


def reword_a_dash(draw, data):
    """Add a word to a dash of an item."""
    items = [item for section in data["noi_dung"] for item in section["khoan"] if item["gach"]]
    if items:
        dashes = draw(st.sampled_from(items))["gach"]
        place = draw(st.integers(0, len(dashes) - 1))
        dashes[place] += " mới"
        yield ChangeKind.REWORDED, "", "gach"


def insert_a_paragraph(draw, data):
    """Put a paragraph into a section."""
    paragraphs = draw(st.sampled_from(data["noi_dung"]))["doan"]
    paragraphs.insert(draw(st.integers(0, len(paragraphs))), "Ờ ừ ớ")
    yield ChangeKind.ADDED, "", "doan"


def delete_a_recipient(draw, data):
    """Delete one line of several."""
    lines = data["noi_nhan"]["danh_sach"]
    if len(lines) > 1:
        lines.pop(draw(st.integers(0, len(lines) - 1)))
        yield ChangeKind.DELETED, "", "danh_sach"


def change_the_number(draw, data):
    """Give the plan a number, or another one."""
    data["so"] = (data["so"] or 0) + draw(st.integers(1, 9))
    yield ChangeKind.REWORDED, "", "so"


def change_the_signer(draw, data):
    """Give the plan another signer."""
    data["ky"]["ho_ten"] += draw(st.sampled_from([" Ân", " Ỷ"]))
    yield ChangeKind.REWORDED, "", "ho_ten"


def all_groups(data):
    """Return the groups of all appendices."""
    parts = (part for appendix in data["phu_luc"] for part in appendix["phan"])
    return (group for part in parts for group in part["nhom"])


def all_rows(data):
    """Return the tasks of all appendices and their sub-tasks."""
    for task in (task for group in all_groups(data) for task in group["nhiem_vu"]):
        yield from (task, *task.get("nhiem_vu_con", ()))


EDITS = (
    delete_a_row,
    reword_a_cell,
    change_units,
    move_a_row,
    reword_a_dash,
    insert_a_paragraph,
    delete_a_recipient,
    change_the_number,
    change_the_signer,
    insert_a_row,
)
"""In this order no edit undoes another: what is deleted was not touched, and nothing touches what is new."""
