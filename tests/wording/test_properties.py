"""What holds of every text: spans lie in it, mending ends, nothing grows out of hand."""

import time
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.wording import RULES, Context, Text

CONTEXT = Context(year=2025, type_name="Kế hoạch")
PIECES = (
    "Sở Nội vụ", "Văn Phòng Sở", "hóa", "hoá", "Uỷ ban", "tổ chức", "Khoản 2 điều 13", "Tháng 3", "ngày",
    "tỉnh", "năm 2024", "Luật Lưu trữ", "Quyết định số 12/QĐ–UBND ngày 05/3/2025 của UBND tỉnh",
    "Công văn số 1/A-B", " ", "  ", "   ", "\u00a0", ",", ";", ":", ".", "-", "–", " - ", " – ", "(", ")",
    "“", "”", "\n", "1", "İ", "a.b@c", "/",
)  # fmt: skip
texts = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=6)


def mended(words):
    """Return the texts with every certain correction made."""
    read = [Text(each, place) for place, each in enumerate(words)]
    hits = [hit for rule in RULES.values() for hit in rule(read, CONTEXT)]
    edits = {edit for hit in hits for edit in hit.edits}
    backwards = sorted(edits, key=lambda edit: (edit.text.place, -edit.start))
    result = list(words)
    for place, group in groupby(backwards, key=lambda edit: edit.text.place):
        for edit in group:
            result[place] = result[place][: edit.start] + edit.replacement + result[place][edit.end :]
    return result, hits


@given(texts)
def test_every_hit_lies_in_its_text_and_edits_do_not_overlap(words):
    _, hits = mended(words)
    for hit in hits:
        assert 0 <= hit.start <= hit.end <= len(hit.text.words)
        assert hit.message.endswith((".", "”."))
        spans = sorted((edit.text.place, edit.start, edit.end) for edit in hit.edits)
        assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(spans))


@given(texts)
def test_what_is_mended_stays_mended(words):
    once, _ = mended(words)
    again, _ = mended(once)
    assert again == once


def test_one_endless_text_is_read_in_time():
    for piece in (
        "a,b",
        "Khoản 2 điều 13 ",
        "hoá ",
        "cấp huyện ",
        "Quyết định số 1/QĐ-UBND ",
        "  a",
        "Tháng 1/2024, ",
    ):
        start = time.process_time()
        mended([piece * (20_000 // len(piece))])
        assert time.process_time() - start < 3
