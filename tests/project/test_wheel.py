"""The wheel carries everything docgen needs, wherever it is unpacked."""

import subprocess
import sys
from os import environ
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def unpacked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    ZipFile(wheel).extractall(folder / "unpacked")
    return folder / "unpacked"


def docgen(unpacked: Path, *arguments: str | Path) -> str:
    """Run the unpacked docgen from a folder that knows nothing of the checkout."""
    command = [sys.executable, "-m", "docgen", *arguments]
    environment = {**environ, "PYTHONPATH": str(unpacked)}
    return subprocess.run(
        command, cwd=unpacked.parent, env=environment, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.mark.parametrize("folder", ["templates", "data"])
def test_templates_and_data_are_inside(root: Path, unpacked: Path, folder: str) -> None:
    files = (path for path in (root / folder).rglob("*") if path.is_file())
    here = {path.relative_to(root): path.read_bytes() for path in files}
    inside = unpacked / "docgen"
    assert here
    assert here == {path: (inside / path).read_bytes() for path in here}


def test_it_renders_the_shipped_plan_and_converts_the_word_file(unpacked: Path) -> None:
    plan = unpacked / "docgen/data/kehoach-2025.yaml"
    printed = docgen(unpacked, "render", plan, "--out", unpacked.parent / "out")
    docx, pdf = (Path(line) for line in printed.splitlines())
    assert ZipFile(docx).testzip() is None
    (again,) = docgen(unpacked, "pdf", docx, "-o", pdf.with_stem("again")).splitlines()
    assert Path(again).read_bytes() == pdf.read_bytes() != b""
