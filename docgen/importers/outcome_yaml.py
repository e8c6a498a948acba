"""What units answered, as YAML and back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from docgen.importers.yaml_scalars import scalar
from docgen.model.outcome import Outcome

_DAY = Outcome.model_fields["finished_on"].alias

_HEAD = """\
# KẾT QUẢ THỰC HIỆN NHIỆM VỤ, do các đơn vị điền vào bảng tính
#
# id là mã nhiệm vụ trong kế hoạch. tinh_trang: chua_thuc_hien, dang_thuc_hien, hoan_thanh, cham_tien_do,
# khong_thuc_hien. ngay_hoan_thanh: ngày/tháng/năm.
"""


def outcomes_yaml(year: int, rows: Sequence[Mapping[str, Any]]) -> str:
    """Return outcomes, given under their YAML keys with days as JSON has them, as the text of a file."""
    return (
        "\n".join((f"{_HEAD}\nnam: {year}\nket_qua:", *(line for row in rows for line in _row(row)))) + "\n"
    )


def _row(row: Mapping[str, Any]) -> Iterator[str]:
    for at, (key, value) in enumerate(row.items()):
        start = f"{'    ' if at else '  - '}{key}: "
        shown = date.fromisoformat(value) if key == _DAY else value
        first, *others = scalar(shown, len(start), 6)
        yield start + first
        yield from others
