"""The words of a paragraph, wherever the borders of its runs lie."""

import copy

from docx.oxml.ns import qn

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def text_of(node):
    """Return the words under a node, drawings left out."""
    kinds = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n"}
    found = (item for item in node.iter(*kinds) if item.getparent().tag == qn("w:r"))
    return "".join((kinds[item.tag] or item.text or "") for item in found)


def is_drawn(node):
    """Tell whether a node holds a drawing of either kind."""
    return next(node.iter(qn("w:drawing"), qn("w:pict")), None) is not None


def is_line(node):
    """Tell whether a paragraph is nothing but a line: underscores, or a border."""
    words = text_of(node).strip()
    return set(words) == {"_"} or (not words and next(node.iter(qn("w:pBdr")), None) is not None)


def replaced(node, old, new):
    """Replace words in the texts of a paragraph."""
    texts = _texts(node)
    start = "".join(item.text or "" for item in texts).index(old)
    at = 0
    for item in texts:
        words = item.text or ""
        first, last = max(start - at, 0), min(start + len(old) - at, len(words))
        if first < last:
            item.text = words[:first] + (new if start >= at else "") + words[last:]
            item.set(SPACE, "preserve")
        at += len(words)


def cut_out(node, words):
    """Split runs so that the words have runs of their own, and return these."""
    start = "".join(item.text or "" for item in _texts(node)).index(words)
    found, at = [], 0
    for item in _texts(node):
        text = item.text or ""
        first, last = max(start - at, 0), min(start + len(words) - at, len(text))
        if first < last:
            found.append(_split(item, first, last))
        at += len(text)
    return found


def _split(item, first, last):
    """Leave only the letters from `first` to `last` in the run of a text; the rest gets runs of its own."""
    run, text = item.getparent(), item.text
    for words, put in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if words:
            rest = copy.deepcopy(run)
            rest.find(qn("w:t")).text = words
            rest.find(qn("w:t")).set(SPACE, "preserve")
            put(rest)
    item.text = text[first:last]
    item.set(SPACE, "preserve")
    return run


def _texts(node):
    return [item for item in node.iter(qn("w:t")) if item.getparent().tag == qn("w:r")]
