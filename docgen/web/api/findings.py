"""What is wrong or doubtful, as programs are told."""

from docgen.model.finding import Severity
from docgen.web.api.shapes import Out, told


class FindingOut(Out, title="Điểm cần xem"):
    """Something wrong or doubtful."""

    code: str = told("ma", "Mã của loại lỗi; không đổi khi lời văn đổi", "thieu-so-lieu")
    severity: Severity = told("muc_do", "error: phải sửa; warning: cần xem lại; info: để biết")
    place: str = told("cho", "Chỗ có lỗi", "Phụ lục, phần A, nhiệm vụ 3")
    message: str = told("thong_bao", "Sai gì")
    remedy: str = told("cach_sua", "Sửa thế nào")
