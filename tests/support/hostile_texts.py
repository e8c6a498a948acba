"""Texts that officers may hand in, by name: a maker, and what comes of each, as for `hostile_imports`."""

import re
import unicodedata
from functools import cache

from departments.encodings import tcvn3, vni
from hostile_books import many
from hostile_imports import FOREIGN, MB, invalid, ole2, read, refused, word
from small_plan import TEXT


def utf8(words):
    """Return words as bytes."""
    return words.encode()


def of_fonts(words, typed):
    """Return words as the bytes of an old encoding."""
    return "".join(signs for line in words.splitlines(keepends=True) for _, signs in typed(line)).encode(
        "latin-1"
    )


def in_tcvn3(words):
    """Return words as a keyboard writes them in TCVN3: none of its capitals has a tone."""
    typed = (dict(tcvn3_codes()).get(letter) for letter in words)
    return "".join(code or letter for code, letter in zip(typed, words, strict=True)).encode("latin-1")


@cache
def tcvn3_codes():
    """Return how TCVN3 writes every letter of the plan."""
    small = {letter: "".join(signs for _, signs in tcvn3(f"a{letter.lower()}"))[1:] for letter in set(TEXT)}
    own = {letter: "".join(signs for _, signs in tcvn3(f"{letter}a"))[:-1] for letter in "ĂÂÊÔƠƯĐ"}
    return {letter: code for letter, code in small.items() if not letter.isascii()} | own


def as_windows(words):
    """Return words in UTF-8 whose bytes were taken for letters of Windows."""
    return "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
        for byte in words.encode()
    )


def half_composed(words):
    """Return words as Windows writes Vietnamese: a letter with its hat, then the tone."""
    return "".join(
        unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0303\u0309\u0323]", "", apart))
        + "".join(re.findall("[\u0300\u0301\u0303\u0309\u0323]", apart))
        for apart in (unicodedata.normalize("NFD", letter) for letter in words)
    )


