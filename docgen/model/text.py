"""The one text type: what may be printed in a document."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

MAX_LENGTH = 20_000

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_LINE_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """Return `text` as it is stored: NFC, one kind of line break, nothing invisible.

    Raises:
        ValueError: in Vietnamese, naming the first character that Word cannot hold.

    """
    text = _ZERO_WIDTH.sub("", _LINE_BREAK.sub("\n", text))
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"có ký tự hỏng (U+{ord(found[0]):04X}) ở vị trí {found.start() + 1}; hãy gõ lại đoạn này")
    return unicodedata.normalize("NFC", text).strip()


VnText = Annotated[str, StringConstraints(max_length=MAX_LENGTH), AfterValidator(clean)]
