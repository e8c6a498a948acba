"""A whole document: a head, three to eight features with common text between them, an end."""

from . import drawings, pages, tables, writing
from .draft import Draft

FEATURES = (
    writing.faces,
    writing.sizes,
    writing.scripts,
    writing.lines,
    writing.indents,
    writing.forms,
    writing.contents,
    writing.columns_by_tabs,
    writing.spaces,
    writing.boxes,
    writing.headings,
    writing.headings,
    writing.numbering,
    writing.contextual,
    writing.hidden,
    writing.changes,
    writing.remarks,
    writing.footnotes,
    writing.footnotes,
    writing.endnotes,
    tables.plan,
    tables.plan,
    tables.merged,
    tables.heights,
    tables.nested,
    tables.floating,
    drawings.ruled_headings,
    drawings.text_boxes,
    drawings.diagrams,
    drawings.pictures,
    drawings.pictures,
    drawings.old_drawings,
)
SECTIONS = (pages.nothing, pages.nothing, pages.appendix, pages.columns, pages.numbered)


def word_file(seed):
    """Return the bytes of the Word file of a seed, the same each time."""
    draft = Draft(seed)
    layout = pages.Layout(draft)
    if draft.chance(0.7):
        pages.running(layout)
    if draft.chance(0.6):
        tables.head(draft)
    drawn = draft.dice.sample(FEATURES, draft.dice.randint(2, 6))
    for feature in dict.fromkeys(drawn):
        draft.fill(1, 3)
        feature(draft)
    told = draft.dice.choice(SECTIONS)(layout) or {}
    if draft.chance(0.6):
        tables.signature(draft)
    return draft.finished(layout.section(**told))
