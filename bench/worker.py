"""Another program that times itself: a line on its standard input is answered with seconds, run by run."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.timing import Batch


class Worker:
    """A running program."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def way(self, name: str = "") -> Batch:
        """Return a batch that asks for runs of the way `name`."""
        return lambda runs: self._ask(f"{name} {runs}".strip())

    def _ask(self, question: str) -> list[float]:
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:
            raise RuntimeError("the program has no pipes")
        questions.write(f"{question}\n")
        questions.flush()
        answer = answers.readline()
        if not answer:
            raise RuntimeError("the program stopped")
        return [float(seconds) for seconds in json.loads(answer)]


@contextmanager
def running(command: Sequence[str | Path]) -> Iterator[Worker]:
    """Keep `command` running; it ends when its standard input does."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            yield Worker(process)
        finally:
            if process.stdin:
                process.stdin.close()
            process.wait(timeout=60)
