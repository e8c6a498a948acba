"""Take pictures of the main pages for the guide: python tests/support/screenshots.py FOLDER."""

import sys
from contextlib import closing
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from answering import Q1, coordinator, reporter
from browser import Service, chromium, served
from browsing import Office
from main_pages import MAIN_PAGES, UNIT, WIDTHS
from offices import _sqlite_template, at
from PIL import Image
from wordfile import word_file

from docgen.model.people import Role
from docgen.office import reports
from docgen.office.founding import bring_answers
from docgen.office.submissions import save_row, unit_page
from docgen.store import Store

_HEIGHTS = dict(zip(WIDTHS, (740, 1024, 768), strict=True))
_COLOURS = 128
_SAID = (
    {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang góp ý 02 dự thảo do các phòng chủ trì soạn thảo."},
    {"tinh_trang": "hoan_thanh", "ket_qua": "Đã rà soát 06 thủ tục nội bộ, đề nghị bãi bỏ 01 thủ tục."},
    {"tinh_trang": "cham_tien_do", "ket_qua": "Đã dự thảo quy chế."},
)
"""What a unit has typed so far."""
_FAULTY = """CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kính gửi:  Uỷ ban nhân dân xã
Kinh phí thực hiện kế hoạch"""
"""Lines of a file that is checked for its picture."""


def main(folder):
    """Write a picture of each main page at each width into a folder."""
    with TemporaryDirectory() as work:
        path = copyfile(_sqlite_template(is_founded=True), Path(work) / "docgen.sqlite")
        with closing(Store(f"sqlite:///{path}")) as store:
            with store.writing() as session:
                bring_answers(session)
                _begin(reporter(session, "2025-03-20 15:30", UNIT))
                desk = coordinator(session, "2025-03-20 15:40")
                reports.keep_papers(desk, reports.report_papers(session, Q1))
            office = Office(store, Path(work))
            office.clock.now = at("2025-03-20 16:00")
            _draw_all(office, folder)


def _begin(desk):
    """Fill in the first rows of a unit, so that its page shows some of each kind."""
    rows = [row for row in unit_page(desk, Q1, UNIT).rows if row.asked.required]
    for row, said in zip(rows, _SAID, strict=False):
        save_row(desk, Q1, UNIT, row.name, said, row.version)


def _draw_all(office, folder):
    letter = ("cong-van.docx", word_file(_FAULTY))
    checked = office.signed_in(Role.COORDINATOR).post("/kiem-tra", files={"tep": letter}).headers["location"]
    more = {
        "kiem-tra-ket-qua": (checked, Role.COORDINATOR, None),
        "bao-cao-cac-trang": ("/ky/2025-Q1/bao-cao/xem-truoc", Role.COORDINATOR, None),
    }
    with chromium() as browser, served(office.app) as address:
        service = Service(office, address, browser)
        for name, (path, role, unit) in {**more, **MAIN_PAGES}.items():
            page = service.open(path, role, unit)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": _HEIGHTS[width]})
                page.wait_for_load_state("networkidle")
                _keep(page.screenshot(animations="disabled"), folder / f"{name}-{width}.png")
            page.context.close()


def _keep(picture, path):
    Image.open(BytesIO(picture)).convert("RGB").quantize(_COLOURS).save(path, optimize=True)
    sys.stdout.write(f"{path}\t{path.stat().st_size}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
