"""What a task is by its wording and its deadline: read by hand, for the 2025 plan and for other offices."""

import time

import pytest

from docgen.model.appendix import Subtask
from docgen.model.deadline import Deadline
from docgen.transform.rollforward.nature import Kind, nature_of

RECURRING, ONE_OFF, EVENT_BOUND, UNCLEAR = Kind

OF_2025 = """
ke-hoach-kiem-tra-noi-bo          hằng năm     Kế hoạch kiểm tra
ke-hoach-truyen-thong-noi-bo      hằng năm     Kế hoạch truyền thông
hoi-nghi-nang-cao-chi-so          hằng năm     năm 2025
cham-diem-chi-so                  hằng năm     năm 2025
bao-cao-dinh-ky                   hằng năm     chế độ báo cáo
ra-soat-vbqppl                    hằng năm     Theo Kế hoạch của UBND tỉnh
pho-bien-giao-duc-phap-luat       hằng năm     năm 2025
xay-dung-vbqppl                   hằng năm     Theo Kế hoạch của UBND tỉnh
phuong-an-don-gian-hoa-tthc       hằng năm     năm 2025
quyet-dinh-cong-bo-tthc           hằng năm     Khi có các VBQPPL mới ban hành
quyet-dinh-quy-trinh-noi-bo       hằng năm     Khi có các VBQPPL mới ban hành
ra-soat-tthc-noi-bo               hằng năm     Theo Kế hoạch của UBND tỉnh
tthc-phi-dia-gioi                 hằng năm     Theo Kế hoạch của UBND tỉnh
giao-bien-che                     hằng năm     năm 2025
co-cau-theo-vi-tri-viec-lam       hằng năm     Tiếp tục
phan-cap-phan-quyen-cua-so        hằng năm     Tiếp tục
dao-tao-boi-duong-noi-bo          hằng năm     năm 2025
quan-ly-su-dung-cong-chuc         hằng năm     Thường xuyên
chuyen-doi-vi-tri-cong-tac        hằng năm     chuyển đổi vị trí công tác
cong-khai-tai-chinh               hằng năm     Tiếp tục
quy-che-chi-tieu-noi-bo           hằng năm     quy chế chi tiêu nội bộ
chuyen-doi-so-cua-so              hằng năm     năm 2025
csdl-can-bo-cong-chuc             hằng năm     Thường xuyên
csdl-thi-dua-khen-thuong          hằng năm     Cập nhật
csdl-co-cau-to-chuc               hằng năm     Cập nhật
csdl-ton-giao                     hằng năm     Cập nhật
tong-ket-cchc-tinh                hằng năm     năm 2025
cong-bo-chi-so                    hằng năm     năm 2024
trang-thong-tin-ban-chi-dao       một lần      Ra mắt
truyen-thong-cchc-tinh            hằng năm     năm 2024
kiem-tra-cchc-tinh                hằng năm     năm 2025
xac-dinh-chi-so-cchc              hằng năm     năm 2025
sua-doi-bo-chi-so                 một lần      Bộ chỉ số
do-luong-su-hai-long              hằng năm     năm 2025
he-thong-danh-gia-cchc            chưa rõ      -
chuong-trinh-hanh-dong-tinh-uy    một lần      giai đoạn 2025-2030
cai-thien-cac-chi-so              hằng năm     năm 2025
de-an-sap-xep-co-quan             một lần      Hoàn thành
chuc-nang-sau-sap-xep             một lần      Quy định
xep-loai-co-quan                  hằng năm     Đánh giá, xếp loại
do-thi-loai-iii-hoai-nhon         một lần      Lập hồ sơ
sap-xep-don-vi-cap-xa             một lần      Hoàn thiện hồ sơ
phan-cap-phan-quyen-cua-tinh      hằng năm     Tiếp tục
vi-tri-viec-lam-don-vi-su-nghiep  chờ sự kiện  Theo hướng dẫn của Bộ quản lý ngành, lĩnh vực
dao-tao-tro-ly-ao                 hằng năm     năm 2025
thi-diem-bo-phan-mot-cua          một lần      Thí điểm
ho-tro-can-bo-di-dao-tao          một lần      Quy định
nghi-quyet-phu-cap-cap-xa         một lần      Rà soát, sửa đổi
kiem-tra-ky-luat-ky-cuong         hằng năm     Kế hoạch kiểm tra
kho-luu-tru-so                    một lần      Đề án
"""
"""Every row of the 2025 plan: what it is, and the words that show it."""


