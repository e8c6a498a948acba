"""`python -m docgen.word.check.trial FOLDER`: fill the template once, under limits; print what went wrong.

A template may be hostile: it is filled in a process of its own, which may not use more time and memory than
a real template ever needs.
"""

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from docgen.documents import PRINTED
from docgen.errors import DocgenError
from docgen.package import open_package
from docgen.word import load_template, make_docx
from docgen.word.blocks import text_of
from docgen.word.check.contract import contract, never_printed
from docgen.word.check.names import NameCheck
from docgen.word.check.reading import units
from docgen.word.check.sample import sample_document
from docgen.word.ooxml import W

CPU_SECONDS = 10
WALL_SECONDS = 20
MEMORY = 768 * 2**20


def try_out(folder: Path) -> tuple[str, ...]:
    """Fill the template in `folder` in a child process; return what went wrong, in Vietnamese."""
    command = [sys.executable, "-m", "docgen.word.check.trial", str(folder)]
    try:
        child = subprocess.run(command, capture_output=True, timeout=WALL_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return (f"điền thử quá {WALL_SECONDS} giây mà chưa xong; mẫu lặp quá nhiều.",)
    return (why_it_stopped(child),) if child.returncode else tuple(json.loads(child.stdout))


def why_it_stopped(child: subprocess.CompletedProcess[bytes]) -> str:
    """Return in Vietnamese what ended a trial before it could answer."""
    if child.returncode == -signal.SIGXCPU:
        return f"điền thử tốn quá {CPU_SECONDS} giây máy; mẫu lặp quá nhiều."
    if b"MemoryError" in child.stderr or child.returncode == -signal.SIGKILL:
        return f"điền thử tốn quá {MEMORY >> 20} MB bộ nhớ; mẫu lặp quá nhiều."
    return "điền thử dừng giữa chừng vì lỗi của docgen; hãy gửi thư mục mẫu cho người phụ trách docgen."


def problems_in(folder: Path) -> Iterator[str]:
    """Fill the template in `folder` with words for every field it prints; yield what is wrong."""
    template = load_template(folder)
    printed = PRINTED[template.manifest.document_type]
    used = NameCheck(units(open_package(template.data)), contract(printed)).used
    document = sample_document(printed, (node.path for node in never_printed(printed, used)))
    try:
        data = make_docx(document, template)
    except DocgenError as fault:
        yield from (str(problem) for problem in fault.problems or (fault.message,))
        return
    yield from _ragged_rows(data)


def _ragged_rows(data: bytes) -> Iterator[str]:
    """Yield the rows that have more or fewer cells than their table has columns."""
    package = open_package(data)
    for table in package.xml(package.main).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
            cells = sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)
            if cells != columns:
                yield f"hàng có {cells} ô trong bảng {columns} cột: “{text_of(row)[:60]}”."


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))  # SIGXCPU first, then SIGKILL
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print(json.dumps(list(problems_in(Path(sys.argv[1])))))  # noqa: T201 - the answer to the parent
