"""What docgen and its worker process agree on: the shape of what they say, and the limits of a question.

A frame is a line of JSON, which also tells the size of the bytes that follow it. A question is the options
of a task and a file; an answer is what the task tells and the bytes it made, or an error.
"""

import json
from collections.abc import Mapping
from typing import Any, BinaryIO, NamedTuple

from docgen.errors import DocgenError, RefusedError

SECONDS = 60
"""For one question. The PDF of the 2025 plan takes a tenth of one; that of 2,000 full rows fifteen."""
MEMORY = 2**30
"""Bytes of address space of the worker, its libraries among them."""


class Limits(NamedTuple):
    """What a task may use for one question: seconds of the processor, bytes of memory."""

    seconds: int
    memory: int


USUAL = Limits(SECONDS, MEMORY)
_OWN = {
    "recognise": Limits(10, 2**29),
    "answers": Limits(10, 2**29),
    "pages": Limits(30, MEMORY),
    "evidence": Limits(20, MEMORY),
}
"""What 2,000 rows are understood in, and 60 pages drawn or 100 MB of a workbook parsed, three times over."""

OPTIONS, FILE = "options", "file"
"""What an error is about: what was told beside the file, or the file."""

_SPLIT = "Hãy tách tệp thành nhiều tệp nhỏ hơn (chẳng hạn mỗi phụ lục một tệp) rồi làm từng tệp."
_REPORT = "Hãy gửi thông báo này kèm tệp đang dùng cho bộ phận kỹ thuật."


def frame(head: Mapping[str, object], body: bytes = b"") -> bytes:
    """Return one frame."""
    return json.dumps({**head, "size": len(body)}).encode() + b"\n" + body


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Return head and body of the next frame; None at the end of the stream."""
    line = stream.readline()
    if not line:
        return None
    head = json.loads(line)
    return head, stream.read(head.pop("size"))


def limits_of(task: str) -> Limits:
    """Return what a task may use."""
    return _OWN.get(task, USUAL)


def too_heavy(why: str) -> RefusedError:
    """Return the error of a file over a limit."""
    return RefusedError(f"Tệp quá nặng: {why}.", _SPLIT)


def unforeseen(what: str) -> DocgenError:
    """Return the error of a fault of docgen itself."""
    return DocgenError(f"docgen gặp lỗi ngoài dự kiến khi xử lý tệp ({what}).", _REPORT)
