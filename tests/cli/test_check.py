"""`docgen check`: what an officer, or a program, is told of a file."""

import json
import sys

import pytest
from packages import docx
from wordfile import word_file

from docgen.rules import rules

TITLE = {"page": 1, "paragraph": 4, "text": "Kế hoạch cải cách hành chính"}


def place(**where):
    """Return a place as the worker tells it."""
    return {"page": None, "paragraph": None, "text": "", "part": ""} | where


def finding(rule, severity, message, *, fixable=False, others=(), **where):
    """Return a finding as the worker tells it."""
    told = {"rule": rule, "severity": severity, "message": message, "where": place(**where)}
    more = {"fixable": fixable, "others": [place(**other) for other in others]}
    return told | more | {"expected": "14", "found": "13", "source": "Phụ lục I, Phần I, Mục II.5"}


FONT = "Chữ phải là Times New Roman. Hãy đổi phông."
FINDINGS = [
    finding("H18", "error", "Tên loại phải in hoa. Hãy gõ lại bằng chữ in hoa.", fixable=True, **TITLE),
    *(
        finding("P04", "error", FONT, fixable=True, page=page, paragraph=10 + page, text=f"chữ thứ {page}")
        for page in (2, 4, 4, 5)
    ),
    finding("P02", "error", "Lề trái rộng 20 mm, phải từ 30 đến 35 mm.", part="phần trang (section) 2"),
    finding("B09", "info", "Nên dãn dòng như nhau.", page=3, paragraph=40, text="Căn cứ\n\tLuật"),
]
TEXT = """\
Lỗi (6)

  Trang 1, đoạn 4: “Kế hoạch cải cách hành chính”
    Tên loại phải in hoa. Hãy gõ lại bằng chữ in hoa.
    [H18, Phụ lục I, Phần I, Mục II.5]  docgen fix sửa được

  Trang 2, đoạn 12: “chữ thứ 2”
    Chữ phải là Times New Roman. Hãy đổi phông.
    … và 3 chỗ khác: trang 4 (đoạn 14), trang 5 (đoạn 15)
    [P04, Phụ lục I, Phần I, Mục II.5]  docgen fix sửa được

  Phần trang (section) 2
    Lề trái rộng 20 mm, phải từ 30 đến 35 mm.
    [P02, Phụ lục I, Phần I, Mục II.5]

Lưu ý (1)

  Trang 3, đoạn 40: “Căn cứ Luật”
    Nên dãn dòng như nhau.
    [B09, Phụ lục I, Phần I, Mục II.5]

Cộng: 6 lỗi, 1 lưu ý.
docgen sửa được 5 chỗ:
  docgen fix {file} -o {mended}
2 chỗ còn lại hãy xem và sửa bằng tay, rồi kiểm tra lại.
"""


@pytest.fixture
def file(tmp_path):
    """A Word file."""
    path = tmp_path / "kh.docx"
    path.write_bytes(docx())
    return path


@pytest.fixture
def checked(docgen, answered, file):
    """Check the file, where the worker finds what is told."""

    def check(findings, *options, notices=()):
        answered({"findings": findings, "notices": list(notices)})
        return docgen("check", file, *options)

    return check


def mended(file):
    """Return the name that the mended copy is given."""
    return file.with_name("kh-da-sua.docx")


def test_a_report_is_grouped_by_weight_and_says_the_same_once(checked, file):
    result = checked(FINDINGS)
    assert (result.status, result.err) == (1, "")
    assert result.out == TEXT.format(file=file, mended=mended(file))


def test_a_terminal_gets_colours_and_the_command_on_one_line(checked, file, monkeypatch):
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    result = checked(FINDINGS)
    assert "\x1b[1;31mLỗi (6)" in result.out
    assert "\x1b[1mTrang 1, đoạn 4: “Kế hoạch cải cách hành chính”\x1b[0m\n" in result.out
    assert f"  docgen fix {file} -o {mended(file)}\n" in result.out


def test_json_is_one_object_with_the_keys_that_were_agreed_on(checked, file):
    result = checked(FINDINGS, "--format", "json")
    told = json.loads(result.out)
    assert (result.status, told["file"], len(told["findings"])) == (1, str(file), len(FINDINGS))
    assert told["findings"][0] == {
        "rule": "H18",
        "severity": "error",
        "message": "Tên loại phải in hoa. Hãy gõ lại bằng chữ in hoa.",
        "where": TITLE,
        "expected": "14",
        "found": "13",
        "source": "Phụ lục I, Phần I, Mục II.5",
        "fixable": True,
    }
    assert told["findings"][5]["where"] == {"page": None, "paragraph": None, "text": "phần trang (section) 2"}


FOLDED = [
    finding(
        "B08",
        "error",
        "Đoạn nội dung phải canh đều (4 chỗ).",
        fixable=True,
        others=[
            {"page": 2, "paragraph": 24, "text": "hai"},
            {"page": 2, "paragraph": 25, "text": "ba"},
            {"part": "chân trang"},
        ],
        **TITLE,
    ),
    finding("P02", "warning", "Lề trái hẹp."),
]


