"""How the content is set: slope, alignment, indents, distances (B04 to B09)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.breach import Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.content.contents import RUNNING, Content, contents
from docgen.check.families.folding import Fault, Told, folded
from docgen.check.families.looks import aligned_text
from docgen.check.fixing.repairs import Rewrite, SetParagraph
from docgen.components import BodyParagraph, Part, Role, key
from docgen.model.finding import Severity
from docgen.rules import figure
from docgen.rules.units import Mm
from docgen.word.ooxml import W
from docgen.word.reading import PAGE_BREAK, Paragraph, Table
from docgen.word.reading.document import Block

_SINGLE = 1.15
"""A single line of Times New Roman is so many times as high as its letters."""
_LINE_TOLERANCE = 0.02
"""Lines; Word counts them in 240ths, and points of a line are told roughly."""
_SPACE_TOLERANCE = 0.05
"""Points; one twip."""
_INDENT_TOLERANCE = 0.5
"""Millimetres."""
_ITALIC = frozenset({Role.TEXT, Role.ITEM, Role.POINT, Role.DASH})
_PARAGRAPH = "Đoạn nội dung"


def _look(case: Case) -> Breaches:
    """B04 to B09, part by part."""
    for content in contents(case):
        for judge in (_slope, _alignment, _indent, _blanks, _gap, _lines, _empty):
            yield from judge(content)


def _slope(content: Content) -> Breaches:
    """B04: whole paragraphs only, for words of other documents and other tongues may be italic."""
    told = Told(
        "B04",
        _PARAGRAPH,
        "dùng chữ đứng",
        "Hãy bỏ chữ nghiêng, trừ khi đoạn là ghi chú hoặc chỉ dẫn phụ lục.",
    )
    yield from folded(
        told,
        (
            Fault(one.paragraph, "nghiêng")
            for one in content.flow
            if one.role in _ITALIC and not _is_basis(one) and _is_italic(one.paragraph)
        ),
    )


def _is_basis(one: BodyParagraph) -> bool:
    """Whether a basis is listed with a dash, or stands below other words."""
    words = key(one.text).lstrip("-–+ ")
    return words.startswith(("can cu", "theo de nghi", "xet"))


def _is_italic(paragraph: Paragraph) -> bool:
    return bool(paragraph.faces) and all(face.italic for face in paragraph.faces)


def _alignment(content: Content) -> Breaches:
    """B05: one line that begins at the margin looks the same either way, so it is left alone."""
    told = Told("B05", _PARAGRAPH, "canh đều hai lề", "Hãy chọn đoạn đó rồi bấm Ctrl+J (Justify).")
    if not content.free:
        yield from folded(told, (_aligned(one.paragraph) for one in content.flow if _is_ragged(content, one)))


def _is_ragged(content: Content, one: BodyParagraph) -> bool:
    placed = one.role in RUNNING | {Role.BASIS} and one.paragraph.format.align not in {"both", "distribute"}
    return placed and content.is_long(one.paragraph)


def _aligned(paragraph: Paragraph) -> Fault:
    found = aligned_text(paragraph.format.align)
    repair = SetParagraph(f"Nội dung: {found} → canh đều hai lề", paragraph, align="both")
    return Fault(paragraph, found, (repair,))


def _indent(content: Content) -> Breaches:
    """B06: what counts is where the first line begins, by its indent or that of its list."""
    row = figure("body.first_line_indent")
    call = f"Hãy đặt Left 0 cm, {_special(row.use)}."
    told = Told("B06", _PARAGRAPH, f"lùi đầu dòng {_centimetres(row.values)}", call)
    if content.free:
        return
    starts = [(one.paragraph, _start(one.paragraph)) for one in content.indented if _is_indented(one)]
    right = Counter(round(start, 1) for _, start in starts if row.allows(start, _INDENT_TOLERANCE))
    usual = min(row.values, key=lambda value: abs(value - right.most_common(1)[0][0])) if right else row.use
    wrong = ((at, start) for at, start in starts if not row.allows(start, _INDENT_TOLERANCE))
    yield from folded(told, (_indented(paragraph, start, usual) for paragraph, start in wrong))


def _is_indented(one: BodyParagraph) -> bool:
    """Whether the first line should be indented: it begins a paragraph, and no blanks stand before it."""
    format_, text = one.paragraph.format, one.paragraph.text
    placed = format_.align not in {"center", "right", "end"}
    return placed and not _led(text) and not (one.role is Role.TEXT and text.lstrip()[:1].islower())


def _start(paragraph: Paragraph) -> float:
    """Return where the first line begins, in millimetres from the margin."""
    return (paragraph.format.left + paragraph.format.first_line) / Mm(1).points


def _indented(paragraph: Paragraph, start: float, usual: float) -> Fault:
    found = _centimetres((start,))
    told = f"Lùi đầu dòng: {found} → {_centimetres((usual,))}"
    return Fault(paragraph, found, (SetParagraph(told, paragraph, first_line=Mm(usual).points),))


def _centimetres(lengths: tuple[float, ...]) -> str:
    """Return lengths in millimetres as the decree tells them: "1 hoặc 1,27 cm"."""
    return " hoặc ".join(f"{round(length / 10, 2):g}".replace(".", ",") for length in lengths) + " cm"


def _special(indent: float) -> str:
    """Return where Word has the indent of the first line, in millimetres."""
    return f"Special: First line {_centimetres((indent,))} (Layout → Paragraph)"


def _blanks(content: Content) -> Breaches:
    special = _special(figure("body.first_line_indent").use)
    call = f"Hãy xóa dấu Tab hoặc dấu cách ở đầu đoạn, rồi đặt {special}."
    told = Told("B06", _PARAGRAPH, "lùi đầu dòng bằng định dạng đoạn", call)
    if not content.free:
        yield from folded(told, (_led_by(one.paragraph) for one in content.flow if _led(one.paragraph.text)))


def _led(text: str) -> str:
    """Return the tabs or blanks before the first word; one blank is only a slip of typing."""
    blanks = text[: len(text) - len(text.lstrip("\t \u00a0"))]
    return blanks if "\t" in blanks or len(blanks) > 1 else ""


def _led_by(paragraph: Paragraph) -> Fault:
    blanks = _led(paragraph.text)
    found = "bằng phím Tab" if "\t" in blanks else "bằng dấu cách"
    told = f"Bỏ {len(blanks)} ký tự lùi đầu dòng ({found.removeprefix('bằng ')})"
    indent = Mm(figure("body.first_line_indent").use).points
    return Fault(
        paragraph,
        found,
        (
            Rewrite(told, paragraph, 0, len(blanks), ""),
            *(
                ()
                if _start(paragraph)
                else (SetParagraph("Lùi đầu dòng bằng định dạng", paragraph, first_line=indent),)
            ),
        ),
    )


def _gap(content: Content) -> Breaches:
    """B07: the distance of two paragraphs is the larger of what they want (17.3.1.33)."""
    row = figure("body.paragraph_spacing")
    low = row.low or row.use
    call = (
        f"Hãy đặt Spacing Before {low:g} pt (Layout → Spacing), "
        "bỏ chọn “Don't add space between paragraphs of the same style”."
    )
    told = Told("B07", _PARAGRAPH, f"cách đoạn trên tối thiểu {low:g} pt", call)
    pairs = ((below.paragraph, _distance(above.paragraph, below.paragraph)) for above, below in content.pairs)
    wrong = ((paragraph, gap) for paragraph, gap in pairs if not row.allows(gap, _SPACE_TOLERANCE))
    yield from folded(told, (_parted(paragraph, gap, low) for paragraph, gap in wrong))


def _distance(above: Paragraph, below: Paragraph) -> float:
    first, second = above.format, below.format
    alike = first.style == second.style
    after = 0.0 if alike and first.contextual else first.after
    before = 0.0 if alike and second.contextual else second.before
    return max(after, before)


def _parted(paragraph: Paragraph, gap: float, low: float) -> Fault:
    found = f"{round(gap, 1):g} pt".replace(".", ",")
    contextual = False if paragraph.format.contextual else None
    told = f"Khoảng cách với đoạn trên: {found} → {low:g} pt"
    return Fault(paragraph, found, (SetParagraph(told, paragraph, before=low, contextual=contextual),))


@dataclass(frozen=True)
class _Spaced:
    """A paragraph whose lines stand `factor` times a single line apart, set by points where it is `fixed`."""

    paragraph: Paragraph
    factor: float
    fixed: bool

    def fault(self, mended: float) -> Fault:
        found = f"{round(self.factor, 2):g} dòng".replace(".", ",")
        told = f"Giãn dòng: {found} → {mended:g}".replace(".", ",")
        return Fault(self.paragraph, found, (SetParagraph(told, self.paragraph, line=mended),))


def _lines(content: Content) -> Breaches:
    """B08: what is told in points weighs less, for the decree counts in lines."""
    row = figure("body.line_spacing")
    low, high = row.low or row.use, row.high or row.use
    ends = f"{low:g} đến {high:g}".replace(".", ",")
    call = f"Hãy đặt Line spacing: Multiple, At từ {ends} (Layout → Paragraph)."
    spaced = [_spaced(one.paragraph) for one in content.flow]
    wrong = [one for one in spaced if not row.allows(one.factor, _LINE_TOLERANCE)]
    for fixed, severity in ((False, None), (True, Severity.WARNING)):
        told = Told("B08", _PARAGRAPH, f"giãn dòng từ {ends} dòng", call, severity)
        faults = (one.fault(min(max(one.factor, low), high)) for one in wrong if one.fixed is fixed)
        yield from folded(told, faults)


def _spaced(paragraph: Paragraph) -> _Spaced:
    setting = paragraph.format
    if setting.line_rule == "auto":
        return _Spaced(paragraph, setting.line, fixed=False)
    size = paragraph.faces[0].size if paragraph.faces else setting.mark.size
    factor = setting.line / (_SINGLE * size)
    return _Spaced(paragraph, max(factor, 1.0) if setting.line_rule == "atLeast" else factor, fixed=True)


def _empty(content: Content) -> Breaches:
    """B09: empty paragraphs between paragraphs of running text; beside tables and titles they are usual."""
    flow = {id(one.paragraph) for one in content.flow}
    row = figure("body.paragraph_spacing")
    call = f"Hãy xóa đoạn trống, rồi đặt Spacing Before {row.low or row.use:g} pt."
    told = Told("B09", "Khoảng cách giữa các đoạn", "đặt bằng định dạng đoạn", call)
    yield from folded(
        told, (Fault(paragraph, "dùng đoạn trống") for paragraph in _spacers(content.part, flow))
    )


def _spacers(part: Part, flow: set[int]) -> Iterator[Paragraph]:
    """Yield the empty paragraphs that have running text both above and below them."""
    waiting: list[Paragraph] = []
    running = False
    for block in part.blocks:
        if isinstance(block, Paragraph) and block.is_empty and not _carries(block):
            waiting += [block] if running else []
        else:
            beside = id(block) in flow
            yield from waiting if beside else ()
            waiting, running = [], beside


def _carries(block: Block) -> bool:
    """Whether an empty paragraph is there for something else: a drawing, a break, the end of a section."""
    if isinstance(block, Table) or block.drawings or PAGE_BREAK in block.text or block.format.borders:
        return True
    return next(block.node.iter(f"{W}sectPr"), None) is not None


RULES: tuple[Rule, ...] = (_look,)
