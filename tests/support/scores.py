"""How like LibreOffice's our PDFs are: `python tests/support/scores.py [SET …] [--show NAME]`.

Sets: "development" (files from seeds that rules may be made by, and some saved anew by LibreOffice),
"held-out" (the same from other seeds; nothing but the score is told), more seeds to learn from ("100-199"),
"annexes" (of the decree), or any Word files.
"""

import argparse
import re
import sys
import time
from pathlib import Path

import corpus
from likeness import ROOT, STORE, Likeness, likeness, remembered
from places import report

from docgen.pdf import to_pdf

ANNEXES = ROOT.parent / "shared" / "legal"
SETS = {"development": (corpus.DEVELOPMENT, 3), "held-out": (corpus.HELD_OUT, 4)}
"""The seeds of a set, and of how many files one is saved anew."""
HELD_OUT_FROM = corpus.HELD_OUT.start
LINES, PAGES = 0.97, 0.90
"""The shares of lines and of files with the same pages that are asked for."""
WORDS = {True: "yes", False: "no"}


def files_of(told):
    """Return the Word files of a set, by name, or those at a path."""
    if told == "annexes":
        return {path.stem: path.read_bytes() for path in sorted(ANNEXES.glob("*.docx"))}
    if re.fullmatch(r"\d+-\d+", told):
        first, last = map(int, told.split("-"))
        return {f"seed-{seed}": corpus.word_file(seed) for seed in range(first, min(last + 1, HELD_OUT_FROM))}
    if told not in SETS:
        return {Path(told).stem: Path(told).read_bytes()}
    seeds, every = SETS[told]
    made = {f"{told}-{seed:02}": corpus.word_file(seed) for seed in seeds}
    again = {name: data for number, (name, data) in enumerate(made.items()) if number % every == 0}
    saved = remembered(again, "docx")
    return made | {f"{name}-saved": data for name, data in saved.items()}


def ours(data):
    """Return our PDF of a Word file, or None and what went wrong."""
    try:
        return to_pdf(data), ""
    except Exception as error:  # noqa: BLE001 - one file that fails is a score of its own
        return None, f"{type(error).__name__}: {error}"


def judged(theirs, data):
    """Compare our PDF of a Word file with LibreOffice's; also return what went wrong and the milliseconds."""
    begun = time.perf_counter()
    pdf, fault = ours(data)
    spent = 1000 * (time.perf_counter() - begun)
    if pdf is None:
        found = likeness(theirs, theirs)
        return Likeness(found.theirs, 0, 0, 0, found.lines, ()), fault, spent
    return likeness(theirs, pdf), fault, spent


def score(files):
    """Print the score of each file and of all; return whether it is what is asked for."""
    theirs = remembered(files)
    all_found = []
    print(f"{'file':28} {'pages':>9}  same all  {'on page':>8} {'anywhere':>8} {'lines':>6} {'ms':>6}")  # noqa: T201
    for name, data in files.items():
        found, fault, spent = judged(theirs[name], data)
        all_found.append(found)
        print(  # noqa: T201
            f"{name:28} {found.theirs:>4}/{found.ours:<4}  "
            f"{WORDS[found.same_pages]:4} {WORDS[found.same_content]:4} "
            f"{found.share:8.1%} {found.anywhere / found.lines:8.1%} {found.lines:6} {spent:6.0f} {fault}"
        )
    return total(all_found)


def total(found):
    """Print the score of all files; return whether it is what is asked for."""
    lines = sum(one.lines for one in found)
    equal, anywhere = sum(one.equal for one in found) / lines, sum(one.anywhere for one in found) / lines
    count = sum(one.theirs == one.ours for one in found) / len(found)
    pages = sum(one.same_pages for one in found) / len(found)
    content = sum(one.same_content for one in found) / len(found)
    print(  # noqa: T201
        f"{len(found)} files: lines {equal:.1%} on the same page, {anywhere:.1%} anywhere; "
        f"{count:.0%} with the same number of pages, {pages:.0%} with the same pages, "
        f"{content:.0%} with all the same words on them"
    )
    return equal >= LINES and pages >= PAGES


def show(name, data):
    """Print where our PDF differs, and keep both beside each other."""
    theirs = remembered({name: data})[name]
    pdf, fault = ours(data)
    for end, content in (("docx", data), ("theirs.pdf", theirs), ("ours.pdf", pdf or b"")):
        (STORE / f"{name}.{end}").write_bytes(content)
    print(fault or "\n".join(report(theirs, pdf)))  # noqa: T201
    print(f"{STORE / name}.docx, .theirs.pdf, .ours.pdf")  # noqa: T201


def main():
    """Read the command and obey."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["development"])
    parser.add_argument("--show", metavar="NAME", help="print where this file differs, with both PDFs kept")
    told = parser.parse_args()
    files = {name: data for one in told.sets for name, data in files_of(one).items()}
    if told.show is None:
        sys.exit(not score(files))
    if told.show.startswith("held-out"):
        parser.error("held out: only its score is told")
    show(told.show, files[told.show])


if __name__ == "__main__":
    main()
