"""A printed plan in Word, and its data: what stands where, and what a person does to its XML.

Where a file is `tracked`, the same is written as tracked changes.
"""

import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree
from packages import packed
from plan_edits import data_of

from docgen.importers.word.entries import BY_STYLE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"

COLUMNS = ("stt", "noi_dung", "san_pham", "chu_tri", "phoi_hop", "thoi_gian", "kinh_phi", "ghi_chu")
OPTIONAL = ("san_pham", "kinh_phi", "ghi_chu")


@dataclass(frozen=True)
class Spot:
    """One row of a table or paragraph of the body: its node, and where its data are.

    `holder` is a list or dictionary, `key` says where in it; `kind` is the key of the list in the YAML file.
    """

    node: Any
    kind: str
    holder: Any
    key: Any
    table: int = 0

    @property
    def data(self):
        return self.holder[self.key]


class Filled:
    """A printed plan and its data."""

    def __init__(self, docx, plan, *, tracked=False):
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[MAIN])
        self.data = data_of(plan)
        self.tracked = tracked
        self.columns = [_shown(appendix) for appendix in self.data["phu_luc"]]

    def bytes(self):
        """Return the file as it is now."""
        return packed(*(self.parts | {MAIN: etree.tostring(self.root)}).items())

    # What is where

    def rows(self, *kinds):
        """Return the rows of all tables that hold something of `kinds`, in order."""
        tables = [table for table in self.root.iter(f"{W}tbl") if table.find(f".//{W}tblHeader") is not None]
        spots = []
        for number, (table, appendix) in enumerate(zip(tables, self.data["phu_luc"], strict=True)):
            nodes = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is None][1:]
            told = zip(nodes, _rows(appendix), strict=True)
            spots += [Spot(node, *place, table=number) for node, place in told]
        return [spot for spot in spots if spot.kind in kinds]

    def tasks(self):
        """Return the rows of tasks and sub-tasks."""
        return self.rows("nhiem_vu", "nhiem_vu_con")

    def cell(self, spot, column):
        """Return the paragraph of a cell of a task's row; None where the column is not printed."""
        columns = self.columns[spot.table]
        return spot.node.findall(f"{W}tc/{W}p")[columns.index(column)] if column in columns else None

    def body(self, *kinds):
        """Return the paragraphs of the body that hold something of `kinds`, in order; all without `kinds`."""
        nodes = [node for node in self.root.iter(f"{W}p") if style_of(node) in BY_STYLE and _lives(node)]
        spots = [Spot(node, *place) for node, place in zip(nodes, _paragraphs(self.data), strict=True)]
        return [spot for spot in spots if not kinds or spot.kind in kinds]

    def styled(self, style):
        """Return the paragraphs of a style."""
        return [node for node in self.root.iter(f"{W}p") if style_of(node) == style and _lives(node)]

    # What a person does

    def type_over(self, paragraph, words):
        """Select the words of a paragraph and type others."""
        runs = [run for run in paragraph.iter(f"{W}r") if run.getparent().tag != f"{W}del"]
        last = runs[-1] if runs else None
        new = _run(words, last)
        for run in runs:
            self.take_out(run)
        paragraph.append(self._inserted(new))

    def type_in(self, paragraph, words, before=""):
        """Type words at the end of a paragraph, but `before` its last signs."""
        runs = [run for run in paragraph.iter(f"{W}r") if run.getparent().tag != f"{W}del"]
        last = next(run for run in reversed(runs) if said(run))
        text = last.findall(f"{W}t")[-1]
        assert (text.text or "").endswith(before), (text.text, before)
        if before:
            rest = deepcopy(last)
            for node in rest:
                if node.tag != f"{W}rPr":
                    rest.remove(node)
            rest.append(_text(before))
            text.text = text.text.removesuffix(before)
            last.addnext(rest)
        new = _run(words)
        last.addnext(new if last.getparent().tag == f"{W}ins" else self._inserted(new))

    def take_out(self, run):
        """Delete a run."""
        if not self.tracked or run.getparent().tag == f"{W}ins":
            run.getparent().remove(run)
            return
        mark = _change("del")
        run.addprevious(mark)
        mark.append(run)
        for text in run.findall(f"{W}t"):
            text.tag = f"{W}delText"

    def delete_row(self, row):
        """Delete a row of a table."""
        marks = row.find(f"{W}trPr")
        if not self.tracked or marks.find(f"{W}ins") is not None:
            row.getparent().remove(row)
            return
        marks.append(_change("del"))
        for run in [run for run in row.iter(f"{W}r") if run.getparent().tag == f"{W}p"]:
            self.take_out(run)

    def put_row(self, row, anchor, *, behind):
        """Insert a row before or behind another."""
        if self.tracked and row.find(f"{W}trPr/{W}ins") is None:
            row.find(f"{W}trPr").append(_change("ins"))
        (anchor.addnext if behind else anchor.addprevious)(row)

    def new_row(self, pattern, words, bookmark=""):
        """Return a row like `pattern` with other words, and with no bookmark or that one."""
        row = deepcopy(pattern)
        for mark in row.xpath(".//w:trPr/w:ins", namespaces={"w": W[1:-1]}):
            mark.getparent().remove(mark)
        for paragraph, text in zip(row.findall(f"{W}tc/{W}p"), words, strict=True):
            for node in paragraph.findall("*"):
                if node.tag != f"{W}pPr":
                    paragraph.remove(node)
            paragraph.append(self._inserted(_run(text)) if text else _run(""))
        if bookmark:
            name_row(row, bookmark)
        return row

    def new_paragraph(self, before, words):
        """Press Enter at the end of a paragraph and type."""
        paragraph = etree.Element(f"{W}p")
        paragraph.append(deepcopy(before.find(f"{W}pPr")))
        if self.tracked:
            _mark_properties(paragraph).append(_change("ins"))
        paragraph.append(self._inserted(_run(words)))
        before.addnext(paragraph)

    def delete_paragraph(self, paragraph):
        """Delete a paragraph with its mark."""
        if not self.tracked or paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
            paragraph.getparent().remove(paragraph)
            return
        for run in [run for run in paragraph.iter(f"{W}r") if run.getparent().tag != f"{W}del"]:
            self.take_out(run)
        _mark_properties(paragraph).append(_change("del"))

    def _inserted(self, run):
        if not self.tracked:
            return run
        mark = _change("ins")
        mark.append(run)
        return mark


