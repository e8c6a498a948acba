"""Passwords that are easily guessed are refused; what they are made of is nobody's business.

Length and rules: OWASP ASVS 5.0, 6.2.1 to 6.2.12.
"""

import re
from collections.abc import Iterable

from docgen.errors import InvalidInputError
from docgen.language.text import plain

SHORTEST, LONGEST = 12, 128
"""Letters of a password."""
_FEWEST = 5
"""Different letters that must be left when guessable words are taken out."""
_COMMON = (
    "mat khau, matkhau, password, passw0rd, p@ssw0rd, p@ssword, qwertyuiop, qwerty, asdfghjkl, asdfgh, "
    "zxcvbnm, zxcvbn, abcdefghijkl, abcdef, abc, 1234567890, 123456789, 12345678, 123456, 12345, 1234, "
    "123, 0123456789, 987654321, 1q2w3e4r5t, 1q2w3e4r, 1qaz2wsx, letmein, welcome, iloveyou, dragon, "
    "monkey, football, master, admin, administrator, root, user, guest, test, login, secret, changeme, "
    "default, quan tri, quantri, can bo, canbo, chuyen vien, chuyenvien, van thu, vanthu, lanh dao, "
    "lanhdao, van phong, vanphong, phong, so noi vu, sonoivu, noi vu, noivu, ubnd, uy ban nhan dan, "
    "uybannhandan, cchc, cai cach hanh chinh, caicachhanhchinh, hanh chinh, hanhchinh, ke hoach, "
    "kehoach, bao cao, baocao, docgen, viet nam, vietnam, xin chao, xinchao, anh yeu em, anhyeuem, yeu "
    "em, yeuem, khong biet, khongbiet"
)
_WORDS = tuple(_COMMON.split(", "))
_SHORTEST_WORD = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[\s._\-@#!*]+")


def refuse_weak(password: str, own_words: Iterable[str]) -> None:
    """Let a password pass that is not easily guessed.

    Args:
        password: in NFC.
        own_words: what others know of its owner: login, name, unit.

    Raises:
        InvalidInputError: it is too short, too long, or hardly more than words that all try first.

    """
    if len(password) < SHORTEST:
        raise InvalidInputError(
            f"Mật khẩu có {len(password)} ký tự, ngắn hơn {SHORTEST} ký tự.",
            "Chọn mật khẩu dài hơn, ví dụ ghép bốn từ không liên quan đến nhau.",
        )
    if len(password) > LONGEST:
        raise InvalidInputError(f"Mật khẩu dài hơn {LONGEST} ký tự.", "Chọn mật khẩu ngắn hơn.")
    if len(set(_left_of(plain(password).lower(), own_words))) < _FEWEST:
        raise InvalidInputError(
            "Mật khẩu này dễ đoán: gần như chỉ gồm từ thông dụng, tên hoặc dãy số liền nhau.",
            "Chọn mật khẩu khác, ví dụ ghép bốn từ không liên quan đến nhau.",
        )


def _left_of(password: str, own_words: Iterable[str]) -> str:
    """Return a password without what all try first."""
    own = [
        plain(word).lower()
        for text in own_words
        for word in (text, *text.split())
        if len(word) >= _SHORTEST_WORD
    ]
    for word in sorted({*_WORDS, *own}, key=len, reverse=True):
        password = password.replace(word, "")
    return _NOTHING.sub("", _YEAR.sub("", password))
