"""Issued documents and their numbers (Decree 30/2020/NĐ-CP, Điều 15: numbers run through a year)."""

from enum import StrEnum


class PaperKind(StrEnum):
    """What is issued; its letters are those of its symbol (Phụ lục III, Mục I), of a letter "CV"."""

    PLAN = "KH"
    REPORT = "BC"
    LETTER = "CV"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _KINDS[self]


_KINDS = {PaperKind.PLAN: "Kế hoạch", PaperKind.REPORT: "Báo cáo", PaperKind.LETTER: "Công văn"}


class NumberState(StrEnum):
    """What has become of a number."""

    TAKEN = "da_cap"
    ISSUED = "da_phat_hanh"
    CANCELLED = "da_huy"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _NUMBERS[self]


_NUMBERS = {
    NumberState.TAKEN: "Đã cấp, chưa phát hành",
    NumberState.ISSUED: "Đã phát hành",
    NumberState.CANCELLED: "Đã hủy",
}


class Register(StrEnum):
    """Where a number comes from."""

    OFFICE = "so_cua_co_quan"
    """Entered by the clerk from the register that the office keeps."""
    BUILT_IN = "so_cua_docgen"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _REGISTERS[self]


_REGISTERS = {
    Register.OFFICE: "sổ đăng ký văn bản của cơ quan",
    Register.BUILT_IN: "sổ số văn bản của docgen",
}


class PlanState(StrEnum):
    """Whether a plan may still be changed."""

    DRAFT = "du_thao"
    ISSUED = "da_ban_hanh"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _PLANS[self]


_PLANS = {PlanState.DRAFT: "Dự thảo", PlanState.ISSUED: "Đã ban hành"}


class JobState(StrEnum):
    """How far a piece of long work is."""

    WAITING = "cho"
    RUNNING = "dang_lam"
    DONE = "xong"
    FAILED = "hong"

    @property
    def label(self) -> str:
        """What officers call it."""
        return _JOBS[self]


_JOBS = {
    JobState.WAITING: "Đang chờ",
    JobState.RUNNING: "Đang làm",
    JobState.DONE: "Xong",
    JobState.FAILED: "Không làm được",
}
