"""Any other Word file → `Outline`: its components are found by what stands where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.components import APPENDIX, Closing, Paper, Part, Piece, read_paper
from docgen.importers.heads import TYPE
from docgen.importers.outline import AppendixOutline, Outline
from docgen.importers.word.entries import parted_entries
from docgen.importers.word.lines import Lines
from docgen.importers.word.tables import Tables
from docgen.recognition import source
from docgen.recognition.columns import head_at
from docgen.word.reading import BODY, Block, Paragraph, Table, WordDocument

_LABEL = re.compile(r"phụ\s+lục(\s+(số\s+)?([ivxlc]+|\d+|[a-h])(?!\w))?+[^\w(]*+(?=\w)", re.IGNORECASE)
"""What of the line "Phụ lục I. Danh mục nhiệm vụ" is no title."""


def read_found(document: WordDocument, lines: Lines) -> Outline:
    """Tell the components of a file apart that was typed by hand."""
    paper = read_paper(document)
    outline = Outline()
    tables = Tables(document, lines)
    main, closing = _plan(paper), _closing(paper)
    _read_closing(closing, outline, lines)
    for part in paper.parts:
        if part.kind == APPENDIX:
            outline.appendices.append(_appendix(part, paper, outline, lines, tables))
        elif part is main:
            _read_main(part, paper, outline, lines, tables)
        else:
            outline.leave(part.kind, [lines.whole(one) for one in part.paragraphs if not one.is_empty])
    outline.appendices = [one for one in outline.appendices if one.blocks or one.title]
    boxes = (one for one in document.paragraphs if one.story != BODY)
    outline.leave("khung chữ", list(lines.rest(boxes)))
    return outline


def _read_main(part: Part, paper: Paper, outline: Outline, lines: Lines, tables: Tables) -> None:
    _read_head(part, outline, lines)
    outline.body = parted_entries(part.body, lines)
    read = [tables.read(table) for table in _unframed(part.tables) if isinstance(table, Table)]
    tasks = [table for table in read if _holds_tasks(table)]
    if tasks:
        landscape = any(paper.document.sections[table.section].landscape for table in part.tables)
        outline.appendices.append(AppendixOutline([], list(tasks), landscape))
    rest = [cell for table in read if table not in tasks for cell in table.cells]
    outline.leave("bảng trong lời văn", rest)


def _holds_tasks(table: source.Table) -> bool:
    return any(head_at(table.rows, at) for at in range(min(3, len(table.rows))))


def _read_head(part: Part, outline: Outline, lines: Lines) -> None:
    if part.type_name is not None:
        outline.type_name, outline.type = lines.piece(part.type_name), part.type
    outline.subject = lines.pieces(part.subject)
    outline.references += lines.pieces(part.reference)
    head = part.head
    if head is None:
        return
    outline.superior, outline.issuer = lines.pieces(head.superior), lines.pieces(head.issuer)
    outline.number = lines.piece(head.number) if head.number else None
    outline.place_date = lines.piece(head.place_date) if head.place_date else None
    outline.compute("Quốc hiệu", [lines.piece(head.national_title) if head.national_title else None])
    outline.compute("Tiêu ngữ", [lines.piece(head.motto) if head.motto else None])
    named = {head.number, head.place_date, head.national_title, head.motto, *head.superior, *head.issuer}
    others = [piece for piece in head.pieces if piece not in named]
    outline.leave("chữ ở đầu văn bản", lines.pieces(others))


def _plan(paper: Paper) -> Part:
    """Return the part that is the plan: a letter may stand before it."""
    return next((part for part in paper.texts if part.type == TYPE), paper.main)


def _closing(paper: Paper) -> Closing | None:
    """Return who gets the document and who signs it; they may stand behind an appendix."""
    main = _plan(paper)
    if main.kind == APPENDIX:
        return None
    behind = (part.closing for part in paper.appendices if part.closing and part.closing.recipients)
    return main.closing or next(behind, None)


def _read_closing(closing: Closing | None, outline: Outline, lines: Lines) -> None:
    if closing is None:
        return
    outline.compute("nhãn “Nơi nhận”", [lines.piece(closing.label) if closing.label else None])
    outline.recipients = lines.pieces(closing.recipients)
    outline.authority = lines.pieces(closing.authority)
    outline.signer = lines.piece(closing.signer) if closing.signer else None
    for other in closing.others:
        signed = [*other.authority, *([other.signer] if other.signer else [])]
        outline.leave("người ký khác", lines.pieces(signed))


def _appendix(part: Part, paper: Paper, outline: Outline, lines: Lines, tables: Tables) -> AppendixOutline:
    """Return an appendix; what stands under its title is read block by block."""
    label, title = _label(part.label)
    appendix = AppendixOutline(lines.pieces([*title, *part.subject]))
    outline.compute("nhãn phụ lục", lines.pieces(label))
    outline.references += lines.pieces(part.reference)
    if part.head:
        outline.leave("chữ ở đầu phụ lục", lines.pieces(part.head.pieces))
    signed = _closing(paper)
    for block in _content(part, signed.blocks if signed else ()):
        if isinstance(block, Table):
            appendix.landscape |= paper.document.sections[block.section].landscape
            appendix.blocks.append(tables.read(block))
        else:
            appendix.blocks.append(lines.whole(block))
    return appendix


def _label(piece: Piece | None) -> tuple[list[Piece], list[Piece]]:
    """Part the line "Phụ lục I" from the title that stands on it."""
    if piece is None:
        return [], []
    found = _LABEL.match(piece.paragraph.text, piece.start, piece.end)
    if found is None:
        return [piece], []
    return [replace(piece, end=found.end())], [replace(piece, start=found.end())]


def _content(part: Part, signed: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks below the title of an appendix, empty ones and those of the closing left out."""
    head = part.head.pieces if part.head else []
    titled = {piece.paragraph for piece in (*head, part.label, *part.subject, *part.reference) if piece}
    return [
        block
        for block in _unframed(block for block in part.blocks if block not in signed)
        if not (isinstance(block, Paragraph) and (block in titled or block.is_empty or block.story != BODY))
        and not (isinstance(block, Table) and titled & set(block.paragraphs))
    ]


def _unframed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks; a table whose only words are in a cell around another table is a frame and falls away."""
    for block in blocks:
        full = [cell for cell in block.cells if cell.words] if isinstance(block, Table) else []
        if len(full) == 1 and any(isinstance(inner, Table) for inner in full[0].blocks):
            yield from _unframed(full[0].blocks)
        else:
            yield block
