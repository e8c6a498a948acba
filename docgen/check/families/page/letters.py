"""P04 and P06: font and colour of every letter that a page shows (Phụ lục I, Phần I, Mục I.4)."""

import colorsys
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.check.breach import Breach, Breaches, Repair
from docgen.check.case import Case, Rule
from docgen.check.families.whereabouts import Fold, Stretch, shown_paragraphs
from docgen.check.fixing.fields import SetNumberLook
from docgen.check.fixing.labels import SetLabel
from docgen.check.fixing.repairs import SetFace
from docgen.language.legacy import legacy_encoding
from docgen.model.finding import Severity
from docgen.rules import text
from docgen.word.formatting import RunFormat
from docgen.word.ooxml import value
from docgen.word.reading import Numbered, Paragraph, Span

_CLONES = frozenset({"tinos", "liberationserif", "times", "timesnewromanpsmt"})
"""Families of the widths and the look of Times New Roman, and other names of it."""

_SIGNS = frozenset(
    {"symbol", "wingdings", "wingdings2", "wingdings3", "webdings", "mtextra", "opensymbol", "marlett"}
)
"""Fonts whose letters are signs."""

_LATIN = re.compile(r"[0-9A-Za-z]")
_ACCENTED = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_BLACK = "auto"
_DARKEST = 0x2F
"""The largest share of red, green or blue that still looks black on paper."""
_PALEST = 0.75
"""The lightness from which letters may be meant for a dark ground, where black could not be read."""


@dataclass(eq=False)
class _Wrong:
    """Where one font or colour stands: stretches of letters, and numbers that Word writes."""

    stretches: list[Stretch] = field(default_factory=list)
    labels: dict[int, Numbered] = field(default_factory=dict)

    def add(self, paragraph: Paragraph, span: Span, part: str) -> None:
        last = self.stretches[-1] if self.stretches else None
        if last is not None and last.paragraph is paragraph and last.end == span.start:
            self.stretches[-1] = Stretch(paragraph, last.start, span.end, part)
        else:
            self.stretches.append(Stretch(paragraph, span.start, span.end, part))

    def add_label(self, paragraph: Paragraph, label: Numbered, part: str) -> None:
        self.stretches.append(Stretch(paragraph, 0, 0, part))
        self.labels.setdefault(id(label.level), label)

    def repairs(self, told: str, *, font: str | None = None, color: str | None = None) -> Iterator[Repair]:
        """Yield what gives all of them another font or colour."""
        for one in self.stretches:
            if one.start < one.end:
                yield SetFace(told, one.paragraph, one.start, one.end, font=font, color=color)
            if one.part and any(span.field == "PAGE" for span in one.paragraph.spans):
                yield SetNumberLook(told, one.paragraph, font=font, color=color)
        for label in self.labels.values():
            yield SetLabel(told, label, font=font, color=color)


def _fonts(case: Case) -> Breaches:
    """P04: every letter is in Times New Roman; signs and bullets may be in fonts of signs."""
    right = text("font")
    for font, wrong in _by_font(case).items():
        fold, clone = Fold(wrong.stretches), plain(font) in _CLONES
        looks = " (chữ trông giống nhưng khác tên)" if clone else ""
        yield Breach(
            "P04",
            f"Chữ {fold.told} dùng phông {font}{looks}; văn bản phải dùng phông {right}. "
            f"Hãy chọn các chữ đó rồi đặt phông {right}.",
            fold.at,
            fold.first.words,
            part=fold.first.part,
            others=fold.others,
            expected=right,
            found=font,
            severity=Severity.WARNING if clone else None,
            repairs=tuple(wrong.repairs(f"Phông chữ: {font} → {right}", font=right)),
        )


def _by_font(case: Case) -> dict[str, _Wrong]:
    """Return what is in a wrong font, by its name."""
    found: dict[str, _Wrong] = {}
    fine: dict[int, bool] = {}
    for paragraph, part in shown_paragraphs(case.document):
        for span in paragraph.spans:
            key = id(span.face)
            if key not in fine:
                fine[key] = not any(_is_wrong(font) for font in _named(span.face))
            for font in () if fine[key] else _wrong_fonts(span.face, span.text):
                found.setdefault(font, _Wrong()).add(paragraph, span, part)
        for label in _counted(paragraph):
            for font in _wrong_label_fonts(label):
                found.setdefault(font, _Wrong()).add_label(paragraph, label, part)
    return found


def _wrong_label_fonts(label: Numbered) -> Iterator[str]:
    """Yield the wrong fonts of a number that Word writes; figures are the same in every encoding."""
    for font in _shown_in(label.face, label.text):
        if _is_wrong(font) or legacy_encoding(font):
            yield _first_name(font)


