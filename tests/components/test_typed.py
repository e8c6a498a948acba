"""Components of files typed without tables: one below the other, titles over several lines."""

import pytest
from wordfile import word_file

from docgen.components import APPENDIX, MAIN, Role, read_paper
from docgen.package import open_package
from docgen.word.reading import read_document

HEAD = """
center | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
center | *Độc lập - Tự do - Hạnh phúc*
center | -----oOo-----
center | *SỞ NỘI VỤ*
center | Số: 12 TB-SNV
right | Gia Lai, ngày 03 tháng 6 năm 2026
center | *THÔNG BÁO*
center | *Về lịch tiếp công dân*
center | *tháng 6 năm 2026*
both | Sở Nội vụ thông báo lịch tiếp công dân như sau.
"""


def parts(text):
    return read_paper(read_document(open_package(word_file(text)))).parts


def texts(pieces):
    return [piece.text for piece in pieces]


def test_a_head_in_one_column():
    (part,) = parts(HEAD)
    assert part.head.motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert texts(part.head.issuer) == ["SỞ NỘI VỤ"]
    assert (part.type, texts(part.subject)) == ("Thông báo", ["Về lịch tiếp công dân", "tháng 6 năm 2026"])
    assert [one.text for one in part.body] == ["Sở Nội vụ thông báo lịch tiếp công dân như sau."]


def test_a_date_in_figures_is_a_date():
    (part,) = parts(HEAD.replace("ngày 03 tháng 6 năm 2026\n", "03-6-2026\n"))
    assert part.head.place_date.text == "Gia Lai, 03-6-2026"


def test_a_signature_above_the_recipients():
    closing = """
    center | *GIÁM ĐỐC*
    center |
    center | *Nguyễn Văn An*
    left | */Nơi nhận:/*
    left | - Các phòng;
    left | - Lưu: VT, VP.
    """
    (part,) = parts(HEAD + closing)
    assert texts(part.closing.authority) == ["GIÁM ĐỐC"]
    assert part.closing.signer.text == "Nguyễn Văn An"
    assert texts(part.closing.recipients) == ["- Các phòng;", "- Lưu: VT, VP."]
    assert not part.closing.side_by_side


def test_a_signature_indented_to_the_right_below_the_recipients():
    closing = """
    left | */Nơi nhận:/*
    left | - Các phòng;
    left | - Lưu: VT.
    left left=5000 | *GIÁM ĐỐC*
    left left=5000 | *Nguyễn Văn An*
    """
    (part,) = parts(HEAD + closing)
    assert part.closing.signer.text == "Nguyễn Văn An"
    assert texts(part.closing.recipients) == ["- Các phòng;", "- Lưu: VT."]


def test_who_signs_without_recipients():
    closing = """
    table 4500 4500
    + ĐẠI DIỆN BÊN A¶Trần Văn Tám + ĐẠI DIỆN BÊN B¶Lê Thị Chín
    """
    (part,) = parts(HEAD + closing)
    assert part.closing.signer.text == "Lê Thị Chín"
    assert [other.signer.text for other in part.closing.others] == ["Trần Văn Tám"]


def test_an_appendix_with_everything_in_one_paragraph():
    text = HEAD + "--- start=1\ncenter | Phụ lục I↵DANH MỤC↵(Kèm theo Thông báo số 12-TB)\nboth | Nội dung."
    main, appendix = parts(text)
    assert (main.kind, appendix.kind) == (MAIN, APPENDIX)
    assert (appendix.label.text, texts(appendix.subject)) == ("Phụ lục I", ["DANH MỤC"])
    assert texts(appendix.reference) == ["(Kèm theo Thông báo số 12-TB)"]
    assert [one.text for one in appendix.body] == ["Nội dung."]


def test_a_reference_over_two_lines_ends_with_its_bracket():
    text = """
    center | Phụ lục
    center | DANH MỤC
    center | (Kèm theo Thông báo số 12-TB
    center | của Sở Nội vụ)
    both | Nội dung.
    """
    (appendix,) = parts(text)
    assert appendix.kind == APPENDIX
    assert texts(appendix.reference) == ["(Kèm theo Thông báo số 12-TB", "của Sở Nội vụ)"]
    assert [one.text for one in appendix.body] == ["Nội dung."]


