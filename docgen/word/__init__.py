"""DOCX: the guarded door, compiled templates, filling, proof of what was filled, effective formatting."""

from docgen.word.fill import fill
from docgen.word.template import Template, load_template

__all__ = ["Template", "fill", "load_template"]
