"""What files show of signing by computer: stamps, pictures of signatures and seals, the PDF (X01 to X03)."""

from docgen.check.case import Rule
from docgen.check.families.files.signature_pictures import signature_pictures
from docgen.check.families.files.signing_stamps import signing_stamps

RULES: tuple[Rule, ...] = (signing_stamps, signature_pictures)
"""Those of Word files; `pdf_file` judges a PDF."""
