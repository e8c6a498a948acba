"""Single things that typists do, each in a small file."""

import pytest
from wordfile import word_file

from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source

TABLE = """
table 700 4000 2000 2000 border
+ *STT* + *Nội dung* + *Đơn vị chủ trì* + *Thời gian*
+ 1 + Ban hành kế hoạch + Văn phòng Sở + Quý I
+ 2 + Kiểm tra công vụ + Thanh tra Sở + Quý II
"""
BODY = "both | *I. NỘI DUNG*\nboth | - Nâng cao chất lượng phục vụ.\n"
ANNEX = "--- landscape\ncenter | *PHỤ LỤC*\ncenter | *NHIỆM VỤ NĂM 2026*\n"


def read(body=BODY, annex=ANNEX + TABLE, copies="", *, early=False, day="", signed="*GIÁM ĐỐC*", **parts):
    """Read a file of one page and an appendix."""
    text = f"""
    table 4000 5500
    + *UBND TỈNH GIA LAI*¶*SỞ Y TẾ* + *CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*¶*Độc lập - Tự do - Hạnh phúc*
    + Số: 5 + {day}
    center | *KẾ HOẠCH*
    center | *Cải cách hành chính năm 2026*
    {body}
    {annex if early else ""}
    table 4700 4700
    + *Nơi nhận:*¶- UBND tỉnh;¶- Lưu: VT, VP{copies}. + {signed}¶ ¶*Trần Văn Bảy*
    {"" if early else annex}
    """
    return recognise(read_word_source(word_file(text, **parts)).outline, Beside())


def tasks(found):
    """Return the rows of the first appendix: words, who leads, who helps, when."""
    return [
        (row["noi_dung"], row.get("chu_tri"), row.get("phoi_hop"), row.get("thoi_gian"))
        for part in found.draft["phu_luc"][0]["phan"]
        for group in part["nhom"]
        for row in group["nhiem_vu"]
    ]


def codes(found):
    return {one.code for one in found.findings}


AS_TYPED = [
    ("Ban hành kế hoạch", ["Văn phòng Sở"], None, "Quý I"),
    ("Kiểm tra công vụ", ["Thanh tra Sở"], None, "Quý II"),
]


def test_a_table_in_the_text_has_the_title_of_the_plan():
    found = read(
        BODY + "both | Nhiệm vụ như sau:\n" + TABLE + "both | *II. KINH PHÍ*\nboth | Ngân sách.\n", ""
    )
    assert tasks(found) == AS_TYPED
    assert found.draft["phu_luc"][0]["ten"] == "Cải cách hành chính năm 2026"
    assert "phu-luc-khong-ten" in codes(found)
    assert [one["tieu_de"] for one in found.draft["noi_dung"]] == ["Nội dung", "Kinh phí"]


def test_an_appendix_above_the_signature():
    found = read(early=True)
    assert tasks(found) == AS_TYPED
    assert found.draft["noi_nhan"] == {"danh_sach": ["UBND tỉnh"], "don_vi_soan_thao": "VP"}
    assert found.draft["ky"] == {"chuc_vu": "Giám đốc", "ho_ten": "Trần Văn Bảy"}


def test_a_table_without_heads():
    head = "+ *STT* + *Nội dung* + *Đơn vị chủ trì* + *Thời gian*\n"
    assert tasks(read(annex=ANNEX + TABLE.replace(head, ""))) == AS_TYPED


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("PHỤ LỤC NHIỆM VỤ NĂM 2026", "Nhiệm vụ năm 2026"),
        ("Phụ lục: Nhiệm vụ năm 2026", "Nhiệm vụ năm 2026"),
        ("Phụ lục I. Công việc năm 2026", "Công việc năm 2026"),
        ("BẢNG PHÂN CÔNG NHIỆM VỤ", "Bảng phân công nhiệm vụ"),
    ],
)
def test_an_appendix_called_in_one_line(label, title):
    found = read(annex=f"--- landscape\ncenter | *{label}*\n{TABLE}")
    assert tasks(found) == AS_TYPED
    assert found.draft["phu_luc"][0]["ten"] == title
    assert found.draft["ky"] == {"chuc_vu": "Giám đốc", "ho_ten": "Trần Văn Bảy"}


@pytest.mark.parametrize("label", ["PHỤ LỤC I", "Phụ lục số 01.", "Phụ lục (Kèm theo Kế hoạch số 5)"])
def test_no_title_stands_on_the_line_of_the_label(label):
    found = read(annex=f"--- landscape\ncenter | *{label}*\n{TABLE}")
    assert (tasks(found), "phu-luc-khong-ten" in codes(found)) == (AS_TYPED, True)


