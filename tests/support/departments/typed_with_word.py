"""Plans as offices type them with what Word offers, or in the fonts of other days."""

from departments.appendix import BESIDE, PLAIN, Drawn
from departments.encodings import hastily, on_a_mac, tcvn3, vni
from departments.ooxml import (
    AUTHOR,
    Cell,
    File,
    Row,
    Rows,
    box,
    commented,
    control,
    cut,
    deleted,
    face_of,
    in_control,
    in_field,
    in_link,
    in_long_field,
    in_smart_tag,
    inserted,
    instead_of,
    noted,
    numbering_of,
    paragraph_of,
    repeating,
    run_of,
    table_of,
)
from departments.typed_plainly import _columns
from departments.typist import MOTTO, NATION, Data, Typist


def so_thong_tin(plan: Data) -> bytes:
    """Content controls around words, cells, rows and the head; links, fields, smart tags, a text box."""
    marks = {
        "Trung tâm dữ liệu tỉnh": in_smart_tag,
        "Cổng thông tin điện tử tỉnh": in_link,
        "Quyết định kiện toàn": in_field,
        "02 lớp tập huấn": in_long_field,
        "Tháng 3/2025": in_control,
        "Chỉ thị số 14/CT-TTg": in_link,
        "phần mềm phòng, chống mã độc": cut,
    }
    typist = Typist(plan, marks=marks, dash="–")
    head = typist.head_in_table(
        ["UBND TỈNH BÌNH ĐỊNH", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Số: 03/KH-STTTT"],
        [NATION, MOTTO, "Bình Định, ngày 08 tháng 01 năm 2025"],
    )
    drawn_box = paragraph_of(box(typist.p("DỰ THẢO", "c b")))
    closing = typist.closing_in_table("Lưu: VT, CNTT.", ["GIÁM ĐỐC", "Huỳnh Kim Long"])
    text = [control(head), drawn_box, *typist.title(together=True), *typist.text(), control(closing)]
    (appendix,) = plan["phu_luc"]
    columns = _columns(appendix)
    drawn = Drawn(typist, columns, titles=PLAIN)
    rows = drawn.whole(appendix)
    for row in rows[2:4]:
        row.around = control
    for row in rows[4:]:
        row.cells[1].around = control
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 03/KH-STTTT ngày 08/01/2025)"),
        control(drawn.table(rows)),
    ]
    return File(text).on_new_page(annex).bytes()


