"""Pages become a file: each is painted, then what they share is added."""

from docgen.pdf.pages import Box, Glyphs, Item, Pages, Stroke
from docgen.pdf.writing.annotations import add_annotations
from docgen.pdf.writing.boxes import paint_box
from docgen.pdf.writing.canvas import Canvas
from docgen.pdf.writing.objects import File, Ready, array, number
from docgen.pdf.writing.outline import add_outline
from docgen.pdf.writing.pictures import Pictures
from docgen.pdf.writing.properties import add_properties, archival
from docgen.pdf.writing.strokes import paint_stroke
from docgen.pdf.writing.tags import Marks, add_structure
from docgen.pdf.writing.texts import Texts


def write(pages: Pages, *, tagged: bool = True) -> bytes:
    """Return the pages as a tagged PDF/A-2a, or an untagged PDF/A-2u; the same bytes for the same pages.

    Raises:
        InvalidInputError: an image is damaged.
        RefusedError: an image is too large to be opened.

    """
    file = File()
    marks = Marks(len(pages.pages)) if tagged else None
    tree = file.add()
    sheets = _add_sheets(file, pages, marks, tree)
    tree.fill(f"<</Type/Pages/Count {len(sheets)}/Kids{array(sheets)}>>")
    catalog = f"/Type/Catalog/Pages {tree}{add_outline(file, pages, sheets)}"
    if marks:
        catalog += f"/MarkInfo<</Marked true>>/StructTreeRoot {add_structure(file, pages, marks, sheets)}"
    catalog += archival(file, pages, "A" if marks else "U")
    return file.written(file.add(f"<<{catalog}>>"), add_properties(file, pages))


def _add_sheets(file: File, pages: Pages, marks: Marks | None, tree: Ready) -> list[Ready]:
    """Paint the pages; return the objects of a file that they are."""
    texts, pictures, resources = Texts(), Pictures(file), file.add()
    annotations = add_annotations(file, pages, marks)
    sheets = []
    for at, page in enumerate(pages.pages):
        canvas = Canvas(page.height, marks.on(at) if marks else None)
        for item in page.items:
            canvas.mark(item.tag)
            _paint(item, canvas, texts, pictures)
        size = f"/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
        of_tags = f"/StructParents {at}/Tabs/S" if marks else ""
        shown = f"/Resources {resources}/Contents {file.add_stream(canvas.content())}"
        sheets.append(file.add(f"<</Type/Page/Parent {tree}{size}{shown}{of_tags}{annotations[at]}>>"))
    resources.fill(f"<</Font<<{texts.write(file)}>>/XObject<<{pictures.resources()}>>>>")
    return sheets


def _paint(item: Item, canvas: Canvas, texts: Texts, pictures: Pictures) -> None:
    match item:
        case Glyphs():
            texts.paint(item, canvas)
        case Stroke():
            paint_stroke(item, canvas)
        case Box():
            paint_box(item, canvas)
        case _:
            pictures.paint(item, canvas)
