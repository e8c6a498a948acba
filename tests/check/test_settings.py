"""What a department may set, and how it is told all that it may not."""

import datetime as dt

import pytest

from docgen import rules
from docgen.check.settings import DEFAULT, ExpiredText, OldTerm, Settings, read_settings, written
from docgen.errors import InvalidInputError

DEPARTMENT = """
report_due_day = 18
electronic = true

[rules]
B09 = false
A06 = true
P01 = true

[[terms]]
old = "Phòng Một cửa"
new = "Trung tâm Phục vụ hành chính công"
since = 2025-07-01

[[expired]]
number = "61/2018/NĐ-CP"
from = 2025-07-01
replaced_by = "118/2025/NĐ-CP"
"""


def refused(text):
    with pytest.raises(InvalidInputError) as caught:
        read_settings(text)
    return caught.value


@pytest.mark.parametrize("settings", [DEFAULT, read_settings(DEPARTMENT)])
def test_what_is_written_is_read_back(settings):
    assert read_settings(written(settings)) == settings


def test_a_department_sets_rules_terms_and_documents():
    settings = read_settings(DEPARTMENT)
    day = dt.date(2025, 7, 1)
    assert (settings.report_due_day, settings.electronic, settings.draft) == (18, True, True)
    assert settings.terms == (
        OldTerm(old="Phòng Một cửa", new="Trung tâm Phục vụ hành chính công", since=day),
    )
    assert settings.expired == (
        ExpiredText(number="61/2018/NĐ-CP", **{"from": day}, replaced_by="118/2025/NĐ-CP"),
    )
    assert [name for name in ("B09", "A06", "P01", "B21") if settings.applies(name)] == ["A06", "P01", "B21"]


def test_an_empty_file_changes_nothing():
    assert read_settings("") == DEFAULT == Settings()
    assert all(DEFAULT.applies(rule.id) for rule in rules.rules())


def test_letters_of_a_term_are_in_one_piece():
    decomposed = '[[terms]]\nold = "Pho\u0300ng"\nsince = 2025-07-01'
    assert read_settings(decomposed).terms[0].old == "Phòng"


@pytest.mark.parametrize("rule", [rule.id for rule in rules.rules() if rule.house])
def test_every_house_rule_may_be_switched_off(rule):
    assert not read_settings(f"[rules]\n{rule} = false").applies(rule)


@pytest.mark.parametrize("rule", [rule.id for rule in rules.rules() if not rule.house])
def test_no_rule_of_a_regulation_may_be_switched_off(rule):
    error = refused(f"[rules]\n{rule} = false")
    assert f"không được tắt quy tắc {rule} ({rules.rule(rule).title}) theo " in str(error)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules]\nB009 = false", "không có quy tắc “B009”; gần nhất là B09 (Đoạn trống)"),
        ("[rules]\nb09 = false", "gần nhất là B09"),
        ("[rules]\nkhac = false", "các quy tắc có tên như P01"),
        ("[rules]\nB09 = 'false'", "[rules]: B09 phải là true (kiểm tra) hoặc false (không kiểm tra)."),
        ("[rules]\nB09 = false\ndraft = false", "hãy đặt dòng này ở đầu tệp"),
        ("rules = 1", "khóa “rules”: phải gồm các khóa, mỗi khóa một dòng “tên = giá trị”."),
        ("due_day = 3", "không có khóa “due_day”; các khóa dùng được: rules, terms, expired, draft"),
        ("draft = 1", "khóa “draft”: phải là true (có) hoặc false (không)."),
        ("report_due_day = 0", "khóa “report_due_day”: nhỏ nhất là 1."),
        ("report_due_day = 32", "khóa “report_due_day”: lớn nhất là 31."),
        ("report_due_day = true", "khóa “report_due_day”: phải là số nguyên."),
        ("terms = 'cũ'", "khóa “terms”: phải viết trong ngoặc vuông kép, như [[terms]]."),
        ("terms = ['cũ']", "[[terms]] thứ 1: phải gồm các khóa"),
        ("[[terms]]\nold = 'a'", "[[terms]] thứ 1: thiếu khóa “since”."),
        ("[[terms]]\nold = ' '\nsince = 2025-07-01", "[[terms]] thứ 1, khóa “old”: không được để trống."),
        ("[[terms]]\nold = 5\nsince = 2025-07-01", "[[terms]] thứ 1, khóa “old”: phải là chữ đặt trong nháy"),
        ("[[terms]]\nold = 'a'\nsince = '1/7/2025'", "khóa “since”: phải là ngày, viết như 2025-07-01"),
        ("[[terms]]\nold = 'a'\nsince = 2025-07-01T05:00:00", "khóa “since”: phải là ngày"),
        (
            "[[expired]]\nso = '1'\nnumber = '1'\nfrom = 2025-07-01",
            "[[expired]] thứ 1: không có khóa “so”; các khóa dùng được: number, from, replaced_by.",
        ),
    ],
)
def test_one_problem_is_told_with_its_place(text, said):
    (problem,) = refused(text).problems
    assert said in problem


def test_all_problems_are_told_at_once():
    error = refused("draft = 1\n[rules]\nP01 = false\nB99 = true\n[[terms]]\nold = 'a'\n[[terms]]\nnew = 'b'")
    assert error.message == "Tệp cài đặt kiểm tra có 6 chỗ chưa đúng:"
    assert [problem.partition(":")[0] for problem in error.problems] == [
        "[rules]",
        "[rules]",
        "[[terms]] thứ 1",
        "[[terms]] thứ 2",
        "[[terms]] thứ 2",
        "khóa “draft”",
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("draft = true\nrules =", ", dòng 2:"),
        ("draft = true\ndraft = false", ", dòng 2:"),
        ("[[terms]]\nold = 'a'\nsince = 2025-13-01", ", dòng 3:"),
        ("terms = " + "[" * 5000, ":"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text, where):
    assert f"Tệp cài đặt kiểm tra{where} không đúng cú pháp TOML." in str(refused(text))


def test_the_rule_on_late_reports_names_the_day_that_is_set_by_default():
    assert f"ngày {DEFAULT.report_due_day} của tháng cuối kỳ" in rules.rule("R02").says
