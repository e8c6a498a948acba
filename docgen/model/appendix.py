"""The appendix of a plan: parts (A, B), groups (I, II …), tasks and sub-tasks, without their numbers."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from docgen.model.base import Model, Some, lettered
from docgen.model.body import Heading
from docgen.model.day import Day
from docgen.model.organisation import Organisation
from docgen.model.slug import Slug
from docgen.model.text import VnText, Words, listed

T = TypeVar("T", "Group", "Part")


def _known_unit(name: str, info: ValidationInfo) -> str:
    """Refuse a name that the organisation of the validation context, if there is one, does not know."""
    organisation = (info.context or {}).get("organisation")
    if isinstance(organisation, Organisation):
        organisation.require(name)
    return name


UnitName = Annotated[Words, AfterValidator(_known_unit)]
"""The name of a unit or group, letter for letter as the office wrote it."""

UnitNames = Annotated[tuple[UnitName, ...], BeforeValidator(listed)]
"""Names of units or groups, letter for letter as the office wrote them; in YAML one text or a list."""


class EventRecord(Model):
    """That the event which a deadline waits for has come: the day, and the document that says so."""

    day: Day = Field(alias="ngay", title="Ngày")
    document: VnText = Field(default="", alias="van_ban", title="Văn bản")


class Subtask(Model):
    """A row 1.1, 1.2 … under a task; it is printed and answered for, but not counted."""

    id: Slug = Field(title="Mã nhiệm vụ")
    text: Heading = Field(alias="noi_dung", title="Nhiệm vụ cụ thể")
    product: VnText = Field(default="", alias="san_pham", title="Sản phẩm")
    lead: Annotated[UnitNames, Some] = Field(alias="chu_tri", title="Cơ quan chủ trì")
    coordinating: UnitNames = Field(default=(), alias="phoi_hop", title="Cơ quan phối hợp")
    deadline: Words = Field(alias="thoi_gian", title="Thời gian thực hiện")
    budget: VnText = Field(default="", alias="kinh_phi", title="Kinh phí")
    note: VnText = Field(default="", alias="ghi_chu", title="Ghi chú")
    event: EventRecord | None = Field(default=None, alias="su_kien", title="Sự kiện đã xảy ra")

    @property
    def anchor(self) -> str:
        """The bookmark name that carries the task's identity through Word."""
        return "nv_" + self.id.replace("-", "_")

    def texts(self) -> tuple[str, ...]:
        """Return the cells that hold words, in the order of the columns."""
        cells = (
            self.text,
            self.product,
            *self.lead,
            *self.coordinating,
            self.deadline,
            self.budget,
            self.note,
        )
        return tuple(cell for cell in cells if cell)


class Task(Subtask):
    """A counted row of the appendix, with its sub-tasks."""

    subtasks: tuple[Subtask, ...] = Field(default=(), alias="nhiem_vu_con", title="Nhiệm vụ con")


def _titled_or_alone(blocks: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse blocks without a title beside others: only one that stands alone needs no row of its own."""
    if len(blocks) > 1 and not all(block.title for block in blocks):
        raise ValueError("có nhiều mục mà có mục thiếu tên; hãy thêm khóa ten cho từng mục")
    return blocks


class Group(Model):
    """A group of tasks (I, II …); one without a title, alone in its part, is printed without a row."""

    title: Heading = Field(default="", alias="ten", title="Tên nhóm")
    tasks: Annotated[tuple[Task, ...], Some] = Field(alias="nhiem_vu", title="Nhiệm vụ")

    def rows(self) -> Iterator[Subtask]:
        """Yield tasks, each followed by its sub-tasks."""
        for task in self.tasks:
            yield task
            yield from task.subtasks

    def texts(self) -> Iterator[str]:
        """Yield title and cells in the order of the page, as stored."""
        if self.title:
            yield self.title
        for row in self.rows():
            yield from row.texts()


class Part(Model):
    """A part of the table (A, B …); its tasks are numbered from 1 through all its groups.

    One without a title, alone in its appendix, is printed without a row.
    """

    title: Heading = Field(default="", alias="ten", title="Tên phần")
    groups: Annotated[tuple[Group, ...], Some, AfterValidator(_titled_or_alone)] = Field(
        alias="nhom", title="Nhóm"
    )

    def tasks(self) -> Iterator[Task]:
        """Yield the counted tasks in order."""
        for group in self.groups:
            yield from group.tasks


class Orientation(StrEnum):
    """How the pages of an appendix lie."""

    PORTRAIT = "doc"
    LANDSCAPE = "ngang"


class Headings(Model):
    """The column headings of an appendix table."""

    number: Words = Field(default="STT", alias="stt", title="Tiêu đề cột số thứ tự")
    text: Words = Field(default="Nhiệm vụ cụ thể", alias="noi_dung", title="Tiêu đề cột nhiệm vụ")
    product: Words = Field(default="Sản phẩm", alias="san_pham", title="Tiêu đề cột sản phẩm")
    lead: Words = Field(default="Cơ quan chủ trì", alias="chu_tri", title="Tiêu đề cột chủ trì")
    coordinating: Words = Field(default="Cơ quan phối hợp", alias="phoi_hop", title="Tiêu đề cột phối hợp")
    deadline: Words = Field(default="Thời gian thực hiện", alias="thoi_gian", title="Tiêu đề cột thời gian")
    budget: Words = Field(default="Kinh phí", alias="kinh_phi", title="Tiêu đề cột kinh phí")
    note: Words = Field(default="Ghi chú", alias="ghi_chu", title="Tiêu đề cột ghi chú")


class Appendix(Model):
    """One appendix: title, how its pages lie, column headings, parts."""

    title: Heading = Field(alias="ten", title="Tên phụ lục")
    orientation: Orientation = Field(default=Orientation.PORTRAIT, alias="huong", title="Hướng giấy")
    headings: Headings = Field(default=Headings(), alias="cot", title="Tiêu đề cột")
    parts: Annotated[tuple[Part, ...], Some, AfterValidator(lettered), AfterValidator(_titled_or_alone)] = (
        Field(alias="phan", title="Phần")
    )

    def tasks(self) -> Iterator[Task]:
        """Yield the counted tasks of all parts in order."""
        for part in self.parts:
            yield from part.tasks()

    def rows(self) -> Iterator[Subtask]:
        """Yield tasks and their sub-tasks in the order of the page."""
        for part in self.parts:
            for group in part.groups:
                yield from group.rows()

    def titles(self) -> Iterator[str]:
        """Yield its title and those of its parts and groups, as stored; those that there are."""
        yield self.title
        for part in self.parts:
            yield from filter(None, (part.title, *(group.title for group in part.groups)))

    def texts(self) -> Iterator[str]:
        """Yield title, parts, groups and cells in the order of the page, as stored."""
        yield self.title
        for part in self.parts:
            if part.title:
                yield part.title
            for group in part.groups:
                yield from group.texts()
