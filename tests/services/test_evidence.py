"""Evidence is kept or turned away with one of eight messages; what is inside is seen, not only the name."""

import hashlib
from io import BytesIO

import hostile
import inside
import pikepdf
import pytest
from hostile_books import HOSTILE_BOOKS, linked
from packages import arrow, docx
from packages import linked as word_linked
from PIL import Image
from wordfile import word_file
from workbooks import grid, sheet, workbook

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.pdf import to_pdf
from docgen.services.evidence import MOST_BYTES, MOST_FILES, Upload, Vetted, thumbnail, vet_evidence
from docgen.services.tasks.evidence import _EICAR

WORD = word_file("Báo cáo kết quả")
BOOK = workbook(sheet(grid(["STT", "Nhiệm vụ"], ["1", "Rà soát"])))
PDF = to_pdf(WORD)
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
MACRO = arrow("a", "vbaProject", "vbaProject.bin")


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    """Open files in this process: to start another takes longer than to look at them."""
    monkeypatch.setattr("docgen.services.evidence.ask_each", inside.ask_each)
    monkeypatch.setattr("docgen.services.page_pictures.ask", inside.ask)


def photograph(kind, size=(40, 30)):
    target = BytesIO()
    Image.new("RGB", size, "red").save(target, kind)
    return target.getvalue()


JPEG, PNG = photograph("JPEG"), photograph("PNG")
GOOD = {"a.docx": WORD, "a.xlsx": BOOK, "a.pdf": PDF, "a.jpg": JPEG, "a.JPEG": JPEG, "a.png": PNG}


def pdf(**root):
    """Return a PDF of one page with more in its root."""
    target = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as opened:
        for key, value in root.items():
            opened.Root[f"/{key}"] = opened.make_indirect(value)
        opened.save(target)
    return target.getvalue()


def locked():
    target = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as opened:
        opened.save(target, encryption=pikepdf.Encryption(user="a", owner="b"))
    return target.getvalue()


def running():
    """Return a PDF that runs a script when it is opened."""
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    return pdf(Names=pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script])))


def loading(kind, target):
    """Return a Word file that asks for something elsewhere."""
    return word_linked(arrow("a", kind, target, external=True))


def outcome(name, data):
    (one,) = vet_evidence([Upload(name, data)])
    return one


@pytest.mark.parametrize("name", GOOD)
def test_what_is_what_it_says_is_kept(name):
    kept = outcome(f"../Minh chứng\u202e {name}", GOOD[name])
    assert isinstance(kept, Vetted)
    assert (kept.name, kept.size) == (f"Minh chứng {name}", len(GOOD[name]))
    assert kept.sha256 == hashlib.sha256(GOOD[name]).hexdigest()
    assert kept.media_type.endswith({"a.docx": "wordprocessingml.document", "a.xlsx": "sheet"}.get(name, ""))


