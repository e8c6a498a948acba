"""The main pages at three widths: anybody can use them, nothing sticks out, little is loaded."""

from importlib.resources import files
from pathlib import Path

import pytest
from main_pages import MAIN_PAGES, WIDTHS

import docgen.web
from docgen.model.people import Role

AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
JUDGE = """async seesColours => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const rules = {"color-contrast": {enabled: seesColours}};
    const {violations} = await axe.run({
        rules, preload: false, runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
    });
    return violations.filter(one => ["serious", "critical"].includes(one.impact))
        .map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html)]);
}"""
"""What axe-core finds; a tablet's colours are those of a screen, and to see them takes the longest."""
WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".table-responsive"))
    .map(one => one.outerHTML.slice(0, 100)).slice(0, 5)"""
TABLET = WIDTHS[1]
KILOBYTE = 1000


@pytest.mark.parametrize("name", MAIN_PAGES)
def test_anybody_can_use_it(answered, name):
    address, role, unit = MAIN_PAGES[name]
    page = answered.open("about:blank", role, unit)
    reply = page.goto(address)
    assert reply.status == 200
    assert len(reply.body()) <= 150 * KILOBYTE
    page.evaluate(AXE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate(JUDGE, width != TABLET) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), page.evaluate(WIDE)


def test_all_of_the_home_page_begins_at_one_line(answered):
    page = answered.open("/", Role.CLERK)
    assert page.locator(".card-link").first.bounding_box()["x"] == page.locator("h1").bounding_box()["x"]


def test_the_judge_finds_a_field_without_a_name(answered):
    page = answered.open("/dang-nhap")
    page.evaluate("() => document.querySelector('label').remove()")
    page.evaluate(AXE)
    assert [rule for rule, _ in page.evaluate(JUDGE, arg=True)] == ["label"]


@pytest.mark.parametrize(("kind", "most"), [("js", 40), ("css", 20)])
def test_what_is_ours_is_small(kind, most):
    ours = Path(docgen.web.__file__).parent / "static"
    assert sum(one.stat().st_size for one in ours.rglob(f"*.{kind}")) <= most * KILOBYTE
