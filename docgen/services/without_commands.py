"""What is told with a command of the terminal in it, said for those who have none: people on the pages."""

import re

_SAID = (
    ("“docgen pdf” trước khi ký số", "docgen từ tệp Word trước khi ký số"),
    ("hoặc dùng “docgen pdf”", "hoặc tạo lại bằng docgen từ tệp Word"),
    ("Hãy chạy docgen fix, hoặc", "Hãy tải bản đã sửa, hoặc"),
    ("docgen fix không sửa", "docgen không sửa"),
    (
        "Hãy chọn --accept-changes (sửa trên bản đã chấp nhận hết) hoặc --original (sửa trên bản gốc)",
        "Hãy chọn sửa trên bản đã chấp nhận hết hoặc sửa trên bản gốc",
    ),
    ("hãy chạy lại với --changes original", "hãy chọn đọc bản gốc"),
    ("hãy chạy lại với --changes accepted", "hãy chọn đọc bản đã chấp nhận hết"),
    ("; muốn khác hãy chọn --changes", "; muốn xét bản kia hãy chọn bản đó rồi kiểm tra lại"),
    ("; xem danh sách bằng “docgen check --rules”", ""),
    ("hãy quyết định bằng docgen decide", "hãy quyết định ở trang kế hoạch"),
    ("Hãy để tệp vào thư mục kết quả của kỳ rồi chạy docgen report", "Hãy nộp tệp ở trang báo cáo của kỳ"),
    ("Hãy tạo lại biểu mẫu", "Hãy tải lại biểu mẫu"),
    (" (báo cáo của kỳ: docgen obligations; phụ lục kế hoạch: docgen render --format xlsx)", ""),
    ("Hãy chạy lại với --onto và tệp kế hoạch", "Hãy mở kế hoạch đang có rồi nhập tệp này vào đó"),
    ("hãy dùng --onto", "hãy nhập tệp vào kế hoạch đó"),
)
"""Words of messages of other rooms, and what stands for them on a page."""
_ASIDE = re.compile(r" \((?:--[a-z-]+|docgen [a-z]+)\)|, ví dụ --[a-z-]+ [\w-]+")
"""A command that only explains what is said already."""


def without_commands(text: str) -> str:
    """Return a message or a remedy as it reads on a page."""
    for said, instead in _SAID:
        text = text.replace(said, instead)
    return _ASIDE.sub("", text)
