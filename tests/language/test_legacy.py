"""Words typed in TCVN3 or VNI-Windows read as the officer sees them; words in Unicode are left alone."""

import re
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.legacy import Encoding, legacy_encoding, looks_legacy, to_unicode, to_unicode_runs

TCVN3, CAPITALS, VNI = Encoding.TCVN3, Encoding.TCVN3_CAPITALS, Encoding.VNI
SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
LETTERS = SMALL + SMALL.upper()
DATA = Path(__file__).parents[1] / "data"
PLAN = (DATA / "ke-hoach-cchc-2025.txt").read_text("utf-8")

# As the keys of VNI are printed in handbooks: the letter, then what the font wants for it.
VNI_KEYS = """
à aø ả aû ã aõ á aù ạ aï ă aê ằ aè ẳ aú ẵ aü ắ aé ặ aë â aâ ầ aà ẩ aå ẫ aã ấ aá ậ aä đ ñ
è eø ẻ eû ẽ eõ é eù ẹ eï ê eâ ề eà ể eå ễ eã ế eá ệ eä ì ì ỉ æ ĩ ó í í ị ò
ò oø ỏ oû õ oõ ó où ọ oï ô oâ ồ oà ổ oå ỗ oã ố oá ộ oä ơ ô ờ ôø ở ôû ỡ ôõ ớ ôù ợ ôï
ù uø ủ uû ũ uõ ú uù ụ uï ư ö ừ öø ử öû ữ öõ ứ öù ự öï ỳ yø ỷ yû ỹ yõ ý yù ỵ î
"""
VNI_CODES = dict(zip(VNI_KEYS.split()[::2], VNI_KEYS.split()[1::2], strict=True))
VNI_CODES |= {letter.upper(): code.upper() for letter, code in VNI_CODES.items()}
CAPITALS_OF_TCVN3 = "ĂÂÊÔƠƯĐ"


@pytest.fixture(scope="module")
def tcvn3_codes():
    """Return the code of every small letter, from the GNU C library's table of TCVN 5712."""
    letters = SMALL + CAPITALS_OF_TCVN3
    told = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=letters.encode(), capture_output=True, check=True
    )
    return dict(zip(letters, told.stdout.decode("latin-1"), strict=True))


def typed(text, codes):
    return "".join(codes.get(letter, letter) for letter in text)


def test_all_letters_are_tried():
    assert len(set(LETTERS)) == 134
    assert set(VNI_CODES) == set(LETTERS)


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_of_vni(letter):
    assert to_unicode(VNI_CODES[letter], VNI) == letter


@pytest.mark.parametrize("letter", SMALL)
def test_every_letter_of_tcvn3(letter, tcvn3_codes):
    assert to_unicode(tcvn3_codes[letter], TCVN3) == letter
    assert to_unicode(tcvn3_codes[letter], CAPITALS) == letter.upper()


@pytest.mark.parametrize("letter", CAPITALS_OF_TCVN3)
def test_the_capitals_that_tcvn3_has(letter, tcvn3_codes):
    assert to_unicode(tcvn3_codes[letter], TCVN3) == letter


def test_a_whole_plan_comes_back(tcvn3_codes):
    plan = unicodedata.normalize("NFC", PLAN)
    assert to_unicode(typed(plan, VNI_CODES), VNI) == plan
    assert to_unicode(typed(plan.lower(), tcvn3_codes), TCVN3) == plan.lower()
    assert to_unicode(typed(plan.lower(), tcvn3_codes), CAPITALS) == plan.upper()


@given(st.text(st.sampled_from([*LETTERS, *"bcghmnpqtx BCQ 0123456789 .,;:/-()“”…"]), max_size=40))
def test_any_words_come_back_from_vni(text):
    assert to_unicode(typed(text, VNI_CODES), VNI) == text


