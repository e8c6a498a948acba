"""The bases of a document: "Căn cứ …;" (B01, B02; Phụ lục I, Mục II.6.a)."""

from collections.abc import Iterator

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case, Rule
from docgen.check.families.content.contents import following, has_blank
from docgen.check.families.folding import Fault, Told, folded
from docgen.check.families.looks import allows, nearest_size, size_text, stretches
from docgen.check.fixing.repairs import SetFace
from docgen.components import BodyParagraph, Part, Piece, Role
from docgen.rules import component
from docgen.word.formatting import RunFormat

_CALLED = "Căn cứ ban hành"
_OPENINGS = (":", ",")
"""What begins like a basis and ends so is the first sentence of the text: "Căn cứ …, Sở báo cáo như sau:"."""


def _look(case: Case) -> Breaches:
    """B01."""
    row = component("legal_basis")
    slope = f"{'nghiêng' if row.italic else 'đứng'}, không đậm, cỡ chữ {size_text(row.size)}"
    told = Told("B01", _CALLED, slope, "Hãy đặt lại như vậy.")
    for part in case.paper.texts:
        yield from folded(told, (fault for one in bases(part) for fault in _faces(one)))


def _faces(one: BodyParagraph) -> Iterator[Fault]:
    """Yield the fault of a basis that is not set as the decree wants it, in whole or in part."""
    row = component("legal_basis")
    whole = Piece(one.paragraph, 0, len(one.paragraph.text))
    wrong = [(start, end, face) for start, end, face in stretches(whole) if _differences(face)]
    if not wrong:
        return
    found = ", ".join(dict.fromkeys(word for *_, face in wrong for word in _differences(face)))
    repairs = tuple(
        SetFace(
            f"{_CALLED}: {', '.join(_differences(face))} → đúng kiểu chữ",
            one.paragraph,
            start,
            end,
            size=None if allows(row, face.size) else nearest_size(row, face.size),
            bold=None if face.bold == row.bold else row.bold,
            italic=None if face.italic == row.italic else row.italic,
        )
        for start, end, face in wrong
    )
    yield Fault(one.paragraph, found, repairs)


def _differences(face: RunFormat) -> list[str]:
    row = component("legal_basis")
    told = (
        (face.italic != row.italic, "đứng" if row.italic else "nghiêng"),
        (face.bold != row.bold, "không đậm" if row.bold else "đậm"),
        (not allows(row, face.size), f"cỡ {size_text(face.size)}"),
    )
    return [word for wrong, word in told if wrong]


def _endings(case: Case) -> Breaches:
    """B02."""
    for part in case.paper.texts:
        found = bases(part)
        for at, one in enumerate(found):
            last = at == len(found) - 1
            wanted = "." if last else ";"
            if not one.text.endswith(wanted) and not _is_open(one, last=last):
                yield _ending(one, wanted, last=last)


def _is_open(one: BodyParagraph, *, last: bool) -> bool:
    """Whether a basis is not all written yet, or its sentence goes on below the last one."""
    return has_blank(one.paragraph) or (last and one.text.endswith("./."))


def _ending(one: BodyParagraph, wanted: str, *, last: bool) -> Breach:
    sign = one.text[-1]
    found = f"“{sign}”" if not sign.isalnum() else "không có dấu"
    which, called = ("Căn cứ cuối cùng", "dấu chấm") if last else ("Căn cứ", "dấu chấm phẩy")
    return Breach(
        "B02",
        f"{which} phải kết thúc bằng {called} ({wanted}); hiện {found}. Hãy sửa dấu cuối dòng.",
        one.paragraph,
        one.text,
        expected=f"“{wanted}”",
        found=found,
    )


def bases(part: Part) -> list[BodyParagraph]:
    """Return the paragraphs that are bases, none where what begins like one opens the text."""
    found = [one for one in part.body if one.role is Role.BASIS]
    if found and found[-1].text.endswith(_OPENINGS) and not _is_slanted(found[-1]):
        found = found[:-1]
    return found if len(found) > 1 or _decides(part, found) else []


def _decides(part: Part, found: list[BodyParagraph]) -> bool:
    """Whether what stands alone is a basis: it is set as one, or a decision follows."""
    if not found:
        return False
    after = following(part).get(found[0])
    decided = after is not None and after.role in {Role.DECISION, Role.AUTHORITY, Role.ARTICLE}
    return decided or found[0].text.endswith(";") or _is_slanted(found[0])


def _is_slanted(one: BodyParagraph) -> bool:
    return bool(one.paragraph.faces) and one.paragraph.faces[0].italic


RULES: tuple[Rule, ...] = (_look, _endings)
