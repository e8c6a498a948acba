"""Who may do what to whose things: what is nothing to somebody is not there for them."""

from docgen.errors import MissingError
from docgen.model.people import Role
from docgen.office.desk import Desk


def require_unit(desk: Desk, unit: str) -> None:
    """Refuse whoever is of another unit; the office sees all.

    Raises:
        MissingError: what belongs to other units is not there for them.

    """
    if desk.actor.role.is_of_unit and desk.actor.unit != unit:
        raise _missing()


def require_writer(desk: Desk, unit: str) -> None:
    """Refuse whoever may not write for a unit: neither of it, nor the coordinator, who may for all.

    Raises:
        MissingError: as in `require_unit`.

    """
    require_unit(desk, unit)
    if not desk.actor.role.is_of_unit:
        require_role(desk, Role.COORDINATOR)


def require_role(desk: Desk, *roles: Role) -> None:
    """Refuse whoever has none of the roles.

    Raises:
        MissingError: it is not there for them.

    """
    if desk.actor.role not in roles:
        raise _missing()


def _missing() -> MissingError:
    return MissingError("Không có trang hoặc dữ liệu này.", "Hãy quay về trang chủ và chọn lại từ danh sách.")
