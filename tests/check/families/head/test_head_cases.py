"""Heads as offices write them: what is right in its place, what is a draft, and what only a page shows."""

import copy

import good
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from plant import planted
from spoiled import newly_found

from docgen.check import check
from docgen.check.settings import Settings
from docgen.package import open_package

MOTTO = "Độc lập - Tự do - Hạnh phúc"
HEAD = {f"H{number:02}" for number in range(1, 21)}


def told(data, settings=None):
    """Return what the rules on the head say of a document: rule, severity, message."""
    found = check(open_package(data), *([settings] if settings else []))
    return [(one.rule, one.severity.value, one.message) for one in found if one.rule in HEAD]


def changed(name, *changes, make="word"):
    """Return a good document in which words are replaced."""
    file = planted(good.document(name, make))
    for old, new in changes:
        file.replace(old, new)
    return file.bytes()


def underlined_motto(file, words=MOTTO):
    file.unlined(words).paragraph(words).run(words, underline=True)


def typed_line(line):
    def change(file):
        file.unlined(MOTTO).paragraph(MOTTO).repeat(line)

    return change


def bordered(edge, side=0, place="own"):
    """Let a border of the motto, or of an empty paragraph below it, be its line; `side` in millimetres."""

    def change(file):
        paragraph = file.unlined(MOTTO).paragraph(MOTTO)
        if place == "below":
            paragraph.add_empty()
            node = paragraph.node.getnext()
            paragraph = type(paragraph)(file, node)
        paragraph.format(left=side, right=side)
        borders = OxmlElement("w:pBdr")
        borders.append(OxmlElement(f"w:{edge}", {qn("w:val"): "single", qn("w:sz"): "6"}))
        properties = paragraph.node.find(qn("w:pPr"))
        properties.find(qn("w:spacing")).addprevious(borders)

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (underlined_motto, set()),
        (typed_line("_" * 24), set()),
        (typed_line("—" * 12), set()),
        (typed_line("_" * 12), {("H05", "warning")}),
        (typed_line("-" * 40), {("H05", "warning")}),
        (bordered("bottom", 19.5, "below"), set()),
        (bordered("top", 19.5, "below"), set()),
        (bordered("bottom", 5, "below"), {("H05", "warning")}),
        (bordered("bottom", 19.5), set()),
    ],
)
def test_a_line_is_a_line_however_it_is_made(change, expected):
    whole = good.document("chi-thi")
    file = planted(whole)
    change(file)
    assert newly_found(whole, file.bytes()) == expected


def test_of_several_lines_in_one_column_one_fits():
    file = planted(good.document("chi-thi"))
    upper = file.paragraph("CỘNG HÒA")
    line = file.paragraph(MOTTO).node.findall(qn("w:r"))[-1]
    upper.node.append(line)
    assert told(file.bytes()) == []


def test_lines_of_both_columns_may_be_anchored_in_one():
    file = planted(good.document("thong-bao"))
    line = file.paragraph(MOTTO).node.findall(qn("w:r"))[-1]
    file.paragraph("SỞ NỘI VỤ").node.append(line)
    assert told(file.bytes()) == []


@pytest.mark.parametrize(
    "words",
    [
        "Số:      /CT-UBND",
        "Số: ……/CT-UBND",
        "Số: ___/CT-UBND",
        "Số: .../CT-…",
        "Số:       /CT-",
        "Số:     /",
        "Số:",
        "Số: 06/2026/CT-UBND",
        "Số: 06/CT-UBND",
    ],
)
def test_a_number_in_work_is_no_error(words):
    data = changed("chi-thi", ("Số: 06/CT-UBND", words))
    assert {severity for _, severity, _ in told(data)} <= {"info"}


@pytest.mark.parametrize(
    "words",
    [
        "Gia Lai, ngày      tháng      năm 2026",
        "Gia Lai, ngày … tháng … năm …",
        "Gia Lai, ngày ... tháng ... năm 202...",
        "Gia Lai, ngày ___ tháng 3 năm 2026",
    ],
)
def test_a_date_in_work_is_no_error_but_in_a_final_text(words):
    data = changed("chi-thi", ("Gia Lai, ngày 12 tháng 3 năm 2026", words))
    assert [(rule, severity) for rule, severity, _ in told(data)] == [("H12", "info")]
    assert [(rule, severity) for rule, severity, _ in told(data, Settings(draft=False))] == [("H12", "error")]


