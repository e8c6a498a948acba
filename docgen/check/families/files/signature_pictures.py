"""Pictures of signatures and seals put in by hand or by signing software (X03)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.files.signature_images import SignatureImage, signature_image
from docgen.components import Closing, Part
from docgen.errors import DocgenError
from docgen.rules import figure
from docgen.word.reading import Drawing, Paragraph

_PNG = b"\x89PNG\r\n"
_JPEG = b"\xff\xd8"
_OTHERS = (b"GIF8", b"BM")
_CALL = "Hãy dùng ảnh PNG nền trong suốt."


@dataclass(frozen=True)
class _Picture:
    """A picture in the room to sign; `image` is None where it could not be looked at."""

    paragraph: Paragraph
    drawing: Drawing
    is_png: bool
    image: SignatureImage | None

    @property
    def hue(self) -> str:
        """The colour of its ink, empty for none."""
        return self.image.hue if self.image else ""


def signature_pictures(case: Case) -> Breaches:
    """Yield what is wrong with pictures between the title and the name of who signs."""
    for part in case.paper.texts:
        for closing in _closings(part):
            pictures = list(_pictures(case, part, closing))
            for picture in pictures:
                yield from _ground(picture)
                yield from _ink(picture)
            yield from _places(pictures)


def _closings(part: Part) -> Iterator[Closing]:
    if part.closing is not None:
        yield part.closing
        yield from part.closing.others


def _pictures(case: Case, part: Part, closing: Closing) -> Iterator[_Picture]:
    for paragraph in _room(part, closing):
        for drawing in paragraph.drawings:
            data = case.document.package.parts.get(drawing.image, b"")
            if data.startswith((_PNG, _JPEG, *_OTHERS)):
                yield _Picture(paragraph, drawing, data.startswith(_PNG), _seen(data))


def _room(part: Part, closing: Closing) -> list[Paragraph]:
    """Return the paragraphs from the title to the name: those of their column, or all where there is none."""
    if not closing.authority:
        return []
    first = closing.authority[0].paragraph
    last = (closing.signer or closing.authority[-1]).paragraph
    column = first.cell.column if first.cell else None
    return [
        paragraph
        for paragraph in part.paragraphs
        if first.number <= paragraph.number <= last.number
        and (paragraph.cell.column if paragraph.cell else None) == column
    ]


def _seen(data: bytes) -> SignatureImage | None:
    """Return what a picture shows; None where it is damaged, blank or of a kind that is not looked into."""
    try:
        return signature_image(data)
    except DocgenError:
        return None


def _ground(picture: _Picture) -> Breaches:
    if not picture.is_png:
        found = "không phải PNG"
    elif picture.image is not None and not picture.image.transparent:
        found = "nền không trong suốt"
    else:
        return
    message = f"Hình chữ ký, con dấu phải là ảnh PNG nền trong suốt; hiện {found}. {_CALL}"
    yield Breach("X03", message, picture.paragraph, expected="PNG nền trong suốt", found=found)


def _ink(picture: _Picture) -> Breaches:
    """Yield a picture in black; one of several colours may be signature and seal in one."""
    if picture.hue == "black":
        message = "Chữ ký của người ký phải màu xanh, dấu của cơ quan màu đỏ; ảnh này màu đen. Hãy thay ảnh."
        yield Breach("X03", message, picture.paragraph, expected="màu xanh hoặc màu đỏ", found="màu đen")


def _places(pictures: list[_Picture]) -> Breaches:
    """Yield a seal that does not cover the left third of the signature, where both float on one line."""
    persons, seals = ([one for one in pictures if one.hue == hue] for hue in ("blue", "red"))
    if len(persons) != 1 or len(seals) != 1:
        return
    covered = _covered(persons[0], seals[0])
    row = figure("seal.overlap")
    if covered is None or row.allows(covered):
        return
    found = "không trùm lên bên trái" if covered <= 0 else f"trùm {covered:.0%}"
    message = (
        f"Hình dấu phải trùm lên khoảng 1/3 chữ ký về bên trái; hiện {found}. "
        "Hãy kéo hình dấu sang cho đúng chỗ."
    )
    yield Breach("X03", message, seals[0].paragraph, expected="khoảng 1/3, bên trái", found=found)


def _covered(person: _Picture, seal: _Picture) -> float | None:
    """Return how much of a signature a seal covers from the left; None where only a page shows it."""
    one, other = person.drawing, seal.drawing
    floating = one.floating and other.floating and not (one.align or other.align)
    same_place = (
        person.paragraph is seal.paragraph or person.paragraph.cell is seal.paragraph.cell is not None
    )
    if not (floating and same_place and one.relative[0] == other.relative[0]) or one.width <= 0:
        return None
    if other.left >= one.left:
        return 0.0
    return min(max(other.left + other.width - one.left, 0.0), one.width) / one.width
