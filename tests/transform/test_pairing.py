"""Which entry of one list is which of another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.transform.pairing import paired, rising, words_in_common


def in_common(old, new):
    return lambda before, after: words_in_common(old[before], new[after])


@pytest.mark.parametrize(
    ("old", "new", "pairs", "moved"),
    [
        (["a", "b"], ["a", "b"], [(0, 0), (1, 1)], set()),
        (["a", "b", "c"], ["a", "c"], [(0, 0), (2, 1)], set()),
        (["a", "b", "c"], ["c", "a", "b"], [(2, 0), (0, 1), (1, 2)], {2}),
        (["a", "x", "a"], ["x", "a"], [(1, 0), (2, 1)], set()),
        (["một hai ba", "b"], ["một hai", "b"], [(0, 0), (1, 1)], set()),
        (["b", "một hai ba"], ["một hai", "b"], [(0, 1)], set()),
        (["một", "hai ba bốn"], ["hai ba", "một hai ba"], [(1, 0)], set()),
        (["một hai ba", "bốn"], ["bốn", "một hai ba"], [(1, 0), (0, 1)], {1}),
    ],
)
def test_equal_ones_are_paired_anywhere_and_like_ones_in_order(old, new, pairs, moved):
    found = paired(old, new, in_common(old, new))
    assert list(found.pairs) == pairs
    assert found.moved == moved
    assert found.deleted == tuple(sorted(set(range(len(old))) - {before for before, _ in pairs}))
    assert found.added == tuple(sorted(set(range(len(new))) - {after for _, after in pairs}))


def test_long_lists_with_nothing_equal_are_paired_by_their_places():
    old, new = [f"mục {n} cũ" for n in range(150)], [f"mục {n} mới" for n in range(120)]
    assert paired(old, new, in_common(old, new)).pairs == tuple((n, n) for n in range(120))


@given(st.permutations(range(7)), st.integers(0, 7))
def test_the_longest_rising_series_stands(numbers, size):
    found = rising(numbers[:size])
    series = [number for number in numbers if number in found]
    assert series == sorted(series)
    longer = combinations(numbers[:size], len(found) + 1)
    assert not any(list(choice) == sorted(choice) for choice in longer)
