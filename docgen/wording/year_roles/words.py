"""The words of a clause by which the role of its year is told, as patterns for keys."""

import re

from docgen.wording.text import key


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for keys: written as they are, with the tone where a key has it."""
    return re.compile(key(words))


SENTENCE_BREAK = _pattern(r"(?<!\btp)(?<!\bp)(?<!\btx)\.\s|;|\n")
RESTART = _pattern(
    r"(?:^|,|\bvà|\s-)\s*(?:tiếp tục\s+)?(?:xây dựng|triển khai|thực hiện|ban hành|tổ chức|truyền thông"
    r"|tuyên truyền|tham mưu|rà soát"
    r"|kiểm tra|đẩy mạnh|tăng cường|hoàn thành|phấn đấu|lập|trình|đề xuất|phổ biến|đào tạo|bồi dưỡng"
    r"|nâng cao|thẩm định|giao)(?!\w)"
)
PHASE_BREAK = _pattern(r"[;\n:]")
WAITING = _pattern(r"\s*(?:ngay\s+)?(?:sau|khi|theo)(?!\w)")

LOOKING_BACK = _pattern(
    r"(?<!\w)(?:kết quả|tổng kết|sơ kết|so với|so cùng kỳ|cùng kỳ|tình hình|đánh giá|xếp hạng|xếp loại"
    r"|phân loại|công bố|quyết toán|báo cáo"
    r"|kiểm điểm|số liệu|thống kê|tính đến|khen thưởng|bình xét|rút kinh nghiệm|khắc phục|tồn tại"
    r"|hạn chế|tồn đọng|chưa hoàn thành"
    r"|chuyển tiếp|chuyển nguồn|chuyển sang|kết dư|kế thừa|dở dang|đã|đạt được|chỉ số|chấm điểm|nộp lưu"
    r"|chỉnh lý|số hóa|hồ sơ|tài liệu"
    r"|ước|ước thực hiện|tổng hợp|kiểm kê|kiểm toán|kê khai|kết luận|papi|pci|sipas|par index|par-index"
    r"|dti|pgi|ddci|thành tích"
    r"|danh hiệu|biểu dương|tuyên dương|tôn vinh|hậu kiểm|chậm tiến độ|nợ|thực trạng|hơn|công khai|thu nhập"
    r"|còn lại)(?!\w)"
)
SAID_BEHIND = _pattern(
    r"\s*\((?:đã |ước )?thực hiện\)"
    r"|\s*\)?\s*(?:,\s*)?(?:kéo dài|chuyển|đã|đạt|là|ước|còn|chỉ|chưa)(?!\w)|\s*:\s*\d|\s*(?:là|=)\s*\d"
    r"|\s*\)\s*(?:là|đạt)"
)
DONE = _pattern(r"(?<!\w)(?:đã|đạt|được|ước)(?!\w)")
VALUE_IN_FRONT = _pattern(r"\d\s*%\s*\(?\s*$|\d\s*(?:điểm|tỷ|tỷ đồng|triệu|triệu đồng)?\s*\(\s*$")
AHEAD = _pattern(
    r"(?<!\w)(?:kế hoạch|dự toán|dự trù|nhiệm vụ|phương hướng|chuẩn bị|chương trình|biên chế|nhu cầu|đăng ký"
    r"|tuyển dụng|tuyển sinh|dự kiến"
    r"|phân bổ|danh mục|kinh phí|ngân sách|vốn|chỉ tiêu|giao|năm sau|tiếp theo|định hướng)(?!\w)"
)
HISTORY = _pattern(
    r"(?<!\w)(?:ngày thành lập|thành lập (?:ngành|đảng|nước|tỉnh|đoàn|hội|quân đội)"
    r"|truyền thống|quốc khánh|giải phóng(?! mặt bằng)"
    r"|cách mạng tháng tám|ra đời|tái lập|chia tách|khởi nghĩa|chiến thắng|khánh thành)(?!\w)"
)
EFFECT = _pattern(
    r"(?<!\w)(?:(?:có|còn|hết|ngày|ngưng) hiệu lực|hiệu lực (?:thi hành|từ|kể từ)|hiệu lực[\s:,(]*$"
    r"|ký ban hành)(?!\w)"
)
"""A day of effect stays; "hiệu lực, hiệu quả" says nothing of a day."""
LIST = _pattern(r"(?<!\w)danh mục (?:các )?văn bản(?!\w)")
"""What is drawn up every year of the year before: "danh mục văn bản hết hiệu lực năm 2024"."""
BIRTH = _pattern(
    r"(?<!\w)(?<!học )(?<!vệ )(?<!tuyển )(?<!phát )(?<!hy )(?<!hi )(?<!thí )(?<!khai )(?<!nảy )(?<!tập )"
    r"(?<!cứu )(?<!ký )(?<!sản )(?<!dân )(?<!an )sinh"
    r"(?=\s+(?:năm|từ|trước|sau|ngày|tháng|trong|vào)(?!\w)|[\s:,(]*$)"
)
EVENT = _pattern(
    r"(?<!\w)(?:bão số|cơn bão|siêu bão|(?:đợt|trận) (?:mưa|lũ|lụt|dịch|rét|thiên tai|hạn hán|động đất)"
    r"|đại dịch|dịch covid(?:-19)?|vụ (?:cháy|tai nạn|ngộ độc|án|việc)|sự cố)(?!\w)"
)
REGULATED = _pattern(
    r"(?<!\w)(?:thuế suất|thuế giá trị gia tăng|giảm \d+% thuế|lệ phí|mức lương|lương cơ sở|mức thu|mức đóng"
    r"|mức hưởng|mức chuẩn|bảng giá)(?!\w)"
)
ANNIVERSARY = _pattern(r"(?<!\w)kỷ niệm(?!\w)")
ONCE = _pattern(
    r"(?<!\w)(?:đại hội|bầu cử|tổng điều tra|tổng kiểm kê|lần thứ\s+\w+|sáp nhập|hợp nhất"
    r"|khởi công|động thổ|khánh thành"
    r"|chia tách|tái lập|ra đời|thành lập (?:tỉnh|xã|phường|thị trấn)"
    r"|vận hành chính quyền|chính quyền (?:địa phương )?(?:0?2|hai) cấp)(?!\w)"
)
PROGRAMME = _pattern(
    r"(?<!\w)(?:chương trình|đề án|dự án|chiến lược|nghị quyết|mục tiêu quốc gia|quy hoạch|gia hạn"
    r"|kéo dài)(?!\w)"
)
NAMED = _pattern(
    r"(?<!\w)(?:đời|phiên bản|đề án|dự án|hệ thống|phần mềm|chiến lược|nghị quyết|tầm nhìn|quy hoạch)\s+$"
)
AIM = _pattern(r"(?<!\w)(?:phấn đấu|mục tiêu|lộ trình|đạt|hoàn thành|tiến tới|hướng tới|định hướng)(?!\w)")
BRACKET = _pattern(r"\(\s*(?:vào\s+)?$")
DONE_ON = _pattern(
    r"(?<!\w)(?<!chưa )đã\s(?:(?!(?:trước|đến|hết|sau|nhất|xong|từ)(?!\w))[^,.;:()\n]){1,100}$"
)
COUNTED_YEAR = _pattern(r"(?<!\w)năm (?:học )?thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)(?!\w)")
PART_OF_YEAR = _pattern(r"\d+ tháng (?:đầu|cuối)")
CLOSING_QUOTE = _pattern('[”"’]')
WEEKDAY = _pattern(r"(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*[,(]?\s*$")
LAST_DAY = _pattern(r"(?:31\s?[/.-]\s?12|31 tháng 12)")
JOINED = _pattern(r"\s*(?:và|đến|tới|-|,|sang)\s*(?:hết\s+)?")
