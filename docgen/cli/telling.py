"""What every command tells a person, and the status it leaves with."""

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from docgen.model.finding import Finding

DONE, DONE_WITH_ERRORS, UNUSABLE = 0, 1, 2


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show what is being done on stderr when a person is looking."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - for a terminal alone

    with Console(stderr=True).status("") as status:
        yield lambda message: status.update(f"{message}…")


def tell_of(findings: "Collection[Finding]") -> None:
    """Print the findings; leave when there are errors among them."""
    for finding in findings:
        typer.echo(str(finding), err=True)
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(DONE_WITH_ERRORS)
