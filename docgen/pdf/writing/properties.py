"""What a PDF says about itself: properties, XMP metadata and colours (ISO 19005-2, 6.2.3 and 6.6)."""

from html import escape
from pathlib import Path

from docgen.pdf.pages import Pages
from docgen.pdf.writing.objects import File, Ready, string

_PRODUCER = "docgen"
_PROFILE = Path(__file__).with_name("srgb.icc")
"""The colours of sRGB: Pillow's `ImageCms.createProfile("sRGB")` with the date set to 2000-01-01 and the
version to 4.2, the last one that PDF 1.7 knows."""
_COLORS = "sRGB IEC61966-2.1"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>{}</pdfaid:conformance>
<pdf:Producer>{}</pdf:Producer>
{}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def add_properties(file: File, pages: Pages) -> Ready:
    """Add the dictionary with title, author and subject, without what is empty."""
    told = {"Title": pages.title, "Author": pages.author, "Subject": pages.subject, "Producer": _PRODUCER}
    return file.add(f"<<{''.join(f'/{key}{string(text)}' for key, text in told.items() if text)}>>")


def archival(file: File, pages: Pages, conformance: str) -> str:
    """Return the entries of the catalog that make a file a PDF/A-2 of a `conformance` level."""
    profile = file.add_stream(_PROFILE.read_bytes(), "/N 3")
    metadata = file.add_stream(_xmp(pages, conformance), "/Type/Metadata/Subtype/XML", packed=False)
    return (
        f"/Lang{string(pages.language)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata}"
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({_COLORS})"
        f"/Info({_COLORS})/DestOutputProfile {profile}>>]"
    )


def _xmp(pages: Pages, conformance: str) -> bytes:
    """Return the metadata in XML; they say what the properties say."""
    described = (
        _dublin_core("title", "Alt", pages.title)
        + _dublin_core("creator", "Seq", pages.author)
        + _dublin_core("description", "Alt", pages.subject)
        + _dublin_core("language", "Bag", pages.language)
    )
    return _PACKET.format(conformance, _PRODUCER, described).encode()


def _dublin_core(key: str, kind: str, text: str) -> str:
    if not text:
        return ""
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:li{language}>{escape(text, quote=False)}</rdf:li>"
    return f"<dc:{key}><rdf:{kind}>{item}</rdf:{kind}></dc:{key}>\n"
