"""The XML that typists make without knowing: paragraphs, runs, tables, marks within words, whole files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

from packages import PACKAGE, arrow, listing, packed
from wordfile import CONTENT, NAMESPACES

Run = Callable[[str], str]
"""Words as one run in the looks of what is around them."""
Mark = Callable[[Run, str], str]
"""Words as runs with something around or within them."""

_LOOKS = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>'}
_ALIGNED = {"l": "left", "c": "center", "r": "right", "j": "both"}
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\f": '<w:br w:type="page"/>'}
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
AUTHOR = 'w:author="Lê Thị Hạnh" w:date="2025-12-30T08:00:00Z"'


def run_of(face: str) -> Run:
    """Return what writes words as a run of `face`, tabs and breaks in them as such."""

    def run(words: str) -> str:
        pieces, text = [], ""
        for sign in (*words, ""):
            if sign and sign not in _MARKS:
                text += sign
                continue
            if text:
                pieces.append(f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>')
            pieces += [_MARKS[sign]] if sign else []
            text = ""
        return f"<w:r><w:rPr>{face}</w:rPr>{''.join(pieces)}</w:r>"

    return run


def face_of(looks: str, font: str) -> str:
    """Return what a run looks like: "b i u s=26" and a font."""
    words = looks.split()
    size = next((word[2:] for word in words if word.startswith("s=")), "28")
    told = "".join(_LOOKS[word] for word in words if word in _LOOKS)
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    return f'{fonts}{told}<w:sz w:val="{size}"/>'


def paragraph_of(runs: str, looks: str = "", face: str = "") -> str:
    """Return a paragraph; looks: l c r j, first=, left=, after=, tabs=, num=list:level, newpage, mark=."""
    words = looks.split()
    told = dict(word.partition("=")[::2] for word in words if "=" in word)
    number = told.get("num", "")
    instance, _, level = number.partition(":")
    indent = "".join(
        f' w:{name}="{told[key]}"' for key, name in (("left", "left"), ("first", "firstLine")) if key in told
    )
    properties = (
        ("<w:pageBreakBefore/>" if "newpage" in words else "")
        + (
            f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{instance}"/></w:numPr>'
            if number
            else ""
        )
        + (f"<w:tabs>{_tabs(told['tabs'])}</w:tabs>" if "tabs" in told else "")
        + f'<w:spacing w:before="0" w:after="{told.get("after", "0")}"/>'
        + (f"<w:ind{indent}/>" if indent else "")
        + "".join(f'<w:jc w:val="{_ALIGNED[word]}"/>' for word in words if word in _ALIGNED)
        + f"<w:rPr>{told.get('mark', '').replace('~', ' ')}{face}</w:rPr>"
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _tabs(stops: str) -> str:
    pairs = (stop.split(":") for stop in stops.split(","))
    return "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for place, kind in pairs)


@dataclass
class Cell:
    """A cell: its paragraphs as XML, how many columns it spans, "restart" or "continue" of a merge."""

    blocks: str
    span: int = 1
    merge: str = ""
    around: Callable[[str], str] = str

    def xml(self, width: int) -> str:
        merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[self.merge]
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        return self.around(f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.blocks}</w:tc>")


@dataclass
class Row:
    """A row: its cells, its properties, and what is put around it."""

    cells: list[Cell]
    properties: str = ""
    around: Callable[[str], str] = str

    def xml(self, widths: list[int]) -> str:
        place, cells = 0, []
        for cell in self.cells:
            cells.append(cell.xml(sum(widths[place : place + cell.span])))
            place += cell.span
        return self.around(f"<w:tr><w:trPr>{self.properties}</w:trPr>{''.join(cells)}</w:tr>")


@dataclass
class Rows:
    """Rows with something around them all."""

    rows: list[Row]
    around: Callable[[str], str]

    def xml(self, widths: list[int]) -> str:
        return self.around("".join(row.xml(widths) for row in self.rows))


def table_of(widths: list[int], rows: Sequence[Row | Rows], *, border: bool = True) -> str:
    """Return a table with columns of `widths` (twips)."""
    edges = f"<w:tblBorders>{_EDGES}</w:tblBorders>" if border else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{edges}'
    return (
        f'<w:tbl><w:tblPr>{properties}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(row.xml(widths) for row in rows)}</w:tbl>"
    )


def control(content: str, more: str = "") -> str:
    """Put a content control around runs, blocks, cells or rows."""
    return f"<w:sdt><w:sdtPr>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def repeating(rows: str) -> str:
    """Put a repeating section around rows, with one item for each."""
    kind = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    items = "".join(
        control(f"<w:tr>{row}", f"<w15:repeatingSectionItem {kind}/>") for row in rows.split("<w:tr>")[1:]
    )
    return control(items, f"<w15:repeatingSection {kind}/>")


def in_control(run: Run, words: str) -> str:
    """Type words in a content control."""
    return control(run(words))


def in_smart_tag(run: Run, words: str) -> str:
    """Type words that Word takes for a place."""
    kind = 'w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place"'
    return f"<w:smartTag {kind}>{run(words)}</w:smartTag>"


def in_link(run: Run, words: str) -> str:
    """Type words that lead to another place of the file."""
    return f'<w:hyperlink w:anchor="phu_luc">{run(words)}</w:hyperlink>'


def in_field(run: Run, words: str) -> str:
    """Type words that are the result of a field."""
    return f'<w:fldSimple w:instr=" DOCPROPERTY NhiemVu ">{run(words)}</w:fldSimple>'


def in_long_field(run: Run, words: str) -> str:
    """Type words as the result of a field of several runs."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = '<w:r><w:instrText xml:space="preserve"> MERGEFIELD ket_qua </w:instrText></w:r>'
    return f"{begin}{code}{middle}{run(words)}{end}"


