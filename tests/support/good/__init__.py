"""Good documents, which `docgen check` must find clean: as officers write them and as programs save them."""

from functools import cache

from .annex import annex_samples
from .makes import MAKES
from .notation import names, parts, read
from .resaving import saved_anew
from .writing import written

__all__ = ["MAKES", "annex_samples", "document", "names", "parts", "resaved", "samples", "written"]

STEP, TURN = 5, 7  # coprime to the number of makes, so that neighbours differ


@cache
def document(name, make="word"):
    """Return the document `name` (a file in `texts`) as a DOCX of the make of that name."""
    return written(read(name), next(known for known in MAKES if known.name == make))


@cache
def samples():
    """Return every document in two makes, by the name "document_make"."""
    pairs = [
        (name, MAKES[(at * STEP + turn * (TURN + at // len(MAKES))) % len(MAKES)].name)
        for at, name in enumerate(names())
        for turn in (0, 1)
    ]
    return {f"{name}_{make}": document(name, make) for name, make in pairs}


def resaved(name):
    """Return a document of `samples()`, or a filled one of `annex_samples()`, as LibreOffice saves it."""
    return _all_resaved()[name]


@cache
def _all_resaved():
    filled = {name: data for name, data in annex_samples().items() if name.endswith("-dien")}
    return saved_anew(samples() | filled)
