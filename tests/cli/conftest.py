"""`docgen(...)` as a person runs it: exit status, stdout, stderr."""

import sys
from dataclasses import dataclass

import pytest

from docgen.cli import main
from docgen.services import isolation


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


@pytest.fixture
def answered(monkeypatch):
    """Let the worker answer as told, whatever it is asked."""

    def answer(told, data=b""):
        code = (
            "from docgen.services import protocol, worker\n"
            "worker.load = lambda _: None\n"
            f"worker.answer = lambda *_: protocol.frame({told!r}, {data!r})\n"
            "worker.main()"
        )
        monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-P", "-c", code))

    return answer