@pytest.mark.parametrize(
    "words",
    [
        "Gia Lai, ngày 12/3/2026",
        "Gia Lai, 12/3/2026",
        "Gia Lai, 12.03.2026",
        "Gia Lai, 12 tháng 3 năm 2026",
        "Gia Lai, ngày 12 tháng 13 năm 2026",
        "Gia Lai, ngày 12 tháng 3 năm 26",
        "Gia Lai, ngày 12 tháng 3 năm 2026.",
        "Gia Lai, Ngày 12 Tháng 3 Năm 2026",
    ],
)
def test_other_forms_of_a_date_are_errors(words):
    data = changed("chi-thi", ("Gia Lai, ngày 12 tháng 3 năm 2026", words))
    assert [(rule, severity) for rule, severity, _ in told(data)] == [("H12", "error")]


@pytest.mark.parametrize(
    ("old", "new", "call"),
    [
        ("Số: 06/", "Số: 6/", "Số 6 nhỏ hơn 10 phải thêm 0 phía trước. Hãy ghi 06."),
        ("ngày 12", "ngày 8", "Ngày 8 phải thêm 0 phía trước. Hãy ghi 08."),
        ("Gia Lai, ngày", "Bình Định, ngày", "Hãy ghi “Gia Lai”."),
    ],
)
def test_a_finding_says_what_to_write(old, new, call):
    ((_, _, message),) = told(changed("chi-thi", (old, new)))
    assert message.endswith(call)


def test_a_date_in_pieces_or_with_hidden_characters_is_told_by_others():
    data = changed("chi-thi", ("Gia Lai, ngày 12", "Gia Lai, nga\u0300y 12"), ("Số: 06", "Số: \u200b06"))
    assert told(data) == []


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("chi-thi", [("Gia Lai, ngày", "tỉnh Gia Lai, ngày")], []),
        (
            "chi-thi",
            [("TỈNH GIA LAI", "THÀNH PHỐ HỒ CHÍ MINH"), ("Gia Lai, ", "Thành phố Hồ Chí Minh, ")],
            [],
        ),
        (
            "chi-thi",
            [("TỈNH GIA LAI", "THÀNH PHỐ HỒ CHÍ MINH"), ("Gia Lai, ", "TP. Hồ Chí Minh, ")],
            ["warning"],
        ),
        ("chi-thi", [("TỈNH GIA LAI", "THÀNH PHỐ HỒ CHÍ MINH"), ("Gia Lai, ", "Hồ Chí Minh, ")], ["warning"]),
        ("chi-thi", [("Gia Lai, ngày 12 tháng 3", "Hòa Bình, ngày    tháng   ")], ["error"]),
        ("quy-dinh", [("XÃ ĐỀ GI", "PHƯỜNG HÒA BÌNH"), ("Đề Gi, ", "Hòa Bình, ")], []),
        ("quy-dinh", [("XÃ ĐỀ GI", "XÃ AN HÒA")], ["warning"]),
        ("giay-nghi-phep", [("Gia Lai, ", "Bình Định, ")], ["warning"]),
        ("giay-nghi-phep", [("Gia Lai, ", "Quy Nhơn, ")], []),
    ],
)
def test_a_place_is_judged_where_it_is_known(name, changes, expected):
    found = told(changed(name, *changes))
    assert [severity for rule, severity, _ in found if rule == "H15"] == expected


def test_an_agency_may_be_called_like_the_letters_of_a_type():
    data = changed("cong-van", ("SỞ NỘI VỤ", "CỤC THUẾ"), ("05/SNV-TTLTLS", "05/CT-VP"))
    assert "H11" not in {rule for rule, *_ in told(data)}


def test_a_name_over_two_lines_is_one_name():
    file = planted(good.document("thong-bao", "word-styles"))
    file.paragraph("TỈNH GIA LAI").run(bold=True)
    found = told(file.bytes())
    assert [(rule, "TỈNH GIA LAI" in message or "chủ quản" in message) for rule, _, message in found] == [
        ("H07", True)
    ]


def columns_swapped(file):
    cells = file.paragraph("CỘNG H").row().node.findall(qn("w:tc"))
    cells[0].addprevious(cells[1])


