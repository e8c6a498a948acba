"""The plan's Word file as PDF: docgen, stage by stage, beside a warm LibreOffice."""

import gc
from collections.abc import Callable, Iterator

from bench import material
from bench.libreoffice import listening
from bench.timing import Batch, Measured, in_turn, timed
from docgen.pdf import convert
from docgen.pdf.fonts import Fonts
from docgen.pdf.layout import lay_out
from docgen.pdf.reading import read
from docgen.pdf.writing import write

GROUP = "pdf"
ROUNDS = 30


def measure() -> list[Measured]:
    """Time docgen and, where there is one, LibreOffice, both kinds of PDF; then docgen's stages."""
    docx = material.docx()
    ways = {
        "docgen, untagged": timed(lambda: convert(docx, tagged=False)),
        "docgen, PDF/A-2a": timed(lambda: convert(docx)),
    }
    with listening() as office:
        if office:
            ways |= {f"LibreOffice, {kind}": office.way(kind) for kind in ("untagged", "PDF/A-2")}
        return in_turn(GROUP, ways | dict(_stages(docx)), ROUNDS)


def _stages(docx: bytes) -> Iterator[tuple[str, Batch]]:
    """Yield the stages of docgen, each on what the stage before it made."""
    description = read(docx)
    pages = lay_out(description, Fonts()).pages
    yield "docgen: reading", timed(_quiet(lambda: read(docx)))
    yield "docgen: layout", timed(_quiet(lambda: lay_out(description, Fonts())))
    yield "docgen: writing, untagged", timed(_quiet(lambda: write(pages, tagged=False)))
    yield "docgen: writing, PDF/A-2a", timed(_quiet(lambda: write(pages)))


def _quiet(action: Callable[[], object]) -> Callable[[], None]:
    """Return `action` with the garbage collector at rest, as it is in a whole conversion."""

    def act() -> None:
        gc.disable()
        try:
            action()
        finally:
            gc.enable()

    return act
