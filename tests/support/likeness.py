"""LibreOffice as a judge: its PDF of a Word file beside ours, page by page and line by line."""

import subprocess
from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Likeness:
    """How alike two PDFs of one Word file are: pages of each, pages that begin alike, equal lines and all."""

    theirs: int
    ours: int
    starts: int
    equal: int
    lines: int
    differing: tuple[str, ...]

    @property
    def same_pages(self):
        """Whether both have the same pages, each beginning with the same line."""
        return self.theirs == self.ours == self.starts

    @property
    def share(self):
        """The share of LibreOffice's lines that stand on the same page of ours, broken at the same words."""
        return self.equal / self.lines


def lines_of(pdf):
    """Return the lines of each page, white space removed."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [
        ["".join(line.split()) for line in page.splitlines() if line.strip()]
        for page in text.split("\f")[:-1]
    ]


def likeness(theirs, ours):
    """Compare LibreOffice's PDF with ours."""
    left, right = lines_of(theirs), lines_of(ours)
    pairs = list(zip(left, right, strict=False))
    differing = [line for a, b in pairs for line in (Counter(a) - Counter(b)).elements()]
    equal = sum((Counter(a) & Counter(b)).total() for a, b in pairs)
    starts = sum(a[:1] == b[:1] for a, b in pairs)
    return Likeness(len(left), len(right), starts, equal, sum(map(len, left)), tuple(differing))


def libreoffice(files, folder):
    """Let LibreOffice turn Word files, by name, into PDFs in `folder`, with a profile of its own."""
    sources = [folder / f"{name}.docx" for name in files]
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {source.stem: source.with_suffix(".pdf").read_bytes() for source in sources}
