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
    writing.numbering,
    writing.contextual,
    writing.hidden,
    writing.changes,
    writing.remarks,
    writing.footnotes,
    writing.endnotes,
    tables.plan,
    tables.merged,
    tables.heights,
    tables.nested,
    tables.floating,
    drawings.ruled_headings,
    drawings.text_boxes,
    drawings.diagrams,
    drawings.pictures,
    drawings.old_drawings,
)
SECTIONS = (pages.nothing, pages.nothing, pages.appendix, pages.columns, pages.numbered)
COUNTED = (pages.nothing, pages.columns)


def word_file(seed):
    """Return the bytes of the Word file of a seed, the same each time."""
    draft = Draft(seed)
    layout = pages.Layout(draft)
    divide = draft.dice.choice(SECTIONS)
    if draft.chance(0.7):
        pages.running(layout, counted=divide in COUNTED)
    if draft.chance(0.6):
        tables.head(draft)
    for feature in features(seed, draft.dice):
        draft.fill(1, 3)
        feature(draft)
    told = divide(layout) or {}
    if draft.chance(0.6):
        tables.signature(draft)
    return draft.finished(layout.section(**told))


def features(seed, dice):
    """Return what a file has: one feature by turns, so that a set of files has all, and others by chance."""
    drawn = {FEATURES[seed % len(FEATURES)], *dice.sample(FEATURES, dice.randint(2, 6))}
    return dice.sample(sorted(drawn, key=FEATURES.index), len(drawn))
