"""Plans as they are kept: every change a version, nobody's work lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from offices import at, desk_of

from docgen.errors import MissingError
from docgen.importers import read_plan
from docgen.office import audit_log, plans
from docgen.office.conflicts import ChangedMeanwhileError

YEAR = 2025
TASK, OTHER, PARENT = "ra-soat-vbqppl", "giao-bien-che", "ke-hoach-kiem-tra-noi-bo"
FIRST, LAST = "phu_luc/1/phan/1/nhom/1", "phu_luc/1/phan/2/nhom/4"
NEW = {"noi_dung": "Sơ kết việc thí điểm", "chu_tri": ["Văn phòng Sở"], "thoi_gian": "Tháng 6/2025"}


@pytest.fixture
def edit(sqlite_founded):
    """Return a function that does a piece of work on the plan in a transaction of its own."""
    return lambda work, *arguments, **more: _edited(sqlite_founded, work, *arguments, **more)


def _edited(store, work, *arguments, now="2025-03-10 09:00", role="dau_moi", **more):
    with store.writing() as session:
        return work(desk_of(session, role, now=at(now)), YEAR, *arguments, **more)


@pytest.fixture
def read(sqlite_founded):
    """Return a function that asks something about the plan."""

    def read(work, *arguments, **more):
        with sqlite_founded.reading() as session:
            return work(session, YEAR, *arguments, **more)

    return read


def _numbers(kept):
    return {one.row.id: (one.number, one.group, one.parent) for one in plans.rows(kept.plan)}


def test_the_plan_of_a_year(founded):
    with founded.reading() as session:
        kept = plans.plan(session, YEAR)
        (entry,) = plans.plans(session)
    assert (kept.version, kept.is_editable, kept.plan.year) == (1, True, YEAR)
    assert (entry.year, entry.tasks, entry.undecided, entry.changed_by) == (YEAR, 48, 0, "Hệ thống")


def test_every_change_is_a_version(founded):
    _edited(founded, plans.edit_task, TASK, {"thoi_gian": "Quý III"}, 1)
    kept = _edited(founded, plans.edit_texts, {"trich_yeu": "Cải cách hành chính của Sở năm 2025"}, 2)
    with founded.reading() as session:
        told = [(one.version, one.note, one.made_by) for one in plans.history(session, YEAR)]
        changes = plans.differences(session, YEAR, 2)
        nothing = plans.differences(session, YEAR, 1)
        first = plans.plan(session, YEAR, 1)
    coordinator = "Đầu mối cải cách hành chính"
    assert (kept.version, kept.changed_by, first.is_editable) == (3, coordinator, False)
    assert told == [
        (3, "Sửa ô “Trích yếu”", coordinator),
        (2, "Sửa phụ lục, phần A, nhóm II, nhiệm vụ 6, ô “Thời gian thực hiện”", coordinator),
        (1, "Kế hoạch mẫu kèm theo docgen", "Hệ thống"),
    ]
    assert [(one.task, one.before, one.after) for one in changes] == [
        (TASK, "Theo Kế hoạch của UBND tỉnh", "Quý III")
    ]
    assert nothing == ()


@pytest.mark.parametrize(
    ("work", "arguments", "told"),
    [
        (plans.edit_task, (TASK, {"thoi_gian": "Quý III"}), "ô “Thời gian thực hiện”"),
        (plans.edit_texts, ({"trich_yeu": "Cải cách hành chính của Sở năm 2025"},), "Sửa ô “Trích yếu”"),
        (plans.remove_task, (TASK,), "nhiệm vụ 6"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_edit_stands_in_the_audit_log(founded, work, arguments, told):
    with founded.reading() as session:
        before = audit_log.entry_count(session)
    _edited(founded, work, *arguments, 1)
    with founded.reading() as session:
        newest = audit_log.entries(session)[0]
        assert audit_log.entry_count(session) == before + 1
    assert (newest.action, newest.subject) == ("Sửa kế hoạch", f"Kế hoạch năm {YEAR}")
    assert "Phiên bản: 2" in newest.detail
    assert told in newest.detail


def test_what_stays_as_it_is_makes_no_version(edit, read):
    assert edit(plans.edit_task, TASK, {"thoi_gian": "Theo Kế hoạch của UBND tỉnh"}, 1).version == 1
    assert read(lambda session, _: audit_log.entry_count(session, "Sửa kế hoạch")) == 0


def test_many_places_are_noted_by_the_first(edit, read):
    edit(plans.edit_task, TASK, {"thoi_gian": "Quý III", "san_pham": "Báo cáo", "ghi_chu": "Thử"}, 1)
    note = read(plans.history)[0].note
    assert note.endswith("ô “Thời gian thực hiện” và 1 chỗ khác")


def test_an_event_that_came_is_noted(edit, read):
    kept = edit(plans.edit_task, TASK, {"su_kien": {"ngay": "1/3/2025", "van_ban": "Công văn số 5/UBND"}}, 1)
    assert read(plans.history)[0].note == "Ghi sự kiện hoặc việc cần quyết định"
    assert edit(plans.edit_task, TASK, {"su_kien": {"ngay": "", "van_ban": ""}}, kept.version).version == 3


def test_two_editors_of_different_tasks_both_keep_their_work(edit):
    edit(plans.edit_task, TASK, {"thoi_gian": "Quý III"}, 1)
    kept = edit(plans.edit_task, OTHER, {"ghi_chu": "Đã giao"}, 1)
    cells = {row.id: row for row in kept.plan.rows()}
    assert (cells[TASK].deadline, cells[OTHER].note, kept.version) == ("Quý III", "Đã giao", 3)


def test_many_editors_at_once_lose_nothing(founded):
    with founded.reading() as session:
        tasks = [one.row.id for one in plans.rows(plans.plan(session, YEAR).plan)][:6]

    def edit(task):
        return _edited(founded, plans.edit_task, task, {"ghi_chu": f"Của {task}"}, 1).version

    with ThreadPoolExecutor(len(tasks)) as editors:
        versions = sorted(editors.map(edit, tasks))
    with founded.reading() as session:
        notes = {row.id: row.note for row in plans.plan(session, YEAR).plan.rows()}
    assert versions == [*range(2, 2 + len(tasks))]
    assert [notes[task] for task in tasks] == [f"Của {task}" for task in tasks]


def test_the_second_editor_of_a_task_sees_what_the_first_wrote(founded):
    _edited(founded, plans.edit_task, TASK, {"thoi_gian": "Quý III"}, 1, now="2025-03-10 09:05")
    with pytest.raises(ChangedMeanwhileError, match="lúc 09:05 ngày 10/3/2025") as raised:
        _edited(founded, plans.edit_task, TASK, {"thoi_gian": "Quý IV"}, 1, now="2025-03-10 09:06")
    told = raised.value
    assert (told.who, told.version) == ("Đầu mối cải cách hành chính", 2)
    assert told.theirs["thoi_gian"] == "Quý III"
    again = _edited(founded, plans.edit_task, TASK, {"thoi_gian": "Quý IV"}, told.version)
    assert again.version == 3


@pytest.mark.parametrize(
    ("work", "arguments"),
    [
        (plans.remove_task, (TASK,)),
        (plans.move_task, (TASK,)),
        (plans.edit_task, (TASK, {"ghi_chu": "Khác"})),
    ],
)
def test_a_task_that_went_meanwhile(edit, work, arguments):
    edit(plans.remove_task, TASK, 1)
    with pytest.raises(ChangedMeanwhileError) as raised:
        edit(work, *arguments, 1)
    assert raised.value.theirs == {}
    with pytest.raises(MissingError, match="Kế hoạch không có nhiệm vụ"):
        edit(work, *arguments, 2)


def test_a_new_task_stands_in_its_group_with_an_id_of_its_own(edit):
    kept = edit(plans.add_task, LAST, NEW, 1)
    assert _numbers(kept)["so-ket-thi-diem"] == ("23", LAST, "")
    kept = edit(plans.add_task, FIRST, NEW, 1, position=1)
    assert _numbers(kept)["so-ket-thi-diem-2"] == ("1", FIRST, "")
    assert _numbers(kept)[PARENT][0] == "2"


def test_a_new_sub_task(edit):
    kept = edit(plans.add_task, PARENT, NEW, 1)
    assert _numbers(kept)["so-ket-thi-diem"] == ("1.1", FIRST, PARENT)


def test_a_task_moves_within_its_group_and_to_another(edit):
    kept = edit(plans.move_task, PARENT, 1, position=2)
    assert _numbers(kept)[PARENT] == ("2", FIRST, "")
    kept = edit(plans.move_task, PARENT, 2, home=LAST, position=1)
    assert _numbers(kept)[PARENT] == ("22", LAST, "")


def test_a_task_is_taken_out(edit):
    assert TASK not in _numbers(edit(plans.remove_task, TASK, 1))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"thoi_gian": " "}, {"thoi_gian": ("Để trống. Hãy điền vào.",)}),
        ({"chu_tri": []}, {"chu_tri": ("Để trống. Hãy thêm ít nhất một mục.",)}),
        (
            {"noi_dung": "1. Rà soát"},
            {"noi_dung": ("Bắt đầu bằng “1.”. Hãy bỏ đi, số thứ tự được đánh tự động.",)},
        ),
        (
            {"chu_tri": ["Văn phòng"], "su_kien": {"ngay": "31/2/2025"}},
            {
                "chu_tri": ("Không có đơn vị “Văn phòng” trong danh sách đơn vị. Gần nhất: “Văn phòng Sở”.",),
                "su_kien": ("Ngày 31/02/2025 không có trong lịch: tháng 2 năm 2025 chỉ có ngày 1 đến 28.",),
            },
        ),
    ],
)
def test_what_was_typed_is_told_by_field(edit, read, fields, told):
    with pytest.raises(plans.InvalidFieldsError, match="chưa lưu gì") as raised:
        edit(plans.edit_task, TASK, fields, 1)
    assert raised.value.fields == told
    assert read(plans.plan).version == 1


def test_texts_of_the_body(edit):
    address = "noi_dung/1/khoan/1/diem/1/noi_dung"
    kept = edit(plans.edit_texts, {address: "Tiếp tục cải cách."}, 1)
    assert {one.address: one.text for one in plans.texts(kept.plan)}[address] == "Tiếp tục cải cách."
    kept = edit(plans.add_text, "noi_dung/1/khoan/1/diem/1", "Việc thêm vào.", 2)
    kept = edit(plans.remove_text, address, 3)
    there = [one for one in plans.texts(kept.plan) if one.address.startswith("noi_dung/1/khoan/1/diem")]
    assert [(one.place, one.text[:14]) for one in there] == [
        ("Mục I, khoản 1, điểm a", "Việc thêm vào."),
        ("Mục I, khoản 1, điểm b", "Nâng cao chất "),
    ]


@pytest.mark.parametrize(
    ("work", "arguments"),
    [
        (plans.edit_texts, ({"mo_dau/1": "Khác"},)),
        (plans.add_text, ("mo_dau/1", "Khác")),
        (plans.remove_text, ("mo_dau/1",)),
    ],
)
def test_what_another_did_to_a_text_is_told(edit, work, arguments):
    edit(plans.edit_texts, {"mo_dau/1": "Thực hiện chỉ đạo của tỉnh:"}, 1)
    with pytest.raises(ChangedMeanwhileError) as raised:
        edit(work, *arguments, 1)
    assert raised.value.theirs == {"mo_dau/1": "Thực hiện chỉ đạo của tỉnh:"}


def test_an_entry_of_a_list_can_go_by_itself(read):
    entries = {one.address for one in plans.texts(read(plans.plan).plan) if one.is_entry}
    assert "mo_dau/1" in entries
    assert not {"trich_yeu", "noi_dung/1/tieu_de"} & entries


@pytest.mark.parametrize(
    ("work", "arguments", "field"),
    [
        (plans.edit_texts, ({"trich_yeu": ""},), "trich_yeu"),
        (plans.edit_texts, ({"mo_dau/1": "Thực hiện **Quyết định"},), "mo_dau/1"),
        (plans.add_text, ("noi_dung/1/khoan/1/diem/0", "- Gạch"), "noi_dung"),
        (plans.edit_head, ({"ky": {"ho_ten": "nguyễn văn an"}},), "ky/ho_ten"),
        (plans.edit_head, ({"nam_ban_hanh": 1990},), "nam_ban_hanh"),
    ],
)
def test_a_text_that_may_not_stand_there(edit, work, arguments, field):
    with pytest.raises(plans.InvalidFieldsError) as raised:
        edit(work, *arguments, 1)
    assert [*raised.value.fields] == [field]


@pytest.mark.parametrize("address", ["noi_dung/99/tieu_de", f"nhiem_vu/{TASK}/noi_dung", "ky/ho_ten"])
def test_a_text_that_is_not_there(edit, address):
    with pytest.raises(MissingError, match="Kế hoạch không có chỗ"):
        edit(plans.edit_texts, {address: "Lời"}, 1)


def test_the_head(edit):
    fields = {"ky": {"ho_ten": "Nguyễn Văn An"}, "nam_ban_hanh": 2025, "so": 99, "noi_nhan": {"so_ban": 3}}
    plan = edit(plans.edit_head, fields, 1).plan
    assert (plan.signature.name, plan.issue_year, plan.recipients.copies) == ("Nguyễn Văn An", 2025, 3)
    assert plan.number is None  # given when it is issued


def test_what_another_did_to_the_head_is_told(edit):
    edit(plans.edit_head, {"nam_ban_hanh": 2025}, 1)
    with pytest.raises(ChangedMeanwhileError) as raised:
        edit(plans.edit_head, {"nam_ban_hanh": 2023}, 1)
    assert raised.value.theirs == {"nam_ban_hanh": 2025}


def test_any_version_as_a_file_of_data(edit, read, organisation, tmp_path):
    edit(plans.edit_task, TASK, {"thoi_gian": "Quý III"}, 1)
    path = tmp_path / "kh.yaml"
    for version in (1, 2):
        path.write_bytes(read(plans.yaml_file, version))
        assert read_plan(path, organisation) == read(plans.plan, version).plan


def test_findings_are_told_as_on_a_page(edit):
    (finding,) = (
        one
        for one in edit(plans.edit_task, TASK, {"thoi_gian": "Lúc nào đó"}, 1).findings
        if one.code == "thoi-gian-khong-ro"
    )
    assert "“Lúc nào đó”" in finding.message


def test_what_there_is_not(read):
    with pytest.raises(MissingError, match="Chưa có kế hoạch năm 2031"):
        read(lambda session, _: plans.plan(session, 2031))
    with pytest.raises(MissingError, match="không có phiên bản 7"):
        read(plans.plan, 7)
