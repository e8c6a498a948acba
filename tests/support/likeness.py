"""LibreOffice as a judge: its PDF of a Word file beside ours, page by page and line by line."""

import fcntl
import hashlib
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path

import pikepdf

ROOT = Path(__file__).parents[2]
STORE = ROOT / "out" / "likeness"
"""What LibreOffice made before, by the parts of what it was given."""
BULLETS = re.compile("[\ue000-\uf8ff•▪➢✓]")
"""Signs that LibreOffice writes as characters of a symbol font, and we as what they look like."""
BEGINNING = 60
"""Letters by which it is judged whether two pages begin alike."""
FONT_HEIGHT = (891, -216)
"""Ascent and descent of Times New Roman, in thousandths."""
BATCH = 20
MINUTES_A_BATCH = 5


@dataclass(frozen=True)
class Likeness:
    """How alike two PDFs of one Word file are: pages of each, pages that begin alike, equal lines and all.

    Lines are `equal` on the same page, or found `anywhere` in the file; those `differing` are LibreOffice's.
    Pages are `alike` that hold the same letters and digits, however their lines break.
    """

    theirs: int
    ours: int
    starts: int
    equal: int
    lines: int
    differing: tuple[str, ...]
    anywhere: int = 0
    alike: int = 0

    @property
    def same_pages(self):
        """Whether both have the same pages, each beginning with the same words."""
        return self.theirs == self.ours == self.starts

    @property
    def same_content(self):
        """Whether both have the same pages, each with all its letters: stricter, as heads begin alike."""
        return self.theirs == self.ours == self.alike

    @property
    def share(self):
        """The share of LibreOffice's lines that stand on the same page of ours, broken at the same words."""
        return self.equal / self.lines


def lines_of(pdf):
    """Return the lines of each page, white space removed."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(
        command, input=_measured_alike(pdf), capture_output=True, check=True
    ).stdout.decode()
    return [
        ["".join(line.split()) for line in page.splitlines() if line.strip()]
        for page in BULLETS.sub("", text).split("\f")[:-1]
    ]


def _measured_alike(pdf):
    """Give all fonts one height: LibreOffice writes none, and Poppler tells lines apart by it."""
    changed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                item.Ascent, item.Descent = FONT_HEIGHT
        opened.save(changed)
    return changed.getvalue()


def likeness(theirs, ours):
    """Compare LibreOffice's PDF with ours."""
    left, right = lines_of(theirs), lines_of(ours)
    pairs = list(zip(left, right, strict=False))
    differing = [line for a, b in pairs for line in (Counter(a) - Counter(b)).elements()]
    equal = sum((Counter(a) & Counter(b)).total() for a, b in pairs)
    starts = sum(_beginning(a) == _beginning(b) for a, b in pairs)
    anywhere = (Counter(chain(*left)) & Counter(chain(*right))).total()
    alike = sum(_letters(a) == _letters(b) for a, b in pairs)
    count = sum(map(len, left))
    return Likeness(len(left), len(right), starts, equal, count, tuple(differing), anywhere, alike)


def _beginning(lines):
    """Return the first words of a page, however they are parted into lines."""
    return "".join(lines)[:BEGINNING]


def _letters(lines):
    return Counter(letter for line in lines for letter in line if letter.isalnum())


def libreoffice(files, folder, kind="pdf"):
    """Let LibreOffice turn Word files, by name, into PDFs in `folder`, with a profile of its own."""
    sources = [folder / f"{name}.docx" for name in files]
    made = folder / "made"
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(made),
        *map(str, sources),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60 * MINUTES_A_BATCH)
    return {source.stem: (made / f"{source.stem}.{kind}").read_bytes() for source in sources}


def remembered(files, kind="pdf"):
    """Do what `libreoffice` does, but only for files that it has not seen before.

    Who asks for the same files at the same time waits for what is being made of them.
    """
    STORE.mkdir(parents=True, exist_ok=True)
    sums = {name: _sum(data) for name, data in files.items()}
    kept = {name: STORE / f"{sums[name]}.{kind}" for name in files}
    turn = STORE / f"{min(sums.values(), default='')}.lock"
    if not all(path.exists() for path in kept.values()):
        with turn.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _make(files, kept, kind)
    return {name: path.read_bytes() for name, path in kept.items()}


def _sum(data):
    """Return what files of the same parts have in common: when an archive was written does not count."""
    told = hashlib.sha256()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            told.update(name.encode() + hashlib.sha256(archive.read(name)).digest())
    return told.hexdigest()


def _make(files, kept, kind):
    """Let LibreOffice make what is not kept yet, some files at a time; nobody sees one half written."""
    fresh = [name for name, path in kept.items() if not path.exists()]
    for start in range(0, len(fresh), BATCH):
        with tempfile.TemporaryDirectory(dir=STORE) as folder:
            names = fresh[start : start + BATCH]
            made = libreoffice({name: files[name] for name in names}, Path(folder), kind)
            for name in made:
                (Path(folder) / "made" / f"{name}.{kind}").replace(kept[name])
