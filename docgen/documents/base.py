"""`Document`: every word that will be printed, already worded and numbered.

The field names are English; the aliases, Vietnamese without marks, are the names that a Word template
uses: `document.model_dump(by_alias=True)` *is* what a template is filled with.
"""

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from operator import attrgetter

from pydantic import Field

from docgen.documents.pictures import PlacedPicture
from docgen.model.appendix import Orientation
from docgen.model.base import Model


class Printed(Model):
    """Base of all that is printed: frozen, nothing unknown, filled by English or Vietnamese name."""


class Run(Printed):
    """A stretch of text in one face."""

    text: str = Field(alias="chu")
    bold: bool = Field(default=False, alias="dam")


class ParagraphKind(StrEnum):
    """The place of a body paragraph in the layout of a plan (Decree 30, Phụ lục I, Mục V, row 6)."""

    LEGAL_BASIS = "can_cu"
    TEXT = "doan"
    SECTION = "muc"
    TITLED_ITEM = "khoan_co_tieu_de"
    ITEM = "khoan"
    POINT = "diem"
    DASH = "gach"
    APPENDIX_POINTER = "chi_dan"
    TITLED_POINT = "diem_co_tieu_de"
    LEAD_IN = "dan"
    CAPTION = "chu_thich"


_OF_REPORTS = {ParagraphKind.TITLED_POINT, ParagraphKind.LEAD_IN, ParagraphKind.CAPTION}
PLAIN_KINDS = tuple(kind for kind in ParagraphKind if kind not in _OF_REPORTS)
"""The paragraphs of a plan or a letter; only reports have points that are headings, and pictures."""


class Paragraph(Printed):
    """One paragraph of the body; `number` is "I.", "1.", "a)", "-" or empty."""

    kind: ParagraphKind = Field(alias="loai")
    number: str = Field(default="", alias="so")
    runs: tuple[Run, ...] = Field(alias="cac_chu")

    @property
    def text(self) -> str:
        """The paragraph as it reads: number, space, words."""
        words = "".join(run.text for run in self.runs)
        return f"{self.number} {words}" if self.number else words


