import pytest

from docgen.recognition.ledger import Ledger
from docgen.recognition.slips import find_slips, tell_slips
from docgen.recognition.source import Line


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


def test_tells_a_slip_once_with_all_its_places():
    ledger = Ledger()
    lines = [Line("Phần đầu 07 chỉ tiêu", "đoạn 3"), Line("phần đầu đạt 95%", "đoạn 9")]
    tell_slips(lines, ledger)
    (finding,) = ledger.findings
    assert finding.place == "đoạn 3"
    assert "“Phần đầu”: có phải “Phấn đấu”?" in finding.message
    assert "đoạn 9" in finding.message
    assert list(ledger.unsettled(lines)) == lines
