"""Where template tags run: plain data only, nothing called, nothing undefined, everything escaped."""

import re
from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from docgen.errors import InvalidInputError
from docgen.rules.units import EMU_PER_TWIP, Length
from docgen.word.metrics import line_length

LOOP_WORDS: Final = frozenset({"index", "index0", "revindex", "first", "last", "length", "nextitem"})
"""What a template may ask of `loop`."""

FILTERS: Final = frozenset({"upper", "lower", "length", "first", "last", "join"})
"""The filters that a template may use."""

TESTS: Final = frozenset({"defined", "none", "odd", "even"})
"""The tests that a template may use, after `is`."""

_BOOKMARK = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


class Missing(StrictUndefined):
    """A name that stands for nothing: an error, in Vietnamese, as soon as anything is done with it."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_name is None:  # first, last and loop.nextitem name nothing
            return "mẫu lấy một mục mà danh sách không có"
        return f"mẫu dùng tên “{self._undefined_name}” mà văn bản không có"


class TagEnvironment(SandboxedEnvironment):
    """Reads the entries of dictionaries and `loop.index` and the like; nothing else has attributes here."""

    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)

    def __init__(self, finalize: Any) -> None:
        super().__init__(undefined=Missing, autoescape=True, finalize=finalize, keep_trailing_newline=True)
        self.globals.clear()
        self.tests = {name: self.tests[name] for name in TESTS}
        self.filters = {name: self.filters[name] for name in FILTERS} | COMPILER_FILTERS

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return `obj.attribute`: an entry of a dictionary or a word of the loop; undefined otherwise."""
        if type(obj) is dict:  # the hot path: a plan asks some 1,500 times
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is LoopContext and attribute in LOOP_WORDS:
            return getattr(obj, attribute)
        return self.unsafe_undefined(obj, attribute)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """Return what fails with SecurityError when it is used."""
        return self.undefined(obj=obj, name=attribute, exc=SecurityError)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return `obj[argument]` of a dictionary or a list; undefined otherwise."""
        if type(obj) is not dict and type(obj) is not list:
            return self.unsafe_undefined(obj, str(argument))
        try:
            return obj[argument]
        except (LookupError, TypeError):
            return self.undefined(obj=obj, name=argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's signature
        """Refuse every arithmetic: a template places words and computes nothing."""
        raise InvalidInputError(f"Thẻ mẫu dùng phép tính “{operator}”; mẫu không được tính toán.")


def in_text(value: Any) -> Any:
    """Turn a value into what stands inside `w:t`: line breaks and tabs become elements of the run."""
    if isinstance(value, str):
        return _broken(value) if "\n" in value or "\t" in value else value
    return plain(value)


def plain(value: Any) -> str:
    """Turn a value into one line of text, for the properties of the file.

    Raises:
        InvalidInputError: the value is a list or a group of fields, which cannot be printed.

    """
    if isinstance(value, str):
        return value.replace("\n", " ").replace("\t", " ")
    if value is None or isinstance(value, bool | dict | list):
        raise InvalidInputError(
            "Thẻ mẫu in ra một nhóm trường, không phải một trường; hãy ghi tên trường cần in."
        )
    return str(value)


def _broken(text: str) -> Markup:
    return Markup(escape(text).replace("\n", _LINE_BREAK).replace("\t", _TAB))  # noqa: S704 - escaped before


def _bookmark_name(value: str) -> Markup:
    """Return `value` as the name of a bookmark (Part 1, 17.13.6.2, and Word's limit of 40 letters)."""
    if not _BOOKMARK.fullmatch(value):
        raise InvalidInputError(f"“{value}” không dùng được làm tên dấu trang của Word.")
    return Markup(value)  # noqa: S704 - checked letter by letter


def _whole_number(value: int) -> Markup:
    return Markup(int(value))  # noqa: S704 - digits only


def _line_length(value: str, component: str, room: int) -> Markup:
    """Return the length, in EMU, of the line under a text that is broken to fit `room` twips."""
    return Markup(line_length(value, component, Twips(room).points).emu)  # noqa: S704 - digits only


class Twips(Length):
    """Twentieths of a point."""

    EMU_PER_UNIT = EMU_PER_TWIP


COMPILER_FILTERS = {"ten_neo": _bookmark_name, "so_nguyen": _whole_number, "do_dai_ke": _line_length}
