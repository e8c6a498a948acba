"""How each component looks by the decree (annex I, part I): the one place of the corpus that says it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Form:
    """Format of a paragraph and its letters; sizes in points, lengths in twips, lines in 240ths."""

    size: int
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first: int = 0
    left: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    keep: bool = False


def forms(make):
    """Return the form of every component, by its name, in this make."""
    small, large, body = make.size, make.size + 1, make.body
    text = Form(body, align="both", first=make.indent, before=make.before, line=make.spacing)
    middle = Form(body, bold=True, align="center")
    return {
        "cấp trên": Form(small, align="center"),
        "cơ quan": Form(small, bold=True, align="center"),
        "Quốc hiệu": Form(small, bold=True, align="center"),
        "Tiêu ngữ": Form(large, bold=True, align="center"),
        "số": Form(13, align="center", before=120),
        "địa danh": Form(large, italic=True, align="center", before=120),
        "V/v": Form(12, align="center", before=120),
        "tên loại": replace(middle, before=240),
        "tên loại, không trích yếu": middle,
        "trích yếu": middle,
        "kèm theo": replace(middle, bold=False, italic=True),
        "kính gửi": Form(body, align="center", before=240, after=120),
        "nơi kính gửi": Form(body, left=3000, before=60),
        "căn cứ": replace(text, italic=True),
        "nội dung": text,
        "mục": replace(text, bold=True, keep=True),
        "giữa": replace(middle, before=120, after=120, keep=True),
        "ô": Form(13, before=40, after=40),
        "đầu bảng": Form(13, bold=True, align="center", before=40, after=40),
        "Nơi nhận": Form(12, bold=True, italic=True),
        "nơi nhận": Form(11),
        "chức vụ": middle,
        "họ tên": middle,
        "Phụ lục": Form(14, bold=True, align="center"),
        "tên phụ lục": middle,
        "chỉ dẫn": Form(10, align="right"),
        "địa chỉ": Form(11, align="center", before=120),
        "số trang": Form(body, align="center"),
        "trống": Form(body),
        "kẻ": Form(8, align="center"),
    }
