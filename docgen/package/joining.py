"""A part joined to a package: what it holds, and what points to it (ECMA-376, Part 2, clauses 6.2.3, 6.5)."""

from lxml import etree

from docgen.package.relationships import RELATIONSHIP
from docgen.package.xml import Element

TYPES = "[Content_Types].xml"
"""The part that says what every other one holds."""

NO_ARROWS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
"""The listing of a part that points to nothing yet."""

_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


def declare(types: Element, part: str, content_type: str) -> None:
    """Say in the tree of `TYPES` what `part` holds."""
    etree.SubElement(types, _OVERRIDE, PartName=f"/{part}", ContentType=content_type)


def point(listing: Element, arrow_id: str, arrow_type: str, target: str) -> None:
    """Add an arrow to the tree of a listing; `target` is a name as the part that it starts from sees it."""
    etree.SubElement(listing, RELATIONSHIP, Id=arrow_id, Type=arrow_type, Target=target)
