"""The kinds of files that are opened, and what an officer may do about one that is turned away."""

from dataclasses import dataclass

REMOVE_PASSWORD = "Hãy bỏ mật khẩu rồi thử lại."  # noqa: S105 - what an officer reads
SPLIT = "Hãy tách tệp thành nhiều tệp nhỏ hơn rồi thử lại từng tệp."


@dataclass(frozen=True)
class Kind:
    """A kind of Office file: what officers call it, its program, and the folder of its parts.

    `saved_as` is the choice in the program's dialogue, `old` the file of before 2007 with its streams
    (MS-CFB 2.6.1).
    """

    called: str
    suffix: str
    program: str
    folder: str
    saved_as: str
    old: str
    streams: tuple[str, ...]

    @property
    def save_as(self) -> str:
        """What to do with a file that the program opens and docgen does not."""
        return f"Hãy mở bằng {self.program}, chọn “Lưu dưới dạng” rồi chọn “{self.saved_as}”."

    @property
    def check(self) -> str:
        """What to do with a damaged file."""
        return f"Hãy mở tệp bằng {self.program} để kiểm tra, lưu lại rồi thử lần nữa."

    @property
    def choose(self) -> str:
        """What to do with a file of another kind."""
        return f"Hãy chọn đúng {self.called} (.{self.suffix.lower()})."


WORD = Kind(
    called="tệp Word",
    suffix="DOCX",
    program="Word",
    folder="word",
    saved_as="Word Document (.docx)",
    old="tệp Word 97–2003 (.doc)",
    streams=("WordDocument",),
)
WORKBOOK = Kind(
    called="tệp Excel",
    suffix="XLSX",
    program="Excel",
    folder="xl",
    saved_as="Excel Workbook (.xlsx)",
    old="bảng tính Excel 97–2003 (.xls)",
    streams=("Workbook", "Book"),
)
TEXT = Kind(
    called="tệp văn bản",
    suffix="TXT",
    program="Notepad",
    folder="",
    saved_as="Text Documents (.txt)",
    old="",
    streams=(),
)
