"""The file of a plan is only written where it is still the one that was read, and stays usable."""

import shutil

import pytest

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.decision import Settlement
from docgen.services import deciding
from docgen.services.deciding import decide

ASKED = """
can_quyet_dinh:
  - id: don-vi-1
    cho: nhiem_vu/giao-bien-che/chu_tri/1
    cau_hoi: Đơn vị nào làm thay?
    de_xuat: Ghi đơn vị mới.
    ly_do: Đơn vị cũ không còn.
"""


@pytest.fixture
def plan(plan_file, tmp_path):
    shutil.copy(plan_file.with_name("don-vi.yaml"), tmp_path)
    path = tmp_path / "kh.yaml"
    path.write_text(plan_file.read_text("utf-8") + ASKED, "utf-8")
    return path


def test_a_file_that_someone_else_saved_meanwhile_is_left_alone(plan, monkeypatch):
    def saved_by_another(text, *_):
        plan.write_text(f"{text}# của người khác\n", "utf-8")
        return text

    monkeypatch.setattr(deciding, "amended", saved_by_another)
    with pytest.raises(ConflictError, match="vừa được người khác sửa"):
        decide(plan, ["don-vi-1"], Settlement.KEPT)
    assert plan.read_text("utf-8").endswith("# của người khác\n")


def test_a_unit_that_the_agency_does_not_have_is_refused(plan):
    before = plan.read_bytes()
    with pytest.raises(InvalidInputError, match="Lời mới không dùng được") as refused:
        decide(plan, ["don-vi-1"], Settlement.REWORDED, "Phòng Không Có")
    assert any("Phòng Không Có" in problem for problem in refused.value.problems)
    assert plan.read_bytes() == before
    decide(plan, ["don-vi-1"], Settlement.REWORDED, "Thanh tra Sở")
    assert plan.read_text("utf-8").count("Thanh tra Sở") == before.decode().count("Thanh tra Sở") + 1


def test_a_byte_order_mark_and_line_ends_of_windows_stay(plan):
    text = plan.read_text("utf-8").replace("\n", "\r\n")
    plan.write_bytes(f"\ufeff{text}".encode())
    decide(plan, ["don-vi-1"], Settlement.KEPT)
    assert plan.read_bytes() == f"\ufeff{text}    ket_luan: giu_nguyen\r\n".encode()
