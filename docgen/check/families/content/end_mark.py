"""How the content ends: with "./.", once (B15; Phụ lục III)."""

import re

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.content.contents import has_blank
from docgen.components import BodyParagraph, Part, Role
from docgen.rules import text
from docgen.word.reading import Paragraph

_FREE = frozenset({"", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Biên bản", "Thư công"})
"""Types whose samples do not show how they end, and what is no known type."""
_BEHIND = frozenset({Role.POINTER, Role.RULE})
"""What may stand behind the end."""
_SIGNS = re.compile(r"[./;:,\s]*$")
_NOTE = re.compile(r"\(\d+\)\s|\[\d+\]|\*+\s|(Ghi chú|Chú thích)\b")
_QUOTED = 8


def _end_mark(case: Case) -> Breaches:
    mark = text("end_mark")
    for part in case.paper.texts:
        words = _without_notes([one for one in part.body if one.role not in _BEHIND], mark)
        early = [one for one in words[:-1] if one.text.endswith(mark)]
        yield from (_early(one, mark) for one in early)
        if not early and _ends_with_words(part) and part.type not in _FREE:
            yield from _missing(part, words, mark)


def _without_notes(words: list[BodyParagraph], mark: str) -> list[BodyParagraph]:
    """Return the content without the notes that are typed behind its end: "(1) Ban hành kèm theo …"."""
    last = len(words)
    while last > 1 and _NOTE.match(words[last - 1].text):
        last -= 1
    return words[:last] if last and words[last - 1].text.endswith(mark) else words


def _early(one: BodyParagraph, mark: str) -> Breach:
    message = (
        f"Dấu “{mark}” chỉ ghi một lần, khi hết nội dung; ở đây nội dung còn tiếp. Hãy thay bằng dấu chấm."
    )
    return Breach("B15", message, one.paragraph, _quoted(one), expected="“.”", found=f"“{mark}”")


def _missing(part: Part, words: list[BodyParagraph], mark: str) -> Breaches:
    """Yield a content whose end lacks the mark, be it behind what points to an appendix."""
    last = words[-1] if words else part.body[-1]
    ends = (last, part.body[-1])
    if any(one.text.endswith(mark) or has_blank(one.paragraph) for one in ends):
        return
    signs = (_SIGNS.search(last.text) or [""])[0].strip()
    found = f"“{signs}”" if signs else "không có dấu"
    message = f"Nội dung phải kết thúc bằng dấu “{mark}”; hiện {found}. Hãy sửa dấu ở cuối đoạn này."
    yield Breach("B15", message, last.paragraph, _quoted(last), expected=f"“{mark}”", found=found)


def _quoted(one: BodyParagraph) -> str:
    """Return the last words of a paragraph."""
    words = one.text.split()
    return one.text if len(words) <= _QUOTED else "… " + " ".join(words[-_QUOTED:])


def _ends_with_words(part: Part) -> bool:
    """Whether the content surely ends with a paragraph: it is signed, and no table stands below."""
    if part.closing is None or not part.body or (part.closing.label is None and part.closing.signer is None):
        return False
    last = part.body[-1].paragraph
    closing = frozenset(map(id, part.closing.blocks))
    behind = part.blocks[part.blocks.index(last) + 1 :]
    content = (block for block in behind if id(block) not in closing)
    return all(isinstance(block, Paragraph) for block in content)


RULES: tuple[Rule, ...] = (_end_mark,)
