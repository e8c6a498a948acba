"""Plans as offices type them with nothing but lines, tabs and tables."""

from departments.appendix import BESIDE, PLAIN, Drawn
from departments.encodings import hastily
from departments.ooxml import Cell, File, Row, noted, numbering_of, paragraph_of, table_of
from departments.typist import MOTTO, NATION, Data, Typist


def so_y_te(plan: Data) -> bytes:
    """Head in a table, kind and subject in one paragraph, a landscape appendix with counted columns."""
    typist = Typist(
        plan, marks={"Sổ sức khỏe điện tử": noted(1)}, returns=("lĩnh vực dược,", "tổng hợp kết quả")
    )
    text = [
        typist.head_in_table(
            ["UBND TỈNH GIA LAI", "SỞ Y TẾ", "Số: 15/KH-SYT"],
            [NATION, MOTTO, "Gia Lai, ngày 05 tháng 01 năm 2026"],
        ),
        *typist.title(together=True),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, VP.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Minh Châu"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), counted=True)
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 15/KH-SYT ngày 05/01/2026 của Sở Y tế)"),
        drawn.table(drawn.whole(appendix), room=14000),
    ]
    number = paragraph_of('<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>', "c")
    note = typist.p("Theo Quyết định số 2733/QĐ-BYT của Bộ Y tế.", "s=20")
    return File(text, header=number, footnotes={1: note}).in_new_section(annex).bytes()


def so_giao_duc(plan: Data) -> bytes:
    """Head by tabs, no number, Word numbers text and rows, same names are one cell over several rows."""
    typist = Typist(plan, automatic=True, capitals=False)
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH GIA LAI", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số:         /KH-SGDĐT"],
            [NATION, MOTTO, "Gia Lai, ngày       tháng      năm 2025"],
        ),
        *typist.title(together=True),
        *typist.text(),
        *typist.closing_in_tabs("Lưu: VT, GDTrH.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Đặng Quốc Hùng"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(
        typist,
        _columns(appendix),
        merged=("chu_tri", "phoi_hop", "thoi_gian"),
        automatic=True,
        titles=BESIDE,
    )
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số       /KH-SGDĐT)", "Phụ lục"),
        drawn.table(drawn.whole(appendix)),
    ]
    numbering = numbering_of("1", drawn.lists)
    return File(text, header=typist.p("DỰ THẢO LẦN 2", "r b"), numbering=numbering).on_new_page(annex).bytes()


def so_tai_chinh(plan: Data) -> bytes:
    """A table for each group with the title above it, two rows of headings, what each table comes to."""
    typist = Typist(plan, dash="–", capitals=False)
    text = [
        typist.head_in_table(
            ["UBND TỈNH GIA LAI", "SỞ TÀI CHÍNH", "Số: 208/KH-STC"],
            [NATION, MOTTO, "Gia Lai, ngày 19 tháng 12 năm 2025"],
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, TTr (05b).", ["TL. GIÁM ĐỐC", "CHÁNH THANH TRA", "Võ Đình Thọ"]),
    ]
    (appendix,) = plan["phu_luc"]
    columns = _columns(appendix) | {"ghi_chu": "Ghi chú"}
    drawn = Drawn(
        typist, columns, over={"Đơn vị thực hiện": ("chu_tri", "phoi_hop")}, number="01", repeated=False
    )
    annex = typist.annex(
        appendix["ten"], "(Kèm theo Kế hoạch số 208/KH-STC ngày 19/12/2025 của Sở Tài chính)"
    )
    groups = appendix["phan"][0]["nhom"]
    for roman, group, sum_of in zip(("I", "II", "III"), groups, ("26,5", "10", "6"), strict=True):
        annex += [
            typist.p(f"{roman}. {group['ten']}", "b"),
            drawn.table(
                [*drawn.head(), *drawn.groups({"nhom": [group | {"ten": ""}]}), _sum(drawn, "Cộng", sum_of)]
            ),
        ]
    return File(text).on_new_page(annex).bytes()


def _sum(drawn: Drawn, words: str, money: str) -> Row:
    """Return a row that adds up the money."""
    before = [*drawn.columns].index("kinh_phi")
    after = len(drawn.columns) - before - 1
    cells = [drawn.cell(words, "c b", span=before), drawn.cell(money, "c b")]
    return Row([*cells, drawn.cell("", span=after)] if after else cells)


def ubnd_huyen(plan: Data) -> bytes:
    """Two appendices, each with a table for every part; the head of a table is typed again on every page."""
    typist = Typist(plan, returns=("Chỉ số cải cách", "trước ngày"))
    text = [
        typist.head_in_table(
            ["ỦY BAN NHÂN DÂN", "HUYỆN HOÀI ÂN", "Số: 27/KH-UBND"],
            [NATION, MOTTO, "Hoài Ân, ngày 20 tháng 01 năm 2025"],
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, NV.", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Hữu Khúc"]),
    ]
    file = File(text, footer=typist.p("CCHC-CĐS 2025", "r i s=20"))
    for roman, appendix in zip(("I", "II"), plan["phu_luc"], strict=True):
        drawn = Drawn(typist, _columns(appendix), again=3, repeated=False)
        annex = typist.annex(
            appendix["ten"],
            "(Kèm theo Kế hoạch số 27/KH-UBND ngày 20 tháng 01 năm 2025 của UBND huyện)",
            f"PHỤ LỤC {roman}",
        )
        for letter, part in zip("AB", appendix["phan"], strict=True):
            annex += [
                typist.p(f"{letter}. {part['ten'].upper()}", "b"),
                drawn.table([*drawn.head(), *drawn.groups(part)]),
            ]
        file.on_new_page(annex)
    return file.bytes()


