"""Texts scanned or printed in other ways: read as far as they can be, and nothing in them is lost."""

import re

import pytest
from departments.accounting import accounted
from mutations import text_case
from scans import SCAN, framed, numbered, piped, printed, spaced, wrapped, wrapped_without_blank_lines

from docgen.errors import DocgenError
from docgen.importers.letters import Letters
from docgen.importers.text_encoding import decoded
from docgen.model.appendix import Headings
from docgen.model.text import unmarked
from docgen.resources import shipped
from docgen.services.render import render_plan
from docgen.services.tasks.recognise import Task

NUMBER = re.compile(r"^\W*(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*|^[-–+*\s]+")
APART = re.compile(r"\s{2,}|[\t|]|\*\*")


def texts_in(value):
    """Return all texts in data."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_in(one)]
    return [text for one in value for text in texts_in(one)] if isinstance(value, list) else [str(value)]


def tasks(draft):
    """Return the tasks of a draft without their ids, by part and group."""
    return [
        [{key: text for key, text in task.items() if key != "id"} for task in group["nhiem_vu"]]
        for appendix in draft.get("phu_luc", ())
        for part in appendix["phan"]
        for group in part["nhom"]
    ]


def lost(text, told):
    """Return the stretches of the lines of a text that stand neither in the data nor in a finding."""
    pieces = [piece for line in text.splitlines() for piece in APART.split(line)]
    findings = [finding["message"] for finding in told["findings"]]
    texts = [
        *texts_in(told["draft"]),
        *Headings().model_dump().values(),
        f"Lưu: VT, {told['draft'].get('noi_nhan', {}).get('don_vi_soan_thao')}",
    ]
    left = accounted(pieces, texts, findings)
    return [piece for piece in left if all(accounted(cut, texts, findings) for cut in cuts(piece))]


def cuts(piece):
    """Yield the halves of a line in which two things may stand side by side."""
    words = piece.split()
    return ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))


def read(text):
    return Task("text")(text.encode())[0]


@pytest.fixture(scope="module")
def scanned():
    return read(SCAN)["draft"]


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    plan = shipped("data") / "kehoach-2025.yaml"
    return next(
        file for file in render_plan(plan, tmp_path_factory.mktemp("pdf")).files if file.suffix == ".pdf"
    )


@pytest.mark.parametrize(
    "text",
    [
        wrapped(),
        wrapped(50),
        wrapped_without_blank_lines(),
        piped(),
        framed(),
        spaced(),
        numbered("{}"),
        numbered("- {} -"),
        numbered("Trang {}/9"),
        SCAN.replace("\n", "\r\n"),
    ],
    ids=["80", "50", "80 solid", "|", "framed", "blanks", "2", "- 2 -", "Trang 2/9", "CRLF"],
)
def test_a_text_of_another_make_says_the_same(text, scanned):
    told = read(text)
    assert tasks(told["draft"]) == tasks(scanned)
    assert unmarked(str(told["draft"]["noi_dung"])) == unmarked(str(scanned["noi_dung"]))
    assert not lost(text, told)


@pytest.mark.parametrize("options", [(), ("-layout",), ("-raw",)])
def test_nothing_of_a_printed_text_is_lost(pdf, options, scanned):
    text = printed(pdf, *options)
    told = read(text)
    assert [one["tieu_de"] for one in told["draft"]["noi_dung"]] == [
        one["tieu_de"] for one in scanned["noi_dung"]
    ]
    assert not lost(text, told)


def squeezed(text):
    """Return the letters and figures of a text: where a spoilt one has blanks and pages does not count."""
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize("number", range(60))
def test_nothing_of_a_spoilt_text_is_lost(number):
    data = text_case(number)
    try:
        told = Task("text")(data)[0]
    except DocgenError:
        return
    text = Letters().settled(decoded(data).text)
    left = [squeezed(NUMBER.sub("", piece)) for piece in lost(text.replace("\f", ""), told)]
    known = squeezed(str((told["draft"], [finding["message"] for finding in told["findings"]])))
    assert [piece for piece in left if piece not in known] == []
