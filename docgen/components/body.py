"""The content of a document: which paragraph is a heading of which level, a point, running text (ô số 6)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.components.pieces import is_rule, key
from docgen.word.reading import Paragraph

_LONGEST_TITLE = 200
_LONGEST_LABEL = 40


class Role(StrEnum):
    """What a paragraph of the content is, by the words of Phụ lục I, Mục II.6."""

    BASIS = "căn cứ"
    AUTHORITY = "thẩm quyền ban hành"
    DECISION = "quyết định:"
    ADDRESSEE = "kính gửi"
    PART = "phần, chương"
    PART_TITLE = "tiêu đề phần, chương"
    DIVISION = "mục, tiểu mục"
    DIVISION_TITLE = "tiêu đề mục, tiểu mục"
    ARTICLE = "điều"
    SECTION = "mục I"
    TITLED_ITEM = "khoản có tiêu đề"
    ITEM = "khoản"
    SUBITEM = "khoản nhỏ"
    POINT = "điểm"
    DASH = "gạch đầu dòng"
    POINTER = "chỉ dẫn phụ lục"
    RULE = "đường kẻ"
    TEXT = "lời văn"


HEADINGS = frozenset(
    {
        Role.AUTHORITY,
        Role.DECISION,
        Role.PART,
        Role.PART_TITLE,
        Role.DIVISION,
        Role.DIVISION_TITLE,
        Role.SECTION,
        Role.TITLED_ITEM,
    }
)


@dataclass(frozen=True, eq=False)
class BodyParagraph:
    """One paragraph of the content: its role, and the number or letter that it begins with ("I", "a")."""

    paragraph: Paragraph
    role: Role
    number: str = ""

    @property
    def text(self) -> str:
        """Its words with the number, blanks single."""
        return self.paragraph.words


LABELS = {
    Role.PART: re.compile(r"(?:Phần|PHẦN|Chương|CHƯƠNG)\s+((?i:thứ)\s+\w+|[IVXLC]+|\d+)\b"),
    Role.DIVISION: re.compile(r"(?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+([IVXLC]+|\d+)\b"),
    Role.ARTICLE: re.compile(r"(?:Điều|ĐIỀU)\s+(\d+[a-zđ]?)\s*(?:[.:]|$)"),
    Role.SECTION: re.compile(
        r"([IVXLC]+)(?:\s*[.)](?!\d)\s*(?=\S)|\s*[/\-–]\s+(?=\S)|[/\-–](?=[A-ZĐĂÂÊÔƠƯ](?![a-z])))"
    ),
    Role.SUBITEM: re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s*(?=\D)"),
    Role.ITEM: re.compile(r"(\d{1,3})\s*[.)/](?!\d)\s*"),
    Role.POINT: re.compile(r"([a-zđăâêôơư]{1,2})\s*(?:[).]|/(?=\s))\s*(?=\S)"),
    Role.DASH: re.compile(r"([-–—+•*·▪\uf020-\uf0ff])\s*(?=\S)"),
}
"""How a paragraph of a role begins; the first group is its number, the match ends where its words begin."""
_BASIS = re.compile(r"(can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien (nghi quyet|quyet dinh).*;$)")
_DECISION = re.compile(r"(quyet dinh|quyet nghi|nghi quyet|chi thi|thong bao|lenh)\s*:\s*$")
_ADDRESSEE = re.compile(r"kinh gui\b")
_POINTER = re.compile(r"\((chi tiet|co |kem|theo|danh sach|noi dung|xem|.*\bphu luc).*\)\s*(\./\.|\.)?$")
_LONG = re.compile(r"[.;:,]$")


def read_body(paragraphs: Sequence[Paragraph]) -> list[BodyParagraph]:
    """Tell what each paragraph of the content is; empty ones are left out."""
    found: list[BodyParagraph] = []
    shown = [paragraph for paragraph in paragraphs if not paragraph.is_empty]
    for at, paragraph in enumerate(shown):
        before = found[-1] if found else None
        role, number = _role(paragraph, before)
        if role is Role.ITEM and _is_title(paragraph, shown[at + 1] if at + 1 < len(shown) else None):
            role = Role.TITLED_ITEM
        found.append(BodyParagraph(paragraph, role, number))
    return found


def _role(paragraph: Paragraph, before: BodyParagraph | None) -> tuple[Role, str]:
    words = paragraph.words
    if is_rule(words):
        return Role.RULE, ""
    if _follows_label(paragraph, before):
        title = Role.PART_TITLE if before and before.role is Role.PART else Role.DIVISION_TITLE
        return title, ""
    if _opens(before) and _BASIS.match(key(words.lstrip("-–—+• "))):
        return Role.BASIS, ""
    for role, pattern in LABELS.items():
        if (match := pattern.match(words)) and (role not in _CENTRED or _stands_alone(paragraph)):
            return role, match[1]
    return _unnumbered(paragraph, before), ""


def _opens(before: BodyParagraph | None) -> bool:
    """Whether the content still begins, where the bases stand."""
    return before is None or before.role in {Role.BASIS, Role.AUTHORITY, Role.ADDRESSEE}


_CENTRED = frozenset({Role.PART, Role.DIVISION})


def _stands_alone(paragraph: Paragraph) -> bool:
    """Whether a paragraph is set as the label of a part: centred, or short and bold."""
    short = len(paragraph.words) <= _LONGEST_LABEL
    return paragraph.format.align == "center" or (short and _is_bold(paragraph))


def _follows_label(paragraph: Paragraph, before: BodyParagraph | None) -> bool:
    if before is None or before.role not in _CENTRED or _is_labelled(paragraph):
        return False
    return _stands_alone(paragraph) or paragraph.words.isupper()


def _is_labelled(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with "Điều 1.", "I." or "1.", as no title of a part does."""
    return any(pattern.match(paragraph.words) for role, pattern in LABELS.items() if role not in _CENTRED)


def _unnumbered(paragraph: Paragraph, before: BodyParagraph | None) -> Role:
    words = key(paragraph.words)
    basis = _opens(before)
    if _ADDRESSEE.match(words):
        return Role.ADDRESSEE
    if _DECISION.match(words) and paragraph.words.isupper():
        return Role.DECISION
    if basis and paragraph.words.isupper() and paragraph.format.align == "center":
        return Role.AUTHORITY
    if _POINTER.match(words):
        return Role.POINTER
    return Role.TEXT


def _is_bold(paragraph: Paragraph) -> bool:
    return bool(paragraph.faces) and all(face.bold for face in paragraph.faces)


def _is_title(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a numbered paragraph is a title: short, without a stop, and something follows."""
    words = paragraph.words
    if following is None or len(words) > _LONGEST_TITLE or words.endswith("./."):
        return False
    return not _LONG.search(words) or (_is_bold(paragraph) and words.endswith(":"))
