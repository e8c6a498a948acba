"""From a prepared template to what fills it: parts with tags become Jinja, all others are deflated once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template as Tags
from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from docgen.errors import InvalidInputError
from docgen.package import Element, Package, open_package
from docgen.word.archive import BEST, Entry, entry
from docgen.word.ooxml import DECLARATION
from docgen.word.prepare import is_template_part, prepared_part
from docgen.word.sandbox import TagEnvironment, in_text, plain
from docgen.word.shape import Shape
from docgen.word.tags import faults
from docgen.word.template import Template
from docgen.word.traces import TRACES, with_room_for_traces

_CACHED_TEMPLATES = 32
_EMPTY_RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'
"""What docxtpl leaves on either side of every "{%r" tag: nothing, in an eighth of the bytes of a plan."""

REMEDY = "Hãy chạy “docgen template check” với thư mục mẫu để xem từng chỗ sai."
_IN_TEXT, _PLAIN = TagEnvironment(in_text), TagEnvironment(plain)


@dataclass(frozen=True)
class TaggedPart:
    """A part that is written anew for every document."""

    name: str
    tags: Tags

    def filled(self, data: Mapping[str, Any]) -> str:
        """Return the XML of the part with `data` in the places of its tags."""
        return DECLARATION + self.tags.render(data)


@dataclass(frozen=True)
class TracedPart:
    """The part of custom properties, which takes the traces of every document."""

    name: str
    content: bytes


@lru_cache(_CACHED_TEMPLATES)
def compiled(template: Template, shape: Shape) -> tuple[Entry | TaggedPart | TracedPart, ...]:
    """Compile `template` for documents of `shape`, once; the parts come in the order of the file.

    Raises:
        InvalidInputError: a tag is broken or says what tags may not say.

    """
    package = open_package(template.data)
    _judge_authored_tags(package)
    return tuple(
        _part(package, name, content, shape) for name, content in with_room_for_traces(package.parts).items()
    )


def _part(package: Package, name: str, content: bytes, shape: Shape) -> Entry | TaggedPart | TracedPart:
    if name == TRACES:
        return TracedPart(name, content)
    if is_template_part(name):
        return _compiled_part(name, patched(prepared_part(package, name, shape)))
    return entry(name, content, BEST)


def _judge_authored_tags(package: Package) -> None:
    """Refuse what an office may not say, before the compiler adds what only it may."""
    for name in filter(is_template_part, package.parts):
        _parsed(name, patched(package.xml(name)), authored=True)


def patched(root: Element) -> str:
    """Return a prepared part as Jinja: docxtpl turns the tags of paragraphs, rows and runs inside out."""
    source = str(DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode")))
    return source.replace(_EMPTY_RUN, "")


def _compiled_part(name: str, source: str) -> Entry | TaggedPart:
    tree = _parsed(name, source)
    if not _has_tags(tree):
        return entry(name, (DECLARATION + source).encode(), BEST)
    environment = _environment(name)
    try:
        code = environment.compile(tree)
    except SyntaxError as fault:  # Python allows 20 blocks inside one another
        raise InvalidInputError(f"Mẫu lồng quá nhiều vòng lặp trong phần “{name}”.", REMEDY) from fault
    return TaggedPart(name, Tags.from_code(environment, code, environment.globals))


def _parsed(name: str, source: str, *, authored: bool = False) -> nodes.Template:
    """Parse the source of the part `name`, refusing what tags may not say."""
    try:
        tree = _environment(name).parse(source)
    except TemplateSyntaxError as fault:
        raise InvalidInputError(f"Mẫu có thẻ viết sai cú pháp trong phần “{name}”.", REMEDY) from fault
    if problems := [fault.message for fault in faults(tree, authored=authored)]:
        raise InvalidInputError(f"Mẫu có thẻ không được phép trong phần “{name}”.", REMEDY, problems)
    return tree


def _environment(name: str) -> TagEnvironment:
    """Return the environment of a part: line breaks become elements only where text is made of elements."""
    return _IN_TEXT if name.startswith("word/") else _PLAIN


def _has_tags(tree: nodes.Template) -> bool:
    """Say whether a parsed part holds anything but text."""
    return any(not isinstance(node, nodes.Output | nodes.TemplateData) for node in _below(tree))


def _below(node: nodes.Node) -> list[nodes.Node]:
    children = list(node.iter_child_nodes())
    return children + [deeper for child in children for deeper in _below(child)]
