"""Files made to hurt, imported: each is read or refused with a name, soon and in little memory.

They go through the worker that docgen uses; `import_file` is asked where files on the disk matter.
"""

import re
from pathlib import Path

import pytest
from hostile_imports import BOOK_FILES, WORD_FILES, book, server, word
from hostile_texts import TEXT_FILES
from small_plan import TASKS, tasks_of
from soak import Worker

from docgen.errors import DocgenError
from docgen.services.importing import import_file
from docgen.services.protocol import limits_of

FILES = [("word", WORD_FILES), ("workbook", BOOK_FILES), ("text", TEXT_FILES)]
CASES = [
    pytest.param(kind, *case, id=f"{kind}: {name}") for kind, files in FILES for name, case in files.items()
]


@pytest.fixture(scope="module")
def worker():
    with Worker("recognise") as kept:
        yield kept


@pytest.mark.parametrize(("kind", "make", "outcome"), CASES)
def test_a_file_is_read_or_refused(worker, kind, make, outcome):
    head, spent = worker.ask(make(), kind=kind)
    assert spent.seconds < limits_of("recognise").seconds
    assert spent.memory < limits_of("recognise").memory
    told = head.get("error", {"kind": "", "message": ""})
    assert (told["kind"], bool(re.search(outcome.words, told["message"]))) == (outcome.kind, True), told
    if not told["kind"]:
        assert set(tasks_of(head["draft"])) >= set(TASKS)
        assert {finding["code"] for finding in head["findings"]} >= outcome.codes


@pytest.mark.parametrize(("kind", "make"), [("word", word), ("workbook", book)])
def test_what_is_cut_off_is_named(worker, kind, make):
    whole = make()
    for part in range(1, 65):
        head, _ = worker.ask(whole[: len(whole) * part // 65], kind=kind)
        assert head["error"]["kind"] == "InvalidInputError"
        assert re.match(r"Tệp bị hỏng hoặc tải lên chưa xong\.|Tệp không phải", head["error"]["message"])


ON_DISK = {
    "ke-hoach.docx": (WORD_FILES["a .doc"], "“ke-hoach.docx”: Đây là tệp Word 97–2003 (.doc)."),
    "ke-hoach.doc": (WORD_FILES["a .doc"], "“ke-hoach.doc”: Đây là tệp Word 97–2003 (.doc)."),
    "mat-khau.docx": (WORD_FILES["a password"], "“mat-khau.docx”: Tệp có mật khẩu."),
    "bieu.xls": (BOOK_FILES["a .xls"], "“bieu.xls”: Đây là bảng tính Excel 97–2003 (.xls)."),
    "bieu.csv": (BOOK_FILES["a CSV"], "“bieu.csv”: Tệp không phải XLSX"),
    "cuoi.xlsx": (BOOK_FILES["the last cell of all"], "“cuoi.xlsx”: Ô XFD1048576 nằm ngoài 60 cột đầu."),
    "quet.txt": (TEXT_FILES["letters lost"], "“quet.txt”: Tệp đã mất chữ"),
    "dtd.docx": (
        WORD_FILES["a DTD outside"],
        "“dtd.docx”: Phần “word/document.xml” của tệp Word có khai báo",
    ),
}


@pytest.mark.parametrize("name", ON_DISK)
def test_a_refusal_names_the_file_and_writes_nothing(tmp_path, monkeypatch, name):
    (make, _), said = ON_DISK[name]
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(make())
    with pytest.raises(DocgenError) as met:
        import_file(Path(name), Path("ke-hoach.yaml"))
    assert met.value.message.startswith(said)
    assert met.value.remedy.startswith("Hãy ")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_what_is_read_is_written_beside_nothing_else(tmp_path):
    path, target = tmp_path / "ke-hoach.docm", tmp_path / "ke-hoach.yaml"
    path.write_bytes(WORD_FILES["macros"][0]())
    imported = import_file(path, target)
    assert imported.files == (target,)
    assert "macro" in {finding.code for finding in imported.findings}
    assert sorted(tmp_path.iterdir()) == [path, target]


def test_nobody_was_called():
    """Stands behind all that might call."""
    with pytest.raises(BlockingIOError):
        server().accept()
