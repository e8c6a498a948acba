"""Pages drawn: what is on the pictures, where the words stand, and what cannot be drawn."""

import sys
from io import BytesIO
from itertools import pairwise
from random import Random

import inside
import pikepdf
import pytest
from packages import docx
from PIL import Image, ImageChops
from wordfile import word_file

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.pdf import to_pdf
from docgen.services import isolation
from docgen.services.isolation import Names, ask_each
from docgen.services.page_pictures import LEAST_WIDTH, MOST_WIDTH, page_pictures

THREE = word_file("Kế hoạch cải cách\nhai⤓\nba")
PDF = to_pdf(THREE)
A4 = 297 / 210


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    """Draw in this process: to start another takes longer than to draw."""
    monkeypatch.setattr("docgen.services.page_pictures.ask", inside.ask)


def pictures(data, *pages, **options):
    return page_pictures(data, Names("a"), pages or (1,), **options)


def image(page):
    opened = Image.open(BytesIO(page.png))
    assert opened.size == (page.width, page.height)
    return opened


def ink(opened):
    """Return the box around all that is not white."""
    return ImageChops.invert(opened.convert("L")).getbbox()


def saved(opened, kind, **options):
    target = BytesIO()
    opened.save(target, kind, **options)
    return target.getvalue()


def changed(**boxes):
    """Return the PDF with boxes of its first page changed, or the page turned."""
    target = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        for name, value in boxes.items():
            pdf.pages[0][f"/{name}"] = value
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize("data", [PDF, THREE], ids=["pdf", "word"])
def test_the_pages_that_are_asked_for_are_drawn(data):
    drawn = pictures(data, 2, 1, 2, 9, 0, -1, width=300)
    assert (drawn.count, [page.number for page in drawn.drawn]) == (2, [1, 2])
    for page in drawn.drawn:
        assert (page.width, page.height, page.words) == (300, pytest.approx(300 * A4, abs=1), ())
        assert image(page).mode == "L"
        assert ink(image(page))


@pytest.mark.parametrize(
    "data", [PDF, THREE, saved(Image.new("L", (9, 9)), "PNG")], ids=["pdf", "word", "png"]
)
def test_no_page_but_how_many_there_are(data):
    drawn = pictures(data, 99)
    assert (drawn.count > 0, drawn.drawn) == (True, ())


def test_the_words_of_a_page_stand_where_its_ink_is():
    first, last = pictures(PDF, 1, 2, words=True).drawn
    assert first.lines == ("Kế hoạch cải cách", "hai")
    assert last.lines == ("ba",)
    left, top, right, bottom = ink(image(last))
    (word,) = last.words
    assert word.line == 1
    assert word.box.left - 2 <= left < right <= word.box.right + 2
    assert word.box.top <= top < bottom <= word.box.bottom


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_or_cut_has_its_words_in_place(turn):
    (page,) = pictures(changed(Rotate=turn, CropBox=[40, 300, 500, 820]), words=True).drawn
    shown = image(page)
    assert (page.width < page.height) == (turn == 180)
    for left, top, right, bottom in (word.box for word in page.words):
        assert ink(shown.crop((left, top, right, bottom)))
        shown.paste("white", (left - 1, top - 1, right + 1, bottom + 1))
    assert ink(shown) is None


def test_a_quotation_is_found_over_its_lines():
    text = "Tiếp tục đẩy mạnh cải cách hành chính trong toàn tỉnh " * 3
    (page,) = pictures(to_pdf(word_file(f"Đầu\n{text}")), words=True).drawn
    every = page.places(f"{text.strip()} …")
    assert len(every) == len(page.lines) - 1
    assert all(over.bottom <= under.top + 1 for over, under in pairwise(every))
    (one,) = page.places("ĐẨY  mạnh")
    assert every[0].left < one.left < one.right < every[0].right
    assert page.places("… mạnh cải …") == page.places("mạnh cải")
    assert (page.places("không có"), page.places(" …"), page.places("")) == ((), (), ())


def test_a_quotation_that_goes_on_over_the_page_is_found_by_its_beginning():
    begun, ended = "Tiếp tục đẩy mạnh cải cách", "hành chính trong toàn tỉnh và trong cả nước"
    drawn = pictures(to_pdf(word_file(f"{begun}⤓{ended}\nHết")), 1, 2, words=True)
    first, second = drawn.drawn
    assert len(first.places(f"{begun} {ended}")) == 1
    assert first.places("Tiếp tục mãi") == second.places(f"{begun} {ended}") == ()
    assert drawn.page_of(f"{begun} {ended[:9]}", 1) == first
    assert drawn.page_of(ended, 1) == second
    assert (drawn.page_of("Hết", 1), drawn.page_of("Hết", 2), drawn.page_of("Hết", 3)) == (
        second,
        second,
        None,
    )


