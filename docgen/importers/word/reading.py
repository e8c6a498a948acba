"""The bytes of a Word file → its outline, what it says beside its page, and what is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.documents.base import Traces
from docgen.importers.closings import PLACEHOLDER
from docgen.importers.letters import Letters
from docgen.importers.outline import Outline
from docgen.importers.word.beside import asked_in, beside
from docgen.importers.word.fields import calling_fields
from docgen.importers.word.found import read_found
from docgen.importers.word.legacy import settle, to_unicode
from docgen.importers.word.lines import Lines
from docgen.importers.word.styled import read_styled, styles_of
from docgen.model.finding import Finding, Severity
from docgen.package import open_package
from docgen.word.reading import Changes, read_document
from docgen.word.reading.changes import open_changes
from docgen.word.traces import read_traces

_NEEDED = {"TenLoai", "TrichYeu", "DeMuc"}
"""Styles without which a file is not read by them."""

_NAMED = 5
"""So many open decisions of a draft are named one by one."""


@dataclass(frozen=True, eq=False)
class WordSource:
    """A Word file read: `traces` are None where it is none of ours."""

    outline: Outline
    traces: Traces | None
    findings: tuple[Finding, ...]


def read_word_source(
    data: bytes, changes: Changes = Changes.ACCEPTED, numbers: Sequence[int] = ()
) -> WordSource:
    """Read the bytes of a Word file, which may come from anyone.

    `numbers` are the lines of the text that it was made from, paragraph by paragraph.

    Raises:
        InvalidInputError: the bytes are not a Word file that can be read.
        RefusedError: the file is dangerous or over a limit.

    """
    package = open_package(data)
    main = package.xml(package.main)
    tracked = len(open_changes(main))
    document = read_document(package, changes)
    traces = read_traces(package)
    ours = traces is not None and set(styles_of(document).values()) >= _NEEDED
    encodings, letters = to_unicode(document), Letters(exact=ours)
    settle(document, letters)
    lines = Lines(exact=ours, numbers=numbers)
    outline = read_styled(document, lines) if ours else read_found(document, lines)
    for kind, line in beside(document):
        outline.leave(kind, [line])
    rest = list(lines.rest(document.paragraphs))
    signing = [line for line in rest if PLACEHOLDER.fullmatch(line.text)]
    outline.compute("chỗ ký", signing)
    outline.leave("chữ khác", [line for line in rest if line not in signing])
    told = (
        *package.notices,
        *calling_fields(main),
        *_of_decisions(asked_in(package)),
        *_of_changes(tracked, changes),
        *_of_encodings(encodings),
        *letters.findings(),
    )
    return WordSource(outline, traces if ours else None, told)


def _of_changes(tracked: int, changes: Changes) -> tuple[Finding, ...]:
    if not tracked:
        return ()
    way = "chấp nhận" if changes is Changes.ACCEPTED else "bỏ"
    return (
        Finding(
            code="thay-doi-dang-theo-doi",
            severity=Severity.WARNING,
            place="",
            message=f"tệp còn {tracked} thay đổi đang theo dõi (Track Changes); đã đọc như thể {way} hết.",
            remedy="Muốn đọc theo bản kia, hãy chạy lại với --changes "
            + ("original." if changes is Changes.ACCEPTED else "accepted."),
        ),
    )


def _of_decisions(asked: Sequence[str]) -> tuple[Finding, ...]:
    """Tell of a draft: what is asked in its comments stands in the data that it was made from."""
    if not asked:
        return ()
    named = ", ".join(asked[:_NAMED])
    more = f" và {len(asked) - _NAMED} việc khác" if len(asked) > _NAMED else ""
    return (
        Finding(
            code="du-thao",
            severity=Severity.INFO,
            place="",
            message=f"tệp là dự thảo còn {len(asked)} việc cần quyết định: {named}{more}.",
            remedy="Các việc ấy nằm trong tệp số liệu của dự thảo; hãy quyết định bằng docgen decide.",
        ),
    )


def _of_encodings(counts: dict[str, int]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="bang-ma-cu",
            severity=Severity.WARNING,
            place="",
            message=f"{count} đoạn dùng bảng mã cũ {encoding}; đã chuyển sang Unicode.",
            remedy="Hãy đọc lại các đoạn này.",
        )
        for encoding, count in counts.items()
    )
