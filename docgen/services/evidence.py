"""Files by which units prove what they report: looked through before they are kept.

What is wrong with one is told apart: none chosen, too many, empty, too large, of another kind, damaged, with
a password, dangerous.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.services.display_names import display_name
from docgen.services.isolation import Answer, Names, ask_each
from docgen.services.page_pictures import page_pictures

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
}
"""What is accepted, by the ending of its name, and how a browser is told of it."""
MOST_BYTES = 20 * 2**20
"""Of a file."""
MOST_FILES = 10
"""Of a task."""
THUMBNAIL_WIDTH = 160
"""Pixels."""

_ENDINGS = {"jpeg": "jpg"}
_KINDS = ", ".join(f".{ending}" for ending in [*MEDIA_TYPES][:-1]) + f" hoặc .{[*MEDIA_TYPES][-1]}"
_MB = 2**20


@dataclass(frozen=True)
class Upload:
    """A file as it came: the name that was given with it, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Vetted:
    """A file that may be kept: the name to show, its kind by its contents, its bytes counted and hashed."""

    name: str
    media_type: str
    size: int
    sha256: str


def vet_evidence(uploads: Sequence[Upload], kept: int = 0) -> tuple[Vetted | DocgenError, ...]:
    """Look through the files chosen for a task that has `kept` already; what is wrong with one is its answer.

    Raises:
        InvalidInputError: none was chosen.
        RefusedError: there would be more than `MOST_FILES`.

    """
    if not any(upload.name or upload.data for upload in uploads):  # what browsers send of an empty field
        raise InvalidInputError("Chưa chọn tệp minh chứng nào.", f"Hãy chọn ít nhất một tệp {_KINDS}.")
    if kept + len(uploads) > MOST_FILES:
        raise _too_many(kept, len(uploads))
    named = [Upload(display_name(upload.name), upload.data) for upload in uploads]
    faults = {upload: _fault(upload) for upload in named}
    opened = _opened([upload for upload in named if not faults[upload]])
    return tuple(faults[upload] or opened[upload] for upload in named)


def thumbnail(data: bytes, vetted: Vetted) -> bytes | None:
    """Return a small PNG of the first page of a file; None of a workbook, and where none can be drawn."""
    if vetted.media_type == MEDIA_TYPES["xlsx"]:
        return None
    with suppress(DocgenError):
        return page_pictures(data, Names(vetted.name), width=THUMBNAIL_WIDTH).drawn[0].png
    return None


def _too_many(kept: int, chosen: int) -> RefusedError:
    there = f"; đã có {kept}, chọn thêm {chosen}" if kept else f"; đang chọn {chosen}"
    message = f"Mỗi nhiệm vụ có tối đa {MOST_FILES} tệp minh chứng{there}."
    return RefusedError(message, "Hãy bỏ bớt tệp, hoặc gộp nhiều văn bản vào một tệp PDF.")


def _fault(upload: Upload) -> DocgenError | None:
    """Return what is wrong with a file that need not be opened to see it."""
    size = len(upload.data)
    if not size:
        message = f"“{upload.name}”: Tệp rỗng (0 byte)."
        return InvalidInputError(message, "Hãy mở tệp trên máy để kiểm tra rồi chọn lại.")
    if size > MOST_BYTES:
        message = f"“{upload.name}”: Tệp nặng {_megabytes(size)}, quá {MOST_BYTES // _MB} MB."
        return RefusedError(message, "Hãy giảm dung lượng ảnh hoặc tách thành nhiều tệp rồi tải lên lại.")
    if _kind(upload) not in MEDIA_TYPES:
        message = f"“{upload.name}”: Loại tệp này không được nhận."
        return InvalidInputError(message, f"Hãy chọn tệp {_KINDS}; tệp khác hãy lưu dạng PDF.")
    return None


def _opened(uploads: Sequence[Upload]) -> Mapping[Upload, Vetted | DocgenError]:
    """Return what comes of files when the worker opens them, those of a kind together."""
    outcomes = dict[Upload, Vetted | DocgenError]()
    for kind, alike in groupby(sorted(uploads, key=_kind), _kind):
        files = [*alike]
        answers = ask_each("evidence", [(file.data, Names(file.name)) for file in files], kind=kind)
        outcomes |= {file: _vetted(file, answer) for file, answer in zip(files, answers, strict=True)}
    return outcomes


def _vetted(upload: Upload, answer: Answer | DocgenError) -> Vetted | DocgenError:
    if isinstance(answer, DocgenError):
        return answer
    media_type = MEDIA_TYPES[_kind(upload)]
    return Vetted(upload.name, media_type, len(upload.data), sha256(upload.data).hexdigest())


def _kind(upload: Upload) -> str:
    """Return what a file says that it is: the ending of its name, one for each of `MEDIA_TYPES`."""
    ending = upload.name.rpartition(".")[2].lower()
    return _ENDINGS.get(ending, ending)


def _megabytes(size: int) -> str:
    return f"{size / _MB:.1f} MB".replace(".", ",")
