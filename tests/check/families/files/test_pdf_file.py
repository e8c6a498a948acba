"""PDF files, whole and faulty: what is told of each before it is signed and filed (X01)."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, String
from wordfile import word_file

from docgen.check.families.files.pdf_file import LEAST_VERSION, check_pdf
from docgen.errors import InvalidInputError
from docgen.model.finding import Severity
from docgen.pdf import to_pdf
from docgen.rules import rule

GOOD = to_pdf(word_file("| Kế hoạch năm 2025\nsection\n| Trang hai"))
WORDS = b"BT /F1 12 Tf (chu) Tj ET"
IMAGE = b"q 100 0 0 100 0 0 cm /Im1 Do Q"
HIDDEN = b"BT 3 Tr /F1 12 Tf (chu) Tj ET"


def edited(change, data=GOOD, **saving):
    """Return a PDF after `change` was done to it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out := io.BytesIO(), **saving)
    return out.getvalue()


def font(name=b"/ABCDEF+Arial", *, embedded=False, **more):
    """Return a simple font."""
    descriptor = Dictionary(Type=Name.FontDescriptor)
    if embedded:
        descriptor.FontFile2 = String("phông")
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=pikepdf.Object.parse(name),
        FontDescriptor=descriptor,
        **more,
    )


def composite(**more):
    """Return a composite font over an embedded one, its codes the numbers of glyphs."""
    below = Array([font(embedded=True)])
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/Ghép"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=below,
        **more,
    )


def drawn(*contents, face=None):
    """Return the good PDF with a page for each content stream, whose font is F1 and whose picture is Im1."""

    def change(pdf):
        image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        inside = pdf.make_stream(
            b"/Im1 Do", Subtype=Name.Form, Resources=Dictionary(XObject=Dictionary(Im1=image))
        )
        named = Dictionary(
            Font=Dictionary(F1=font(embedded=True) if face is None else face),
            XObject=Dictionary(Im1=image, Fm1=inside),
        )
        del pdf.pages[:]
        for content in contents:
            page = pdf.add_blank_page()
            page.Resources = named
            page.Contents = pdf.make_stream(content)

    return edited(change)


def told(data):
    """Return what is said of a PDF: severity and message."""
    return [(breach.severity or rule(breach.rule).severity, breach.message) for breach in check_pdf(data)]


def claim(part, level):
    """Return the good PDF with another claim in its metadata."""

    def change(pdf):
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfaid:part"], metadata["pdfaid:conformance"] = part, level

    return edited(change)


def remove(key):
    return edited(lambda pdf: pdf.Root.__delitem__(key))


def with_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def with_script_of_a_page(pdf):
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    pdf.pages[0].AA = Dictionary(O=action)


def with_words_on_scripts(pdf):
    pdf.docinfo["/Title"] = "Mã lệnh /JavaScript"


def test_our_own_pdf_has_nothing_to_tell():
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("data", "severity", "message"),
    [
        (edited(lambda _: None, force_version="1.3"), Severity.ERROR, "phiên bản 1.3, phải từ 1.4 trở lên"),
        (
            edited(lambda _: None, encryption=Encryption(user="mở", owner="khóa")),
            Severity.ERROR,
            "đòi mật khẩu",
        ),
        (edited(lambda _: None, encryption=Encryption(owner="khóa")), Severity.WARNING, "bị mã hóa"),
        (remove("/Metadata"), Severity.WARNING, "Tệp chưa phải PDF/A"),
        (claim("1", "B"), Severity.INFO, "Tệp là PDF/A-1b; hồ sơ lưu trữ thường dùng PDF/A-2b."),
        (edited(with_script), Severity.WARNING, "JavaScript"),
        (edited(with_script_of_a_page), Severity.WARNING, "JavaScript"),
        (drawn(WORDS, face=font()), Severity.WARNING, "Phông chữ chưa nhúng vào tệp: Arial;"),
        (drawn(WORDS, face=font(b"/A#b5")), Severity.WARNING, "Phông chữ chưa nhúng vào tệp: A\ufffd;"),
        (drawn(WORDS, face=composite()), Severity.WARNING, "Chữ phông Ghép hiện được nhưng không tìm kiếm"),
        (drawn(WORDS, IMAGE, IMAGE), Severity.WARNING, "Trang 2, 3 chỉ có ảnh, không tìm kiếm"),
        (drawn(WORDS, b"/Fm1 Do"), Severity.WARNING, "Trang 2 chỉ có ảnh"),
        (drawn(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI"), Severity.WARNING, "Trang 1 chỉ có ảnh"),
        (drawn(b"0 0 9 9 re f"), Severity.WARNING, "Tệp không có chữ nào"),
        (
            drawn(*[IMAGE] * 12),
            Severity.WARNING,
            "Trang 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 và 2 chỗ khác chỉ có ảnh",
        ),
        (drawn(WORDS, b"[ Tj ] TJ"), Severity.WARNING, "Nội dung trang 2 bị hỏng"),
        (drawn(b"BT /F#b5 9 Tf (chu) Tj ET"), Severity.WARNING, "Nội dung trang 1 bị hỏng"),
    ],
)
def test_one_fault_is_told_once(data, severity, message):
    ((found, said),) = told(data)
    assert found == severity
    assert message in said


@pytest.mark.parametrize(
    "data",
    [
        claim("2", "A"),
        claim("2", "U"),
        edited(with_words_on_scripts),
        drawn(WORDS, face=composite(ToUnicode=String("bảng"))),
        drawn(WORDS, IMAGE + WORDS),
        drawn(WORDS, b""),
        drawn(WORDS, face=Dictionary(Type=Name.Font, Subtype=Name.Type3)),
        drawn(IMAGE + HIDDEN, face=font()),
        drawn(WORDS + b"q 3 Tr Q Q", face=font(embedded=True)),
    ],
    ids=[
        "2a",
        "2u",
        "words",
        "meanings",
        "picture",
        "blank",
        "drawn letters",
        "scan with text",
        "too many Q",
    ],
)
def test_what_is_right_is_not_told(data):
    assert told(data) == []


def test_the_state_of_text_is_restored():
    """The first text paints, the second does not: the font is missed once, for the text that is seen."""
    ((_, said),) = told(drawn(b"q " + HIDDEN + b" Q " + WORDS, face=font()))
    assert "chưa nhúng" in said


def test_a_later_version_in_the_catalog_counts():
    def later(pdf):
        pdf.Root.Version = Name("/1.7")

    assert told(edited(later, force_version="1.3")) == []


@pytest.mark.parametrize("face", [Dictionary(), Dictionary(Subtype=Name.Type0), font(b"(chuoi)")])
def test_fonts_that_say_nothing_are_fonts_that_are_not_embedded(face):
    messages = [said for _, said in told(drawn(WORDS, face=face))]
    assert any("Phông chữ chưa nhúng" in said for said in messages)


@pytest.mark.parametrize(
    "resources", [1, Dictionary(), Dictionary(Font=1), Dictionary(Font=Dictionary(F1=1))]
)
def test_pages_without_resources_are_read(resources):
    def bare(pdf):
        for page in pdf.pages:
            page.Resources = resources

    ((_, said),) = told(edited(bare))
    assert said.startswith("Tệp không có chữ nào")


def with_odd_version(pdf):
    pdf.Root.Version = pikepdf.Object.parse(b"/#b5")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", GOOD[:200], edited(with_odd_version)]
)
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(InvalidInputError, match="không phải PDF"):
        list(check_pdf(data))


def test_the_rule_names_the_version_that_is_asked():
    assert "phiên bản {}.{} trở lên".format(*LEAST_VERSION) in rule("X01").says
