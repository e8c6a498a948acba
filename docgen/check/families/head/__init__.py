"""What stands above the content: H01 to H20 (Phụ lục I, Phần I, Mục II.1 đến II.5)."""

from docgen.check.case import Rule
from docgen.check.families.head import (
    lines_below,
    mandatory,
    names,
    number_symbol,
    place_date,
    places,
    room,
    title,
)

_MODULES = (names, lines_below, room, number_symbol, place_date, places, title, mandatory)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
