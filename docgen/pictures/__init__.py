"""Pictures of a period, from their numbers to files: clear in black and white, told to who cannot see them.

`letters` measures words, `rows` says which bars there are, `chart` puts all of it in its place as `shapes`,
`svg` writes them, `png` paints them.
"""

from docgen.pictures.png import png
from docgen.pictures.svg import drawn

__all__ = ["drawn", "png"]
