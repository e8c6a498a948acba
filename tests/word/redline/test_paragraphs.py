"""What is marked in a paragraph, and what is not: few changes that read well."""

import pytest
from redlines import marked, said, taken_back
from wordfile import word_file

from docgen.package import open_package
from docgen.word.reading import Changes, read_document
from docgen.word.redline import redline

CHANGED = [
    ("Tháng 3-2025", "Tháng 3-2026", "Tháng 3-[-2025-][+2026+]"),
    ("Quý I", "Quý II", "Quý [-I-][+II+]"),
    ("năm 2025 của Sở", "năm 2026 của Sở", "năm [-2025-][+2026+] của Sở"),
    ("rà soát văn bản cũ", "rà soát các văn bản cũ", "rà soát [+các +]văn bản cũ"),
    ("một hai ba bốn năm sáu", "một ba bốn năm", "một [-hai -]ba bốn năm[- sáu-]"),
    ("a b c d e f g h", "a x y d e f g h", "a [-b c-][+x y+] d e f g h"),
    ("a b c d e f g h", "x b y d e f g h", "[-a-][+x+] b [-c-][+y+] d e f g h"),
    ("cải cách hành chính", "chuyển đổi số", "[-cải cách hành chính-][+chuyển đổi số+]"),
    ("a b c d e", "a x y z t", "[-a b c d e-][+a x y z t+]"),
    ("Chữ", "Chữ thêm vào nhiều lần nữa ở sau", "Chữ[+ thêm vào nhiều lần nữa ở sau+]"),
    ("Chữ *đậm* và nhạt", "Chữ đậm và nhạt", "Chữ [-đậm-][+đậm+] và nhạt"),
    ("một hai⇥ba bốn", "một hai ba bốn", "một hai[-\t-][+ +]ba bốn"),
    ("một↵hai⇥ba", "một↵bốn⇥ba", "một\n[-hai-][+bốn+]\tba"),
]


@pytest.mark.parametrize(("old", "new", "shown"), CHANGED)
def test_words(old, new, shown):
    assert marked(redline(word_file(old), word_file(new))) == [shown]


def test_a_paragraph_with_a_field_is_replaced_whole():
    before, after = (word_file(f"Trang № của {count} trang") for count in ("mười", "hai"))
    changed = redline(before, after)
    assert marked(changed) == ["[-Trang 0 của mười trang-][+Trang +][+0+][+ của hai trang+]"]
    assert (said(changed), taken_back(changed)) == (said(after), said(before))


def lines(*texts):
    return word_file("\n".join(texts))


PARAGRAPHS = [
    (("a b", "c d"), ("a b",), ["a b[-¶-]", "[-c d-]"]),
    (("a b",), ("a b", "c d"), ["a b[+¶+]", "[+c d+]"]),
    (("a b", "c d", "e f"), ("a b", "e f"), ["a b", "[-c d-][-¶-]", "e f"]),
    (("a b", "e f"), ("c d", "a b", "e f"), ["[+c d+][+¶+]", "a b", "e f"]),
    (("a b", "c d", "e f"), ("c d", "e f", "a b"), ["[-a b-][-¶-]", "c d", "e f[+¶+]", "[+a b+]"]),
    (("a b",), ("c d", "e f"), ["[+c d+][+¶+]", "[-a b-][+e f+]"]),
    (("a b", "e f"), ("a b c", "d", "e f"), ["a b[+ c+][+¶+]", "[+d+]", "e f"]),
    (("a b c", "e f"), ("a b d", "g", "h", "e f"), ["a b [-c-][+d+][+¶+]", "[+g+][+¶+]", "[+h+]", "e f"]),
    (("a b c", "d", "e f"), ("a b", "e f"), ["a b[- c-]", "[-d-][-¶-]", "e f"]),
    (("a b", "c d"), ("a b", "e f", "g h"), ["a b", "[+e f+][+¶+]", "[-c d-][+g h+]"]),
    (("a b", "c d", "e f"), ("a b", "g h"), ["a b", "[-c d-][-¶-]", "[-e f-][+g h+]"]),
]


@pytest.mark.parametrize(("old", "new", "shown"), PARAGRAPHS)
def test_paragraphs(old, new, shown):
    before, after = lines(*old), lines(*new)
    changed = redline(before, after)
    assert marked(changed) == shown
    assert (said(changed), taken_back(changed)) == (said(after), said(before))


def test_the_last_mark_of_a_cell_stays():
    before, after = (word_file(f"table 3000\n+ a¶{rest}\nx") for rest in ("b", "b¶c"))
    changed = redline(before, after)
    assert marked(changed) == ["a", "b[+¶+]", "[+c+]", "x"]


ALIGNED = [
    (("a b", "center | c d"), ("a b",)),
    (("a b",), ("a b", "center | c d")),
    (("center | a b", "e f"), ("center | a b c", "right | d", "e f")),
    (("center | a b", "c d"), ("center | a b", "right | e f")),
]


@pytest.mark.parametrize(("old", "new"), ALIGNED)
def test_properties_that_a_mark_takes_over_are_told(old, new):
    before, after = lines(*old), lines(*new)
    changed = redline(before, after)
    assert (aligned(changed), aligned(changed, Changes.ORIGINAL)) == (aligned(after), aligned(before))


def aligned(data, changes=Changes.ACCEPTED):
    return [paragraph.format.align for paragraph in read_document(open_package(data), changes).paragraphs]
