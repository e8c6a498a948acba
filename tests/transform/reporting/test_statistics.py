"""What indicators come to over a period and a year; every sum and share is recomputed here."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_statistics import (
    ARCHIVE,
    OFFICE,
    STAFF,
    TWO,
    forms,
    results,
    said,
    share,
    state,
    summed,
    told,
)

from docgen.model.figure import Source
from docgen.transform.reporting.told import PeriodNumbers, Told

ALL = "Các đơn vị thuộc và trực thuộc Sở"
HANDLED = forms(summed("1", *TWO), summed("2", *TWO), share("3", "2", "1"))


def handled(part, *pairs):
    """Return what units told of 1, what there was to do, and 2, what was done."""
    rows = [(unit, code, value) for unit, *values in pairs for code, value in zip("12", values, strict=True)]
    return told(part, *rows)


@pytest.mark.parametrize(
    ("values", "text", "formula", "silent"),
    [
        ({}, None, None, TWO),
        ({OFFICE: 0}, "0", "0", (ARCHIVE,)),
        ({ARCHIVE: 5}, "5", "5", (OFFICE,)),
        ({ARCHIVE: 5, OFFICE: 3}, "8", "3 + 5", ()),
        ({OFFICE: "1234.5", ARCHIVE: "0.25"}, "1.234,75", "1.234,5 + 0,25", ()),
        ({OFFICE: 4, STAFF: 9}, "4", "4", (ARCHIVE,)),
        ({OFFICE: None, ARCHIVE: 2}, "2", "2", (OFFICE,)),
    ],
)
def test_what_units_tell_is_added_up(organisation, values, text, formula, silent):
    told_now = told("Q1", *((unit, "1", value) for unit, value in values.items()))
    row = results(forms(summed("1", *TWO)), organisation, told_now)["1"]
    assert (row.value and row.value.text, row.value and row.value.formula) == (text, formula)
    assert row.silent == silent
    assert (row.cumulated and row.cumulated.text, row.previous) == (text, None)
    assert row.value is None or sum(said(row.value)) == row.value.value


def test_a_value_knows_who_told_it_where(organisation):
    row = results(forms(summed("1", OFFICE)), organisation, told("Q1", (OFFICE, "1", 1234)))["1"]
    assert row.value.sources == (Source(OFFICE, "1", f"{OFFICE}-Q1.yaml", "1.234"),)
    assert row.value.meaning == "Chỉ tiêu 1 (việc), quý I năm 2025"
    assert row.cumulated.meaning == "Chỉ tiêu 1 (việc), lũy kế đến hết quý I năm 2025"


@pytest.mark.parametrize(
    ("done", "of", "text", "formula", "value"),
    [
        (0, 0, "không phát sinh", "0/0", None),
        (0, 5, "0%", "0/5 × 100", Decimal(0)),
        (1, 3, "33,33%", "1/3 × 100", Decimal("33.33")),
        (2, 3, "66,67%", "2/3 × 100", Decimal("66.67")),
        (412, 415, "99,28%", "412/415 × 100", Decimal("99.28")),
        ("0.5", "1.5", "33,33%", "0,5/1,5 × 100", Decimal("33.33")),
        (5, 5, "100%", "5/5 × 100", Decimal(100)),
    ],
)
def test_a_share_keeps_what_it_is_reckoned_from(organisation, done, of, text, formula, value):
    row = results(HANDLED, organisation, handled("Q1", (OFFICE, of, done)))["3"]
    assert (row.value.text, row.value.formula, row.value.value) == (text, formula, value)
    assert [source.row for source in row.value.sources] == ["2", "1"]


def test_of_something_in_nothing_there_is_no_share(organisation):
    row = results(HANDLED, organisation, handled("Q1", (OFFICE, 0, 2), (ARCHIVE, 0, 0)))["3"]
    assert (row.value, row.note) == (None, "Không tính được tỷ lệ vì mẫu số bằng 0.")


def test_a_unit_that_told_one_part_alone_is_left_out_of_the_share(organisation):
    rows = results(HANDLED, organisation, handled("Q1", (OFFICE, 10, 9), (ARCHIVE, 40, None)))
    assert (rows["1"].value.text, rows["2"].value.text, rows["3"].value.text) == ("50", "9", "90%")
    assert rows["3"].silent == (ARCHIVE,)
    assert rows["3"].note == (
        f"Chưa có số liệu của {ARCHIVE}. Tỷ lệ chưa tính {ARCHIVE} vì thiếu tử số hoặc mẫu số."
    )


def test_parts_of_a_share_may_be_told_by_different_units(organisation):
    asked = forms(summed("1", OFFICE), state("2", STAFF), share("3", "1", "2"))
    rows = results(asked, organisation, told("Q1", (OFFICE, "1", 3), (STAFF, "2", 4)))
    assert rows["3"].value.formula == "3/4 × 100"
    assert results(asked, organisation, told("Q1", (OFFICE, "1", 3)))["3"].value is None


PARTS = ["Q1", "6T", "Q3", "9T", "N"]


@pytest.mark.parametrize(
    ("last", "value", "previous", "cumulated"),
    [
        ("Q1", "3", None, "3"),
        ("6T", "7", "3", "7"),
        ("Q3", "5", "7", "12"),
        ("9T", "12", "7", "12"),
        ("N", "20", "12", "20"),
    ],
)
def test_windows_of_the_year_hold_the_earlier_ones_and_quarter_iii_is_added(
    organisation, last, value, previous, cumulated
):
    values = dict(zip(PARTS, (3, 7, 5, 12, 20), strict=True))
    periods = [told(part, (OFFICE, "1", values[part])) for part in PARTS[: PARTS.index(last) + 1]]
    row = results(forms(summed("1", OFFICE)), organisation, *periods)["1"]
    assert (row.value.text, row.previous and row.previous.text) == (value, previous)
    assert (row.cumulated.text, row.note) == (cumulated, "")


def test_a_share_of_the_year_is_reckoned_anew(organisation):
    half, third = handled("6T", (OFFICE, 100, 50), (ARCHIVE, 2, 2)), handled("Q3", (OFFICE, 10, 10))
    row = results(HANDLED, organisation, half, third)["3"]
    assert (row.previous.text, row.value.text) == ("50,98%", "100%")
    assert (row.cumulated.text, row.cumulated.formula) == ("55,36%", "62/112 × 100")
    assert len(row.cumulated.sources) == 6


def test_quarter_iii_without_six_months_has_no_value_of_the_year(organisation):
    periods = handled("Q1", (OFFICE, 2, 2)), handled("Q3", (OFFICE, 3, 1), (ARCHIVE, 1, 1))
    rows = results(HANDLED, organisation, *periods)
    assert (rows["1"].value.text, rows["1"].cumulated, rows["3"].cumulated) == ("4", None, None)
    assert rows["3"].note == "Chưa tính được lũy kế vì chưa có số liệu 6 tháng đầu năm 2025."


def test_who_is_missing_in_the_year_is_named(organisation):
    periods = handled("6T", (OFFICE, 2, 2)), handled("Q3", (OFFICE, 3, 1), (ARCHIVE, 1, 1))
    row = results(HANDLED, organisation, *periods)["1"]
    assert (row.cumulated.text, row.silent) == ("6", ())
    assert row.note == f"Lũy kế chưa gồm số liệu 6 tháng đầu năm 2025 của {ARCHIVE}."


def test_of_states_the_last_counts(organisation):
    first = told("Q1", (OFFICE, "1", 10), (ARCHIVE, "1", 4), (OFFICE, "2", 10), (ARCHIVE, "2", 5))
    half = told("6T", (OFFICE, "1", 12), (OFFICE, "2", 12))
    rows = results(forms(state("1", *TWO), state("2", *TWO), share("3", "1", "2")), organisation, first, half)
    assert (rows["1"].value.text, rows["1"].previous.text, rows["1"].cumulated.text) == ("12", "14", "16")
    assert (rows["3"].value.formula, rows["3"].cumulated.formula) == ("12/12 × 100", "16/17 × 100")
    lacks = f"Chưa có số liệu của {ARCHIVE}. Lũy kế gồm cả số liệu quý I năm 2025 của {ARCHIVE}."
    assert (rows["1"].note, rows["3"].note) == (lacks, lacks)


def test_a_unit_that_has_ended_owes_nothing_and_its_last_state_is_gone(organisation):
    asked = forms(state("1", OFFICE, "Thanh tra Sở"), summed("2", OFFICE, "Thanh tra Sở"))
    half = told("6T", (OFFICE, "1", 9), ("Thanh tra Sở", "1", 8), ("Thanh tra Sở", "2", 1), (OFFICE, "2", 1))
    third = told("Q3", (OFFICE, "1", 9), ("Thanh tra Sở", "2", 4), (OFFICE, "2", 1))
    rows = results(asked, organisation, half, third)
    assert (rows["1"].cumulated.text, rows["1"].silent) == ("9", ())
    assert (rows["2"].value.text, rows["2"].cumulated.text) == ("5", "7")


def test_flows_of_a_unit_that_is_silent_count_until_it_told_last(organisation):
    periods = handled("Q1", (OFFICE, 4, 2), (ARCHIVE, 6, 6)), handled("6T", (OFFICE, 9, 9))
    rows = results(HANDLED, organisation, *periods)
    assert (rows["1"].value.text, rows["1"].cumulated.text) == ("9", "15")
    assert (rows["3"].value.text, rows["3"].cumulated.formula) == ("100%", "15/15 × 100")
    assert rows["3"].note == (
        f"Chưa có số liệu của {ARCHIVE}. Lũy kế gồm cả số liệu quý I năm 2025 của {ARCHIVE}."
    )


def test_what_an_heir_tells_holds_what_was_told_before_it(organisation):
    data = organisation.model_dump(mode="json", by_alias=True)
    next(unit for unit in data["don_vi"] if unit["id"] == "thanh-tra")["don_vi_ke_thua"] = "van-phong"
    now = type(organisation).model_validate(data)
    periods = told("6T", ("Thanh tra Sở", "1", 9)), told("9T", (OFFICE, "1", 12))
    assert results(forms(summed("1", "Thanh tra Sở")), now, *periods)["1"].cumulated.text == "12"


@pytest.mark.parametrize(
    ("values", "cumulated", "carried"),
    [
        ({"Q1": 4, "6T": 9}, "11", "6 tháng đầu"),
        ({"Q1": 4}, "6", "quý I"),
        (
            {"Q1": 4, "6T": 9, "Q3": 1},
            "12",
            "6 tháng đầu năm 2025 của Thanh tra Sở. Lũy kế gồm cả số liệu quý III",
        ),
        ({"Q1": 4, "Q3": 1}, "6", "quý I"),
        ({"Q1": 4, "6T": 9, "9T": 10}, "12", ""),
        ({}, "2", ""),
    ],
)
def test_flows_of_a_unit_that_has_ended_stay_in_the_year(organisation, values, cumulated, carried):
    asked = forms(summed("1", OFFICE, "Thanh tra Sở"))
    earlier = [
        told(part, ("Thanh tra Sở", "1", values[part])) for part in ("Q1", "6T", "Q3") if part in values
    ]
    now = told("9T", (OFFICE, "1", 2), ("Thanh tra Sở", "1", values.get("9T")))
    row = results(asked, organisation, *earlier, now)["1"]
    assert (row.cumulated.text, sum(said(row.cumulated))) == (cumulated, row.cumulated.value)
    assert row.note == (f"Lũy kế gồm cả số liệu {carried} năm 2025 của Thanh tra Sở." if carried else "")


def test_an_indicator_that_nobody_is_left_to_tell(organisation):
    row = results(forms(summed("1", "Thanh tra Sở")), organisation, told("9T"))["1"]
    assert (row.value, row.silent, row.note) == (None, (), "Không còn đơn vị báo cáo (Thanh tra Sở).")


@pytest.mark.parametrize(("part", "owing"), [("Q1", 8), ("6T", 8), ("9T", 7)])
def test_a_group_is_its_members_on_the_last_day_of_data(organisation, part, owing):
    row = results(forms(summed("1", ALL)), organisation, told(part, ("Ban Tôn giáo", "1", 2)))["1"]
    assert (len(row.silent), row.value.text) == (owing, "2")
    assert not {"Ban Tôn giáo", *(["Thanh tra Sở"] if part == "9T" else [])} & {*row.silent}
    assert row.note == "Chưa có số liệu của đơn vị nào." or owing


def test_a_successor_tells_in_place_of_a_unit_and_bodies_outside_do_not(organisation):
    data = organisation.model_dump(mode="json", by_alias=True)
    inspectorate = next(unit for unit in data["don_vi"] if unit["id"] == "thanh-tra")
    inspectorate["don_vi_ke_thua"] = "van-phong"
    now = type(organisation).model_validate(data)
    asked = forms(summed("1", "Thanh tra Sở"), summed("2", "Ban Tôn giáo"))
    rows = results(asked, now, told("9T", (OFFICE, "1", 2), ("Sở Dân tộc và Tôn giáo", "2", 5)))
    assert (rows["1"].value.text, rows["1"].silent, rows["2"].value) == ("2", (), None)


@pytest.mark.parametrize(
    ("day", "codes"),
    [(date(2025, 6, 30), ["1"]), (date(2025, 7, 1), ["2"]), (date(2025, 3, 14), ["1"])],
)
def test_the_last_day_of_data_decides_what_is_asked(organisation, day, codes):
    asked = forms(summed("1", valid_to="30/6/2025"), summed("2", valid_from="01/7/2025"))
    assert list(results(asked, organisation, told("6T"), day=day)) == codes


def test_a_form_without_rows_is_left_out(organisation):
    asked = forms(summed("1", valid_to="30/6/2025"))
    assert results(asked, organisation, told("9T")) == {}


def test_the_plan_counts_for_itself(organisation):
    counted = {"code": "1", "reckoning": "theo_ke_hoach", "counted": "nhiem_vu"}
    asked = forms(
        counted, counted | {"code": "2", "counted": "da_hoan_thanh"}, share("3", "2", "1"), state("4")
    )
    first, half = told("Q1", nhiem_vu=26, da_hoan_thanh=7), told("6T", nhiem_vu=26, da_hoan_thanh=23)
    rows = results(asked, organisation, first, half)
    assert [(rows[code].previous.text, rows[code].value.text) for code in "123"] == [
        ("26", "26"),
        ("7", "23"),
        ("26,92%", "88,46%"),
    ]
    assert rows["3"].cumulated.formula == "23/26 × 100"
    assert (rows["2"].silent, rows["2"].value.sources) == ((), (Source("Kế hoạch"),))
    assert results(asked, organisation, told("Q1", nhiem_vu=26))["3"].value is None


@pytest.mark.parametrize(
    ("values", "reached"),
    [((8, 8, 2, 2), True), ((8, 8, 2, 1), False), ((8, 8, None, None), None), ((0, 0, 0, 0), None)],
)
def test_a_target_is_judged_exactly_and_when_all_have_told(organisation, values, reached):
    target = {"year": 2025, "value": 100}
    asked = forms(summed("1", *TWO), summed("2", *TWO), share("3", "2", "1", targets=[target]))
    here, done_here, there, done_there = values
    row = results(asked, organisation, handled("Q1", (OFFICE, here, done_here), (ARCHIVE, there, done_there)))
    assert (row["3"].is_reached, row["3"].target.value) == (reached, 100)


def test_a_share_that_is_rounded_up_has_not_reached_its_target(organisation):
    asked = forms(summed("1"), summed("2"), share("3", "2", "1", targets=[{"year": 2025, "value": 100}]))
    row = results(asked, organisation, handled("Q1", (OFFICE, 100_000, 99_999)))["3"]
    assert (row.value.text, row.is_reached) == ("100%", False)


@pytest.mark.parametrize(("value", "reached"), [(6, False), (7, True), (None, None)])
def test_a_number_may_be_a_target(organisation, value, reached):
    asked = forms(state("1", targets=[{"year": 2025, "value": 7}, {"year": 2026, "value": 1}]))
    assert results(asked, organisation, told("Q1", (OFFICE, "1", value)))["1"].is_reached is reached


def test_what_units_remark_stands_beside_the_number(organisation):
    rows = (
        Told(OFFICE, "a.yaml", "1", None, "Hệ thống chưa công bố."),
        Told(ARCHIVE, "b.yaml", "1", Decimal(3), "Tính đến 10/3"),
    )
    numbers = PeriodNumbers(told("Q1").period, rows)
    row = results(forms(summed("1", *TWO)), organisation, numbers)["1"]
    assert row.note == f"Chưa có số liệu của {OFFICE} (Hệ thống chưa công bố). {ARCHIVE}: Tính đến 10/3."


def test_when_nobody_told_anything_nobody_is_listed(organisation):
    assert results(HANDLED, organisation, told("Q1"))["3"].note == "Chưa có số liệu của đơn vị nào."


COUNTS = st.integers(0, 10**6)
PAIRS = st.tuples(COUNTS, COUNTS).map(sorted)


@given(office=PAIRS, archive=PAIRS, later=PAIRS)
def test_shares_of_the_year_are_no_averages(organisation, office, archive, later):
    pairs = {OFFICE: office, ARCHIVE: archive}
    half = handled("6T", *((unit, of, done) for unit, (done, of) in pairs.items()))
    third = handled("Q3", (OFFICE, later[1], later[0]), (ARCHIVE, 0, 0))
    rows = results(HANDLED, organisation, half, third)
    every = [office, archive, later]
    done, of = sum(pair[0] for pair in every), sum(pair[1] for pair in every)
    assert (rows["2"].cumulated.value, rows["1"].cumulated.value) == (done, of)
    assert all(sum(said(rows[code].cumulated)) == rows[code].cumulated.value for code in "12")
    if of:
        exact = Fraction(100 * done, of)
        assert abs(Fraction(rows["3"].cumulated.value) - exact) <= Fraction(1, 200)
        shares = [Fraction(100 * one, total) for one, total in every if total]
        average = sum(shares) / len(shares)
        weights = {total for _, total in every if total}
        if len(weights) == 1:
            assert average == exact
        if abs(average - exact) > Fraction(1, 100):
            assert abs(Fraction(rows["3"].cumulated.value) - average) > Fraction(1, 200)


UNITS = st.dictionaries(st.sampled_from([OFFICE, ARCHIVE, STAFF]), st.none() | COUNTS)


@given(first=UNITS, half=UNITS)
def test_every_number_is_the_sum_of_its_sources(organisation, first, half):
    periods = [
        told(part, *((unit, code, value) for unit, value in units.items() for code in "12"))
        for part, units in (("Q1", first), ("6T", half))
    ]
    rows = results(forms(summed("1", *TWO), state("2", *TWO)), organisation, *periods)
    now = [half[unit] for unit in TWO if half.get(unit) is not None]
    last = [(half if half.get(unit) is not None else first).get(unit) for unit in TWO]
    last = [value for value in last if value is not None]
    for figure, expected in ((rows["1"].value, now), (rows["2"].value, now), (rows["2"].cumulated, last)):
        assert (figure is None) == (not expected)
        assert figure is None or figure.value == sum(expected) == sum(said(figure))
    assert {*rows["1"].silent} == {unit for unit in TWO if half.get(unit) is None}
