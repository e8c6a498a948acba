"""A file of ours → `Outline`: every component has a style of its own, whatever was typed into it."""

from dataclasses import dataclass, field

from docgen.components import is_draft_mark
from docgen.importers.outline import AppendixOutline, Outline
from docgen.importers.word.entries import BY_STYLE, entry_of_style
from docgen.importers.word.lines import Lines
from docgen.importers.word.tables import Tables
from docgen.word.factory.styles import STYLES
from docgen.word.reading import BODY, Paragraph, Table, WordDocument
from docgen.word.reading.document import paragraphs_of

_COMPUTED = {
    "QuocHieu": "Quốc hiệu",
    "TieuNgu": "Tiêu ngữ",
    "NhanNoiNhan": "nhãn “Nơi nhận”",
}


def styles_of(document: WordDocument) -> dict[str, str]:
    """Return our styles by the ids that they have in a file: LibreOffice gives them others."""
    named = document.formatting.styles.named
    return {named(style.name): style.id for style in STYLES if named(style.name)}


def read_styled(document: WordDocument, lines: Lines) -> Outline:
    """Tell the components of a file of ours apart by their styles."""
    reader = _Reader(lines, Tables(document, lines), styles_of(document))
    for block in document.blocks:
        if isinstance(block, Table) and reader.in_appendix and block.bordered:
            reader.add_table(block, landscape=document.sections[block.section].landscape)
            continue
        for paragraph in paragraphs_of([block]):
            if not paragraph.is_empty:
                reader.read(paragraph)
    return reader.outline


@dataclass
class _Reader:
    lines: Lines
    tables: Tables
    styles: dict[str, str]
    outline: Outline = field(default_factory=Outline)
    closing: bool = False

    @property
    def in_appendix(self) -> bool:
        return bool(self.outline.appendices)

    def add_table(self, table: Table, *, landscape: bool) -> None:
        appendix = self.outline.appendices[-1]
        appendix.landscape = landscape
        appendix.blocks.append(self.tables.read(table))

    def read(self, paragraph: Paragraph) -> None:
        """Put a paragraph where its style, or else the place where it stands, says."""
        style = self.styles.get(paragraph.format.style, "") if paragraph.story == BODY else ""
        if style == "PhuLuc":
            self.outline.appendices.append(AppendixOutline())
        self.closing |= style in {"NhanNoiNhan", "NoiNhan", "QuyenHan", "NguoiKy"}
        if self.outline.type_name is None and is_draft_mark(paragraph.text):
            self.outline.leave("chữ ở đầu văn bản", [self.lines.whole(paragraph)])
        elif not (self._take_head(paragraph, style) or self._take_closing(paragraph, style)):
            self._take_content(paragraph, style)

    def _take_head(self, paragraph: Paragraph, style: str) -> bool:
        outline, whole = self.outline, self.lines.whole
        if style in _COMPUTED:
            outline.compute(_COMPUTED[style], [whole(paragraph)])
        elif style == "CoQuanChuQuan":
            outline.superior.append(whole(paragraph))
        elif style == "CoQuanBanHanh":
            outline.issuer.append(whole(paragraph))
        elif style == "SoKyHieu":
            outline.number = whole(paragraph)
        elif style == "DiaDanh":
            outline.place_date = whole(paragraph)
        elif style == "TenLoai":
            outline.type_name = whole(paragraph)
            outline.type = outline.type_name.text.capitalize()
        elif style == "TrichYeu":
            outline.subject.append(whole(paragraph))
        else:
            return False
        return True

    def _take_closing(self, paragraph: Paragraph, style: str) -> bool:
        outline, whole = self.outline, self.lines.whole
        if style == "NoiNhan":
            outline.recipients.append(whole(paragraph))
        elif style == "QuyenHan":
            outline.authority.append(whole(paragraph))
        elif style == "NguoiKy" and outline.signer is None:
            outline.signer = whole(paragraph)
        elif style == "PhuLuc":
            outline.compute("nhãn phụ lục", [whole(paragraph)])
        elif style == "TenPhuLuc" and self.in_appendix:
            outline.appendices[-1].title.append(whole(paragraph))
        elif style == "KemTheo" and self.in_appendix:
            outline.references.append(whole(paragraph))
        else:
            return False
        return True

    def _take_content(self, paragraph: Paragraph, style: str) -> None:
        outline = self.outline
        if paragraph.story != BODY:
            outline.leave("khung chữ", [self.lines.whole(paragraph)])
        elif self.in_appendix:
            outline.appendices[-1].blocks.append(self.lines.whole(paragraph))
        elif outline.type_name is None or (self.closing and style not in BY_STYLE):
            outline.leave("chữ ngoài nội dung", [self.lines.whole(paragraph)])
        else:
            outline.body.append(entry_of_style(paragraph, style, self.lines))
