"""A folder of what units answered becomes one outcome for each task; everything wrong is told at once."""

import shutil
from io import BytesIO

import openpyxl
import pytest

from docgen.errors import InvalidInputError, MissingError, RefusedError
from docgen.model.outcome import Outcome, Status
from docgen.services.outcomes import outcomes_of
from docgen.sheets import write_workbook

TASK, OTHER = "ra-soat-vbqppl", "giao-bien-che"
NOT_STARTED, ONGOING, DONE, LATE, DROPPED = (status.value for status in Status)


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "ket-qua"
    path.mkdir()
    return path


@pytest.fixture
def put(folder):
    """Return a function that writes a file of one answer."""

    def put(name, status, task=TASK, *, head="", more=""):
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        text = f"nam: 2025\n{head}ket_qua:\n  - id: {task}\n    tinh_trang: {status}\n{more}"
        path.write_text(text, "utf-8")

    return put


@pytest.fixture
def gathered(folder, plan_2025, organisation):
    """Return a function that reads the folder: the outcomes by task, and what is told."""

    def gathered():
        found = outcomes_of(folder, plan_2025, organisation)
        return dict(found.outcomes), [str(finding) for finding in found.findings]

    return gathered


@pytest.fixture
def refused(gathered):
    """Return a function that reads a folder which cannot be used: the problems."""

    def refused():
        with pytest.raises(InvalidInputError) as raised:
            gathered()
        return raised.value.problems

    return refused


@pytest.fixture
def form(plan_2025, organisation):
    """Return a function that gives the workbook of the plan with cells filled in."""

    def form(**cells):
        book = openpyxl.load_workbook(BytesIO(write_workbook(plan_2025, organisation)))
        for cell, value in cells.items():
            book.worksheets[0][cell].value = value
        memory = BytesIO()
        book.save(memory)
        return memory.getvalue()

    return form


def test_one_file(put, gathered):
    put("ket-qua.yaml", DONE, more="    ngay_hoan_thanh: 15/3/2025\n    ket_qua: Báo cáo số 05/BC-SNV\n")
    told = Outcome(id=TASK, status=Status.DONE, finished_on="15/3/2025", result="Báo cáo số 05/BC-SNV")
    assert gathered() == ({TASK: told}, [])


@pytest.mark.parametrize(
    "places",
    [
        ("2025-Q1/a.yaml", "2025-6T/a.yaml", "2025-N/a.yml"),
        ("2025-Q1-van-phong.yaml", "van-phong_2025-6T.yaml", "van-phong 2025-9T.YAML"),
        ("2025-Q1/van-phong/a.yaml", "2025-9T/a.yaml", "cuoi-nam.yaml"),
        ("2025-N/2025-Q1.yaml", "2025-N/2025-6T/a.yaml", "2024-Q1/a.yaml"),
    ],
)
def test_the_latest_period_wins(put, gathered, places):
    for place, status in zip(places, (NOT_STARTED, ONGOING, LATE), strict=True):
        put(place, status)
    outcomes, findings = gathered()
    assert (outcomes[TASK].status.value, findings) == (LATE, [])


def test_the_period_in_a_file_counts_before_its_name(put, gathered):
    put("2025-Q1/a.yaml", ONGOING, head="ky: 2025-N\n")
    put("2025-Q3/a.yaml", NOT_STARTED)
    outcomes, _ = gathered()
    assert outcomes[TASK].status is Status.ONGOING


def test_the_folder_itself_may_be_of_a_period(put, folder, plan_2025, organisation):
    put("a.yaml", NOT_STARTED)
    (folder / "2025-Q3").mkdir()
    shutil.move(folder / "a.yaml", folder / "2025-Q3")
    put("2025-Q3/b.yaml", ONGOING, head="ky: 2025-6T\n")
    found = outcomes_of(folder / "2025-Q3", plan_2025, organisation)
    assert found.outcomes[TASK].status is Status.NOT_STARTED


