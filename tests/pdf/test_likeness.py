"""LibreOffice's PDF of the same Word file has the same pages, and its lines break at the same words.

A feature is shown by a file in the notation of `wordfile`, where "‹5-90›" stands for five to ninety words and
"30 × …" for thirty lines of a kind.
"""

import random
import re

import pytest
from likeness import likeness, remembered
from wordfile import word_file

from docgen.pdf import to_pdf

WORDS = """tiếp tục thực hiện đẩy mạnh công tác cải cách hành chính của Sở Nội vụ nhằm xây dựng nền hành chính
hiện đại chuyên nghiệp kỷ cương công khai minh bạch nâng cao chất lượng phục vụ đảm bảo liên thông đồng bộ"""
STYLE = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="Normal"/></w:style>'
NUMBERING = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>
<w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/>
<w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
RUNNING = {"header": "center | № / Σ", "first_header": "| ", "footer": "right | Trang №"}
FEATURES = {
    "justified": "30 × both first=720 before=120 | ‹5-90›",
    "one and a half lines": "30 × both first=720 before=120 line=360 rule=auto | ‹5-90›",
    "lines of 1.3": "30 × both before=60 after=60 line=312 rule=auto | ‹5-90›",
    "lines of 0.9": "30 × both before=60 after=60 line=216 rule=auto | ‹5-90›",
    "exact lines": "30 × both first=720 line=340 rule=exact after=100 | ‹5-90›",
    "least lines": "30 × both first=720 line=400 rule=atLeast after=100 | ‹5-90›",
    "sizes": """
        9 × both size=20 after=60 | ‹3-70›
        9 × both size=26 after=120 | ‹3-70›
        9 × both size=32 before=200 | ‹3-70›""",
    "kept together": """
        9 × before=120 keepnext | ‹4-7›
        9 × both keeplines | ‹30-140›
        before=120 keepnext | ‹4-7›
        9 × both keeplines | ‹30-140›""",
    "no widow control": "40 × both first=720 nowidow | ‹5-90›",
    "page breaks": """
        | ‹30-40›
        | ‹9-20›⤓‹9-20›
        | ⤓
        before=240 | ‹9-20›
        | ⤓‹9-20›
        newpage before=240 | ‹9-20›
        | một↵hai↵‹20-40›""",
    "tabs": """
        tabs=3000 | Số:⇥‹3-5›
        tabs=9000:right | Trái⇥Phải
        tabs=9000:right:dot | Mục lục⇥12
        tabs=4500:center,9000:right | một⇥giữa⇥phải
        | mặc⇥định⇥đến
        left=720 hanging=720 both | 1.⇥‹50-60›
        tabs=9700 | xa⇥quá lề""",
    "spaces": """
        both | ‹9-12›          ‹30-40›
        | Số:      /KH-SNV   ngày    tháng     năm 2025
        both | ‹40-50›     ‹5-9›   ‹30-40›""",
    "faces": "9 × both | ‹9-12› *‹9-12›* ‹7-9› /‹12-14›/",
    "letter spacing": """
        5 × both letters=-4 | ‹40-50›
        5 × both letters=8 | ‹40-50›""",
    "table": """
        table 700 5000 1800 1800 border header cantsplit size=24
        + STT + Nội dung + Đơn vị + Thời gian
        40 × + ‹1› + ‹1-40› + ‹1-9› + ‹1-6›
        | sau bảng""",
    "rows that split": """
        | trước bảng
        table 700 5000 1800 1800 border header size=26
        + STT + Nội dung + Đơn vị + Thời gian
        40 × + ‹1› + ‹1-40› + ‹1-9› + ‹1-6›
        | sau bảng""",
    "space in cells": """
        table 700 5000 3600 border cantsplit cell=before=40,after=60
        30 × + ‹1› + ‹1-40› + ‹1-9›""",
    "spans": """
        table 900 3000 3000 2000 border merge size=26
        + a + ‹12-20› + ‹1› + ‹1›
        + ^ + ‹1› + ‹9-12› + ‹1›
        20 × + ‹2-4› >> 2 + ‹9-12› >> 2
        + a + ‹12-20› + ‹1› + ‹1›
        + ^ + ‹1› + ‹9-12› + ‹1›""",
    "row heights": """
        table 3000 6000 border cantsplit height=900
        25 × + ‹1-2› + ‹1-50›""",
    "exact row heights": """
        table 3000 6000 border height=500 rule=exact
        45 × + ‹1› + ‹3›""",
    "rows kept with the next": """
        30 × | ‹3›
        table 3000 6000 border cantsplit cell=keepnext
        20 × + ‹1-4› + ‹1-50›
        | sau bảng""",
    "layout table": """
        table 4000 5000
        + ‹6-9›¶‹3-4› + ‹4-6›¶‹9-12›
        2 × both | ‹5-90›""",
    "running heads": "40 × both | ‹5-90›\n---\n30 × both | ‹5-90›",
    "sections": """
        20 × both | ‹5-90›
        --- landscape start=5
        20 × both | ‹5-90›
        --- continuous
        8 × both | ‹5-90›
        --- continuous
        8 × both | ‹5-90›""",
    "contextual spacing": """
        30 × contextual before=200 after=200 style=A | ‹5-90›
        9 × both before=100 after=300 | ‹5-90›""",
    "long words": f"""
        both | ‹5› {"x" * 300} ‹5›
        table 1500 7000 border
        + {"y" * 60} + ‹9-20›""",
    "numbering": """
        level=0 both | ‹30-60›
        2 × level=1 both | ‹30-60›
        level=0 | hai
        level=1 | lại một""",
    "Word 2010": """
        | trước bảng
        table 700 5000 1800 1800 border
        40 × + ‹1› + ‹1-40› + ‹1-9› + ‹1-6›""",
}
PARTS = {
    "running heads": RUNNING,
    "sections": {"header": "center | Trang №"},
    "contextual spacing": {"styles": STYLE},
    "numbering": {"numbering": NUMBERING},
    "Word 2010": {"compatibility": 14},
}


