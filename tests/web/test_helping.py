"""The guide of officers as a page."""

import re

import pytest

from docgen.web.errors import _TITLES
from docgen.web.problems import _HELP


@pytest.fixture
def guide(office):
    return office.somebody().get("/tro-giup").text


def test_chapters_are_listed_before_them(guide):
    assert (
        guide.index(">Hướng dẫn sử dụng</h1>")
        < guide.index('href="#dang-nhap"')
        < guide.index('id="dang-nhap"')
    )
    assert set(re.findall(r'href="#([^"]+)"', guide)) <= set(re.findall(r'id="([^"]+)"', guide))


def test_every_refusal_is_explained(guide):
    for status in _TITLES:
        assert f'id="{_HELP.format(status).partition("#")[2]}"' in guide


def test_its_pictures_are_served_for_good(office, guide):
    pictures = re.findall(r'<img src="([^"]+)" alt="[^"]+"', guide)
    assert len(pictures) > 5
    for address in pictures:
        reply = office.somebody().get(address)
        assert reply.headers["content-type"] == "image/png"
        assert "immutable" in reply.headers["cache-control"]
