"""Every row of the lists of words is read, and can be found."""

import tomllib
import unicodedata
from datetime import date
from importlib.resources import files

import pytest

from docgen.rules.lexicon import expired, names, terms


def test_old_terms_say_what_replaces_them_and_why():
    for term in terms():
        assert term.old
        assert term.new
        assert term.source
        assert term.since >= date(2020, 1, 1)


def test_what_stands_in_word_by_word_does_so_for_a_spelling_of_its_term():
    for term in terms():
        assert {old for old, _ in term.exact} <= set(term.old)


def test_no_spelling_is_listed_twice():
    spellings = [old.lower() for term in terms() for old in term.old]
    assert len(spellings) == len(set(spellings))


def test_merged_provinces_are_terms_that_lead_to_provinces_that_are_not():
    merged = {term.old[0]: term.new for term in terms() if term.old[0].startswith("tỉnh ")}
    assert len(merged) == 29
    assert merged["tỉnh Bình Định"] == "tỉnh Gia Lai"
    assert not set(merged) & set(merged.values())


@pytest.mark.parametrize("document", expired(), ids=lambda document: document.number)
def test_expired_documents_have_number_day_and_successor(document):
    assert "/" in document.number
    assert document.number not in document.replaced_by
    assert document.source
    assert bool(document.title) <= bool(document.year)
    if document.year:
        assert f"/{document.year}/" in document.number


def test_no_document_is_listed_twice():
    numbers = [document.number for document in expired()]
    assert len(numbers) == len(set(numbers))


def test_every_name_is_listed_once_with_its_article():
    rights = [name.right.lower() for name in names()]
    assert len(rights) == len(set(rights))
    assert all(name.article.startswith("Phụ lục II, Mục ") for name in names())


def test_other_spellings_differ_by_capitals_alone():
    for name in names():
        assert name.right not in name.also
        assert unicodedata.is_normalized("NFC", name.right)


def test_every_other_spelling_belongs_to_a_name():
    groups = tomllib.loads(files("docgen.rules").joinpath("capitals.toml").read_text("utf-8"))["group"]
    listed = {other for group in groups for other in group.get("also", ())}
    assert listed == {other for name in names() for other in name.also}
