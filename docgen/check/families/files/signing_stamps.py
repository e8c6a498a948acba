"""What stands top right in a file that is signed by computer: which document, and when (X02)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docgen.check.breach import Breach, Breaches
from docgen.check.case import Case
from docgen.check.families.looks import aligned_text, look
from docgen.check.fixing.repairs import SetParagraph
from docgen.components import APPENDIX, Piece
from docgen.components.head import is_signing_stamp
from docgen.components.pieces import lines_of
from docgen.language.dates import calendar_day
from docgen.model.finding import Severity
from docgen.word.reading import HEADER, Paragraph

_LINES = 4
"""So many lines at the top of a file may hold its stamp."""
_COPIED = re.compile(r"(sao y|sao luc|trich sao)\s*;")
_NUMBER = re.compile(r"(so\s*:?\s*)?\d+\s*/\s*[a-z\d/-]+$")
_NAME = re.compile(r"[^\d:+]{3,}$")
_DAY = re.compile(r"(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d\d)-(\d\d))(?!\d)")
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):\s?[0-5]\d:\s?[0-5]\d(?!\d)")
_ZONE = re.compile(r"\+\s?07(:?00)?\b")
_BLANK = re.compile(r"…|\.{2,}|ngay/thang/nam|gio\s*:")
_PATTERN = "Số: …; ngày/tháng/năm; giờ:phút:giây +07:00"
_PATTERN_OF_COPY = "Sao y; tên cơ quan; ngày/tháng/năm; giờ:phút:giây +07:00"
_RIGHT = frozenset({"right", "end"})


def signing_stamps(case: Case) -> Breaches:
    """Yield what is wrong with the stamp of a file; a blank one is filled in when it is signed."""
    stamp = next(_stamps(case), None)
    if stamp is None:
        yield from _missing(case)
    elif not _BLANK.search(stamp.key):
        row = "copy_signature" if _COPIED.match(stamp.key) else "appendix_signature"
        found = [*look("X02", row, "Dòng chữ ký số", [stamp], aligned=False), *_form(stamp), *_side(stamp)]
        yield from (_placed(breach) for breach in found)


def _stamps(case: Case) -> Iterator[Piece]:
    """Yield the lines at the top of the first page that are a stamp."""
    first = case.document.sections[0]
    stories = [first.headers[kind].paragraphs for kind in ("first", "default") if kind in first.headers]
    shown = [paragraph for paragraph in first.paragraphs[: _LINES * 2] if not paragraph.is_empty][:_LINES]
    for paragraph in (*(one for story in stories for one in story), *shown):
        yield from (piece for piece in lines_of(paragraph) if is_signing_stamp(piece))


def _missing(case: Case) -> Breaches:
    """Yield that an appendix in a file of its own has no stamp, where documents are signed by computer."""
    main = case.paper.main
    if main.kind == APPENDIX and case.settings.electronic:
        message = (
            "Phụ lục ở tệp riêng chưa có dòng chữ ký số ở góc trên, bên phải trang đầu. "
            f"Khi phát hành, hãy ký số tệp này để có dòng “{_PATTERN}”."
        )
        place = main.label.paragraph if main.label else None
        yield Breach("X02", message, place, expected=_PATTERN, found="không có", severity=Severity.INFO)


def _form(stamp: Piece) -> Breaches:
    """Yield what a stamp does not tell."""
    copied = _COPIED.match(stamp.key) is not None
    lacking = [told for told, there in _told(stamp.key, copied=copied) if not there]
    if lacking:
        expected = _PATTERN_OF_COPY if copied else _PATTERN
        missing = ", ".join(lacking)
        message = f"Dòng chữ ký số thiếu hoặc ghi sai {missing}. Hãy ghi như “{expected}”."
        yield Breach("X02", message, stamp.paragraph, stamp.text, expected=expected, found=stamp.text)


def _told(words: str, *, copied: bool) -> Iterator[tuple[str, bool]]:
    """Yield what a stamp has to tell, and whether it does."""
    parts = [part.strip() for part in words.split(";")]
    if copied:
        yield "tên cơ quan sao", len(parts) > 1 and bool(_NAME.match(parts[1]))
    else:
        yield "số, ký hiệu văn bản", bool(_NUMBER.match(parts[0]))
    when = "; ".join(parts[1:])
    yield "ngày tháng năm ký", _is_day(when)
    yield "giờ, phút, giây ký", bool(_TIME.search(when))
    yield "múi giờ Việt Nam (+07:00)", bool(_ZONE.search(when))


def _is_day(when: str) -> bool:
    found = _DAY.search(when)
    if found is None:
        return False
    day, month, year, *iso = found.groups()
    parts = (day, month, year) if day else reversed(iso)
    try:
        calendar_day(*(int(part) for part in parts))
    except ValueError:
        return False
    return True


def _side(stamp: Piece) -> Breaches:
    """Yield a stamp that does not stand on the right; tabs and boxes may place it anywhere."""
    paragraph = stamp.paragraph
    if paragraph.format.align in _RIGHT or paragraph.box is not None or "\t" in paragraph.text:
        return
    if paragraph.cell is not None or paragraph.format.left > 0:
        return
    expected, found = aligned_text("right"), aligned_text(paragraph.format.align)
    repair = SetParagraph(f"Dòng chữ ký số: {found} → {expected}", paragraph, align="right")
    message = f"Dòng chữ ký số phải ở góc trên, bên phải; hiện {found}. Hãy đặt lại như vậy."
    yield Breach("X02", message, paragraph, stamp.text, expected=expected, found=found, repairs=(repair,))


def _placed(breach: Breach) -> Breach:
    """Return a breach with its place told: a header's paragraphs are not counted with those of the text."""
    if isinstance(breach.at, Paragraph) and breach.at.story == HEADER:
        return replace(breach, at=None, part="đầu trang đầu")
    return breach