def _named(face: RunFormat) -> tuple[str, ...]:
    return tuple(font for font in (face.font, face.accented_font, face.asian_font) if font)


def _wrong_fonts(face: RunFormat, letters: str) -> Iterator[str]:
    """Yield the wrong fonts in which letters are shown."""
    yield from (_first_name(font) for font in _shown_in(face, letters) if _is_wrong(font))


def _shown_in(face: RunFormat, letters: str) -> Iterable[str]:
    """Return the fonts in which letters are shown: Word takes one for each script (17.3.2.26)."""
    return dict.fromkeys(
        (
            *((face.font,) if _LATIN.search(letters) else ()),
            *((face.accented_font or face.font,) if _has_accents(letters) else ()),
            *((face.asian_font or face.font,) if _ASIAN.search(letters) else ()),
        )
    )


def _has_accents(letters: str) -> bool:
    return not letters.isascii() and any(
        not one.isascii() and _ACCENTED.match(one) is not None for one in letters
    )


def _is_wrong(font: str) -> bool:
    """Whether letters may not be in a font; those of old encodings are another mistake (P05)."""
    name = plain(_first_name(font))
    return name != plain(text("font")) and name not in _SIGNS and legacy_encoding(font) is None


def _first_name(font: str) -> str:
    """Return the first of the fonts that LibreOffice lists, "Liberation Serif;Times New Roman"."""
    return font.split(";", maxsplit=1)[0].strip()


def plain(name: str) -> str:
    """Return the name of a font without blanks and capitals."""
    return "".join(name.split()).lower()


def _colors(case: Case) -> Breaches:
    """P06: every letter is black; the stamps of urgency and the like are red (Mục III.2)."""
    for color, wrong in _by_color(case).items():
        fold, name = Fold(wrong.stretches), color_name(color)
        repairs = wrong.repairs(f"Màu chữ: {name} → đen", color=_BLACK)
        yield Breach(
            "P06",
            f"Chữ {fold.told} có màu {name}; mọi chữ phải màu đen. Hãy chọn các chữ đó rồi đặt màu đen.",
            fold.at,
            fold.first.words,
            part=fold.first.part,
            others=fold.others,
            expected="đen",
            found=name,
            repairs=() if _is_pale(color) else tuple(repairs),
        )


def _by_color(case: Case) -> dict[str, _Wrong]:
    """Return what is not black, by its colour as RRGGBB."""
    found: dict[str, _Wrong] = {}
    stamps = set(_stamps(case))
    for paragraph, part in shown_paragraphs(case.document):
        if id(paragraph) in stamps:
            continue
        for span in paragraph.spans:
            if span.face.color and not _is_dark(span.face.color) and not span.text.isspace():
                found.setdefault(span.face.color, _Wrong()).add(paragraph, span, part)
        label = paragraph.numbered
        if label is not None and label.face.color and not _is_dark(label.face.color):
            found.setdefault(label.face.color, _Wrong()).add_label(paragraph, label, part)
    return found


def _stamps(case: Case) -> Iterable[int]:
    heads = (part.head for part in case.paper.parts if part.head is not None)
    return (id(piece.paragraph) for head in heads for piece in head.stamps)


def _counted(paragraph: Paragraph) -> Iterator[Numbered]:
    """Yield the number of a paragraph; a bullet is a sign."""
    label = paragraph.numbered
    if label is not None and value(label.level, "numFmt", "decimal") != "bullet":
        yield label


def _is_dark(color: str) -> bool:
    return max(_parts(color)) <= _DARKEST


def _is_pale(color: str) -> bool:
    red, green, blue = (part / 255 for part in _parts(color))
    return 0.3 * red + 0.6 * green + 0.1 * blue >= _PALEST


def _parts(color: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(color)
    return red, green, blue


_HUES = (
    (15, "đỏ"),
    (50, "cam"),
    (70, "vàng"),
    (165, "xanh lá cây"),
    (255, "xanh dương"),
    (290, "tím"),
    (340, "hồng"),
    (361, "đỏ"),
)
_GREY, _DIM, _BRIGHT = 0.15, 0.5, 0.9


def color_name(color: str) -> str:
    """Return what a colour, RRGGBB, is called: "đỏ", "xanh dương", "xám"."""
    hue, saturation, bright = colorsys.rgb_to_hsv(*(part / 255 for part in _parts(color)))
    if saturation < _GREY:
        return "trắng" if bright > _BRIGHT else "xám"
    return next(name for upto, name in _HUES if hue * 360 < upto)


RULES: tuple[Rule, ...] = (_fonts, _colors)
"""The rules of letters."""
