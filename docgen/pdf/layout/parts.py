"""Blocks between their neighbours: where pages must begin, and how much space stands between blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.pdf.comment import Mark
from docgen.pdf.description import Block, Blocks, ColumnBreak, Inline, PageBreak, Paragraph, Table
from docgen.pdf.layout.cutting import with_comments
from docgen.word.formatting import Border, ParagraphFormat

if TYPE_CHECKING:
    from docgen.pdf.layout.contract import Strip
    from docgen.pdf.layout.drawings import SetDrawing
    from docgen.pdf.pages import Tag

AUTO_SPACE = 14.0
"""Points that LibreOffice takes for automatic spacing (w:beforeAutospacing)."""

_BREAKS: dict[type[Inline], str] = {PageBreak: "page", ColumnBreak: "column"}


@dataclass(eq=False, slots=True)
class Part:
    """A block to be set; `break_before` is "page" or "column" where it must begin one.

    `start` marks the first character still to be set of a paragraph that began on the page before. What it
    was set to in a column of `width` is kept in `strips`, as long as it does not depend on the page.
    """

    block: Block
    parent: "Tag | None"
    above: Block | None = None
    below: Block | None = None
    break_before: str = ""
    start: Mark | None = None
    tag: "Tag | None" = None
    label_tag: "Tag | None" = None
    strips: "list[Strip]" = field(default_factory=list)
    width: float = 0.0
    drawings: "dict[int, SetDrawing]" = field(default_factory=dict)
    """The drawings in it that have been set, by identity."""

    def rest(self, start: Mark) -> "Part":
        """Return what is left of a paragraph from the mark `start` on."""
        return replace(self, start=start, break_before="", strips=[])

    @property
    def space(self) -> float:
        """The space above, in points: the larger of what this block and the one above it ask for."""
        before = _before(self.block, self.above)
        if self.above is None:
            return before
        return max(before, _after(self.above, self.block))

    @property
    def before(self) -> float:
        """The space that it asks for above itself."""
        return 0.0 if self.start else _before(self.block, None)

    @property
    def own_space(self) -> float:
        """What of the space above is this block's own; drawings that float are placed from there.

        LibreOffice takes only what exceeds the space that the block above asks for.
        """
        above = 0.0 if self.above is None else _after(self.above, self.block)
        return max(0.0, _before(self.block, self.above) - above)

    @property
    def anchor_space(self) -> float:
        """The space that the block above leaves below it; a table that floats is placed from there."""
        return 0.0 if self.above is None else _after(self.above, self.below)

    @property
    def below_last(self) -> float:
        """The space below, when nothing follows."""
        return _after(self.block, None)

    @property
    def joins_above(self) -> bool:
        """Whether one border goes around this paragraph and the one above it."""
        return _is_joined(self.above, self.block)

    @property
    def joins_below(self) -> bool:
        """Whether one border goes around this paragraph and the one below it."""
        return _is_joined(self.block, self.below)


def parts(blocks: Blocks, parent: "Tag | None", *, breaks: bool = True) -> list[Part]:
    """Return the blocks with their neighbours; page breaks count where `breaks`, not inside of tables."""
    pieces = list(_broken(blocks)) if breaks else [(_unbroken(block), "") for block in blocks]
    result = [Part(block, parent, break_before=asked) for block, asked in pieces]
    for above, below in pairwise(part for part in result if not _floats(part.block)):
        above.below, below.above = below.block, above.block
    _anchor(result)
    return result


def _anchor(members: list[Part]) -> None:
    """Tell tables that float between which blocks they are anchored."""
    above: Block | None = None
    for index, part in enumerate(members):
        if _floats(part.block):
            following = (one.block for one in members[index:] if not _floats(one.block))
            part.above, part.below = above, next(following, None)
        else:
            above = part.block


def _floats(block: Block) -> bool:
    return isinstance(block, Table) and block.place is not None


def _broken(blocks: Blocks) -> Iterator[tuple[Block, str]]:
    """Yield blocks, paragraphs in pieces where they hold page breaks.

    A break alone in its paragraph takes a line of the page that it ends; beside text it takes none, unless
    nothing stands before it.
    """
    asked, is_bare = "", True
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block, asked
            asked, is_bare = "", False
            continue
        pieces = with_comments(block.comments, list(_pieces(block)))
        alone = not any(piece.content for piece, _ in pieces)
        for index, (piece, ends_with) in enumerate(pieces):
            if piece.content or (not index and (alone or piece.label)) or (ends_with and is_bare):
                before = asked or ("page" if block.format.page_break_before and not index else "")
                yield piece, before
                asked, is_bare = "", False
            asked = ends_with or asked


def _pieces(paragraph: Paragraph) -> Iterator[tuple[Paragraph, str]]:
    """Yield the pieces of a paragraph between breaks, each with the kind of break that ends it."""
    content: list[Inline] = []
    label = paragraph.label
    for inline in paragraph.content:
        if type(inline) in _BREAKS:
            yield replace(paragraph, content=tuple(content), label=label), _BREAKS[type(inline)]
            label, content = (), []
        else:
            content.append(inline)
    yield (
        (
            replace(paragraph, content=tuple(content), label=label)
            if label != paragraph.label or len(content) != len(paragraph.content)
            else paragraph
        ),
        "",
    )


def _unbroken(block: Block) -> Block:
    if isinstance(block, Paragraph) and any(type(inline) in _BREAKS for inline in block.content):
        return replace(block, content=tuple(one for one in block.content if type(one) not in _BREAKS))
    return block


def _before(block: Block, above: Block | None) -> float:
    if not isinstance(block, Paragraph):
        return 0.0
    setting = block.format
    if setting.contextual and _has_style(above, setting.style):
        return 0.0
    return AUTO_SPACE if setting.before_auto else setting.before


def _after(block: Block, below: Block | None) -> float:
    if not isinstance(block, Paragraph):
        return 0.0
    setting = block.format
    if setting.contextual and _has_style(below, setting.style):
        return 0.0
    return AUTO_SPACE if setting.after_auto else setting.after


def _has_style(block: Block | None, style: str) -> bool:
    return isinstance(block, Paragraph) and block.format.style == style


def _is_joined(above: Block | None, below: Block | None) -> bool:
    if not (isinstance(above, Paragraph) and isinstance(below, Paragraph)):
        return False
    return bool(above.format.borders) and _frame(above.format) == _frame(below.format)


def _frame(setting: ParagraphFormat) -> tuple[tuple[tuple[str, Border], ...], float, float]:
    return setting.borders, setting.left, setting.right
