"""Template tags of docxtpl, as they stand in the paragraphs, rows and runs of a prepared template."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{%(?:p|tr|r)? ?(?P<statement>.*?) ?%\}|\{\{ ?(?P<name>.*?) ?\}\}")
LOOP = re.compile(r"for (\w+) in ([\w.]+)")

_CONTROL = re.compile(r"\{%(p|tr|r) (.*?) ?%\}")
_HOLDERS = {"p": f"{W}p", "tr": f"{W}tr", "r": f"{W}r"}
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


def text_of(element: etree._Element) -> str:
    """Return all the text in `element`."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def control(element: etree._Element) -> str:
    """Return the statement of an element that holds only a tag such as "{%p endif %}", or nothing."""
    if element.tag not in _HOLDERS.values():
        return ""
    found = _CONTROL.fullmatch(text_of(element).strip())
    return found[2] if found and _HOLDERS[found[1]] == element.tag else ""


def run(words: str) -> etree._Element:
    """Return a run of `words`."""
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = words
    return made


def rewritten(package: bytes, rewrite: Callable[[etree._Element], None]) -> bytes:
    """Return `package` with the tags in its text rewritten, those in attributes and properties given up."""
    target = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in source.namelist():
            content = source.read(name)
            written.writestr(name, _rewritten_part(content, rewrite) if _has_tags(content) else content)
    return target.getvalue()


def _has_tags(content: bytes) -> bool:
    return b"{{" in content or b"{%" in content


def _rewritten_part(content: bytes, rewrite: Callable[[etree._Element], None]) -> bytes:
    root = etree.fromstring(content)
    for mark in list(root.iter(*_BOOKMARKS)):
        next(mark.iterancestors()).remove(mark)
    for element, name in list(_tagged_attributes(root)):
        element.set(name, "900000")
    for element in root.iter():
        if element.tag != f"{W}t" and TAG.search(element.text or ""):
            element.text = None
    rewrite(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _tagged_attributes(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in root.iter():
        yield from ((element, str(name)) for name, value in element.attrib.items() if "{{" in str(value))
