"""The rules that read words: plain texts of a document in, `Hit`s out; nothing here knows of Word files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from docgen.wording.agreement import agreement
from docgen.wording.capitals import capitals
from docgen.wording.completeness import completeness
from docgen.wording.expired import expired
from docgen.wording.spaces import spaces
from docgen.wording.terms import terms
from docgen.wording.text import Context, Edit, Hit, Text
from docgen.wording.years import years

__all__ = ["RULES", "Context", "Edit", "Hit", "Text", "WordingRule"]

WordingRule: TypeAlias = Callable[[Sequence[Text], Context], Iterator[Hit]]

RULES: Mapping[str, WordingRule] = MappingProxyType(
    {
        "B17": completeness,
        "B18": agreement,
        "B19": expired,
        "B20": capitals,
        "B21": terms,
        "B22": years,
        "B23": spaces,
    }
)
"""The rules by their id; each reads all texts of a document in their order."""