def spoken(text):
    """Fill a case with words, the same ones each time."""
    dice, words = random.Random(30), WORDS.split()  # noqa: S311 - words to fill lines with

    def some(found):
        least, _, most = found[1].partition("-")
        return " ".join(dice.choices(words, k=dice.randint(int(least), int(most or least))))

    text = re.sub(
        r"^ *(\d+) × (.*)$", lambda found: int(found[1]) * (found[2] + "\n"), text, flags=re.MULTILINE
    )
    return re.sub(r"‹([\d-]+)›", some, text)


@pytest.fixture(scope="module")
def judged(plan_docx):
    """How alike LibreOffice's PDF and ours are, of every feature and of the 2025 plan both ways."""
    files = plan_docx | {
        name: word_file(spoken(text), **PARTS.get(name, {})) for name, text in FEATURES.items()
    }
    theirs = remembered(files)
    return {name: likeness(theirs[name], to_pdf(data)) for name, data in files.items()}


@pytest.mark.parametrize("name", ["PORTRAIT", "LANDSCAPE"])
def test_the_plan_has_the_same_pages_and_every_line(judged, name):
    assert judged[name].same_pages
    assert judged[name].differing == ()


@pytest.mark.parametrize("name", FEATURES)
def test_a_feature_has_the_same_pages_and_lines(judged, name):
    """A line that fits to a hundredth of a point may break differently in a short file."""
    assert judged[name].same_pages
    assert judged[name].share >= 0.95, judged[name].differing


def test_99_lines_of_100_break_at_the_same_word(judged):
    equal, lines = (sum(getattr(one, figure) for one in judged.values()) for figure in ("equal", "lines"))
    assert equal / lines >= 0.99


def test_a_difference_is_seen():
    """The judge is not blind to other words and other pages."""
    left, right = (to_pdf(word_file(f"| giống nhau\nnewpage | {end}")) for end in ("một", "hai"))
    assert not likeness(left, right).same_pages
    assert likeness(left, right).share < 1
