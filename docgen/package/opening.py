"""A package opened: its parts and how they are connected."""

from dataclasses import dataclass
from functools import cached_property

from docgen.errors import InvalidInputError
from docgen.model.finding import Finding
from docgen.package.archive import unpack
from docgen.package.foreign import other_archive, refuse_other_application
from docgen.package.kinds import WORD, Kind
from docgen.package.notices import notices
from docgen.package.relationships import TRANSITIONAL, Arrows, Relationship
from docgen.package.strict import is_strict, transitional
from docgen.package.xml import Element, parse_xml

_MAIN = "officeDocument"


@dataclass(frozen=True)
class Package:
    """The parts of an Office file by name ("word/document.xml"), in the order of the file."""

    parts: dict[str, bytes]
    kind: Kind = WORD

    @property
    def main(self) -> str:
        """The name of the main document part, as the package's own relationships give it."""
        return next(arrow.target for arrow in self.relationships().values() if arrow.kind == _MAIN)

    @cached_property
    def notices(self) -> tuple[Finding, ...]:
        """What is left aside, in whatever the file is used for: links to the outside, macros, dead links.

        Raises:
            InvalidInputError: relationships are not well-formed.
            RefusedError: they declare a DTD or are over a limit.

        """
        sources = [name for name in self.parts if not name.endswith(".rels")]
        arrows = [arrow for part in ("", *sources) for arrow in self.relationships(part).values()]
        return tuple(notices(self.parts, arrows, self.kind))

    def xml(self, name: str) -> Element:
        """Parse the part `name` afresh; the tree belongs to the caller.

        Raises:
            InvalidInputError: the part is missing or not well-formed.
            RefusedError: the part declares a DTD or is over a limit.

        """
        if name not in self.parts:
            raise _missing(name, self.kind)
        return parse_xml(self.parts[name], name, self.kind)

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """Return the relationships of `part` by id; those of the package itself when `part` is empty."""
        return self._arrows.of(part)

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the parts that `part` points to by `kind` ("header", "styles" …), dead links left out."""
        wanted = f"{TRANSITIONAL}/{kind}"
        arrows = self.relationships(part).values()
        return tuple(arrow.target for arrow in arrows if arrow.type == wanted and arrow.target in self.parts)

    @cached_property
    def _arrows(self) -> Arrows:
        return Arrows(self.parts, self.kind)


def open_package(data: bytes, kind: Kind = WORD) -> Package:
    """Open the bytes of a DOCX, DOTX, DOCM or DOTM, or of the same for a workbook; strict or transitional.

    Raises:
        InvalidInputError: the bytes are no file of that kind that can be read (a .doc, a password, a PDF …).
        RefusedError: the package is dangerous or over a limit.

    """
    parts = unpack(data, kind)
    package = Package(transitional(parts, kind) if is_strict(parts) else parts, kind)
    if not any(arrow.kind == _MAIN for arrow in package.relationships().values()):
        raise other_archive(parts, kind)
    if package.main not in parts:
        raise _missing(package.main, kind)
    refuse_other_application(package.main, kind)
    return package


def _missing(part: str, kind: Kind) -> InvalidInputError:
    return InvalidInputError(f"{kind.called[0].upper()}{kind.called[1:]} thiếu phần “{part}”.", kind.check)