def test_a_file_without_a_period_counts_for_the_day_or_for_the_year(put, gathered):
    put("a.yaml", DONE, more="    ngay_hoan_thanh: 15/3/2025\n")
    put("2025-6T.yaml", ONGOING)
    put("b.yaml", DONE, OTHER)
    put("2025-Q3.yaml", ONGOING, OTHER)
    outcomes, findings = gathered()
    assert (outcomes[TASK].status, outcomes[OTHER].status) == (Status.ONGOING, Status.DONE)
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("statuses", "taken"),
    [
        ((DONE, DONE), DONE),
        ((DONE, ONGOING), ONGOING),
        ((ONGOING, LATE), LATE),
        ((LATE, NOT_STARTED), NOT_STARTED),
        ((DROPPED, DONE), DROPPED),
        ((DROPPED, ONGOING), ONGOING),
    ],
)
def test_of_several_units_the_least_far_counts(put, gathered, statuses, taken):
    units = ("Văn phòng Sở", "Thanh tra Sở")
    for unit, status in zip(units, statuses, strict=True):
        put(f"2025-Q1/{unit}.yaml", status, head=f"don_vi: {unit}\n", more=f"    ket_qua: {unit} báo\n")
    outcomes, findings = gathered()
    assert outcomes[TASK].status.value == taken
    if statuses[0] == statuses[1]:
        assert outcomes[TASK].result == "Thanh tra Sở: Thanh tra Sở báo; Văn phòng Sở: Văn phòng Sở báo"
        assert findings == []
    else:
        (finding,) = findings
        assert finding.startswith(f"Nhiệm vụ “Thực hiện rà soát, hệ thống hóa các VBQPPL” ({TASK}): các tệp")
        assert f"2025-Q1/{units[0]}.yaml: {Status(statuses[0]).label.lower()}" in finding


def test_when_all_are_done_the_last_day_counts(put, gathered):
    put("2025-6T/a.yaml", DONE, more="    ngay_hoan_thanh: 15/3/2025\n")
    put("2025-6T/b.yaml", LATE, more="    ngay_hoan_thanh: 20/5/2025\n")
    outcomes, findings = gathered()
    assert (outcomes[TASK].is_done, outcomes[TASK].finished_on.day, findings) == (True, 20, [])


@pytest.mark.parametrize(("status", "key"), [(LATE, "ly_do"), (DROPPED, "can_cu")])
def test_without_a_result_the_reason_counts(put, gathered, status, key):
    put("2025-Q1/van-phong.yaml", status, more=f"    {key}: Theo Công văn số 120/UBND-NC\n")
    put("2025-Q1/thanh-tra.yaml", status)
    outcomes, findings = gathered()
    assert (outcomes[TASK].result, findings) == ("Văn phòng Sở: Theo Công văn số 120/UBND-NC", [])


def test_done_and_then_not_done_contradicts(put, gathered):
    put("2025-Q1.yaml", DONE)
    put("2025-Q3.yaml", NOT_STARTED)
    outcomes, findings = gathered()
    assert outcomes[TASK].status is Status.NOT_STARTED
    (finding,) = findings
    assert finding.partition(f"({TASK}): ")[2] == (
        "kỳ trước đã hoàn thành mà kỳ sau chưa (2025-Q1.yaml: hoàn thành; 2025-Q3.yaml: chưa thực hiện);"
        " lấy kỳ sau. Hãy hỏi lại đơn vị."
    )


def test_a_long_task_is_named_by_its_first_words(put, gathered):
    for name, status in (("2025-Q1.yaml", DONE), ("2025-Q3.yaml", LATE)):
        put(name, status, "sua-doi-bo-chi-so")
    _, (finding,) = gathered()
    assert finding.startswith("Nhiệm vụ “Sửa đổi Bộ chỉ số đánh giá kết quả cải cách hành chính của …” (sua")


def test_a_workbook_that_was_filled_in(folder, form, put, gathered):
    cells = {"B7": "9", "C7": "Lời bị sửa", "H7": "Hoàn thành", "I7": "15/5/2025", "J7": "KH số 12/KH-SNV"}
    (folder / "2025-6T").mkdir()
    (folder / "2025-6T" / "van-phong.xlsx").write_bytes(form(**cells))
    put("2025-Q1/van-phong.yaml", NOT_STARTED, "ke-hoach-kiem-tra-noi-bo")
    outcomes, findings = gathered()
    told = outcomes["ke-hoach-kiem-tra-noi-bo"]
    assert (told.status, told.result, findings) == (Status.DONE, "KH số 12/KH-SNV", [])


def test_what_is_doubtful_in_a_workbook_is_told(folder, form, gathered):
    (folder / "a.xlsx").write_bytes(form(H7="Chưa thực hiện", I7="15/5/2025"))
    _, (finding,) = gathered()
    assert finding.startswith("a.xlsx, ô I7: có ngày hoàn thành mà tình trạng là “Chưa thực hiện”")


