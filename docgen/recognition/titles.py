"""Titles printed in capitals, back in the case of a sentence (Decree 30, Phụ lục II)."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from docgen.language.numerals import is_roman
from docgen.language.syllables import is_syllable
from docgen.language.text import nfc
from docgen.model.finding import Severity
from docgen.recognition.known import Known
from docgen.recognition.ledger import Ledger
from docgen.recognition.phrases import WORD, Phrase, Phrases, Sort, key
from docgen.recognition.source import Line
from docgen.recognition.usage import Usage
from docgen.recognition.vocabulary import SEVERAL, abbreviations, ends_with_a_level, listed_phrases, own_names

_MOSTLY = 0.5
_SYLLABLES_OF_A_PLACE = 2
"""So many has the name of nearly every district and commune: "Tuy Phước", "Nhơn Hải"."""


class Titles:
    """Gives titles back the case of a sentence.

    `running` are the texts of the same document that are not titles: they show which names and abbreviations
    it uses. The names of the organisation and of the rules count before them.
    """

    def __init__(self, known: Known, running: Iterable[str]) -> None:
        self._known = known
        self._running = running

    @cached_property
    def _own(self) -> Phrases:
        return own_names(self._known.organisation)

    @cached_property
    def _usage(self) -> Usage:
        return Usage(self._running)

    def stored(self, line: Line, ledger: Ledger) -> str:
        """Return how the title of `line` is stored; told where names may hide in it that nobody knows."""
        known = self._known.stored(line.text)
        if known is not None or not line.text.isupper():
            return known or line.text
        title = _Title(line.text, self._own, self._usage)
        if not title.sure:
            ledger.tell(
                "tieu-de-viet-hoa",
                Severity.INFO,
                [line],
                f"tiêu đề in hoa được ghi lại thành “{title}”.",
                "Hãy xem lại chữ viết hoa của tên riêng.",
            )
        return str(title)

    def title_of_office(self, text: str) -> str:
        """Return a title of office as it is stored: "PHÓ GIÁM ĐỐC" → "Phó Giám đốc"."""
        known = self._known.stored(text)
        if known is not None or not text.isupper():
            return known or text
        return str(_Title(text, self._own, self._usage))


class _Word:
    """A word of a title: as it is printed, its key, and how it is written if that is known."""

    def __init__(self, printed: re.Match[str]) -> None:
        self.printed = printed[0]
        self.start, self.end = printed.span()
        self.key = key(printed[0])
        self.phrase: Phrase | None = None
        self.spelled = ""
        self.sure = True

    @property
    def free(self) -> bool:
        """Whether it is a word of letters that no phrase holds."""
        return self.phrase is None and self.printed[0].isalpha()

    def capitalise(self) -> None:
        """Write it with a capital and small letters."""
        self.spelled = self.printed[0] + _small(self.printed[1:])

    def __str__(self) -> str:
        """Return it in the case of `spelled`, letter by letter as it is printed."""
        if self.spelled == self.printed or self.spelled.islower():
            return self.printed if self.spelled == self.printed else _small(self.printed)
        if self.spelled.istitle() or len(self.spelled) != len(self.printed):
            return self.printed[0] + _small(self.printed[1:])
        pairs = zip(self.printed, self.spelled, strict=True)
        return "".join(letter if model.isupper() else _small(letter) for letter, model in pairs)


class _Title:
    """A title in capitals, read; `sure` tells that only common words and known names are in it."""

    def __init__(self, text: str, own: Phrases, usage: Usage) -> None:
        self._text, self._usage = text, usage
        self._words = [_Word(found) for found in WORD.finditer(text)]
        self._phrases = [*self._find((own, listed_phrases()))]
        self._keep_symbols()
        for place, word in enumerate(self._words):
            if not word.spelled:
                self._spell(place, word)
        for place, phrase in self._phrases:
            self._follow(place, phrase)
        self._begin()

    @property
    def sure(self) -> bool:
        return all(word.sure for word in self._words)

    def __str__(self) -> str:
        """Return the title with everything between its words as it is printed."""
        ends = [0, *(word.end for word in self._words)]
        gaps = (self._text[end : word.start] for end, word in zip(ends, self._words, strict=False))
        words = "".join(gap + str(word) for gap, word in zip(gaps, self._words, strict=True))
        return words + self._text[ends[-1] :]

    def _find(self, tables: Iterable[Phrases]) -> Iterator[tuple[int, Phrase]]:
        """Yield where known phrases stand, one behind the other, the longest of those that begin there."""
        keys = [word.key for word in self._words]
        place = 0
        while place < len(keys):
            found = [phrase for table in tables if (phrase := table.at(keys, place))]
            if found:
                phrase = max(found, key=lambda phrase: len(phrase.words))
                self._hold(place, phrase)
                yield place, phrase
                place += len(phrase.words)
            else:
                place += 1

    def _hold(self, place: int, phrase: Phrase) -> None:
        """Note that the words at `place` are those of `phrase`; those of a name are written as it says."""
        for word, model in zip(self._words[place:], phrase.words, strict=False):
            word.phrase = phrase
            word.spelled = model if Sort.NAME in phrase.sorts and phrase.proper else ""

    def _keep_symbols(self) -> None:
        """Leave the letters of "153/KH-UBND" as they are printed."""
        symbols = [found.span() for found in re.finditer(r"\S+", self._text) if _is_symbol(found[0])]
        inside = {place for symbol in symbols for place in range(*symbol)} if symbols else set()
        for word in self._words:
            if word.start in inside:
                word.spelled = word.spelled or self._special(word) or word.printed

    def _special(self, word: _Word) -> str | None:
        """Return a word that is written in its own way wherever it stands: an abbreviation."""
        if word.phrase:
            return None
        return self._usage.special(nfc(word.printed).lower()) or abbreviations().get(word.key)

    def _spell(self, place: int, word: _Word) -> None:
        """Write a word that is in no name: by what it is, by the neighbours it has in running text, small."""
        small = _small(word.printed)
        around = self._around(place)
        if special := self._special(word):
            word.spelled = special
        elif not word.printed.isalpha() or self._counts(place, word):
            word.spelled = word.printed
        elif self._usage.capital(*around) > _MOSTLY:
            word.capitalise()
        else:
            word.sure = word.phrase is not None or self._usage.knows(*around)
            word.spelled = small if word.sure or is_syllable(small) else word.printed

    def _around(self, place: int) -> list[str]:
        """Return a word with its neighbours, in small letters; no neighbour is ""."""
        near = self._words[max(0, place - 1) : place + 2]
        words = [nfc(word.printed).lower() for word in near]
        return [*[""] * (place == 0), *words, *[""] * (place + 1 == len(self._words))]

    def _counts(self, place: int, word: _Word) -> bool:
        """Whether a word is a Roman numeral, or the letter behind "phần"."""
        if not word.free or not (is_roman(word.printed) or len(word.printed) == 1):
            return False
        return (is_roman(word.printed) and not is_syllable(word.printed.lower())) or self._is_counted(place)

    def _is_counted(self, place: int) -> bool:
        """Whether what stands before is counted: "giai đoạn I", "loại I, II"."""
        before = self._words[max(0, place - 2) : place]
        if len(before) > 1 and not before[1].printed.isalpha():
            return before[0].spelled.isupper()
        phrase = before[-1].phrase if before else None
        return phrase is not None and Sort.COUNTED in phrase.sorts

    def _follow(self, place: int, phrase: Phrase) -> None:
        """Capitalise what a kind of body or of place brings with it."""
        words = self._words[place : place + len(phrase.words)]
        behind = self._words[place + len(phrase.words) :]
        if Sort.NUMBERED in phrase.sorts and _is_numbered(behind):
            words[0].capitalise()
        if Sort.BODY in phrase.sorts and _names_a_body(behind):
            self._hold_name(words, phrase, behind[:1])
        before = self._words[place - 1].key if place else ""
        if ends_with_a_level(phrase) and before not in SEVERAL:
            self._hold_name([], phrase, _name_of_a_place(behind))

    def _hold_name(self, words: list[_Word], phrase: Phrase, behind: list[_Word]) -> None:
        """Write the name of a body or place that is guessed."""
        for word, model in zip(words, phrase.words, strict=False):
            word.spelled = model
        for word in behind:
            if word.spelled == _small(word.printed):
                word.capitalise()
                word.sure = False

    def _begin(self) -> None:
        """Begin with a capital."""
        first = next((word for word in self._words if word.printed[0].isalpha()), None)
        if first and first.spelled == _small(first.printed):
            first.capitalise()


def _small(text: str) -> str:
    """Return `text` in small letters, but for letters that could not come back."""
    small = text.lower()
    if small.upper() == text and len(small) == len(text):
        return small
    return "".join(low if (low := letter.lower()).upper() == letter else letter for letter in text)


def _is_symbol(run: str) -> bool:
    """Whether letters without a space between are the number and symbol of a document: "18-NQ/TW"."""
    number, *symbol = re.split("[/-]", run, maxsplit=1)
    return any(map(str.isdigit, number)) and any(map(str.isalpha, "".join(symbol)))


def _is_numbered(behind: list[_Word]) -> bool:
    """Whether a number follows: "06", "số 18", "II"."""
    if behind and behind[0].key == key("số"):
        behind = behind[1:]
    return bool(behind) and (behind[0].printed[0].isdigit() or is_roman(behind[0].spelled))


def _names_a_body(behind: list[_Word]) -> bool:
    """Whether what follows a kind of body may be its name: no little word, no mark, no number."""
    if not behind or not behind[0].printed.isalpha():
        return False
    phrase = behind[0].phrase
    return phrase is None or len(phrase.words) > 1 or Sort.NAME in phrase.sorts


def _name_of_a_place(behind: list[_Word]) -> list[_Word]:
    """Return the words that follow "huyện" and that nothing else claims."""
    name = []
    for word in behind[:_SYLLABLES_OF_A_PLACE]:
        if not word.free:
            break
        name.append(word)
    return name
