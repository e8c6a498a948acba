"""A plan of half a page, as a typist leaves it in a text, in Word and in Excel."""

from functools import cache

from docgen.importers.scan import typed
from docgen.package import WORD
from docgen.package.archive import unpack

TEXT = """\
UBND TỈNH BÌNH ĐỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc

Số: /KH-SNV Bình Định, ngày tháng năm 2024

KẾ HOẠCH
Cải cách hành chính năm 2025

Thực hiện Quyết định của tỉnh, Sở Nội vụ ban hành Kế hoạch với các nội dung sau:

I. MỤC ĐÍCH

1. Đẩy mạnh cải cách hành chính ở tất cả các đơn vị thuộc Sở.

2. Nâng cao trách nhiệm của người đứng đầu trong giải quyết thủ tục.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.

GIÁM ĐỐC

Nguyễn Văn An

PHỤ LỤC
CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025

STT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện
A\tCÔNG TÁC CHỈ ĐẠO\t\t\t
I\tCẢI CÁCH THỂ CHẾ\t\t\t
1\tRà soát văn bản hết hiệu lực\tThanh tra Sở\tVăn phòng Sở\tQuý I
2\tKiểm tra việc giải quyết thủ tục\tVăn phòng Sở\t\tCả năm
"""
"""The plan as a text."""

ROWS = tuple(tuple(line.split("\t")) for line in TEXT.splitlines() if "\t" in line)
"""The appendix, row by row."""

TASKS = ("Rà soát văn bản hết hiệu lực", "Kiểm tra việc giải quyết thủ tục")


def tasks_of(draft):
    """Return the words of the tasks in the data of a plan."""
    parts = (part for appendix in draft.get("phu_luc", ()) for part in appendix["phan"])
    return tuple(task["noi_dung"] for part in parts for group in part["nhom"] for task in group["nhiem_vu"])


@cache
def word_parts():
    """Return the parts of the plan as a typist has it in Word."""
    return unpack(typed(TEXT).docx, WORD)
