"""LibreOffice settles the changes of redlines as we do: the real plan, examples and random pairs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_edits import edited
from plans import plans
from redlines import in_office, said
from wordfile import word_file

from docgen.word.redline import redline

PYTHON = "/usr/bin/python3"
PAIRS = int(os.environ.get("DOCGEN_REDLINES", "20"))
"""`make soak` asks for more."""
SECONDS = 60 + PAIRS

EXAMPLES = {
    "words at the end, then a new paragraph": ("a b\ne f", "a b c\nd\ne f"),
    "words at the end, then two new ones": ("a b\ne f", "a b c\nd\ng\ne f"),
    "a new paragraph, then words at the start": ("a b\ne f", "a b\nd\ng e f"),
    "the last words replaced, then a new one": ("a b c\ne f", "a b d\ng\ne f"),
    "words struck at the end, then a paragraph": ("a b c\nd\ne f", "a b\ne f"),
    "words at the end, one for another": ("a b\nx\ne f", "a b c\ny\ne f"),
    "words at the end, and at the start": ("a b\ne f", "a b c\ng e f"),
    "words at the end, and alone at the start": ("a b\ne", "a b c\ng e"),
    "words at the end, and in three places": ("a b\ne f\ne f", "a b c\ng e h f i\ng e f"),
    "words on both sides, one of them bold": ("a b\n*e* f", "a b c\ng *e* f"),
    "words where there were none": ("a b\nleft |\ne", "a b c\nleft | g\ne"),
    "words where there were none, twice": ("left |\nleft |\ne", "left | b c\nleft | g h\ne"),
    "one of another look behind": ("center | *a b*\ne f", "center | *a b* c\nright | d\ne f"),
    "all lines below the first replaced": (
        "table 3000\n+ *Nơi nhận:*¶- Sở A;¶- Lưu: VT.\nx",
        "table 3000\n+ *Nơi nhận:*¶- Ban B;¶- Hội C;¶- Cất giữ.\nx",
    ),
    "the last line gone": ("table 3000\n+ *a*¶b\nx", "table 3000\n+ *a*\nx"),
    "a last line": ("table 3000\n+ *a*\nx", "table 3000\n+ *a*¶b\nx"),
}
"""Texts of the old and the new file, in the notation of `wordfile`."""


def has_uno():
    return (
        bool(shutil.which("soffice"))
        and Path(PYTHON).exists()
        and not subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode
    )


@pytest.fixture(scope="module")
def pairs(docx, organisation, old, new):
    """Return the real pair, the examples and random pairs, by their names."""
    found = {"2025-2026": (old, new), "2026-2025": (new, old)}
    found |= {name: (word_file(before), word_file(after)) for name, (before, after) in EXAMPLES.items()}

    @settings(max_examples=PAIRS, deadline=None, derandomize=True, database=None)
    @given(data=st.data())
    def draw(data):
        plan = data.draw(plans(organisation))
        other = data.draw(edited(plan))[0] if data.draw(st.booleans()) else data.draw(plans(organisation))
        found[f"random {len(found)}"] = docx(plan), docx(other)

    draw()
    return found


needs_office = pytest.mark.skipif(not has_uno(), reason="LibreOffice with its Python bridge is not installed")


@needs_office
def test_libreoffice_settles_them_alike(pairs, tmp_path):
    settle_alike(pairs, tmp_path)


def settle_alike(pairs, folder):
    """Let LibreOffice accept and reject the redline of each pair, and compare what it leaves."""
    for state in ("accepted", "original"):
        (folder / state).mkdir()
    for name, (old, new) in pairs.items():
        (folder / f"{name}.docx").write_bytes(redline(old, new))
    script = Path(__file__).with_name("office.py")
    subprocess.run([PYTHON, script, folder], check=True, timeout=SECONDS)
    for name, (old, new) in pairs.items():
        for state, wanted in (("accepted", new), ("original", old)):
            settled = (folder / state / f"{name}.docx").read_bytes()
            assert in_office(said(settled)) == in_office(said(wanted)), (name, state)
