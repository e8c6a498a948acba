"""Who works with the service, and as what."""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do; everybody has one."""

    REPORTER = "chuyen_vien_don_vi"
    """Answers for a unit."""
    HEAD = "lanh_dao_don_vi"
    """Answers for a unit, and approves what it sends where that is asked for."""
    COORDINATOR = "dau_moi"
    """Asks, reads, returns, accepts, writes plan and report."""
    LEADER = "lanh_dao"
    """Reads everything, changes nothing."""
    CLERK = "van_thu"
    """Gives numbers and issues."""
    ADMINISTRATOR = "quan_tri"
    """Keeps users, units, calendar, terms."""

    @property
    def label(self) -> str:
        """What officers call it."""
        return _ROLES[self]

    @property
    def is_of_unit(self) -> bool:
        """Say whether somebody with it sees one unit only."""
        return self in {Role.REPORTER, Role.HEAD}


_ROLES = {
    Role.REPORTER: "Chuyên viên đơn vị",
    Role.HEAD: "Lãnh đạo đơn vị",
    Role.COORDINATOR: "Đầu mối cải cách hành chính",
    Role.LEADER: "Lãnh đạo cơ quan",
    Role.CLERK: "Văn thư",
    Role.ADMINISTRATOR: "Quản trị",
}
