"""The templates of the factory, as bytes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from docgen.word import archive
from docgen.word.factory import baocao, congvan, kehoach, sosanh
from docgen.word.factory.parts import parts


def docx(document_xml: Callable[[], str]) -> bytes:
    """Return the template around the main part that `document_xml` gives as a DOCX."""
    written = parts(document_xml())
    return archive.archive(archive.entry(name, content, archive.BEST) for name, content in written.items())


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "kehoach": partial(docx, kehoach.document_xml),
    "baocao": partial(docx, baocao.document_xml),
    "congvan": partial(docx, congvan.document_xml),
    "sosanh": partial(docx, sosanh.document_xml),
}


def write_all(folder: Path) -> None:
    """Write the Word file of every template into its folder under `folder`."""
    for name, template in TEMPLATES.items():
        (folder / name / "mau.docx").write_bytes(template())
