"""Letters that nobody sees, or that look like others: taken out of what comes in, and told."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.language.characters import CONTROLS, DIRECTIONS, ZERO_WIDTH, look_alikes
from docgen.model.finding import Finding, Severity
from docgen.recognition.source import Table

_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_NO_LETTERS = "\ufdd0-\ufdef\ufffe\uffff"
_UNSEEN = re.compile(f"[{CONTROLS}{_NO_LETTERS}{DIRECTIONS}{ZERO_WIDTH}]")
_TURNING = re.compile(f"[{DIRECTIONS}]")
_WORD = re.compile(r"\w+")
_LISTED = 10


@dataclass
class Letters:
    """Puts texts right one after another, and remembers what was not as it should be.

    Words of a file of ours are taken to the letter (`exact`), but for what no plan can hold.
    """

    exact: bool = False
    _unseen: Counter[str] = field(default_factory=Counter)
    _alike: dict[str, str] = field(default_factory=dict)

    def settled(self, text: str) -> str:
        """Return a text in NFC, without letters that nobody sees, look-alikes put right."""
        if text.isascii() and text.isprintable():
            return text
        self._unseen.update(_UNSEEN.findall(text))
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", _BREAKS.sub("\n", text)))
        return text if self.exact else self._without_alike(text)

    def settle(self, tables: Iterable[Table]) -> None:
        """Put the cells of tables right, in place."""
        for table in tables:
            for cell in table.cells:
                cell.text = self.settled(cell.text)

    def findings(self) -> Iterator[Finding]:
        """Yield what is told of all texts."""
        turning = {letter: count for letter, count in self._unseen.items() if _TURNING.match(letter)}
        others = {letter: count for letter, count in self._unseen.items() if letter not in turning}
        if turning:
            message = (
                f"đã bỏ {_counted(turning)}: ký tự đảo chiều đọc, có thể làm chữ hiện khác với nội dung thật."
            )
            yield _told("ky-tu-dao-chieu", Severity.WARNING, message, "Hãy đọc lại chỗ đó trong tệp.")
        if others:
            yield _told("ky-tu-an", Severity.INFO, f"đã bỏ {_counted(others)}: ký tự không nhìn thấy.")
        if self._alike:
            words = ", ".join(f"“{word}” → “{right}”" for word, right in [*self._alike.items()][:_LISTED])
            more = f" và {len(self._alike) - _LISTED} từ khác" if len(self._alike) > _LISTED else ""
            message = f"chữ trông giống chữ Việt mà thuộc bảng chữ khác đã được thay: {words}{more}."
            yield _told("chu-trong-giong", Severity.WARNING, message, "Hãy đọc lại các từ này.")

    def _without_alike(self, text: str) -> str:
        found = look_alikes(text)
        if not found:
            return text
        letters = list(text)
        for one in found:
            letters[one.start] = one.right
        right = "".join(letters)
        places = {one.start for one in found}
        for word in _WORD.finditer(text):
            if places & set(range(*word.span())):
                self._alike[word[0]] = right[slice(*word.span())]
        return right


def _counted(letters: dict[str, int]) -> str:
    names = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(letters))
    return f"{sum(letters.values())} ký tự ({names})"


def _told(code: str, severity: Severity, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=severity, place="", message=message, remedy=remedy)
