"""P06: words left on a coloured ground, as those who draft mark what is still to be looked at."""

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.whereabouts import Fold, Stretch, shown_paragraphs
from docgen.model.finding import Severity
from docgen.word.formatting import RunFormat

_WHITE = 0xF0
"""The least share of red, green and blue of a ground that looks white."""


def _highlights(case: Case) -> Breaches:
    """Yield marked words as one; they are not mended, for someone marked them to look at them again."""
    found = [
        Stretch(paragraph, span.start, span.end, part)
        for paragraph, part in shown_paragraphs(case.document)
        for span in paragraph.spans
        if span.text.strip() and _is_marked(span.face)
    ]
    if found:
        fold = Fold(found)
        yield Breach(
            "P06",
            f"Chữ {fold.told} được tô nền màu. Hãy xem lại chỗ đánh dấu này, rồi bỏ tô nền: chọn các chữ đó, "
            "Home → Text Highlight Color → No Color.",
            fold.at,
            fold.first.words,
            part=fold.first.part,
            others=fold.others,
            expected="không tô nền",
            found="có tô nền",
            severity=Severity.WARNING,
        )


def _is_marked(face: RunFormat) -> bool:
    return face.highlight not in {"none", "white"} or (bool(face.fill) and not _is_white(face.fill))


def _is_white(color: str) -> bool:
    return all(int(color[at : at + 2], 16) >= _WHITE for at in (0, 2, 4))


RULES: tuple[Rule, ...] = (_highlights,)
"""A part of P06."""