HIDDEN = "<w:p><w:r><w:t>Nêu rõ.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r></w:p>"
CELL = "<w:tc><w:tcPr><w:vMerge {0}/></w:tcPr><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>"
MERGED = "".join(
    f"<w:tr>{CELL.format(kind, words)}</w:tr>"
    for kind, words in (('w:val="restart"', "trên"), ("", "bị che"))
)


@pytest.mark.parametrize(("body", "unseen"), [(HIDDEN, "bí mật"), (f"<w:tbl>{MERGED}</w:tbl>", "bị che")])
def test_words_that_are_on_no_page_are_told(body, unseen):
    source = read_word_source(word_file(BODY + body + "\n"))
    aside = source.outline.aside
    (lines,) = [lines for kind, lines in aside.items() if kind.startswith("chữ không in ra") and lines]
    assert [line.text for line in lines] == [unseen]


def test_lines_drawn_by_signs_are_no_words():
    found = read("center | -----\n" + BODY, signed="_____¶*GIÁM ĐỐC*", day="Gia Lai, ngày 5/1/2026¶-------")
    (told,) = [one.message for one in found.findings if one.code == "ghi-tu-dong"]
    assert ("đường kẻ" in told, "khong-co-cho" in codes(found)) == (True, False)


def test_titles_numbered_in_decimals_are_bold_by_themselves():
    body = "both | *1. VIỆC*\nboth | *1.1. Mục đích*\nboth | Một.\nboth | 1.2. *Yêu cầu*\nboth | Hai.\n"
    (section,) = read(body).draft["noi_dung"]
    assert [item["tieu_de"] for item in section["khoan"]] == ["Mục đích", "**Yêu cầu**"]


def test_numbers_before_the_words():
    table = """
    table 4000 2000 2000 border
    + *Nội dung* + *Đơn vị chủ trì* + *Thời gian*
    + 1. Ban hành kế hoạch + Văn phòng Sở + Quý I
    + 2. Kiểm tra công vụ + Thanh tra Sở + Quý II
    """
    assert tasks(read(annex=ANNEX + table)) == AS_TYPED


def test_who_leads_and_who_helps_in_one_cell():
    table = TABLE.replace("Văn phòng Sở", "Chủ trì: Văn phòng Sở¶Phối hợp: Các phòng")
    assert tasks(read(annex=ANNEX + table))[0] == (
        "Ban hành kế hoạch",
        ["Văn phòng Sở"],
        ["Các phòng"],
        "Quý I",
    )


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "Như trên", "″", "n.t", "“"])
def test_as_above(ditto):
    found = read(annex=ANNEX + TABLE.replace("Thanh tra Sở", ditto).replace("Quý II", ditto))
    assert tasks(found)[1] == ("Kiểm tra công vụ", ["Văn phòng Sở"], None, "Quý I")
    assert "nhu-tren" in codes(found)


def test_nothing_above_is_repeated_in_the_first_row():
    assert tasks(read(annex=ANNEX + TABLE.replace("Văn phòng Sở", "nt")))[0][1] == ["nt"]


def test_a_sum_of_money_counts_no_tasks():
    table = """
    table 700 4000 2000 1500 1500 border
    + *STT* + *Nội dung* + *Đơn vị chủ trì* + *Thời gian* + *Kinh phí*
    + 1 + Ban hành kế hoạch + Văn phòng Sở + Quý I + 4
    + 2 + Kiểm tra công vụ + Thanh tra Sở + Quý II + 6
    + Tổng cộng >> 4 + 10
    """
    found = read(annex=ANNEX + table)
    assert tasks(found) == AS_TYPED
    assert "tong-bo" in codes(found)
    assert "tong-khac" not in codes(found)


def test_what_is_missing_in_a_row_is_told_and_the_rest_kept():
    found = read(annex=ANNEX + TABLE.replace("Quý II", " "))
    assert found.plan is None
    assert tasks(found)[1] == ("Kiểm tra công vụ", ["Thanh tra Sở"], None, None)
    assert "thieu-khoa" in codes(found)


def test_sections_numbered_by_figures():
    body = """
    both | *1. Mục đích*
    both | a) Nâng cao chất lượng.
    both | *2. Nội dung*
    both | 2.1. Rà soát thủ tục.
    both | 2.2. Công bố thủ tục.
    """
    aim, content = read(body).draft["noi_dung"]
    assert aim == {"tieu_de": "Mục đích", "gach": ["Nâng cao chất lượng."]}
    assert content["khoan"] == [{"noi_dung": "Rà soát thủ tục."}, {"noi_dung": "Công bố thủ tục."}]


def test_line_breaks_for_paragraphs():
    body = """
    both | Sở Y tế ban hành kế hoạch như sau:
    both | *I. MỤC ĐÍCH*↵- Nâng cao chất lượng.↵- Rút ngắn thời gian.
    both | *II. NỘI DUNG*↵1. Rà soát thủ tục,↵công bố thủ tục.↵2. Kiểm tra.
    """
    aim, content = read(body).draft["noi_dung"]
    assert aim == {"tieu_de": "Mục đích", "gach": ["Nâng cao chất lượng.", "Rút ngắn thời gian."]}
    assert content == {
        "tieu_de": "Nội dung",
        "khoan": [{"noi_dung": "Rà soát thủ tục, công bố thủ tục."}, {"noi_dung": "Kiểm tra."}],
    }


