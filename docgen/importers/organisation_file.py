"""The organisation in "don-vi.yaml", with the reforms that the file names applied to it."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from docgen.importers.places import place_in_words
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import YamlTree, read_yaml
from docgen.language.text import nearest
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.reform import Reform, reformed
from docgen.model.slug import is_slug
from docgen.resources import shipped
from docgen.rules.places import provinces

_KEY = "sap_xep"
REFORM_FILES = "sap-xep-*.yaml"
"""The files of reforms in a folder."""


def read_organisation(path: Path) -> Organisation:
    """Return the organisation in the YAML file `path`, its reforms applied; raises what `read_plan` raises.

    A reform is a file of its own, looked for beside `path`, then among the data that come with docgen.
    """
    tree = read_yaml(path)
    organisation, problems = validated(Organisation, tree, {})
    reforms = _Reforms(tree, path)
    problems = (*in_order((*problems, *reforms.unknown)), *reforms.findings)
    if organisation and not problems:
        organisation, problems = reforms.applied_to(organisation)
    return usable(None if problems else organisation, problems, path)


class _Reforms:
    """The reforms that a file names; those that are `unknown`, and what is wrong in their own files."""

    def __init__(self, tree: YamlTree, path: Path) -> None:
        self._tree, self._folders = tree, (path.parent, shipped("data"))
        self._reforms: list[tuple[int, Reform]] = []
        self.unknown: list[Finding] = []
        self.findings: list[Finding] = []
        for position, name in _named(tree):
            self._read(position, name)

    def applied_to(self, organisation: Organisation) -> tuple[Organisation, tuple[Finding, ...]]:
        """Return the organisation after the reforms, by their days; or what contradicts them in it."""
        after = organisation.model_copy(update={"reforms": ()})
        for position, reform in sorted(self._reforms, key=lambda placed: placed[1].day):
            try:
                after = reformed(after, reform, provinces().merged)
            except ValidationError as error:
                said = "; ".join(str(details["ctx"]["error"]) for details in error.errors())
                return organisation, (self._finding(position, f"không áp dụng được {reform.id}: {said}."),)
        return after, ()

    def _read(self, position: int, name: str) -> None:
        files = (folder / f"{name}.yaml" for folder in self._folders)
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            self.unknown.append(self._unknown(position, name))
            return
        tree = read_yaml(file)
        reform, problems = validated(Reform, tree, {})
        self.findings += (finding.in_file(file.name) for finding in in_order(problems))
        if reform:
            self._reforms.append((position, reform))

    def _unknown(self, position: int, name: str) -> Finding:
        known = (file.stem for folder in self._folders for file in folder.glob(REFORM_FILES))
        near = nearest(name, known)
        return self._finding(
            position,
            f"không có tệp {name}.yaml bên cạnh, cũng không có trong dữ liệu kèm theo docgen.",
            f"Gần nhất: “{near}”." if near else "",
        )

    def _finding(self, position: int, message: str, remedy: str = "") -> Finding:
        place = (_KEY, position)
        return Finding(
            code="dot-sap-xep",
            severity=Severity.ERROR,
            place=place_in_words(Organisation, place, self._tree.data),
            line=self._tree.line(place),
            message=message,
            remedy=remedy,
        )


def _named(tree: YamlTree) -> Iterator[tuple[int, str]]:
    """Yield position and name of each reform in a file; what cannot be a name is told with the file."""
    listed = tree.data.get(_KEY) if isinstance(tree.data, dict) else None
    for position, name in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(name, str) and is_slug(name):
            yield position, name
