"""B19: documents out of force, by the day of the document that cites them."""

from datetime import date

import pytest

from docgen.rules.lexicon import Expired

AFTER = {"date": date(2026, 8, 1), "year": 2026, "type_name": "Kế hoạch"}


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về cơ chế một cửa", "118/2025/NĐ-CP"),
        ("theo Nghị định 61/2018 và các văn bản liên quan", "118/2025/NĐ-CP"),
        ("thực hiện NĐ 61/2018, NQ 76", "118/2025/NĐ-CP"),
        ("theo Nghị định số 61/2018/NĐ–CP", "118/2025/NĐ-CP"),
        ("Luật Ban hành văn bản quy phạm pháp luật năm 2015", "64/2025/QH15"),
        ("Luật ban hành văn bản quy phạm pháp luật số 80/2015/QH13", "64/2025/QH15"),
        ("Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015", "72/2025/QH15"),
        ("Thông tư số 02/2019/TT-BNV", "05/2025/TT-BNV"),
    ],
)
def test_a_document_out_of_force_is_told_with_its_successor(hits, words, instead):
    (hit,) = hits("B19", words, **AFTER)
    assert instead in hit.expected
    assert "đã hết hiệu lực từ ngày" in hit.message


@pytest.mark.parametrize(
    "words",
    [
        "Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP",
        "Nghị định số 61/2018/NĐ-CP hết hiệu lực từ ngày 01/7/2025",
        "Quyết định số 61/2018/QĐ-UBND của UBND tỉnh",
        "Quyết định số 161/2018/NĐ-CP",
        "biên chế 61/2018 người",
        "Luật Ban hành văn bản quy phạm pháp luật",
        "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        "Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025",
        "Luật Tổ chức chính quyền địa phương năm 2025",
    ],
)
def test_what_is_in_force_or_told_as_ended_is_left_alone(hits, words):
    assert not hits("B19", words, **AFTER)


@pytest.mark.parametrize(
    ("context", "told"),
    [
        ({"date": date(2025, 6, 30)}, False),
        ({"date": date(2025, 7, 1)}, True),
        ({"year": 2024}, False),
        ({"year": 2025}, True),
        ({}, False),
        ({"year": 2025, "date": date(2025, 12, 20), "type_name": "Báo cáo"}, False),
        ({"year": 2026, "type_name": "BÁO CÁO"}, True),
        ({"year": 2026, "date": date(2026, 12, 20), "type_name": "Báo cáo"}, True),
    ],
)
def test_the_day_of_the_document_decides(hits, context, told):
    assert bool(hits("B19", "theo Nghị định số 61/2018/NĐ-CP", **context)) is told


def test_an_office_adds_its_own_documents(hits):
    own = Expired(number="12/2020/QĐ-UBND", ended=date(2026, 1, 1))
    (hit,) = hits("B19", "theo Quyết định số 12/2020/QĐ-UBND và NĐ 12/2020", expired=(own,), **AFTER)
    assert hit.message.startswith("Văn bản số 12/2020/QĐ-UBND đã hết hiệu lực từ ngày 01/01/2026. Hãy tìm")
