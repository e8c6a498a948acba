"""Users: who they are, what they may do, how they come in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette_admin.fields import StringField

from docgen.errors import ConflictError, InvalidInputError
from docgen.language.sorting import person_key
from docgen.model.people import Role
from docgen.office import accounts
from docgen.office.accounts import Account, Person
from docgen.office.desk import Desk
from docgen.office.units import units
from docgen.web.admin.view import VERSION, Act, Choice, Data, Given, OfficeView

_ROLES = [(role.value, role.label) for role in Role]


@dataclass(frozen=True)
class UserRow:
    """A user as the list shows them."""

    account: Account
    unit_name: str

    def __str__(self) -> str:
        """Return "người dùng Nguyễn Văn A"."""
        return f"người dùng {self.account.person.name}"

    @property
    def id(self) -> int:
        """The id of the user."""
        return self.account.id

    @property
    def login(self) -> str:
        """What they sign in with."""
        return self.account.person.login

    @property
    def name(self) -> str:
        """What they are called."""
        return self.account.person.name

    @property
    def role(self) -> str:
        """What they may do."""
        return self.account.person.role.value

    @property
    def unit(self) -> str:
        """The id of their unit."""
        return self.account.person.unit or ""

    @property
    def email(self) -> str:
        """Where they are written to."""
        return self.account.person.email

    @property
    def role_name(self) -> str:
        """What their role is called."""
        return self.account.person.role.label

    @property
    def state(self) -> str:
        """Whether and how they come in."""
        if not self.account.is_active:
            return "Đã ngừng"
        if not self.account.has_password:
            return "Chưa có mật khẩu"
        return "Phải đổi mật khẩu" if self.account.must_change_password else "Đang hoạt động"

    @property
    def version(self) -> int:
        """The version of what is said of them."""
        return self.account.version


def _password(desk: Desk, pk: str, _: Data) -> str:
    name = accounts.account(desk.session, int(pk)).person.name
    return f"Mật khẩu dùng một lần của {name}: {accounts.reset_password(desk, int(pk))} – chỉ hiện lần này."


def _link(desk: Desk, pk: str, _: Data) -> Given:
    name = accounts.account(desk.session, int(pk)).person.name
    path = f"/lien-ket/{accounts.make_link(desk, int(pk))}"
    return Given(f"Liên kết cá nhân của {name}, chỉ hiện lần này:", path)


def _revoke(desk: Desk, pk: str, _: Data) -> str:
    accounts.revoke_links(desk, int(pk))
    return "Đã thu hồi mọi liên kết cá nhân."


def _deactivate(desk: Desk, pk: str, _: Data) -> str:
    accounts.deactivate(desk, int(pk))
    return "Đã ngừng hoạt động."


def _activate(desk: Desk, pk: str, _: Data) -> str:
    accounts.activate(desk, int(pk))
    return "Đã cho hoạt động lại."


class UserView(OfficeView):
    """The list of users."""

    key, menu_label, icon = "nguoi-dung", "Người dùng", "users"
    meaning = "Người được đăng nhập, vai trò và đơn vị của từng người."
    adding = "Thêm người dùng"
    added_next = (
        "Người này chưa đăng nhập được: hãy cấp mật khẩu dùng một lần dưới đây, "
        "hoặc liên kết cá nhân nếu là người của đơn vị, rồi chuyển cho họ."
    )
    fields_default_sort = ()
    fields = (
        StringField(
            "login", "Tên đăng nhập", help_text="Chữ không dấu, chữ số, dấu chấm, gạch nối; ít nhất 3 ký tự."
        ),
        StringField("name", "Họ và tên"),
        Choice("role", "Vai trò", exclude_from_list=True, exclude_from_detail=True),
        StringField("role_name", "Vai trò", exclude_from_create=True, exclude_from_edit=True),
        Choice(
            "unit",
            "Đơn vị",
            help_text="Cần chọn với vai trò của đơn vị; vai trò khác để trống.",
            exclude_from_list=True,
            exclude_from_detail=True,
        ),
        StringField("unit_name", "Đơn vị", exclude_from_create=True, exclude_from_edit=True),
        StringField("email", "Thư điện tử", exclude_from_list=True),
        StringField("state", "Trạng thái", exclude_from_create=True, exclude_from_edit=True),
    )

    def rows(self, desk: Desk) -> Sequence[UserRow]:
        """Return all users, those who are active first."""
        names = {one.unit.id: one.unit.name for one in units(desk.session)}
        found = [
            UserRow(one, names.get(one.person.unit or "", "")) for one in accounts.accounts(desk.session)
        ]
        return sorted(found, key=lambda row: (not row.account.is_active, person_key(row.name)))

    def choices(self, desk: Desk) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Return the units that there are today."""
        there = [one.unit for one in units(desk.session) if one.unit.exists_on(desk.today)]
        return {"role": _ROLES, "unit": [("", "Không thuộc đơn vị"), *((one.id, one.name) for one in there)]}

    def add(self, desk: Desk, data: Data) -> UserRow:
        """Add a user, who cannot come in yet."""
        return UserRow(accounts.create_user(desk, _person(data)), "")

    def change(self, desk: Desk, pk: str, data: Data) -> UserRow:
        """Change what is said of a user, unless somebody else has meanwhile."""
        if str(accounts.account(desk.session, int(pk)).version) != data[VERSION]:
            raise ConflictError(
                "Thông tin người dùng này vừa được người khác sửa; chưa lưu.",
                "Mở lại trang để xem rồi sửa tiếp.",
            )
        return UserRow(accounts.change_user(desk, int(pk), _person(data)), "")

    acts = (
        Act(
            "cap-mat-khau",
            "Cấp mật khẩu dùng một lần",
            "key",
            "Mật khẩu cũ hết dùng được; mật khẩu mới hiện một lần và phải đổi khi đăng nhập.",
            _password,
            lambda row: row.account.is_active,
            told_once=True,
        ),
        Act(
            "cap-lien-ket",
            "Cấp liên kết cá nhân",
            "link",
            f"Vào thẳng trang của đơn vị, không cần mật khẩu, trong {accounts.PERSONAL_LINK_DAYS} ngày; "
            "liên kết chỉ hiện một lần.",
            _link,
            lambda row: row.account.is_active and row.account.person.role.is_of_unit,
            told_once=True,
        ),
        Act(
            "thu-hoi-lien-ket",
            "Thu hồi mọi liên kết cá nhân",
            "link-slash",
            "Các liên kết đã cấp hết dùng được ngay; ai đang vào bằng liên kết phải vào lại.",
            _revoke,
            lambda row: row.account.person.role.is_of_unit,
        ),
        Act(
            "ngung",
            "Ngừng hoạt động",
            "user-slash",
            "Không đăng nhập được nữa; những gì đã làm vẫn giữ nguyên. Cho hoạt động lại được.",
            _deactivate,
            lambda row: row.account.is_active,
        ),
        Act(
            "mo-lai",
            "Cho hoạt động lại",
            "user-check",
            "Đăng nhập lại được bằng mật khẩu cũ.",
            _activate,
            lambda row: not row.account.is_active,
        ),
    )


def _person(data: Data) -> Person:
    if data["role"] not in {role.value for role in Role}:
        raise InvalidInputError("Chưa chọn vai trò.", "Hãy chọn một vai trò.", ["Vai trò: chưa chọn."])
    return Person(data["login"], data["name"], Role(data["role"]), data["unit"] or None, data["email"])
