"""Units: names by date, mergers, ends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from starlette_admin.fields import StringField, TextAreaField

from docgen.language.dates import short_date
from docgen.model.naming import UnitKind, day_after
from docgen.office import units
from docgen.office.desk import Desk
from docgen.office.units import ListedUnit
from docgen.web.admin.view import VERSION, Act, Choice, Data, OfficeView

_KINDS = {
    UnitKind.OFFICE: "Văn phòng",
    UnitKind.INSPECTORATE: "Thanh tra",
    UnitKind.DIVISION: "Phòng",
    UnitKind.BOARD: "Ban",
    UnitKind.CENTRE: "Trung tâm",
    UnitKind.EXTERNAL: "Cơ quan, đơn vị ngoài",
}
_DAY = "Ví dụ 15/3/2026."


@dataclass(frozen=True)
class UnitRow:
    """A unit as the list shows it today; attributes are named as the keys of its data."""

    listed: ListedUnit
    today: date
    heir: str = ""

    def __str__(self) -> str:
        """Return "đơn vị Văn phòng Sở"."""
        return f"đơn vị {self.name}"

    @property
    def id(self) -> str:
        """The id of the unit."""
        return self.listed.unit.id

    @property
    def place(self) -> int:
        """Its place among the others, from 1."""
        return self.listed.place

    @property
    def version(self) -> int:
        """The version of what is recorded of it."""
        return self.listed.version

    @property
    def name(self) -> str:
        """Its full name of today."""
        return self.listed.unit.on(self.today).name

    @property
    def short_name(self) -> str:
        """Its short name of today."""
        return self.listed.unit.on(self.today).short_name

    @property
    def ten(self) -> str:
        """Its last full name, which may be one of days to come."""
        return self.listed.unit.name

    @property
    def ten_viet_tat(self) -> str:
        """Its last short name."""
        return self.listed.unit.short_name

    @property
    def ten_khac(self) -> str:
        """Other ways to write it, a line each."""
        return "\n".join(self.listed.unit.aliases)

    @property
    def loai(self) -> str:
        """Its kind."""
        return self.listed.unit.kind.value

    @property
    def kind_name(self) -> str:
        """What its kind is called."""
        return _KINDS[self.listed.unit.kind]

    @property
    def tu_ngay(self) -> str:
        """Its first day, where that is known."""
        return short_date(self.listed.unit.valid_from) if self.listed.unit.valid_from else ""

    @property
    def state(self) -> str:
        """Whether it is there, or until when it was and what took over."""
        unit = self.listed.unit
        if not unit.valid_to:
            return "; ".join(["Đang hoạt động", *self._coming()])
        end = f"Đến hết ngày {short_date(unit.valid_to)}"
        return f"{end}; kế thừa: {self.heir}" if self.heir else end

    @property
    def former(self) -> str:
        """What it was called before, a line each."""
        past = (one for one in self.listed.unit.former if one.valid_to < self.today)
        return "\n".join(f"{one.name} (đến hết ngày {short_date(one.valid_to)})" for one in past)

    def _coming(self) -> Iterator[str]:
        for before, after in pairwise(self.listed.unit.namings()):
            if before.valid_to >= self.today:
                first = short_date(day_after(before.valid_to))
                yield f"sẽ đổi tên thành “{after.name}” từ ngày {first}"


def _version(data: Data) -> int:
    return int(data[VERSION]) if data[VERSION].isdecimal() else 0


def _rename(desk: Desk, unit: str, data: Data) -> str:
    names = {key: data[key] for key in ("ten", "ten_viet_tat", "can_cu")}
    units.rename_unit(desk, unit, _version(data), data["tu_ngay"], names)
    return f"Đã ghi tên mới “{data['ten']}” từ ngày {data['tu_ngay']}."


def _end(desk: Desk, unit: str, data: Data) -> str:
    units.end_unit(desk, unit, _version(data), data["den_ngay"], data["don_vi_ke_thua"], data["can_cu_thoi"])
    return f"Đã ghi ngày cuối cùng của đơn vị: {data['den_ngay']}."


class UnitView(OfficeView):
    """The list of units."""

    key, menu_label, icon = "don-vi", "Đơn vị", "sitemap"
    meaning = "Đơn vị của cơ quan, tên theo từng thời gian; đơn vị thôi hoạt động vẫn còn trong danh sách."
    adding = "Thêm đơn vị"
    fields_default_sort = ()
    fields = (
        StringField("id", "Mã", help_text="Chữ thường không dấu, chữ số, gạch nối; không đổi được về sau."),
        StringField("name", "Tên đầy đủ", exclude_from_create=True, exclude_from_edit=True),
        StringField("ten", "Tên đầy đủ", exclude_from_list=True, exclude_from_detail=True),
        StringField("short_name", "Tên viết tắt", exclude_from_create=True, exclude_from_edit=True),
        StringField(
            "ten_viet_tat",
            "Tên viết tắt",
            exclude_from_list=True,
            exclude_from_detail=True,
            extra={"optional": True},
        ),
        TextAreaField(
            "ten_khac",
            "Cách viết khác",
            help_text="Mỗi dòng một cách.",
            exclude_from_list=True,
            extra={"optional": True},
        ),
        Choice("loai", "Loại", exclude_from_list=True, exclude_from_detail=True),
        StringField("kind_name", "Loại", exclude_from_create=True, exclude_from_edit=True),
        StringField("place", "Thứ tự", help_text="Vị trí trong danh sách, từ 1.", exclude_from_create=True),
        StringField("tu_ngay", "Từ ngày", help_text=_DAY, exclude_from_list=True, extra={"optional": True}),
        StringField("state", "Trạng thái", exclude_from_create=True, exclude_from_edit=True),
        StringField("former", "Tên trước đây", exclude_from_create=True, exclude_from_edit=True),
    )
    show_pk_in_forms = True
    exclude_fields_from_edit = ("id",)

    def rows(self, desk: Desk) -> Sequence[UnitRow]:
        """Return all units in their order."""
        known = units.units(desk.session)
        names = {one.unit.id: one.unit.name for one in known}
        return [UnitRow(one, desk.today, names.get(one.unit.successor, "")) for one in known]

    def choices(self, desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return the kinds of units, and the units that may take over."""
        there = [one.unit for one in units.units(desk.session) if one.unit.exists_on(desk.today)]
        kinds = [(kind.value, name) for kind, name in _KINDS.items()]
        heirs = [("", "Không có đơn vị kế thừa"), *((one.id, one.name) for one in there)]
        return {"loai": kinds, "don_vi_ke_thua": heirs}

    def add(self, desk: Desk, data: Data) -> UnitRow:
        """Add a unit."""
        return UnitRow(units.add_unit(desk, {"id": data["id"], **_of_form(data)}), desk.today)

    def change(self, desk: Desk, pk: str, data: Data) -> UnitRow:
        """Correct what is recorded of a unit."""
        place = int(data["place"]) if data["place"].isdecimal() else 0
        return UnitRow(units.correct_unit(desk, pk, _version(data), _of_form(data), place), desk.today)

    acts = (
        Act(
            "doi-ten",
            "Đổi tên từ một ngày",
            "pen",
            "Văn bản trước ngày đó vẫn dùng tên cũ. Chỉ viết sai thì dùng “Sửa”.",
            _rename,
            lambda row: not row.listed.unit.valid_to,
            (
                StringField("tu_ngay", "Mang tên mới từ ngày", help_text=_DAY),
                StringField("ten", "Tên mới"),
                StringField("ten_viet_tat", "Tên viết tắt mới", extra={"optional": True}),
                StringField("can_cu", "Căn cứ", help_text="Số, ký hiệu văn bản.", extra={"optional": True}),
            ),
        ),
        Act(
            "ket-thuc",
            "Kết thúc hoặc sáp nhập",
            "right-left",
            "Từ hôm sau ngày cuối cùng, nhiệm vụ được hỏi ở đơn vị kế thừa; kết quả đã báo cáo vẫn giữ.",
            _end,
            lambda row: not row.listed.unit.valid_to,
            (
                StringField("den_ngay", "Ngày cuối cùng", help_text=_DAY),
                Choice("don_vi_ke_thua", "Đơn vị kế thừa"),
                StringField(
                    "can_cu_thoi", "Căn cứ", help_text="Số, ký hiệu văn bản.", extra={"optional": True}
                ),
            ),
        ),
    )


def _of_form(data: Data) -> dict[str, object]:
    """Return what a form says under the keys of a unit."""
    kept: dict[str, object] = {key: data[key] for key in ("ten", "ten_viet_tat", "loai", "tu_ngay")}
    return kept | {"ten_khac": [line.strip() for line in data["ten_khac"].split("\n") if line.strip()]}
