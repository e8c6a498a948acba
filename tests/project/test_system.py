"""setup/system.sh sees what the system lacks, and says how to get it where it may not install."""

import subprocess
import sys
from os import environ
from pathlib import Path


def system(root: Path, what: str, path: str) -> "subprocess.CompletedProcess[str]":
    command = ["/bin/sh", root / "setup/system.sh", what, sys.executable]
    environment = {**environ, "PATH": path}
    return subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")


def test_nothing_to_do(root: Path) -> None:
    done = system(root, "judges", environ["PATH"])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_missing_is_named_with_the_command(root: Path, tmp_path: Path) -> None:
    done = system(root, "judges", path=str(tmp_path))
    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends fontconfig fonts-croscore" in done.stderr
    assert {"libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils"} <= set(done.stderr.split())
