"""Headers that mending adds are parts of the file like those that Word writes."""

import io
import zipfile

import docx
from wordfile import word_file

from docgen.check.fixing.draft import Draft, to_docx
from docgen.check.fixing.page_numbers import PutNumber
from docgen.package import open_package
from docgen.word.reading import read_document


def test_a_header_that_is_made_points_to_nothing():
    document = read_document(open_package(word_file("Lời văn")))
    draft = Draft(document)
    PutNumber("", document.sections[0]).apply(draft)
    data = to_docx(draft.package())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if "header" in name] == ["word/header1.xml"]
    header = docx.Document(io.BytesIO(data)).sections[0].header
    assert (header.is_linked_to_previous, header.paragraphs[0].text) == (False, "2")
