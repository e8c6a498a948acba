"""Kinds of columns."""

from enum import StrEnum

from sqlalchemy import Enum


def word(kind: type[StrEnum]) -> Enum:
    """Return the type of a column that holds a word of `kind`: text, with a check that it is one."""
    return Enum(
        kind,
        name=kind.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        validate_strings=True,
        length=40,
        values_callable=lambda words: [one.value for one in words],
    )
