"""The marks in the text of what a comment is about, and its sign behind them (17.13.4.3 to 17.13.4.5)."""

from collections.abc import Sequence

from docgen.documents.base import PrintedDocument, Remark
from docgen.package import Element
from docgen.word.comments.letters import Span, bare, cut, letters_of, run_around, spans_of
from docgen.word.comments.styles import REFERENCE, Styles
from docgen.word.ooxml import element


def put_ranges(root: Element, document: PrintedDocument, numbers: Sequence[int], styles: Styles) -> None:
    """Put the remarks of `document`, whose comments have `numbers`, around their words in the main part.

    Remarks on a file that has none of the words are left out: its proof refuses it.
    """
    ranges = _ranges(root, document)
    cut(root, (place for span in ranges for place in span))
    nodes = [(before, before + len(node.text or ""), node) for before, node in letters_of(root)]
    first, last = ({before: node for before, _, node in nodes}, {end: node for _, end, node in nodes})
    behind: dict[Element, Element] = {}
    there = [(number, span) for number, span in zip(numbers, ranges, strict=True) if span[1] in last]
    for number, (start, end) in there:
        run_around(first[start]).addprevious(element("commentRangeStart", id=str(number)))
        run = run_around(last[end])
        closing, sign = element("commentRangeEnd", id=str(number)), _sign(number, styles)
        behind.get(run, run).addnext(closing)
        closing.addnext(sign)
        behind[run] = sign


def _ranges(root: Element, document: PrintedDocument) -> list[Span]:
    """Return the letters that each remark is about."""
    texts = tuple(document.printed_texts())
    spans = spans_of(root, texts)
    return [_range(remark, texts[remark.position], spans[remark.position]) for remark in document.remarks]


def _range(remark: Remark, text: str, span: Span) -> Span:
    """Return where the words of a remark stand in the span of their text; all of it where none are told."""
    quote = bare(remark.quote)
    found = bare(text).find(quote) if quote else -1
    start = span[0] + found
    is_there = found >= 0 and span[1] - span[0] == len(bare(text))
    return (start, start + len(quote)) if is_there else span


def _sign(number: int, styles: Styles) -> Element:
    return element("r", *styles.of_run(REFERENCE), element("commentReference", id=str(number)))
