"""Headers and footers as parts of a file: which a section shows, and new ones (17.10; OPC, clause 6.5)."""

import posixpath
from itertools import count

from lxml import etree

from docgen.check.fixing.draft import Draft
from docgen.check.fixing.paper import section_node
from docgen.package import Element, parse_xml
from docgen.package.joining import NO_ARROWS, TYPES, declare, point
from docgen.package.relationships import TRANSITIONAL, listing_of
from docgen.word.ooxml import R, W, attribute, written
from docgen.word.reading import Section

HEADER, FOOTER = "header", "footer"

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_ROOTS = {HEADER: "hdr", FOOTER: "ftr"}


def part_of(draft: Draft, section: Section, holder: str, kind: str) -> str:
    """Return the part that is the header or footer of a section now: its own, or that of one before it."""
    arrows = draft.document.package.relationships(draft.document.package.main)
    for before in reversed(draft.document.sections[: section.index + 1]):
        for reference in () if before.node is None else before.node.iterchildren(f"{W}{holder}Reference"):
            if attribute(reference, "type", "default") == kind:
                made = draft.made.get(reference.get(f"{R}id", ""))
                arrow = arrows.get(reference.get(f"{R}id", ""))
                return made or (arrow.target if arrow else "")
    return ""


def root_of(draft: Draft, part: str) -> Element | None:
    """Return the tree of a header or footer that was read; None for one that is not there."""
    return draft.stories.get(part)


def empty_root(holder: str) -> Element:
    """Return a header or footer with nothing in it yet."""
    return etree.Element(W + _ROOTS[holder], nsmap={"w": W[1:-1], "r": R[1:-1]})


def add_part(
    draft: Draft, section: Section, reference: tuple[str, str], root: Element, like: str = ""
) -> None:
    """Make `root` the header or footer of a section, `reference` its holder and kind.

    What it points to are the relationships of the part `like`; of none where it points to nothing.
    """
    holder, kind = reference
    package = draft.document.package
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"{holder}{number}.xml") for number in count(1))
    part = next(name for name in names if name not in package.parts and name not in draft.added)
    draft.added[part] = written(root)
    if like and listing_of(like) in package.parts:
        draft.added[listing_of(part)] = package.parts[listing_of(like)]
    _declare(draft, part, holder)
    name = _relate(draft, part, holder)
    draft.made[name] = part
    _refer(section_node(section, draft), holder, kind, name)


def _relate(draft: Draft, part: str, holder: str) -> str:
    """Let the main part point to a part; return the id."""
    main = draft.document.package.main
    listing = listing_of(main)
    root = _parsed(draft, listing)
    used = {node.get("Id") for node in root}
    name = next(f"rId{number}" for number in count(1) if f"rId{number}" not in used)
    target = posixpath.relpath(part, posixpath.dirname(main) or ".")
    point(root, name, f"{TRANSITIONAL}/{holder}", target)
    _keep(draft, listing, root)
    return name


def _declare(draft: Draft, part: str, holder: str) -> None:
    root = _parsed(draft, TYPES)
    declare(root, part, _CONTENT.format(holder))
    _keep(draft, TYPES, root)


def _parsed(draft: Draft, name: str) -> Element:
    """Return the tree of a part; a main part that points to nothing yet has no listing."""
    data = draft.added.get(name) or draft.document.package.parts.get(name)
    return parse_xml(data or NO_ARROWS, name)


def _keep(draft: Draft, name: str, root: Element) -> None:
    draft.added[name] = written(root)


def _refer(node: Element, holder: str, kind: str, name: str) -> None:
    """Let a `w:sectPr` name a header or footer in place of the one it has; references stand first."""
    for old in list(node.iterchildren(f"{W}{holder}Reference")):
        if attribute(old, "type", "default") == kind:
            node.remove(old)
    reference = node.makeelement(f"{W}{holder}Reference", {f"{W}type": kind, f"{R}id": name})
    node.insert(0, reference)
