"""How the content ends, and whether it and its appendices know of each other."""

import good
import pytest
from plant import planted
from spoiled import found, newly_found

from docgen.check import DEFAULT, check
from docgen.model.finding import Severity
from docgen.package import open_package

ERROR, WARNING = "error", "warning"
PLAN, TWO, PLAIN = "ke-hoach", "phu-luc-nhieu", "chuong-trinh"
END, POINTER = "xem xét, quyết định./.", " Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch này."


def replaced(old, new):
    return lambda file: file.replace(old, new)


def both(*changes):
    return lambda file: [change(file) for change in changes]


DEFECTS = {
    "B15 a full stop": ("B15", WARNING, PLAN, replaced(END, "xem xét, quyết định.")),
    "B15 nothing": ("B15", WARNING, PLAN, replaced(END, "xem xét, quyết định")),
    "B15 half of it": ("B15", WARNING, PLAN, replaced(END, "xem xét, quyết định./")),
    "B15 too early": ("B15", WARNING, PLAN, replaced("về Văn phòng Sở.", "về Văn phòng Sở./.")),
    "B15 only too early": (
        "B15",
        WARNING,
        PLAN,
        both(replaced("về Văn phòng Sở.", "về Văn phòng Sở./."), replaced(END, "xem xét, quyết định.")),
    ),
    "B16 nothing points": ("B16", ERROR, PLAN, replaced(POINTER, "")),
    "B16 of another document": (
        "B16",
        ERROR,
        PLAN,
        replaced(POINTER, " Theo Phụ lục I kèm theo Thông tư số 05/2025/TT-BNV."),
    ),
    "B16 one is not named": ("B16", ERROR, TWO, replaced("nêu tại Phụ lục II kèm theo", "theo")),
    "B16 one that is not there": (
        "B16",
        ERROR,
        TWO,
        replaced("Phụ lục II kèm theo", "Phụ lục II, Phụ lục III kèm theo"),
    ),
    "B16 a range with one that is not there": (
        "B16",
        ERROR,
        TWO,
        replaced("Phụ lục II kèm theo", "Phụ lục I đến Phụ lục III kèm theo"),
    ),
    "B16 none is there": ("B16", ERROR, PLAIN, replaced("phòng mình;", "phòng mình (có Phụ lục kèm theo);")),
    "B16 none is there either": (
        "B16",
        ERROR,
        PLAIN,
        replaced("phòng mình;", "phòng mình theo Phụ lục II đính kèm;"),
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_spoiled_end_or_pointer(defect):
    rule, severity, name, change = DEFECTS[defect]
    data = good.document(name)
    file = planted(data)
    change(file)
    spoiled = file.bytes()
    assert {one for one in newly_found(data, spoiled) if one[0] not in {"B17", "B18", "B23"}} == {
        (rule, severity)
    }
    assert found(spoiled)[rule, severity] == 1


LEFT_ALONE = {
    "another name for what is enclosed": (PLAN, replaced(POINTER, " (Có danh mục nhiệm vụ kèm theo).")),
    "all of them": (
        TWO,
        replaced("gồm máy tính nêu tại Phụ lục I và bàn, ghế nêu tại Phụ lục II", "theo các Phụ lục"),
    ),
    "in one breath": (
        TWO,
        replaced(
            "máy tính nêu tại Phụ lục I và bàn, ghế nêu tại Phụ lục II", "tài sản nêu tại Phụ lục I, II"
        ),
    ),
    "a range": (
        TWO,
        replaced(
            "máy tính nêu tại Phụ lục I và bàn, ghế nêu tại Phụ lục II", "tài sản nêu tại các Phụ lục I - II"
        ),
    ),
    "an appendix of a decree": (
        PLAIN,
        replaced("phòng mình;", "phòng mình theo Phụ lục I Nghị định số 30/2020/NĐ-CP;"),
    ),
    "enclosed with a circular": (
        PLAIN,
        replaced("phòng mình;", "phòng mình theo Phụ lục I kèm theo Thông tư số 05/2025/TT-BNV;"),
    ),
    "perhaps of a plan that is cited": (
        PLAIN,
        replaced("phòng mình;", "phòng mình theo Kế hoạch số 09/KH-UBND và các phụ lục kèm theo;"),
    ),
    "an end to be filled in": (PLAN, lambda file: file.paragraph("Trong quá trình").write("……")),
    "a contract": ("hop-dong", replaced("có giá trị như nhau./.", "có giá trị như nhau.")),
    "what is no number": (TWO, replaced("Phụ lục I và", "Phụ lục I - IIII và")),
    "Arabic numbers": (
        TWO,
        both(replaced("Phụ lục I và", "Phụ lục 1 và"), replaced("Phụ lục II kèm", "Phụ lục 2 kèm")),
    ),
    "labels without numbers": (TWO, lambda file: file.replace("Phụ lục II", "Phụ lục", 1)),
    "a copy": ("ban-sao", replaced("./.", " theo Phụ lục II kèm theo Thông tư số 05/2025/TT-BNV./.")),
    "an appendix by itself": ("phu-luc-dien-tu", replaced("./.", " theo Phụ lục II kèm theo./.")),
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_what_is_left_alone(case):
    name, change = LEFT_ALONE[case]
    data = good.document(name)
    file = planted(data)
    change(file)
    assert not {rule for rule, _ in newly_found(data, file.bytes())} & {"B15", "B16"}


def test_findings_read_well():
    file = planted(good.document(PLAN)).replace(POINTER, "").replace(END, "xem xét, quyết định;")
    told = {one.rule: one.message for one in check(open_package(file.bytes())) if one.rule in {"B15", "B16"}}
    assert told == {
        "B15": "Nội dung phải kết thúc bằng dấu “./.”; hiện “;”. Hãy sửa dấu ở cuối đoạn này.",
        "B16": "Nội dung không chỉ dẫn tới “Phụ lục”. Hãy thêm lời chỉ dẫn, như “(có Phụ lục kèm theo)”.",
    }


def test_the_end_may_stand_in_a_table():
    file = planted(good.document(PLAN))
    table = file.table("Bồi dưỡng nghiệp vụ").node
    file.paragraph("Trong quá trình").replace(END, "xem xét, quyết định.").node.addnext(table)
    assert not [one for one in check(open_package(file.bytes())) if one.rule == "B15"]


@pytest.mark.parametrize(("electronic", "count"), [(False, 1), (True, 0)])
def test_appendices_of_electronic_documents_may_be_files_of_their_own(electronic, count):
    file = planted(good.document(PLAIN)).replace("phòng mình;", "phòng mình (có Phụ lục kèm theo);")
    settings = DEFAULT.model_copy(update={"electronic": electronic})
    told = [one for one in check(open_package(file.bytes()), settings) if one.rule == "B16"]
    assert [one.severity for one in told] == [Severity.ERROR] * count