def ubnd_phuong(plan: Data) -> bytes:
    """The lines of the head one below the other, the appendix in a frame that is a table, rows "1)"."""
    typist = Typist(plan, dash="+", capitals=False, returns=("trật tự",))
    text = [
        *typist.head_below([NATION, MOTTO, "ỦY BAN NHÂN DÂN", "PHƯỜNG QUY NHƠN BẮC", "Số: 41/KH-UBND"]),
        typist.p("Quy Nhơn Bắc, ngày 12 tháng 02 năm 2026", "r i"),
        *typist.title(together=True),
        *typist.text(),
        *typist.closing_in_tabs(
            "Lưu: VT.", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phan Thị Thu Hà"]
        ),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(typist, _columns(appendix), number="1)")
    inner = drawn.table(drawn.whole(appendix), room=9000)
    framed = table_of([9600], [Row([Cell(f"{inner}<w:p/>")])])
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 41/KH-UBND ngày 12/02/2026)", "Phụ lục"),
        framed,
    ]
    return File(text).on_new_page(annex).bytes()


def so_tu_phap(plan: Data) -> bytes:
    """Typed in haste, rows torn where a page ended, with the head typed again."""
    typist = Typist(plan, typed=hastily, dash="–", returns=("kịp thời phát hiện",))
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH GIA LAI", "SỞ TƯ PHÁP", "Số: 118/KH-STP"],
            [NATION, MOTTO, "Gia Lai, ngày 29 tháng 12 năm 2025"],
            by_tab=False,
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, XDKTVB.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Ngô Thị Thanh Vân"]),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(
        typist,
        _columns(appendix),
        again=5,
        number="1.",
        torn=("bảo đảm chất lượng,", "theo chuyên đề đất đai,"),
        repeated=False,
    )
    annex = [
        *typist.annex(appendix["ten"], "(Kèm theo Kế hoạch số 118/KH-STP ngày 29/12/2025)"),
        drawn.table(drawn.whole(appendix)),
    ]
    return File(text).on_new_page(annex).bytes()


def so_cong_thuong(plan: Data) -> bytes:
    """Rows a), b) under tasks, headings in two rows, counted columns, what all comes to."""
    typist = Typist(plan, automatic=True)
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH GIA LAI", "SỞ CÔNG THƯƠNG", "Số: 06/KH-SCT"],
            [NATION, MOTTO, "Gia Lai, ngày 07 tháng 01 năm 2026"],
            by_tab=False,
        ),
        *typist.title(together=True),
        *typist.text(),
        *typist.closing_in_tabs(
            "Lưu: VT, QLTM.", ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ THƯƠNG MẠI", "Trương Công Danh"]
        ),
    ]
    (appendix,) = plan["phu_luc"]
    drawn = Drawn(
        typist,
        _columns(appendix),
        over={"Phân công thực hiện": ("chu_tri", "phoi_hop")},
        counted=True,
        sub="a)",
        titles=BESIDE,
        merged=("chu_tri",),
    )
    annex = [
        *typist.annex(appendix["ten"], "(Ban hành kèm theo Kế hoạch số 06/KH-SCT ngày 07/01/2026)"),
        drawn.table([*drawn.whole(appendix), _sum(drawn, "TỔNG CỘNG", "1.450")], room=14000),
    ]
    return File(text, numbering=numbering_of("1", 1)).in_new_section(annex).bytes()


def so_noi_vu_hai_bang(plan: Data) -> bytes:
    """The plan of 2025 with a table for each part, its columns in another order."""
    typist = Typist(plan, automatic=True)
    text = [
        *typist.head_in_lines(
            ["UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", "Số:        /KH-SNV"],
            [NATION, MOTTO, "Bình Định, ngày      tháng      năm 2024"],
        ),
        *typist.title(together=False),
        *typist.text(),
        typist.closing_in_table("Lưu: VT, CCHC-VTLT.", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Thanh Vũ"]),
    ]
    (appendix,) = plan["phu_luc"]
    columns = _columns(appendix)
    ordered = {key: columns[key] for key in ("stt", "noi_dung", "thoi_gian", "chu_tri", "phoi_hop")}
    drawn = Drawn(
        typist,
        ordered,
        over={"Trách nhiệm": ("chu_tri", "phoi_hop")},
        merged=("chu_tri", "phoi_hop"),
        titles=PLAIN,
        number="01",
    )
    annex = typist.annex(appendix["ten"])
    for letter, part in zip("AB", appendix["phan"], strict=True):
        annex += [
            typist.p(f"{letter}. {part['ten']}", "b"),
            drawn.table([*drawn.head(), *drawn.groups(part)], room=14000),
        ]
    return File(text, numbering=numbering_of("1", 1)).in_new_section(annex).bytes()


def _columns(appendix: Data) -> dict[str, str]:
    """Return the headings by key in the order in which the office has them."""
    told = appendix.get("cot", {})
    return {"stt": told.get("stt", "STT")} | {key: heading for key, heading in told.items() if key != "stt"}
