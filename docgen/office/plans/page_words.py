"""What is doubtful in a plan or in a file, said to somebody at a page, who sees no files of data."""

from docgen.model.finding import Finding, Severity

_IN_PLAN = "Hãy sửa ở trang kế hoạch sau khi xác nhận."
_AT_ISSUE = "Số và ngày được ghi khi ban hành."
_REMEDIES = {
    "don-vi-la": "Hãy sửa tên trong tệp, hoặc thêm đơn vị hay cách viết khác của tên ở trang quản trị.",
    "thieu-chi-dan": "Hãy thêm chỉ dẫn đến phụ lục vào mục giao nhiệm vụ.",
    "so-ky-hieu": _AT_ISSUE,
    "ngay-khong-ro": _AT_ISSUE,
    "ngay-sai": _AT_ISSUE,
    "ky-hieu-khac": "Hãy sửa ký hiệu của cơ quan ở trang quản trị nếu cần.",
    "khac-don-vi": "Nếu tệp là của cơ quan khác thì không đưa vào kế hoạch này được.",
    "nam-ke-hoach": "Hãy kiểm tra lại năm trước khi xác nhận.",
    "ten-co-quan-cu": "Hãy cập nhật tên cơ quan ở trang quản trị.",
    "chua-quyet-dinh-het": "Hãy xem lại các chỗ ấy trong dự thảo.",
    "phu-luc-khong-ten": _IN_PLAN,
    "thay-doi-dang-theo-doi": "Muốn đọc theo bản kia, hãy bỏ các thay đổi trong Word rồi tải lên lại.",
    "ket-qua-khong-nhap": "Đơn vị gửi kết quả ở trang báo cáo của kỳ.",
}
"""By code: what is to be done, where the remedy for the command line speaks of files, keys or options."""
_OFFICE = "don-vi-ban-nhap"
_FILE, _LIST = "theo don-vi.yaml", "theo danh mục của cơ quan"


def on_page(finding: Finding) -> Finding:
    """Return a finding as it is said at a page."""
    if finding.code == _OFFICE:
        return _other_office(finding)
    said = {"message": finding.message.replace(_FILE, _LIST)}
    if finding.code in _REMEDIES:
        said["remedy"] = _REMEDIES[finding.code]
    return finding.model_copy(update=said)


def _other_office(finding: Finding) -> Finding:
    """Tell that a file is of another agency, which is shown and not kept."""
    return Finding(
        code=finding.code,
        severity=Severity.WARNING,
        place="",
        message="tệp ghi tên cơ quan khác; tên cơ quan và đơn vị đọc được trong tệp chỉ nêu để xem.",
        remedy="Nếu đúng là tệp của cơ quan mình, hãy bổ sung tên, đơn vị ở trang quản trị rồi tải lên lại.",
    )
