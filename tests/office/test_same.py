"""A value in a cache, known by being that very one."""

from functools import lru_cache

from docgen.office.same import Same


def test_only_the_very_same_value_is_the_same():
    one, equal = ["a"], ["a"]
    assert Same(one) == Same(one)
    assert hash(Same(one)) == hash(Same(one))
    assert Same(one) != Same(equal)
    assert Same(one) != one


def test_what_could_not_be_a_key_finds_its_place_in_a_cache():
    counted = list[int]()

    @lru_cache
    def total(numbers):
        counted.append(1)
        return sum(numbers.value)

    numbers = [1, 2]
    assert [total(Same(numbers)), total(Same(numbers)), total(Same([1, 2]))] == [3, 3, 3]
    assert len(counted) == 2
