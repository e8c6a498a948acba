"""The tree of tags, read with pikepdf: all that is on a page has its place in it, or is an artifact."""

from collections import Counter
from io import BytesIO

import pikepdf
import pytest

from docgen.pdf.pages import Box, Glyphs, Page, Pages, Picture, Stroke, Tag
from docgen.pdf.writing import write

PAINTING = {"Tj", "TJ", "S", "f", "B", "Do"}


@pytest.fixture
def word(serif):
    """Make a word with a tag, its base line at a height of the page."""
    return lambda text, tag=None, y=50: Glyphs(20, y, text, serif, 10, tag=tag)


@pytest.fixture
def tagged():
    """Write pages with the items given for each below a root; open the file."""

    def make(root, *pages):
        data = write(Pages([Page(400, 200, list(items)) for items in pages], root))
        return pikepdf.open(BytesIO(data))

    return make


def document(file):
    return file.Root.StructTreeRoot.K[0]


def below(element):
    """Return an element as its type and what is in it; marked content is its number."""
    if isinstance(element, int):
        return element
    if element.get("/Type") == "/MCR":
        return f"{element.MCID} elsewhere"
    return (str(element.S)[1:], *[below(kid) for kid in element.get("/K", [])])


def elements(element):
    if isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield element
        for kid in element.get("/K", []):
            yield from elements(kid)


def sequences(page):
    """Yield the marked content of a page: its tag, its number, and the painting operators in it."""
    stack = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            stack.append((str(operands[0])[1:], operands[1].get("/MCID") if len(operands) > 1 else None, []))
        elif name == "EMC":
            yield stack.pop()
        elif name in PAINTING:
            stack[0][2].append(name)
    assert stack == []


def test_each_item_belongs_to_its_tag_and_the_rest_are_artifacts(tagged, word):
    root = Tag("Document")
    first, second = root.add("H1"), root.add("P")
    line = Stroke(0, 60, 400, 60, 1)
    with tagged(root, [word("a", first), word("b", first), line, word("c", second)]) as file:
        assert below(document(file)) == ("Document", ("H1", 0), ("P", 1))
        assert list(sequences(file.pages[0])) == [
            ("H1", 0, ["Tj", "Tj"]),
            ("Artifact", None, ["S"]),
            ("P", 1, ["Tj"]),
        ]


def test_lines_and_pictures_may_be_content(tagged, png):
    figure = (root := Tag("Document")).add("Figure")
    items = [Box(20, 20, 40, 40, "FFFFFF", tag=figure), Picture(20, 20, 40, 40, png, "png", tag=figure)]
    with tagged(root, [*items, Stroke(20, 60, 60, 60, 1, tag=figure)]) as file:
        assert list(sequences(file.pages[0])) == [("Figure", 0, ["f", "Do", "S"])]


def test_parents_are_told_in_both_directions(tagged, word):
    root = Tag("Document")
    row = root.add("Table").add("TR")
    cells = [row.add("TD").add("P") for _ in range(3)]
    pages = [
        [word("a", cells[0]), word("số 1"), word("b", cells[1])],
        [],
        [word("c", cells[1]), word("d", cells[2])],
    ]
    with tagged(root, *pages) as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        assert [int(number) for number in numbers[::2]] == [int(page.StructParents) for page in file.pages]
        for page, owners in zip(file.pages, numbers[1::2], strict=True):
            assert [mark for _, mark, _ in sequences(page) if mark is not None] == list(range(len(owners)))
        owned = [owner.objgen for owners in numbers[1::2] for owner in owners]
        whole = [element for element in elements(document(file)) if element.S == "/P"]
        assert owned == [whole[at].objgen for at in (0, 1, 1, 2)]
        for element in elements(document(file)):
            kids = [
                kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
            ]
            assert all(kid.P.objgen == element.objgen for kid in kids)


def test_content_on_several_pages_names_its_pages(tagged, word):
    text = (root := Tag("Document")).add("P")
    with tagged(root, [word("một", text)], [word("hai", text)]) as file:
        (element,) = document(file).K
        assert element.Pg.objgen == file.pages[0].objgen
        assert element.K[1].Pg.objgen == file.pages[1].objgen


def test_what_stands_in_a_text_is_read_where_it_is_painted(tagged, word):
    text = (root := Tag("Document")).add("P")
    link = text.add("Span")
    with tagged(root, [word("trước", text), word("giữa", link), word("sau", text)]) as file:
        assert below(document(file)) == ("Document", ("P", 0, ("Span", 1), 2))


def test_empty_tags_are_left_out_but_cells_keep_rows_whole(tagged, word):
    root = Tag("Document")
    root.add("P")
    root.add("L").add("LI").add("LBody")
    table = root.add("Table")
    full, hollow = table.add("TR"), table.add("TR")
    text = full.add("TD").add("P")
    full.add("TD").add("P")
    hollow.add("TH")
    table.add("TR")
    with tagged(root, [word("a", text)]) as file:
        assert below(document(file)) == (
            "Document",
            ("Table", ("TR", ("TD", ("P", 0)), ("TD",)), ("TR", ("TH",))),
        )


def test_a_document_may_be_empty(tagged):
    with tagged(Tag("Document"), []) as file:
        assert below(document(file)) == ("Document",)


def test_cells_say_what_they_span_and_head(tagged):
    row = (root := Tag("Document")).add("Table").add("TR")
    wide, head = row.add("TD"), row.add("TH")
    row.add("TD")
    wide.columns, wide.rows, head.scope = 2, 3, "Column"
    with tagged(root, []) as file:
        first, second, third = document(file).K[0].K[0].K
    assert (first.A.O, first.A.ColSpan, first.A.RowSpan) == ("/Table", 2, 3)
    assert (second.A.O, second.A.Scope) == ("/Table", "/Column")
    assert "/A" not in third


def test_a_figure_says_what_it_shows_and_where(tagged, png):
    figure = (root := Tag("Document")).add("Figure")
    figure.alt, figure.box = "Dấu của Sở", (20, 30, 60, 80)
    with tagged(root, [Picture(20, 30, 40, 50, png, "png", tag=figure)]) as file:
        (element,) = document(file).K
        assert str(element.Alt) == "Dấu của Sở"
        assert element.A.O == "/Layout"
        assert [float(edge) for edge in element.A.BBox] == [20, 120, 60, 170]


def test_notes_can_be_referred_to(tagged, word):
    text = (root := Tag("Document")).add("P")
    notes = [text.add("Note") for _ in range(11)]
    with tagged(root, [word("chữ", text), *(word("chú thích", note) for note in notes)]) as file:
        names = list(file.Root.StructTreeRoot.IDTree.Names)
        assert [str(name) for name in names[::2]] == sorted(str(name) for name in names[::2])
        assert all(str(note.ID) == str(name) for name, note in zip(names[::2], names[1::2], strict=True))
        assert len(set(map(str, names[::2]))) == len(notes)


def test_a_pdf_without_tags_marks_nothing(printed, word):
    root = Tag("Document")
    with pikepdf.open(BytesIO(printed(word("a", root.add("P")), root=root, tagged=False))) as file:
        assert not {"/StructTreeRoot", "/MarkInfo"} & set(file.Root.keys())
        operators = Counter(str(operator) for _, operator in pikepdf.parse_content_stream(file.pages[0]))
    assert not {"BDC", "BMC", "EMC"} & set(operators)
