"""`docgen pdf`: a Word file from anyone, and what is said of it."""

import sys

import pytest
from packages import arrow, docx, linked
from printed import pdf_pages
from wordfile import word_file

from docgen.services import isolation

CHANGED = """
<w:p><w:r><w:t>Kế hoạch</w:t></w:r>
<w:ins w:id="1" w:author="An"><w:r><w:t xml:space="preserve"> sửa đổi</w:t></w:r></w:ins>
<w:del w:id="2" w:author="An"><w:r><w:delText xml:space="preserve"> năm cũ</w:delText></w:r></w:del></w:p>
""".replace("\n", "")


@pytest.fixture
def converted(docgen, tmp_path):
    """Write a Word file down and convert it; return the result and the PDF."""

    def convert(data, *options):
        (tmp_path / "a.docx").write_bytes(data)
        result = docgen("pdf", tmp_path / "a.docx", "-o", tmp_path / "a.pdf", *options)
        pdf = tmp_path / "a.pdf"
        return result, pdf.read_bytes() if pdf.exists() else None

    return convert


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Kế hoạch sửa đổi"),
        (["--changes", "accepted"], "Kế hoạch sửa đổi"),
        (["--changes", "original"], "Kế hoạch năm cũ"),
    ],
)
def test_tracked_changes_are_shown_as_asked(converted, options, words):
    assert "".join(pdf_pages(converted(word_file(CHANGED), *options)[1])).strip() == words


@pytest.mark.parametrize(("severity", "status"), [("info", 0), ("warning", 0), ("error", 1)])
def test_warnings_are_told_with_their_places_and_errors_are_a_status(
    converted, monkeypatch, severity, status
):
    found = [
        {"code": "a", "severity": severity, "place": place, "message": "thiếu."}
        for place in ("đoạn 1", "đoạn 2")
    ]
    code = (
        "from docgen.services import protocol, worker\n"
        f"worker.answer = lambda *_: protocol.frame({{'warnings': {found}}}, b'%PDF')\n"
        "worker.main()"
    )
    monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-P", "-c", code))
    result, pdf = converted(docx())
    assert (result.status, result.err, pdf) == (status, "đoạn 1: thiếu.\nđoạn 2: thiếu.\n", b"%PDF")
    assert result.out.endswith("a.pdf\n")


def test_links_to_the_outside_are_told(converted):
    result, pdf = converted(linked(arrow("a", "oleObject", "http://127.0.0.1:9/a.xlsx", external=True)))
    assert (result.status, pdf[:5]) == (0, b"%PDF-")
    assert "có 1 đối tượng OLE nằm ngoài tệp, không được tải: http://127.0.0.1:9/a.xlsx" in result.err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "a.docx”: Tệp không phải DOCX (nội dung là PDF).\nHãy chọn đúng tệp Word (.docx)."),
        (docx(without=["word/document.xml"]), "a.docx”: Tệp Word thiếu phần “word/document.xml”."),
        (
            docx({"word/document.xml": "<!DOCTYPE a><a/>"}),
            "a.docx”: Phần “word/document.xml” của tệp Word có khai báo",
        ),
    ],
)
def test_a_refusal_names_the_file_and_leaves_none(converted, data, said):
    result, pdf = converted(data)
    assert (result.status, result.out, pdf) == (2, "", None)
    assert said in result.err
