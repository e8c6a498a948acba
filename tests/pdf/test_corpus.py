"""The Word files that the PDF is judged by are sound: always the same, valid, full of features."""

import io
import zipfile

import corpus
import pytest
import scores
from likeness import remembered
from openxml_audit import OpenXmlValidator

MARKS = """w:tab/ w:br/ w:noBreakHyphen w:numPr w:pBdr w:shd w:vMerge w:gridSpan w:tblpPr w:tblHeader
w:cantSplit w:footnoteReference w:endnoteReference w:ins w:del w:commentReference w:sdt w:vanish
w:keepNext w:keepLines w:pageBreakBefore w:widowControl wps:txbx wpg:wgp v:line v:rect wp:inline
wp:wrapSquare wp:wrapTopAndBottom w:titlePg w:cols w:pgNumType w:trHeight w:smallCaps w:vertAlign
w:position w:highlight w:contextualSpacing"""


def texts(data):
    """Return the parts of a Word file as one text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def test_a_seed_gives_the_same_bytes():
    assert corpus.word_file(1) == corpus.word_file(1)
    assert corpus.word_file(1) != corpus.word_file(2)


@pytest.mark.parametrize("seed", corpus.DEVELOPMENT[::5])
def test_a_file_is_valid(seed, tmp_path):
    path = tmp_path / "file.docx"
    path.write_bytes(corpus.word_file(seed))
    assert OpenXmlValidator().validate(path).errors == []


@pytest.mark.parametrize("seeds", [corpus.DEVELOPMENT, corpus.HELD_OUT])
def test_a_set_has_every_feature(seeds):
    written = "".join(texts(corpus.word_file(seed)) for seed in seeds)
    assert [mark for mark in MARKS.split() if f"<{mark}" not in written] == []


def test_files_no_rule_was_tuned_on_are_as_like_as_asked_for():
    files = scores.files_of("held-out")
    theirs = remembered(files)
    assert scores.total([scores.judged(theirs[name], data)[0] for name, data in files.items()])