def test_an_appendix_without_title_begins_with_its_prose_or_table():
    (prose,) = parts("center | Phụ lục\nboth | Nội dung của phụ lục này.")
    assert (prose.subject, [one.text for one in prose.body]) == ([], ["Nội dung của phụ lục này."])
    (table,) = parts("center | Phụ lục\ntable 1000 2000 border\n+ STT + Nội dung")
    assert (table.subject, len(table.tables)) == ([], 1)


def test_the_word_appendix_in_running_text_begins_none():
    main, *more = parts(HEAD + "both | Phụ lục\nboth | được gửi kèm.")
    assert (main.kind, more) == (MAIN, [])


SIGNED = "table 4700 4700\n+ Nơi nhận:¶- Lưu: VT. + *GIÁM ĐỐC*¶Trần Văn Bảy\n"
SHEET = "table 700 4000 2000\n+ STT + Việc + Ai\n+ 1 + Họp + An\n+ 2 + Ghi + Bình\n"


@pytest.mark.parametrize(
    "closing",
    [SIGNED, SIGNED + "--- landscape\n", "left | Nơi nhận:\nleft | - Lưu: VT.\n--- landscape\n"],
)
def test_a_table_behind_the_signature_is_an_appendix_without_the_word(closing):
    main, appendix = parts(HEAD + closing + "center | *BẢNG PHÂN CÔNG*\n" + SHEET)
    assert (appendix.kind, appendix.label, texts(appendix.subject)) == (APPENDIX, None, ["BẢNG PHÂN CÔNG"])
    assert texts(main.closing.recipients) == ["- Lưu: VT."]


@pytest.mark.parametrize(
    "behind",
    [
        "center | *XÁC NHẬN*\n",
        "center | *XÁC NHẬN*\ntable 4700 4700\n+ Người nhận + Người giao\n",
        "left | Nơi nhận:\nleft | - Lưu: VT.\n" + SHEET,
    ],
)
def test_what_else_stands_behind_the_signature_begins_no_appendix(behind):
    (main,) = parts(HEAD + SIGNED + behind)
    assert main.kind == MAIN


def test_the_title_of_an_appendix_on_the_line_of_its_label():
    _, appendix = parts(HEAD + "center | *PHỤ LỤC DANH MỤC NHIỆM VỤ*\n" + SHEET)
    assert (appendix.kind, appendix.label.text) == (APPENDIX, "PHỤ LỤC DANH MỤC NHIỆM VỤ")
    (part,) = parts(HEAD + "center | *PHỤ LỤC HỢP ĐỒNG*\n" + SHEET)
    assert part.kind == MAIN


def test_room_for_a_number_and_a_date_parts_no_columns():
    (part,) = parts(HEAD.replace("ngày 03 tháng 6 năm", "ngày       tháng       năm"))
    assert part.head.place_date.text == "Gia Lai, ngày tháng năm 2026"
    blanks = "Số:          /TB-SNV           Gia Lai, ngày       tháng       năm 2026"
    line = f'<w:p><w:r><w:t xml:space="preserve">{blanks}</w:t></w:r></w:p>\n'
    head = "left | SỞ NỘI VỤ           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    (part,) = parts(head + line + "center | *THÔNG BÁO*\ncenter | *Về lịch tiếp công dân*\n")
    assert (part.head.number.text, part.head.place_date.text) == (
        "Số: /TB-SNV",
        "Gia Lai, ngày tháng năm 2026",
    )


def test_a_part_below_the_title_of_an_appendix_is_not_of_the_title():
    annex = "--- landscape\ncenter | *PHỤ LỤC*\ncenter | *PHÂN CÔNG NHIỆM VỤ*\nleft | *A. CẤP TỈNH*\n"
    _, part = parts(HEAD + annex)
    assert texts(part.subject) == ["PHÂN CÔNG NHIỆM VỤ"]


def test_a_pointer_to_the_appendix_in_other_words():
    pointed = (
        HEAD + "both | *I. Nội dung*\ncenter | /(Nhiệm vụ cụ thể tại Phụ lục kèm theo)/\nboth | *II. Khác*\n"
    )
    (part,) = parts(pointed)
    assert [one.role for one in part.body][-2] is Role.POINTER
