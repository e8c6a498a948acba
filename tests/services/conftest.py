"""The 2025 plan rendered once."""

from pathlib import Path

import pytest

from docgen.resources import shipped
from docgen.services.render import render_plan


@pytest.fixture(scope="session")
def plan_file() -> Path:
    return shipped("data") / "kehoach-2025.yaml"


@pytest.fixture(scope="session")
def rendered(plan_file, tmp_path_factory) -> dict[str, Path]:
    """The files of the 2025 plan by their suffix."""
    return {path.suffix: path for path in render_plan(plan_file, tmp_path_factory.mktemp("out")).files}
