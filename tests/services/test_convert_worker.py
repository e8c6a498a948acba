"""What the worker answers, question by question, and how it binds itself."""

from io import BytesIO
from resource import RLIM_INFINITY, RLIMIT_CORE, RLIMIT_CPU, getrlimit, setrlimit

import pytest
from packages import arrow, linked
from wordfile import word_file

from docgen.services.protocol import SECONDS, frame, read_frame
from docgen.services.worker import confine, load, serve


@pytest.fixture(autouse=True)
def _processor():
    """Give back the seconds of the processor that a question took."""
    before = getrlimit(RLIMIT_CPU)
    yield
    setrlimit(RLIMIT_CPU, before)


def asked(*files):
    """Return head and body of each answer to these files."""
    answers = BytesIO()
    serve(load("convert"), BytesIO(b"".join(frame({}, file) for file in files)), answers)
    answers.seek(0)
    return list(iter(lambda: read_frame(answers), None))


def test_every_question_is_answered():
    docx = word_file("Kế hoạch")
    (_, first), (refused, nothing), (_, last) = asked(docx, b"%PDF-1.7", docx)
    assert first == last
    assert first.startswith(b"%PDF")
    assert (refused["error"]["kind"], nothing) == ("InvalidInputError", b"")
    assert refused["error"]["message"] == "Tệp không phải DOCX (nội dung là PDF)."


@pytest.mark.parametrize(
    ("fault", "kind", "said"),
    [
        (MemoryError(), "RefusedError", "cần hơn 1 GB bộ nhớ"),
        (KeyError("a"), "DocgenError", "KeyError: 'a'; test_convert_worker.py, dòng"),
    ],
)
def test_a_fault_is_an_answer(monkeypatch, fault, kind, said):
    def convert(*_, **__):
        raise fault

    monkeypatch.setattr("docgen.services.tasks.convert.convert", convert)
    [(head, _)] = asked(word_file("Kế hoạch"))
    assert head["error"]["kind"] == kind
    assert said in head["error"]["message"]


def test_what_is_left_aside_is_among_the_warnings():
    template = arrow("a", "attachedTemplate", "file:///C:/mau.dotm", external=True)
    [(head, pdf)] = asked(linked(template))
    assert [(found["code"], found["severity"]) for found in head["warnings"]] == [("lien-ket-ngoai", "info")]
    assert pdf.startswith(b"%PDF")


def test_each_question_has_its_seconds():
    asked(b"")
    soft, hard = getrlimit(RLIMIT_CPU)
    assert soft > SECONDS
    assert hard == RLIM_INFINITY


def test_a_limit_of_the_system_is_never_raised():
    confine({RLIMIT_CORE: 0})
    confine({RLIMIT_CORE: 2**20})
    assert getrlimit(RLIMIT_CORE) == (0, 0)
