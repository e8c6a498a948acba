"""`Finding`: one problem in an officer's material, said so that the officer can mend it."""

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
