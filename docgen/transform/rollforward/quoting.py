"""Words of a text quoted so that they can be found in it again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """Words that stand once in a text: those at issue, and what was added around them to tell them apart."""

    before: str
    issue: str
    behind: str

    def __str__(self) -> str:
        return f"{self.before}{self.issue}{self.behind}"

    def with_issue(self, words: str) -> str:
        """Return it with other words at issue; empty where there are none."""
        return words and f"{self.before}{words}{self.behind}"


def singled_out(text: str, start: int, end: int) -> Quote:
    """Return what stands from `start` to `end`, with as many words before it, then behind, as it needs.

    Words that repeat so that nothing tells them apart take all of the text; more are added in ever larger
    steps, so that a long text of nothing else takes no longer.
    """
    first, last, words = start, end, 1
    while first and _repeats(text, text[first:last]):
        first, words = _words_before(text, first, words), 2 * words
    words = 1
    while _repeats(text, text[first:last]):
        last, words = _words_behind(text, last, words), 2 * words
    return Quote(text[first:start], text[start:end], text[end:last])


def _words_before(text: str, at: int, count: int) -> int:
    """Return where so many words before `at` begin."""
    for _ in range(count):
        at = text.rfind(" ", 0, max(at - 1, 0)) + 1
    return at


def _words_behind(text: str, at: int, count: int) -> int:
    """Return where so many words behind `at` end."""
    for _ in range(count):
        following = text.find(" ", at + 1)
        at = len(text) if following < 0 else following
    return at


def _repeats(text: str, words: str) -> bool:
    return text.find(words) != text.rfind(words)