@pytest.mark.parametrize("sign", ["\uf0b7", "o", "§", "\uf0fc", "•", "-"])
def test_bullets_of_word(sign):
    numbering = f"""
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>
    </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    """
    body = "both | *I. NỘI DUNG*\nboth level=0 | Nâng cao chất lượng.\nboth level=0 | Rút ngắn thời gian."
    (section,) = read(body, numbering=numbering).draft["noi_dung"]
    assert section["gach"] == ["Nâng cao chất lượng.", "Rút ngắn thời gian."]


def test_lines_broken_by_hand():
    body = """
    both | *I. NỘI DUNG*
    both | *1. Phòng Cải cách hành chính - Văn thư,*
    both | *lưu trữ*
    both | - Báo cáo trước ngày
    both | 05 tháng cuối quý, gửi
    both | về đơn vị đầu mối.
    both | 2. Thanh tra Sở kiểm tra
    both | việc thực hiện.
    """
    first, second = read(body).draft["noi_dung"][0]["khoan"]
    assert first["tieu_de"] == "Phòng Cải cách hành chính - Văn thư, lưu trữ"
    assert first["gach"] == ["Báo cáo trước ngày 05 tháng cuối quý, gửi về đơn vị đầu mối."]
    assert second == {"noi_dung": "Thanh tra Sở kiểm tra việc thực hiện."}


@pytest.mark.parametrize(
    ("typed", "copies", "told"),
    [(" (5b)", 5, True), (" (05 bản)", 5, False), (" (3 bản)", 3, True), (" (10b.)", 10, True)],
)
def test_copies_that_are_kept(typed, copies, told):
    found = read(copies=typed)
    expected = {"danh_sach": ["UBND tỉnh"], "don_vi_soan_thao": "VP", "so_ban": copies}
    assert found.draft["noi_nhan"] == expected
    assert ("dong-luu" in codes(found)) is told


@pytest.mark.parametrize(
    ("day", "expected", "code"),
    [
        ("Gia Lai, ngày 05 tháng 01 năm 2026", {"ngay_ban_hanh": "05/01/2026", "nam_ban_hanh": 2026}, ""),
        ("Gia Lai, ngày … tháng … năm 2026", {"nam_ban_hanh": 2026}, ""),
        ("Gia Lai, ngày 31 tháng 02 năm 2026", {"nam_ban_hanh": 2026}, "ngay-sai"),
        ("Gia Lai, ngày mồng 5 Tết", {}, "ngay-khong-ro"),
    ],
)
def test_the_day_of_issue(day, expected, code):
    found = read(day=day)
    assert {
        key: found.draft[key] for key in ("ngay_ban_hanh", "nam_ban_hanh") if key in found.draft
    } == expected
    assert not code or code in codes(found)


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("*TL. GIÁM ĐỐC*¶*CHÁNH VĂN PHÒNG*", {"quyen_han": "TL.", "chuc_vu_cap_truong": "Giám đốc"}),
        (
            "*TL. GIÁM ĐỐC*¶*KT. CHÁNH VĂN PHÒNG*¶*PHÓ CHÁNH VĂN PHÒNG*",
            {"quyen_han": "TL.", "chuc_vu_truong_don_vi": "Chánh Văn phòng"},
        ),
        ("*Q. GIÁM ĐỐC*", {"quyen_han": "Q.", "chuc_vu": "Giám đốc"}),
        ("*TM. UBND*¶*KT. CHỦ TỊCH*¶*PHÓ CHỦ TỊCH*", {"quyen_han": "TM.", "chuc_vu_cap_truong": "Chủ tịch"}),
    ],
)
def test_who_signs(signed, expected):
    signature = read(signed=signed).draft["ky"]
    assert {key: signature.get(key) for key in expected} == expected
    assert signature["ho_ten"] == "Trần Văn Bảy"


def test_points_without_an_item_and_items_below_items():
    body = """
    both | *I. NỘI DUNG*
    both | a) Rà soát.
    both | *1. Công tác kiểm tra*
    both | 1.1. Kiểm tra định kỳ.
    both | a) Mỗi quý một lần.
    """
    (section,) = read(body).draft["noi_dung"]
    assert section["gach"] == ["Rà soát."]
    (item,) = section["khoan"]
    assert item["diem"] == [{"noi_dung": "Kiểm tra định kỳ.", "gach": ["Mỗi quý một lần."]}]
    assert "danh-so-khac" in codes(read(body))
