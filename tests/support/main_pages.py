"""The main pages of the service: where they are, and who looks at them; for judges and for the guide."""

from docgen.model.people import Role

UNIT = "thi-dua-khen-thuong"
"""Which has not sent anything yet."""
_PERIOD = "/ky/2025-Q1"
_OF_UNIT = f"{_PERIOD}/don-vi/{UNIT}"

MAIN_PAGES = {
    "dang-nhap": ("/dang-nhap", None, None),
    "trang-chu-don-vi": ("/", Role.REPORTER, UNIT),
    "don-vi": (_OF_UNIT, Role.REPORTER, UNIT),
    "dong": (f"{_OF_UNIT}/dong/nhiem_vu/quy-che-chi-tieu-noi-bo", Role.REPORTER, UNIT),
    "bieu-mau": (f"{_OF_UNIT}/bieu-mau", Role.REPORTER, UNIT),
    "kiem-tra-lai": (f"{_PERIOD}/don-vi/van-phong/kiem-tra-lai", Role.REPORTER, "van-phong"),
    "bien-nhan": (f"{_PERIOD}/don-vi/van-phong/bien-nhan", Role.REPORTER, "van-phong"),
    "trang-chu": ("/", Role.COORDINATOR, None),
    "bang": (_PERIOD, Role.COORDINATOR, None),
    "xem": (f"{_PERIOD}/don-vi/cchc-vtlt/xem", Role.COORDINATOR, None),
    "bao-cao": (f"{_PERIOD}/bao-cao", Role.COORDINATOR, None),
    "ban-hanh": (f"{_PERIOD}/bao-cao/ban-hanh", Role.CLERK, None),
    "ke-hoach": ("/ke-hoach/2025", Role.COORDINATOR, None),
    "nhap-ke-hoach": ("/ke-hoach/nhap", Role.COORDINATOR, None),
    "kiem-tra": ("/kiem-tra", Role.COORDINATOR, None),
    "van-ban": ("/van-ban", Role.CLERK, None),
    "so-van-ban": ("/so-van-ban", Role.CLERK, None),
    "thong-bao": ("/thong-bao", Role.REPORTER, UNIT),
    "cong-viec": ("/cong-viec", Role.COORDINATOR, None),
    "quan-tri": ("/quan-tri", Role.ADMINISTRATOR, None),
    "nguoi-dung": ("/quan-tri/nguoi-dung", Role.ADMINISTRATOR, None),
    "tro-giup": ("/tro-giup", Role.COORDINATOR, None),
}
"""By what their pictures are called: the address, the role and the unit of whoever looks."""
WIDTHS = (360, 768, 1366)
"""Of a phone, a tablet and an office's screen, in pixels."""
