"""The conditions of a template, worked out beforehand for engines whose tags cannot calculate."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2.sandbox import SandboxedEnvironment

Values = dict[str, Any]
Scopes = tuple[tuple[str, str], ...]

_EVALUATE: Callable[[str], Callable[..., Any]] = SandboxedEnvironment().compile_expression


@dataclass(frozen=True)
class Condition:
    """A branch of a choice inside the loops `scopes`: true when `test` is and no test of `earlier` is."""

    name: str
    scopes: Scopes
    test: str
    earlier: tuple[str, ...]

    def work_out(self, data: Values) -> None:
        """Write into `data`, at every place that the loops come to, whether the condition holds there."""
        for holder, values in _places(self.scopes, data, data):
            holder[self.name] = self._holds(values)

    def _holds(self, values: Mapping[str, Any]) -> bool:
        before = (_EVALUATE(test)(**values) for test in self.earlier)
        return bool(_EVALUATE(self.test)(**values)) and not any(before)


def branch(statement: str, scopes: Scopes, number: int, choice: list[Condition]) -> Condition:
    """Return the condition of the `if`, `elif` or `else` in `statement`, and add it to its choice."""
    _, _, test = statement.partition(" ")
    condition = Condition(f"khi_{number}", scopes, test or "true", tuple(one.test for one in choice))
    choice.append(condition)
    return condition


def _places(scopes: Scopes, holder: Values, values: Values) -> Iterator[tuple[Values, Values]]:
    """Yield every value that the loops `scopes` come to, with the names that can be seen there."""
    if not scopes:
        yield holder, values
        return
    (variable, path), *rest = scopes
    items = _EVALUATE(path)(**values)
    for index, item in enumerate(items, 1):
        loop = {"index": index, "first": index == 1, "last": index == len(items)}
        yield from _places(tuple(rest), item, {**values, variable: item, "loop": loop})
