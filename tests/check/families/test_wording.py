"""Words of good documents spoiled: rules B17 to B23 in Word files, each alone, mended where certain."""

import good
import pytest
from plant import planted
from spoiled import expect, fixable, found

from docgen.check import check, read_settings
from docgen.package import open_package

ERROR, WARNING, INFO = "error", "warning", "info"

DECREE_2020 = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
OLD_DECREE = "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
ONE_STOP = (
    "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, "
    "một cửa liên thông trong giải quyết thủ tục hành chính"
)
PROPOSAL = "Đề nghị Ủy ban nhân dân tỉnh xem xét"


def said(words, new):
    """Put words in place of others, wherever they stand in a run."""
    return lambda file: file.replace(words, new)


def ends(words, more):
    """Let the paragraph that holds words go on before its last sign."""

    def change(file):
        paragraph = file.paragraph(words)
        paragraph.write(paragraph.text.rstrip(".") + more)

    return change


DEFECTS = [
    ("B17", WARNING, "bao-cao", said("Chính phủ về công tác văn thư", "Chính phủ"), False),
    ("B17", WARNING, "huong-dan-2024", said(" của Chính phủ về công tác", " về công tác"), False),
    ("B17", WARNING, "bao-cao", said(" ngày 05 tháng 3 năm 2020", ""), False),
    ("B18", ERROR, "bao-cao", ends(PROPOSAL, " theo Nghị định số 30/2020/NĐ-CP ngày 15/3/2020."), None),
    (
        "B18",
        ERROR,
        "huong-dan-2024",
        ends("Giám đốc Sở theo dõi", " theo Nghị định số 30/2020/NĐ-CP ngày 05/4/2020 của Chính phủ."),
        None,
    ),
    ("B19", WARNING, "bao-cao", said(DECREE_2020, OLD_DECREE), False),
    ("B19", WARNING, "bao-cao", ends(PROPOSAL, f" theo {ONE_STOP}."), False),
    ("B20", WARNING, "ke-hoach", said("Văn phòng Sở hướng dẫn", "Văn Phòng Sở hướng dẫn"), False),
    ("B20", WARNING, "chi-thi", said("Ủy ban nhân dân tỉnh kết quả", "Ủy Ban Nhân Dân tỉnh kết quả"), False),
    ("B20", WARNING, "bao-cao", ends(PROPOSAL, " theo Khoản 2 điều 13 của Quy chế."), False),
    ("B21", WARNING, "bao-cao", ends(PROPOSAL, " cho Ủy ban nhân dân các huyện, thị xã, thành phố."), False),
    ("B21", INFO, "ke-hoach", said("Văn phòng Sở hướng dẫn", "Sở Kế hoạch và Đầu tư hướng dẫn"), False),
    ("B22", WARNING, "ke-hoach", said("Cả năm", "Trong năm 2025"), False),
    ("B22", WARNING, "ke-hoach", said("Quý III", "Quý III/2025"), False),
    ("B23", INFO, "ke-hoach", said("thường xuyên năm", "thường  xuyên năm"), True),
    ("B23", INFO, "chi-thi", said("còn chậm, chưa", "còn chậm , chưa"), True),
    ("B23", INFO, "chi-thi", said("còn chậm, chưa", "còn chậm,chưa"), None),
    ("B23", INFO, "ke-hoach", said("thanh quyết toán theo", "thanh quyết toán hoà theo"), False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "severity", "name", "spoil", "mends"),
    DEFECTS,
    ids=[f"{rule}-{at}" for at, (rule, *_) in enumerate(DEFECTS)],
)
@pytest.mark.parametrize("make", ["word", "wps"])
def test_words_are_judged_where_they_stand(rule, severity, name, make, spoil, mends):
    expect(good.document(name, make), spoil, rule, severity, mends=mends)


def test_a_department_adds_terms_and_expired_documents_of_its_own():
    settings = read_settings(
        """
        [[terms]]
        old = "Văn phòng Sở"
        new = "Văn phòng"
        since = 2026-01-01
        [[expired]]
        number = "2158/QĐ-UBND"
        from = 2026-01-01
        replaced_by = "15/QĐ-UBND"
        """
    )
    package = open_package(good.document("ke-hoach"))
    told = {one.rule: one.message for one in check(package, settings)}
    assert "“Văn phòng Sở”" in told["B21"]
    assert "15/QĐ-UBND" in told["B19"]
    assert not check(package)


def test_what_is_mixed_in_a_document_names_each_of_its_paragraphs():
    file = planted(good.document("chi-thi")).replace("Thời gian qua,", "Thời gian qua, văn hoá,")
    file.replace("Yêu cầu Thủ trưởng", "Yêu cầu văn hoá, Thủ trưởng")
    (mixed,) = check(open_package(file.bytes()))
    assert [place.paragraph for place in mixed.places] == [9, 13]


def test_a_house_rule_is_switched_off():
    data = good.document("chi-thi")
    spoiled = expect(data, said("còn chậm, chưa", "còn chậm , chưa"), "B23", INFO, mends=True)
    assert found(spoiled)["B23", INFO] == 1
    assert fixable(spoiled, "B23")
    assert not check(open_package(spoiled), read_settings("[rules]\nB23 = false"))
