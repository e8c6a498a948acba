"""B23: spaces, punctuation, dashes and tones."""

import pytest


def mended(hit):
    words = hit.text.words
    return words[: hit.start] + hit.replacement + words[hit.end :]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("thực hiện  nhiệm vụ", "thực hiện nhiệm vụ"),
        ("Sở Nội vụ,  UBND   tỉnh", "Sở Nội vụ, UBND tỉnh"),
        ("thực hiện\u00a0 nhiệm vụ", "thực hiện nhiệm vụ"),
        ("nhiệm vụ , giải pháp", "nhiệm vụ, giải pháp"),
        ("như sau : các đơn vị ; cá nhân .", "như sau: các đơn vị; cá nhân."),
        ("tổ chức , cá nhân", "tổ chức, cá nhân"),
        ("kế hoạch,tổ chức;thực hiện", "kế hoạch, tổ chức; thực hiện"),
        ("Kính gửi:Bộ Nội vụ", "Kính gửi: Bộ Nội vụ"),
        ("địa bàn tỉnh.Các đơn vị", "địa bàn tỉnh. Các đơn vị"),
        ("Quyết định số 12/QĐ–UBND", "Quyết định số 12/QĐ-UBND"),
        ("Công văn số 4625/BNV\u2011CCHC", "Công văn số 4625/BNV-CCHC"),
    ],
)
def test_a_slip_is_told_and_mended(hits, words, right):
    (hit,) = hits("B23", words)
    assert mended(hit) == right
    assert "Hãy " in hit.message


@pytest.mark.parametrize(
    "words",
    [
        "Bình Định, ngày   tháng   năm 2025",
        "Số:        /KH-SNV",
        "kèm theo Kế hoạch số   của Sở",
        "KT. GIÁM ĐỐC          Nguyễn Văn A",
        "ngày ... tháng ... năm 2025",
        "từ 08:30 đến 11:30; tỷ lệ 1,5; 10.000 đồng; 3.416/QĐ",
        "https://binhdinh.gov.vn:Trang; thu@so.gov.vn; www.a.Binh; C:\\Thư mục",
        "P.TCBC và TCPCP; v.v.Các; TP.Hồ Chí Minh; gov.vn; ThS.Nguyễn",
        "thực hiện\u00a0nhiệm vụ",
        "tỉnh Gia Lai ... và các nội dung khác …",
        "Quyết định số 12/QĐ-UBND – bản chính",
        "Độc lập – Tự do – Hạnh phúc",
    ],
)
def test_right_typing_is_left_alone(hits, words):
    assert not hits("B23", words)


def test_a_space_on_the_wrong_side_of_a_comma_is_two_slips(hits):
    before, after = hits("B23", "tổ chức ,cá nhân")
    assert (mended(before), mended(after)) == ("tổ chức,cá nhân", "tổ chức , cá nhân")


def test_one_hit_a_kind_and_text_counts_its_places(hits):
    (hit,) = hits("B23", "một  hai  ba  bốn")
    assert "(3 chỗ)" in hit.message
    assert len(hit.edits) == 3


def test_the_rarer_dash_gives_way(hits):
    (hit,) = hits("B23", "thi đua - khen thưởng", "Đúng – Đủ – Sạch", "- Sở Nội vụ;", "văn thư - lưu trữ")
    assert "“-” 3 chỗ, “–” 2 chỗ" in hit.message
    assert [edit.replacement for edit in hit.edits] == ["-", "-"]


@pytest.mark.parametrize("words", ["a – b – c", "a – b", "– Mục đích"])
def test_a_dash_as_usual_as_the_hyphen_is_for_a_person(hits, words):
    (hit,) = hits("B23", words, "thi đua - khen thưởng")
    assert not hit.edits
    assert hit.replacement is None


def test_the_dash_of_an_interval_is_no_dash_between_words(hits):
    assert not hits("B23", "giai đoạn 2021–2025, 2026– 2030", "thi đua - khen thưởng")


@pytest.mark.parametrize(
    ("more", "fewer", "found"),
    [
        ("hóa, hòa, khỏe", "đơn giản hoá", "hoá"),
        ("hoá, hoà, khoẻ", "thủy lợi", "thủy"),
        ("văn hóa, thỏa thuận", "Uỷ ban nhân dân", "Uỷ"),
        ("văn hóa, thỏa thuận", "UỶ BAN NHÂN DÂN", "UỶ"),
        ("văn hóa; hòa giải", "uỷ quyền của tòa", "uỷ"),
        ("văn hóa", "văn hoá", "hoá"),
    ],
)
def test_the_rarer_tone_is_told_and_left_to_a_person(hits, more, fewer, found):
    (hit,) = hits("B23", more, fewer)
    assert "bỏ dấu theo hai cách" in hit.message
    assert f"1 chỗ như “{found}”" in hit.message
    assert not hit.edits


@pytest.mark.parametrize(
    "words", ["quý, quỹ, quỳ", "toàn, hoàn, khoản, thuyền", "tỉnh Khánh Hoà, ông Thuý", "CỘNG HOÀ XÃ HỘI"]
)
def test_names_and_words_of_one_spelling_do_not_count(hits, words):
    assert not hits("B23", "văn hóa, thỏa thuận", words)


def test_edits_in_other_texts_are_no_replacement_of_this_one(hits):
    (hit,) = hits("B23", "một - hai", "ba - bốn", "năm - sáu", "bảy – tám", "chín – mười")
    assert len(hit.edits) == 2
    assert hit.replacement is None
    assert [text.words for text in hit.others] == ["chín – mười"]
