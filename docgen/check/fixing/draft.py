"""`Draft`: a Word file being mended: the trees that were read from it, and how they become a file again."""

from dataclasses import dataclass, field
from functools import cached_property

from docgen.package import Element, Package
from docgen.word.archive import archive, entry
from docgen.word.ooxml import written
from docgen.word.reading import Section, Story, WordDocument


@dataclass(eq=False)
class Draft:
    """The trees of a document that was read; `added` are parts that mending adds or replaces, by name.

    `made` are headers and footers among them, by the id under which the main part knows them.
    """

    document: WordDocument
    added: dict[str, bytes] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The trees of headers and footers that were read, by part."""
        return {story.part: story.root for section in self.document.sections for story in _stories(section)}

    def package(self) -> Package:
        """Return the parts with the trees as they are now."""
        source = self.document.package
        read = self.stories | {source.main: self.document.root}
        changed = {name: written(root) for name, root in read.items()}
        return Package({**source.parts, **changed, **self.added})


def _stories(section: Section) -> list[Story]:
    return [*section.headers.values(), *section.footers.values()]


def to_docx(package: Package) -> bytes:
    """Return a package as the bytes of a Word file; the same parts give the same bytes."""
    return archive(entry(name, content) for name, content in package.parts.items())
