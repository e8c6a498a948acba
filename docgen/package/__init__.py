"""The one guarded door through which an Office file is opened (ECMA-376, Part 2: Open Packaging Conventions).

Nothing of a file is inflated before its directory has been found harmless; nothing is fetched, no part may
declare a DTD or grow without end. What cannot be opened is told in Vietnamese: what is wrong and how to mend
it. `kinds` names what is opened, `foreign` tells other files by their bytes, `archive` unpacks, `xml` parses,
`relationships` connects the parts, `strict` respells strict files, `notices` tells what is left aside,
`opening` brings it together.
"""

from docgen.package.kinds import WORD, WORKBOOK, Kind
from docgen.package.opening import Package, open_package
from docgen.package.relationships import Relationship
from docgen.package.xml import Element, parse_xml

__all__ = ["WORD", "WORKBOOK", "Element", "Kind", "Package", "Relationship", "open_package", "parse_xml"]