def test_the_national_title_stands_on_the_right():
    file = planted(good.document("chi-thi"))
    columns_swapped(file)
    assert ("H02", "error") in {(rule, severity) for rule, severity, _ in told(file.bytes())}


def test_the_subject_of_a_letter_stands_under_its_number():
    file = planted(good.document("cong-van"))
    subject = file.paragraph("V/v báo cáo").node
    next(subject.iterancestors(qn("w:tbl"))).addnext(subject)
    messages = [message for rule, _, message in told(file.bytes()) if rule == "H19"]
    assert len(messages) == 1
    assert "ngay dưới số, ký hiệu" in messages[0]


def test_a_long_subject_is_told():
    data = changed("thong-bao", ("Về lịch tiếp công dân", "Về lịch tiếp công dân" + " định kỳ" * 60))
    assert [(rule, severity) for rule, severity, _ in told(data) if rule == "H17"] == [("H17", "warning")]


def test_a_subject_may_end_in_capitals():
    file = planted(good.document("thong-bao"))
    file.paragraph("Về lịch tiếp").repeat("CCHC")
    assert [rule for rule, *_ in told(file.bytes()) if rule != "H18"] == []


def test_what_is_missing_is_listed_once():
    file = planted(good.document("thong-bao"))
    for words in ("Số: 118", "Gia Lai, ngày 03"):
        file.remove(words)
    found = [message for rule, _, message in told(file.bytes()) if rule == "H20"]
    assert found == ["Văn bản thiếu: số, ký hiệu; địa danh, thời gian ban hành. Hãy bổ sung."]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (["THÔNG BÁO", "Về lịch tiếp"], "tên loại và trích yếu (công văn: trích yếu ghi sau V/v)"),
        (["Về lịch tiếp"], "trích yếu"),
        (["KT. CHÁNH", "TL. GIÁM ĐỐC", "PHÓ CHÁNH", "Đặng Thị Thu Hà"], "chức vụ người ký; họ tên người ký"),
        (["Nơi nhận:"], "nơi nhận"),
    ],
)
def test_each_component_may_be_missing(words, missing):
    file = planted(good.document("thong-bao"))
    for one in words:
        file.remove(one)
    found = [message for rule, _, message in told(file.bytes()) if rule == "H20"]
    assert found == [f"Văn bản thiếu: {missing}. Hãy bổ sung."]


def test_a_text_without_content():
    file = planted(good.document("thong-bao"))
    table = next(file.paragraph("Nơi nhận").node.iterancestors(qn("w:tbl")))
    above = file.paragraph("Về lịch tiếp").node
    while above.getnext() is not table:
        above.getparent().remove(above.getnext())
    messages = [message for rule, _, message in told(file.bytes()) if rule == "H20"]
    assert messages == ["Văn bản thiếu: nội dung. Hãy bổ sung."]


def test_number_and_date_in_tables_of_their_own_are_left_alone():
    file = planted(good.document("chi-thi"))
    date = file.paragraph("ngày 12 tháng").row().node
    table = next(date.iterancestors(qn("w:tbl")))
    twin = copy.deepcopy(table)
    for at, half in ((1, table), (0, twin)):
        cells = half.findall(qn("w:tr"))[-1].findall(qn("w:tc"))
        for paragraph in cells[at].findall(qn("w:p")):
            for run in paragraph.findall(qn("w:r")):
                paragraph.remove(run)
    twin.remove(twin.find(qn("w:tr")))
    table.addnext(twin)
    table.addnext(OxmlElement("w:p"))
    assert told(file.bytes()) == []


def test_a_text_without_a_head_lacks_all_of_it():
    file = planted(good.document("thong-bao"))
    file.table("CỘNG HÒA").remove()
    (found,) = [message for rule, _, message in told(file.bytes()) if rule == "H20"]
    assert found.startswith("Văn bản thiếu: Quốc hiệu; Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh")


def test_a_form_and_what_another_text_issues_lack_nothing():
    whole = good.annex_samples()
    names = ("mau-1.4", "mau-2.1", "mau-2.2", "mau-1.3-kem-theo-giay-dien", "mau-3.1")
    assert [name for name in names if "H20" in {rule for rule, *_ in told(whole[name])}] == []


@pytest.mark.parametrize("name", good.annex_samples())
def test_the_samples_of_the_decree_have_no_error_in_their_heads(name):
    found = told(good.annex_samples()[name])
    assert [one for one in found if one[1] == "error"] == []
