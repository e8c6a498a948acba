"""A Word file in the making: its dice, what stands in it so far, and the parts beside the text."""

import random

from .language import Speech
from .markup import element, paragraph, properties, run
from .package import Package
from .styles import styles

COMPATIBLE = "http://schemas.microsoft.com/office/word"


class Draft:
    """What the features write into. `base` is how its common paragraphs stand."""

    def __init__(self, seed):
        self.dice = random.Random(seed)  # noqa: S311 - what an officer might write
        self.speech = Speech(self.dice)
        self.package = Package()
        self.blocks = []
        self.notes = {"footnote": [], "endnote": []}
        self.comments = []
        self.lists = []
        self.settings = []
        self.size = self.dice.choice((26, 26, 28, 28, 28, 24))
        self.compatibility = self.dice.choice((15, 15, 15, 15, 14, 12))
        self.base = self.dice.choice(BASES)
        self.title = f"Về việc {self.speech.phrase().lower()}"
        self.even = False
        self.width = 0
        self.drawn = 0

    def add(self, *blocks):
        """Add paragraphs and tables."""
        self.blocks.extend(blocks)

    def plain(self, content="", **form):
        """Return a common paragraph of this file, unlike others in `form`."""
        return paragraph(content or run(self.speech.text()), **{**self.base, **form})

    def fill(self, least=1, most=4):
        """Add some common paragraphs."""
        self.add(*(self.plain() for _ in range(self.dice.randint(least, most))))

    def chance(self, share):
        """Whether something that happens in `share` of the cases does."""
        return self.dice.random() < share

    def number(self):
        """Return a number that no other drawing, change or comment has."""
        self.drawn += 1
        return self.drawn

    def note(self, kind, text):
        """Add a note and return the run of its mark."""
        self.notes[kind].append(text)
        mark = element(f"{kind}Reference", id=len(self.notes[kind]))
        return element("r", properties("rPr", {"vertAlign": "superscript"}) + mark)

    def finished(self, section):
        """Return the bytes of the file; `section` is the properties of its last section."""
        self.package.add("styles", styles(self.size))
        for kind, texts in self.notes.items():
            if texts:
                self.package.add(f"{kind}s", notes(kind, texts))
        if self.lists:
            self.package.add("numbering", "".join(self.lists))
        if self.comments:
            self.package.add("comments", "".join(self.comments))
        self.package.add("settings", self._settings())
        return self.package.bytes("".join(self.blocks) + section)

    def _settings(self):
        kinds = [kind for kind, texts in self.notes.items() if texts]
        separators = "".join(
            element(f"{kind}Pr", element(kind, id=-1) + element(kind, id=0)) for kind in kinds
        )
        mode = element("compatSetting", name="compatibilityMode", uri=COMPATIBLE, val=self.compatibility)
        return (
            "".join(self.settings)
            + element("defaultTabStop", val=720)
            + ("<w:evenAndOddHeaders/>" if self.even else "")
            + separators
            + element("compat", mode)
        )


BASES = (
    {"jc": "both", "ind": {"firstLine": 720}, "spacing": {"before": 120, "after": 0}},
    {"jc": "both", "ind": {"firstLine": 567}, "spacing": {"after": 120}},
    {
        "jc": "both",
        "ind": {"firstLine": 720},
        "spacing": {"before": 60, "after": 60, "line": 288, "lineRule": "auto"},
    },
    {"jc": "both", "ind": {"firstLine": 709}, "spacing": {"before": 120, "line": 340, "lineRule": "exact"}},
    {"jc": "both", "ind": {"firstLine": 720}, "spacing": {"after": 120, "line": 264, "lineRule": "auto"}},
    {
        "jc": "both",
        "ind": {"firstLine": 567},
        "spacing": {"before": 80, "after": 80, "line": 360, "lineRule": "atLeast"},
    },
    {"jc": "left", "spacing": {"after": 160, "line": 259, "lineRule": "auto"}},
)


def notes(kind, texts):
    """Return the part of the notes of a kind, first the separators that Word keeps there."""
    lines = (("separator", -1), ("continuationSeparator", 0))
    separators = (
        element(kind, element("p", element("r", element(name))), type=name, id=number)
        for name, number in lines
    )
    mark = element("r", properties("rPr", {"vertAlign": "superscript"}) + element(f"{kind}Ref"))
    told = (
        element(kind, paragraph(mark + run(f" {text}"), pStyle="FootnoteText"), id=number)
        for number, text in enumerate(texts, 1)
    )
    return "".join((*separators, *told))