@pytest.mark.parametrize(
    ("written", "encoding", "meant"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("ng\u00adêi d©n, doanh nghiÖp", TCVN3, "người dân, doanh nghiệp"),
        ("kÕ ho¹ch", CAPITALS, "KẾ HOẠCH"),
        ("Sè: 12/Q§-UBND", CAPITALS, "SỐ: 12/QĐ-UBND"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC", VNI, "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("Aâu Aán Oâng", VNI, "Âu Ấn Ông"),
        ("tỉ lệ 20% (2024)", VNI, "tỉ lệ 20% (2024)"),
        ("hòa giải ở xã", TCVN3, "hòa giải ở xã"),
        ("Internet 5.0; 25% (2024) “a” – b", TCVN3, "Internet 5.0; 25% (2024) “a” – b"),
    ],
)
def test_words_read_as_they_are_seen(written, encoding, meant):
    assert to_unicode(written, encoding) == meant


@pytest.mark.parametrize(
    ("runs", "meant"),
    [
        (["Co", "ä", "ng ho", "øa"], ["Cộ", "", "ng hò", "a"]),
        (["xa", "", "õ"], ["xã", "", ""]),
        (["hoäi", " ", "chuû"], ["hội", " ", "chủ"]),
        (["Cộng ho", "øa"], ["Cộng ho", "øa"]),
        ([], []),
    ],
)
def test_a_letter_over_two_runs_goes_to_the_first(runs, meant):
    assert to_unicode_runs(runs, VNI) == meant


def test_runs_of_tcvn3_are_read_each_for_itself():
    assert to_unicode_runs(["Céng h", "ßa"], TCVN3) == ["Cộng h", "òa"]


@given(st.lists(st.text(st.sampled_from("aoôuhâùø -"), max_size=3)))
def test_runs_read_as_the_whole_does(runs):
    assert "".join(to_unicode_runs(runs, VNI)) == to_unicode("".join(runs), VNI)


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VnArial Narrow", TCVN3),
        (".vntime", TCVN3),
        (".VnTimeH", CAPITALS),
        (".VnArial NarrowH", CAPITALS),
        ("VNI-Times", VNI),
        ("VNI-Helve-Condense", VNI),
        (" vni-times", VNI),
        ("Times New Roman", None),
        ("UVN Bai Hoc", None),
        ("Vni Sans", None),
        ("", None),
    ],
)
def test_the_encoding_of_a_font(font, encoding):
    assert legacy_encoding(font) is encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("KÕ ho¹ch", TCVN3),
        ("C¶i c¸ch hµnh chÝnh nhµ n\u00adíc n¨m 2025", TCVN3),
        ("trªn Website cña Së (UBND, TTHC)", TCVN3),
        ("Keá hoaïch caûi caùch haønh chính", VNI),
        ("UÛY BAN NHAÂN DAÂN TÆNH", VNI),
    ],
)
def test_old_text_is_known_without_its_font(text, encoding):
    assert looks_legacy(text) is encoding


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plan 2025",
        "café",
        "Le café de Saint-Étienne est déjà fermé, né à Orléans où il a été élevé",
        "São Paulo, João, Köln, Zürich, Malmö, Łódź",
        "Kế hoạch ho¹ch chÝnh",
        "hòa bình, công bình, có lý",
        "hòa, hoà, xã, bà, thí, cá, né, thé",
        "Lê Chí Hòa, Tô Bá Nhân, Võ Chí Công",
        "§ 5, 25 m², 10°C, 5 µm, 10 µl, ±2, ½ kg, 3×4, «mot», © 2024, Word®",
        "¶ ë ª º · © ®",
        "Krông Nô, Ea Súp, Sê San",
    ],
)
def test_other_text_is_no_old_text(text):
    assert looks_legacy(text) is None


@pytest.mark.parametrize("name", ["ke-hoach-cchc-2025.txt", "nd30-phu-luc-1.txt", "nd30-phu-luc-3.txt"])
def test_no_words_of_a_correct_text_look_old(name):
    text = (DATA / name).read_text("utf-8")
    words = text.split()
    pieces = [*words, *map(" ".join, pairwise(words)), *text.splitlines(), text]
    latin = " ".join(word for word in words if re.fullmatch("[\x00-\xff]*", word))
    assert not [piece for piece in [*pieces, latin] if looks_legacy(piece)]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_every_line_of_an_old_plan_with_words_enough_is_known(encoding, tcvn3_codes):
    codes = tcvn3_codes if encoding is TCVN3 else VNI_CODES
    lines = [line for line in PLAN.splitlines() if not line.isascii() and len(line.split()) > 3]
    unknown = [line for line in lines if looks_legacy(typed(line.lower(), codes)) is not encoding]
    assert unknown == ["- Lưu: VT, CCHC-VTLT."]


@pytest.mark.parametrize(
    "words",
    [
        "UBND TỈNH BÌNH ĐỊNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ Độc lập - Tự do",
        "KẾ HOẠCH\nCải cách hành chính",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "A\tCÔNG TÁC CHỈ ĐẠO\t\nI\tTHỂ CHẾ",
        "Số: /KH-SNV Bình Định, ngày",
        "UBND ở Hà Nội, QĐ-TTg, TW Đảng, Sở Nội vụ",
    ],
)
def test_capitals_that_tcvn3_has_not_are_told_by_those_beside_them(words, tcvn3_codes):
    codes = {letter.upper(): code for letter, code in tcvn3_codes.items()} | tcvn3_codes
    assert to_unicode(typed(words, codes), TCVN3) == words
