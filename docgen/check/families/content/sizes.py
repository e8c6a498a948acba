"""The size of the content (B03; Phụ lục I, Mục II.6.e)."""

from collections import Counter
from collections.abc import Callable, Iterator

from docgen.check.breach import Breaches, Repair
from docgen.check.case import Case, Rule
from docgen.check.families.content.contents import Content, contents
from docgen.check.families.folding import Fault, Told, folded
from docgen.check.families.looks import allows, nearest_size, size_text, stretches
from docgen.check.fixing.numbers import SetNumber, follows_mark
from docgen.check.fixing.repairs import SetFace
from docgen.components import BodyParagraph, Piece, Role
from docgen.model.finding import Severity
from docgen.rules import component
from docgen.word.reading import Paragraph

_BODY = "Chữ của nội dung"


def _sizes(case: Case) -> Breaches:
    for content in contents(case):
        yield from _of(content)


def _of(content: Content) -> Breaches:
    """Judge one content; of sizes that are all allowed the rarer ones are taken for slips."""
    row = component("body")
    allowed = Counter(size for one in _judged(content) for size in _shown(one.paragraph) if allows(row, size))
    usual = allowed.most_common(1)[0][0] if allowed else None
    outside = Told("B03", _BODY, f"cỡ {size_text(row.size)}", "Hãy đặt lại như vậy.")
    yield from folded(
        outside,
        _faults(content, lambda size: None if allows(row, size) else usual or nearest_size(row, size)),
    )
    if usual is not None and len(allowed) > 1:
        yield from _mixed(content, usual, frozenset(allowed) - {usual})


def _mixed(content: Content, usual: float, others: frozenset[float]) -> Breaches:
    told = Told(
        "B03",
        _BODY,
        f"cùng một cỡ (phần lớn là cỡ {size_text(usual)})",
        "Hãy dùng một cỡ cho cả văn bản.",
        Severity.WARNING,
    )
    yield from folded(told, _faults(content, lambda size: usual if size in others else None))


def _faults(content: Content, mended: Callable[[float], float | None]) -> Iterator[Fault]:
    """Yield the paragraphs with letters of a wrong size: those that `mended` says another size of."""
    for one in _judged(content):
        wrong = [
            (face.size, size, start, end)
            for start, end, face in stretches(Piece(one.paragraph, 0, len(one.paragraph.text)))
            if not face.hidden and (size := mended(face.size)) is not None
        ]
        repairs: list[Repair] = [
            SetFace(_change(found, size), one.paragraph, start, end, size=size)
            for found, size, start, end in wrong
        ]
        sizes = [found for found, *_ in wrong]
        number = _number_size(one.paragraph)
        if number is not None and (size := mended(number)) is not None:
            repairs.append(SetNumber(f"Số thứ tự: {_change(number, size)}", one.paragraph, size=size))
            sizes.append(number)
        if repairs:
            yield Fault(one.paragraph, f"cỡ {size_text(sizes[0])}", tuple(repairs))


def _change(found: float, size: float) -> str:
    return f"cỡ chữ {size_text(found)} → {size_text(size)}"


def _judged(content: Content) -> Iterator[BodyParagraph]:
    """Yield what B03 judges; the size of bases is for B01."""
    return (one for one in content.flow if one.role is not Role.BASIS)


def _shown(paragraph: Paragraph) -> Iterator[float]:
    """Yield the sizes of its letters, each once, and that of its number."""
    number = _number_size(paragraph)
    if number is not None:
        yield number
    yield from {face.size for face in paragraph.faces if face.raised == "baseline" and not face.hidden}


def _number_size(paragraph: Paragraph) -> float | None:
    """Return the size of the number that Word writes, None where there is none or its list sets it."""
    numbered = paragraph.numbered
    if numbered is None or not follows_mark(paragraph, "sz") or not numbered.text[:1].isalnum():
        return None
    return numbered.face.size


RULES: tuple[Rule, ...] = (_sizes,)
