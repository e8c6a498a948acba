"""Papers as pictures of their pages: drawn when they are looked at, kept in memory by their content."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from starlette.responses import Response

from docgen.errors import MissingError
from docgen.services.isolation import Names
from docgen.services.page_pictures import USUAL_WIDTH, PagePicture, page_pictures

_MOST_PAPERS = 6
"""Papers whose pages are kept in memory: a page takes some 300 KB with its words, a plan has 20."""
_AT_ONCE = 6
"""Pages that are drawn together: to start takes as long as to draw four of them."""


@dataclass(frozen=True)
class Paper:
    """A paper to be looked at.

    `content` is a hash of all that it is made of, `name` what its file is called; `make` returns its bytes, a
    PDF or a Word file. Tracked `changes` of that are "accepted", or taken back to the "original".
    """

    content: str
    name: str
    make: Callable[[], bytes]
    changes: str = "accepted"


@dataclass
class _Drawn:
    data: bytes
    count: int = 0
    pages: dict[int, PagePicture] = field(default_factory=dict)


class Previews:
    """The pages of the papers that were looked at last; `most` are kept in memory."""

    def __init__(self, most: int = _MOST_PAPERS) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, str, str], _Drawn] = OrderedDict()
        self._one_at_a_time = Lock()

    def count(self, paper: Paper) -> int:
        """Return how many pages a paper has.

        Raises:
            DocgenError: it cannot be made or drawn.

        """
        with self._one_at_a_time:
            drawn = self._of(paper)
            self._draw(paper, drawn, [1])
            return drawn.count

    def page(self, paper: Paper, number: int) -> PagePicture:
        """Return a page by its number from 1.

        Raises:
            MissingError: it has no such page.
            DocgenError: it cannot be made or drawn.

        """
        with self._one_at_a_time:
            drawn = self._of(paper)
            if not drawn.count or 0 < number <= drawn.count:
                self._draw(paper, drawn, range(number, number + _AT_ONCE))
        if number not in drawn.pages:
            raise MissingError(f"Văn bản không có trang {number}.", "Hãy mở lại trang xem trước.")
        return drawn.pages[number]

    def _of(self, paper: Paper) -> _Drawn:
        key = (paper.content, paper.name, paper.changes)
        if key not in self._kept:
            self._kept[key] = _Drawn(paper.make())
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _draw(self, paper: Paper, drawn: _Drawn, numbers: Sequence[int]) -> None:
        """Draw pages, the first of which is wanted now, unless that was drawn before."""
        if numbers[0] in drawn.pages:
            return
        wanted = [one for one in numbers if one not in drawn.pages]
        pictures = page_pictures(
            drawn.data, Names(paper.name), wanted, width=USUAL_WIDTH, words=True, changes=paper.changes
        )
        drawn.count = pictures.count
        drawn.pages |= {picture.number: picture for picture in pictures.drawn}


PREVIEWS = Previews()
"""Of the whole service."""


def page_count(paper: Paper) -> int:
    """Return how many pages a paper has; see `Previews.count`."""
    return PREVIEWS.count(paper)


def page_picture(paper: Paper, number: int) -> Response:
    """Answer with the picture of a page; see `Previews.page`."""
    return Response(PREVIEWS.page(paper, number).png, media_type="image/png")
