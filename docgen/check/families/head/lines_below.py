"""The lines under Tiêu ngữ, the agency's name and the subject (H05, H09, H18)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.head.drawn_lines import (
    Line,
    Room,
    bordered,
    drawn_in,
    has_shapes,
    is_known,
    room_of,
    typed,
    underlined,
    widths,
)
from docgen.check.families.head.names import heads, is_upside_down, stands_free
from docgen.components import RIGHT, WHOLE, Head, Part, Piece
from docgen.rules import figure
from docgen.rules.units import EMU_PER_MM, EMU_PER_PT
from docgen.word.reading import Block, Paragraph, Table

_BELOW = 3
"""Paragraphs below the words that a line may stand in."""

_DEEPEST = 30
"""Blocks that a head may have."""

_POINTS = EMU_PER_PT / EMU_PER_MM
"""Millimetres."""


@dataclass(frozen=True)
class _Wanted:
    """A line that must be there: under the words `pieces`, `called` so, as long as the figure `name` says."""

    rule: str
    name: str
    called: str
    pieces: Sequence[Piece]
    lines: Sequence[Line]
    room: Room
    sure: bool
    """Whether a line that is not found is not there."""

    @property
    def last(self) -> Piece:
        """The last of the words."""
        return self.pieces[-1]


def _judge(case: Case) -> Breaches:
    for part, head in heads(case):
        for wanted in (*_of_head(case, part, head), *_of_subject(case, part)):
            yield from _line(wanted)


def _of_head(case: Case, part: Part, head: Head) -> Iterator[_Wanted]:
    blocks = _head_blocks(part)
    for rule, name, called, pieces in (
        ("H05", "motto", "Tiêu ngữ", [head.motto] if head.motto else []),
        ("H09", "issuer", "tên cơ quan ban hành", [] if is_upside_down(head) else head.issuer),
    ):
        if pieces and pieces[-1].column != WHOLE and not stands_free(pieces[-1]):
            yield _in_head(case, (rule, name, called), pieces, head, blocks)


def _in_head(
    case: Case, told: tuple[str, str, str], pieces: Sequence[Piece], head: Head, blocks: list[Block]
) -> _Wanted:
    last = pieces[-1]
    paragraph, column = last.paragraph, last.column
    around = _column(paragraph, blocks)
    outside = [block for block in blocks if isinstance(block, Paragraph)]
    room = room_of(paragraph, case.paper.section_of(paragraph))
    lines = list(typed(piece for piece in head.pieces if piece.column in {column, WHOLE}))
    if paragraph.cell is None:
        lines += (line for line in drawn_in(outside) if _is_beside(line, column, room))
    else:
        lines += drawn_in(around)
        lines += [] if lines else drawn_in(outside)
        lines += bordered(paragraph, _below(paragraph, paragraph.cell.blocks), room)
    lines += underlined(last)
    sure = not has_shapes([*around, *outside]) and not _may_be_elsewhere(paragraph)
    return _Wanted(*told, pieces, lines, room, sure)


def _head_blocks(part: Part) -> list[Block]:
    """Return the blocks above the type of document."""
    end = part.type_name.paragraph if part.type_name else None
    found: list[Block] = []
    for block in islice(part.blocks, _DEEPEST):
        if block is end or (part.body and block is part.body[0].paragraph):
            break
        found.append(block)
    return found


def _column(paragraph: Paragraph, blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the paragraphs of the cells above and below the one that a paragraph stands in."""
    if paragraph.cell is None:
        return [block for block in blocks if isinstance(block, Paragraph)]
    own = paragraph.cell
    cells = (cell for cell in own.table.cells if cell.column < own.column + own.columns)
    return [one for cell in cells if own.column < cell.column + cell.columns for one in cell.paragraphs]


def _is_beside(line: Line, column: str, room: Room) -> bool:
    """Whether a line drawn in a head that tabs part lies in this half; one whose place is unknown may."""
    return line.middle is None or (line.middle > room / 2) == (column == RIGHT)


def _below(paragraph: Paragraph, blocks: Sequence[Block]) -> list[Paragraph]:
    at = next((index for index, block in enumerate(blocks) if block is paragraph), len(blocks))
    following = blocks[at + 1 : at + 1 + _BELOW]
    return [block for block in following if isinstance(block, Paragraph)]


def _may_be_elsewhere(paragraph: Paragraph) -> bool:
    """Whether an edge of a cell, or one of several lines in other cells, may be what is looked for."""
    if paragraph.cell is None:
        return False
    table = paragraph.cell.table
    return table.bordered or sum(1 for _ in drawn_in(table.paragraphs)) > 1