def shown(row, plan):
    nature = nature_of(row, plan.deadline(row), plan.year)
    words = nature.because.partition("“")[2].partition("”")[0]
    return f"{row.id:34}{nature.kind:13}{words or '-'}"


def test_every_row_of_the_2025_plan(plan_2025):
    assert [shown(row, plan_2025) for row in plan_2025.rows()] == OF_2025.strip().splitlines()


def test_seventeen_rows_of_2025_wait_for_an_event(plan_2025):
    waiting = [row for row in plan_2025.rows() if nature_of(row, plan_2025.deadline(row), 2025).events]
    assert len(waiting) == 17


ELSEWHERE = [
    # What goes on
    (RECURRING, "Tiếp tục hoàn thiện Đề án vị trí việc làm của các bệnh viện", "", "Quý II"),
    (RECURRING, "Rà soát quy trình khám bệnh; tiếp tục triển khai bệnh án điện tử", "", "Tháng 9/2025"),
    (RECURRING, "Duy trì hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2015", "", "Quý IV"),
    (RECURRING, "Vận hành Trung tâm Giám sát, điều hành thông minh", "", "Tháng 6"),
    (RECURRING, "Đẩy mạnh thanh toán viện phí không dùng tiền mặt", "", "Quý III"),
    (RECURRING, "Nâng cao tỷ lệ hồ sơ trực tuyến toàn trình", "", "Tháng 11"),
    (RECURRING, "Thực hiện nghiêm kỷ luật, kỷ cương hành chính", "", "Trong năm"),
    (RECURRING, "Triển khai cập nhật dữ liệu hộ tịch", "", "Quý I"),
    (RECURRING, "Số hóa hồ sơ đất đai", "", "Cả năm"),
    (RECURRING, "Xử lý phản ánh, kiến nghị của doanh nghiệp", "", "Thường xuyên"),
    (RECURRING, "Họp giao ban công tác cải cách hành chính", "", "Hằng quý"),
    (RECURRING, "Chi trả trợ cấp người có công", "", "Trước ngày 10 hằng tháng"),
    (RECURRING, "Tổ chức phiên giao dịch việc làm", "", "Mỗi quý 01 phiên"),
    (RECURRING, "Đối thoại giữa lãnh đạo phường và người dân", "", "6 tháng/lần"),
    (RECURRING, "Sinh hoạt chuyên đề của Tổ công nghệ số cộng đồng", "", "02 lần/năm"),
    # What belongs to a year
    (RECURRING, "Kế hoạch tuyển sinh đầu cấp năm học 2025-2026", "", "Tháng 4/2025"),
    (RECURRING, "Xây dựng Nghị quyết quy định mức thu học phí năm học 2025 - 2026", "", "Tháng 7/2025"),
    (RECURRING, "Lập dự toán thu, chi ngân sách nhà nước năm 2026", "", "Tháng 7/2025"),
    (RECURRING, "Quyết toán ngân sách năm 2024", "", "Quý I"),
    (
        RECURRING,
        "Ban hành Quyết định giao chỉ tiêu phát triển kinh tế - xã hội năm 2025",
        "",
        "Tháng 01/2025",
    ),
    (RECURRING, "Kế hoạch thanh tra", "Kế hoạch được phê duyệt", "Tháng 12/2025"),
    (RECURRING, "Xây dựng Kế hoạch theo dõi thi hành pháp luật", "", "Tháng 02/2025"),
    (RECURRING, "Ban hành Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn", "", "Quý I"),
    (RECURRING, "Tổ chức Hội nghị tổng kết công tác tư pháp", "", "Tháng 12"),
    (RECURRING, "Tổ chức lớp tập huấn kỹ năng số cho giáo viên", "02 lớp", "Tháng 8"),
    (RECURRING, "Thi nâng ngạch công chức", "", "Quý IV"),
    (RECURRING, "Triển khai chấm điểm chỉ số năng lực cạnh tranh cấp sở", "", "Tháng 10"),
    (RECURRING, "Khảo sát sự hài lòng của người bệnh", "Báo cáo", "Tháng 11"),
    (RECURRING, "Thực hiện kê khai tài sản, thu nhập", "", "Trước 31/12/2025"),
    (RECURRING, "Xây dựng báo cáo kết quả thực hiện Chương trình mục tiêu quốc gia", "", "Tháng 12"),
    (RECURRING, "Thực hiện chế độ thông tin, báo cáo thống kê ngành", "", "Theo quy định"),
    (RECURRING, "Hoàn thành chỉ tiêu thu ngân sách trên địa bàn", "", "Tháng 12"),
    (RECURRING, "Triển khai Chương trình chuyển đổi số ngành y tế giai đoạn 2021 - 2030", "", "Tháng 10"),
    (RECURRING, "Xây dựng ít nhất 10 bài giảng điện tử dùng chung mỗi năm học", "", "Tháng 12/2025"),
    (RECURRING, "Chương trình nghệ thuật chào năm mới 2025", "", "31/12/2024"),
    (RECURRING, "Mở 02 lớp bồi dưỡng kiến thức dân tộc", "", "Tháng 4/2025"),
    (RECURRING, "Tổ chức diễn tập hộ đê và sơ tán dân", "", "Tháng 8/2025"),
    (RECURRING, "Rà soát thủ tục cấp chứng chỉ hành nghề", "", "Tháng 5/2025"),
    (RECURRING, "Tham mưu triển khai Nghị quyết về chuyển đổi số giai đoạn 2026 - 2030", "", "Quý I"),
    # What comes as it comes
    (RECURRING, "Góp ý dự thảo văn bản quy phạm pháp luật", "", "Theo yêu cầu"),
    (RECURRING, "Công bố thủ tục hành chính mới ban hành", "", "Khi có Quyết định công bố của Bộ"),
    (RECURRING, "Kiểm định chất lượng trường phổ thông", "", "Theo Kế hoạch của Bộ Giáo dục và Đào tạo"),
    # What is done once
    (
        ONE_OFF,
        "Tham mưu Nghị quyết của HĐND tỉnh về hỗ trợ người có uy tín giai đoạn 2026 - 2030",
        "",
        "Quý II",
    ),
    (ONE_OFF, "Trình UBND tỉnh Quyết định phân cấp quản lý", "", "Tháng 5/2025"),
    (ONE_OFF, "Phục vụ Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030", "", "Tháng 4/2025"),
    (ONE_OFF, "Xây dựng và trình ban hành Đề án phát triển du lịch y tế", "", "Quý III"),
    (ONE_OFF, "Tham mưu UBND tỉnh trình HĐND tỉnh ban hành Nghị quyết quy định mức hỗ trợ", "", "Tháng 7"),
    (ONE_OFF, "Tham mưu UBND tỉnh ban hành Quyết định quy định bảng giá đất", "", "Tháng 12"),
    (ONE_OFF, "Thí điểm bác sĩ gia đình tại 05 xã năm 2025", "", "Quý II"),
    (ONE_OFF, "Triển khai thí điểm học bạ số", "", "Tháng 9"),
    (ONE_OFF, "Ra mắt Cổng dữ liệu mở của tỉnh", "", "Tháng 10/2025"),
    (ONE_OFF, "Khánh thành Bệnh viện đa khoa khu vực", "", "Tháng 9"),
    (ONE_OFF, "Thành lập Trung tâm Dịch vụ việc làm", "", "Quý II"),
    (ONE_OFF, "Sáp nhập các trường tiểu học quy mô nhỏ", "", "Trước năm học mới"),
    (ONE_OFF, "Lập hồ sơ đề nghị công nhận di tích quốc gia", "", "Tháng 6"),
    (ONE_OFF, "Hoàn thành việc bàn giao cơ sở dữ liệu đất đai", "", "Tháng 3"),
    (ONE_OFF, "Hoàn thành số hóa sổ hộ tịch trong năm 2025", "", "Tháng 12"),
    (ONE_OFF, "Nâng cấp hệ thống một cửa điện tử", "", "Tháng 5"),
    (ONE_OFF, "Lắp đặt 12 trạm đo mưa tự động", "", "Tháng 9"),
    (ONE_OFF, "Kế hoạch thực hiện Chương trình hành động số 21-CTr/TU", "", "Quý I"),
    (ONE_OFF, "Xây dựng Kế hoạch triển khai thi hành Luật Đất đai", "", "Quý I"),
    (ONE_OFF, "Xây dựng Kế hoạch chuyển đổi số giai đoạn 2026 - 2030", "", "Tháng 11"),
    (ONE_OFF, "Sửa đổi, bổ sung Quyết định số 12/2022/QĐ-UBND ngày 10/3/2022", "", "Tháng 6"),
    (ONE_OFF, "Bãi bỏ các văn bản không còn phù hợp", "", "Quý II"),
    (ONE_OFF, "Quy định phân cấp quản lý tài sản công", "", "Tháng 8"),
    (ONE_OFF, "Xây dựng Quy chế phối hợp giữa các sở, ngành", "", "Quý IV"),
    (ONE_OFF, "Tổ chức kỷ niệm 80 năm Ngày truyền thống ngành", "", "Tháng 8/2025"),
    (ONE_OFF, "Tổng kết 10 năm thực hiện Nghị quyết số 26-NQ/TW", "", "Tháng 6"),
    (ONE_OFF, "Phát triển vùng nguyên liệu dược liệu", "Đề án", "Quý IV"),
    (ONE_OFF, "Ban hành Hướng dẫn chấm điểm chuyển đổi số cấp xã", "", "Tháng 4"),
    (ONE_OFF, "Xây dựng kho dữ liệu dùng chung", "", "Tháng 12"),
    # What waits for one event, and says no more
    (EVENT_BOUND, "Triển khai mô hình bệnh viện thông minh", "", "Sau khi Bộ Y tế ban hành tiêu chí"),
    (EVENT_BOUND, "Bố trí trụ sở làm việc", "", "Theo hướng dẫn của Bộ Tài chính"),
    # What may be either
    (UNCLEAR, "Triển khai bệnh án điện tử thay thế bệnh án giấy", "100% bệnh viện", "Tháng 9/2025"),
    (UNCLEAR, "Trồng 200 cây xanh tại các tuyến đường", "", "Tháng 6/2025"),
    (UNCLEAR, "Kết nối camera an ninh các xã", "", "Quý IV"),
    (UNCLEAR, "Thực hiện Chương trình phát triển nhà ở giai đoạn 2021-2025", "", "Tháng 12/2025"),
    (UNCLEAR, "Phấn đấu đến năm 2025 có 50% trường đạt chuẩn quốc gia", "", "Tháng 12"),
    (UNCLEAR, "Thực hiện Kế hoạch số 45/KH-UBND ngày 10/02/2025 về sản xuất năm 2025", "", "Quý III"),
]


