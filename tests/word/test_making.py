"""The door to what makes Word files."""

import subprocess
import sys

import pytest

import docgen.word
from docgen.word import making


@pytest.mark.parametrize("name", docgen.word.__all__)
def test_what_makes_files_is_found_in_the_room(name):
    assert getattr(docgen.word, name) is getattr(making, name)


def test_nothing_else_is():
    with pytest.raises(AttributeError, match="no attribute 'print'"):
        docgen.word.print  # noqa: B018 - asking is the test


@pytest.mark.parametrize("task", ["convert", "check", "fix"])
def test_who_only_reads_files_does_not_load_it(task):
    code = (
        f"import sys; from docgen.services.worker import load; load({task!r}); "
        "sys.exit(', '.join({'docxtpl', 'jinja2', 'ruamel', 'typer', 'pikepdf'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert loaded.stderr.strip() == b""
