"""A notation for Word files, LibreOffice as a judge, and the text of a PDF line by line.

    both before=120 first=720 | Chữ *đậm* và /nghiêng/
    center keepnext           | Tiêu đề
    ---                         a new page and section begins; its own options may follow
    table 3000 6000 border    | then rows, until a line that does not begin with "+"
    + a + b                     cells; "^" goes on from the cell above, "a >> 2" spans two columns

In a text: "⇥" is a tab, "↵" a line break, "⤓" a page break, "№" the page number, "Σ" the number of pages.
"""

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from docgen.pdf import to_pdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Times New Roman"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
MARKS = {
    "⇥": "<w:tab/>",
    "↵": "<w:br/>",
    "⤓": '<w:br w:type="page"/>',
    "№": '</w:r><w:fldSimple w:instr=" PAGE "><w:r>{0}<w:t>1</w:t></w:r></w:fldSimple><w:r>{0}',
    "Σ": '</w:r><w:fldSimple w:instr=" NUMPAGES "><w:r>{0}<w:t>1</w:t></w:r></w:fldSimple><w:r>{0}',
}
FLAGS = {
    "keepnext": "<w:keepNext/>",
    "keeplines": "<w:keepLines/>",
    "newpage": "<w:pageBreakBefore/>",
    "nowidow": '<w:widowControl w:val="0"/>',
    "contextual": "<w:contextualSpacing/>",
}
FACES = {"*": "<w:b/>", "/": "<w:i/>"}


@dataclass
class Options:
    """The words before "|": flags, and figures in twips."""

    flags: list[str]
    figures: dict[str, str]

    @classmethod
    def parse(cls, text: str) -> "Options":
        words = text.split()
        figures = dict(word.split("=", 1) for word in words if "=" in word)
        return cls([word for word in words if "=" not in word], figures)

    def attributes(self, **names: str) -> str:
        return "".join(f' w:{attribute}="{self.figures[name]}"' for name, attribute in names.items() if name in self.figures)


class WordFile:
    """A Word file written in the notation."""

    def __init__(self, text: str, *, styles: str = "", header: str = "", first_header: str | None = None, compat: int = 15) -> None:
        self.lines = [line.strip() for line in text.strip("\n").splitlines()]
        self.styles = styles
        self.headers = {"default": header} | ({} if first_header is None else {"first": first_header})
        self.compat = compat

    def bytes(self) -> bytes:
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relationships([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": _relationships(
                [("styles", "styles.xml"), ("settings", "settings.xml"), *(("header", f"header-{kind}.xml") for kind in self.headers)]
            ),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{self._body()}</w:body></w:document>",
            "word/styles.xml": self._styles(),
            "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="{self.compat}"/></w:compat></w:settings>',
        } | {f"word/header-{kind}.xml": f"<w:hdr {NAMESPACES}>{paragraph(text)}</w:hdr>" for kind, text in self.headers.items()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    def _content_types(self) -> str:
        kinds = {"document": "document.main", "styles": "styles", "settings": "settings"} | {f"header-{kind}": "header" for kind in self.headers}
        rows = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in kinds.items())
        return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{rows}</Types>'

    def _styles(self) -> str:
        fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/><w:sz w:val="28"/>'
        normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        return f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>{normal}{self.styles}</w:styles>'

    def _section(self, options: str = "") -> str:
        references = "".join(f'<w:headerReference w:type="{kind}" r:id="rId{index + 3}"/>' for index, kind in enumerate(self.headers))
        told = Options.parse(options)
        start = f'<w:pgNumType{told.attributes(start="start", fmt="fmt")}/>' if told.figures else ""
        size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' + PAGE[PAGE.index("<w:pgMar") :] if "landscape" in told.flags else PAGE
        kind = '<w:type w:val="continuous"/>' if "continuous" in told.flags else ""
        return f'<w:sectPr>{references}{kind}{size}{start}{"<w:titlePg/>" if "first" in self.headers else ""}</w:sectPr>'

    def _body(self) -> str:
        blocks: list[str] = []
        lines = iter([*self.lines, ""])
        section, line = "", next(lines)
        while line is not None:
            if line.startswith("table"):
                rows: list[str] = []
                options = line
                while (line := next(lines, "")).startswith("+"):
                    rows.append(line)
                blocks.append(table(Options.parse(options), rows))
                continue
            if line.startswith("---"):
                blocks.append(f"<w:p><w:pPr>{self._section(section)}</w:pPr></w:p>")
                section = line[3:]
            elif line.startswith("<"):
                blocks.append(line)
            elif line:
                blocks.append(paragraph(line))
            line = next(lines, None)
        return "".join(blocks) + self._section(section)


def paragraph(line: str) -> str:
    """Write one paragraph of the notation."""
    head, bar, text = line.partition("|")
    options = Options.parse(head if bar else "")
    return f"<w:p>{_properties(options)}{_runs(text.strip() if bar else head, _face(options))}</w:p>"