TEXT_READ = {
    "as it is": (TEXT.encode, read()),
    "of Windows": (lambda: TEXT.replace("\n", "\r\n").encode(), read()),
    "of old Macs": (lambda: TEXT.replace("\n", "\r").encode(), read()),
    "with a mark": (lambda: TEXT.encode("utf-8-sig"), read()),
    "UTF-16 with a mark": (lambda: TEXT.encode("utf-16"), read()),
    "UTF-16 from the big end": (lambda: b"\xfe\xff" + TEXT.encode("utf-16-be"), read()),
    "UTF-16 without a mark": (lambda: TEXT.encode("utf-16-le"), read()),
    "UTF-16 from the big end without a mark": (lambda: TEXT.encode("utf-16-be"), read()),
    "in pieces": (lambda: unicodedata.normalize("NFD", TEXT).encode(), read()),
    "half composed": (lambda: half_composed(TEXT).encode(), read()),
    "TCVN3": (lambda: in_tcvn3(TEXT), read("bang-ma-cu")),
    "VNI": (lambda: of_fonts(TEXT, vni), read("bang-ma-cu")),
    "TCVN3 pasted": (lambda: in_tcvn3(TEXT).decode("latin-1").encode(), read("bang-ma-cu")),
    "VNI pasted": (lambda: of_fonts(TEXT, vni).decode("latin-1").encode(), read("bang-ma-cu")),
    "Windows-1258": (lambda: half_composed(TEXT).encode("cp1258"), read("bang-ma-cu")),
    "read as Latin letters": (lambda: TEXT.encode().decode("latin-1").encode(), read("bang-ma-nham")),
    "read as Windows letters": (lambda: as_windows(TEXT).encode(), read("bang-ma-nham")),
    "twice read as Latin letters": (
        lambda: TEXT.encode().decode("latin-1").encode().decode("latin-1").encode(),
        read("bang-ma-nham"),
    ),
    "letters of no width": (lambda: TEXT.replace("văn bản", "văn\u200b bản").encode(), read("ky-tu-an")),
    "a soft hyphen": (lambda: TEXT.replace("người", "ngư\u00adời").encode(), read("ky-tu-an")),
    "letters that steer": (
        lambda: TEXT.replace("thủ tục.", "\u202ethủ\u202c tục.").encode(),
        read("ky-tu-dao-chieu"),
    ),
    "controls": (lambda: TEXT.replace("thủ tục.", "thủ\x07\x1b[31m tục\x9b.").encode(), read("ky-tu-an")),
    "form feeds": (lambda: TEXT.replace("PHỤ LỤC", "\fPHỤ LỤC").encode(), read()),
    "another đ": (lambda: TEXT.replace("đ", "ð").replace("Đ", "Ð").encode(), read("chu-trong-giong")),
    "letters of other scripts": (
        lambda: TEXT.replace("Thanh tra", "Thanh tr\u0430").encode(),
        read("chu-trong-giong"),
    ),
    "150,000 blank lines": (lambda: utf8(TEXT.replace("I. MỤC", "\n" * 150_000 + "I. MỤC")), read()),
    "a table of 2,000 columns": (lambda: utf8(TEXT + "a" + "\t" * 2000 + "\n"), read()),
    "tags": (lambda: TEXT.replace("thủ tục.", "<w:p>&amp;</w:p> {{ 7*7 }} thủ tục.").encode(), read()),
    "a line of 15,000 letters": (lambda: TEXT.replace("thủ tục.", "thủ tục " * 1900 + ".").encode(), read()),
}
TEXT_INVALID = {
    "letters lost": (
        lambda: "".join(letter if ord(letter) < 256 else "?" for letter in TEXT).encode("latin-1"),
        "mất chữ",
    ),
    "lost letters in Unicode": (
        lambda: "".join(letter if ord(letter) < 256 else "\ufffd" for letter in TEXT).encode(),
        "mất chữ",
    ),
    "nothing": (lambda: b"", "rỗng"),
    "only blanks": (lambda: b" \r\n\t\n\x0c \xc2\xa0\n", "rỗng"),
    "only a mark": (lambda: b"\xef\xbb\xbf", "rỗng"),
    "NUL": (lambda: TEXT.replace(" ", "\0", 3).encode(), "không phải văn bản"),
    "a half of UTF-16": (lambda: TEXT.encode("utf-16")[:-1], "không phải văn bản"),
    "surrogates": (
        lambda: TEXT.replace("Sở", "S\ud800").encode(errors="surrogatepass"),
        "không phải văn bản",
    ),
    "PDF": (FOREIGN["PDF"][0], "nội dung là PDF"),
    "a Word file": (word, "nội dung là tệp Word, Excel hoặc tệp nén"),
    "a .doc": (lambda: ole2("WordDocument"), "nội dung là văn bản Word 97–2003"),
    "HTML": (lambda: utf8(f"<html><body>{TEXT}</body></html>"), "nội dung là HTML"),
    "RTF": (lambda: rb"{\rtf1\ansi K}", "RTF"),
    "noise": (lambda: bytes(range(128, 256)) * 9, "không phải văn bản"),
}
TEXT_REFUSED = {
    "a line of 2 MB": (lambda: utf8(TEXT + "a" * 2 * MB), "Dòng 33 dài 2097152 chữ"),
    "5 MB": (lambda: utf8(TEXT + "chữ\n" * 900_000), "Tệp văn bản dài"),
    "1,000,000 lines": (lambda: utf8(TEXT + "a\n" * 1_000_000), "quá nhiều dòng"),
    "1,000,000 tabs": (lambda: utf8(TEXT + "a\t" * 1_000_000), "quá nhiều dòng và ô"),
    "60,000 lines": (lambda: utf8("chữ\n" * 60_000 + TEXT), "quá nhiều dòng và ô"),
    "a table of 300 rows and 2,000 columns": (
        lambda: utf8(TEXT + ("a" + "\t" * 2000 + "\n") * 300),
        "quá nhiều dòng và ô",
    ),
    "5,001 rows": (
        lambda: utf8(TEXT + many(5001, "{0}\tViệc số {0}\tVăn phòng Sở\t\tQuý I\n")),
        "quá nhiều hàng của bảng",
    ),
}
TEXT_FILES = (
    {name: (make, invalid(words)) for name, (make, words) in TEXT_INVALID.items()}
    | {name: (make, refused(words)) for name, (make, words) in TEXT_REFUSED.items()}
    | TEXT_READ
)
