"""Two texts side by side: what only one of them says is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.changes import compared


def shown(stretches):
    return "".join(f"[{one.text}]" if one.changed else one.text for one in stretches)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("", "", "", ""),
        ("", "Đã ban hành", "", "[Đã ban hành]"),
        ("Đã ban hành", "", "[Đã ban hành]", ""),
        ("Đã ban hành", "Đã ban hành", "Đã ban hành", "Đã ban hành"),
        (
            "Đang soạn kế hoạch kiểm tra năm 2025",
            "Đã ban hành kế hoạch kiểm tra năm 2025",
            "[Đang soạn] kế hoạch kiểm tra năm 2025",
            "[Đã ban hành] kế hoạch kiểm tra năm 2025",
        ),
        ("Hoàn thành.", "Hoàn thành. Đã gửi Sở.", "Hoàn thành.", "Hoàn thành.[ Đã gửi Sở.]"),
        ("Chưa có số liệu", "Tổ chức hai lớp tập huấn", "[Chưa có số liệu]", "[Tổ chức hai lớp tập huấn]"),
    ],
)
def test_what_only_one_text_says_is_marked(old, new, before, after):
    assert tuple(map(shown, compared(old, new))) == (before, after)


WORDS = st.text("ab \n", max_size=30)


@given(WORDS, WORDS)
def test_the_pieces_are_the_texts_and_what_is_not_marked_is_in_both(old, new):
    pieces = compared(old, new)
    assert tuple("".join(one.text for one in stretches) for stretches in pieces) == (old, new)
    kept = [" ".join(one.text for one in stretches if not one.changed).split() for stretches in pieces]
    assert kept[0] == kept[1]
