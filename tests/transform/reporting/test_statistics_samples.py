"""The statistics of the real submissions, recomputed from their files without anything of docgen's."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

import pytest
from ruamel.yaml import YAML
from told_statistics import results

from docgen.model.period import ReportingPeriod
from docgen.model.statistics import Reckoning
from docgen.resources import shipped
from docgen.transform.reporting.told import PeriodNumbers, Told

DATA = shipped("data")


@cache
def rows(part):
    """Return unit, file, code, value and note of every row of the statistics of a part of 2025."""
    files = sorted((DATA / "submissions" / f"2025-{part}").glob("*.yaml"))
    told = [(file.name, YAML(typ="safe").load(file)) for file in files]
    return [
        (said["don_vi"], name, row["ma"], row.get("so_lieu"), row.get("ghi_chu", ""))
        for name, said in told
        for row in said.get("thong_ke", ())
    ]


def numbers(part):
    told = tuple(
        Told(unit, file, code, None if value is None else Decimal(str(value)), note)
        for unit, file, code, value, note in rows(part)
    )
    return PeriodNumbers(ReportingPeriod(2025, part), told)


def totals(part, only=None):
    """Return the sums of what was told, by codes; `only` of the units that told all of these codes."""
    told = defaultdict(dict)
    for unit, _, code, value, _ in rows(part):
        if value is not None:
            told[code][unit] = Fraction(str(value))
    there = set.intersection(*(set(told[code]) for code in only)) if only else None
    return {
        code: sum(value for unit, value in values.items() if there is None or unit in there)
        for code, values in told.items()
    }


@pytest.mark.parametrize("parts", [("Q1",), ("Q1", "6T")])
def test_every_sum_and_share_is_that_of_the_files(organisation, forms_2025, parts):
    last = parts[-1]
    filled = results(forms_2025, organisation, *map(numbers, parts))
    sums, counted = totals(last), 0
    for code, row in filled.items():
        if row.indicator.reckoning is Reckoning.SHARE and row.value and row.value.value is not None:
            pair = (row.indicator.numerator, row.indicator.denominator)
            part, of = (totals(last, only=pair)[one] for one in pair)
            exact = Decimal(100 * part.numerator * of.denominator) / Decimal(part.denominator * of.numerator)
            assert row.value.value == exact.quantize(Decimal("0.01"), ROUND_HALF_UP), code
            counted += 1
        elif row.indicator.reckoning in {Reckoning.SUM, Reckoning.LATEST}:
            assert (row.value.value if row.value else None) == sums.get(code), code
            counted += row.value is not None
    assert counted > 90
