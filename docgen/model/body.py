"""The body of a plan: section → item → point → dash. Numbers are never typed; documents compute them."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from docgen.model.base import Model, lettered
from docgen.model.text import Words, emphasis, marked

_NUMBER = re.compile(r"(?:[IVXLC]+\.|\d+\.(?:\d+\.?)*|[a-zđ]\)|[-–+•])(?=\s)")
_END_MARK = "./."


def _unnumbered(text: str) -> str:
    if found := _NUMBER.match(text):
        raise ValueError(f"bắt đầu bằng “{found[0]}”; hãy bỏ đi, số thứ tự được đánh tự động")
    return text


def _without_end_mark(text: str) -> str:
    if text.endswith(_END_MARK):
        raise ValueError(f"kết thúc bằng “{_END_MARK}”; hãy thay bằng dấu chấm, dấu này được ghi tự động")
    return text


def _emphasised(text: str) -> str:
    """Refuse `**` without a partner; bold words that touch are one stretch, none is empty."""
    return marked(emphasis(text))


Heading = Annotated[Words, AfterValidator(_unnumbered)]
"""A title or a task: words without a number in front."""

BodyTitle = Annotated[Heading, AfterValidator(_emphasised)]
"""A title of the body, where `**…**` makes words bold as in running text."""

BodyText = Annotated[BodyTitle, AfterValidator(_without_end_mark)]
"""Running text of the body, where `**…**` makes words bold."""


def _unbracketed(text: str) -> str:
    if text.startswith("("):
        raise ValueError("hãy bỏ dấu ngoặc đơn ở hai đầu, dấu ngoặc được ghi tự động")
    return text


class Point(Model):
    """A lettered point (a, b, c, d, đ …) with dashes under it; in YAML just its text when it has none."""

    text: BodyText = Field(alias="noi_dung", title="Nội dung")
    dashes: tuple[BodyText, ...] = Field(default=(), alias="gach", title="Gạch đầu dòng")


def _point(value: object) -> object:
    return {"noi_dung": value} if isinstance(value, str) else value


class Item(Model):
    """A numbered item (1., 2. …): a title on its own line, or running text; then what stands under it."""

    title: BodyTitle | None = Field(default=None, alias="tieu_de", title="Tiêu đề")
    text: BodyText | None = Field(default=None, alias="noi_dung", title="Nội dung")
    paragraphs: tuple[BodyText, ...] = Field(default=(), alias="doan", title="Đoạn văn")
    points: Annotated[tuple[Annotated[Point, BeforeValidator(_point)], ...], AfterValidator(lettered)] = (
        Field(default=(), alias="diem", title="Điểm")
    )
    dashes: tuple[BodyText, ...] = Field(default=(), alias="gach", title="Gạch đầu dòng")

    @model_validator(mode="after")
    def _title_or_text(self) -> Self:
        if (self.title is None) == (self.text is None):
            raise ValueError("phải có một trong hai khóa tieu_de và noi_dung, và chỉ một")
        return self

    @model_validator(mode="after")
    def _dashes_behind_points_are_those_of_the_last(self) -> Self:
        """Give dashes behind points the one place that they have on the page."""
        if self.points and self.dashes:
            *before, last = self.points
            last = last.model_copy(update={"dashes": (*last.dashes, *self.dashes)})
            self.__dict__.update(points=(*before, last), dashes=())
        return self

    def texts(self) -> tuple[str, ...]:
        """Return every text of the item in reading order, as stored."""
        points = (text for point in self.points for text in (point.text, *point.dashes))
        return (self.title or self.text or "", *self.paragraphs, *points, *self.dashes)


class Section(Model):
    """A section (I., II. …): title, paragraphs, dashes, items, a pointer to the appendix without brackets."""

    title: BodyTitle = Field(alias="tieu_de", title="Tiêu đề")
    paragraphs: tuple[BodyText, ...] = Field(default=(), alias="doan", title="Đoạn văn")
    dashes: tuple[BodyText, ...] = Field(default=(), alias="gach", title="Gạch đầu dòng")
    items: tuple[Item, ...] = Field(default=(), alias="khoan", title="Khoản")
    pointer: Annotated[BodyText, AfterValidator(_unbracketed)] | None = Field(
        default=None, alias="chi_dan", title="Chỉ dẫn phụ lục"
    )

    def titles(self) -> tuple[str, ...]:
        """Return what stands on lines of its own: its title, those of its items, the pointer."""
        items = (item.title for item in self.items)
        return tuple(title for title in (self.title, *items, self.pointer) if title)

    def texts(self) -> tuple[str, ...]:
        """Return every text of the section in reading order, as stored."""
        items = (text for item in self.items for text in item.texts())
        pointer = (self.pointer,) if self.pointer else ()
        return (self.title, *self.paragraphs, *self.dashes, *items, *pointer)
