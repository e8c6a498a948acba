"""Comments as annotations (ISO 32000-1, 12.5; ISO 19005-2, 6.3): words are tinted, a point has an icon."""

from itertools import groupby

from docgen.pdf.comment import Comment
from docgen.pdf.pages import Noted, Pages
from docgen.pdf.writing.canvas import rgb
from docgen.pdf.writing.objects import File, Ready, array, number, string
from docgen.pdf.writing.tags import Marks

_TINT, _EDGE = "FFF0B0", "A67C00"
"""The colours of what is highlighted, and of the lines of an icon."""
_ICON, _RAISED = 9.0, 4.0
"""The width and height of an icon, and how far it stands above its line, in points; its path is `_BUBBLE`."""
_BUBBLE = (
    "0.5 8.5 m 8.5 8.5 l 8.5 3 l 4.5 3 l 2.5 0.5 l 2.5 3 l 0.5 3 l h B 2 6.7 m 7 6.7 l 2 4.9 m 5.5 4.9 l S"
)
_PRINT, _NO_ZOOM, _NO_ROTATE = 4, 8, 16
_SAYS_NOTHING = "(nhận xét không có chữ)"

_Rect = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


def add_annotations(file: File, pages: Pages, marks: Marks | None) -> list[str]:
    """Add the comments of all pages; return the entry of each page that names its own, if it has any."""
    annotations: list[list[Ready]] = [[] for _ in pages.pages]
    if any(page.noted for page in pages.pages):
        writer = _Writer(file, pages, marks)
        for page, noted in _places(pages):
            annotations[page].append(writer.add(page, noted))
    return [f"/Annots{array(found)}" if found else "" for found in annotations]


def _places(pages: Pages) -> list[tuple[int, list[Noted]]]:
    """Return what each comment is about, page by page; only one that is about no words is a point."""
    found: dict[Comment, list[tuple[int, Noted]]] = {}
    for at, page in enumerate(pages.pages):
        for one in page.noted:
            found.setdefault(one.comment, []).append((at, one))
    return [
        (page, [one for _, one in group])
        for places in found.values()
        for page, group in groupby(_shown(places), key=lambda place: place[0])
    ]


def _shown(places: list[tuple[int, Noted]]) -> list[tuple[int, Noted]]:
    return [place for place in places if not place[1].point] or places[:1]


class _Writer:
    """Writes the annotations of one file; words stay legible below a tint that multiplies (11.3.5.2)."""

    def __init__(self, file: File, pages: Pages, marks: Marks | None) -> None:
        self._file = file
        self._pages = pages
        self._marks = marks
        self._resources = f"/Resources<</ExtGState<</G {file.add('<</BM/Multiply>>')}>>>>"
        self._icon: Ready | None = None

    def add(self, page: int, noted: list[Noted]) -> Ready:
        """Add the annotation of a comment on a page."""
        height, first = self._pages.pages[page].height, noted[0]
        look = self._point(first, height) if first.point else self._highlight(noted, height)
        annotation = self._file.add()
        parent = f"/StructParent {self._marks.note(first.tag, page, annotation)}" if self._marks else ""
        color = f"/C[{rgb(_TINT)}]"
        return annotation.fill(f"<</Type/Annot{look}{color}{_words(first.comment)}{parent}>>")

    def _highlight(self, noted: list[Noted], height: float) -> str:
        rects = [_rect(one, height) for one in noted]
        lefts, bottoms, rights, tops = zip(*rects, strict=True)
        around = (min(lefts), min(bottoms), max(rights), max(tops))
        boxes = " ".join(f"{_written((x, y, right - x, top - y))} re" for x, y, right, top in rects)
        appearance = self._appearance(around, f"{rgb(_TINT)} rg {boxes} f")
        corners = " ".join(_written((x, top, right, top, x, y, right, y)) for x, y, right, top in rects)
        return f"/Subtype/Highlight/QuadPoints[{corners}]{_shape(around, _PRINT, appearance)}"

    def _point(self, noted: Noted, height: float) -> str:
        left, _, _, top = _rect(noted, height)
        if self._icon is None:
            paint = f"{rgb(_TINT)} rg {rgb(_EDGE)} RG 0.7 w {_BUBBLE}"
            self._icon = self._appearance((0.0, 0.0, _ICON, _ICON), paint)
        flags = _PRINT | _NO_ZOOM | _NO_ROTATE
        around = (left, top + _RAISED - _ICON, left + _ICON, top + _RAISED)
        return f"/Subtype/Text/Name/Comment{_shape(around, flags, self._icon)}"

    def _appearance(self, around: _Rect, paint: str) -> Ready:
        entries = f"/Type/XObject/Subtype/Form/BBox[{_written(around)}]{self._resources}"
        return self._file.add_stream(f"/G gs {paint}".encode("ascii"), entries)


def _rect(one: Noted, height: float) -> _Rect:
    return one.x, height - one.y - one.height, one.x + one.width, height - one.y


def _shape(around: _Rect, flags: int, appearance: Ready) -> str:
    return f"/Rect[{_written(around)}]/F {flags}/AP<</N {appearance}>>"


def _words(comment: Comment) -> str:
    """Return what a comment says and who says it; paragraphs end in a carriage return (12.5.6.2)."""
    text = comment.text.replace("\n", "\r") or _SAYS_NOTHING
    author = f"/T{string(comment.author)}" if comment.author else ""
    date = f"/M(D:{comment.date})" if comment.date else ""
    return f"/Contents{string(text)}{author}{date}"


def _written(figures: tuple[float, ...]) -> str:
    return " ".join(map(number, figures))
