"""B20: capitals by the list of names, the parts of a document, and months."""

import pytest


@pytest.mark.parametrize(
    ("words", "found", "right"),
    [
        ("do Văn Phòng Sở chủ trì", "Văn Phòng Sở", "Văn phòng Sở"),
        ("của Uỷ Ban Nhân Dân tỉnh", "Uỷ Ban Nhân Dân", "Ủy ban nhân dân"),
        ("trình hội đồng nhân dân tỉnh", "hội đồng nhân dân", "Hội đồng nhân dân"),
        ("pháp luật của nhà nước", "pháp luật của nhà nước", "pháp luật của Nhà nước"),
        ("chủ trương của đảng và địa phương", "chủ trương của đảng", "chủ trương của Đảng"),
        ("theo Luật ban hành văn bản quy phạm pháp luật", None, "Luật Ban hành văn bản quy phạm pháp luật"),
        ("theo Bộ Luật Hình sự", "Bộ Luật Hình sự", "Bộ luật Hình sự"),
        ("giao Sở nội vụ chủ trì", "Sở nội vụ", "Sở Nội vụ"),
        ("của Ban chỉ đạo tỉnh", "Ban chỉ đạo", "Ban Chỉ đạo"),
        ("đồng chí Phó chủ tịch phụ trách", "Phó chủ tịch", "Phó Chủ tịch"),
        ("trên địa bàn Tỉnh Gia Lai", "Tỉnh Gia Lai", "tỉnh Gia Lai"),
        ("tại thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("danh hiệu Anh hùng lao động", "Anh hùng lao động", "Anh hùng Lao động"),
        ("dịp Tết nguyên đán", "Tết nguyên đán", "tết Nguyên đán"),
        ("kỷ niệm ngày quốc khánh", "quốc khánh", "Quốc khánh"),
        ("sau cách mạng tháng tám", "cách mạng tháng tám", "Cách mạng tháng Tám"),
        ("theo Khoản 2 điều 13 Nghị định này", "Khoản 2 điều 13", "khoản 2 Điều 13"),
        ("tại Điểm a Khoản 2 Điều 13", "Điểm a Khoản 2", "điểm a khoản 2"),
        ("quy định tại điều 5 Quy chế", "điều 5", "Điều 5"),
        ("tại mục 2 chương III của Nghị định", "mục 2 chương III", "Mục 2 Chương III"),
        ("hoàn thành trong Tháng 8", "Tháng 8", "tháng 8"),
        ("ngày 05 Tháng 8", "Tháng 8", "tháng 8"),
        ("từ tháng 8 Năm 2025", "Năm 2025", "năm 2025"),
        ("do sở nội vụ chủ trì", "sở nội vụ", "Sở Nội vụ"),
        ("Giám đốc sở Nội vụ báo cáo", "sở Nội vụ", "Sở Nội vụ"),
        ("đề nghị bộ Nội vụ xem xét", "bộ Nội vụ", "Bộ Nội vụ"),
        ("theo luật Đất đai", "luật Đất đai", "Luật Đất đai"),
        ("thực hiện nghị định số 30/2020/NĐ-CP", "nghị định", "Nghị định"),
        ("nghị quyết của quốc hội.", "quốc hội", "Quốc hội"),
        ("quy định của chính phủ về văn thư", "chính phủ", "Chính phủ"),
        ("giao chánh văn phòng UBND tỉnh", "chánh văn phòng", "Chánh Văn phòng"),
        ("Chủ Tịch UBND tỉnh", "Chủ Tịch UBND", "Chủ tịch UBND"),
    ],
)  # fmt: skip
def test_wrong_capitals_are_told_with_the_right_ones(hits, words, found, right):
    hit = hits("B20", words)[0]
    assert hit.found == (found or words[5:])
    assert hit.expected == right
    assert hit.message == f"“{hit.found}” viết hoa chưa đúng. Hãy viết “{right}”."
    assert hit.replacement is None


@pytest.mark.parametrize(
    "words",
    [
        "VĂN PHÒNG SỞ VÀ ỦY BAN NHÂN DÂN TỈNH",
        "Văn phòng Sở; văn phòng sở; các ban chỉ đạo",
        "Ban chỉ đạo có trách nhiệm. Phó giám đốc được phân công: Phó chủ tịch",
        "UỶ BAN NHÂN DÂN; Uỷ ban nhân dân; Ủy ban nhân dân",
        "cơ quan nhà nước, cơ quan Nhà nước, quản lý nhà nước, ngân sách nhà nước",
        "Pháp luật của Nhà nước; pháp luật của nhà nước pháp quyền",
        "nghị quyết của đảng bộ, chủ trương của đảng viên, Nghị quyết của Đảng",
        "pháp luật đất đai, luật đất đai, Pháp luật viên chức",
        "cán bộ nội vụ, toàn bộ tài chính, cơ sở tài chính, trụ sở y tế",
        "các sở, ban, ngành; bộ phận một cửa; luật sư; theo luật; quy định của luật; của bộ phận nội vụ",
        "pháp luật Đất đai, kỷ luật Lao động, tại cơ sở y tế, cho cán bộ y tế, của cán bộ nội vụ",
        "chính phủ điện tử, chính phủ số, của chính phủ các nước, tổ chức phi chính phủ, các nghị định",
        "giao chánh văn phòng các cơ quan, ban hành quyết định số lượng",
        "Tỉnh Gia Lai có 135 đơn vị. Tỉnh Gia Lai phấn đấu; tỉnh Gia Lai",
        "- Tỉnh Gia Lai",
        "a) Tỉnh Gia Lai",
        "Tỉnh ủy Gia Lai, Tỉnh đoàn",
        "tết Nguyên đán, Tết Nguyên đán, Cách mạng Tháng Tám, tháng Tám, thứ Hai",
        "Khoản 2 Điều 13. Điểm a khoản 2 Điều 13",
        "như sau: Khoản 2 Điều 13; Khoản 3",
        "tại các điều 5, 6 và 7 của Luật này; tại điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III",
        "Khoản chi 5 triệu đồng; tại Điểm y tế xã; Điểm A; có 3 phần 2 bảng; phần a; các mục 1 Kế hoạch",
        "các Khoản phụ cấp, Khoản I",
        "Tháng 8/2025; Ban hành: Tháng 3 Thực hiện: Tháng 6; Năm 2025",
        "siêutỉnh Gia lai",
    ],
)  # fmt: skip
def test_right_capitals_and_common_nouns_are_left_alone(hits, words):
    assert not hits("B20", words)


def test_parts_far_from_each_other_are_told_apart(hits):
    far = "theo Khoản 2 Điều 13 và các quy định khác có liên quan của pháp luật, tại Khoản 5 Điều 6"
    assert [hit.expected for hit in hits("B20", far)] == ["khoản 2", "khoản 5"]
