"""A notation for Word files, so that an example says what it is about and nothing else.

    both before=120 first=720 | Chữ *đậm* và /nghiêng/    a paragraph: options, text; figures are twips
    --- landscape start=5                                 a new section begins, with these options
    table 3000 6000 border header                         a table: widths of its columns, and flags
    + a + b¶c                                             its rows; "¶" begins a paragraph,
    + ^ + d >> 2                                          "^" goes on from above, ">> 2" spans two columns
    <w:p/>                                                a line of XML stands for itself

In a text "⇥" is a tab, "↵" a line break, "⤓" a page break, "№" the page number, "Σ" the number of pages.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:pic="{DRAWING}/picture" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Times New Roman"
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
MARGINS = """<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"
 w:header="567" w:footer="567"/>"""
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
ALIGNMENTS = ("left", "center", "right", "both")
FLAGS = {
    "keepnext": "<w:keepNext/>",
    "keeplines": "<w:keepLines/>",
    "newpage": "<w:pageBreakBefore/>",
    "nowidow": '<w:widowControl w:val="0"/>',
    "contextual": "<w:contextualSpacing/>",
}
FACES = {"*": "<w:b/>", "/": "<w:i/>"}
MARKS = {"⇥": "<w:tab/>", "↵": "<w:br/>", "⤓": '<w:br w:type="page"/>'}
FIELDS = {"№": "PAGE", "Σ": "NUMPAGES"}


@dataclass(frozen=True)
class Options:
    """The words before "|": flags and figures."""

    flags: tuple[str, ...]
    figures: dict[str, str]

    @classmethod
    def parse(cls, text):
        words = text.split()
        figures = dict(word.split("=", 1) for word in words if "=" in word)
        return cls(tuple(word for word in words if "=" not in word), figures)

    def element(self, name, **attributes):
        """Return `<w:name …/>` with the figures that are told; nothing when none is."""
        known = ((key, self.figures.get(figure)) for key, figure in attributes.items())
        told = "".join(f' w:{key}="{value}"' for key, value in known if value is not None)
        return f"<w:{name}{told}/>" if told else ""


@dataclass
class WordFile:
    """A Word file in the notation; headers and footer are paragraphs of it, the other parts XML.

    `links` are more relationships of the main part by id: (kind, target).
    """

    text: str
    styles: str = ""
    header: str = ""
    first_header: str | None = None
    footer: str = ""
    numbering: str = ""
    compatibility: int = 15
    core: str = ""
    settings: str = ""
    footnotes: str = ""
    endnotes: str = ""
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    extra: dict[str, str | bytes] = field(default_factory=dict)

    def bytes(self):
        """Return the file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts().items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def parts(self):
        """Return the parts of the file by name."""
        word = self._word_parts()
        arrows = [
            ("officeDocument", "word/document.xml"),
            *([("core", "docProps/core.xml")] if self.core else []),
        ]
        links = [(kind, f"{name}.xml") for name, (kind, _) in word.items() if name != "document"]
        return {
            "[Content_Types].xml": _content_types(word),
            "_rels/.rels": _relationships(arrows),
            "word/_rels/document.xml.rels": _relationships(links, self.links),
            **{f"word/{name}.xml": xml for name, (_, xml) in word.items()},
            **({"docProps/core.xml": self.core} if self.core else {}),
            **self.extra,
        }

    def _word_parts(self):
        """Return the parts under word/: kind and XML by name; the order numbers their relationships."""
        stories = {name: (name.split("-")[0], _story(name, text)) for name, text in self._stories().items()}
        numbering = {"numbering": ("numbering", f"<w:numbering {NAMESPACES}>{self.numbering}</w:numbering>")}
        return {
            **stories,
            "document": (
                "officeDocument",
                f"<w:document {NAMESPACES}><w:body>{self._body()}</w:body></w:document>",
            ),
            "styles": ("styles", self._styles()),
            "settings": ("settings", self._settings()),
            **(numbering if self.numbering else {}),
            **self._notes(),
        }

    def _notes(self):
        told = {"footnotes": self.footnotes, "endnotes": self.endnotes}
        return {name: (name, f"<w:{name} {NAMESPACES}>{xml}</w:{name}>") for name, xml in told.items() if xml}

    def _stories(self):
        told = {
            "header-default": self.header,
            "header-first": self.first_header,
            "footer-default": self.footer,
        }
        return {
            name: text for name, text in told.items() if text or (text is not None and name == "header-first")
        }

    def _styles(self):
        fonts = "".join(f' w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
        run = f'<w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
        normal = (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        )
        defaults = f"<w:docDefaults>{run}<w:pPrDefault/></w:docDefaults>"
        return f"<w:styles {NAMESPACES}>{defaults}{normal}{self.styles}</w:styles>"

    def _settings(self):
        name = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        mode = f'<w:compat><w:compatSetting {name} w:val="{self.compatibility}"/></w:compat>'
        return f"<w:settings {NAMESPACES}>{mode}{self.settings}</w:settings>"

    def _section(self, options):
        references = "".join(
            f'<w:{name.split("-")[0]}Reference w:type="{name.split("-")[1]}" r:id="rId{index + 1}"/>'
            for index, name in enumerate(self._stories())
        )
        kind = '<w:type w:val="continuous"/>' if "continuous" in options.flags else ""
        size = LANDSCAPE if "landscape" in options.flags else PORTRAIT
        numbers = options.element("pgNumType", fmt="fmt", start="start")
        first = "<w:titlePg/>" if self.first_header is not None else ""
        return f"<w:sectPr>{references}{kind}{size}{MARGINS}{numbers}{first}</w:sectPr>"

    def _body(self):
        blocks, section = [], Options.parse("")
        for line, rows in _with_rows(self.text):
            if line.startswith("---"):
                blocks.append(f"<w:p><w:pPr>{self._section(section)}</w:pPr></w:p>")
                section = Options.parse(line.strip("-"))
            elif line.startswith("table"):
                blocks.append(_table(Options.parse(line), rows))
            else:
                blocks.append(line if line.startswith("<") else paragraph(line))
        return "".join(blocks) + self._section(section)


def word_file(text, **parts):
    """Return the bytes of a Word file written in the notation."""
    return WordFile(text, **parts).bytes()


def paragraph(line):
    """Return one paragraph of the notation as XML."""
    head, bar, text = line.partition("|")
    options = Options.parse(head if bar else "")
    return f"<w:p>{_properties(options)}{_runs(text.strip() if bar else head, _face(options))}</w:p>"


def _with_rows(text):
    """Yield each line with the rows of a table below it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for index, line in enumerate(lines):
        if not line.startswith("+"):
            following = lines[index + 1 :]
            count = next(
                (at for at, below in enumerate(following) if not below.startswith("+")), len(following)
            )
            yield line, following[:count]


def _properties(options):
    tabs = "".join(_tab(stop) for stop in options.figures.get("tabs", "").split(",") if stop)
    align = [word for word in options.flags if word in ALIGNMENTS]
    return "".join(
        (
            "<w:pPr>",
            options.element("pStyle", val="style"),
            *(FLAGS[flag] for flag in FLAGS if flag in options.flags),
            f'<w:numPr><w:ilvl w:val="{options.figures["level"]}"/><w:numId w:val="1"/></w:numPr>'
            if "level" in options.figures
            else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            options.element("spacing", before="before", after="after", line="line", lineRule="rule"),
            options.element("ind", left="left", right="right", firstLine="first", hanging="hanging"),
            f'<w:jc w:val="{align[0]}"/>' if align else "",
            options.element("outlineLvl", val="outline"),
            f"<w:rPr>{_face(options)}</w:rPr></w:pPr>",
        )
    )


def _tab(stop):
    told = stop.split(":")
    position, kind, leader = (*told, *("left", "none")[len(told) - 1 :])
    return f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/>'


def _face(options):
    return (
        options.figures.get("run", "")
        + options.element("spacing", val="letters")
        + options.element("sz", val="size")
    )


def _runs(text, face):
    runs, on = [], ""
    for piece in re.split(r"([*/⇥↵⤓№Σ])", text):
        if piece in FACES:
            on = on.replace(FACES[piece], "") if FACES[piece] in on else on + FACES[piece]
        elif piece:
            runs.append(_run(piece, f"<w:rPr>{on}{face}</w:rPr>"))
    return "".join(runs)


def _run(piece, properties):
    if piece in FIELDS:
        return f'<w:fldSimple w:instr=" {FIELDS[piece]} "><w:r>{properties}<w:t>0</w:t></w:r></w:fldSimple>'
    text = MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
    return f"<w:r>{properties}{text}</w:r>"


def _table(options, lines):
    widths = [flag for flag in options.flags if flag.isdigit()]
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in EDGES)
    border = f"<w:tblBorders>{edges}</w:tblBorders>" if "border" in options.flags else ""
    width = f'<w:tblW w:w="{sum(map(int, widths))}" w:type="dxa"/>'
    align = "".join(f'<w:jc w:val="{flag}"/>' for flag in options.flags if flag in ALIGNMENTS)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(line, options, first=index == 0) for index, line in enumerate(lines))
    properties = f"<w:tblPr>{width}{align}{border}<w:tblLayout w:type='fixed'/></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(line, options, *, first):
    cant_split = "<w:cantSplit/>" if "cantsplit" in options.flags else ""
    header = "<w:tblHeader/>" if first and "header" in options.flags else ""
    height = options.element("trHeight", val="height", hRule="rule")
    cells = "".join(_cell(cell.strip(), options) for cell in line[1:].split("+"))
    return f"<w:tr><w:trPr>{cant_split}{height}{header}</w:trPr>{cells}</w:tr>"


def _cell(text, options):
    text, _, span = (part.strip() for part in text.partition(">>"))
    merge = "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' * ("merge" in options.flags)
    properties = (f'<w:gridSpan w:val="{span}"/>' if span else "") + merge
    look = options.figures.get("cell", "").replace(",", " ") + f" size={options.figures.get('size', 28)}"
    paragraphs = "".join(paragraph(f"{look} | {part}") for part in text.strip("^").split("¶"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _story(name, text):
    tag = "hdr" if name.startswith("header") else "ftr"
    return f"<w:{tag} {NAMESPACES}>{paragraph(text)}</w:{tag}>"


def _content_types(word):
    kinds = {name: "document.main" if name == "document" else kind for name, (kind, _) in word.items()}
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    rels += "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in ("png", "jpeg"))
    properties = "application/vnd.openxmlformats-package.core-properties+xml"
    core = f'<Override PartName="/docProps/core.xml" ContentType="{properties}"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{rels}{rows}{core}</Types>'


def _relationships(targets, more=None):
    types = {"core": f"{PACKAGE}/relationships/metadata/core-properties"}
    numbered = {f"rId{index}": arrow for index, arrow in enumerate(targets, start=1)}
    rows = "".join(
        f'<Relationship Id="{name}" Type="{types.get(kind, f"{OFFICE}/{kind}")}" Target="{target}"/>'
        for name, (kind, target) in (numbered | (more or {})).items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
