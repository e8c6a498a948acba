"""HTML trees → PDF/A-2a, through WeasyPrint: each section laid out apart, the pages joined in one file."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NoReturn

import weasyprint
from cssselect2 import ElementWrapper
from pydyf import PDF
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from docgen.pdf.setting import SetSection
from docgen.pdf.tagging import tidy_tags

VARIANT = "pdf/a-2a"


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Fetches nothing: all that a page shows is in its tree."""

    def fetch(self, url: str, headers: object = None) -> NoReturn:  # noqa: ARG002
        """Refuse `url`."""
        raise ValueError(f"không tải gì từ bên ngoài: {url}")


def lay_out(section: SetSection) -> Any:
    """Return the WeasyPrint document of one section: its pages, laid out."""
    sheet = weasyprint.CSS(string=section.css, url_fetcher=Fetcher(), font_config=_font_configuration())
    return _tree(section).render(_font_configuration(), stylesheets=[sheet])


def join(documents: list[Any]) -> Any:
    """Return one WeasyPrint document with the pages of all, and the title and language of the first."""
    return documents[0].copy([page for document in documents for page in document.pages])


def write(document: Any) -> bytes:
    """Return the document as a tagged PDF/A-2a, the same bytes for the same pages."""
    return bytes(document.write_pdf(pdf_variant=VARIANT, output_intent="srgb", finisher=_finish))


@contextmanager
def quiet_memory() -> Iterator[None]:
    """Keep Python from looking for garbage in the many boxes of a layout: a third of the time is saved.

    What the layout leaves behind is collected once, at its end: a process that sets many plans stays small.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
            gc.collect()


def _finish(_document: Any, pdf: PDF) -> None:
    tidy_tags(pdf)


@cache
def _font_configuration() -> FontConfiguration:
    return FontConfiguration()


def _tree(section: SetSection) -> Any:
    """Wrap a ready tree as WeasyPrint's HTML, whose own constructor would write it out and parse it again."""
    html = weasyprint.HTML.__new__(weasyprint.HTML)
    html.base_url = None
    html.url_fetcher = Fetcher()
    html.media_type = "print"
    html.wrapper_element = ElementWrapper.from_html_root(section.html, content_language=None)
    html.etree_element = html.wrapper_element.etree_element
    return html
