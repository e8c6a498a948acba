"""Pictures of periods: the areas and units of the plan of 2025 with numbers of one's own."""

import io

from PIL import Image

from docgen.model.picture import Bar, Picture, Progress

FONTS = tuple(f"/usr/share/fonts/truetype/croscore/Tinos-{face}.ttf" for face in ("Regular", "Bold"))
TITLE = "Tiến độ thực hiện kế hoạch cải cách hành chính quý I năm 2025"
AREAS = """
    6/6 Công tác chỉ đạo, điều hành cải cách hành chính
    3/4 Cải cách thể chế
    5/5 Cải cách thủ tục hành chính
    2/3 Cải cách tổ chức bộ máy hành chính nhà nước
    4/4 Cải cách chế độ công vụ
    0/0 Cải cách tài chính công
    3/4 Xây dựng và phát triển chính quyền điện tử, chính quyền số
"""
UNITS = """
    9/10 Văn phòng Sở
    2/2 Thanh tra Sở
    3/3 Phòng Công chức, viên chức
    2/3 Phòng Tổ chức, biên chế và Tổ chức phi chính phủ
    4/4 Phòng Cải cách hành chính và Văn thư, lưu trữ
    1/2 Phòng Xây dựng chính quyền và Công tác thanh niên
    0/0 Phòng Kế hoạch - Tài chính
    2/2 Trung tâm Lưu trữ lịch sử
    0/1 Ban Thi đua - Khen thưởng
"""


def bars(table):
    """Return the bars of a table: done/total, then the name, one a line."""
    lines = (line.strip().partition(" ") for line in table.strip().splitlines())
    return tuple(bar(name, *map(int, numbers.split("/"))) for numbers, _, name in lines)


def bar(label, done, total):
    """Return one bar."""
    return Bar(label=label, done=done, total=total)


def progress(done=23, total=26, elapsed=90, days=365):
    """Return how far the whole plan is, and the year."""
    return Progress(done=done, total=total, elapsed=elapsed, days=days)


def picture(**told):
    """Return the picture of the first quarter of 2025, with other parts where they are told."""
    usual = {"title": TITLE, "areas": bars(AREAS), "units": bars(UNITS), "progress": progress()}
    return Picture(**usual | told)


def blank_png(width, height):
    """Return a white PNG of so many pixels."""
    target = io.BytesIO()
    Image.new("L", (width, height), 255).save(target, "PNG")
    return target.getvalue()
