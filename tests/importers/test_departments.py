"""Plans as departments type them are read as a person reads them, and nothing in them is passed over."""

from functools import cache

import pytest
from departments import departments
from departments.accounting import accounted, unmade_lines
from departments.comparing import as_data, plan_of, texts_of
from good import saved_anew

from docgen.importers.recognising import Beside, recognise
from docgen.importers.word import read_word_source
from docgen.word.reading import Changes

ALL = departments()
FONTS_OF_OTHER_DAYS = {"so-xay-dung", "so-lao-dong"}


@cache
def read(data):
    """Return the plan of a Word file and all that is told of it."""
    source = read_word_source(data)
    found = recognise(source.outline, Beside())
    return found.plan, [str(one) for one in (*source.findings, *found.findings)]


@pytest.fixture(scope="module")
def files():
    return {name: one.make() for name, one in ALL.items()}


@pytest.fixture(scope="module")
def saved_by_libreoffice(files):
    return saved_anew(files)


@pytest.mark.parametrize("name", ALL)
def test_a_plan_is_read_as_a_person_reads_it(name, files):
    plan, _ = read(files[name])
    assert as_data(plan) == as_data(plan_of(ALL[name].expected))


@pytest.mark.parametrize("name", ALL)
def test_every_line_is_in_the_data_or_told(name, files, department):
    plan, told = read(files[name])
    assert not accounted(unmade_lines(files[name]), texts_of(plan, department), told)


@pytest.mark.parametrize("name", ALL)
def test_what_is_no_data_is_told(name, files):
    told = "\n".join(read(files[name])[1])
    assert [words for words in ALL[name].told if words not in told] == []


@pytest.mark.parametrize("name", ALL)
def test_a_plan_saved_anew_by_libreoffice_says_the_same(name, saved_by_libreoffice):
    plan, _ = read(saved_by_libreoffice[name])
    assert as_data(plan) == as_data(plan_of(ALL[name].expected))


@pytest.mark.parametrize("name", sorted(ALL.keys() - FONTS_OF_OTHER_DAYS))
def test_every_line_is_told_of_what_libreoffice_saved(name, saved_by_libreoffice, department):
    data = saved_by_libreoffice[name]
    plan, told = read(data)
    assert not accounted(unmade_lines(data), texts_of(plan, department), told)


def test_the_account_misses_what_was_left_out():
    lines = ["1. Ban hành Kế hoạch", "–  BAN HÀNH kế\u00a0hoạch;", "Kiểm tra công vụ", "", "(1)"]
    assert accounted(lines, ["Ban hành kế hoạch kiểm tra"], []) == ["Kiểm tra công vụ"]
    assert accounted(lines, ["Ban hành kế hoạch"], ["“Kiểm tra công vụ” không được nhập"]) == []


@pytest.mark.parametrize("changes", Changes)
def test_tracked_changes_are_read_either_way(changes, files):
    source = read_word_source(files["so-nong-nghiep-va-moi-truong"], changes)
    draft = str(recognise(source.outline, Beside()).draft)
    kept = {"165 hồ chứa", "20 rọ thép", "12 trạm đo mưa", "Tổng kết công tác"}
    gone = {"150 hồ chứa", "20 đá hộc, rọ thép", "Mua 02 máy bơm dã chiến"}
    said, unsaid = (kept, gone) if changes is Changes.ACCEPTED else (gone, kept)
    assert [words for words in said if words not in draft] == []
    assert [words for words in unsaid if words in draft] == []