def _properties(options: Options) -> str:
    style = f'<w:pStyle w:val="{options.figures["style"]}"/>' if "style" in options.figures else ""
    flags = "".join(FLAGS[flag] for flag in FLAGS if flag in options.flags)
    tabs = "".join(_tab(stop) for stop in options.figures.get("tabs", "").split(",") if stop)
    spacing = options.attributes(before="before", after="after", line="line", rule="lineRule")
    indent = options.attributes(left="left", right="right", first="firstLine", hanging="hanging")
    align = next((word for word in options.flags if word in {"left", "center", "right", "both"}), "")
    parts = (
        f"{style}{flags}",
        f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
        f"<w:spacing{spacing}/>" if spacing else "",
        f"<w:ind{indent}/>" if indent else "",
        f'<w:jc w:val="{align}"/>' if align else "",
        f"<w:rPr>{_face(options)}</w:rPr>",
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _tab(stop: str) -> str:
    position, *rest = stop.split(":")
    kind, leader = [*rest, *("left", "none")[len(rest) :]]
    return f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/>'


def _face(options: Options) -> str:
    spacing = f'<w:spacing w:val="{options.figures["letters"]}"/>' if "letters" in options.figures else ""
    size = f'<w:sz w:val="{options.figures["size"]}"/>' if "size" in options.figures else ""
    return spacing + size


def _runs(text: str, face: str) -> str:
    runs, on = [], ""
    for piece in re.split(r"([*/⇥↵⤓№Σ])", text):
        if piece in FACES and FACES[piece] in on:
            on = on.replace(FACES[piece], "")
        elif piece in FACES:
            on += FACES[piece]
        elif piece:
            properties = f"<w:rPr>{on}{face}</w:rPr>"
            content = MARKS.get(piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
            runs.append(f"<w:r>{properties}{content.format(properties) if piece in '№Σ' else content}</w:r>")
    return "".join(runs)


def table(options: Options, lines: list[str]) -> str:
    """Write one table: its column widths and flags, then its rows."""
    widths = [int(flag) for flag in options.flags if flag.isdigit()]
    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    border = f"<w:tblBorders>{edges}</w:tblBorders>" if "border" in options.flags else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(line, options, index) for index, line in enumerate(lines))
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{border}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _row(line: str, options: Options, index: int) -> str:
    height = options.attributes(height="val", rule="hRule")
    properties = ("<w:cantSplit/>" if "cantsplit" in options.flags else "") + (f"<w:trHeight{height}/>" if height else "")
    properties += "<w:tblHeader/>" if "header" in options.flags and index == 0 else ""
    cells = "".join(_cell(cell.strip(), options) for cell in line[1:].split("+"))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(text: str, options: Options) -> str:
    text, _, span = text.partition(">>")
    down = '<w:vMerge w:val="restart"/>' if "merge" in options.flags and text.strip() not in {"", "^"} else ""
    merge = "<w:vMerge/>" if text.strip() == "^" else down
    properties = (f'<w:gridSpan w:val="{span.strip()}"/>' if span else "") + merge
    shown = "" if text.strip() == "^" else text.strip()
    face = f"size={options.figures['size']} {options.figures.get('cell', '').replace(',', ' ')} | {shown}" if "size" in options.figures else f"| {shown}"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraph(face.replace(shown, part) if shown else face) for part in shown.split('¶') or [''])}</w:tc>"


def _relationships(targets: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{index + 1}" Type="{R}/{kind}" Target="{target}"/>' for index, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


@dataclass(frozen=True)
class Likeness:
    """How alike two PDFs of one Word file are."""

    pages: tuple[int, int]
    starts: int
    lines: tuple[int, int]
    differing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of LibreOffice's lines that stand on the same page of ours, broken at the same words."""
        return self.lines[0] / max(1, self.lines[1])


def pages_of(pdf: Path | bytes) -> list[list[str]]:
    """Return the lines of each page, white space removed."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return [["".join(line.split()) for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def compare(theirs: bytes, ours: bytes) -> Likeness:
    """Compare LibreOffice's PDF with ours, page by page and line by line."""
    left, right = pages_of(theirs), pages_of(ours)
    pairs = list(zip(left, right, strict=False))
    differing = [line for a, b in pairs for line in (Counter(a) - Counter(b)).elements()]
    equal = sum((Counter(a) & Counter(b)).total() for a, b in pairs)
    starts = sum(a[:1] == b[:1] for a, b in pairs)
    return Likeness((len(left), len(right)), starts, (equal, sum(map(len, left))), tuple(differing))


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Return a function that lets LibreOffice turn Word files, by name, into PDFs."""

    def convert(files: dict[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("libreoffice")
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        sources = [str(folder / f"{name}.docx") for name in files]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return {name: (folder / f"{name}.pdf").read_bytes() for name in files}

    return convert


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    """Return a function that writes a Word file in the notation of this module."""

    def write(text: str, **options: object) -> bytes:
        return WordFile(text, **options).bytes()

    return write


@pytest.fixture(scope="session")
def judge(libreoffice: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Callable[[dict[str, bytes]], dict[str, Likeness]]:
    """Return a function that compares our PDFs of Word files with LibreOffice's."""

    def judged(files: dict[str, bytes]) -> dict[str, Likeness]:
        theirs = libreoffice(files)
        return {name: compare(theirs[name], to_pdf(data)) for name, data in files.items()}

    return judged


@pytest.fixture
def text_of() -> Callable[[bytes], str]:
    """Return a function that gives the text of a PDF, white space removed."""
    return lambda pdf: "".join(line for page in pages_of(pdf) for line in page)
