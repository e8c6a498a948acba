"""The pictures that a person looked at and accepted; `make pictures` draws them anew from out/."""

import subprocess
from pathlib import Path

from drafts import ORGANISATION, PLAN_2025, TEMPLATE
from printed import page_picture

from docgen import rules
from docgen.documents.kehoach import compose
from docgen.pdf import to_pdf
from docgen.word import make_docx

ROOT = Path(__file__).parents[2]
ACCEPTED = ROOT / "tests" / "services" / "pictures"
PAGES = {"trang-dau": 1, "trang-ky": 5, "phu-luc-trang-dau": 6, "phu-luc-trang-cuoi": 11}
MARKED = "du-thao-trang-dau"
"""The picture of the first page of a draft, its comments left aside."""
SHOWN = {"trang-dau": 1, "trang-ky": 5, "phu-luc": 6}
"""The pages that the README shows."""


def marked(folder: Path) -> Path:
    """Print the 2025 plan, marked as a draft, into `folder`."""
    document = compose(PLAN_2025, ORGANISATION)
    head = document.head.model_copy(update={"draft_mark": rules.text("draft_mark")})
    path = folder / "du-thao.pdf"
    path.write_bytes(to_pdf(make_docx(document.model_copy(update={"head": head}), TEMPLATE)))
    return path


def draw(pdf: Path) -> None:
    """Draw the accepted pictures and those of the README from the printed 2025 plan."""
    for name, page in PAGES.items():
        page_picture(pdf, page).save(ACCEPTED / f"{name}.png", optimize=True)
    page_picture(marked(pdf.parent), 1).save(ACCEPTED / f"{MARKED}.png", optimize=True)
    for name, page in SHOWN.items():
        pages = ["-r", "60", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
        subprocess.run(["pdftoppm", *pages, pdf, ROOT / "docs" / "pictures" / name], check=True)


if __name__ == "__main__":
    draw(ROOT / "out" / "kehoach-2025.pdf")
