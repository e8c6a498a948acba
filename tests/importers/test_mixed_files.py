"""Files with more in them than a plan: what is none of it is told, the plan is read."""

from wordfile import word_file

from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.package import open_package
from docgen.word.archive import archive, entry

HEAD = """
table 4000 5500
+ *UBND TỈNH GIA LAI*¶*SỞ Y TẾ* + *CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*¶*Độc lập - Tự do - Hạnh phúc*
"""
LETTER = f"""
{HEAD}
+ Số: 300¶Về việc gửi kế hoạch + Gia Lai, ngày 05 tháng 01 năm 2026
center | Kính gửi: Các đơn vị trực thuộc
both | Sở Y tế gửi kế hoạch kèm theo để các đơn vị thực hiện./.
table 4700 4700
+ *Nơi nhận:*¶- Như trên;¶- Lưu: VT. + *GIÁM ĐỐC*¶ ¶*Trần Văn Bảy*
--- portrait
"""
PLAN = f"""
{HEAD}
+ Số: 5 + Gia Lai, ngày 05 tháng 01 năm 2026
center | *KẾ HOẠCH*
center | *Cải cách hành chính năm 2026*
both | *I. NỘI DUNG*
both | - Nâng cao chất lượng phục vụ.
table 4700 4700
+ *Nơi nhận:*¶- UBND tỉnh;¶- Lưu: VT, VP. + *GIÁM ĐỐC*¶(Đã ký)¶*Trần Văn Bảy*
--- landscape
center | *PHỤ LỤC I*
center | *NHIỆM VỤ NĂM 2026*
table 700 4000 2000 2000 border
+ *STT* + *Nội dung* + *Đơn vị chủ trì* + *Thời gian*
+ 1 + Ban hành kế hoạch + Văn phòng Sở + Quý I
--- landscape
center | *PHỤ LỤC II*
center | *CHỈ TIÊU NĂM 2026*
table 700 4000 2000 2000 border
+ *STT* + *Chỉ tiêu* + *Đơn vị tính* + *Mức phấn đấu*
+ 1 + Hồ sơ đúng hạn + % + 98
"""


def read(text, **parts):
    return recognise(read_word_source(word_file(text, **parts)).outline, Beside())


def changed(data, before, after):
    """Return a Word file with bytes of its text replaced."""
    parts = dict(open_package(data).parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(before, after)
    return archive(entry(name, content) for name, content in parts.items())


def told(found, code):
    return "\n".join(str(one) for one in found.findings if one.code == code)


def test_a_letter_before_the_plan_is_none_of_it():
    found = read(LETTER + PLAN)
    assert found.plan is not None
    assert (found.plan.number, found.plan.subject) == (5, "Cải cách hành chính năm 2026")
    assert [row.text for row in found.plan.rows()] == ["Ban hành kế hoạch"]
    assert "“Kính gửi: Các đơn vị trực thuộc”" in told(found, "khong-co-cho")


def test_an_appendix_without_tasks_is_left_aside():
    found = read(PLAN)
    assert found.plan is not None
    assert [appendix.title for appendix in found.plan.appendices] == ["Nhiệm vụ năm 2026"]
    assert "phụ lục không có nhiệm vụ “CHỈ TIÊU NĂM 2026”" in told(found, "khong-co-cho")
    assert "“Hồ sơ đúng hạn”" in told(found, "khong-co-cho")


def test_where_somebody_signed_is_no_data():
    found = read(PLAN)
    assert found.draft["ky"]["ho_ten"] == "Trần Văn Bảy"
    assert "“(Đã ký)”" in told(found, "ghi-tu-dong") + told(found, "cho-ky")


def test_a_pointer_to_a_list_points():
    pointed = PLAN.replace("phục vụ.\n", "phục vụ.\nboth | (Có bảng phân công kèm theo)\n")
    assert told(read(pointed), "thieu-chi-dan") == ""
    assert told(read(PLAN), "thieu-chi-dan")


def test_numbers_that_go_deeper_keep_their_order():
    body = """both | 1. Cải cách thể chế
both | 1.1. Xây dựng văn bản
both | 1.1.1. Rà soát các văn bản.
both | 1.1.1.1. Lập danh mục.
both | 1.1.2. Kiểm tra các văn bản.
both | 1.2. Theo dõi thi hành pháp luật.
"""
    text = PLAN.replace("both | *I. NỘI DUNG*\nboth | - Nâng cao chất lượng phục vụ.\n", body)
    found = read(text)
    assert found.draft["noi_dung"] == [
        {
            "tieu_de": "Cải cách thể chế",
            "khoan": [
                {
                    "tieu_de": "Xây dựng văn bản",
                    "diem": [
                        {"noi_dung": "Rà soát các văn bản.", "gach": ["Lập danh mục."]},
                        {"noi_dung": "Kiểm tra các văn bản."},
                    ],
                },
                {"noi_dung": "Theo dõi thi hành pháp luật."},
            ],
        }
    ]
    assert "1.1.1, 1.1.1.1" in told(found, "danh-so-khac")


def test_words_outside_of_every_paragraph_are_told():
    data = word_file(PLAN)
    stray = changed(data, b"</w:body>", b"<w:r><w:t>l\xe1\xba\xa1c</w:t></w:r></w:body>")
    found = read_word_source(stray).outline.aside
    assert ["lạc"] in [[line.text for line in lines] for lines in found.values()]
