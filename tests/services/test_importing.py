"""Files become data: what is written, what is told, and what stays as it was."""

import shutil
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from departments import departments
from docx import Document

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.importers import read_organisation, read_plan
from docgen.resources import shipped
from docgen.services.importing import import_file, import_onto
from docgen.services.render import Format, render_plan

SCAN = "tests/data/ke-hoach-cchc-2025.txt"
TASK = "Thực hiện rà soát, hệ thống hóa các VBQPPL"
REWORDED = f"{TASK} còn hiệu lực"
FOREIGN = {
    "so-y-te": ("UBND TỈNH GIA LAI", "SỞ Y TẾ", "Số: 15/KH-SYT"),
    "so-giao-duc-va-dao-tao": ("UBND TỈNH GIA LAI", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "KH-SGDĐT"),
    "so-tai-chinh": ("UBND TỈNH GIA LAI", "SỞ TÀI CHÍNH", "Số: 208/KH-STC"),
    "so-tu-phap": ("UBND TỈNH GIA LAI", "SỞ TƯ PHÁP", "Số: 118/KH-STP"),
    "so-xay-dung": ("UBND TỈNH BÌNH ĐỊNH", "SỞ XÂY DỰNG", "Số: 09/KH-SXD"),
    "ubnd-huyen": ("ỦY BAN NHÂN DÂN HUYỆN HOÀI ÂN", "Số: 27/KH-UBND", "CHỦ TỊCH"),
    "ubnd-phuong": ("ỦY BAN NHÂN DÂN PHƯỜNG QUY NHƠN BẮC", "Số: 41/KH-UBND", "KT. CHỦ TỊCH"),
}


@pytest.fixture
def folder(tmp_path):
    """An empty folder for what is written; what is read stands elsewhere."""
    path = tmp_path / "so-lieu"
    path.mkdir()
    return path


@pytest.fixture
def typed(tmp_path):
    """Return the file of an office."""

    def file(name):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(departments()[name].make())
        return path

    return file


@pytest.fixture
def base(plan_file, folder):
    """A copy of the 2025 plan, with the units of its office."""
    shutil.copy(plan_file.with_name("don-vi.yaml"), folder)
    return shutil.copy(plan_file, folder / "kh.yaml")


@pytest.fixture
def edited(rendered, tmp_path):
    """The 2025 plan in Word with one task reworded."""
    document = Document(rendered[".docx"])
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    runs = (run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs)
    next(run for run in runs if run.text == TASK).text = REWORDED
    document.save(tmp_path / "sua.docx")
    return tmp_path / "sua.docx"


@pytest.fixture
def answered(base, tmp_path):
    """The workbook of the 2025 plan with what a unit answered of its first task."""
    (path,) = render_plan(base, tmp_path / "xlsx", [Format.XLSX]).files
    form = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    form.worksheets[0]["H7"].value = "Hoàn thành"
    form.worksheets[0]["J7"].value = "Kế hoạch số 05/KH-SNV"
    form.save(path)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def codes(imported):
    return [finding.code for finding in imported.findings]


def words(path):
    """Return what a Word file says, line by line."""
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*cells, *(paragraph.text for paragraph in document.paragraphs)]


# ----- a file that becomes a plan -----


def test_data_under_the_same_name_is_kept(folder):
    target = folder / "kh.yaml"
    first = import_file(Path(SCAN), target)
    assert first.files == import_file(Path(SCAN), target).files == (target,)
    target.write_text("nam: 2024\n", "utf-8")
    again = import_file(Path(SCAN), target)
    assert again.files == (folder / "kh.cu.yaml", target)
    assert again.files[0].read_text("utf-8") == "nam: 2024\n"
    assert "bản cũ được giữ ở kh.cu.yaml" in str(again.findings[0])
    for typed in ("nam: 2023\n", "nam: 2024\n", "nam: 2023\n"):
        target.write_text(typed, "utf-8")
        import_file(Path(SCAN), target)
    kept = {path.name: path.read_text("utf-8") for path in folder.glob("*.cu*")}
    assert kept == {"kh.cu.yaml": "nam: 2024\n", "kh.cu-2.yaml": "nam: 2023\n"}


def test_a_file_of_ours_is_the_plan_again(rendered, plan_2025, folder):
    before = rendered[".docx"].read_bytes()
    imported = import_file(rendered[".docx"], folder / "kh.yaml")
    assert imported.files == (folder / "kh.yaml",)
    assert read_plan(folder / "kh.yaml") == plan_2025
    assert rendered[".docx"].read_bytes() == before
    assert imported.changes == ()


