"""The redline of two Word files: blocks, tables, rows and cells, from the outside in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from docgen.errors import InvalidInputError
from docgen.package import Element, Package, open_package
from docgen.transform.pairing import paired
from docgen.word.archive import archive, entry
from docgen.word.ooxml import W, child, written
from docgen.word.reading.blocks import nodes
from docgen.word.reading.changes import Changes, open_changes, settle
from docgen.word.redline.pairs import Step, steps
from docgen.word.redline.pen import Pen
from docgen.word.redline.stretches import merged_stretch
from docgen.word.redline.tables import Rows, paired_rows
from docgen.word.undisturbed import undisturbed


def redline(old: bytes, new: bytes, author: str = "docgen") -> bytes:
    """Return the Word file `new` with tracked changes by `author` that turn `old` into it.

    All accepted, its text is that of `new`: words, bold ones, paragraphs, styles, rows. All rejected, it is
    that of `old`. What tracked changes cannot say is as in `new`: sections (paper lying or upright, margins),
    widths of columns, lines that are drawn, numbers that Word itself counts, headers, settings, properties.
    Tracked changes that the files already have count as accepted. The changes carry no date: the same files
    give the same bytes.

    Raises:
        InvalidInputError: one of them is no Word file that can be read, or has no text.
        RefusedError: one of them is dangerous or over a limit.

    """
    with undisturbed():
        before, after = open_package(old), open_package(new)
        source, target = _settled(before), _settled(after)
        _Redline(Pen(author, target)).merge(_body(source), _body(target))
        parts = after.parts | {after.main: written(target)}
        return archive(entry(name, content) for name, content in parts.items())


def _settled(package: Package) -> Element:
    root = package.xml(package.main)
    if open_changes(root):
        settle(root, Changes.ACCEPTED)
    return root


def _body(root: Element) -> Element:
    body = child(root, "body")
    if body is None:
        raise InvalidInputError(
            "Tệp Word không có nội dung.", "Hãy mở tệp bằng Word để kiểm tra rồi lưu lại."
        )
    return body


@dataclass
class _Unit:
    """Paragraphs up to a table or to the end of a section, that included; or up to the end of the text."""

    paragraphs: list[Element] = field(default_factory=list)
    table: Rows | None = None
    section: int = -1

    @property
    def key(self) -> str:
        return self.table.text if self.table is not None else f"§{self.section}"

    @property
    def blocks(self) -> list[Element]:
        return [*self.paragraphs, *([self.table.node] if self.table is not None else [])]

    def likeness(self, other: "_Unit") -> float:
        if self.table is None or other.table is None:
            return 0.0
        return self.table.likeness(other.table)


@dataclass
class _Redline:
    """Merges the old tree into the new one, where that stands."""

    pen: Pen

    def merge(self, old: Element, new: Element) -> None:
        """Merge the blocks of two texts, or of two cells, into the new one."""
        olds, news = _units(old), _units(new)
        pairing = paired(
            [unit.key for unit in olds],
            [unit.key for unit in news],
            lambda a, b: olds[a].likeness(news[b]),
        )
        blocks = [block for step in steps(olds, news, pairing) for block in self._blocks(step)]
        _set_among(new, blocks)

    def _blocks(self, step: Step[_Unit]) -> Iterator[Element]:
        if step.new is None:
            yield from (self.pen.delete(block) for block in step.some.blocks)
        elif step.old is None:
            yield from (self.pen.insert(block) for block in step.new.blocks)
        else:
            yield from self._merged(step.old, step.new)

    def _merged(self, old: _Unit, new: _Unit) -> Iterator[Element]:
        yield from merged_stretch(old.paragraphs, new.paragraphs, self.pen, sealed=new.section >= 0)
        if old.table is not None and new.table is not None:
            yield from self._table(old.table, new.table)

    def _table(self, old: Rows, new: Rows) -> Iterator[Element]:
        """Yield the new table with the rows of both; both tables where their columns are not the same."""
        if len(old.columns) != len(new.columns):
            yield self.pen.delete(old.node)
            yield self.pen.insert(new.node)
            return
        _set_among(new.node, [self._row(step) for step in paired_rows(old, new)])
        yield new.node

    def _row(self, step: Step[Element]) -> Element:
        if step.new is None:
            return self.pen.delete(step.some)
        if step.old is None:
            return self.pen.insert(step.new)
        for old, new in zip(step.old.iterchildren(f"{W}tc"), step.new.iterchildren(f"{W}tc"), strict=True):
            if etree.tostring(old, with_tail=False) != etree.tostring(new, with_tail=False):
                self.merge(old, new)
        return step.new


def _units(holder: Element) -> list[_Unit]:
    units = [_Unit()]
    for node in nodes(holder):
        if node.tag == f"{W}tbl":
            units[-1].table = Rows(node)
            units.append(_Unit())
            continue
        units[-1].paragraphs.append(node)
        if child(child(node, "pPr"), "sectPr") is not None:
            units[-1].section = sum(unit.section >= 0 for unit in units)
            units.append(_Unit())
    return units


def _set_among(holder: Element, blocks: Sequence[Element]) -> None:
    """Put the blocks that stand nowhere yet before the ones that they precede."""
    following = next(holder.iterchildren(f"{W}sectPr"), None)
    for block in reversed(blocks):
        if block.getparent() is None and following is None:
            holder.append(block)
        elif block.getparent() is None and following is not None:
            following.addprevious(block)
        following = block
