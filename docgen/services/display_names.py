"""Names of files that people upload, as they may be shown, stored and offered for download."""

import re

from docgen.language.text import nfc

MOST_BYTES = 120
"""Of a name in UTF-8: with a mark before it, it fits the 255 that file systems have, in any of them."""
NAMELESS = "tep"
"""What a file is called whose name says nothing."""

_FOLDERS = re.compile(r"[/\\]")
_NOT_ON_WINDOWS = re.compile('[<>:"|?*]')
_BLANKS = re.compile(r"\s+")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
"""Names of devices, whatever their ending (Naming Files, Paths, and Namespaces, learn.microsoft.com)."""


def display_name(given: str) -> str:
    """Return the name of a file without folders and without what could mislead a person or a program.

    Letters are composed; controls, marks of direction and other unseen characters are gone; what is too long
    is cut before its ending, which stays.
    """
    last = _FOLDERS.split(given)[-1]
    seen = "".join(sign if sign.isprintable() else " " * sign.isspace() for sign in nfc(last))
    name = _BLANKS.sub(" ", _NOT_ON_WINDOWS.sub("_", seen)).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot:
        stem, suffix = name, ""
    guard = "_" if _RESERVED.match(name) else ""
    ending = _cut(f"{dot}{suffix}", MOST_BYTES // 2)
    return f"{_cut(guard + (stem or NAMELESS), MOST_BYTES - len(ending.encode()))}{ending}"


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text that has no more than so many bytes in UTF-8."""
    return text.encode()[:most].decode(errors="ignore").rstrip()