def test_the_scan_is_a_plan(folder, plan_2025):
    imported = import_file(shutil.copy(SCAN, folder / "quet.txt"), folder / "kh.yaml")
    assert names(folder) == ["kh.yaml", "quet.txt"]
    assert len([*read_plan(folder / "kh.yaml").rows()]) == len([*plan_2025.rows()])
    assert "don-vi-kem-docgen" in codes(imported)


def test_answers_without_their_plan_are_told(answered, folder):
    imported = import_file(answered, folder / "moi.yaml")
    assert imported.files == (folder / "moi.yaml",)
    (told,) = (str(one) for one in imported.findings if one.code == "ket-qua-khong-nhap")
    assert told.startswith("ô H7: kết quả đã điền “Hoàn thành”, “Kế hoạch số 05/KH-SNV” chưa được nhập")


@pytest.mark.usefixtures("base")
def test_the_units_of_the_office_count(rendered, folder):
    """The file beside the target; else the one beside the source."""
    units = folder / "don-vi.yaml"
    units.write_text(units.read_text("utf-8").replace("Thanh tra Sở", "Thanh tra"), "utf-8")
    imported = import_file(rendered[".docx"], folder / "moi.yaml")
    source = Path(shutil.copy(rendered[".docx"], folder))
    beside_source = import_file(source, folder / "noi-khac" / "moi.yaml")
    for one in (imported, beside_source):
        assert "don-vi-kem-docgen" not in codes(one)
        assert any("“Thanh tra Sở”" in finding.message for finding in one.findings)
        assert len(one.files) == 1


def test_nothing_is_written_unasked(typed, folder):
    imported = import_file(typed("so-y-te"), folder / "kh.yaml", write=False)
    assert (imported.files, names(folder)) == ((), [])
    assert "don-vi-ban-nhap" in codes(imported)


@pytest.mark.parametrize("name", ["kh.docx", "kh", "kh.yaml.txt", "don-vi.yaml"])
def test_data_has_the_name_of_data(rendered, base, folder, name):
    before = (folder / "don-vi.yaml").read_bytes()
    with pytest.raises(ConflictError, match=r"Hãy đặt tên"):
        import_file(rendered[".docx"], folder / name)
    with pytest.raises(ConflictError, match=r"Hãy đặt tên"):
        import_onto(rendered[".docx"], base, folder / name)
    assert names(folder) == ["don-vi.yaml", "kh.yaml"]
    assert (folder / "don-vi.yaml").read_bytes() == before


def test_a_file_that_is_not_there(folder):
    with pytest.raises(MissingError, match=r"Không tìm thấy tệp “.*kh\.docx”"):
        import_file(folder / "kh.docx", folder / "kh.yaml")


