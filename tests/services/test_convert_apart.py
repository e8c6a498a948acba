"""A Word file from outside is converted in a process of its own, which can do nothing else."""

import signal
import socket
import subprocess
import sys
import textwrap
from random import Random

import pytest
from packages import docx
from wordfile import word_file

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.model.finding import Finding, Severity
from docgen.pdf import to_pdf
from docgen.services import isolation
from docgen.services.isolation import Names, ask

MAY_LEAVE_NETWORK = subprocess.run(["unshare", "--user", "--net", "true"], check=False).returncode == 0
DOCX = word_file("Kế hoạch năm 2025")


@pytest.fixture
def worker_that(monkeypatch):
    """Let the worker do something else than convert: the body of `convert(package, **options)`."""

    def does(body):
        told = textwrap.indent(textwrap.dedent(body), "    ")
        code = (
            "import os, signal, socket, sys\n"
            "from docgen.errors import *\n"
            "from docgen.model.finding import Finding\n"
            "from docgen.pdf import Pdf\n"
            "from docgen.services import worker\n"
            "from docgen.services.tasks import convert as task\n"
            f"def convert(package, **options):\n{told}\n"
            "task.convert = convert\n"
            "worker.main()\n"
        )
        monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-P", "-c", code))

    return does


def test_the_pdf_is_the_one_made_in_this_process():
    assert ask("convert", DOCX).data == to_pdf(DOCX)


def test_options_and_warnings_go_across(worker_that):
    worker_that(
        "media = package.parts['word/media/a.png']\n"
        "return Pdf(media, (Finding(code='a', severity='warning', place='x', message=str(options)),))"
    )
    large = Random(1).randbytes(3 * 10**6)  # noqa: S311 - what does not deflate
    answer = ask("convert", docx({"word/media/a.png": large}), changes="original")
    assert answer.data == large
    said = "{'changes': 'original'}"
    warning = Finding(code="a", severity=Severity.WARNING, place="x", message=said)
    assert answer.findings("warnings") == (warning,)


def test_an_error_goes_across(worker_that):
    worker_that("raise InvalidInputError('Tệp \\ud800 hỏng.', 'Hãy gõ lại.', ['dòng 1', 'dòng 2'])")
    with pytest.raises(InvalidInputError) as met:
        ask("convert", DOCX)
    assert met.value.message == "Tệp \ud800 hỏng."
    assert (met.value.remedy, met.value.problems) == ("Hãy gõ lại.", ("dòng 1", "dòng 2"))


def test_a_fault_of_docgen_is_told_with_its_place(worker_that):
    worker_that("return 1 / 0")
    with pytest.raises(DocgenError, match=r"ngoài dự kiến .*ZeroDivisionError: .*; <string>, dòng"):
        ask("convert", DOCX)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("InvalidInputError('Hỏng.')", "“a.docx”: Hỏng."),
        ("RefusedError('Có mã độc.')", "“a.docx”: Có mã độc."),
        ("MissingError('Thiếu phông.')", "Thiếu phông."),
        ("DocgenError('Lỗi.')", "Lỗi."),
    ],
)
def test_an_error_names_the_file_that_it_is_about(worker_that, error, said):
    worker_that(f"raise {error}")
    with pytest.raises(DocgenError) as met:
        ask("convert", DOCX, Names("a.docx"))
    assert met.value.message == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("while True: pass", "xử lý quá 60 giây"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "xử lý quá 60 giây"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "không đủ bộ nhớ"),
        ("return bytearray(2**30)", "cần hơn 1 GB bộ nhớ"),
    ],
)
def test_a_file_that_is_too_heavy_is_refused(worker_that, monkeypatch, body, said):
    monkeypatch.setattr(isolation, "SECONDS", 5)
    worker_that(body)
    with pytest.raises(RefusedError, match=f"Tệp quá nặng: .*{said}") as refused:
        ask("convert", DOCX)
    assert "tách tệp" in refused.value.remedy


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", f"mã -{signal.SIGSEGV.value}"),
        ("print('hết phông', file=sys.stderr); os._exit(3)", "mã 3: hết phông"),
        ("os._exit(0)", "mã 0"),
    ],
)
def test_a_worker_that_dies_is_told(worker_that, body, said):
    worker_that(body)
    with pytest.raises(DocgenError, match=f"ngoài dự kiến .*tiến trình dừng với {said}"):
        ask("convert", DOCX)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("with open('a', 'wb') as file: file.write(b'a')", r"OSError: \[Errno 27\]"),
        ("raise ValueError(os.listdir())", r"ValueError: \[\]"),
        ("raise ValueError(os.environ.get('MAT_KHAU'))", "ValueError: None"),
    ],
)
def test_nothing_is_written_and_nothing_of_the_surroundings_seen(worker_that, monkeypatch, body, said):
    monkeypatch.setenv("MAT_KHAU", "bí mật")
    worker_that(body)
    with pytest.raises(DocgenError, match=said):
        ask("convert", DOCX)


def test_the_worker_imports_from_where_its_parent_does(worker_that, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["khac", *sys.path])
    worker_that("raise ValueError(sys.path[0])")
    with pytest.raises(DocgenError, match=f"ValueError: {tmp_path}/khac;"):
        ask("convert", DOCX)


@pytest.mark.skipif(not MAY_LEAVE_NETWORK, reason="the system lets no process leave the network")
def test_nothing_is_reached(worker_that):
    with socket.create_server(("127.0.0.1", 0)) as server:
        worker_that(f"socket.create_connection({server.getsockname()!r})")
        with pytest.raises(DocgenError, match="OSError"):
            ask("convert", DOCX)