def so_nong_nghiep(plan: Data) -> bytes:
    """Changes being tracked, comments, rows 1.1 under tasks, neither parts nor groups."""
    marks = {
        "165 hồ chứa": instead_of("150 hồ chứa"),
        "Lắp đặt bổ sung 12 trạm đo mưa tự động": inserted,
        "rọ thép": deleted("đá hộc, "),
        "Trực ban 24/24 giờ": commented(5),
        "Khi có bão": commented(6),
    }
    typist = Typist(plan, marks=marks, dash="+")
    text = [
        typist.head_in_table(
            ["UBND TỈNH GIA LAI", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Số:        /KH-SNNMT"],
            [NATION, MOTTO, "Gia Lai, ngày      tháng     năm 2026"],
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, CCTL.", ["GIÁM ĐỐC", "Lương Văn Đạt"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), merged=("chu_tri", "thoi_gian"))
    rows = drawn.whole(appendix)
    rows[-1].properties = f'<w:ins w:id="910" {AUTHOR}/>'
    rows.insert(-1, _taken_out("13", "Mua 02 máy bơm dã chiến", len(rows[-1].cells)))
    annex = [*typist.annex(appendix["ten"], label="Phụ lục"), drawn.table(rows)]
    comments = {
        5: typist.p("Đề nghị ghi rõ số điện thoại trực ban.", "s=20"),
        6: typist.p("Xem lại mốc thời gian.", "s=20"),
    }
    return File(text, comments=comments).on_new_page(annex).bytes()


def _taken_out(number: str, words: str, wide: int) -> Row:
    """Return a row that was taken out with changes being tracked."""
    run = run_of(face_of("s=26", ""))
    cells = [
        Cell(paragraph_of(deleted(text)(run, "")))
        for text in (number, words, *("Văn phòng Sở",) * (wide - 2))
    ]
    return Row(cells, f'<w:del w:id="911" {AUTHOR}/>')


def so_xay_dung(plan: Data) -> bytes:
    """A file of twenty years ago: .VnTime, and .VnTimeH for capitals."""
    typist = Typist(plan, typed=tcvn3, marks={"cấp phép xây dựng nhà ở": noted(1)})
    text = [
        typist.head_in_table(
            ["UBND TỈNH BÌNH ĐỊNH", "SỞ XÂY DỰNG", "Số: 09/KH-SXD"],
            [NATION, MOTTO, "Bình Định, ngày 15 tháng 01 năm 2025"],
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, VP.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Quang Vinh"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), merged=("phoi_hop",))
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 09/KH-SXD ngày 15/01/2025)"),
        drawn.table(drawn.whole(appendix)),
    ]
    header, note = typist.p("DỰ THẢO LẦN 3", "r"), typist.p("Có hiệu lực từ ngày ký ban hành.", "s=20")
    file = File(text, font=".VnTime", header=header, footnotes={1: note})
    return file.on_new_page(annex).bytes()


def so_lao_dong(plan: Data) -> bytes:
    """A file from the South: VNI-Times, the head by blanks."""
    typist = Typist(plan, typed=vni, dash="+", marks={"tờ rơi tại Bộ phận": commented(1)})
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH BÌNH ĐỊNH", "SỞ LĐTB VÀ XH", "Số: 12/KH-SLĐTBXH"],
            [NATION, MOTTO, "Bình Định, ngày 10 tháng 01 năm 2024"],
            by_tab=False,
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, VP.", ["TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Bùi Xuân Lộc"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), number="1.")
    annex = [*typist.annex(appendix["ten"]), drawn.table(drawn.whole(appendix))]
    comment = typist.p("Đề nghị bổ sung nguồn kinh phí.", "s=20")
    footer = typist.p("Tuyên truyền cải cách hành chính", "r i s=18")
    return File(text, font="VNI-Times", footer=footer, comments={1: comment}).on_new_page(annex).bytes()


def so_khoa_hoc(plan: Data) -> bytes:
    """Word numbers everything; a repeating section, a frame that is a table, a text box, a footnote."""
    marks = {"GRDP": noted(1), "Quỹ đầu tư mạo hiểm": in_field, "20 hợp đồng tư vấn": in_control}
    typist = Typist(plan, automatic=True, capitals=False, marks=marks)
    drawn_box = paragraph_of(box(typist.p("Bản lấy ý kiến lần 3", "c b")))
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH GIA LAI", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số:       /KH-SKHCN"],
            [NATION, MOTTO, "Gia Lai, ngày     tháng     năm 2025"],
        ),
        drawn_box,
        *typist.title(together=False),
        *typist.text(),
        *typist.closing_in_tabs("Lưu: VT, QLKH (3 bản).", ["GIÁM ĐỐC", "Lê Công Nhường"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), number="01", automatic=True, merged=("thoi_gian",))
    rows = drawn.whole(appendix)
    inner = drawn.table(
        [*rows[:2], Rows(rows[2:6], repeating), rows[6], Rows(rows[7:], repeating)], room=9200
    )
    annex = [*typist.annex(appendix["ten"]), table_of([9600], [Row([Cell(f"{inner}<w:p/>")])])]
    note = typist.p("Tổng sản phẩm trên địa bàn tỉnh.", "s=20")
    file = File(text, numbering=numbering_of("01", drawn.lists), footnotes={1: note})
    return file.on_new_page(annex).bytes()


def so_van_hoa(plan: Data) -> bytes:
    """Two landscape appendices, a table for every group, comments."""
    typist = Typist(plan, marks={"Mùng 2 Tết": commented(3), "40% tổng kinh phí": commented(4)})
    text = [
        *typist.head_below(
            ["UBND TỈNH GIA LAI", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", NATION, MOTTO, "Số: 77/KH-SVHTTDL"]
        ),
        typist.p("Gia Lai, ngày 03 tháng 3 năm 2026", "r i"),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, VP.", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Đỗ Thị Diệu Hạnh"]),
    ]
    comments = {
        3: typist.p("Ghi ngày dương lịch.", "s=20"),
        4: typist.p("Đã thống nhất với Sở Tài chính chưa?", "s=20"),
    }
    file = File(text, comments=comments)
    for roman, appendix in zip(("I", "II"), plan["phu_luc"], strict=True):
        columns = _columns(appendix)
        drawn = Drawn(typist, columns)
        annex = typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 77/KH-SVHTTDL)", f"Phụ lục {roman}")
        for number, group in zip(("I", "II"), appendix["phan"][0]["nhom"], strict=True):
            rows = drawn.groups({"nhom": [group | {"ten": ""}]})
            annex += [
                typist.p(f"{number}. {group['ten'].upper()}", "b"),
                drawn.table([*drawn.head(), *rows], room=14000),
            ]
        file.in_new_section(annex)
    return file.bytes()


