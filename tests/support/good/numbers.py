"""Numbers that Word counts by itself, for the same labels that others type."""

import re

LABELS = ((r"(Điều \d+\. |[IVX]+\. )", 0), (r"(\d+\. )", 1), (r"([a-zđ]\) )", 2), (r"(- )", 3))
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
ARTICLES = (("decimal", "Điều %1."), *LEVELS[1:])


def counted(text, *, letters):
    """Return the level of a typed label and the text behind it; no level when it stays typed.

    A list that needs "đ" cannot be counted by Word, so its `letters` stay typed.
    """
    for pattern, level in LABELS:
        found = re.match(r"(\*?)" + pattern, text)
        if found and (level != 2 or letters):
            return level, found[1] + text[found.end() :]
    return None, text


def numbering(make, lists):
    """Return the part that numbers: one list for each of `lists`, which say whether it counts articles."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>'
        f"{_levels(ARTICLES if articles else LEVELS, make, articles=articles)}</w:abstractNum>"
        for at, articles in enumerate(lists)
    )
    return abstract + "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists))
    )


def _levels(levels, make, *, articles):
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{make.indent}"/></w:pPr>'
        f"{'<w:rPr><w:b/></w:rPr>' if articles and not at else ''}</w:lvl>"
        for at, (kind, text) in enumerate(levels)
    )
