"""The account of a source: of every line it is known whether it is in the data or in a finding."""

from collections.abc import Iterable, Iterator, Sequence

from docgen.model.finding import Finding, Severity
from docgen.recognition.source import Line


class Ledger:
    """Collects what is told of the lines of a source, and which of them are accounted for."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._settled: set[int] = set()
        self._held: list[Line] = []

    def keep(self, *lines: Line) -> None:
        """Note that the words of `lines` are in the data."""
        self._settled.update(map(id, lines))
        self._held += lines  # an id means something only as long as its line lives

    def tell(
        self, code: str, severity: Severity, lines: Iterable[Line], message: str, remedy: str = ""
    ) -> None:
        """Tell something of `lines`, which are accounted for by it; the first says where.

        What is told of lines whose words are not in the data must quote them: `quoted(lines)`.
        """
        lines = tuple(lines)
        self.keep(*lines)
        place = lines[0].place if lines else ""
        self.findings.append(
            Finding(code=code, severity=severity, place=place, message=message, remedy=remedy)
        )

    def leave_out(self, lines: Sequence[Line], kind: str = "") -> None:
        """Tell of lines, of a `kind` if that is known, that a plan has no place for."""
        self.tell(
            "khong-co-cho",
            Severity.WARNING,
            lines,
            f"{kind} {quoted(lines)} không có chỗ trong kế hoạch; không được nhập.".lstrip(),
            "Hãy chép vào chỗ thích hợp nếu cần giữ.",
        )

    def unsettled(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield those of `lines` that say something and are accounted for nowhere."""
        return (line for line in lines if line.text.strip() and id(line) not in self._settled)


def quoted(lines: Iterable[Line]) -> str:
    """Return the words of lines as a message quotes them, whole: "“…”, “…”"."""
    return ", ".join(f"“{' '.join(line.text.split())}”" for line in lines if line.text.strip())