def test_files_that_are_not_read_and_forms_that_are_empty_are_told(folder, put, form, gathered):
    put("a.yaml", DONE)
    (folder / "bao-cao.docx").write_bytes(b"PK")
    (folder / "trong.xlsx").write_bytes(form())
    for name in ("~$trong.xlsx", ".a.yaml.swp", ".DS_Store", "Thumbs.db", "desktop.ini"):
        (folder / name).write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.yaml").write_bytes(b"x")
    _, findings = gathered()
    assert [finding.partition(":")[0] for finding in findings] == ["bao-cao.docx", "trong.xlsx"]


def test_everything_wrong_in_all_files_is_told_at_once(folder, put, form, refused):
    put("2025-Q1/la.yaml", "sắp xong", "viec-la")
    put("la.yaml", DONE, "viec-la")
    put("nam.yaml", DONE)
    (folder / "nam.yaml").write_text("nam: 2024\nket_qua: []\n", "utf-8")
    (folder / "hong.yaml").write_bytes(b"\xff\xfe\x00")
    (folder / "cu-phap.yml").write_text("nam: 2025\n\tket_qua: []\n", "utf-8")
    (folder / "ke-hoach.yaml").write_text("nam: 2025\ntrich_yeu: Kế hoạch\n", "utf-8")
    (folder / "hong.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    (folder / "sai.xlsx").write_bytes(form(H7="Gần xong", D7="Phòng Lạ"))
    memory, other = BytesIO(), openpyxl.Workbook()
    other.active.append(["STT", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Thời gian thực hiện"])
    other.active.append([1, "Việc của kế hoạch khác", "Phòng Lạ", "Quý I"])
    other.save(memory)
    (folder / "khac.xlsx").write_bytes(memory.getvalue())
    (folder / "mat.xlsx").symlink_to("khong-co.xlsx")
    put("tot.yaml", DONE)
    problems = refused()
    for said in (
        "2025-Q1/la.yaml, kết quả thứ 1, ô “Tình trạng” (dòng 4): “sắp xong” không dùng được",
        "la.yaml, kết quả thứ 1, ô “Mã nhiệm vụ” (dòng 3): mã nhiệm vụ “viec-la” không có trong kế hoạch",
        "nam.yaml, ô “Năm kế hoạch” (dòng 1): là kết quả của năm 2024",
        f"Tệp “{folder / 'hong.yaml'}”, dòng 1: không phải bảng mã UTF-8.",
        f"Tệp {folder / 'cu-phap.yml'}, dòng 2, cột 1: có dấu Tab",
        "ke-hoach.yaml (dòng 2): không có khóa “trich_yeu”",
        f"“{folder / 'hong.xlsx'}”: Tệp bị hỏng",
        "sai.xlsx, ô H7: không có tình trạng “Gần xong”",
        f"Không tìm thấy tệp “{folder / 'mat.xlsx'}”",
        "khac.xlsx, tệp Excel: không phải biểu mẫu do docgen tạo, hoặc đã hỏng",
    ):
        assert any(problem.startswith(said) for problem in problems), (said, problems)
    assert not any("tot.yaml" in problem or "Phòng Lạ" in problem for problem in problems)


def test_a_folder_without_outcomes_is_refused(folder, gathered, plan_2025, organisation):
    (folder / "bao-cao.docx").write_bytes(b"PK")
    with pytest.raises(MissingError, match="không có tệp kết quả nào"):
        gathered()
    for name, said in (
        ("khong-co", "Không tìm thấy thư mục"),
        ("bao-cao.docx", "là tệp, không phải thư mục"),
    ):
        with pytest.raises(MissingError, match=said):
            outcomes_of(folder / name, plan_2025, organisation)


def test_a_folder_of_far_too_many_files_is_refused(folder, gathered):
    for number in range(1_001):
        (folder / f"{number}.txt").touch()
    with pytest.raises(RefusedError, match="hơn 1000 tệp"):
        gathered()


def test_outcomes_stand_in_the_order_of_the_plan(put, gathered):
    put("a.yaml", DONE, OTHER)
    put("b.yaml", DONE, TASK)
    outcomes, _ = gathered()
    assert list(outcomes) == [TASK, OTHER]
