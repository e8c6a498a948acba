"""Where something stands: sections, headers and footers, what pages show; and many places told as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.breach import Place
from docgen.word.reading import HEADER, Paragraph, Section, Story, WordDocument

DEFAULT, FIRST, EVEN = "default", "first", "even"
"""The kinds of headers and footers (17.10.1)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a paragraph from `start` to `end`; `part` names a story that is not the text itself."""

    paragraph: Paragraph
    start: int
    end: int
    part: str = ""

    @property
    def words(self) -> str:
        """The letters, blanks single."""
        return " ".join(self.paragraph.text[self.start : self.end].split())

    @property
    def key(self) -> str | int:
        """What tells its paragraph, or the header or footer, from others."""
        return self.part or id(self.paragraph)

    @property
    def place(self) -> Place:
        """Where it stands; what is not of the text has no paragraph to be counted."""
        return Place(None if self.part else self.paragraph, self.words, self.part)


@dataclass(frozen=True, slots=True)
class Fold:
    """The places of one mistake: the first that stands in the text is `at`, else `part` names where it is."""

    stretches: Sequence[Stretch]

    @property
    def first(self) -> Stretch:
        """The first place, one in the text before others."""
        return next((one for one in self.stretches if not one.part), self.stretches[0])

    @property
    def at(self) -> Paragraph | None:
        """The paragraph of the first place, None where no place stands in the text."""
        return self.first.place.at

    @property
    def others(self) -> tuple[Place, ...]:
        """The further places, each paragraph, header or footer once; those of the text stand first."""
        each = {self.first.key: self.first}
        for one in sorted(self.stretches, key=lambda one: bool(one.part)):
            each.setdefault(one.key, one)
        return tuple(one.place for one in each.values())[1:]

    @property
    def told(self) -> str:
        """How many places there are: "ở 12 đoạn", "ở đầu trang"."""
        if self.first.part:
            return f"ở {self.first.part}"
        count = 1 + len(self.others)
        return f"ở {count} đoạn" if count > 1 else "ở một đoạn"


def sections_called(sections: Sequence[Section], document: WordDocument) -> str:
    """Return how sections are called: "cả văn bản", or "phần trang (section) 2, 3"."""
    if len(sections) == len(document.sections):
        return "cả văn bản"
    return f"phần trang (section) {', '.join(str(section.index + 1) for section in sections)}"


def story_called(story: Story) -> str:
    """Return how a header or footer is called."""
    return "đầu trang" if any(one.story == HEADER for one in story.paragraphs) else "chân trang"


def shown_paragraphs(document: WordDocument) -> Iterator[tuple[Paragraph, str]]:
    """Yield every paragraph that a page shows: of the text, then of headers and footers with their name."""
    yield from ((paragraph, "") for paragraph in document.paragraphs)
    for story in shown_stories(document):
        yield from ((paragraph, story_called(story)) for paragraph in story.paragraphs)


def shown_stories(document: WordDocument) -> tuple[Story, ...]:
    """Return the headers and footers that some page shows, each once."""
    found = (
        story
        for section in document.sections
        for stories in (section.headers, section.footers)
        for story in shown(stories, section, document)
    )
    return tuple({story.part: story for story in found}.values())


def shown(stories: dict[str, Story], section: Section, document: WordDocument) -> Iterator[Story]:
    """Yield those of the headers or the footers of a section that its pages show."""
    kinds = {DEFAULT: True, FIRST: section.title_page, EVEN: document.even_headers}
    yield from (story for kind, story in stories.items() if kinds.get(kind))
