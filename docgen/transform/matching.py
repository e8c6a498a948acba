"""Which block of the appendices of one plan is which of another."""

from collections.abc import Iterator, Sequence

from docgen.transform.outline import Block
from docgen.transform.pairing import ALIKE, paired, words_in_common


class Matching:
    """The old block of each new one that had one, and those of them that stand elsewhere now.

    Blocks are paired under the same parent by their titles, then by the rows that they share or by like
    titles; what is left, by equal titles wherever it stands.
    """

    def __init__(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        self.old_of: dict[Block, Block] = {}
        self.moved: set[Block] = set()
        self._pair_levels(old, new)

    def is_same(self, new: Block | str, old: Block | str) -> bool:
        """Say whether two homes of a row are the same: a block and its partner, or the same task."""
        return new == old if isinstance(new, str) else self.old_of.get(new) is old

    def _pair_levels(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Pair from the appendices down to the groups: children are paired where their parents are."""
        lists = [(old, new)]
        while old or new:
            for olds, news in lists:
                self._pair(olds, news)
            self._pair_across(old, new)
            lists = [(self.old_of[block].blocks, block.blocks) for block in new if block in self.old_of]
            old, new = list(_children(old)), list(_children(new))

    def _pair(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        found = paired(
            [block.model.title for block in old],
            [block.model.title for block in new],
            lambda before, after: _likeness(old[before], new[after]),
        )
        self.old_of |= {new[after]: old[before] for before, after in found.pairs}
        self.moved |= {new[after] for before, after in found.pairs if before in found.moved}

    def _pair_across(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        known = set(self.old_of.values())
        left = {block.model.title: block for block in reversed(old) if block not in known}
        for block in new:
            if block.model.title and block not in self.old_of and block.model.title in left:
                self.old_of[block] = left.pop(block.model.title)
                self.moved.add(block)


def _children(blocks: Sequence[Block]) -> Iterator[Block]:
    return (inner for block in blocks for inner in block.blocks)


def _likeness(old: Block, new: Block) -> float:
    """Say how like two blocks are, by their rows or titles; one without a title stands for any."""
    shared = len(old.ids & new.ids) / max(1, min(len(old.ids), len(new.ids)))
    nameless = 0.0 if old.model.title and new.model.title else ALIKE
    return max(shared, nameless, words_in_common(old.model.title, new.model.title))
