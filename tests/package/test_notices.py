"""What of a package is left aside is told, once for each kind; nothing of it is fetched or run."""

import pytest
from packages import PACKAGE, arrow, docx, linked

from docgen.package import open_package

MACRO = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
SIGNED = f"{PACKAGE}/relationships/digital-signature/origin"


def told(data):
    """Return code, severity and words of each notice."""
    return [(one.code, str(one.severity), str(one)) for one in open_package(data).notices]


@pytest.mark.parametrize(
    ("kind", "severity", "said"),
    [
        ("image", "warning", "1 hình ảnh nằm ngoài tệp"),
        ("oleObject", "warning", "1 đối tượng OLE nằm ngoài tệp"),
        ("subDocument", "warning", "1 tài liệu con nằm ngoài tệp"),
        ("attachedTemplate", "info", "1 nguồn nằm ngoài tệp"),
        ("mailMergeSource", "info", "1 nguồn nằm ngoài tệp"),
    ],
)
def test_what_lies_outside_is_listed(kind, severity, said):
    [(code, weight, words)] = told(linked(arrow("a", kind, "https://a.vn/a.dotx", external=True)))
    assert (code, weight) == ("lien-ket-ngoai", severity)
    assert words.startswith(f"tệp Word: có {said}, không được tải: https://a.vn/a.dotx.")


def test_many_links_are_one_notice():
    links = [arrow(f"a{number}", "image", f"file:///C:/{number}.png", external=True) for number in range(9)]
    [(_, _, words)] = told(linked(*links, arrow("b", "image", "file:///C:/1.png", external=True)))
    assert "có 9 hình ảnh" in words
    assert words.count("file:///") == 5


def test_a_link_neither_floods_nor_steers_the_screen():
    [(_, _, words)] = told(linked(arrow("a", "image", "\u202e\x9b2J" + "x" * 5000, external=True)))
    assert "\ufffd\ufffd2Jxx" in words
    assert len(words) < 300


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (MACRO, "macro"),
        ("oleObject", "doi-tuong-nhung"),
        ("package", "doi-tuong-nhung"),
        ("control", "activex"),
        ("aFChunk", "doan-nhung"),
        (SIGNED, "chu-ky-so"),
    ],
)
def test_what_lies_inside_and_is_not_used_is_told_once(kind, code):
    links = linked(arrow("a", kind, "a.bin"), arrow("b", kind, "b.bin"))
    parts = {"word/a.bin": "a", "word/b.bin": "b"} | {
        "word/_rels/document.xml.rels": open_package(links).parts["word/_rels/document.xml.rels"]
    }
    assert [found for found, _, _ in told(docx(parts))] == [code]


def test_dead_links_are_told():
    links = (
        arrow("a", "image", "NULL"),
        arrow("b", "image", "https://a.vn/a.png"),
        arrow("c", "hyperlink", "#_top"),
    )
    [(code, severity, words)] = told(linked(*links))
    assert (code, severity) == ("phan-thieu", "warning")
    assert "trỏ đến 2 phần không có trong tệp: word/NULL; word/https:/a.vn/a.png." in words


def test_missing_content_types_are_told():
    assert [code for code, _, _ in told(docx(without=["[Content_Types].xml"]))] == ["thieu-kieu-noi-dung"]