def _of_subject(case: Case, part: Part) -> Iterator[_Wanted]:
    if not part.subject or part.subject[-1].paragraph.cell is not None or part.type_name is None:
        return
    own = [part.type_name.paragraph, *(piece.paragraph for piece in part.subject)]
    last = part.subject[-1].paragraph
    below = _under(last, part)
    room = room_of(last, case.paper.section_of(last))
    near = list(dict.fromkeys([*own, *below]))
    lines = [
        *drawn_in(near),
        *bordered(last, below, room),
        *typed(_rules(below)),
        *underlined(part.subject[-1]),
    ]
    if part.head and part.head.national_title and part.head.national_title.paragraph.cell and not lines:
        near += [block for block in _head_blocks(part) if isinstance(block, Paragraph)]
        lines = list(drawn_in(near))
    if not part.reference or lines:
        yield _Wanted("H18", "subject", "trích yếu", part.subject, lines, room, not has_shapes(near))


def _under(last: Paragraph, part: Part) -> list[Paragraph]:
    at = part.blocks.index(last)
    found = []
    for block in part.blocks[at + 1 : at + 1 + _BELOW]:
        if isinstance(block, Table):
            break
        found.append(block)
        if not block.is_empty:
            break
    return found


def _rules(paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    return (Piece(one, 0, len(one.text)) for one in paragraphs if not one.is_empty)


def _line(wanted: _Wanted) -> Breaches:
    solid = [line for line in wanted.lines if line.solid]
    if not solid:
        if wanted.lines or wanted.sure:
            yield _missing(wanted, dashed=bool(wanted.lines))
        return
    lengths = widths(wanted.name, wanted.pieces, wanted.room)
    if not lengths or not all(is_known(line, wanted.room) for line in solid):
        return
    fitting = [line for line in solid if _fits(line.length or 0.0, wanted.name, lengths)]
    if not fitting:
        yield _wrong_length(wanted, solid[0], lengths[0])
    elif wanted.name != "motto" and not any(_is_central(line, wanted, lengths[0]) for line in fitting):
        yield _aside(wanted)


def _fits(length: float, name: str, texts: Sequence[float]) -> bool:
    share, tolerance = figure(f"line.{name}"), figure("line.tolerance").use
    low, high = (share.low or 0.0) * (1 - tolerance), (share.high or 0.0) * (1 + tolerance)
    return any(text * low <= length <= text * high for text in texts)


def _is_central(line: Line, wanted: _Wanted, text: float) -> bool:
    """Whether a line lies under the middle of its words, as far as that is known."""
    piece = wanted.last
    if line.middle is None or piece.by_tab or piece.align != "center":
        return True
    setting = piece.paragraph.format
    middle = (setting.left + wanted.room - setting.right) / 2
    return abs(line.middle - middle) <= text * figure("line.tolerance").use + figure("line.room").use


def _missing(wanted: _Wanted, *, dashed: bool) -> Breach:
    lengths = widths(wanted.name, wanted.pieces, wanted.room)
    about = f" ({_told(wanted.name, lengths[0])})" if lengths else ""
    what = "là nét đứt, không phải nét liền" if dashed else "chưa có"
    return Breach(
        wanted.rule,
        f"Đường kẻ dưới {wanted.called} {what}. Hãy kẻ một đường nét liền, {_share(wanted.name)}{about}.",
        wanted.last.paragraph,
        wanted.last.text,
        expected="đường kẻ nét liền",
        found="nét đứt" if dashed else "không có",
    )


def _wrong_length(wanted: _Wanted, line: Line, text: float) -> Breach:
    now, right = f"{(line.length or 0.0) * _POINTS:.0f} mm", _told(wanted.name, text)
    made, call = "", "Hãy kéo lại cho vừa."
    if line.of_letters:
        made, call = "là chữ gạch chân, ", "Hãy bỏ gạch chân (Underline) rồi kẻ một đường."
    return Breach(
        wanted.rule,
        f"Đường kẻ dưới {wanted.called} {made}dài {now}; phải {_share(wanted.name)}, tức {right}. {call}",
        wanted.last.paragraph,
        wanted.last.text,
        expected=right,
        found=now,
    )


def _aside(wanted: _Wanted) -> Breach:
    return Breach(
        wanted.rule,
        f"Đường kẻ dưới {wanted.called} lệch so với dòng chữ. Hãy đặt vào giữa dòng chữ.",
        wanted.last.paragraph,
        wanted.last.text,
        expected="giữa dòng chữ",
        found="lệch",
    )


def _share(name: str) -> str:
    return "dài bằng dòng chữ" if name == "motto" else "dài từ 1/3 đến 1/2 dòng chữ, cân đối"


def _told(name: str, text: float) -> str:
    """Return a length in whole millimetres, or from what to what."""
    row = figure(f"line.{name}")
    ends = [f"{text * end * _POINTS:.0f}" for end in (row.low or 0.0, row.high or 0.0)]
    return f"khoảng {' đến '.join(dict.fromkeys(ends))} mm"


RULES: tuple[Rule, ...] = (_judge,)
