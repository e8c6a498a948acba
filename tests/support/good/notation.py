"""The notation of the good documents: a page of text that reads as the document does.

cấp trên: ỦY BAN NHÂN DÂN / TỈNH GIA LAI     components, one a line; "/" where an officer would break it
cơ quan: SỞ NỘI VỤ
...
                                             an empty line: the content begins
~ Căn cứ ...;                                a basis
^ QUYẾT ĐỊNH:                                a centred bold line
I. MỤC ĐÍCH                                  numbers are typed; capitals after a Roman one make a heading
1. *Mục tiêu*                                words between stars are bold
| STT:10 | Nội dung:90                       a table: its first row has the widths in per cent
| 1 | ...
> Như trên;                                  a recipient
< GIÁM ĐỐC                                   a line of the signature; the last is the name; "|" parts two
=== phụ lục                                  another part on a page of its own, with components of its own
"""

from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).with_name("texts")


@dataclass
class Part:
    """One part of a document: the document itself, an appendix, what a decision issues, a copy's end."""

    kind: str
    told: dict[str, str] = field(default_factory=dict)
    content: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: list[tuple[str, ...]] = field(default_factory=list)

    def lines(self, name):
        """Return the lines of a component as an officer breaks them; none when it is not told."""
        return [line.strip() for line in self.told[name].split(" / ")] if name in self.told else []


def parts(text):
    """Return the parts of a document written in the notation."""
    lines = text.strip().splitlines()
    found = [] if lines[0].startswith("===") else [Part("văn bản")]
    heading = True
    for line in lines:
        if line.startswith("==="):
            found.append(Part(line.strip("= ")))
            heading = True
        elif heading and line.strip():
            name, _, value = line.partition(": ")
            found[-1].told[name] = value.rstrip()
        elif line.strip():
            _add(found[-1], line.strip())
        else:
            heading = False
    return found


def read(name):
    """Return the parts of the document kept under `name`."""
    return parts((TEXTS / f"{name}.txt").read_text("utf-8"))


def names():
    """Return the names of all documents."""
    return sorted(path.stem for path in TEXTS.glob("*.txt"))


def _add(part, line):
    if line.startswith("> "):
        part.recipients.append(f"- {line[2:]}")
    elif line.startswith("< "):
        part.signature.append(tuple(half.strip() for half in line[2:].split("|")))
    else:
        part.content.append(line)
