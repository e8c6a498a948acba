"""`docgen --help` answers at once: no heavy library is loaded before a command runs."""

import subprocess
import sys

HEAVY = {
    *("PIL", "docx", "docxtpl", "fontTools", "jinja2", "lxml", "openpyxl", "pydantic", "rich", "ruamel"),
    "uharfbuzz",
}


def test_help_loads_nothing_heavy() -> None:
    asked = [sys.executable, "-X", "importtime", "-m", "docgen", "--help"]
    told = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stderr
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines()}
    assert "typer" in loaded
    assert not loaded & HEAVY
