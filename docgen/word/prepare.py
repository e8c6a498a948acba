"""From the template that an officer edits to the one that is filled: what Word cannot say is added here.

The result is again a DOCX with docxtpl tags: docxtpl itself can render it, which is how the tests judge it.
"""

import re
import unicodedata

from lxml import etree

from docgen.documents.base import RowKind
from docgen.package import Element, Package
from docgen.word.appendices import cut
from docgen.word.blocks import block_tag, loop_before, loop_in, text_of
from docgen.word.ooxml import CP, DCTERMS, WP, XSI, A, W, written
from docgen.word.room import room_around
from docgen.word.shape import Shape
from docgen.word.traces import with_room_for_traces

ANCHOR = re.compile(r"NEO_([a-z]+)_([a-z_]+)")
LINE = re.compile(r"ke ([a-z_]+)")
LINES = {"co_quan_ban_hanh": "issuer", "tieu_ngu": "motto", "trich_yeu": "subject"}
"""The drawn lines whose length depends on the text above: field of the head → component of the rules."""

_WRITTEN_BY_WORD = ("_GoBack",)
_OFFICE_TRACES = (
    f"{CP}lastModifiedBy",
    f"{CP}revision",
    f"{CP}lastPrinted",
    f"{DCTERMS}created",
    f"{DCTERMS}modified",
)
_SIGNER = "ky.ho_ten"
_CREATED = "thuoc_tinh.ngay_tao"
_ONE_LINE = 90
"""Letters of a paragraph that may be a single line; the widest page holds about 80."""

_LAST_IS_SHORT = f"loop.nextitem.cac_chu|length == 1 and loop.nextitem.cac_chu[0].chu|length < {_ONE_LINE}"
_BEFORE_SIGNATURE = f"loop.last or loop.revindex == 2 and {_LAST_IS_SHORT}"
_TOTAL = re.compile(rf"""\.loai\s*==\s*["'“”]{RowKind.TOTAL}["'“”]""")
_BEFORE_TOTAL = f'not loop.last and loop.nextitem.loai == "{RowKind.TOTAL}"'


def is_template_part(name: str) -> bool:
    """Say whether tags are looked for in the part `name`: all texts and the core properties."""
    return name.endswith(".xml") and (name.startswith("word/") or name == "docProps/core.xml")


def prepare(package: Package, shape: Shape) -> dict[str, bytes]:
    """Return the parts of the template, cut to `shape`, with anchors, lines and identifiers as tags.

    Raises:
        InvalidInputError: a part cannot be read.

    """
    return {
        name: written(prepared_part(package, name, shape)) if is_template_part(name) else content
        for name, content in with_room_for_traces(package.parts).items()
    }


def prepared_part(package: Package, name: str, shape: Shape) -> Element:
    """Return the tree of one part, ready to be compiled."""
    root = package.xml(name)
    _normalise(root)
    if name == "docProps/core.xml":
        _date_by_data(root)
    if name == package.main:
        _prepare_document(root, shape)
    return root


def _prepare_document(root: Element, shape: Shape) -> None:
    _remove_bookmarks_of_word(root)
    _hold_totals(root)
    _name_anchors(root)
    _measure_lines(root)
    _number_drawings(root)
    _hold_signature(root)
    cut(root, shape)


def _normalise(root: Element) -> None:
    """Compose every text to NFC: a tag typed on a Mac is the same tag."""
    for node in root.iter(f"{W}t", f"{W}instrText"):
        if node.text and not unicodedata.is_normalized("NFC", node.text):
            node.text = unicodedata.normalize("NFC", node.text)


def _remove_bookmarks_of_word(root: Element) -> None:
    """Remove what Word leaves at the place of the last edit: inside a loop it would be written many times."""
    for start in list(root.iter(f"{W}bookmarkStart")):
        if start.get(f"{W}name") in _WRITTEN_BY_WORD:
            for node in (start, *_ends_of(root, start)):
                _remove(node)


def _name_anchors(root: Element) -> None:
    """Turn the bookmark "NEO_dong_neo" into one named by the data `dong.neo`, absent where that is empty."""
    for start in list(root.iter(f"{W}bookmarkStart")):
        if found := ANCHOR.fullmatch(start.get(f"{W}name", "")):
            anchor = ".".join(found.groups())
            for node in (start, *_ends_of(root, start)):
                node.set(f"{W}id", f"{{{{ ma_neo[{anchor}]|so_nguyen }}}}")
                _only_if(node, anchor)
            start.set(f"{W}name", f"{{{{ {anchor}|ten_neo }}}}")


