"""A value as YAML: plain if it can be, folded if long, literal if its line breaks count; else quoted."""

import re
from datetime import date

from docgen.language.dates import short_date

WIDTH = 100
"""Columns of a line, as in `data/kehoach-2025.yaml`; a word that is longer stands alone."""

_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`")
_SOMETHING_ELSE = re.compile(
    r"null|true|false|yes|no|on|off|y|n|~|=|<<"
    r"|[-+]?[.\d][\d_.,:]*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|[-+]?0[xob][\da-f_]+"
    r"|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)
"""What YAML 1.2 or 1.1 reads as no text: nothing, a switch, a number, a date, a merge."""

_FOLD = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A single blank between words: the only place where a folded text may be broken."""

_NO_BLOCK = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
    r"|\A[ \t\n]|\n\t|[ \t]\n|[ \t\n]\Z"
)
"""What a folded or literal text cannot hold or an editor would take away: blanks at the ends of lines."""

_SHORT = 4
"""Digits of an escape such as `\\u00A0`."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: object, column: int, indent: int, *, folded: bool = False) -> list[str]:
    """Return `value` as lines: the first stands at `column`, those below are indented by `indent`.

    A text that would fit behind its key is `folded` all the same, if asked for.
    """
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, date):
        return [short_date(value)]
    return _text(value, WIDTH if folded else column, indent) if isinstance(value, str) else [str(value)]


def one_line(text: str) -> str:
    """Return `text` on one line, in quotes where it needs them."""
    return text if _is_plain(text) else _quoted(text)


def _text(text: str, column: int, indent: int) -> list[str]:
    line = one_line(text)
    fits = "\n" not in text and column + len(line) <= WIDTH
    if fits or not text or _NO_BLOCK.search(text):
        return [line]
    if "\n" in text:
        return ["|-", *(f"{' ' * indent}{part}" if part else "" for part in text.split("\n"))]
    return [">-", *(" " * indent + part for part in _folded(text, WIDTH - indent))]


def _is_plain(text: str) -> bool:
    """Say whether `text` needs no quotes to be read as the same text."""
    return (
        text.isprintable()
        and text.strip() == text != ""
        and not text.startswith((*_INDICATORS, "---", "..."))
        and not text.endswith(":")
        and not any(sign in text for sign in (": ", " #", "  "))
        and not _SOMETHING_ELSE.fullmatch(text)
    )


def _quoted(text: str) -> str:
    """Return `text` in quotes: single ones where nothing but double quotes or backslashes ask for it."""
    if text.isprintable() and "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = f"{ord(letter):04X}"
    return f"\\u{code}" if len(code) == _SHORT else f"\\U{code:>08}"


def _folded(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` letters."""
    lines: list[str] = []
    for word in _FOLD.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
