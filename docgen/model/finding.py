"""`Finding`: a problem in what an officer gave; `RuleFinding`, `Change`: a broken rule, a mended place."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Severity(StrEnum):
    """How much a finding weighs: only an error keeps a document from being made."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(BaseModel):
    """One problem: where (`place`, `line`), what (`message`), how to mend it (`remedy`); in Vietnamese.

    `code` names the kind of problem for programs and stays the same when the wording changes; `line` counts
    the lines of a YAML file from 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    severity: Severity
    place: str
    message: str
    line: int | None = None
    remedy: str = ""

    def __str__(self) -> str:
        """Return one line: "Phụ lục, phần A, nhiệm vụ 12, ô “…” (dòng 214): … Hãy …"."""
        line = f"dòng {self.line}" if self.line else ""
        where = f"{self.place} ({line})" if self.place and line else self.place or line.capitalize()
        said = " ".join(part for part in (self.message, self.remedy) if part)
        return f"{where}: {said}" if where else said

    def in_file(self, name: str) -> "Finding":
        """Return it with the file that it is in said before the place, where several are read."""
        place = f"{name}, {self.place[:1].lower()}{self.place[1:]}" if self.place else name
        return self.model_copy(update={"place": place})


def error(code: str, place: str, message: str, remedy: str = "") -> Finding:
    """Return what keeps a document from being made."""
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)


def warning(code: str, place: str, message: str, remedy: str = "") -> Finding:
    """Return what is doubtful."""
    return Finding(code=code, severity=Severity.WARNING, place=place, message=message, remedy=remedy)


class Where(BaseModel):
    """Where in a Word file: `page` of its PDF and `paragraph` of its text, from 1; `text` quotes the words.

    Neither is known of what stands in no text (a page margin, a header): `part` names that then.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: int | None = None
    paragraph: int | None = None
    text: str = ""
    part: str = ""


class RuleFinding(BaseModel):
    """One place where a Word file breaks a rule of `rules/checks.toml`; `source` is the rule's article.

    `expected` and `found` are short ("13 đến 14", "12"), `message` says it whole: what is wrong, what to do.
    What is wrong in the same way in many places is one finding, with the first at `where` and the `others`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    severity: Severity
    message: str
    where: Where = Where()
    expected: str = ""
    found: str = ""
    source: str = ""
    fixable: bool = False
    others: tuple[Where, ...] = ()

    @property
    def places(self) -> tuple[Where, ...]:
        """All places."""
        return (self.where, *self.others)


class Change(BaseModel):
    """One place that was mended: by which rule, what was done, words `before` and `after` if they differ.

    `left` and `right` are the words around them, with the blanks between.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    message: str
    where: Where = Where()
    before: str = ""
    after: str = ""
    left: str = ""
    right: str = ""

    @property
    def is_of_blanks(self) -> bool:
        """Say whether nothing but blanks was put in or taken out: they are seen between words alone."""
        return bool(self.before or self.after) and not (self.before.strip() or self.after.strip())
