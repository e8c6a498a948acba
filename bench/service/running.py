"""`docgen serve` as a process with its worker, on a free port of this machine."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import Self

HOST = "127.0.0.1"
_PATIENCE = 60
_LOG = "dich-vu.log"


class Service:
    """The service over a folder that has been founded; `database` is a URL where it is not in the folder."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder, self._database = folder, database
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Begin it, and wait until it takes requests."""
        command = [
            sys.executable,
            "-m",
            "docgen",
            "serve",
            "--folder",
            str(self.folder),
            "--port",
            str(self.port),
        ]
        environment = os.environ | {"DOCGEN_DATABASE": self._database}
        with (self.folder / _LOG).open("ab") as log:
            self._process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        until = monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or monotonic() > until:
                raise RuntimeError((self.folder / _LOG).read_text("utf-8")[-2000:])
            sleep(0.05)

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=1)
        with closing(connection), suppress(OSError, HTTPException):
            connection.request("GET", "/suc-khoe/song")
            return connection.getresponse().status == HTTPStatus.OK
        return False

    def stop(self) -> None:
        """End it as a person does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once: nothing in it can do anything more. Its worker sees that, and ends."""
        self._end(signal.SIGKILL)

    def _end(self, how: int) -> None:
        if self._process:
            self._process.send_signal(how)
            self._process.wait(_PATIENCE)
            self._process = None

    @property
    def pid(self) -> int:
        """The process of the pages."""
        if self._process is None:
            raise RuntimeError("it does not run")
        return self._process.pid

    @property
    def worker(self) -> int | None:
        """The process of the worker; None while there is none."""
        return self._child(b"worker")

    @property
    def apart(self) -> int | None:
        """The process in which reports are worded; None while there is none."""
        return self._child(b"spawn_main")

    def _child(self, told: bytes) -> int | None:
        children = Path(f"/proc/{self.pid}/task").glob("*/children")
        pids = [int(pid) for one in children for pid in one.read_text("ascii").split()]
        return next((pid for pid in pids if told in _command(pid)), None)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def held_mb(pid: int) -> float:
    """Return the memory that a process holds now, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    (kilobytes,) = re.findall(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
    return int(kilobytes) / 1024


def spent(pid: int) -> float:
    """Return the seconds of the processor that a process has used (proc(5): fields 14 and 15)."""
    told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as taken:
        return int(taken.getsockname()[1])