def test_a_mistake_told_once_names_its_other_places_and_counts_them(checked):
    told = checked(FOLDED).out
    assert "Lỗi (1)\n" in told
    assert "    … và 3 chỗ khác: trang 2 (đoạn 24, 25), chân trang\n" in told
    assert "Cộng: 1 lỗi, 1 cảnh báo, ở 5 chỗ.\ndocgen sửa được 4 chỗ:\n" in told
    assert "\n1 chỗ còn lại hãy xem" in told


def test_json_tells_a_mistake_once_for_each_place(checked):
    first, *others, alone = json.loads(checked(FOLDED, "--format", "json").out)["findings"]
    assert [one["where"] for one in (first, *others)] == [
        TITLE,
        {"page": 2, "paragraph": 24, "text": "hai"},
        {"page": 2, "paragraph": 25, "text": "ba"},
        {"page": None, "paragraph": None, "text": "chân trang"},
    ]
    assert all(one == first | {"where": one["where"]} for one in others)
    assert alone["rule"] == "P02"


BY_HAND = "Các chỗ trên hãy xem và sửa bằng tay, rồi kiểm tra lại.\n"


@pytest.mark.parametrize(
    ("found", "status", "last"),
    [
        (finding("P02", "error", "Sai."), 1, f"Cộng: 1 lỗi.\n{BY_HAND}"),
        (finding("P02", "warning", "Sai."), 0, f"Cộng: 1 cảnh báo.\n{BY_HAND}"),
        (
            finding("P02", "info", "Sai.", fixable=True),
            0,
            "Cộng: 1 lưu ý.\ndocgen sửa được 1 chỗ:\n  docgen fix {file} -o {mended}\n",
        ),
    ],
)
def test_the_status_and_the_next_step(checked, file, found, status, last):
    result = checked([found])
    assert result.status == status
    assert "  Cả tệp\n    Sai.\n" in result.out
    assert result.out.endswith(last.format(file=file, mended=mended(file)))


def test_nothing_found(checked):
    notice = {"code": "a", "severity": "info", "place": "tệp", "message": "có macro, không chạy."}
    result = checked([], notices=[notice])
    assert (result.status, result.out) == (0, "Không thấy chỗ nào trái quy định.\n")
    assert result.err == "tệp: có macro, không chạy.\n"


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            [{"paragraph": number} for number in range(1, 16)],
            ": đoạn 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 …",
        ),
        ([{"part": "đầu trang"}, {"part": "chân trang"}, {"part": "cả văn bản"}], ": chân trang, cả văn bản"),
        ([{}, {}, {}], ""),
    ],
)
def test_other_places_without_a_page(checked, places, said):
    result = checked([finding("P04", "error", FONT, **where) for where in places])
    assert f"… và {len(places) - 1} chỗ khác{said}\n" in result.out


def test_of_one_rule_so_many_are_told_in_full(checked):
    many = [
        finding("B23", "warning", f"Dấu cách {page}.", page=page, paragraph=page) for page in range(1, 41)
    ]
    told = checked(many).out
    assert told.count("Dấu cách") == 20
    assert "… và 20 chỗ khác trái quy tắc B23: trang 21 (đoạn 21), trang 22 (đoạn 22), " in told
    assert ", trang 32 (đoạn 32) …\n" in told
    assert "Cộng: 40 cảnh báo." in told


def test_all_rules_are_listed(docgen):
    result = docgen("check", "--rules")
    assert result.status == 0
    lines = iter(result.out.splitlines())
    for rule in rules():
        line = next(lines)
        assert line.startswith(f"{rule.id}  ")
        assert rule.title in line
        assert line.endswith(f"  {rule.article}")
        assert next(lines).strip() == rule.says
    assert "Quy ước của cơ quan, tắt được trong tệp cài đặt (--settings): " in result.out
    told = json.loads(docgen("check", "--rules", "--format", "json").out)
    assert [one["id"] for one in told] == [rule.id for rule in rules()]


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (b"%PDF-1.7", [], "a.docx”: Không đọc được tệp PDF"),
        (b"abc", [], "a.docx”: Tệp không phải DOCX"),
        (word_file("a"), ["--settings", "khong-co.toml"], "Không tìm thấy tệp “khong-co.toml”"),
        (word_file("a"), ["--format", "xml"], "không nhận “xml”"),
    ],
)
def test_what_cannot_be_checked(docgen, tmp_path, data, options, said):
    (tmp_path / "a.docx").write_bytes(data)
    result = docgen("check", tmp_path / "a.docx", *options)
    assert (result.status, result.out) == (2, "")
    assert said in result.err


def test_a_file_must_be_named(docgen):
    result = docgen("check")
    assert (result.status, result.out) == (2, "")
    assert "nêu tệp cần kiểm tra" in result.err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (b"[rules]\nP02 = false", "cai-dat.toml”: Tệp cài đặt kiểm tra có 1 chỗ chưa đúng"),
        (b"\xff\xfe", "cai-dat.toml” không phải tệp văn bản theo bảng mã UTF-8"),
    ],
)
def test_settings_that_cannot_be_used_are_named(docgen, tmp_path, settings, said):
    (tmp_path / "cai-dat.toml").write_bytes(settings)
    (tmp_path / "a.docx").write_bytes(word_file("a"))
    result = docgen("check", tmp_path / "a.docx", "--settings", tmp_path / "cai-dat.toml")
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert "a.docx”" not in result.err
