"""What a unit sent, as the text of a YAML file."""

from docgen.importers.plan_writing import mapping
from docgen.model.submission import Submission

_HEAD = """\
# KẾT QUẢ THỰC HIỆN NHIỆM VỤ, do các đơn vị điền vào bảng tính
#
# id là mã nhiệm vụ trong kế hoạch. tinh_trang: chua_thuc_hien, dang_thuc_hien, hoan_thanh, cham_tien_do,
# khong_thuc_hien. Ngày viết ngày/tháng/năm.
"""


def submission_yaml(submission: Submission) -> str:
    """Return a submission as the text of a file; what goes without saying is left out."""
    data = submission.model_dump(by_alias=True, exclude_defaults=True)
    lines = mapping({key: _with_lists(value) for key, value in data.items()}, 0)
    return "\n".join((_HEAD, *lines)) + "\n"


def _with_lists(value: object) -> object:
    """Return a value with lists for tuples, as a file has them."""
    if isinstance(value, dict):
        return {key: _with_lists(entry) for key, entry in value.items()}
    return [_with_lists(entry) for entry in value] if isinstance(value, tuple) else value
