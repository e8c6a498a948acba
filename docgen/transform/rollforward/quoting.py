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

    Words that repeat so that nothing tells them apart take all of the text.
    """
    first, last = start, end
    while first and _repeats(text, text[first:last]):
        first = text.rfind(" ", 0, first - 1) + 1
    while _repeats(text, text[first:last]):
        following = text.find(" ", last + 1)
        last = len(text) if following < 0 else following
    return Quote(text[first:start], text[start:end], text[end:last])


def _repeats(text: str, words: str) -> bool:
    return text.find(words) != text.rfind(words)
