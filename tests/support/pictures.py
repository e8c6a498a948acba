"""The pictures that a person looked at and accepted; `make pictures` draws them anew from out/."""

import subprocess
from pathlib import Path

from printed import page_picture

ROOT = Path(__file__).parents[2]
ACCEPTED = ROOT / "tests" / "services" / "pictures"
PAGES = {"trang-dau": 1, "trang-ky": 5, "phu-luc-trang-dau": 6, "phu-luc-trang-cuoi": 11}
SHOWN = {"trang-dau": 1, "trang-ky": 5, "phu-luc": 6}
"""The pages that the README shows."""


def draw(pdf: Path) -> None:
    """Draw the accepted pictures and those of the README from the printed 2025 plan."""
    for name, page in PAGES.items():
        page_picture(pdf, page).save(ACCEPTED / f"{name}.png", optimize=True)
    for name, page in SHOWN.items():
        pages = ["-r", "60", "-png", "-singlefile", "-f", str(page), "-l", str(page)]
        subprocess.run(["pdftoppm", *pages, pdf, ROOT / "docs" / "pictures" / name], check=True)


if __name__ == "__main__":
    draw(ROOT / "out" / "kehoach-2025.pdf")
