"""What has become of the tasks of a plan."""

from datetime import date

import pytest
from pydantic import ValidationError

from docgen.model.outcome import Outcome, Status

DONE = {"id": "ra-soat", "tinh_trang": "hoan_thanh", "ngay_hoan_thanh": "15/12/2025", "ket_qua": "05/BC-SNV"}


def test_an_outcome_is_read_from_its_yaml_keys():
    outcome = Outcome.model_validate(DONE)
    assert (outcome.status, outcome.finished_on, outcome.result) == (
        Status.DONE,
        date(2025, 12, 15),
        "05/BC-SNV",
    )


def test_every_status_has_a_label_of_its_own():
    assert len({status.label for status in Status}) == len(Status)
    assert Status.LATE.label == "Chậm tiến độ"


@pytest.mark.parametrize("key", ["so_ky_hieu", "trich_yeu", "ngay"])
def test_a_product_says_at_least_one_thing(key):
    outcome = Outcome.model_validate(DONE | {"van_ban": [{key: "15/12/2025"}]})
    assert outcome.products[0].as_data().keys() == {key}


@pytest.mark.parametrize(
    ("key", "value"),
    [("ngay_hoan_thanh", "31/02/2026"), ("tinh_trang", "xong"), ("id", "Ra soát"), ("van_ban", [{}])],
)
def test_what_is_wrong_is_refused(key, value):
    with pytest.raises(ValidationError):
        Outcome.model_validate(DONE | {key: value})