@pytest.mark.parametrize(("kind", "text", "product", "deadline"), ELSEWHERE)
def test_tasks_of_other_offices(kind, text, product, deadline):
    assert nature(text, product, deadline).kind is kind


def nature(text, product="", deadline="Tháng 6/2025"):
    row = Subtask(id="viec", text=text, product=product, lead="Văn phòng Sở", deadline=deadline)
    return nature_of(row, Deadline.parse(deadline, 2025), 2025)


def test_a_long_text_is_read_in_no_time():
    started = time.process_time()
    for piece in ("tổ chức triển khai thực hiện ", "năm 2025, ", "giai đoạn 2021-", "; - tiếp ", "Sau: "):
        words = (piece * 2_000)[:9_000]
        nature(words, words, words)
    assert time.process_time() - started < 5


def test_what_shows_nothing_is_said_so():
    because = nature("Trồng 200 cây xanh", deadline="Tháng 6").because
    assert because == "lời văn và thời gian không cho biết nhiệm vụ làm một lần hay hằng năm"


def test_the_year_of_the_plan_is_quoted_before_others():
    because = nature("Tổng kết năm 2024, nhiệm vụ năm 2025", deadline="Quý I").because
    assert because == "cụm từ “năm 2025” cho thấy đây là việc của từng năm"


@pytest.mark.parametrize(
    ("deadline", "awaited"),
    [
        ("Khi có bão", 0),
        ("Theo yêu cầu", 0),
        ("Ngay khi có thay đổi", 0),
        ("Khi có Quyết định công bố của Bộ", 1),
        ("Sau khi đã xây dựng phần mềm", 1),
        ("Đợt 1: Khi có bão\nĐợt 2: Sau khi Trung ương hướng dẫn", 1),
    ],
)
def test_what_arises_in_any_year_is_not_awaited(deadline, awaited):
    assert len(nature("Cập nhật dữ liệu", deadline=deadline).awaited) == awaited
