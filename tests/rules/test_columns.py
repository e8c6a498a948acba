"""The headings of columns.toml are those of the fields of a plan, each of one field."""

import tomllib
from importlib.resources import files

from docgen.model.appendix import Headings
from docgen.rules.columns import column_names, heading_key

TABLE = tomllib.loads(files("docgen.rules").joinpath("columns.toml").read_text("utf-8"))
FIELDS = {field.alias for field in Headings.model_fields.values()}


def test_every_field_has_names_and_no_other_has():
    assert TABLE["names"].keys() == FIELDS
    assert TABLE["phrases"].keys() <= FIELDS
    assert {field for fields in TABLE["bare"].values() for field in fields} <= FIELDS


def test_no_heading_names_two_fields():
    for table in (TABLE["names"], TABLE["phrases"]):
        keys = [heading_key(text) for texts in table.values() for text in texts]
        assert len(keys) == len(set(keys))


def test_the_usual_headings_are_known():
    names = column_names().names
    assert [names[heading_key(text)] for text in Headings().model_dump().values()] == list(
        Headings().model_dump(by_alias=True)
    )


def test_case_brackets_and_punctuation_of_a_heading_do_not_count():
    assert heading_key("Sản phẩm/Kết quả (dự kiến)") == heading_key("SẢN PHẨM, KẾT QUẢ")


def test_as_many_columns_as_the_number_says():
    assert all(number == len(fields) for number, fields in column_names().bare.items())
