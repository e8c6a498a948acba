"""Signing by computer: the stamp of a file that goes with a document (X02), pictures of signatures (X03)."""

from docgen.check.case import Rule
from docgen.check.families.signature_pictures import signature_pictures
from docgen.check.families.signing_stamps import signing_stamps

RULES: tuple[Rule, ...] = (signing_stamps, signature_pictures)
