"""The smallest Word file, and what may be put into its archive."""

import io
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = '<w:document xmlns:w="{}"><w:body>{}</w:body></w:document>'


def arrow(identity, kind, target, *, external=False):
    """Return one relationship as XML; `kind` may be a whole type."""
    mode = ' TargetMode="External"' if external else ""
    named = kind if "/" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="{identity}" Type="{named}" Target="{target}"{mode}/>'


def listing(*arrows):
    """Return relationships as a part."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(arrows)}</Relationships>'


MAIN = arrow("rId1", "officeDocument", "word/document.xml")
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": listing(MAIN),
    "word/document.xml": BODY.format(WORD, "<w:p/>"),
}


def packed(*entries):
    """Pack entries (name or ZipInfo, content) into a zip archive, the same for the same entries."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(_undated(name) if isinstance(name, str) else name, content)
    return memory.getvalue()


def _undated(name):
    """Return an entry that does not tell when it was written."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def docx(more=(), *, without=()):
    """Return a Word file of one empty paragraph, with `more` parts by name, and `without` some."""
    parts = PARTS | dict(more)
    return packed(*((name, content) for name, content in parts.items() if name not in without))


def linked(*arrows, **options):
    """Return a Word file whose document has these relationships."""
    return docx({"word/_rels/document.xml.rels": listing(*arrows)}, **options)