def test_words_are_composed_and_letters_that_are_none_do_not_spoil_the_page():
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"BT /F 12 Tf 50 500 Td (a\\000b c) Tj ET")
        pdf.save(target)
    (page,) = pictures(target.getvalue(), words=True).drawn
    assert [word.text[0] for word in page.words] == ["a", "c"]
    assert all(word.text.isprintable() for word in page.words)


@pytest.mark.parametrize(("asked", "width"), [(1, LEAST_WIDTH), (10**6, MOST_WIDTH)])
def test_the_width_is_bounded(asked, width):
    assert pictures(PDF, width=asked).drawn[0].width == width


@pytest.mark.parametrize(
    ("box", "size"), [((0, 0, 9, 9000), (1, 300)), ((0, 0, 9000, 9), (100, 1)), ((0, 0, 0, 0), (100, 130))]
)
def test_a_page_of_any_shape_gives_a_picture_of_bounded_size(box, size):
    (page,) = pictures(changed(MediaBox=[*box]), width=100).drawn
    assert (page.width, page.height) == pytest.approx(size, abs=1)


def test_colours_are_kept():
    (page,) = pictures(saved(Image.new("RGB", (400, 200), "red"), "PNG"), width=100).drawn
    assert (page.width, page.height, image(page).getpixel((5, 5))) == (100, 50, (255, 0, 0))


def test_a_photograph_stands_upright_on_white():
    turned = Image.Exif()
    turned[0x112] = 6
    photograph = Image.new("RGB", (400, 200), "red")
    (page,) = pictures(saved(photograph, "JPEG", exif=turned), width=100).drawn
    assert (page.width, page.height) == (100, 200)
    (page,) = pictures(saved(Image.new("RGBA", (40, 20)), "PNG"), width=100).drawn
    assert (page.width, page.height, image(page).getpixel((5, 5))) == (40, 20, 255)


def test_a_tracked_change_is_shown_as_asked():
    new = '<w:p><w:ins w:id="1" w:author="An"><w:r><w:br w:type="page"/><w:t>ba</w:t></w:r></w:ins></w:p>'
    docx_ = word_file(f"một\n{new}")
    assert (pictures(docx_).count, pictures(docx_, changes="original").count) == (2, 1)


def locked():
    target = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user="a", owner="b"))
    return target.getvalue()


def pageless():
    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", InvalidInputError, "Tệp rỗng"),
        (b"%PDF-1.7", InvalidInputError, "Tệp PDF bị hỏng"),
        (pageless(), InvalidInputError, "Tệp PDF bị hỏng"),
        (locked(), InvalidInputError, "Tệp có mật khẩu"),
        (saved(Image.new("L", (99, 99)), "JPEG")[:200], InvalidInputError, "Tệp ảnh bị hỏng"),
        (docx({"word/document.xml": "<w"}), InvalidInputError, "không đọc được XML"),
        (saved(Image.new("1", (9000, 9000)), "PNG"), RefusedError, r"\(9000 × 9000\)"),
        (saved(Image.new("1", (14_000, 14_000)), "PNG"), RefusedError, "tối đa 80 triệu"),
    ],
)
def test_what_cannot_be_drawn_is_told(data, error, said):
    with pytest.raises(error, match=f"“a”: .*{said}"):
        pictures(data)


def test_it_is_the_worker_that_draws(monkeypatch):
    here = pictures(PDF, 1, 2, words=True)
    monkeypatch.undo()
    assert pictures(PDF, 1, 2, words=True) == here


def test_spoilt_pdfs_are_drawn_or_refused():
    dice, spoilt = Random(8), []  # noqa: S311 - the same every time
    for _ in range(60):
        data = bytearray(PDF)
        for _ in range(dice.choice((1, 9, 99))):
            data[dice.randrange(9, len(data))] = dice.randrange(256)
        spoilt.append((bytes(data), Names("a")))
    answers = ask_each("pages", spoilt, pages=[1, 2], width=200, words=True)
    refused = [answer for answer in answers if isinstance(answer, DocgenError)]
    assert all(isinstance(answer, (InvalidInputError, RefusedError)) for answer in refused)
    assert len(refused) < len(answers)


def test_a_page_that_takes_all_memory_is_refused(monkeypatch):
    """PDFium ends its process then."""
    monkeypatch.undo()
    monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(RefusedError, match="“a”: Tệp quá nặng: máy không đủ bộ nhớ"):
        pictures(PDF)
