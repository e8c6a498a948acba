"""Sentences as they stand in letters, plans and reports of an office, put together by chance."""

AGENCIES = """Sở Nội vụ|Sở Tài chính|Sở Tư pháp|Sở Y tế|Sở Xây dựng|Sở Khoa học và Công nghệ
Văn phòng Ủy ban nhân dân tỉnh|Ủy ban nhân dân huyện|Ủy ban nhân dân các xã, phường, thị trấn
Thanh tra tỉnh|Kho bạc Nhà nước|Trung tâm Phục vụ hành chính công
các đơn vị sự nghiệp công lập trực thuộc|Phòng Nội vụ thành phố|Chi cục Văn thư - Lưu trữ"""
ACTIONS = """chủ trì, phối hợp với các cơ quan liên quan hướng dẫn|tổ chức thực hiện
tham mưu cấp có thẩm quyền ban hành|rà soát, sửa đổi, bổ sung|kiểm tra, đôn đốc
tổng hợp, báo cáo kết quả|niêm yết công khai|số hóa|đề xuất giải pháp nâng cao chất lượng
bố trí kinh phí cho|đánh giá tình hình|xây dựng kế hoạch chi tiết đối với|chịu trách nhiệm về
thẩm định"""
MATTERS = """thủ tục hành chính thuộc phạm vi quản lý|cải cách chế độ công vụ, công chức
hồ sơ, kết quả giải quyết|quy chế làm việc|dự toán ngân sách năm 2025
vị trí việc làm và cơ cấu ngạch|công tác văn thư, lưu trữ
nhiệm vụ được giao tại Quyết định số 1085/QĐ-TTg|chương trình chuyển đổi số
danh mục tài liệu nộp lưu|việc tiếp công dân và giải quyết khiếu nại, tố cáo|các chỉ tiêu đã đăng ký
bộ phận một cửa|cơ sở dữ liệu cán bộ, công chức, viên chức|hạ tầng kỹ thuật dùng chung
văn bản quy phạm pháp luật"""
ENDS = """theo đúng quy định|trước ngày 15 tháng 12 hằng năm|bảo đảm tiết kiệm, hiệu quả|trên địa bàn tỉnh
trong quý II năm 2025|để kịp thời tháo gỡ khó khăn, vướng mắc
nhằm phục vụ người dân và doanh nghiệp ngày càng tốt hơn|gắn với trách nhiệm người đứng đầu
(qua Sở Nội vụ)|; kết quả đạt 98,5% kế hoạch|khi có yêu cầu
phù hợp với tình hình thực tế của cơ quan, đơn vị"""
STARTS = """Căn cứ chức năng, nhiệm vụ được giao,|Trong thời gian tới,|Theo báo cáo của các đơn vị,
Đối với cấp huyện,|Từ năm 2025,|Nhằm khắc phục những hạn chế nêu trên,|Định kỳ hằng quý,
Tùy theo điều kiện cụ thể,|Qua kiểm tra,"""
HEADINGS = """MỤC ĐÍCH, YÊU CẦU|NHIỆM VỤ TRỌNG TÂM|GIẢI PHÁP THỰC HIỆN
TỔ CHỨC THỰC HIỆN|KINH PHÍ|ĐÁNH GIÁ CHUNG
KIẾN NGHỊ, ĐỀ XUẤT|Về thể chế|Về thủ tục hành chính|Về tổ chức bộ máy|Về tài chính công
Về chuyển đổi số|Tồn tại, hạn chế|Nguyên nhân"""
PEOPLE = """Nguyễn Văn An|Trần Thị Bích|Lê Hoàng Cường|Phạm Thu Dung
Hoàng Đức Em|Vũ Thị Giang|Đặng Minh Hải|Bùi Quốc Khánh"""
UNITS = "Sở Nội vụ|Sở Tài chính|Sở Y tế|UBND huyện|Phòng Tư pháp|Văn phòng|Thanh tra tỉnh|Kho bạc|Chi cục"
TERMS = "Quý I/2025|Quý III/2025|Cả năm|Tháng 6|31/12/2025|Thường xuyên|Trước 15/10|Hằng tháng"


def choices(words):
    """Return the phrases of a list."""
    return [phrase.strip() for line in words.splitlines() for phrase in line.split("|")]


class Speech:
    """Words by chance; the same dice say the same."""

    def __init__(self, dice):
        self.dice = dice

    def one(self, words):
        """Return one phrase of a list."""
        return self.dice.choice(choices(words))

    def sentence(self):
        """Return a whole sentence."""
        agency, start = self.one(AGENCIES), self.one(STARTS)
        subject = f"{start} {agency}" if self.dice.random() < 0.3 else agency[0].upper() + agency[1:]
        second = f" và {self.one(ACTIONS)} {self.one(MATTERS)}" if self.dice.random() < 0.25 else ""
        return f"{subject} {self.one(ACTIONS)} {self.one(MATTERS)}{second} {self.one(ENDS)}.".replace(
            " ;", ";"
        )

    def text(self, least=1, most=4):
        """Return some sentences."""
        return " ".join(self.sentence() for _ in range(self.dice.randint(least, most)))

    def phrase(self):
        """Return what stands in a cell: an action and its matter."""
        words = f"{self.one(ACTIONS)} {self.one(MATTERS)}"
        return words[0].upper() + words[1:]

    def heading(self):
        """Return the words of a heading."""
        return self.one(HEADINGS)

    def person(self):
        """Return a name."""
        return self.one(PEOPLE)

    def unit(self):
        """Return the short name of an office."""
        return self.one(UNITS)

    def term(self):
        """Return a date or time."""
        return self.one(TERMS)

    def money(self):
        """Return an amount."""
        return f"{self.dice.randint(1, 990)}.{self.dice.randint(0, 999):03}.000"
