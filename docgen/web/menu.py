"""What the menu offers, to each role what it may open."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.web.access import ACCESS
from docgen.web.visit import Visitor


@dataclass(frozen=True)
class Entry:
    """A line of the menu: the route that it opens, its words, and its picture in Font Awesome."""

    route: str
    label: str
    icon: str


_ENTRIES = (
    Entry("trang_chu", "Trang chủ", "house"),
    Entry("ky_danh_sach", "Kỳ báo cáo", "calendar-check"),
    Entry("ke_hoach_danh_sach", "Kế hoạch", "list-check"),
    Entry("van_ban_danh_sach", "Văn bản", "file-lines"),
    Entry("so_van_ban", "Số văn bản", "hashtag"),
    Entry("kiem_tra", "Kiểm tra tệp", "spell-check"),
    Entry("cong_viec_danh_sach", "Công việc", "gears"),
    Entry("quan_tri", "Quản trị", "user-gear"),
)


def menu(visitor: Visitor) -> Iterator[Entry]:
    """Give the lines for whoever is there."""
    for entry in _ENTRIES:
        access = ACCESS.get(entry.route)
        if visitor.is_known and access and visitor.actor.role in access.roles:
            yield entry
