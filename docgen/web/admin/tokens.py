"""Tokens of other programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette_admin.fields import StringField

from docgen.errors import InvalidInputError
from docgen.language.dates import short_date
from docgen.model.people import Role
from docgen.office import accounts
from docgen.office.accounts import Program
from docgen.office.desk import VIETNAM, Desk
from docgen.office.units import units
from docgen.web.admin.view import Act, Choice, Data, OfficeView
from docgen.web.templating import moment

_LONGEST = 3650


@dataclass(frozen=True)
class TokenRow:
    """A token as the list shows it; `secret` only when it has just been made."""

    program: Program
    unit_name: str = ""
    secret: str = ""

    def __str__(self) -> str:
        """Return "khóa của Hệ thống A", with the secret where it is told."""
        told = f": {self.secret} – chỉ hiện lần này" if self.secret else ""
        return f"khóa truy cập của {self.program.name}{told}"

    @property
    def id(self) -> int:
        """The id of the token."""
        return self.program.id

    @property
    def name(self) -> str:
        """The program."""
        return self.program.name

    @property
    def role_name(self) -> str:
        """What it may do."""
        return self.program.role.label

    @property
    def state(self) -> str:
        """Whether it holds, and until when."""
        if self.program.is_revoked:
            return "Đã thu hồi"
        until = self.program.expires_at
        return f"Đến ngày {short_date(until.astimezone(VIETNAM).date())}" if until else "Đến khi thu hồi"

    @property
    def used(self) -> str:
        """When it was last here."""
        return moment(self.program.used_at) if self.program.used_at else "Chưa dùng"


def _revoke(desk: Desk, pk: str, _: Data) -> str:
    accounts.revoke_token(desk, int(pk))
    return "Đã thu hồi khóa truy cập."


class TokenView(OfficeView):
    """The list of tokens."""

    key, menu_label, icon = "khoa-api", "Khóa truy cập", "plug"
    meaning = "Khóa để chương trình khác lấy và gửi dữ liệu; mỗi chương trình một khóa."
    adding = "Cấp khóa"
    is_fixed = True
    fields_default_sort = ()
    fields = (
        StringField("name", "Tên chương trình"),
        Choice("role", "Vai trò", exclude_from_list=True, exclude_from_detail=True),
        StringField("role_name", "Vai trò", exclude_from_create=True),
        Choice(
            "unit",
            "Đơn vị",
            help_text="Cần chọn với vai trò của đơn vị; vai trò khác để trống.",
            exclude_from_list=True,
            exclude_from_detail=True,
        ),
        StringField("unit_name", "Đơn vị", exclude_from_create=True),
        StringField(
            "days",
            "Số ngày dùng được",
            help_text="Để trống: dùng đến khi thu hồi.",
            exclude_from_list=True,
            exclude_from_detail=True,
            extra={"optional": True},
        ),
        StringField("state", "Hiệu lực", exclude_from_create=True),
        StringField("used", "Dùng gần nhất", exclude_from_create=True),
    )

    def rows(self, desk: Desk) -> Sequence[TokenRow]:
        """Return all tokens, the newest first."""
        names = {one.unit.id: one.unit.name for one in units(desk.session)}
        return [TokenRow(one, names.get(one.unit or "", "")) for one in accounts.programs(desk.session)]

    def choices(self, desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return the roles and the units of today."""
        there = [one.unit for one in units(desk.session) if one.unit.exists_on(desk.today)]
        of_units = [("", "Không thuộc đơn vị"), *((one.id, one.name) for one in there)]
        return {"role": [(role.value, role.label) for role in Role], "unit": of_units}

    def add(self, desk: Desk, data: Data) -> TokenRow:
        """Make a token, told this once."""
        if data["role"] not in {role.value for role in Role}:
            raise InvalidInputError("Chưa chọn vai trò.", "Hãy chọn một vai trò.", ["Vai trò: chưa chọn."])
        days = _days(data["days"])
        secret = accounts.make_token(desk, data["name"], Role(data["role"]), data["unit"] or None, days)
        return TokenRow(accounts.programs(desk.session)[0], secret=secret)

    acts = (
        Act(
            "thu-hoi",
            "Thu hồi",
            "ban",
            "Chương trình không vào được nữa; không lấy lại được khóa này.",
            _revoke,
            lambda row: not row.program.is_revoked,
        ),
    )


def _days(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:5]) <= _LONGEST):
        told = f"Số ngày dùng được: nhập số từ 1 đến {_LONGEST}."
        raise InvalidInputError("Số ngày chưa dùng được.", "Hãy sửa rồi lưu lại.", [told])
    return int(text)
