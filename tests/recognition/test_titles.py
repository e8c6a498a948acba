"""Capitals come back as sentences: names by the document, the organisation and the decree."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.recognition.known import Known
from docgen.recognition.ledger import Ledger
from docgen.recognition.source import Line
from docgen.recognition.titles import Titles


def stored(text, *, known=None, running=()):
    return Titles(known or Known(), running).stored(Line(text, "đoạn 1"), Ledger())


@pytest.fixture(scope="session")
def running_2025(plan_2025):
    titles = set(plan_2025.printed_in_capitals())
    return [text for text in plan_2025.texts() if text not in titles]


@pytest.mark.parametrize("knows_the_office", [True, False])
def test_every_title_of_the_plan_comes_back(plan_2025, organisation, running_2025, knows_the_office):
    titles = list(plan_2025.printed_in_capitals())
    reader = Titles(Known(organisation if knows_the_office else None), running_2025)
    ledger = Ledger()
    assert [reader.stored(Line(title.upper(), ""), ledger) for title in titles] == titles
    assert not ledger.findings


@given(st.text())
@example("DİZ ſ")
def test_no_letter_is_lost(text):
    assert stored(text.upper()).upper() == text.upper().upper()


OTHER_OFFICES = """\
Mục đích, yêu cầu
Quan điểm chỉ đạo
Tổ chức thực hiện
Kinh phí thực hiện
Công tác chỉ đạo, điều hành cải cách hành chính
Nhiệm vụ trọng tâm 6 tháng cuối năm 2025
Kế hoạch cải cách hành chính tỉnh Bình Định giai đoạn 2021 - 2030
Các nhiệm vụ của Sở Y tế năm 2025
Khám bệnh, chữa bệnh và phục hồi chức năng
Phòng, chống dịch bệnh và y tế dự phòng
An toàn thực phẩm
Dược, trang thiết bị và công trình y tế
Nhiệm vụ của Trung tâm Y tế huyện Tuy Phước
Nhiệm vụ của Bệnh viện Đa khoa tỉnh
Phát triển bảo hiểm y tế toàn dân
Bảo hiểm xã hội Việt Nam và Bộ Y tế phối hợp thực hiện
Nâng cao chất lượng giáo dục mầm non
Thực hiện Chương trình giáo dục phổ thông 2018
Nhiệm vụ năm học 2025 - 2026 của ngành Giáo dục
Sở Giáo dục và Đào tạo
Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố
Phổ cập giáo dục, xóa mù chữ
Kỳ thi tốt nghiệp trung học phổ thông năm 2025
Xây dựng trường học đạt chuẩn quốc gia
Quản lý ngân sách nhà nước
Thực hiện Luật Đất đai
Thi hành Luật Ngân sách nhà nước và các văn bản hướng dẫn
Thực hành tiết kiệm, chống lãng phí
Giải ngân vốn đầu tư công
Sở Tài chính tham mưu UBND tỉnh
Kho bạc Nhà nước
Quản lý, sử dụng tài sản công
Phòng Tài chính - Kế hoạch
Công tác phổ biến, giáo dục pháp luật
Ủy ban nhân dân tỉnh
Ủy ban nhân dân huyện Tuy Phước
Hội đồng nhân dân và Ủy ban nhân dân các xã
Trách nhiệm của Chủ tịch UBND cấp xã
Trách nhiệm của UBND các huyện, thị xã, thành phố
Nhiệm vụ của Văn phòng HĐND và UBND huyện
Xây dựng nông thôn mới giai đoạn 2021 - 2025
Giảm nghèo bền vững và an sinh xã hội
Phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi
Nhiệm vụ của Ban Chỉ đạo
Thực hiện Đề án 06 trên địa bàn tỉnh
Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị
Triển khai Quyết định số 4447/QĐ-UBND của UBND tỉnh
Nâng cao chỉ số PAPI, PCI và PAR INDEX
Cải cách thủ tục hành chính (TTHC)
Ứng dụng công nghệ thông tin và chuyển đổi số
Chuyển đổi số, kinh tế số, xã hội số
Bảo đảm an toàn thông tin, an ninh mạng
Cổng Dịch vụ công quốc gia
Công tác Đảng
Công tác thanh niên
Công tác thi đua, khen thưởng
Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
Phòng, chống tham nhũng, lãng phí, tiêu cực
Tiếp công dân, giải quyết khiếu nại, tố cáo
Quy chế dân chủ ở cơ sở
Quản lý nhà nước về tôn giáo
Đánh giá, xếp loại tổ chức cơ sở đảng, đảng viên
Phát triển đô thị loại III
Giai đoạn II: hoàn thiện hệ thống
Phần A: nhiệm vụ thường xuyên
Các cuộc họp quý I, II
Thị xã Hoài Nhơn và huyện Phù Mỹ
Thành phố Quy Nhơn
Nhiệm vụ của Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh
Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội
Đoàn Thanh niên Cộng sản Hồ Chí Minh
Xử lý vi phạm hành chính trong phạm vi quản lý
Bảo tồn di tích, di sản văn hóa
Phát triển du lịch, thể dục, thể thao
Sở Văn hóa, Thể thao và Du lịch
Quản lý bảo vệ rừng, phòng cháy, chữa cháy rừng
Sở Nông nghiệp và Môi trường
Phòng thủ dân sự, phòng, chống thiên tai và tìm kiếm cứu nạn
An toàn giao thông
Xúc tiến đầu tư, thương mại
Phát triển sản phẩm OCOP
Quản lý website và Trang thông tin điện tử
Kiểm tra, giám sát
Chế độ thông tin, báo cáo
Nhiệm vụ của các sở, ban, ngành
Cơ sở dữ liệu của Bộ Nội vụ
Đào tạo, bồi dưỡng cán bộ, công chức, viên chức
Nâng cao mức độ hài lòng của Nhân dân
Tổng kết công tác năm 2025""".splitlines()


@pytest.mark.parametrize("title", OTHER_OFFICES)
def test_titles_of_other_offices(title):
    assert stored(title.upper()) == title


@pytest.mark.parametrize(
    ("printed", "running", "title"),
    [
        ("HỆ THỐNG iGATE", (), "HỆ THỐNG iGATE"),
        ("HỆ THỐNG IGATE", ("Sử dụng iGate, iGate và iGate.",), "Hệ thống iGate"),
        ("KHO LƯU TRỮ CỦA CHI NHÁNH", ("Hồ sơ của Chi nhánh.",), "Kho lưu trữ của Chi nhánh"),
        ("HỌP VỚI CHI NHÁNH", ("họp với chi nhánh; báo Chi nhánh",), "Họp với chi nhánh"),
        ("HỌP CHI NHÁNH", ("Một là. Chi nhánh họp.",), "Họp chi nhánh"),
        ("HỌP CHI NHÁNH", ("- Chi nhánh họp", "“Chi nhánh họp”", "a) Chi nhánh họp"), "Họp chi nhánh"),
        ("HỌP CHI NHÁNH", ("**Chi nhánh họp**", "1. **Chi nhánh**: họp"), "Họp chi nhánh"),
        ("HỌP CHI NHÁNH", ("THÔNG BÁO TỚI CHI NHÁNH", "nêu ở CHI NHÁNH nào"), "Họp chi nhánh"),
        ("HỌP Ở CHI NHÁNH", ("gặp Chi nhánh", "gặp chi nhánh"), "Họp ở chi nhánh"),
        ("LUẬT ĐẤU GIÁ", (), "Luật đấu giá"),
        ("XÃ NHƠN HẢI NĂM 2025", (), "Xã Nhơn Hải năm 2025"),
        ("CÁC XÃ BÃI NGANG", (), "Các xã bãi ngang"),
        ("CÔNG AN TỈNH KHÁNH HÒA", (), "Công an tỉnh Khánh Hòa"),
        ("TỈNH KHÁNH HOÀ", (), "Tỉnh Khánh Hoà"),
        ("ĐỊA BÀN PHƯỜNG 5 VÀ PHƯỜNG", (), "Địa bàn Phường 5 và phường"),
        ("CHI NHÁNH QUỸ BÌNH ĐỊNH", (), "Chi nhánh Quỹ Bình Định"),
        ("TRƯỜNG MẦM NON HOA MAI", (), "Trường Mầm non Hoa Mai"),
        ("HỘI ĐỒNG, BAN QUẢN LÝ", (), "Hội đồng, ban quản lý"),
        ("THEO NGHỊ QUYẾT 18", (), "Theo Nghị quyết 18"),
        ("NGHỊ QUYẾT SỐ 18-NQ/TW", (), "Nghị quyết số 18-NQ/TW"),
        ("CHỈ THỊ 5/CT-TTG", (), "Chỉ thị 5/CT-TTg"),
        ("DÙNG AI VÀ UBND", (), "Dùng AI và UBND"),
        ("NHÓM A, B", (), "Nhóm A, B"),
        ("QUÝ I, II VÀ III", (), "Quý I, II và III"),
        ("“KỶ CƯƠNG”", (), "“Kỷ cương”"),
        ("  - MỤC  ĐÍCH ", (), "  - Mục  đích "),
        ("2025", (), "2025"),
        ("", (), ""),
    ],
)
def test_the_document_shows_what_is_a_name(printed, running, title):
    assert stored(printed, running=running) == title


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", False),
        ("NHIỆM VỤ CỦA SỞ NỘI VỤ", False),
        ("NHIỆM VỤ CỦA HUYỆN HOÀI BẮC", True),
        ("NHIỆM VỤ CỦA LÊ LAI", True),
        ("Nhiệm vụ của Lê Lai", False),
    ],
)
def test_names_that_may_hide_are_told(printed, told):
    ledger = Ledger()
    title = Titles(Known(), ()).stored(line := Line(printed, "đoạn 7"), ledger)
    assert [(finding.code, finding.place) for finding in ledger.findings] == [
        ("tieu-de-viet-hoa", "đoạn 7")
    ] * told
    assert all(f"“{title}”" in finding.message for finding in ledger.findings)
    assert bool([*ledger.unsettled([line])]) != told


def test_the_organisation_names_itself(organisation):
    party = organisation.model_copy(update={"name": "Hội đồng Đội"})
    assert stored("CUỘC HỌP CỦA SỞ", known=Known(organisation)) == "Cuộc họp của Sở"
    assert stored("CUỘC HỌP CỦA SỞ", known=Known(party)) == "Cuộc họp của sở"
    assert stored("KẾ HOẠCH HỘI ĐỒNG ĐỘI", known=Known(party)) == "Kế hoạch Hội đồng Đội"


def test_what_is_known_comes_first(plan_2025):
    known = Known(spellings=("Mục Đích Riêng",), base=plan_2025)
    assert stored("MỤC ĐÍCH RIÊNG", known=known) == "Mục Đích Riêng"
    assert Titles(known, ()).title_of_office("PHÓ GIÁM ĐỐC") == "Phó Giám đốc"


@pytest.mark.parametrize(
    "title",
    """\
Giám đốc
Phó Giám đốc
Chủ tịch
Phó Chủ tịch
Phó Chủ tịch Thường trực
Chánh Văn phòng
Phó Chánh Văn phòng
Chánh Thanh tra
Trưởng phòng
Phó Trưởng phòng
Hiệu trưởng
Phó Hiệu trưởng
Chi cục trưởng
Phó Chi cục trưởng
Cục trưởng
Bộ trưởng
Thứ trưởng
Trưởng ban
Phó Trưởng Ban Quản lý
Phó Thủ trưởng
Trưởng phòng Nội vụ
Chủ tịch UBND tỉnh
Ủy ban nhân dân
Hội đồng nhân dân""".splitlines(),
)
def test_titles_of_office(title):
    reader = Titles(Known(), ())
    assert reader.title_of_office(title.upper()) == title
    assert reader.title_of_office(title) == title


@pytest.mark.parametrize(
    "text", ["1" * 20_000 + "A", "1/A " * 5_000, "A" * 20_000, "XÃ " * 6_000, "\n" * 19_000 + "A"]
)
def test_hostile_titles_take_no_time(text):
    started = time.process_time()
    stored(text, running=[text.lower(), text.lower() + "Và\n" * 5_000])
    assert time.process_time() - started < 5
