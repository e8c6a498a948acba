"""The lists of a file: which level of which list an instance means (ECMA-376, Part 1, 17.9)."""

from docgen.package import Element, Package
from docgen.word.ooxml import W, attribute, child, number, value

LEVELS = 9


class Lists:
    """The numbering instances of one file by number, with their levels and where they are told to start."""

    def __init__(self, package: Package) -> None:
        names = package.related(package.main, "numbering")
        self._root = package.xml(names[0]) if names else None
        self._abstract = {attribute(node, "abstractNumId"): node for node in self._nodes("abstractNum")}
        self._instances = {number(attribute(node, "numId")): node for node in self._nodes("num")}
        self._levels: dict[int, dict[int, Element]] = {}

    def levels(self, instance: int) -> dict[int, Element]:
        """Return the `w:lvl` of a numbering instance by depth; none where the file does not define it."""
        if instance not in self._levels:
            node = self._instances.get(instance)
            found = {} if node is None else _levels(self._definition(self.identity(instance)))
            for override in () if node is None else node.iterchildren(f"{W}lvlOverride"):
                found |= _levels(override)
            self._levels[instance] = found
        return self._levels[instance]

    def identity(self, instance: int) -> str:
        """Return the definition that an instance follows; those of one definition count together."""
        return value(self._instances.get(instance), "abstractNumId")

    def start(self, instance: int, level: int) -> int | None:
        """Return where an instance is told to start a level anew (17.9.26), if it is."""
        node = self._instances.get(instance)
        for override in () if node is None else node.iterchildren(f"{W}lvlOverride"):
            told = child(override, "startOverride")
            if number(attribute(override, "ilvl")) == level and told is not None:
                return number(attribute(told, "val"))
        return None

    def level_of(self, instance: int, style: str) -> int:
        """Return the level of an instance that is bound to a paragraph style (17.9.23), else the first."""
        found = (depth for depth, node in self.levels(instance).items() if value(node, "pStyle") == style)
        return next(found, 0)

    def picture(self, level: Element) -> bool:
        """Whether the bullet of a `w:lvl` is a picture (17.9.9)."""
        return child(level, "lvlPicBulletId") is not None

    def _nodes(self, name: str) -> list[Element]:
        return [] if self._root is None else list(self._root.iterchildren(W + name))

    def _definition(self, identity: str) -> Element | None:
        """Return the `w:abstractNum`; one that only points to a numbering style gives that style's."""
        node = self._abstract.get(identity)
        link = value(node, "numStyleLink")
        linked = (other for other in self._abstract.values() if link and value(other, "styleLink") == link)
        return next(linked, node)


def _levels(holder: Element | None) -> dict[int, Element]:
    nodes = () if holder is None else holder.iterchildren(f"{W}lvl")
    return {number(attribute(node, "ilvl")): node for node in nodes}
