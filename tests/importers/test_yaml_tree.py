"""YAML as data and lines; nothing in a file runs, multiplies or speaks English."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.importers.yaml_tree import read_yaml, shown

HOSTILE = "abc:- \n\t[]{}\"'#&*!|>%@`,?\\\x07\x85\u2028\ufeff<=~.1ế"


def test_values_and_their_lines(yaml_file):
    tree = read_yaml(
        yaml_file(
            "so: 05\nten: Kế hoạch\ncó: true\nkhông: no\nrỗng:\ngiờ: 12:30\ntỷ: 1.5\nds:\n  - a\n  - k: b\n"
        )
    )
    values = {
        "so": 5,
        "ten": "Kế hoạch",
        "có": True,
        "không": "no",
        "giờ": "12:30",
        "tỷ": 1.5,
        "ds": ["a", {"k": "b"}],
    }
    assert tree.data == values
    assert [tree.line(place) for place in [(), ("so",), ("rỗng",), ("ds",), ("ds", 1, "k")]] == [
        1,
        1,
        5,
        8,
        10,
    ]
    assert tree.line(("ds", 1, "thiếu")) == 10


def test_numbers_that_are_none_stay_text(yaml_file):
    assert read_yaml(yaml_file("a: 0o17\nb: .inf\nc: 2024-12-27")).data == {
        "a": "0o17",
        "b": ".inf",
        "c": "2024-12-27",
    }


def test_an_empty_file(yaml_file):
    assert read_yaml(yaml_file("# trống\n")).data is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n\tb: 2", "dòng 2, cột 1: có dấu Tab"),
        ("a: 1\nb: c: d", "dòng 2, cột 5: dấu hai chấm không đúng chỗ"),
        ("a: 1\nb\nc: 2", "dòng 3, cột 1: thiếu dấu hai chấm"),
        ("a:\n  - 1\n   - 2\n  b: 1", "dòng 4, cột 3: dòng này thụt vào không thẳng"),
        ('a: "mở', "dòng 1, cột 7: thiếu dấu nháy đóng"),
        ("a: [1, 2", "dòng 1, cột 9: thiếu dấu phẩy hoặc dấu ngoặc đóng"),
        ('a: "\\q"', "dòng 1, cột 6: dấu \\ trong dấu nháy kép"),
        ("a: *b", "dòng 1, cột 4: dấu * ở đầu giá trị"),
        ("a: **đậm**", "dòng 1, cột 4: dấu * ở đầu giá trị"),
        ("a: 1\n---\nb: 2", "dòng 2, cột 1: chỉ được có một tài liệu"),
        ("a: @b", "dòng 1, cột 4: ký tự đầu giá trị"),
        ("a: >x\n  b", "dòng 1, cột 5: sau > hoặc | chỉ được có dấu -"),
        ("a: - b", "dòng 1, cột 4: gạch đầu dòng không đúng chỗ"),
        ("[a]\nb: c", "dòng 2, cột 1: dòng này không thuộc khóa nào"),
        ("a: ]", "dòng 1, cột 4: thiếu giá trị, hoặc thừa dấu phẩy"),
        ("a: !<b", "dòng 1, cột 7: sai cú pháp YAML; hãy so với tệp mẫu"),
        ("a: b\nc: \x07", "dòng 2: có ký tự điều khiển"),
        ('a: "\\UFFFFFFFF"', "yaml: sai cú pháp YAML"),
        ("a: & b", "dòng 1, cột 5: dấu & hoặc * ở đầu giá trị"),
        ("a: &x 1\nb: &x 2", "yaml: sai cú pháp YAML"),
    ],
)
def test_syntax_errors_in_vietnamese_with_line_and_column(yaml_file, text, said):
    with pytest.raises(InvalidInputError, match=re.escape(said)):
        read_yaml(yaml_file(text))


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_too_deep(yaml_file, opening):
    with pytest.raises(RefusedError, match="lồng nhau quá sâu"):
        read_yaml(yaml_file(opening * 5_000))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", "Dòng 3: khóa “a” đã có ở dòng 1. Hãy bỏ một trong hai."),
        (
            "a: !!python/object/apply:os.system [id]",
            "Dòng 1: không dùng được thẻ “python/object/apply:os.system”.",
        ),
        ("a: !x b", "Dòng 1: không dùng được thẻ “!x”."),
        ("a: &x b\nc: *x", "Dòng 1: dùng lại giá trị bằng dấu & và *."),
    ],
)
def test_what_yaml_allows_and_we_do_not(yaml_file, text, said):
    (finding,) = read_yaml(yaml_file(text)).findings
    assert str(finding).startswith(said)


def test_a_billion_laughs_stay_few(yaml_file):
    lines = [
        "a0: &a0 [ha, ha, ha]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)),
    ]
    tree = read_yaml(yaml_file("\n".join(lines)))
    assert len(tree.findings) == 9 * 11
    assert len(str(tree.data)) < 2000


def test_a_value_inside_itself(yaml_file):
    tree = read_yaml(yaml_file("a: &a [*a]"))
    assert tree.data == {"a": [None]}
    assert len(tree.findings) == 1


@given(text=st.text(st.sampled_from(HOSTILE), max_size=40))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read_or_refused_in_vietnamese(yaml_file, text):
    said = ""
    try:
        read_yaml(yaml_file(text))
    except DocgenError as error:
        said = str(error)
    assert not re.search(r"\b(found|expected|while|cannot|could)\b", said)


def test_what_is_quoted_is_short_and_visible():
    assert shown("a\x07\ud800b") == "a\\x07\\xd800b"
    assert shown("x" * 100) == "x" * 60 + "…"
