"""The tags of a template where they stand: in which paragraph or cell, and what stands around them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.package import Element, Package
from docgen.word.ooxml import W
from docgen.word.prepare import is_template_part

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = re.compile(
    r"(?:\{\{|\{%|\{#)(?P<prefix>tr|tc|p|r)?(?(prefix)(?=\s))[-+]?(?P<body>.*?)[-+]?[}%#]\}", re.DOTALL
)
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_PARTS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "nhận xét",
}
_QUOTED = 80


@dataclass(frozen=True)
class Unit:
    """A paragraph, or another text of its own, with the places that tags of each kind must stay within.

    `scopes` maps the prefix of a tag ("" and "r": paragraph, "p": cell or page, "tr": table, "tc": row) to a
    mark of the element; a tag whose prefix is missing there cannot stand here.
    """

    place: str
    words: str
    scopes: dict[str, str]

    @property
    def tags(self) -> tuple["Tag", ...]:
        """The tags that stand in the words, in order."""
        return tuple(
            _tag(self, found[0]) for found in _TAG.finditer(unicodedata.normalize("NFC", self.words))
        )

    @property
    def rest(self) -> str:
        """The words without their tags."""
        return _TAG.sub("", self.words)

    def __str__(self) -> str:
        """Return where the unit is and what it says: 'bảng 2, hàng 3, ô 1: “…”'."""
        words = " ".join(self.words.split())
        return f"{self.place}: “{words if len(words) <= _QUOTED else f'{words[:_QUOTED]}…'}”"


@dataclass(frozen=True)
class Tag:
    """One tag: `prefix` is "", "p", "tr", "tc" or "r"; `body` is what it says: "for dong in pl.cac_dong"."""

    unit: Unit
    text: str
    prefix: str
    body: str

    @property
    def prints(self) -> bool:
        """Whether it is an expression that is printed, `{{ … }}`."""
        return self.text.startswith("{{")

    @property
    def word(self) -> str:
        """The first word of a statement, such as "for"; empty for an expression or a comment."""
        return self.body.split(maxsplit=1)[0] if self.text.startswith("{%") and self.body else ""

    @property
    def rest(self) -> str:
        """What follows the first word of a statement."""
        return self.body.removeprefix(self.word).strip()

    @property
    def scope(self) -> str | None:
        """The mark of the element that the tag and its partner must stand in; None if there is none."""
        return self.unit.scopes.get(self.prefix)


def units(package: Package) -> Iterator[Unit]:
    """Yield every text of a template that may hold tags, part by part, in reading order."""
    for name in filter(is_template_part, package.parts):
        root, where = package.xml(name), _part_name(name)
        if name == "docProps/core.xml":
            yield from (_alone(node, f"thuộc tính tệp “{_local(node)}”") for node in root)
        else:
            yield from _units_of_part(root, where)


def _units_of_part(root: Element, where: str) -> Iterator[Unit]:
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    number = 0
    for node in root.iter():
        if node.tag == f"{W}p":
            number += 1
            yield Unit(where + _place(node, number, tables), _own_words(node), _scopes(node, where))
        elif node.tag != f"{W}t" and isinstance(node.tag, str):
            yield from _hidden_texts(node, where)


def _hidden_texts(node: Element, where: str) -> Iterator[Unit]:
    """Yield texts that are not words of a paragraph but look like tags: in fields, charts, attributes."""
    if _TAG.search(node.text or ""):
        yield _alone(node, f"{where}phần tử {_local(node)}")
    for value in node.attrib.values():
        if _TAG.search(str(value)):
            yield Unit(f"{where}thuộc tính của {_local(node)}", str(value), {})


def _own_words(paragraph: Element) -> str:
    """Return the words of a paragraph without those of text boxes anchored in it."""
    nodes = (node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph)
    return "".join(node.text or "" for node in nodes)


def _place(paragraph: Element, number: int, tables: dict[Element, int]) -> str:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return f"đoạn {number}"
    row, table = next(cell.iterancestors(f"{W}tr")), next(cell.iterancestors(f"{W}tbl"))
    row_number = table.findall(f"{W}tr").index(row) + 1
    return f"bảng {tables[table]}, hàng {row_number}, ô {row.findall(f'{W}tc').index(cell) + 1}"


def _scopes(paragraph: Element, where: str) -> dict[str, str]:
    paragraph_mark = _mark(paragraph, where)
    scopes = {"": paragraph_mark, "r": paragraph_mark, "p": paragraph_mark.rpartition("/")[0]}
    for prefix, name in (("tr", "tbl"), ("tc", "tr")):
        if (element := next(paragraph.iterancestors(f"{W}{name}"), None)) is not None:
            scopes[prefix] = _mark(element, where)
    return scopes


def _mark(element: Element, where: str) -> str:
    """Return what tells an element from all others of the package."""
    return where + element.getroottree().getpath(element)


def _alone(node: Element, place: str) -> Unit:
    return Unit(place, node.text or "", {"": _mark(node, place)})


def _tag(unit: Unit, text: str) -> Tag:
    inside = _INSIDE.fullmatch(text)
    prefix, body = (inside["prefix"] or "", inside["body"]) if inside else ("", "")
    return Tag(unit, text, prefix, body.strip().translate(_QUOTES))


def _part_name(name: str) -> str:
    """Return what an officer calls a part, with a comma; nothing for the text itself."""
    stem = name.rpartition("/")[2].removesuffix(".xml")
    known = _PARTS.get(stem.rstrip("0123456789"))
    return f"{known} ({stem}.xml), " if known else "" if stem == "document" else f"{stem}.xml, "


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
