"""Memory of this process."""

import os
import re
from pathlib import Path


def peak_mb() -> float:
    """Return the high-water mark of this process in MB; getrusage would count what it was forked from."""
    status = Path(f"/proc/{os.getpid()}/status").read_text(encoding="ascii")
    (kilobytes,) = re.findall(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(kilobytes) / 1024
