"""`python -m docgen.word.factory`: write every template that ships with docgen."""

from docgen.resources import shipped
from docgen.word.factory.write import write_all

write_all(shipped("templates"))
