"""Workbooks made to hurt: each is read or refused with a name, in 10 seconds of the processor and 512 MB."""

import json
import re
import subprocess
import sys
from random import Random

import pytest
from hostile_books import GOOD, HOSTILE_BOOKS
from packages import packed
from workbooks import workbook

from docgen.errors import DocgenError, InvalidInputError
from docgen.package import WORKBOOK
from docgen.package.archive import unpack
from docgen.sheets import read_workbook, write_workbook

SECONDS, BYTES = 10, 512 * 2**20
READ = """
import json, os, resource, sys
from docgen.errors import DocgenError
from docgen.sheets import read_workbook

def told(data):
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]),) * 2)
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
    try:
        found = read_workbook(data)
    except DocgenError as error:
        return f"refused {error}"
    return " ".join(["read", str(sum(len(table.rows) for table in found.tables)), *map(str, found.findings)])

while size := sys.stdin.buffer.readline():
    data = sys.stdin.buffer.read(int(size))
    if not (child := os.fork()):
        print(json.dumps(told(data)), flush=True)
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
"""
"""Each workbook is read by a process of its own, which need not load docgen again."""


@pytest.fixture(scope="module")
def reading():
    command = [sys.executable, "-c", READ, str(SECONDS), str(BYTES)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process


@pytest.mark.parametrize("name", HOSTILE_BOOKS)
def test_a_hostile_workbook_is_read_or_refused(reading, name):
    make, words = HOSTILE_BOOKS[name]
    data = make()
    reading.stdin.write(b"%d\n" % len(data) + data)
    reading.stdin.flush()
    said = json.loads(reading.stdout.readline())
    assert isinstance(said, str), "a process that was ended says nothing, and its status is told alone"
    assert reading.stdout.readline() == b"0\n"
    assert said.startswith("refused" if words else "read")
    assert re.search(words or "", said)


@pytest.mark.parametrize("cut", range(1, 65))
def test_truncated_workbooks_are_named(cut):
    whole = workbook(GOOD)
    with pytest.raises(InvalidInputError, match=r"hỏng|rỗng|không phải XLSX"):
        read_workbook(whole[: len(whole) * cut // 65])


def test_spoilt_parts_are_read_or_refused(plan_2025, organisation):
    parts = unpack(write_workbook(plan_2025, organisation), WORKBOOK)
    chance, refused = Random(5), 0  # noqa: S311 - noise that is the same every time
    for _ in range(150):
        name = chance.choice(list(parts))
        spoilt = bytearray(parts[name])
        for _ in range(chance.randint(1, 4)):
            spoilt[chance.randrange(len(spoilt))] = chance.choice(b'<>"=/09azAZ:$')
        try:
            read_workbook(packed(*(parts | {name: bytes(spoilt)}).items()))
        except DocgenError:
            refused += 1
    assert 20 < refused < 150


def test_a_workbook_of_another_root_is_named():
    with pytest.raises(InvalidInputError, match="Tệp không phải XLSX"):
        read_workbook(HOSTILE_BOOKS["another root"][0]())


def test_numbers_of_nonsense_are_read_or_refused():
    """What a file says of itself in attributes is never believed."""
    xml = GOOD.replace('r="1"', 'r="{0}"').replace('r="A1"', 'r="{0}"')
    for odd in ("", "-1", "0", "x", "1e9", "9" * 400, "ZZZZ1", "A0", "$A$1", "١", "²"):
        try:
            assert read_workbook(workbook(xml.replace("{0}", odd))).tables
        except DocgenError as refused:
            assert "cột" in str(refused)  # noqa: PT017
