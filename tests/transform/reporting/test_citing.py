"""A plan that contradicts itself about a document it cites is reported without the contradiction."""

import pytest

from docgen.model.address import addressed, with_texts
from docgen.transform.reporting.citing import cited_alike

ROW = "nhiem_vu/{}/noi_dung"
FIRST, LATER = (ROW.format(f"phan-cap-phan-quyen-cua-{whose}") for whose in ("so", "tinh"))


def test_of_two_dates_the_first_stays_and_the_later_citation_is_short(plan_2025):
    alike, (told,) = cited_alike(plan_2025)
    texts = addressed(alike)
    assert "Kế hoạch số 153/KH-UBND ngày 07/8/2023 của UBND tỉnh" in texts[FIRST]
    assert texts[LATER].startswith("Tiếp tục triển khai thực hiện Kế hoạch số 153/KH-UBND của UBND tỉnh về")
    assert told.place == "Phụ lục, phần B, nhóm II, nhiệm vụ 15, ô “Nhiệm vụ cụ thể”"
    assert "ngày 07/8/2023" in told.message
    assert "ngày 07/9/2023" in told.message


def test_nothing_else_of_the_plan_changes(plan_2025):
    before, after = addressed(plan_2025), addressed(cited_alike(plan_2025)[0])
    assert [address for address in before if before[address] != after[address]] == [LATER]


def test_a_plan_cited_alike_is_left_as_it_is(plan_2025):
    alike, _ = cited_alike(plan_2025)
    assert cited_alike(alike) == (alike, ())


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (
            "Kế hoạch số 153/KH-UBND, ngày 09 tháng 9 năm 2023 của UBND tỉnh",
            "Kế hoạch số 153/KH-UBND của UBND tỉnh",
        ),
        ("Kế hoạch 153/KH-UBND ngày 9/9/2023", "Kế hoạch 153/KH-UBND"),
    ],
)
def test_the_date_goes_however_it_is_written(plan_2025, written, left):
    third = ROW.format("kho-luu-tru-so")
    plan = with_texts(plan_2025, {third: f"Thực hiện {written} về phân cấp"})
    alike, told = cited_alike(plan)
    assert addressed(alike)[third] == f"Thực hiện {left} về phân cấp"
    assert len(told) == 2