def so_giao_thong(plan: Data) -> bytes:
    """Typed on a Mac with changes being tracked: a row put in, a row taken out, rows torn, heads again."""
    marks = {
        "Số hóa hồ sơ công trình giao thông": inserted,
        "Quý II": instead_of("Quý I"),
        "Bưu điện tỉnh": cut,
    }
    typist = Typist(plan, typed=on_a_mac, marks=marks)
    text = [
        typist.head_in_table(
            ["UBND TỈNH BÌNH ĐỊNH", "SỞ GIAO THÔNG VẬN TẢI", "Số: 31/KH-SGTVT"],
            [NATION, MOTTO, "Bình Định, ngày 24 tháng 02 năm 2025"],
        ),
        *typist.title(together=True),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, VP.", ["TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Hồ Ngọc Sơn"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), titles=BESIDE, again=4, torn=("qua bưu chính công ích;",))
    rows = drawn.whole(appendix)
    rows[-1].properties = f'<w:ins w:id="912" {AUTHOR}/>'
    rows.append(_taken_out("10", "Lắp 20 camera", len(rows[-1].cells)))
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 31/KH-SGTVT ngày 24/02/2025)"),
        drawn.table(rows),
    ]
    footer = typist.p("Kế hoạch CCHC Sở GTVT", "r i s=18")
    return File(text, footer=footer).on_new_page(annex).bytes()


def so_noi_vu_gach(plan: Data) -> bytes:
    """The plan of 2025 typed in haste, with dashes under tasks and rows in content controls."""
    typist = Typist(plan, typed=hastily, automatic=True, capitals=False, returns=("góp phần",))
    text = [
        *typist.head_below(["UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", "Số:       /KH-SNV", NATION, MOTTO]),
        typist.p("Bình Định, ngày      tháng     năm 2024", "r i"),
        *typist.title(together=False),
        *typist.text(),
        *typist.closing_in_tabs("Lưu: VT, CCHC-VTLT.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thanh Vũ"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(
        typist,
        _columns(appendix),
        number="1)",
        automatic=True,
        sub="-",
        merged=("chu_tri",),
        units="; ",
        from_one=False,
    )
    rows = drawn.whole(appendix)
    for row in rows[1::7]:
        row.around = control
    annex = [*typist.annex(appendix["ten"], label="Phụ lục"), drawn.table(rows)]
    return File(text, numbering=numbering_of("1)", drawn.lists)).on_new_page(annex).bytes()
