"""YAML as offices write it, parsed by libyaml, seven times as fast as by ruamel.yaml's own parser.

libyaml reads a few odd things in another way (tabs, rare line breaks, lines of spaces, anchors, comments
right behind "|"), and nests in C. So whatever is odd, deep or wrong is left to the other parser, whose word
counts.
"""

import re

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node

_ODD = re.compile(
    r"[\t\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
    r"|^ +$|^%|^---|^\.\.\.|- -|[|>][-+0-9]*#"
    r"|(?:^|[\s\[{,:?-])[&!]|(?:^|[\s\[{,:-])\?(?=\s|$)",
    re.MULTILINE,
)
"""What the two may read differently: blanks, line breaks, directives, marks, tags, anchors, complex keys."""
_DEEP = re.compile(r"^ {100}", re.MULTILINE)
_MOST_BRACKETS = 500


def composed_if_usual(text: str) -> Node | None:
    """Return the node graph of a mapping; None where `text` is none, or is not for libyaml to read."""
    brackets = text.count("[") + text.count("{")
    if brackets > _MOST_BRACKETS or _DEEP.search(text) or _ODD.search(text):
        return None
    try:
        root: Node | None = YAML(typ="safe").compose(text)
    except Exception:  # noqa: BLE001 - what is wrong, and where, the other parser says
        return None
    return root if isinstance(root, MappingNode) else None
