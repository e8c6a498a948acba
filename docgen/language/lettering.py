"""Letters of points: a), b), c), d), đ), e) … (Decree 30, Phụ lục I, Mục II.6).

The decree counts points by the Vietnamese alphabet and itself leaves out the letters with a hat, hook or
breve. It knows nothing beyond y): a second round ("aa") would be an invention, and an item of more than 23
points asks to be divided, so the 24th letter is refused.
"""

LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(number: int) -> str:
    """Return the letter of point `number`, counted from 1: 5 → "đ".

    Raises:
        ValueError: there is no such letter.

    """
    if not 1 <= number <= len(LETTERS):
        raise ValueError(
            f"một khoản chỉ có điểm thứ 1 đến {len(LETTERS)} (từ a đến y), không có điểm thứ {number}; "
            "hãy tách thành nhiều khoản"
        )
    return LETTERS[number - 1]


def from_letter(point: str) -> int:
    """Return the number of a point letter, counted from 1: "đ" → 5.

    Raises:
        ValueError: the decree does not use this letter.

    """
    if len(point) != 1 or point not in LETTERS:
        raise ValueError(f"“{point}” không phải chữ đánh thứ tự điểm; các chữ dùng được: {' '.join(LETTERS)}")
    return LETTERS.index(point) + 1
