"""What a check found, as lines for a person to read."""

import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from docgen.model.finding import RuleFinding, Where

NAMES = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}
"""What the severities are called, the heaviest first."""

_COLOURS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_NAMED = 12
"""So many other places are named one by one."""

_FULLY = 20
"""So many different findings of a rule are told in full; more would not be read."""


@dataclass(frozen=True)
class Line:
    """One line of a report; `style` is rich's, for a terminal, which folds it unless it is kept `whole`."""

    text: str = ""
    indent: int = 0
    style: str = ""
    whole: bool = False


def say(lines: Iterable[Line], *, err: bool = False) -> None:
    """Print lines: coloured and folded to its width on a terminal, plain and whole into a file."""
    if not (sys.stderr if err else sys.stdout).isatty():
        for line in lines:
            typer.echo(_plain(line), err=err)
        return
    from rich.console import Console  # noqa: PLC0415 - for a terminal alone
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(stderr=err)
    for line in lines:
        if line.whole or not line.text:
            console.print(Text(_plain(line), line.style), soft_wrap=True)
        else:
            console.print(Padding(Text(line.text, line.style), (0, 0, 0, line.indent), expand=False))


def _plain(line: Line) -> str:
    return f"{'':{line.indent}}{line.text}".rstrip()


def report(findings: "Sequence[RuleFinding]") -> Iterator[Line]:
    """Yield the findings by severity; those that say the same of several places are told once."""
    for severity, name in NAMES.items():
        found = [finding for finding in findings if finding.severity == severity]
        if found:
            yield Line(f"{name.capitalize()} ({len(found)})", style=_COLOURS[severity])
            shown, rest = _parted(_alike(found))
            for alike in shown:
                yield Line()
                yield from _told(alike)
            yield from _rest(rest)
            yield Line()


def closing(findings: "Sequence[RuleFinding]", path: Path) -> Iterator[Line]:
    """Yield how many findings there are, and what to do next."""
    if not findings:
        yield Line("Không thấy chỗ nào trái quy định.", style="bold green")
        return
    counts = {name: sum(one.severity == severity for one in findings) for severity, name in NAMES.items()}
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    by_fix = places(finding for finding in findings if finding.fixable)
    by_hand = places(findings) - by_fix
    where = f", ở {by_fix + by_hand} chỗ" if by_fix + by_hand > len(findings) else ""
    yield Line(f"Cộng: {told}{where}.", style="bold")
    if by_fix:
        target = path.with_stem(f"{path.stem}-da-sua")
        yield Line(f"docgen sửa được {by_fix} chỗ:")
        yield Line(f"docgen fix {_typed(path)} -o {_typed(target)}", 2, whole=True)
    if by_hand:
        rest = f"{by_hand} chỗ còn lại" if by_fix else "Các chỗ trên"
        yield Line(f"{rest} hãy xem và sửa bằng tay, rồi kiểm tra lại.")


def places(findings: "Iterable[RuleFinding]") -> int:
    """Return in how many places findings are."""
    return sum(len(finding.places) for finding in findings)


def place(where: "Where") -> str:
    """Return "trang 3, đoạn 41" or what else is known of a place; it may be empty."""
    page = f"trang {where.page}" if where.page else ""
    paragraph = f"đoạn {where.paragraph}" if where.paragraph else ""
    return ", ".join(one for one in (where.part, page, paragraph) if one)


def others(places: "Iterable[Where]") -> str:
    """Return "trang 4 (đoạn 41, 42), trang 5 (đoạn 57), chân trang": where the rest is; it may be empty."""
    known = list(dict.fromkeys((where.part, where.page, where.paragraph) for where in places))
    pages: dict[tuple[str, int | None], list[str]] = {}
    for part, page, paragraph in known[:_NAMED]:
        pages.setdefault((part, page), []).extend([str(paragraph)] if paragraph else [])
    named = ", ".join(filter(None, (_stretch(*at, paragraphs) for at, paragraphs in pages.items())))
    return f"{named} …" if len(known) > _NAMED else named


def _stretch(part: str, page: int | None, paragraphs: "Sequence[str]") -> str:
    """Return "trang 4 (đoạn 41, 42)" or what else is known of places on one page."""
    told = f"đoạn {', '.join(paragraphs)}" if paragraphs else ""
    around = ", ".join(filter(None, (part, f"trang {page}" if page else "")))
    return f"{around} ({told})" if around and told else around or told


def _alike(findings: "Sequence[RuleFinding]") -> "Iterable[list[RuleFinding]]":
    """Gather findings that differ in their place only."""
    groups: dict[tuple[str, str], list[RuleFinding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.message), []).append(finding)
    return groups.values()


def _parted(
    groups: "Iterable[list[RuleFinding]]",
) -> "tuple[list[list[RuleFinding]], dict[str, list[RuleFinding]]]":
    """Part what is told in full from the rest, by rule."""
    shown: list[list[RuleFinding]] = []
    rest: dict[str, list[RuleFinding]] = {}
    counts: Counter[str] = Counter()
    for alike in groups:
        rule = alike[0].rule
        counts[rule] += 1
        if counts[rule] <= _FULLY:
            shown.append(alike)
        else:
            rest.setdefault(rule, []).extend(alike)
    return shown, rest


def _rest(rest: "dict[str, list[RuleFinding]]") -> Iterator[Line]:
    """Yield how much more there is of each rule, and where."""
    for rule, found in rest.items():
        named = others(where for finding in found for where in finding.places)
        yield Line()
        yield Line(f"… và {places(found)} chỗ khác trái quy tắc {rule}{named and ': ' + named}", 2)
        yield Line("Nêu đủ từng chỗ: docgen check --format json.", 4, "dim")


def _told(alike: "list[RuleFinding]") -> Iterator[Line]:
    first = alike[0]
    rest = [where for finding in alike for where in finding.places][1:]
    where = place(first.where) or "cả tệp"
    quoted = f": “{' '.join(first.where.text.split())}”" if first.where.text else ""
    yield Line(f"{where[:1].upper()}{where[1:]}{quoted}", 2, "bold")
    yield Line(first.message, 4)
    if rest:
        named = others(rest)
        yield Line(f"… và {len(rest)} chỗ khác{named and ': ' + named}", 4)
    source = ", ".join(one for one in (first.rule, first.source) if one)
    by_fix = "  docgen fix sửa được" if first.fixable else ""
    yield Line(f"[{source}]{by_fix}", 4, "dim")


def _typed(path: Path) -> str:
    """Return a path as it is typed on a command line."""
    return shlex.quote(str(path))
