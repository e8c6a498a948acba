"""The guide of officers, as a page with its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from starlette.responses import HTMLResponse

from docgen.language.text import plain
from docgen.resources import shipped
from docgen.web.assets import guide_picture
from docgen.web.door import pages
from docgen.web.visit import Visit

router = pages()
_PICTURES = "hinh/"


@router.get("/tro-giup", name="tro_giup")
def guide(visit: Visit) -> HTMLResponse:
    """Show the guide."""
    return visit.page("tro_giup.html", guide=_guide())


@dataclass(frozen=True)
class Guide:
    """What stands before the first chapter, the titles of chapters by their anchors, and the chapters."""

    opening: Markup
    contents: Mapping[str, str]
    chapters: Markup


@cache
def _guide() -> Guide:
    """Return the guide; what stands in it as HTML is shown as text."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse((shipped("docs") / "huong-dan.md").read_text(encoding="utf-8"))
    for one in tokens:
        _place_pictures(one.children or [])
    headings = [(one, after.content) for one, after in pairwise(tokens) if one.type == "heading_open"]
    for heading, title in headings:
        heading.attrSet("id", _anchor(title))
    chapters = [(one, title) for one, title in headings if one.tag == "h2"]
    first = tokens.index(chapters[0][0])
    opening, text = (
        Markup(reader.renderer.render(part, reader.options, {}))  # noqa: S704 - ours
        for part in (tokens[:first], tokens[first:])
    )
    return Guide(opening, {_anchor(title): title for _, title in chapters}, text)


def _anchor(title: str) -> str:
    """Return what a heading is linked by: "Lỗi 404" → "loi-404"."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain(title).lower()).split())


def _place_pictures(tokens: list[Token]) -> None:
    for one in tokens:
        source = str(one.attrGet("src") or "")
        if source.startswith(_PICTURES):
            one.attrSet("src", guide_picture(source.removeprefix(_PICTURES)))