def _ends_of(root: Element, start: Element) -> list[Element]:
    number = start.get(f"{W}id")
    return [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == number]


def _measure_lines(root: Element) -> None:
    """Let the length of the lines "ke <field>" follow from the text of that field and its room."""
    for drawing in root.iter(f"{WP}anchor", f"{WP}inline"):
        found = LINE.fullmatch(_drawing_name(drawing))
        if found and (component := LINES.get(found[1])):
            measured = f"{{{{ dau.{found[1]}|do_dai_ke('{component}', {room_around(drawing)}) }}}}"
            for extent in (node for node in drawing.iter(f"{WP}extent", f"{A}ext") if "cx" in node.attrib):
                extent.set("cx", measured)


def _drawing_name(drawing: Element) -> str:
    properties = drawing.find(f"{WP}docPr")
    return "" if properties is None else properties.get("name", "")


def _number_drawings(root: Element) -> None:
    """Have drawings numbered while filling: one inside a loop is written many times."""
    for properties in root.iter(f"{WP}docPr"):
        properties.set("id", "{{ so_hinh() }}")


def _hold_signature(root: Element) -> None:
    """Keep two lines of text or the last row on the page of the signature, which never stands alone."""
    for table in root.iter(f"{W}tbl"):
        if _SIGNER in text_of(table):
            for paragraph in loop_before(table):
                _keep_next(paragraph, _BEFORE_SIGNATURE)
            for paragraph in _repeated_before(table):
                _keep_next(paragraph, "loop.last")


def _repeated_before(table: Element) -> list[Element]:
    """Return the paragraphs of the rows that are repeated, and never split, in the table before `table`."""
    before = next(table.itersiblings(f"{W}tbl", preceding=True), None)
    return [] if before is None else _unsplit(loop_in(before))


def _unsplit(rows: list[Element]) -> list[Element]:
    """Return the paragraphs of the rows that are never split."""
    whole = (row for row in rows if row.find(f"{W}trPr/{W}cantSplit") is not None)
    return [paragraph for row in whole for paragraph in row.iter(f"{W}p")]


def _hold_totals(root: Element) -> None:
    """Keep the last task of a part on the page of its total, which never stands alone."""
    for table in root.iter(f"{W}tbl"):
        rows = loop_in(table)
        if any(_may_be_total(row) for row in rows):
            for paragraph in _unsplit(rows):
                _keep_next(paragraph, _BEFORE_TOTAL)


def _may_be_total(row: Element) -> bool:
    """Say whether a row of a loop asks for totals, or carries the anchor of tasks, which have one."""
    anchors = (start.get(f"{W}name", "") for start in row.iter(f"{W}bookmarkStart"))
    return bool(_TOTAL.search(text_of(row))) or any(map(ANCHOR.fullmatch, anchors))


def _keep_next(paragraph: Element, condition: str) -> None:
    """Keep `paragraph` with what follows where `condition` holds."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is None or block_tag(paragraph)[0]:
        return
    is_always_kept = not style.tail and paragraph.find(f"{W}pPr/{W}keepNext") is not None
    if not is_always_kept:
        keep, before = etree.Element(f"{W}keepNext"), style.tail or ""
        style.addnext(keep)
        style.tail, keep.tail = f"{{% if {condition} %}}", f"{{% endif %}}{before}"


def _date_by_data(root: Element) -> None:
    """Replace what an office program wrote of persons and clocks by the date of the document."""
    for trace in _OFFICE_TRACES:
        for node in root.findall(trace):
            root.remove(node)
    created = etree.SubElement(root, f"{DCTERMS}created", {f"{XSI}type": "dcterms:W3CDTF"})
    created.text = f"{{{{ {_CREATED} }}}}T00:00:00Z"
    _only_if(created, _CREATED)


def _only_if(node: Element, condition: str) -> None:
    """Have `node` written only where `condition` holds: the tags stand in the text around it."""
    before = node.getprevious()
    opening = f"{{% if {condition} %}}"
    if before is None:
        parent = next(node.iterancestors())
        parent.text = (parent.text or "") + opening
    else:
        before.tail = (before.tail or "") + opening
    node.tail = "{% endif %}" + (node.tail or "")


def _remove(node: Element) -> None:
    next(node.iterancestors()).remove(node)
