"""The parts of a Word file put into its package, the same bytes each time."""

import io
import zipfile
from pathlib import Path

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
CONTENT = f"{OFFICE_TYPE}.wordprocessingml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:wps="{WORD_2010}/wordprocessingShape" '
    f'xmlns:wpg="{WORD_2010}/wordprocessingGroup" xmlns:wp14="{WORD_2010}/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'mc:Ignorable="wp14"'
)
THEME = Path(__file__).with_name("theme.xml")
FONTS = "".join(
    f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="auto"/></w:font>'
    for name in ("Times New Roman", "Arial", "Courier New")
)
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOTS = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "xml": "application/xml"}
TYPES["rels"] = "application/vnd.openxmlformats-package.relationships+xml"


class Package:
    """Parts of a Word file and what relates the main one to them."""

    def __init__(self):
        self.files = {}
        self.related = {}
        self.kinds = {}

    def add(self, kind, content):
        """Add a part of WordprocessingML and return the id of its relation."""
        number = sum(other == kind for other in self.kinds.values()) + 1
        name = f"{kind}{number}.xml" if kind in {"header", "footer"} else f"{kind}.xml"
        root = ROOTS.get(kind, kind)
        self.files[f"word/{name}"] = f"{PROLOGUE}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()
        self.kinds[f"/word/{name}"] = kind
        return self.relate(kind, name)

    def add_picture(self, data, kind):
        """Add a picture ("png", "jpeg") and return the id of its relation."""
        name = f"media/image{len(self.related)}.{kind}"
        self.files[f"word/{name}"] = data
        return self.relate("image", name)

    def relate(self, kind, target):
        """Relate the main part to another and return the id."""
        name = f"rId{len(self.related) + 1}"
        self.related[name] = (f"{OFFICE}/{kind}", target)
        return name

    def bytes(self, body):
        """Return the file; `body` is what the document's body holds."""
        self.add("fontTable", FONTS)
        self.files.setdefault("word/theme/theme1.xml", THEME.read_bytes())
        self.relate("theme", "theme/theme1.xml")
        self.files["word/document.xml"] = (
            f"{PROLOGUE}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
        )
        self.kinds["/word/document.xml"] = "document.main"
        own = {"rId1": (f"{OFFICE}/officeDocument", "word/document.xml")}
        files = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": relations(own),
            "word/_rels/document.xml.rels": relations(self.related),
            **self.files,
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return buffer.getvalue()

    def _types(self):
        known = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in TYPES.items())
        parts = "".join(
            f'<Override PartName="{name}" ContentType="{CONTENT}.{kind}+xml"/>'
            for name, kind in self.kinds.items()
        )
        parts += f'<Override PartName="/word/theme/theme1.xml" ContentType="{OFFICE_TYPE}.theme+xml"/>'
        return f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">{known}{parts}</Types>'.encode()


def relations(told):
    """Return a part of relationships."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in told.items()
    )
    return f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'.encode()
