"""The YAML file of a plan with only that changed in it which differs: comments and layout stay."""

from itertools import takewhile
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml.nodes import MappingNode

from docgen.errors import DocgenError
from docgen.importers.amendment import Amendment
from docgen.importers.plan_data import written
from docgen.importers.plan_writing import plan_lines, plan_yaml
from docgen.importers.yaml_lines import is_block
from docgen.importers.yaml_tree import composed, tree_of
from docgen.model.plan import Plan

_MARK = "\ufeff"
_NO_FILE = Path()


def amended(text: str, old: Plan, new: Plan) -> str:
    """Return `text`, the YAML of `old`, with what differs in `new` changed, every other line to the letter.

    A row that moved takes its comments along. `text` may begin with a byte order mark and end its lines as
    Windows does. What is returned is read back as `new`: where a file is written in a way that cannot be
    amended (in brackets, say), the plan is written anew under the head that it had.

    Raises:
        InvalidInputError: `text` is not YAML.

    """
    if old == new:
        return text
    mark, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    changed = _changed(body, old, new)
    return mark + (changed if changed and _says(changed, new) else _anew(body, new))


def _changed(text: str, old: Plan, new: Plan) -> str:
    """Return `text` with what differs changed; empty where its layout does not allow that."""
    root = composed(text, _NO_FILE)
    if not isinstance(root, MappingNode) or not is_block(root):
        return ""
    before, after = written(old.model_dump(by_alias=True)), written(new.model_dump(by_alias=True))
    if new.issued_on and not any(key.value == "nam_ban_hanh" for key, _ in root.value):
        after["nam_ban_hanh"] = before.get("nam_ban_hanh")  # follows from the day
    return Amendment(text, root, before).to(after)


def _says(text: str, plan: Plan) -> bool:
    """Say whether `text` is read as `plan`."""
    try:
        tree = tree_of(composed(text, _NO_FILE))
        return not tree.findings and Plan.model_validate(tree.data, by_alias=True, by_name=False) == plan
    except (DocgenError, ValidationError):
        return False


def _anew(text: str, plan: Plan) -> str:
    """Return the text of `plan` under the comments that `text` begins with."""
    data = plan.model_dump(by_alias=True)
    head = list(takewhile(lambda line: not line.strip() or line.startswith("#"), text.splitlines()))
    anew = "\n".join((*head, *plan_lines(written(data)), "")) if head else plan_yaml(data)
    return anew.replace("\n", "\r\n") if "\r\n" in text else anew
