"""A hunt for files that docgen cannot bear: thousands of spoilt ones, converted within the limits.

`python tests/support/soak.py 10000` converts the cases 0 to 9999, `… 10000 20000` those that follow;
`python tests/support/soak.py --write 1234 a.docx` writes one down, to be looked at.
"""

import collections
import sys
import tempfile
import threading
import time
from pathlib import Path

from mutations import case

from docgen.services import isolation
from docgen.services.protocol import frame, read_frame

SECONDS = 20
"""More than any sound file of the size of the cases may take, by far."""
FINE, REFUSED = "PDF", "refused"
SHOWN = 5


class Worker:
    """The worker that docgen uses, kept for many files; a new one when it dies."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self._process = self._listener = None
        self._said = collections.deque(maxlen=1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._end()
        self._folder.cleanup()

    def outcome(self, docx):
        """Say what becomes of a file: FINE, REFUSED, or the fault."""
        process = self._process = self._process or self._started()
        late = threading.Timer(SECONDS, process.kill)
        late.start()
        try:
            process.stdin.write(frame({}, docx))
            process.stdin.flush()
            answer = read_frame(process.stdout)
        except BrokenPipeError:
            answer = None
        finally:
            late.cancel()
        return self._end() if answer is None else judged(*answer)

    def _started(self):
        process = isolation._started("convert", self._folder.name)
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


def judged(head, data):
    """Return FINE for a PDF, REFUSED for an error that has a name; anything else is a fault."""
    error = head.get("error")
    if error is None:
        return FINE if data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF") else "no PDF"
    heavy = error["message"].startswith("Tệp quá nặng")
    return error["message"] if heavy or error["kind"] == "DocgenError" else REFUSED


def hunt(numbers):
    """Convert the cases; return the numbers of those that ended in each way."""
    ends = collections.defaultdict(list)
    with Worker() as worker:
        for number in numbers:
            ends[worker.outcome(case(number))].append(number)
    return ends


def main(*arguments):
    """Hunt among the numbers told, or write a case down; the exit status says whether faults were found."""
    if arguments[0] == "--write":
        Path(arguments[2]).write_bytes(case(int(arguments[1])))
        return 0
    began = time.monotonic()
    ends = hunt(range(*map(int, arguments)))
    for end, numbers in sorted(ends.items(), key=lambda item: -len(item[1])):
        print(f"{len(numbers):7} {end} (cases {', '.join(map(str, numbers[:SHOWN]))} …)")  # noqa: T201
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201
    return int(bool(ends.keys() - {FINE, REFUSED}))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
