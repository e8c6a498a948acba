"""DOCX: the guarded door, compiled templates, filling, proof of what was filled, effective formatting.

What makes files (`making`) takes a fifth of a second to load, with docxtpl and Jinja. It does so when it is
first asked for: who only reads files starts without it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.word.making import Template, fill, load_template, make_docx, verify

__all__ = ["Template", "fill", "load_template", "make_docx", "verify"]


def __getattr__(name: str) -> object:
    """Return a name of `making` (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from docgen.word import making  # noqa: PLC0415 - see above

    return getattr(making, name)
