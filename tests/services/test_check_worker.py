"""What the worker says of a file that it checks or mends."""

from io import BytesIO
from resource import RLIMIT_CPU, getrlimit, setrlimit

import pytest
from packages import PACKAGE, arrow, linked
from wordfile import word_file

from docgen.check import Fixed
from docgen.model.finding import Change, RuleFinding, Severity, Where
from docgen.pdf import to_pdf
from docgen.services.protocol import frame, read_frame
from docgen.services.worker import load, serve

THREE = word_file("một\nhai⤓\nba")


@pytest.fixture(autouse=True)
def _processor():
    """Give back the seconds of the processor that a question took."""
    before = getrlimit(RLIMIT_CPU)
    yield
    setrlimit(RLIMIT_CPU, before)


def asked(task, file, **options):
    """Return head and body of the answer to one question."""
    answers = BytesIO()
    serve(load(task), BytesIO(frame(options, file)), answers)
    answers.seek(0)
    return read_frame(answers)


def found(paragraph=None, *others):
    first, *rest = (Where(paragraph=number, text="ba") for number in (paragraph, *others))
    return RuleFinding(rule="P04", severity=Severity.ERROR, message="Sai.", where=first, others=tuple(rest))


@pytest.fixture
def finding(monkeypatch):
    """Let the rules find these paragraphs at fault, whatever the file."""

    def finds(*paragraphs):
        told = tuple(map(found, paragraphs))
        monkeypatch.setattr("docgen.services.tasks.check.check", lambda *_: told)

    return finds


def pages(head, name="findings"):
    return [one["where"]["page"] for one in head[name]]


def test_findings_have_their_pages(finding):
    finding(1, None, 3, 2, 99)
    head, body = asked("check", THREE)
    assert (pages(head), body) == ([1, None, 2, 1, None], b"")
    assert head["findings"][0] == found(1).model_copy(
        update={"where": Where(page=1, paragraph=1, text="ba")}
    ).model_dump(mode="json")


def test_further_places_of_a_finding_have_their_pages(monkeypatch):
    monkeypatch.setattr("docgen.services.tasks.check.check", lambda *_: (found(1, 3, None),))
    (told,) = asked("check", THREE)[0]["findings"]
    assert [told["where"]["page"], *(one["page"] for one in told["others"])] == [1, 2, None]


@pytest.mark.parametrize("fault", [MemoryError(), KeyError("a"), RecursionError()])
def test_a_file_that_cannot_be_laid_out_is_judged_all_the_same(finding, monkeypatch, fault):
    def fail(*_):
        raise fault

    monkeypatch.setattr("docgen.services.tasks.places.paragraph_pages", fail)
    finding(1, 3)
    assert pages(asked("check", THREE)[0]) == [None, None]


def test_nothing_is_laid_out_where_no_paragraph_is_at_fault(finding, monkeypatch):
    monkeypatch.delattr("docgen.services.tasks.places.paragraph_pages")
    finding(None)
    assert pages(asked("check", THREE)[0]) == [None]


@pytest.mark.parametrize(
    ("changes", "pages_", "state"), [("accepted", [2], "đã chấp nhận hết"), ("original", [1], "bản gốc")]
)
def test_tracked_changes_count_as_asked_and_are_told_of(finding, changes, pages_, state):
    new = '<w:p><w:ins w:id="1" w:author="An"><w:r><w:br w:type="page"/><w:t>ba</w:t></w:r></w:ins></w:p>'
    finding(2)
    head, _ = asked("check", word_file(f"một\n{new}"), changes=changes)
    assert pages(head) == pages_
    [notice] = head["notices"]
    assert notice["message"] == "Tệp còn 1 thay đổi theo dõi (track changes) chưa duyệt."
    assert state in notice["remedy"]


def test_of_a_signed_file_it_is_said_that_it_is_not_mended():
    origin = f"{PACKAGE}/relationships/digital-signature/origin"
    signed = linked(arrow("a", origin, "a.bin"))
    assert "không sửa tệp đã ký" in asked("check", signed)[0]["notices"][0]["message"]


def test_a_pdf_is_checked_as_one():
    head, _ = asked("check", to_pdf(THREE))
    assert head == {"findings": [], "notices": []}
    head, _ = asked("check", b"%PDF-1.7")
    assert (head["error"]["kind"], head["error"]["about"]) == ("InvalidInputError", "file")


@pytest.mark.parametrize("task", ["check", "fix"])
def test_what_is_left_aside_is_noticed(task):
    head, _ = asked(task, linked(arrow("a", "attachedTemplate", "file:///C:/mau.dotm", external=True)))
    assert [notice["code"] for notice in head["notices"]] == ["lien-ket-ngoai"]


@pytest.mark.parametrize("task", ["check", "fix"])
def test_an_error_of_the_settings_is_not_one_of_the_file(task):
    head, _ = asked(task, b"", settings="[rules]\nP02 = false")
    assert head["error"]["about"] == "options"
    assert asked(task, b"")[0]["error"]["about"] == "file"


def test_a_fixed_file_is_told_of_with_its_own_pages(monkeypatch):
    place = Where(paragraph=3, text="ba")
    change = Change(rule="P04", message="đổi phông", where=place, before="a", after="b")
    fixed = Fixed(THREE, (change,), (found(2),))
    monkeypatch.setattr("docgen.services.tasks.fix.fix", lambda *_: fixed)
    head, body = asked("fix", word_file("khác"), changes="original")
    assert (pages(head, "changes"), pages(head, "left"), body) == ([2], [1], THREE)
    assert {name: head["changes"][0][name] for name in ("rule", "message", "before", "after")} == {
        "rule": "P04",
        "message": "đổi phông",
        "before": "a",
        "after": "b",
    }