def test_a_file_that_is_no_plan_is_named(folder, tmp_path):
    (tmp_path / "thu.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(InvalidInputError, match=r"“.*thu\.docx”: "):
        import_file(tmp_path / "thu.docx", folder / "kh.yaml")
    assert names(folder) == []


def test_all_files_are_written_or_none(typed, folder):
    """A folder stands where the plan should be: the units are not written either."""
    (folder / "kh.yaml").mkdir()
    with pytest.raises(ConflictError, match="đã có một thư mục trùng tên"):
        import_file(typed("so-y-te"), folder / "kh.yaml")
    assert names(folder) == ["kh.yaml"]


def test_tracked_changes_are_taken_or_not(typed, folder):
    word = typed("so-nong-nghiep-va-moi-truong")
    import_file(word, folder / "a.yaml")
    import_file(word, folder / "b.yaml", "original")
    assert "165 hồ chứa" in (folder / "a.yaml").read_text("utf-8")
    assert "150 hồ chứa" in (folder / "b.yaml").read_text("utf-8")


def test_what_is_being_done_is_told(rendered, folder, base):
    told = []
    import_file(rendered[".docx"], folder / "moi.yaml", progress=told.append)
    import_onto(rendered[".docx"], base, progress=told.append)
    assert told == ["Đang đọc và nhận ra các phần của tệp", "Đang so tệp với kế hoạch"]


# ----- the file of an office that nobody has described -----


@pytest.mark.parametrize("name", FOREIGN)
def test_the_plan_of_another_office_is_printed_in_its_name(typed, folder, name):
    imported = import_file(typed(name), folder / "kh.yaml")
    assert imported.files == (folder / "kh.yaml", folder / "don-vi.yaml")
    assert f"“{name}.docx”" in (folder / "don-vi.yaml").read_text("utf-8")
    (docx,) = render_plan(folder / "kh.yaml", folder / "in", [Format.DOCX]).files
    printed = "\n".join(words(docx))
    assert [one for one in FOREIGN[name] if one not in printed] == []
    assert "SỞ NỘI VỤ" not in printed


def test_the_draft_is_told_once_and_first_of_all(typed, folder):
    imported = import_file(typed("so-giao-duc-va-dao-tao"), folder / "kh.yaml")
    assert codes(imported).count("don-vi-ban-nhap") == 1
    assert not {"don-vi-kem-docgen", "don-vi-la", "khac-don-vi"} & {*codes(imported)}
    told = str(next(one for one in imported.findings if one.code == "don-vi-ban-nhap"))
    assert "Sở Giáo dục và Đào tạo" in told
    assert "loại đơn vị phải đoán: “Công an tỉnh”, “Sở Khoa học và Công nghệ”" in told


def test_a_second_file_finds_the_draft_and_leaves_it(typed, folder):
    import_file(typed("so-y-te"), folder / "kh.yaml")
    draft = folder / "don-vi.yaml"
    draft.write_text(draft.read_text("utf-8").replace("ky_hieu: SYT", "ky_hieu: YT"), "utf-8")
    before = draft.read_bytes()
    imported = import_file(typed("so-y-te"), folder / "moi.yaml")
    assert imported.files == (folder / "moi.yaml",)
    assert draft.read_bytes() == before
    assert "ky-hieu-khac" in codes(imported)


def test_a_printed_plan_of_another_office_says_its_units_again(typed, folder, tmp_path):
    import_file(typed("so-y-te"), folder / "kh.yaml")
    (docx,) = render_plan(folder / "kh.yaml", tmp_path / "in", [Format.DOCX]).files
    import_file(docx, tmp_path / "lai" / "kh.yaml")
    assert read_plan(tmp_path / "lai" / "kh.yaml") == read_plan(folder / "kh.yaml")
    again, first = (read_organisation(path / "don-vi.yaml") for path in (tmp_path / "lai", folder))
    assert again == first


def test_our_own_office_is_not_drafted(typed, folder):
    assert import_file(typed("so-noi-vu-gach"), folder / "kh.yaml").files == (folder / "kh.yaml",)


# ----- a file that goes onto its plan -----


def test_nothing_differs_and_nothing_is_touched(base, rendered):
    before = base.read_bytes()
    imported = import_onto(rendered[".docx"], base)
    assert (imported.changes, imported.files) == ((), (base,))
    assert base.read_bytes() == before


def test_what_was_edited_goes_onto_the_plan_and_nothing_else(base, edited, plan_file):
    imported = import_onto(edited, base)
    (change,) = imported.changes
    assert (change.before, change.after, change.task) == (TASK, REWORDED, "ra-soat-vbqppl")
    before, after = (path.read_text("utf-8").splitlines() for path in (plan_file, base))
    assert [line for line in after if line not in before] == [f"                noi_dung: {REWORDED}"]
    assert len(before) == len(after)


def test_it_may_go_into_another_file(base, edited, folder):
    before = base.read_bytes()
    imported = import_onto(edited, base, folder / "moi.yaml")
    assert imported.files == (folder / "moi.yaml",)
    assert base.read_bytes() == before
    assert REWORDED in (folder / "moi.yaml").read_text("utf-8")


def test_changes_are_told_and_nothing_is_written(base, edited, folder):
    before = base.read_bytes()
    imported = import_onto(edited, base, write=False)
    assert (len(imported.changes), imported.files) == (1, ())
    assert (base.read_bytes(), names(folder)) == (before, ["don-vi.yaml", "kh.yaml"])


def test_answers_stand_beside_the_plan(base, answered, folder):
    imported = import_onto(answered, base)
    assert imported.files == (base, folder / "kh.ket-qua.yaml")
    assert imported.changes == ()
    assert "ket_qua: Kế hoạch số 05/KH-SNV" in (folder / "kh.ket-qua.yaml").read_text("utf-8")


def test_what_is_no_whole_plan_does_not_go_onto_one(base, edited, folder):
    document = Document(edited)
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    unit = next(cell for cell in cells if cell.text == "Phòng CCHC-VTLT")
    unit.paragraphs[0].runs[0].text = "Phòng Không Có"
    document.save(edited)
    before = base.read_bytes()
    with pytest.raises(InvalidInputError, match=r"“.*sua\.docx” có 1 chỗ phải sửa") as refused:
        import_onto(edited, base)
    assert any("Phòng Không Có" in str(problem) for problem in refused.value.problems)
    assert base.read_bytes() == before
    assert names(folder) == ["don-vi.yaml", "kh.yaml"]


def test_the_plan_must_be_one(rendered, folder):
    (folder / "kh.yaml").write_text("nam: 2025\n", "utf-8")
    with pytest.raises(InvalidInputError):
        import_onto(rendered[".docx"], folder / "kh.yaml")


def test_a_plan_without_units_of_its_own_is_of_the_shipped_office(edited, plan_file, folder):
    imported = import_onto(edited, shutil.copy(plan_file, folder / "kh.yaml"))
    assert "don-vi-kem-docgen" in codes(imported)
    assert names(folder) == ["kh.yaml"]
    assert read_organisation(shipped("data") / "don-vi.yaml").name == "Sở Nội vụ"


# ----- what stands on no page -----

ASKED = """
# ----- Việc cần quyết định -----
can_quyet_dinh:
  # hỏi Văn phòng
  - id: nhiem-vu-1
    cho: nhiem_vu/giao-bien-che
    cau_hoi: Đã làm xong chưa?
    de_xuat: Bỏ.
    bo_nhiem_vu: true
    ly_do: Việc làm một lần.
  - id: nhiem-vu-2
    cho: nhiem_vu/ra-soat-vbqppl/noi_dung
    trich: hệ thống hóa các VBQPPL
    cau_hoi: Có ghi thêm không?
    de_xuat: Giữ.
    ly_do: Đã sang năm.
"""
EVENT = "                su_kien:\n                  ngay: 05/3/2025 # đã có\n"
DONE = "                thoi_gian: Tháng 01/2025\n"


@pytest.fixture
def asked(base):
    """The plan with decisions, and with an event at one of its tasks."""
    text = base.read_text("utf-8")
    before, at, behind = text.partition("- id: giao-bien-che\n")
    base.write_text(before + at + behind.replace(DONE, DONE + EVENT, 1) + ASKED, "utf-8")
    return base


@pytest.fixture
def draft(asked, tmp_path):
    """The draft of that plan in Word, to be edited."""
    return render_plan(asked, tmp_path / "du-thao", [Format.DOCX]).files[0]


def row_of(document, words):
    rows = (row for table in document.tables for row in table.rows)
    return next(row for row in rows if any(words in cell.text for cell in row.cells))


def test_a_draft_with_decisions_comes_back_as_it_went(asked, draft):
    before = asked.read_bytes()
    imported = import_onto(draft, asked)
    assert (imported.changes, asked.read_bytes()) == ((), before)
    assert not {"quyet-dinh-theo-nhiem-vu", "quyet-dinh-con-mo"} & {*codes(imported)}


def test_what_was_edited_in_a_draft_leaves_its_decisions_open_or_takes_them_along(asked, draft):
    document = Document(draft)
    gone = row_of(document, "Quyết định giao biên chế công chức, số lượng")
    gone._tr.getparent().remove(gone._tr)
    runs = (
        run
        for cell in row_of(document, TASK).cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.text
    )
    first, *rest = [run for run in runs if run.text in TASK]
    first.text = "Rà soát các văn bản"
    for run in rest:
        run.text = ""
    document.save(draft)
    imported = import_onto(draft, asked)
    told = {finding.code: finding for finding in imported.findings}
    assert "“nhiem-vu-1” được ghi là bỏ nhiệm vụ" in str(told["quyet-dinh-theo-nhiem-vu"])
    assert str(told["quyet-dinh-con-mo"]).startswith(
        "Phụ lục, phần A, nhóm II, nhiệm vụ 6, ô “Nhiệm vụ cụ thể”: lời đang xét của việc cần quyết định"
    )
    assert {change.task for change in imported.changes} == {"giao-bien-che", "ra-soat-vbqppl"}
    assert [one.id for one in read_plan(asked).open_decisions()] == ["nhiem-vu-2"]
    assert "# hỏi Văn phòng" in asked.read_text("utf-8")


def test_an_event_stays_with_its_task(asked, answered):
    """In a workbook, too: this one was made before the event was recorded."""
    imported = import_onto(answered, asked)
    assert imported.changes == ()
    assert EVENT in asked.read_text("utf-8")
