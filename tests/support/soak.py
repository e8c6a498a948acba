"""A hunt for files that docgen cannot bear: thousands of spoilt ones, each done within the limits.

`python tests/support/soak.py 10000` converts, checks and mends the cases 0 to 9999, checks and mends as many
good documents spoilt, and imports as many plans, workbooks and texts. `… 10000 20000` does
those that follow. `… --write 1234 a.docx` writes a case down, to be looked at, `… --write good 1234 a.docx` a
good document spoilt, and so on.
"""

import collections
import io
import os
import re
import sys
import tempfile
import threading
import time
import typing
import zipfile
from contextlib import ExitStack
from itertools import product
from pathlib import Path

from mutations import book_case, case, good_case, text_case, word_case

from docgen.services import isolation
from docgen.services.protocol import frame, read_frame

SECONDS = 20
"""Of the processor: more than any sound file of the size of the cases may take, by far."""
BUSY = 5
"""How many times longer a busy machine may take for that."""
FINE, REFUSED = "done", "refused"
SHOWN = 5
SPOILT = {"case": case, "good": good_case, "word": word_case, "workbook": book_case, "text": text_case}
IMPORTED = ("word", "workbook", "text")
TASKS = {
    "convert": ("case",),
    "check": ("case", "good"),
    "fix": ("case", "good"),
    "recognise": IMPORTED,
}
STATES = ("accepted", "original")


class Spent(typing.NamedTuple):
    """Seconds of the processor, bytes of memory."""

    seconds: float
    memory: int


class Worker:
    """The worker that docgen uses for a task, kept for many files; a new one when it dies."""

    def __init__(self, task="convert"):
        self.task = task
        self._folder = tempfile.TemporaryDirectory()
        self._process = self._listener = None
        self._said = collections.deque(maxlen=1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._end()
        self._folder.cleanup()

    def outcome(self, data, **options):
        """Say what becomes of a file: FINE, REFUSED, or the fault."""
        answer = self._answer(data, options)
        return self._end() if answer is None else judged(self.task, *answer)

    def ask(self, data, **options):
        """Return what is told of a file, seconds of the processor for it and the most memory taken so far."""
        before = self._seconds() if self._process else 0
        answer = self._answer(data, options)
        assert answer is not None, self._end()
        return answer[0], Spent(self._seconds() - before, self._memory())

    def _answer(self, data, options):
        """Return head and body of the answer; None when the process died over it."""
        process = self._process = self._process or self._started()
        late, before = threading.Timer(BUSY * SECONDS, process.kill), self._seconds()
        late.start()
        try:
            process.stdin.write(frame(options, data))
            process.stdin.flush()
            answer = read_frame(process.stdout)
            return answer if self._seconds() - before < SECONDS else None
        except BrokenPipeError:
            return None
        finally:
            late.cancel()

    def _seconds(self):
        """Return the seconds of the processor that the process has used (proc(5): fields 14 and 15)."""
        told = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")

    def _memory(self):
        """Return the most bytes of address space that the process has had."""
        told = Path(f"/proc/{self._process.pid}/status").read_text("utf-8")
        return int(re.search(r"VmPeak:\s*(\d+) kB", told)[1]) * 1024

    def _started(self):
        process = isolation._started(self.task, self._folder.name)
        self._said.clear()
        self._listener = threading.Thread(target=self._said.extend, args=(process.stderr,))
        self._listener.start()
        return process

    def _end(self):
        """End the process, if there is one; say how it ended."""
        if not self._process:
            return ""
        with self._process as process:
            process.kill()
            self._listener.join()
        self._process = None
        return f"died with status {process.returncode} {b''.join(self._said).decode()}"


def judged(task, head, data):
    """Return FINE for what was asked for, REFUSED for an error that has a name; anything else is a fault."""
    error = head.get("error")
    if error is None:
        return FINE if MADE[task](head, data) else "not what was asked for"
    heavy = error["message"].startswith("Tệp quá nặng")
    return error["message"] if heavy or error["kind"] == "DocgenError" else REFUSED


def _is_pdf(_, data):
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


def _is_report(head, data):
    return isinstance(head["findings"], list) and not data


def _is_word_file(_, data):
    return zipfile.is_zipfile(io.BytesIO(data))


def _is_draft(head, data):
    return isinstance(head["draft"], dict) and isinstance(head["findings"], list) and not data


MADE = {"convert": _is_pdf, "check": _is_report, "fix": _is_word_file, "recognise": _is_draft}


def hunt(numbers, tasks=("convert",)):
    """Do tasks with the cases; return what was spoilt and its numbers by the task and how it ended."""
    ends = collections.defaultdict(list)
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(task)) for task in tasks]
        for number, kind in product(numbers, SPOILT):
            data = SPOILT[kind](number)
            told = {"kind": kind} if kind in IMPORTED else {}
            for worker in (one for one in workers if kind in TASKS[one.task]):
                end = worker.outcome(data, changes=STATES[number % len(STATES)], **told)
                ends[worker.task, end].append(f"{kind} {number}")
    return ends


def main(*arguments):
    """Hunt among the numbers told, or write a case down; the exit status says whether faults were found."""
    if arguments[0] == "--write":
        *kind, number, path = arguments[1:]
        Path(path).write_bytes(SPOILT[(*kind, "case")[0]](int(number)))
        return 0
    began = time.monotonic()
    ends = hunt(range(*map(int, arguments)), TASKS)
    for (task, end), cases in sorted(ends.items(), key=lambda item: -len(item[1])):
        print(f"{len(cases):7} {task}: {end} ({', '.join(cases[:SHOWN])} …)")  # noqa: T201
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201
    return int(any(end not in {FINE, REFUSED} for _, end in ends))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
