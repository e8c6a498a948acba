"""Fields: what is counted on the page, and what stays as it was stored (ECMA-376, Part 1, 17.16)."""

import re
from dataclasses import dataclass, field

from docgen.package import Element
from docgen.pdf.description import Inline, PageNumber, StyleText, Text
from docgen.pdf.reading.remarks import Remarks
from docgen.pdf.reading.symbols import symbol
from docgen.word.formatting import RunFormat
from docgen.word.formatting.cascade import Styles
from docgen.word.ooxml import W, attribute, child, is_on, number, value
from docgen.word.reading.alternatives import words

_TOTALS = {"PAGE": (False, False), "NUMPAGES": (True, False), "SECTIONPAGES": (False, True)}
_STYLE = "STYLEREF"
_ANSWERED = frozenset({"FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL"})
_NUMBERS_OF_PARAGRAPHS = frozenset({"\\n", "\\p", "\\r", "\\t", "\\w"})
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_FORMATS = {
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "Arabic": "decimal",
    "arabic": "decimal",
    "ArabicDash": "numberInDash",
}
"""The switch `\\*` of a number (17.16.4.3.1) → Word's name of the numerals."""

_CHECKED, _UNCHECKED = "☒", "☐"
_LAST_CODE = 0xFFFF


@dataclass
class Field:
    """A field being read: its code, what it stored, and the form that it is filled in by (17.16.17)."""

    code: str = ""
    in_result: bool = False
    face: RunFormat | None = None
    stored: str = ""
    form: Element | None = None
    begin: Element | None = None
    dropped: str = ""
    """Words that stand in its code, where Word does not show them."""

    @property
    def words(self) -> list[str]:
        """The words of the code, those in quotation marks as one."""
        return [quoted or plain for quoted, plain in _WORD.findall(self.code)]

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals; empty for one without a code."""
        words = self.words
        return words[0].upper() if words else ""

    def take(self, text: str, face: RunFormat) -> None:
        """Keep words that stand in the field instead of being shown."""
        if self.in_result:
            self.stored += text
            self.face = self.face or (face if text else None)
        else:
            self.dropped += text

    @property
    def is_computed(self) -> bool:
        """Whether something else than its stored text is shown."""
        name = self.name
        styled = name == _STYLE and _NUMBERS_OF_PARAGRAPHS.isdisjoint(self.words)
        return styled or name in _TOTALS or name in _ANSWERED

    def result(self, end: RunFormat, styles: Styles) -> Inline | None:
        """Return what a computed field shows; `end` is the face of its end, where it stored no text."""
        face = self.face or end
        if self.name in _TOTALS:
            total, section = _TOTALS[self.name]
            return PageNumber(face, total, section, self._numerals())
        if self.name == _STYLE:
            return self._words_of_style(face, styles)
        text = _answer(self) or self.stored
        return Text(text, face) if text else None

    def _numerals(self) -> str:
        words = self.words
        return next((_FORMATS[word] for word in words if word in _FORMATS), "") if "\\*" in words else ""

    def _words_of_style(self, face: RunFormat, styles: Styles) -> StyleText:
        named = self.words[1] if len(self.words) > 1 else ""
        style = styles.named(f"heading {named}" if named.isdecimal() else named)
        return StyleText(style, face, self.stored, last="\\l" in self.words)


@dataclass
class OpenFields:
    """The fields that a story is in the middle of, the outermost first."""

    styles: Styles
    remarks: Remarks
    _stack: list[Field] = field(default_factory=list)

    def begin(self, opened: Field) -> None:
        """Go into a field."""
        self._stack.append(opened)

    def mark(self, node: Element, face: RunFormat) -> Inline | None:
        """Go past a `w:fldChar`; return what the field that it ends shows."""
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self.begin(Field(form=child(node, "ffData"), begin=node))
        elif self._stack and kind == "separate":
            self._stack[-1].in_result = True
        elif kind == "end" and self._stack and self._stack[-1].begin is not None:
            return self.end(face)
        return None

    def end(self, face: RunFormat) -> Inline | None:
        """Leave the innermost field; return what it shows, unless its stored text was shown."""
        ended = self._stack.pop()
        shown = ended.is_computed and self._taker() is None and not face.hidden
        return ended.result(face, self.styles) if shown else None

    def add_code(self, text: str) -> None:
        """Add to the code of the innermost field."""
        if self._stack and not self._stack[-1].in_result:
            self._stack[-1].code += text

    def takes(self, node: Element, face: RunFormat) -> bool:
        """Whether a field takes what stands in it, so that it is not shown."""
        taker = self._taker()
        if taker is not None:
            taker.take(node.text or "" if node.tag == f"{W}t" else words(node), face)
        return taker is not None

    def close(self, within: Field | None = None) -> None:
        """Leave the fields that the story, or the field `within`, does not end; warn of their words."""
        while self._stack and self._stack[-1] is not within:
            opened = self._stack.pop()
            if opened.dropped and opened.begin is not None:
                message = f"chữ “{opened.dropped}” nằm trong mã của một trường chưa đóng nên không in ra."
                self.remarks.add(opened.begin, message)

    def _taker(self) -> Field | None:
        return next((one for one in self._stack if not one.in_result or one.is_computed), None)


def _answer(asked: Field) -> str:
    """Return what a field shows that is a box, a choice or a symbol."""
    if asked.name == "FORMCHECKBOX":
        return _CHECKED if _is_checked(child(asked.form, "checkBox")) else _UNCHECKED
    return _choice(child(asked.form, "ddList")) if asked.name == "FORMDROPDOWN" else _symbol(asked.words)


def _is_checked(box: Element | None) -> bool:
    return is_on(child(box, "checked"), absent=is_on(child(box, "default")))


def _choice(menu: Element | None) -> str:
    nodes = () if menu is None else menu.iterchildren(f"{W}listEntry")
    entries = dict(enumerate(attribute(node, "val") for node in nodes))
    return entries.get(number(value(menu, "result", value(menu, "default"))), "")


def _symbol(told: list[str]) -> str:
    """Return the character of a SYMBOL field (17.16.5.61), told by its number and font."""
    code = number(told[1]) if len(told) > 1 else 0
    font = told[told.index("\\f") + 1] if "\\f" in told[:-1] else ""
    return (symbol(chr(code), font) or chr(code)) if 0 < code <= _LAST_CODE else ""