class Head(Printed):
    """The head of page 1: cells 1 to 5a of the decree's layout drawing (Phụ lục I, Mục IV)."""

    superior: str = Field(default="", alias="co_quan_chu_quan")
    issuer: str = Field(alias="co_quan_ban_hanh")
    national_title: str = Field(alias="quoc_hieu")
    motto: str = Field(alias="tieu_ngu")
    number_line: str = Field(alias="so_ky_hieu")
    place_date: str = Field(alias="dia_danh_thoi_gian")
    draft_mark: str = Field(default="", alias="du_thao")
    type_name: str = Field(alias="ten_loai")
    subject: str = Field(alias="trich_yeu")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what is printed, by name; not the mark of a draft, which every office puts where it likes."""
        return ((name, text) for name, text in self if text and name != "draft_mark")


class Recipients(Printed):
    """The distribution list, cell 9b: label, then lines with their dash and punctuation."""

    label: str = Field(alias="nhan")
    lines: tuple[str, ...] = Field(alias="cac_dong")


class SignatureBlock(Printed):
    """Cells 7a and 7b: lines of authority and title ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), then the name."""

    authority: tuple[str, ...] = Field(alias="quyen_han")
    name: str = Field(alias="ho_ten")


class RowKind(StrEnum):
    """What a row of an appendix table is."""

    PART = "phan"
    GROUP = "nhom"
    TASK = "nhiem_vu"
    SUBTASK = "nhiem_vu_con"
    TOTAL = "tong"


class Row(Printed):
    """One row of an appendix table. `anchor` is the bookmark name of a task row, empty for the others."""

    kind: RowKind = Field(alias="loai")
    anchor: str = Field(default="", alias="neo", pattern=r"^([A-Za-z_][A-Za-z0-9_]{0,39})?$")
    number: str = Field(default="", alias="stt")
    text: str = Field(alias="noi_dung")
    product: str = Field(default="", alias="san_pham")
    lead: str = Field(default="", alias="chu_tri")
    coordinating: str = Field(default="", alias="phoi_hop")
    deadline: str = Field(default="", alias="thoi_gian")
    budget: str = Field(default="", alias="kinh_phi")
    note: str = Field(default="", alias="ghi_chu")


class Columns(Printed):
    """The headings of an appendix table; an empty heading means that the column is not printed."""

    number: str = Field(alias="stt")
    text: str = Field(alias="noi_dung")
    product: str = Field(default="", alias="san_pham")
    lead: str = Field(alias="chu_tri")
    coordinating: str = Field(alias="phoi_hop")
    deadline: str = Field(alias="thoi_gian")
    budget: str = Field(default="", alias="kinh_phi")
    note: str = Field(default="", alias="ghi_chu")


class Appendix(Printed):
    """One appendix: "Phụ lục" line, title, "(Kèm theo …)" line, headings and rows."""

    label: str = Field(alias="nhan")
    title: str = Field(alias="ten")
    reference: str = Field(alias="kem_theo")
    orientation: Orientation = Field(default=Orientation.PORTRAIT, alias="huong")
    columns: Columns = Field(alias="cot")
    rows: tuple[Row, ...] = Field(alias="cac_dong")


class Properties(Printed):
    """The core properties of the file (OPC, part 2): what a records system reads without opening it."""

    title: str = Field(alias="tieu_de")
    author: str = Field(alias="tac_gia")
    subject: str = Field(alias="chu_de")
    language: str = Field(default="vi-VN", alias="ngon_ngu")
    created: date | None = Field(default=None, alias="ngay_tao")


class Traces(Printed):
    """What of the data the page does not say, written beside it so that the file can be read back whole.

    `spellings` are texts as they are stored whose print looks otherwise ("Mục đích, yêu cầu" is printed in
    capitals); `ending` is the last text of the body where it does not end in a full stop;
    `headings` are those that an office chose itself: number of the appendix, name, text.
    """

    year: int
    electronic: bool = False
    spellings: tuple[str, ...] = ()
    ending: str = ""
    headings: tuple[tuple[int, str, str], ...] = ()


class Remark(Printed):
    """A comment beside the page: about the words `quote` in the printed text at `position`, from 0.

    An empty `quote` means the whole text. `words` is what the comment says, its paragraphs one a line.
    """

    position: int
    quote: str = ""
    words: str


BESIDE_THE_PAGE = frozenset({"traces", "remarks", "pictures"})
"""The fields of a document that no template prints."""


class PrintedDocument(Printed):
    """What a template of its type prints: every word, and nothing that is computed later but places.

    A kind of document adds its own parts; one with appendices keeps them under the alias "phu_luc".
    """

    document_type: str = Field(alias="loai_van_ban")
    properties: Properties = Field(alias="thuoc_tinh")
    traces: Traces | None = None
    remarks: tuple[Remark, ...] = ()
    """In the order of the page; their positions are those of `printed_texts`."""
    pictures: tuple[PlacedPicture, ...] = ()
    """In the order of the page; each stands above the printed text that is its caption."""

    @abstractmethod
    def printed_texts(self) -> Iterator[str]:
        """Yield every text in reading order: what a Word file and a PDF are proved by."""


class Document(PrintedDocument):
    """A document of the agency: head, body, recipients, signature, appendices."""

    head: Head = Field(alias="dau")
    body: tuple[Paragraph, ...] = Field(alias="noi_dung")
    recipients: Recipients = Field(alias="noi_nhan")
    signature: SignatureBlock = Field(alias="ky")
    appendices: tuple[Appendix, ...] = Field(default=(), alias="phu_luc")

    def printed_texts(self) -> Iterator[str]:
        """Yield every text in reading order."""
        yield from (text for _, text in self.head.texts())
        yield from (paragraph.text for paragraph in self.body)
        yield from (self.recipients.label, *self.recipients.lines)
        yield from (*self.signature.authority, self.signature.name)
        for appendix in self.appendices:
            yield from _appendix_texts(appendix)


def _appendix_texts(appendix: Appendix) -> Iterator[str]:
    """Yield the texts of one appendix in reading order."""
    yield from (appendix.label, appendix.title, appendix.reference)
    yield from filled_texts(appendix.columns)
    for row in appendix.rows:
        yield from filter(None, _CELLS(row))


def filled_texts(part: Printed) -> Iterator[str]:
    """Yield the texts of a part that is nothing but texts, in their order."""
    return (text for _, text in part if text)


_CELLS = attrgetter(*Columns.model_fields)
"""The cells of a row, in the order of the columns."""
