"""How the same document is made: in Word, WPS or Google Docs, with tables or tabs, by hand or with styles."""

from dataclasses import dataclass

MARGINS = (
    (1134, 1134, 1701, 1134),
    (1134, 1134, 1701, 850),
    (1417, 1134, 1984, 850),
    (1304, 1247, 1814, 1021),
)


@dataclass(frozen=True)
class Make:
    """One way of making a document; sizes in points, lengths in twips."""

    name: str
    look: str  # direct, styles, theme, google, wps
    head: str  # table (two rows), row (one row), tabs
    agency: str  # line (the superior is abbreviated), paragraphs, breaks
    end: str  # table, tabs, columns
    line: str  # drawing, vml, border, underscore
    numbering: str  # typed, auto
    size: int  # of the national name: 12 or 13
    indent: int
    before: int
    spacing: int  # of lines, in 240ths
    margins: tuple[int, int, int, int]  # top, bottom, left, right

    @property
    def body(self):
        """Size of the body."""
        return self.size + 1

    @property
    def width(self):
        """Width of the text on an upright page, in twips."""
        return 11906 - self.margins[2] - self.margins[3]

    @property
    def height(self):
        """Width of the text on a turned page, in twips."""
        return 16838 - self.margins[2] - self.margins[3]


_TABLE = """
    word           direct  table  line        table    drawing     typed  13  567  120  240  0
    word-styles    styles  table  paragraphs  table    border      auto   13  720  120  259  1
    word-tabs      styles  tabs   paragraphs  tabs     drawing     typed  13  567  120  300  0
    word-columns   direct  row    breaks      columns  vml         typed  12  567  120  312  1
    word-theme     theme   table  breaks      table    underscore  auto   13  567  120  264  2
    word-2007      direct  tabs   paragraphs  columns  vml         typed  13  720  160  240  3
    google         google  table  paragraphs  table    underscore  typed  13  720  120  276  0
    google-borders google  row    line        table    border      typed  12  567  200  276  3
    wps            wps     row    paragraphs  table    drawing     auto   13  567  120  360  1
    wps-tabs       wps     tabs   paragraphs  tabs     vml         typed  12  720  120  288  2
    styles-columns styles  table  breaks      columns  drawing     auto   12  567  140  270  3
    theme-tabs     theme   tabs   paragraphs  columns  underscore  typed  13  567  120  240  1
"""


def _make(row):
    *words, size, indent, before, spacing, margins = row.split()
    return Make(*words, int(size), int(indent), int(before), int(spacing), MARGINS[int(margins)])


MAKES = tuple(_make(row) for row in _TABLE.strip().splitlines())