# Where things are


def _rows(appendix):
    """Yield (kind, holder, key) of every row of an appendix below its headings."""
    for place, part in enumerate(appendix["phan"]):
        if part.get("ten"):
            yield "phan", appendix["phan"], place
        for number, group in enumerate(part["nhom"]):
            if group.get("ten"):
                yield "nhom", part["nhom"], number
            yield from _rows_of_group(group)
        yield "tong", None, None


def _rows_of_group(group):
    for task_place, task in enumerate(group["nhiem_vu"]):
        yield "nhiem_vu", group["nhiem_vu"], task_place
        yield from _listed("nhiem_vu_con", task)


def _paragraphs(data):
    """Yield (kind, holder, key) of every paragraph of the body."""
    for kind in ("can_cu", "mo_dau"):
        yield from _listed(kind, data)
    for section in data["noi_dung"]:
        yield "tieu_de", section, "tieu_de"
        yield from _listed("doan", section)
        yield from _listed("gach", section)
        for item in section["khoan"]:
            key = "tieu_de" if item["tieu_de"] else "noi_dung"
            yield key, item, key
            yield from _listed("doan", item)
            for point in item["diem"]:
                yield "diem", point, "noi_dung"
                yield from _listed("gach", point)
            yield from _listed("gach", item)
        if section["chi_dan"]:
            yield "chi_dan", section, "chi_dan"


def _listed(kind, holder):
    return ((kind, holder[kind], place) for place in range(len(holder[kind])))


def _shown(appendix):
    rows = [
        row
        for part in appendix["phan"]
        for group in part["nhom"]
        for task in group["nhiem_vu"]
        for row in (task, *task["nhiem_vu_con"])
    ]
    return [key for key in COLUMNS if key not in OPTIONAL or any(row[key] for row in rows)]


# XML


def name_row(row, bookmark):
    """Put a bookmark around the words of the first cell of a row."""
    paragraph = row.find(f"{W}tc/{W}p")
    identity = str(20_000 + sum(bookmark.encode()))
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": identity, f"{W}name": bookmark})
    paragraph.insert(1, start)
    paragraph.append(etree.Element(f"{W}bookmarkEnd", {f"{W}id": identity}))


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


def _lives(paragraph):
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None


def said(run):
    return "".join(text.text or "" for text in run.findall(f"{W}t"))


def words_of(paragraph):
    return "".join(map(said, paragraph.iter(f"{W}r")))


def _run(words, like=None):
    run = etree.Element(f"{W}r", {f"{W}rsidR": "00C0FFEE"})
    if like is not None and like.find(f"{W}rPr") is not None:
        run.append(deepcopy(like.find(f"{W}rPr")))
    run.append(_text(words))
    return run


def _text(words):
    text = etree.Element(f"{W}t", {XML_SPACE: "preserve"})
    text.text = words
    return text


def _change(kind):
    told = {f"{W}id": "900", f"{W}author": "Nguyễn Thị Ân", f"{W}date": "2025-03-05T08:00:00Z"}
    return etree.Element(f"{W}{kind}", told)


def _mark_properties(paragraph):
    """Return where the changes of a paragraph's mark are noted."""
    properties = paragraph.find(f"{W}pPr")
    found = properties.find(f"{W}rPr")
    return etree.SubElement(properties, f"{W}rPr") if found is None else found
