"""Lengths of the decree as types, so that millimetres and points cannot be confused."""

from typing import Self

EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635


class Length(float):
    """A length that knows the units of OOXML; the value is in the unit of its class."""

    EMU_PER_UNIT = 1

    @property
    def emu(self) -> int:
        """English metric units, as DrawingML counts."""
        return round(self * self.EMU_PER_UNIT)

    @property
    def twips(self) -> int:
        """Twentieths of a point, as WordprocessingML counts."""
        return round(self * self.EMU_PER_UNIT / EMU_PER_TWIP)

    @property
    def points(self) -> float:
        """Points, as CSS and fonts count."""
        return self * self.EMU_PER_UNIT / EMU_PER_PT

    @property
    def half_points(self) -> int:
        """Half points, as `w:sz` counts."""
        return round(self.points * 2)

    def times(self, factor: float) -> Self:
        """Return this length `factor` times as long, in the same unit."""
        return type(self)(self * factor)


class Mm(Length):
    """Millimetres."""

    EMU_PER_UNIT = EMU_PER_MM


class Pt(Length):
    """Points."""

    EMU_PER_UNIT = EMU_PER_PT
