"""`docgen fix`: what is written, what is told, what is refused."""

import pytest
from packages import docx
from wordfile import word_file

TRACKED = '<w:p><w:ins w:id="1" w:author="An"><w:r><w:t>mới</w:t></w:r></w:ins></w:p>'
PLACE = {"page": 2, "paragraph": 7, "text": "Căn cứ", "part": ""}


def change(message, before="", after="", rule="P04", **where):
    """Return a change as the worker tells it."""
    return {"rule": rule, "message": message, "where": PLACE | where, "before": before, "after": after}


def left(severity):
    """Return a finding that is left, as the worker tells it."""
    return {"rule": "B18", "severity": severity, "message": "Hai ngày khác nhau.", "where": PLACE}


@pytest.fixture
def files(tmp_path):
    """A Word file, and where its mended copy goes."""
    (tmp_path / "kh.docx").write_bytes(docx())
    return tmp_path / "kh.docx", tmp_path / "moi" / "kh.docx"


CHANGES = [
    change("Arial → Times New Roman"),
    change("Arial → Times New Roman", page=3),
    change("bỏ dấu cách đầu đoạn", "  Căn cứ", "Căn cứ"),
    change("“  ” → “ ”", "  ", " ", rule="B23"),
    change("“” → “ ”", "", " ", rule="B23"),
    change("“Nơi nhận :” → “Nơi nhận:”", " :", ":", rule="B23"),
]
TOLD = """\
Đã sửa 6 chỗ:

  Phông chữ [P04]
    - Arial → Times New Roman (2 chỗ: trang 2 (đoạn 7), trang 3 (đoạn 7))
    - bỏ dấu cách đầu đoạn: “  Căn cứ” → “Căn cứ” (trang 2 (đoạn 7))

  Dấu cách, dấu gạch, dấu thanh [B23]
    - bỏ dấu cách thừa (trang 2 (đoạn 7))
    - thêm dấu cách (trang 2 (đoạn 7))
    - “Nơi nhận :” → “Nơi nhận:” (trang 2 (đoạn 7))
"""


@pytest.mark.parametrize(("severity", "status", "name"), [("error", 1, "Lỗi"), ("warning", 0, "Cảnh báo")])
def test_the_file_is_written_and_the_changes_told(docgen, answered, files, severity, status, name):
    answered({"changes": CHANGES, "left": [left(severity)], "notices": []}, b"PK")
    source, target = files
    result = docgen("fix", source, "-o", target)
    assert (result.status, result.out, target.read_bytes()) == (status, f"{target}\n", b"PK")
    assert result.err.startswith(
        f"{TOLD}\nCòn 1 chỗ hãy xem và sửa bằng tay:\n\n{name} (1)\n\n  Trang 2, đoạn 7: “Căn cứ”\n"
    )


def test_nothing_to_mend(docgen, answered, files):
    notice = {"code": "a", "severity": "info", "place": "tệp", "message": "có macro, không chạy."}
    answered({"changes": [], "left": [], "notices": [notice]}, b"PK")
    result = docgen("fix", files[0], "-o", files[1])
    assert result.status == 0
    assert result.err == "tệp: có macro, không chạy.\nKhông có chỗ nào sửa tự động được.\n"


@pytest.mark.parametrize(
    ("data", "target", "options", "said"),
    [
        (word_file("a"), "a.docx", [], "chính là tệp đang đọc"),
        (word_file("a"), "b.pdf", [], "Hãy đặt tên có đuôi .docx"),
        (word_file("a"), "b.docx", ["--accept-changes", "--original"], "Chỉ chọn một trong hai"),
        (word_file(TRACKED), "b.docx", [], "a.docx”: Tệp còn 1 thay đổi theo dõi"),
        (b"%PDF-1.7", "b.docx", [], "a.docx”: Tệp không phải DOCX (nội dung là PDF)"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(docgen, tmp_path, data, target, options, said):
    (tmp_path / "a.docx").write_bytes(data)
    result = docgen("fix", tmp_path / "a.docx", "-o", tmp_path / target, *options)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.docx", data)]


def test_a_file_with_macros_keeps_its_kind(docgen, answered, tmp_path):
    (tmp_path / "a.docm").write_bytes(docx())
    answered({"changes": [], "left": [], "notices": []}, b"PK")
    assert "đuôi .docm" in docgen("fix", tmp_path / "a.docm", "-o", tmp_path / "b.docx").err
    assert docgen("fix", tmp_path / "a.docm", "-o", tmp_path / "b.docm").status == 0


@pytest.mark.parametrize("option", ["--accept-changes", "--original"])
def test_tracked_changes_are_decided_on(docgen, tmp_path, option):
    (tmp_path / "a.docx").write_bytes(word_file(TRACKED))
    result = docgen("fix", tmp_path / "a.docx", "-o", tmp_path / "b.docx", option)
    assert result.out == f"{tmp_path / 'b.docx'}\n"
