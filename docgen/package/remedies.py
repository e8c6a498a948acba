"""What an officer may do about a file that is turned away; said in several places."""

SAVE_AS_DOCX = "Hãy mở bằng Word, chọn “Lưu dưới dạng” rồi chọn “Word Document (.docx)”."
CHECK_IN_WORD = "Hãy mở tệp bằng Word để kiểm tra, lưu lại rồi thử lần nữa."
CHOOSE_DOCX = "Hãy chọn đúng tệp Word (.docx)."
REMOVE_PASSWORD = "Hãy bỏ mật khẩu rồi thử lại."  # noqa: S105 - what an officer reads
SPLIT = "Hãy tách tệp thành nhiều tệp nhỏ hơn rồi thử lại từng tệp."
