"""`docgen(...)` as a person runs it: exit status, stdout, stderr."""

import sys
from dataclasses import dataclass

import pytest

from docgen.cli import main


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
def docgen(capsys, monkeypatch):
    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["docgen", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        return Result(left.value.code, *capsys.readouterr())

    return run
