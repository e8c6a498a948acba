import pytest

from docgen.importers import read_organisation
from docgen.resources import shipped

PLAN = """\
nam: 2025
trich_yeu: Cải cách hành chính năm 2025
mo_dau:
  - Sở Nội vụ ban hành Kế hoạch với các nội dung sau
noi_dung:
  - tieu_de: Mục đích
    khoan:
      - tieu_de: Yêu cầu
        diem:
          - Điểm thứ nhất.
          - noi_dung: Điểm thứ hai.
            gach: [Gạch.]
noi_nhan:
  danh_sach: [UBND tỉnh]
ky:
  chuc_vu: Giám đốc
  ho_ten: Nguyễn Văn A
phu_luc:
  - ten: Các nhiệm vụ
    phan:
      - ten: Phần một
        nhom:
          - ten: Nhóm một
            nhiem_vu:
              - {id: mot, noi_dung: Một, chu_tri: Văn phòng Sở, thoi_gian: Quý I}
          - ten: Nhóm hai
            nhiem_vu:
              - id: hai
                noi_dung: Hai
                chu_tri: [Thanh tra Sở, Ban Tôn giáo]
                thoi_gian: Cả năm
                nhiem_vu_con:
                  - {id: ba, noi_dung: Ba, chu_tri: Văn phòng Sở, thoi_gian: Cả năm}
"""


@pytest.fixture
def yaml_file(tmp_path):
    """Write text (or bytes) to a file and return its path."""

    def write(content):
        path = tmp_path / "kehoach.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def plan_file(yaml_file):
    """Write a small plan with some of its text replaced, and return its path."""

    def write(*changes):
        text = PLAN
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        return yaml_file(text)

    return write


@pytest.fixture(scope="session")
def department():
    return read_organisation(shipped("data") / "don-vi.yaml")
