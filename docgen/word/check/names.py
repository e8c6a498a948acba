"""Whether the tags of a template name what there is, and say only what tags may say."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from docgen.language.text import nearest
from docgen.model.finding import Finding, Severity
from docgen.word.check.contract import LOOP, Node
from docgen.word.check.reading import Tag, Unit
from docgen.word.sandbox import TagEnvironment, plain
from docgen.word.tags import faults

_ENVIRONMENT = TagEnvironment(plain)
_UNKNOWN = Node("")
_SOURCES = {
    "for": "{{% {} %}}{{% endfor %}}",
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if {} %}}{{% endif %}}",
}


@dataclass(frozen=True)
class _Loop:
    """A loop that is open: the tag that opened it, its variable and what that stands for."""

    tag: Tag
    variable: str
    item: Node


class NameCheck:
    """Reads tags in order against the fields that are known.

    `used` gathers the fields that they name, `findings` what they name wrongly.
    """

    def __init__(self, units: Iterable[Unit], known: Node) -> None:
        self.used: set[str] = set()
        self.findings: list[Finding] = []
        self._fields, self._loops = known.fields, list[_Loop]()
        for tag in (tag for unit in units for tag in unit.tags):
            self._tag = tag
            self._read(_source(tag))

    def _read(self, source: str) -> None:
        if self._tag.word == "endfor":
            self._close_loop()
        elif "&" in source:
            self._tell("mau-dau-va", "dấu & không dùng được trong thẻ.", "Hãy đặt chữ ấy ra ngoài thẻ.")
        elif source:
            self._parse(source)

    def _parse(self, source: str) -> None:
        try:
            tree = _ENVIRONMENT.parse(source)
        except TemplateSyntaxError:
            message = f"thẻ {self._tag.text} viết sai cú pháp."
            self._tell("mau-cu-phap", message, "Hãy viết tên trường như {{ dau.so_ky_hieu }}.")
            return
        wrong = list(faults(tree, authored=True))
        for fault in wrong:
            self._tell(fault.code, fault.message, "Mẫu chỉ nêu tên trường, lặp và hỏi có hay không.")
        if not wrong:
            self._judge(tree.body[0])

    def _judge(self, statement: nodes.Node) -> None:
        """Resolve the names in a parsed tag; a `for` opens its loop."""
        match statement:
            case nodes.For(target=nodes.Name(name=variable), iter=source):
                self._open_loop(variable, self._resolve(source))
            case nodes.If(test=test):
                self._resolve(test)
            case _:
                self._print(self._resolve(next(statement.iter_child_nodes())))

    def _print(self, node: Node) -> None:
        if not node.is_text:
            inner = ", ".join(part.path for part in node.parts) or f"từng mục của {node.path}"
            self._tell(
                "mau-nhom-truong", f"“{node.path}” là một nhóm, không in ra được.", f"Hãy in: {inner}."
            )

    def _open_loop(self, variable: str, source: Node) -> None:
        if source is not _UNKNOWN and source.item is None:
            self._tell("mau-lap", f"“{source.path}” không phải một danh sách, không lặp được.", "")
        self._loops.append(_Loop(self._tag, variable, source.item or _UNKNOWN))

    def _close_loop(self) -> None:
        """Forget the variable of the loop that the tag closes, and of those left open inside it."""
        wanted = (self._tag.prefix, self._tag.scope)
        for place in reversed(range(len(self._loops))):
            opening = self._loops[place].tag
            if (opening.prefix, opening.scope) == wanted:
                del self._loops[place:]
                return

    def _resolve(self, node: nodes.Node) -> Node:
        """Return what an expression stands for; the fields in it are used from now on."""
        match node:
            case nodes.Name(name=name):
                return self._found(name, self._known(), "")
            case (
                nodes.Getattr(node=inner, attr=name)
                | nodes.Getitem(node=inner, arg=nodes.Const(value=str(name)))
            ):
                owner = self._resolve(inner)
                return owner if owner is _UNKNOWN else self._found(name, owner.fields, owner.path)
        parts = [self._resolve(child) for child in node.iter_child_nodes()]
        picks = isinstance(node, nodes.Getitem) or (
            isinstance(node, nodes.Filter) and node.name in {"first", "last"}
        )
        return (parts[0].item or _UNKNOWN) if picks else _UNKNOWN

    def _known(self) -> dict[str, Node]:
        loops = {loop.variable: loop.item for loop in self._loops}
        return self._fields | ({"loop": LOOP} if loops else {}) | loops

    def _found(self, name: str, known: dict[str, Node], owner: str) -> Node:
        if name in known:
            self.used.add(known[name].path)
            return known[name]
        where = f" trong “{owner}”" if owner else ""
        self._tell("mau-ten-la", f"tên “{name}” không có{where}.", _hint(name, known, owner))
        return _UNKNOWN

    def _tell(self, code: str, message: str, remedy: str) -> None:
        place = str(self._tag.unit)
        self.findings.append(
            Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)
        )


def _hint(name: str, known: Iterable[str], owner: str) -> str:
    """Return what the officer may have meant by `name`; nothing when no name is near."""
    if not known:
        return f"“{owner}” không có trường con."
    near = nearest(name, known)
    return f"Gần nhất: “{near}”." if near else ""


def _source(tag: Tag) -> str:
    """Return the tag as Jinja that can be parsed alone; empty where there is nothing to resolve."""
    if tag.prints:
        return f"{{{{ {tag.body} }}}}"
    said = tag.rest if tag.word == "elif" else tag.body
    return _SOURCES[tag.word].format(said) if tag.word in _SOURCES else ""
