"""How a program writes a format down: at each run, in named styles, through the theme."""

from dataclasses import replace
from html import escape

FONT = "Times New Roman"
CALIBRI = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
NAMED = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs"))


class Look:
    """Everything written at the place: a "Normal" of Calibri 11 that every paragraph and run overrides."""

    on = ""
    fonts = f"<w:rFonts {NAMED}/>"
    more = ""
    defaults = (
        f'<w:rPrDefault><w:rPr>{CALIBRI}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault>"
    )
    normal = ""
    minor = "Calibri"

    def __init__(self, forms):
        self.forms = forms

    def paragraph(self, role, inner="", *, indent="", before="", keep=False, align=""):
        """Return `pPr` of a role; `before` are the elements that stand before spacing, `indent` its own."""
        mark = f"<w:rPr>{self.face(self.forms[role])}</w:rPr>"
        layout = self.layout(self._aligned(role, align), indent)
        return f"<w:pPr>{self.kept(role, keep)}{before}{layout}{mark}{inner}</w:pPr>"

    def _aligned(self, role, align):
        form = self.forms[role]
        return replace(form, align=align) if align else form

    def kept(self, role, keep):
        """Return what keeps a paragraph with the next one."""
        return f"<w:keepNext{self.on}/>" if keep or self.forms[role].keep else ""

    def layout(self, form, indent=""):
        """Return spacing, indents and alignment."""
        lines = f'w:line="{form.line}" w:lineRule="auto"'
        spacing = f'<w:spacing w:before="{form.before}" w:after="{form.after}" {lines}/>'
        own = f'<w:ind w:left="{form.left}" w:firstLine="{form.first}"/>' if form.left or form.first else ""
        return f'{spacing}{indent or own}<w:jc w:val="{form.align}"/>'

    def face(self, form):
        """Return what stands in `rPr`."""
        bold = f"<w:b{self.on}/><w:bCs{self.on}/>" if form.bold else ""
        slanted = f"<w:i{self.on}/><w:iCs{self.on}/>" if form.italic else ""
        size = f'<w:sz w:val="{2 * form.size}"/><w:szCs w:val="{2 * form.size}"/>'
        return f"{self.fonts}{bold}{slanted}{size}{self.more}"

    def run(self, text, form, role):  # noqa: ARG002 - looks with styles need the role
        """Return a run of letters that look so in a paragraph of that role."""
        return _run(text, self.face(form))

    def styles(self):
        """Return what stands in the part of styles."""
        return (
            f"<w:docDefaults>{self.defaults}</w:docDefaults>"
            f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
            f"<w:qFormat/>{self.normal}</w:style>"
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr></w:style>"
        )


class Typed(Look):
    """What comes of typing and correcting in Word: runs in pieces, with marks of the speller."""

    def run(self, text, form, role):  # noqa: ARG002
        words = text.split(" ")
        if len(words) < 6:
            return _run(text, self.face(form))
        half = len(words) // 3
        first, second = " ".join(words[:half]) + " ", " ".join(words[half:])
        checked = '<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'
        return _run(first, self.face(form)) + checked + _run(second, self.face(form))


class Styled(Look):
    """A named style for each component, all based on a "Normal" that overrides the defaults of Word."""

    normal = (
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f'<w:rPr><w:rFonts {NAMED}/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
    )

    def paragraph(self, role, inner="", *, indent="", before="", keep=False, align=""):
        kept, told = self.kept(role, keep), f'<w:jc w:val="{align}"/>' if align else ""
        return f'<w:pPr><w:pStyle w:val="{self._id(role)}"/>{kept}{before}{indent}{told}{inner}</w:pPr>'

    def run(self, text, form, role):
        usual = self.forms[role]
        told = ""
        if form.bold != usual.bold:
            told += f'<w:b w:val="{int(form.bold)}"/><w:bCs w:val="{int(form.bold)}"/>'
        if form.italic != usual.italic:
            told += f'<w:i w:val="{int(form.italic)}"/><w:iCs w:val="{int(form.italic)}"/>'
        if form.size != usual.size:
            told += f'<w:sz w:val="{2 * form.size}"/><w:szCs w:val="{2 * form.size}"/>'
        return _run(text, told)

    def styles(self):
        return super().styles() + "".join(self._style(role) for role in self.forms)

    def _id(self, role):
        return f"VB{list(self.forms).index(role)}"

    def _style(self, role):
        form = self.forms[role]
        face = self.face(form).replace(self.fonts, "")
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self._id(role)}">'
            f'<w:name w:val="{escape(f"VB {role}")}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f"<w:pPr>{self.layout(form)}</w:pPr><w:rPr>{face}</w:rPr></w:style>"
        )


class Themed(Look):
    """The font comes from the theme, the rest is written at the place."""

    fonts = ""
    minor = FONT
    defaults = Look.defaults.replace('<w:sz w:val="22"/><w:szCs w:val="22"/>', '<w:sz w:val="24"/>')


class Google(Look):
    """As Google Docs writes: every run in full, switches with a value, no latent styles."""

    on = ' w:val="1"'
    fonts = f'<w:rFonts {NAMED} w:eastAsia="{FONT}"/>'
    more = '<w:rtl w:val="0"/>'
    defaults = (
        f'<w:rPrDefault><w:rPr><w:rFonts {NAMED} w:eastAsia="{FONT}"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
        '<w:lang w:val="vi"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault>'
    )
    minor = "Cambria"

    def kept(self, role, keep):
        return super().kept(role, keep) + '<w:widowControl w:val="0"/>'

    def layout(self, form, indent=""):
        own = f'<w:ind w:left="{form.left}" w:right="0" w:firstLine="{form.first}"/>'
        return super().layout(form, indent or own)


class Wps(Look):
    """As WPS Writer writes: hints, an East Asian font by default, and explicit base lines."""

    fonts = f'<w:rFonts w:hint="default" {NAMED}/>'
    more = '<w:vertAlign w:val="baseline"/><w:lang w:val="vi-VN"/>'
    defaults = (
        '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" '
        'w:hAnsi="Times New Roman" w:cs="Times New Roman"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
    )
    normal = (
        f'<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr>{CALIBRI}<w:kern w:val="2"/>'
        '<w:sz w:val="21"/><w:szCs w:val="24"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    )


LOOKS = {"direct": Typed, "styles": Styled, "theme": Themed, "google": Google, "wps": Wps}


def _run(text, face):
    return f"<w:r><w:rPr>{face}</w:rPr>{_letters(text)}</w:r>"


def _letters(text):
    """Return text with its tabs and line breaks."""
    pieces = []
    for row, line in enumerate(text.split("\n")):
        pieces.extend(["<w:br/>"] if row else [])
        for column, words in enumerate(line.split("\t")):
            pieces.extend(["<w:tab/>"] if column else [])
            pieces.extend([f'<w:t xml:space="preserve">{escape(words, quote=False)}</w:t>'] if words else [])
    return "".join(pieces)
