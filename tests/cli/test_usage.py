"""The command line speaks Vietnamese, also when it is used wrongly."""

import re

import pytest

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|missing|invalid|unexpected|show|exit|error|required|default)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["render"],
        ["pdf"],
        ["check"],
        ["fix"],
        ["import"],
        ["template"],
        ["backup"],
        ["restore"],
        ["audit", "verify"],
    ],
)
def test_help_is_vietnamese(docgen, arguments):
    result = docgen(*arguments, "--help")
    assert result.status == 0
    assert "Cách dùng: docgen" in result.out
    assert not ENGLISH.search(re.sub(r"docgen.*|--?\w+", "", result.out))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Thiếu tên lệnh."),
        (["template"], "Thiếu tên lệnh."),
        (["rander"], "Không có lệnh “rander”. Gần nhất: render."),
        (["xyz"], "Không có lệnh “xyz”."),
        (["render"], "Thiếu TỆP.yaml."),
        (["render", "a.yaml"], "Thiếu tùy chọn --out."),
        (["render", "a.yaml", "--out"], "Tùy chọn --out cần một giá trị."),
        (["render", "a.yaml", "--otu", "x"], "Không có tùy chọn --otu. Gần nhất: --format, --out."),
        (["render", "a.yaml", "--zzz"], "Không có tùy chọn --zzz."),
        (["render", "a.yaml", "--help=1"], "Tùy chọn --help không nhận giá trị."),
        (
            ["pdf", "a.docx", "-o", "x.pdf", "--changes", "goc"],
            "Tùy chọn --changes không nhận “goc”. Các giá trị: accepted, original.",
        ),
        (["rollforward", "a.yaml", "--year", "nam", "--out", "x"], "Tùy chọn --year phải là số nguyên"),
        (["pdf", "a.docx", "b.docx", "c.docx", "-o", "x.pdf"], "Thừa tham số: b.docx c.docx."),
        (["render", "a.yaml", "--out", "x", "--format", "dox"], "Chưa có định dạng “dox”. Gần nhất: docx."),
        (
            ["render", "a.yaml", "--out", "x", "--format", "@"],
            "Chưa có định dạng “@”. Các định dạng: docx, pdf, xlsx.",
        ),
        (
            ["render", "a.yaml", "--out", "x", "--format", ","],
            "Hãy nêu ít nhất một định dạng: docx, pdf, xlsx.",
        ),
    ],
)
def test_wrong_use_is_told_in_vietnamese(docgen, arguments, said):
    result = docgen(*arguments)
    assert result.status == 2
    assert result.out == ""
    assert result.err.startswith(f"Lỗi: {said}")
    assert not ENGLISH.search(re.sub(r"“docgen --help”|--\w+", "", result.err))


def test_a_fault_of_docgen_itself_is_no_traceback(docgen, monkeypatch):
    monkeypatch.setattr("docgen.services.render.render_plan", lambda *_, **__: 1 / 0)
    result = docgen("render", "a.yaml", "--out", "x")
    assert result.status == 2
    assert "lỗi ngoài dự kiến (ZeroDivisionError" in result.err
    assert "Hãy gửi thông báo này" in result.err
    assert "Traceback" not in result.err
