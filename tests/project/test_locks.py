"""The lock files hold every dependency, each by its hash, and say nothing of where it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")


def pinned(lock: Path) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==\S+", lock.read_text(), re.MULTILINE))


def named(requirements: list[object]) -> set[str]:
    """Return the plain names among `requirements`, as the lock files write them."""
    texts = (one for one in requirements if isinstance(one, str))
    return {re.split(r"[=<>~!;\[ ]", text)[0].lower().replace(".", "-") for text in texts}


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "dev"])])
def test_every_dependency_is_pinned(root: Path, lock: str, groups: list[str]) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    needed = named(project["project"]["dependencies"])
    needed |= named([one for group in groups for one in project["dependency-groups"][group]])
    assert needed <= pinned(root / lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_address(root: Path, lock: str) -> None:
    text = (root / lock).read_text()
    entries = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