UNFIT = {
    "no bytes": ("a.pdf", b"", InvalidInputError, r"rỗng \(0 byte\)"),
    "a byte too much": ("a.pdf", bytes(MOST_BYTES + 1), RefusedError, "nặng 20,0 MB, quá 20 MB"),
    "another kind": ("a.exe", b"MZ", InvalidInputError, "Loại tệp này không được nhận"),
    "no ending": ("a", PDF, InvalidInputError, "Loại tệp này không được nhận"),
    "a program": ("a.pdf", b"MZ" + bytes(99), InvalidInputError, "không phải PDF .*chương trình Windows"),
    "a Word file as PDF": ("a.pdf", WORD, InvalidInputError, "không phải PDF .*tệp nén hoặc tệp Office"),
    "a PDF as a Word file": ("a.docx", PDF, InvalidInputError, "không phải DOCX .*PDF"),
    "a workbook as a Word file": ("a.docx", BOOK, InvalidInputError, "không phải DOCX .*Excel"),
    "a Word file as a workbook": ("a.xlsx", WORD, InvalidInputError, "không phải XLSX .*Word"),
    "a JPEG as PNG": ("a.png", JPEG, InvalidInputError, "không phải PNG .*ảnh JPEG"),
    "a PNG as JPEG": ("a.jpg", PNG, InvalidInputError, "không phải JPG .*ảnh PNG"),
    "noise as JPEG": ("a.jpg", b"\x01\x02", InvalidInputError, r"không phải JPG\."),
    "an old Word file": ("a.docx", OLE2 + "WordDocument".encode("utf-16-le"), InvalidInputError, "97–2003"),
    "half a Word file": ("a.docx", WORD[: len(WORD) // 2], InvalidInputError, "bị hỏng"),
    "a Word file of no XML": ("a.docx", docx({"word/document.xml": "<w"}), InvalidInputError, "bị hỏng"),
    "half a PDF": ("a.pdf", PDF[:200], InvalidInputError, "bị hỏng"),
    "half a JPEG": ("a.jpg", JPEG[:-200], InvalidInputError, "bị hỏng"),
    "half a PNG": ("a.png", PNG[:60], InvalidInputError, "bị hỏng"),
    "a Word file with a password": (
        "a.docx",
        OLE2 + "EncryptedPackage".encode("utf-16-le"),
        InvalidInputError,
        "có mật khẩu",
    ),
    "a PDF with a password": ("a.pdf", locked(), InvalidInputError, "có mật khẩu"),
    "a virus": ("a.pdf", _EICAR, RefusedError, "mã độc"),
    "a virus inside": ("a.docx", docx({"word/a.bin": _EICAR}), RefusedError, "mã độc"),
    "macros": ("a.docx", word_linked(MACRO), RefusedError, "có macro"),
    "macros of a workbook": (
        "a.xlsx",
        linked("xlMacrosheet", "a.xml", external=False),
        RefusedError,
        "macro",
    ),
    "ActiveX": ("a.docx", word_linked(arrow("a", "control", "a.xml")), RefusedError, "ActiveX"),
    "a script": ("a.pdf", running(), RefusedError, "JavaScript"),
    "a DTD": ("a.docx", docx({"word/document.xml": "<!DOCTYPE a><a/>"}), RefusedError, "khai báo DTD"),
    "a DTD aside": ("a.docx", docx({"docProps/app.xml": "<!DOCTYPE a><a/>"}), RefusedError, "khai báo DTD"),
    "a zip bomb": ("a.xlsx", HOSTILE_BOOKS["bomb by ratio"][0](), RefusedError, "nén bất thường"),
    "a picture of a town": ("a.png", hostile.png(30_000, 30_000), RefusedError, "nhiều điểm ảnh"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_may_not_be_kept_is_told_with_its_name_and_a_remedy(case):
    name, data, error, said = UNFIT[case]
    met = outcome(name, data)
    assert type(met) is error
    with pytest.raises(error, match=f"^“{name}”: .*{said}"):
        raise met
    assert met.remedy.startswith("Hãy ")


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/a.dotm",
        "HTTPS://a.vn/a",
        "mhtml:http://a.vn",
        "//may/a.dotm",
        r"\\may\a.dotm",
        "file://may/a.dotm",
        r"file:///\\may\a.dotm",
        "file:///%5C%5Cmay/a.dotm",
    ],
)
@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject"])
def test_what_loads_from_elsewhere_is_dangerous(kind, target):
    met = outcome("a.docx", loading(kind, target))
    with pytest.raises(RefusedError, match=r"từ máy khác khi mở; tệp nguy hiểm"):
        raise met


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", r"file:///C:\Users\An\Normal.dotm"),
        ("attachedTemplate", "file:///D:/M%E1%BA%ABu.dotm"),
        ("attachedTemplate", "file://localhost/Users/An/Normal.dotm"),
        ("attachedTemplate", r"C:\Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
        ("hyperlink", "https://snv.binhdinh.gov.vn"),
        ("image", "http://127.0.0.1:9/a.png"),
    ],
)
def test_what_honest_files_have_is_not_dangerous(kind, target):
    assert isinstance(outcome("a.docx", loading(kind, target)), Vetted)


@pytest.mark.parametrize("part", ["customXml/item1.xml", "word/media/a.png"])
def test_a_damaged_part_that_nobody_reads_does_not_matter(part):
    assert isinstance(outcome("a.docx", docx({part: "<a"})), Vetted)


@pytest.mark.parametrize("nothing", [[], [Upload("", b"")]])
def test_none_is_told_of(nothing):
    with pytest.raises(InvalidInputError, match=r"Chưa chọn tệp minh chứng nào\.") as met:
        vet_evidence(nothing)
    assert met.value.remedy.endswith(".docx, .xlsx, .pdf, .jpg hoặc .png.")


def test_too_many_are_told_of():
    files = [Upload("a.pdf", b"")] * 4
    with pytest.raises(RefusedError, match=r"tối đa 10 tệp minh chứng; đã có 7, chọn thêm 4\."):
        vet_evidence(files, kept=7)
    with pytest.raises(RefusedError, match=r"đang chọn 11\."):
        vet_evidence([files[0]] * (MOST_FILES + 1))
    assert len(vet_evidence(files, kept=6)) == 4


def test_files_are_told_of_all_at_once_and_in_their_order():
    chosen = [
        ("a.pdf", PDF),
        ("b.docx", b""),
        ("c.png", PNG),
        ("d.pdf", WORD),
        ("a.pdf", PDF),
        ("e.pdf", PDF),
    ]
    outcomes = vet_evidence([Upload(name, data) for name, data in chosen])
    told = [one.message[1:2] if isinstance(one, DocgenError) else one.name for one in outcomes]
    assert told == ["a.pdf", "b", "c.png", "d", "a.pdf", "e.pdf"]


@pytest.mark.parametrize(("name", "shown"), [(name, not name.endswith("xlsx")) for name in GOOD])
def test_a_thumbnail_shows_the_first_page(name, shown):
    small = thumbnail(GOOD[name], outcome(name, GOOD[name]))
    assert bool(small) is shown
    if shown:
        with Image.open(BytesIO(small)) as image:
            assert max(image.size) <= 3 * 160
            assert image.width <= 160


def test_what_cannot_be_drawn_has_no_thumbnail():
    body = docx({"word/document.xml": "<html/>"})
    assert thumbnail(body, outcome("a.docx", body)) is None


def test_it_is_the_worker_that_opens_them(monkeypatch):
    monkeypatch.undo()
    files = [Upload("a.pdf", PDF), Upload("b.pdf", WORD), Upload("c.pdf", locked())]
    first, *others = vet_evidence(files)
    assert isinstance(first, Vetted)
    assert [type(one) for one in others] == [InvalidInputError] * 2
