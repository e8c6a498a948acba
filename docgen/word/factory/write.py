"""The templates of the factory, as bytes."""

from collections.abc import Callable
from pathlib import Path

from docgen.word import archive
from docgen.word.factory import kehoach
from docgen.word.factory.parts import parts


def plan() -> bytes:
    """Return the template of a plan as a DOCX."""
    written = parts(kehoach.document_xml())
    return archive.archive(archive.entry(name, content, archive.BEST) for name, content in written.items())


TEMPLATES: dict[str, Callable[[], bytes]] = {"kehoach": plan}


def write_all(folder: Path) -> None:
    """Write the Word file of every template into its folder under `folder`."""
    for name, template in TEMPLATES.items():
        (folder / name / "mau.docx").write_bytes(template())
