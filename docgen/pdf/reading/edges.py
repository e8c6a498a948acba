"""One border where two cells touch (ECMA-376, Part 1, 17.4.66): the stronger of what both say."""

from docgen.pdf.description import Edges
from docgen.word.formatting import NO_BORDER, Border, Borders
from docgen.word.formatting.borders import LINES
from docgen.word.reading.grid import Grid, Spot

_OPPOSITE = {"right": "left", "bottom": "top"}


def shared_edges(grid: Grid, told: dict[int, Borders]) -> dict[int, Edges]:
    """Return the edges of each spot, by its `id`; `told` is what each says of itself."""
    met: dict[tuple[int, str], list[Border]] = {}
    for first, second, side in grid.neighbours():
        stronger = _stronger(told[id(first)].get(side), told[id(second)].get(_OPPOSITE[side]))
        met.setdefault((id(first), side), []).append(stronger)
        met.setdefault((id(second), _OPPOSITE[side]), []).append(stronger)
    return {
        id(spot): Edges(
            **{side: _agreed(spot, side, told, met) for side in ("top", "right", "bottom", "left")}
        )
        for row in grid.shown
        for spot in row
    }


def _stronger(one: Border | None, other: Border | None) -> Border:
    return max(one or NO_BORDER, other or NO_BORDER, key=_strength)


def _strength(border: Border) -> tuple[float, int]:
    """Return how strong a border is: a wider one prevails, then one of more lines."""
    return border.width, LINES.get(border.kind, 1)


def _agreed(
    spot: Spot, side: str, told: dict[int, Borders], met: dict[tuple[int, str], list[Border]]
) -> Border:
    """Return the border that all along one side agree on; else what the cell itself says of it."""
    found = set(met.get((id(spot), side), ()))
    return found.pop() if len(found) == 1 else told[id(spot)].get(side, NO_BORDER)
