"""The parts of a template beside its text: what a clean package needs, nothing of a machine or a clock."""

from docgen.rules import length, text
from docgen.word.factory import frame
from docgen.word.factory.markup import NAMESPACES
from docgen.word.factory.styles import styles_xml
from docgen.word.ooxml import DECLARATION

_W = f'xmlns:w="{NAMESPACES["w"]}"'
_OFFICE = NAMESPACES["r"]
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"

_CONTENT_TYPES = {
    "word/document.xml": _WORD_TYPE.format("document.main"),
    "word/styles.xml": _WORD_TYPE.format("styles"),
    "word/settings.xml": _WORD_TYPE.format("settings"),
    "word/fontTable.xml": _WORD_TYPE.format("fontTable"),
    "word/header1.xml": _WORD_TYPE.format("header"),
    "word/header2.xml": _WORD_TYPE.format("header"),
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def parts(document: str) -> dict[str, bytes]:
    """Return every part of a template around its main part `document`, in the order of the file."""
    written = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/header1.xml": frame.page_number(),
        "word/header2.xml": frame.first_page_header(),
        "word/theme/theme1.xml": _theme(),
        "docProps/core.xml": _core(),
        "docProps/app.xml": _app(),
    }
    return {name: content.encode() for name, content in written.items()}


def _content_types() -> str:
    kinds = _CONTENT_TYPES.items()
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds)
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _package_relationships() -> str:
    return _relationships(
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    )


def _document_relationships() -> str:
    return _relationships(
        ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
        ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
        ("rIdFonts", f"{_OFFICE}/fontTable", "fontTable.xml"),
        ("rIdTheme", f"{_OFFICE}/theme", "theme/theme1.xml"),
        ("rIdHeader", f"{_OFFICE}/header", "header1.xml"),
        ("rIdFirstHeader", f"{_OFFICE}/header", "header2.xml"),
    )


def _relationships(*arrows: tuple[str, str, str]) -> str:
    nodes = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in arrows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{nodes}</Relationships>'


def _settings() -> str:
    """Return settings.xml: the layout of Word 2013 and later, lines before a line break not stretched."""
    compatibility = (
        '<w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{DECLARATION}<w:settings {_W}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{length("tab.default").twips}"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatibility}</w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _font_table() -> str:
    return (
        f'{DECLARATION}<w:fonts {_W}><w:font w:name="{text("font")}">'
        '<w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _core() -> str:
    """Return the core properties: what a records system reads, taken from the document that is filled in."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ thuoc_tinh.tieu_de }}</dc:title><dc:subject>{{ thuoc_tinh.chu_de }}</dc:subject>"
        "<dc:creator>{{ thuoc_tinh.tac_gia }}</dc:creator>"
        "<dc:language>{{ thuoc_tinh.ngon_ngu }}</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    return f'{DECLARATION}<Properties xmlns="{_OFFICE.replace("/relationships", "")}/extended-properties"/>'


def _theme() -> str:
    """Return the smallest theme that the schema allows; nothing in the template refers to it."""
    colours = "".join(f"<a:{name}>{_colour(value)}</a:{name}>" for name, value in _COLOURS.items())
    fonts = f'<a:latin typeface="{text("font")}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="{length("table.border").emu}">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{NAMESPACES["a"]}" name="docgen"><a:themeElements>'
        f'<a:clrScheme name="docgen">{colours}</a:clrScheme><a:fontScheme name="docgen">'
        f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="docgen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


_COLOURS = (
    {"dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF"}
    | {f"accent{number}": "000000" for number in range(1, 7)}
    | {"hlink": "000000", "folHlink": "000000"}
)


def _colour(value: str) -> str:
    return f'<a:srgbClr val="{value}"/>'
