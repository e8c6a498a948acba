"""A typist: types what a plan says, in the habits of one office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from departments.encodings import Typed, as_said
from departments.ooxml import Cell, Mark, Row, face_of, paragraph_of, run_of, table_of
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
Data = dict[str, Any]


@dataclass
class Typist:
    """The habits of an office: how its text is numbered, what it does to words and lines.

    `marks` put something around the words that are their keys; `returns` are words behind which a line is
    broken by hand; `automatic` lets Word number the text.
    """

    plan: Data
    typed: Typed = as_said
    automatic: bool = False
    capitals: bool = True
    dash: str = "-"
    marks: dict[str, Mark] = field(default_factory=dict)
    returns: tuple[str, ...] = ()
    end: str = "./."
    signs: tuple[str, str, str] = (".", ".", ")")
    """What stands behind the numbers of sections, items and points."""

    def runs(self, words: str, looks: str = "") -> str:
        """Type words; those between ** are bold."""
        pieces = []
        for at, stretch in enumerate(words.split("**")):
            bold = f"{looks} b" if at % 2 else looks
            pieces += [self._stretch(piece, bold) for piece in self._cut(stretch) if piece]
        return "".join(pieces)

    def _cut(self, words: str) -> list[str]:
        if not self.marks:
            return [words]
        return re.split(f"({'|'.join(map(re.escape, self.marks))})", words)

    def _stretch(self, words: str, looks: str) -> str:
        def run(text: str) -> str:
            return "".join(run_of(face_of(looks, font))(signs) for font, signs in self.typed(text))

        return self.marks[words](run, words) if words in self.marks else run(words)

    def p(self, words: str, looks: str = "") -> str:
        """Type a paragraph."""
        return paragraph_of(self.runs(words, looks), looks, face_of(looks, ""))

    def lines(self, words: str, looks: str = "") -> list[str]:
        """Type a paragraph, broken by hand where the office breaks it."""
        for broken in self.returns:
            words = words.replace(broken, f"{broken}\r")
        first, *others = words.split("\r")
        plain = re.sub(r" ?num=\S+", "", looks)
        return [self.p(first, looks), *(self.p(other.strip(), plain) for other in others)]

    # ----- head, title, closing -----

    def head_in_table(self, left: list[str], right: list[str], *, below: int = 2) -> str:
        """Type both sides of the head in a table without borders; lines from `below` on are a second row."""
        upper = [self._stack(side[:below], "c b s=26") for side in (left, right)]
        lower = [self._stack(left[below:], "c s=26"), self._stack(right[below:], "c i s=26")]
        rows = [Row(upper), Row(lower)]
        return table_of([3800, 5700], rows, border=False)

    def _stack(self, lines: list[str], looks: str) -> Cell:
        return Cell("".join(self.p(line, looks) for line in lines) or self.p(""))

    def head_in_lines(self, left: list[str], right: list[str], *, by_tab: bool = True) -> list[str]:
        """Type both sides of the head beside one another by tabs, or by blanks."""
        pairs = [*zip(left, right, strict=True)]
        if by_tab:
            return [
                self.p(f"\t{one}\t{other}", "b s=26 tabs=1900:center,6700:center") for one, other in pairs
            ]
        return [self.p(f"{one}{' ' * max(34 - len(one), 6)}{other}", "b s=24") for one, other in pairs]

    def head_below(self, lines: list[str]) -> list[str]:
        """Type the lines of the head one below the other."""
        return [self.p(line, "c b s=26") for line in lines]

    def title(self, *, together: bool) -> list[str]:
        """Type the kind of document and the subject, in one paragraph or two."""
        subject = self.plan["trich_yeu"]
        if together:
            return [self.p(""), self.p(f"KẾ HOẠCH\n{subject}", "c b after=240")]
        return [self.p(""), self.p("KẾ HOẠCH", "c b"), self.p(subject, "c b after=240")]

    def recipients(self, kept: str) -> list[str]:
        """Return the lines of the recipients; `kept` is the last."""
        return [
            "Nơi nhận:",
            *(f"{self.dash} {one};" for one in self.plan["noi_nhan"]["danh_sach"]),
            f"{self.dash} {kept}",
        ]

    def closing_in_table(self, kept: str, signature: list[str]) -> str:
        """Type recipients and signature in a table without borders."""
        first, *others = self.recipients(kept)
        left = self.p(first, "b i s=24") + "".join(self.p(other, "s=22") for other in others)
        *titles, name = signature
        right = "".join(self.p(title, "c b") for title in titles) + self.p("") * 4 + self.p(name, "c b")
        return table_of([4700, 4700], [Row([Cell(left), Cell(right)])], border=False)

    def closing_in_tabs(self, kept: str, signature: list[str]) -> list[str]:
        """Type recipients and signature beside one another by tabs."""
        left, (*titles, name) = self.recipients(kept), signature
        height = max(len(left), len(titles))
        pairs = zip([*left, *[""] * height][:height], [*titles, *[""] * height][:height], strict=True)
        lines = [f"{one}\t**{other}**" if other else one for one, other in pairs]
        return [self.p(line, "s=24 tabs=7000:center") for line in (*lines, "", "", f"\t**{name}**")]

    def annex(
        self, title: str, reference: str = "", label: str = "PHỤ LỤC", *, joined: bool = False
    ) -> list[str]:
        """Type the head of an appendix, label and title `joined` in one paragraph or not."""
        words = [label, title.upper() if self.capitals else title]
        lines = [self.p("\n".join(words), "c b")] if joined else [self.p(line, "c b") for line in words]
        return [*lines, *([self.p(reference, "c i after=120")] if reference else [])]

    # ----- the text -----

    def text(self) -> list[str]:
        """Type legal bases, opening and sections."""
        written = [
            *(line for words in self._bases() for line in self.lines(words, "j i first=720")),
            *(line for words in self.plan.get("mo_dau", ()) for line in self.lines(words, "j first=720")),
        ]
        *others, last = self.plan["noi_dung"]
        for at, section in enumerate(others, start=1):
            written += self._section(at, section)
        last_lines = self._section(len(others) + 1, last, end=self.end)
        return [*written, *last_lines]

    def _bases(self) -> list[str]:
        """Return the legal bases with the signs that end them."""
        bases = self.plan.get("can_cu", [])
        return [f"{words}{';' if at < len(bases) else '.'}" for at, words in enumerate(bases, start=1)]

    def _section(self, number: int, section: Data, end: str = "") -> list[str]:
        title = section["tieu_de"].upper() if self.capitals else section["tieu_de"]
        blocks = [("b", 0, to_roman(number), title), *self._below(section)]
        for at, item in enumerate(section.get("khoan", ()), start=1):
            looks = "b" if "tieu_de" in item else ""
            blocks.append((looks, 1, str(at), item.get("tieu_de") or item["noi_dung"]))
            blocks += self._below(item)
        kind, level, count, words = blocks[-1]
        blocks[-1] = (kind, level, count, words.rstrip(".") + end if end else words)
        written = [line for block in blocks for line in self._block(*block)]
        pointer = [self.p(f"({section['chi_dan']})", "c i")] if "chi_dan" in section else []
        return written + pointer

    def _below(self, holder: Data) -> Iterator[tuple[str, int, str, str]]:
        """Yield looks, level, number and words of what stands under a title."""
        yield from (("", -1, "", words) for words in holder.get("doan", ()))
        for at, point in enumerate(holder.get("diem", ())):
            known = {"noi_dung": point} if isinstance(point, str) else point
            yield "", 2, letter(at + 1), known["noi_dung"]
            yield from (("", 3, "-", words) for words in known.get("gach", ()))
        yield from (("", 3, "-", words) for words in holder.get("gach", ()))

    def _block(self, looks: str, level: int, count: str, words: str) -> list[str]:
        looks = f"j first=720 after=120 {looks}"
        if level < 0:
            return self.lines(words, looks)
        if self.automatic:
            return self.lines(words, f"{looks} num=1:{level}")
        number = (*(f"{count}{sign}" for sign in self.signs), self.dash)[level]
        return self.lines(f"{number} {words}", looks)
