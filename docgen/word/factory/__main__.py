"""`python -m docgen.word.factory`: write every template that ships with docgen."""

from docgen.resources import shipped
from docgen.word.factory.write import TEMPLATES

for name, template in TEMPLATES.items():
    (shipped("templates") / name / "mau.docx").write_bytes(template())
