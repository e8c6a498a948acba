"""Two versions of one row put together."""

from docgen.web.pages.unit.typing import merged

ONE, OTHER = {"so_ky_hieu": "1/QĐ"}, {"so_ky_hieu": "2/QĐ"}


def test_two_versions_in_one():
    mine = {"tinh_trang": "hoan_thanh", "ket_qua": "Tôi", "van_ban": [ONE], "ly_do": "Chỉ một bên"}
    theirs = {"tinh_trang": "dang_thuc_hien", "ket_qua": "Họ", "van_ban": [OTHER, ONE], "can_cu": "Bên kia"}
    assert merged(mine, theirs) == {
        "tinh_trang": "hoan_thanh",
        "ket_qua": "Họ\nTôi",
        "van_ban": [OTHER, ONE],
        "ly_do": "Chỉ một bên",
        "can_cu": "Bên kia",
    }


def test_what_says_the_same_is_not_said_twice():
    assert merged({"ket_qua": "Đã xong, đã gửi"}, {"ket_qua": "Đã xong"}) == {"ket_qua": "Đã xong, đã gửi"}
