"""Page description → one HTML tree and style sheet for each section.

`set_section` is the whole of it; `paragraphs`, `tabs`, `lines` and `tables` set one kind of content each,
`pages` the page itself, and `stylesheet` gathers the classes. The rules follow what LibreOffice does with
the same Word file.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from docgen.pdf.description import Description, Section
from docgen.pdf.fonts import Family
from docgen.pdf.setting.blocks import BlockSetter
from docgen.pdf.setting.faces import Faces
from docgen.pdf.setting.pages import page_rules, set_running
from docgen.pdf.setting.paragraphs import ParagraphSetter
from docgen.pdf.setting.stylesheet import Stylesheet


@dataclass(frozen=True)
class Numbers:
    """The number of the first page of a section, and of all pages of the file."""

    first: int = 1
    total: int = 1


@dataclass(frozen=True)
class SetSection:
    """A section ready for WeasyPrint: the root of an HTML tree, and its style sheet."""

    html: Element
    css: str


def set_section(section: Section, description: Description, family: Family, numbers: Numbers) -> SetSection:
    """Return `section` as HTML and CSS; the file's title and language are told in each section alike."""
    faces, sheet = Faces(family), Stylesheet()
    root = Element("html", lang=description.language)
    _set_head(SubElement(root, "head"), description)
    body = SubElement(root, "body", {"class": sheet.name({"font-family": f'"{family.name}"'})})
    room = section.height - section.margins.top - section.margins.bottom
    blocks = BlockSetter(ParagraphSetter(faces, sheet, description.tab_distance, numbers.total), room)
    set_running(body, section, blocks)
    blocks.add(body, section.blocks, section.width - section.margins.left - section.margins.right)
    for rule in page_rules(section, faces, numbers.first):
        sheet.add(rule)
    return SetSection(root, str(sheet))


def _set_head(head: Element, description: Description) -> None:
    SubElement(head, "title").text = description.title
    for key, value in (("author", description.author), ("description", description.subject)):
        if value:
            SubElement(head, "meta", {"name": key, "content": value})
