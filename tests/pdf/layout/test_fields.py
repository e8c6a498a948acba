"""Fields: what they show depends on the page."""

from laidout import face, laid_out, numbered, par, section, words

from docgen.pdf.description import PageNumber, Running, StyleText, Text


def printed(*sections):
    return words(laid_out(*sections).pages.pages)


def headed(*blocks, header, **told):
    return section(*blocks, header=Running((par(*header),)), header_distance=20.0, **told)


def test_pages_say_how_many_there_are():
    found = printed(headed(*numbered(25), header=("№/Σ",)))
    assert [page.split("|")[0] for page in found] == ["1/2", "2/2"]


def test_sections_count_their_own_pages():
    look = face()
    header = (PageNumber(look), Text(" trong ", look), PageNumber(look, section=True))
    found = printed(headed(*numbered(25), header=header), headed(par("ba"), header=header, starts_at=1))
    assert [page.split("|")[0] for page in found] == ["1 trong 2", "2 trong 2", "1 trong 1"]


def test_numbers_are_written_as_the_section_or_the_field_asks():
    look = face()
    header = (PageNumber(look), Text(" ", look), PageNumber(look, style="upperLetter"))
    (page,) = printed(headed(par("một"), header=header, number_style="lowerRoman", starts_at=4))
    assert page.split("|")[0] == "iv D"


def test_all_pages_are_counted_in_arabic_figures_as_in_word():
    (page,) = printed(headed(par("một"), header=("Σ",), number_style="upperRoman"))
    assert page.split("|")[0] == "1"


def styled(text, style="Muc"):
    return par(text, style=style)


def test_a_header_shows_the_first_heading_of_its_page_or_the_one_before():
    header = (StyleText("Muc", face(), stored="cũ"),)
    blocks = [styled("Mục 1"), *numbered(18), styled("Mục 2"), *numbered(22), styled("Mục 3")]
    found = printed(headed(*blocks, header=header))
    assert [page.split("|")[0] for page in found] == ["Mục 1", "Mục 2", "Mục 3"]


def test_a_header_may_show_the_last_heading_of_its_page():
    header = (StyleText("Muc", face(), last=True),)
    (page,) = printed(headed(styled("Mục 1"), par("chữ"), styled("Mục 2"), header=header))
    assert page.split("|")[0] == "Mục 2"


def test_a_page_without_the_style_shows_what_was_stored():
    (page,) = printed(headed(par("chữ"), header=(StyleText("Muc", face(), stored="cũ"),)))
    assert page.split("|")[0] == "cũ"


def test_the_title_page_and_even_pages_have_headers_of_their_own():
    running = Running((par("lẻ"),), (par("đầu"),), (par("chẵn"),))
    found = printed(section(*numbered(45), header=running, header_distance=20.0))
    assert [page.split("|")[0] for page in found] == ["đầu", "chẵn", "lẻ"]