def inserted(run: Run, words: str) -> str:
    """Type words with changes being tracked."""
    return f'<w:ins w:id="901" {AUTHOR}>{run(words)}</w:ins>'


def deleted(old: str) -> Mark:
    """Take `old` out before words, with changes being tracked."""

    def mark(run: Run, words: str) -> str:
        gone = run(old).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        return f'<w:del w:id="902" {AUTHOR}>{gone}</w:del>{run(words)}'

    return mark


def instead_of(old: str) -> Mark:
    """Type words over `old`, with changes being tracked."""
    return lambda run, words: (
        deleted(old)(lambda text: run(text) if text == old else "", words) + inserted(run, words)
    )


def noted(number: int) -> Mark:
    """Put the mark of a footnote behind words."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return lambda run, words: f'{run(words)}<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'


def commented(number: int) -> Mark:
    """Comment on words."""
    begin, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    return lambda run, words: f'{begin}{run(words)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def cut(run: Run, words: str) -> str:
    """Type words in as many runs as they have syllables, as the spelling checker leaves them."""
    first, *others = words.split(" ")
    return run(first) + "".join(run(f" {word}") for word in others)


def box(blocks: str) -> str:
    """Return a run with a text box that stands beside the text, for Word of today and of yesterday."""
    content = f"<w:txbxContent>{blocks}</w:txbxContent>"
    size = '<wp:extent cx="1800000" cy="300000"/>'
    place = (
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>60000</wp:posOffset></wp:positionV>'
    )
    looks = (
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
    )
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{looks}</wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"'
        f' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}{size}'
        f'<wp:wrapNone/><wp:docPr id="77" name="Hộp chữ"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    frame = '<v:shape style="position:absolute;width:142pt;height:24pt">'
    old = f"<w:pict>{frame}<v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"), ("bullet", "+"))
"""How Word numbers the text when asked to (list 1)."""
COUNTS = {"1": "%1", "01": "%1", "1.": "%1.", "1)": "%1)"}
"""How it numbers rows (lists 2 and on)."""


def numbering_of(style: str, starts: int, bullet: str = "-") -> str:
    """Return the lists: 1 for the text, 2 for numbers of rows in `style`, 3 and on the same from 1 again."""
    known = ((kind, bullet if text == "-" else text) for kind, text in LEVELS)
    levels = "".join(_level(at, kind, text) for at, (kind, text) in enumerate(known))
    count = _level(0, "decimalZero" if style == "01" else "decimal", COUNTS[style])
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(2, 2 + starts)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{count}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}'
    )


def _level(at: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )


PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_MARGINS = (
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"'
    ' w:gutter="0"/>'
)


@dataclass
class File:
    """A Word file: blocks as XML, the parts beside them as blocks; `sections` are begun by `new_section`."""

    blocks: list[str]
    font: str = "Times New Roman"
    header: str = ""
    footer: str = ""
    numbering: str = ""
    footnotes: dict[int, str] = field(default_factory=dict)
    comments: dict[int, str] = field(default_factory=dict)
    landscape: bool = False
    """How the last section lies."""

    def on_new_page(self, blocks: list[str]) -> "File":
        """Add blocks behind a page break."""
        self.blocks += ['<w:p><w:r><w:br w:type="page"/></w:r></w:p>', *blocks]
        return self

    def in_new_section(self, blocks: list[str], *, landscape: bool = True) -> "File":
        """Add blocks in a section of their own."""
        self.blocks += [f"<w:p><w:pPr>{self.section(landscape=self.landscape)}</w:pPr></w:p>", *blocks]
        self.landscape = landscape
        return self

    def bytes(self) -> bytes:
        """Return the file."""
        stories = self._stories()
        kinds = {"word/document.xml": "document.main"} | {f"word/{name}.xml": name for name in stories}
        overrides = "".join(
            f'<Override PartName="/{part}" ContentType="{CONTENT}.{kind}+xml"/>'
            for part, kind in kinds.items()
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        arrows = [arrow(f"rId{name}", name, f"{name}.xml") for name in stories]
        return packed(
            ("[Content_Types].xml", f"{types}{overrides}</Types>"),
            ("_rels/.rels", listing(arrow("rId1", "officeDocument", "word/document.xml"))),
            (
                "word/document.xml",
                _part(
                    "document",
                    f"<w:body>{''.join(self.blocks)}{self.section(landscape=self.landscape)}</w:body>",
                ),
            ),
            ("word/_rels/document.xml.rels", listing(*arrows)),
            *((f"word/{name}.xml", content) for name, content in stories.items()),
        )

    def section(self, *, landscape: bool) -> str:
        """Return the properties of a section."""
        names = [name for name in ("header", "footer") if getattr(self, name)]
        references = "".join(f'<w:{name}Reference w:type="default" r:id="rId{name}"/>' for name in names)
        return f"<w:sectPr>{references}{LANDSCAPE if landscape else PORTRAIT}{_MARGINS}</w:sectPr>"

    def _stories(self) -> dict[str, str]:
        """Return the parts beside the text by their kind."""
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for at, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        notes = "".join(f'<w:footnote w:id="{at}">{xml}</w:footnote>' for at, xml in self.footnotes.items())
        comments = "".join(
            f'<w:comment w:id="{at}" {AUTHOR}>{xml}</w:comment>' for at, xml in self.comments.items()
        )
        told = {
            "styles": _part("styles", _styles(self.font)),
            "header": _part("hdr", self.header) if self.header else "",
            "footer": _part("ftr", self.footer) if self.footer else "",
            "numbering": _part("numbering", self.numbering) if self.numbering else "",
            "footnotes": _part("footnotes", separators + notes) if notes else "",
            "comments": _part("comments", comments) if comments else "",
        }
        return {name: xml for name, xml in told.items() if xml}


def _part(tag: str, content: str) -> str:
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declared}<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def _styles(font: str) -> str:
    fonts = "".join(f' w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    run = f'<w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="28"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
    return (
        f'<w:docDefaults>{run}</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )
