"""On which page each paragraph begins, judged by the words that Poppler finds on the pages of the PDF."""

from collections import Counter

import corpus
import pytest
from described import par
from drawn import drawing, shape
from printed import pdf_pages, squeezed
from wordfile import WordFile, word_file

from docgen.package import open_package
from docgen.pdf import convert, paragraph_pages, to_pdf
from docgen.word.ooxml import W
from docgen.word.reading.changes import Changes, settle

LETTERS = 24
"""How many letters of a paragraph are looked for: they tell it from others, and stand in its first lines."""


def beginnings(docx, changes=Changes.ACCEPTED):
    """Return the first letters of each paragraph by its number; those of several are left out."""
    package = open_package(docx)
    root = package.xml(package.main)
    settle(root, changes)
    found = {number: start(node) for number, node in enumerate(root.iter(f"{W}p"), 1)}
    times = Counter(found.values())
    return {number: text for number, text in found.items() if len(text) == LETTERS and times[text] == 1}


def start(paragraph):
    inside = (text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph)
    return squeezed("".join(text.text or "" for text in inside))[:LETTERS]


def disagreements(docx):
    """Return what Poppler finds elsewhere, and how many paragraphs were compared."""
    printed = [squeezed(page) for page in pdf_pages(to_pdf(docx))]
    ours, compared, wrong = paragraph_pages(docx), 0, []
    for number, text in beginnings(docx).items():
        pages = [page for page, words in enumerate(printed, 1) if text in words]
        compared += bool(pages)
        if pages and ours[number] not in pages:
            wrong.append((number, text, ours[number], pages))
    return wrong, compared


@pytest.mark.parametrize("way", ["PORTRAIT", "LANDSCAPE"])
def test_of_the_plan(plan_docx, way):
    wrong, compared = disagreements(plan_docx[way])
    assert wrong == []
    assert compared > 100


@pytest.mark.parametrize("seed", corpus.DEVELOPMENT[::4])
def test_of_any_file(seed):
    wrong, compared = disagreements(corpus.word_file(seed))
    assert wrong == []
    assert compared > 10


def test_every_paragraph_has_a_page(plan_docx):
    pages = paragraph_pages(plan_docx["PORTRAIT"])
    package = open_package(plan_docx["PORTRAIT"])
    count = sum(1 for _ in package.xml(package.main).iter(f"{W}p"))
    assert sorted(pages) == list(range(1, count + 1))
    assert list(pages.values()) == sorted(pages.values())


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("một\nhai⤓ba\nbốn", [1, 1, 2]),
        ("một\n⤓hai\nba", [1, 2, 2]),
        ("một\n\n⤓\nhai", [1, 1, 2]),
        ("một\nnewpage | hai\nba", [1, 2, 2]),
        ("một\n---\nhai", [1, 1, 2]),
        ("table 3000 3000 header\n+ a¶b + c\n+ d + e⤓f\nhai", [1, 1, 1, 1, 1, 1]),
        ("table 3000 3000 header\n+ a + b\n" + "+ c + d\n" * 60, [1] * 90 + [2] * 32),
    ],
)
def test_where_paragraphs_begin(text, pages):
    assert list(paragraph_pages(word_file(text)).values()) == pages


HIDDEN = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
NEW = drawing(shape(words=par("a"))).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
OLD = f"<w:pict><v:rect><v:textbox><w:txbxContent>{par('a')}</w:txbxContent></v:textbox></v:rect></w:pict>"
VERSIONS = par(
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{NEW}</mc:Choice>'
    f"<mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "pages"),
    [
        ("một⤓hai\n" + HIDDEN + "\nba", [1, 1, 2]),
        ("newpage | một\n" + drawing(shape(words=par("a") + par("b"))) + "\nhai", [1, 1, 1, 1, 1]),
        ("một⤓\n" + VERSIONS + "\nhai", [1, 2, 2, 2, 2]),
    ],
)
def test_what_is_hidden_boxed_or_written_twice(xml, pages):
    assert list(paragraph_pages(word_file(xml)).values()) == pages


@pytest.mark.parametrize(("changes", "pages"), [("accepted", [1, 2]), ("original", [1, 1, 2])])
def test_with_changes_settled(changes, pages):
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="An"/></w:rPr></w:pPr>'
    gone = f'<w:p>{mark}<w:del w:id="2" w:author="An"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>'
    assert list(paragraph_pages(word_file(f"một\n{gone}\nnewpage | hai"), changes).values()) == pages


def test_the_words_of_headers_and_notes_have_no_number():
    file = WordFile("một⤓hai\nba", header="đầu trang", footer="Trang №/Σ")
    assert list(paragraph_pages(file.bytes()).values()) == [1, 2]


def test_a_file_that_is_open_gives_the_same():
    docx = corpus.word_file(1)
    assert paragraph_pages(open_package(docx)) == paragraph_pages(docx)
    assert convert(open_package(docx)) == convert(docx)
