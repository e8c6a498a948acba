"""The samples printed in annex III of the decree, each a Word file of its own: as printed, and filled in."""

import copy
import io
import re
from functools import cache
from pathlib import Path

import docx
from docx.oxml.ns import qn
from plant import Paragraph, Planted

from docgen.rules.units import Pt
from docgen.word.metrics import last_line, text_width

from .fillings import FILLINGS, OWN, SIGN, TITLE, USUAL

ANNEX = Path(__file__).parents[2] / "data" / "nd30-phu-luc-3.docx"
KINDS = {"giấy": "1.3-kem-theo-giay", "điện tử": "1.3-kem-theo-dien-tu"}
COLUMN, PAGE = 200, 460  # points: room for the agency's name, and for a subject
SHARE = 0.42  # of the last line of words that a line below them is long
RAISED = 0.62  # of their size: raised letters, between what Word and LibreOffice show
DOTS = re.compile(r"[.…]{2,}|…")


@cache
def annex_samples():
    """Return the samples by name: "mau-1.1" as printed with its notes, "mau-1.1-dien" filled in."""
    names = [name for name, _, _ in _places(_opened())]
    printed = {f"mau-{name}": _saved(_cut(name)) for name in names}
    return printed | {f"mau-{name}-dien": _saved(_filled(name)) for name in names}


def _opened():
    return docx.Document(str(ANNEX))


def _saved(document):
    memory = io.BytesIO()
    document.save(memory)
    return memory.getvalue()


def _places(document):
    """Return every sample's name and where it begins and ends among the blocks of the body."""
    heads = []
    for at, block in enumerate(document.element.body):
        found = re.match(r"Mẫu (?:(\d\.\d+) -|văn bản .*đối với\s+văn bản (giấy|điện tử))", _words(block))
        if found and block.tag == qn("w:p"):
            heads.append((found[1] or KINDS[found[2]], at))
    ends = [at for _, at in heads[1:]] + [len(document.element.body) - 1]
    return [(name, start + 1, end) for (name, start), end in zip(heads, ends, strict=True)]


def _cut(name):
    """Return the annex with nothing but one sample in it."""
    document = _opened()
    start, end = next((start, end) for known, start, end in _places(document) if known == name)
    body = document.element.body
    for at, block in enumerate(list(body)):
        if not start <= at < end and block.tag != qn("w:sectPr"):
            body.remove(block)
    _trim(body)
    return document


def _trim(body):
    """Remove empty paragraphs at both ends; one stays behind a table."""
    while _empty(body[0]):
        body.remove(body[0])
    while _empty(body[-2]) and _empty(body[-3]):
        body.remove(body[-2])


def _empty(block):
    drawn = next(block.iter(qn("w:drawing"), qn("w:pict")), None) is not None
    return block.tag == qn("w:p") and not _words(block).strip() and not drawn and not _leads(block)


def _filled(name):
    """Return a sample with words in place of its blanks, without the notes."""
    document = _cut(name)
    for table in list(document.element.body.iter(qn("w:tbl"))):
        for row in table.findall(qn("w:tr")):
            if _words(row).startswith(("Ghi chú", "Xác nhận của")):
                table.remove(row)
        if table.find(qn("w:tr")) is None:
            document.element.body.remove(table)
    _trim(document.element.body)
    Filling(document, FILLINGS[name], OWN.get(name, {})).fill()
    return document


class Filling:
    """Puts the words of a sample in place of its blanks, in reading order."""

    def __init__(self, document, told, own):
        self.planted = Planted(document)
        self.usual = USUAL | own
        self.content = iter(told)
        self.signed = False
        self.above = ""

    def fill(self):
        """Fill every blank; the words must be neither too few nor too many."""
        for node in list(self.planted.body.iter(qn("w:p"))):
            self._fill(node)
        left = list(self.content)
        if left:
            raise LookupError(f"no blanks for {left}")

    def _fill(self, node):
        words = DOTS.sub("…", _own(node)).strip()
        self.signed = self.signed or words == "Nơi nhận:"
        usual = next((text for start, text in self.usual.items() if words.startswith(start)), None)
        if set(words) == {"_"}:
            self._line(node)
        elif usual is not None and (self.signed or not words.startswith("-")):
            self._usual(node, usual)
        elif "…" in words or words in {"./.", "TÊN LOẠI VĂN BẢN"} or _leads(node):
            self._content(node)
        elif words:
            self.above = ""

    def _content(self, node):
        text = next(self.content)
        if not text:
            node.getparent().remove(node)
            return
        first, *more = text.lstrip("|^").split("¶")
        for words in reversed(more):
            twin = copy.deepcopy(node)
            node.addnext(twin)
            self._body(twin, words)
        if text.startswith("|"):
            self._body(node, first)
            return
        self._write(node, first)
        if text.startswith("V/v"):
            Paragraph(self.planted, node).format(before=6)
        if text.startswith("^"):
            Paragraph(self.planted, node).run(bold=True, italic=False)

    def _usual(self, node, text):
        """Write what most samples have, once; where the signature goes, leave more room."""
        if text == SIGN:
            self._write(node, "")
            Paragraph(self.planted, node).format(before=10)
        elif text and text != self.above:
            self._write(node, text)
            if text == self.usual[TITLE]:
                Paragraph(self.planted, node).format(align="center")  # sample 1.10 has it justified
        else:
            node.getparent().remove(node)

    def _body(self, node, text):
        self._write(node, text)
        paragraph = Paragraph(self.planted, node).run(size=14)
        paragraph.format(align="both", left=0, first=10, before=6, line=1)

    def _line(self, node):
        """Make the underscores as long as the decree wants them below other words."""
        if self.above and not self.above.startswith("("):
            run = next(run for run in node.iter(qn("w:r")) if _text(run))
            size = float(run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))) / 2
            room = COLUMN if node.getparent().tag == qn("w:tc") else PAGE
            wide = text_width(last_line(self.above, Pt(14), room), Pt(14)).points * SHARE
            Paragraph(self.planted, node).write("_" * round(wide / (size / 2 * RAISED)))
        self.above = ""

    def _write(self, node, text):
        """Put a text, with bold words between stars, in place of what a paragraph holds."""
        runs = [run for run in node.findall(qn("w:r")) if _text(run) or run.find(qn("w:tab")) is not None]
        face = next((run for run in runs if _text(run).strip(" …._") and not _raised(run)), runs[0])
        for run in runs:
            if run is not face:
                node.remove(run)
        for tab in face.findall(qn("w:tab")):
            face.remove(tab)
        _put(face, text)
        self.above = text


def _put(run, text):
    """Put a text into a run; words between stars are bold in runs of their own."""
    words = docx.text.run.Run(run, None)
    pieces = text.split("*")
    words.text = pieces[0]
    for at, piece in reversed(list(enumerate(pieces[1:], start=1))):
        more = docx.text.run.Run(run.__deepcopy__({}), None)
        more.text = piece
        more.bold = at % 2 == 1
        run.addnext(more._r)


def _text(run):
    return "".join(item.text or "" for item in run.findall(qn("w:t")))


def _own(node):
    """Return the words of a paragraph itself, without notes' signs and without boxes anchored in it."""
    return "".join(_text(run) for run in node.findall(qn("w:r")) if not _raised(run) or "_" in _text(run))


def _words(block):
    return "".join(item.text or "" for item in block.iter(qn("w:t")))


def _raised(run):
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript"


def _leads(node):
    """Tell whether a paragraph has a tab, whose leader is the blank."""
    return any(run.find(qn("w:tab")) is not None for run in node.findall(qn("w:r")))
