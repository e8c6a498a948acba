import time
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest

from docgen.recognition.ledger import Ledger
from docgen.recognition.slips import find_slips, tell_slips
from docgen.recognition.source import Line
from docgen.resources import shipped

HERE = Path(__file__).parent
SUPPORT = HERE.parent / "support"
WRONG = [line.split(" | ") for line in (HERE / "slips/wrong.txt").read_text("utf-8").splitlines()]
RIGHT = (HERE / "slips/right.txt").read_text("utf-8").splitlines()
GOOD = sorted((SUPPORT / "good/texts").glob("*.txt"))
PLAN = (shipped("data") / "kehoach-2025.yaml").read_text("utf-8")


def told(text: str) -> list[tuple[str, str]]:
    return [(slip.found, slip.suggested) for slip in find_slips(text)]


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("góp phần thực tốt các nhiệm vụ chính trị", "thực tốt", "thực hiện tốt"),
        ("“làm gương, trọng tâm, bút phá”**", "bút phá", "bứt phá"),
        ("- Phần đầu kết quả đánh giá Chỉ số", "Phần đầu", "Phấn đấu"),
        ("của Sở. Phần đầu 07 chỉ tiêu", "Phần đầu", "Phấn đấu"),
        ("- UBND tỉnh (đề báo cáo);", "đề báo cáo", "để báo cáo"),
    ],
)
def test_finds_the_slips_of_a_scanned_plan(text, found, suggested):
    (slip,) = find_slips(text)
    assert (slip.found, slip.suggested) == (found, suggested)
    assert text[slip.start : slip.end] == found
    assert slip.why


def test_finds_no_other_slip_in_a_scanned_plan():
    scanned = (HERE.parent / "data/ke-hoach-cchc-2025.txt").read_text("utf-8")
    assert len(find_slips(scanned)) == 5


def test_finds_nearly_all_slips_of_other_plans():
    found = [told(sentence) == [(wrong, right)] for sentence, wrong, right in WRONG]
    assert len(found) >= 60
    assert sum(found) / len(found) >= 0.95


@pytest.mark.parametrize("sentence", RIGHT)
def test_doubts_no_right_sentence(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize("sentence", [line for line in RIGHT if line[1:].islower()])
def test_doubts_no_right_sentence_in_capitals(sentence):
    assert told(sentence.upper()) == []


@pytest.mark.parametrize(
    "text", [PLAN, *(path.read_text("utf-8") for path in GOOD)], ids=["plan", *(path.stem for path in GOOD)]
)
def test_doubts_no_right_document(text):
    assert told(text) == []


@pytest.mark.parametrize("name", ["terms", "capitals", "checks", "expired", "house", "places", "reports"])
def test_doubts_nothing_that_docgen_says(name):
    text = files("docgen.rules").joinpath(f"{name}.toml").read_text("utf-8")
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("PHẦN ĐẦU HOÀN THÀNH KẾ HOẠCH", "PHẦN ĐẦU", "PHẤN ĐẤU"),
        ("bảo đảm thủ\n  tuc đúng hạn", "thủ tuc", "thủ tục"),
        ("đẩy mạnh **cải** cach tiền lương", "cải cach", "cải cách"),
        ("“Nghi quyết” của Đảng", "Nghi quyết", "Nghị quyết"),
        ("cẩm nang cài đặt và hưóng dẫn sử dụng", "hưóng dẫn", "hướng dẫn"),
        ("rnục tiêu chung", "rnục tiêu", "mục tiêu"),
        ("tốc đô tăng trưởng", "tốc đô", "tốc độ"),
        ("thựchiện nghiêm túc", "thựchiện", "thực hiện"),
        ("hoạtt động kinh doanh", "hoạtt động", "hoạt động"),
        ("tổ chưc2 hội nghị", "tổ chưc2", "tổ chức"),
        ("đã cùa Sở", "cùa Sở", "của Sở"),
        ("rnột số tồn tại", "rnột số", "một số"),
    ],
)
def test_reads_capitals_line_ends_marks_and_look_alikes(text, found, suggested):
    assert told(text) == [(found, suggested)]


def test_gives_places_of_the_text_as_it_is_given():
    text = unicodedata.normalize("NFD", "Căn cứ Nghị quyêt số 18")
    (slip,) = find_slips(text)
    assert unicodedata.normalize("NFC", text[slip.start : slip.end]) == "Nghị quyêt"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "07/2025",
        "a b c",
        "ke hoach cai cach hanh chinh",
        "đề",
        "Phần đầu",
        "phần đầu Kết",
        "thực",
        "Đề biết",
    ],
)
def test_is_silent_where_little_is_said(text):
    assert told(text) == []


def test_tells_a_slip_once_with_all_its_places():
    ledger = Ledger()
    lines = [
        Line("Phần đầu 07 chỉ tiêu", "đoạn 3"),
        Line("phần đầu đạt 95%", "đoạn 9"),
        Line("đạt 95%", "đoạn 10"),
    ]
    tell_slips(lines, ledger)
    (finding,) = ledger.findings
    assert (finding.place, finding.severity) == ("đoạn 3", "warning")
    assert "“Phần đầu”: có phải “Phấn đấu”?" in finding.message
    assert finding.message.endswith("Cũng có ở: đoạn 9.")
    assert "không tự sửa" in finding.remedy
    assert list(ledger.unsettled(lines)) == lines


def test_takes_time_in_proportion_to_the_text():
    def seconds(text):
        find_slips(text)
        runs = []
        for _ in range(5):
            start = time.process_time()
            find_slips(text)
            runs.append(time.process_time() - start)
        return min(runs)

    assert seconds(PLAN * 8) < 16 * seconds(PLAN) < 16 * 0.05
