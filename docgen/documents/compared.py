"""`ComparisonPaper`: every word of the paper that sets a draft beside the plan of the year before.

It goes with the draft to the head of the agency and is not issued itself: no number, no recipients.
"""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from docgen.documents.base import Printed, PrintedDocument, Run, SignatureBlock, filled_texts


class ComparisonHead(Printed):
    """The head of a paper that goes with a document, as an appendix does: title in capitals, reference."""

    superior: str = Field(default="", alias="co_quan_chu_quan")
    issuer: str = Field(alias="co_quan_ban_hanh")
    national_title: str = Field(alias="quoc_hieu")
    motto: str = Field(alias="tieu_ngu")
    place_date: str = Field(alias="dia_danh_thoi_gian")
    title: str = Field(alias="ten")
    reference: str = Field(alias="kem_theo")


class ComparisonColumns(Printed):
    """The headings of the table."""

    number: str = Field(alias="stt")
    place: str = Field(alias="vi_tri")
    before: str = Field(alias="truoc")
    after: str = Field(alias="sau")
    reason: str = Field(alias="ly_do")


class ComparisonRowKind(StrEnum):
    """What a row of the table is: a heading over others, or a place; a long one may go on overleaf."""

    GROUP = "nhom"
    SHORT = "dong"
    LONG = "dong_dai"


class ComparisonRow(Printed):
    """One place: its old words and its new ones, what differs in them bold, and why.

    A group has only its name, in the place of the place.
    """

    kind: ComparisonRowKind = Field(alias="loai")
    number: str = Field(default="", alias="stt")
    place: str = Field(alias="vi_tri")
    before: tuple[Run, ...] = Field(default=(), alias="truoc")
    after: tuple[Run, ...] = Field(default=(), alias="sau")
    reason: tuple[Run, ...] = Field(default=(), alias="ly_do")

    def texts(self) -> Iterator[str]:
        """Yield the texts of the cells in reading order; those that there are."""
        cells = (self.before, self.after, self.reason)
        words = ("".join(run.text for run in runs) for runs in cells)
        return filter(None, (self.number, self.place, *words))


class ComparisonPaper(PrintedDocument):
    """The whole paper; where nothing differs it has no rows."""

    head: ComparisonHead = Field(alias="dau")
    opening: tuple[str, ...] = Field(alias="mo_dau")
    columns: ComparisonColumns = Field(alias="cot")
    rows: tuple[ComparisonRow, ...] = Field(default=(), alias="cac_dong")
    signature: SignatureBlock = Field(alias="ky")

    def printed_texts(self) -> Iterator[str]:
        """Yield every text in reading order."""
        yield from filled_texts(self.head)
        yield from self.opening
        if self.rows:
            yield from filled_texts(self.columns)
            for row in self.rows:
                yield from row.texts()
        yield from filter(None, (*self.signature.authority, self.signature.name))
