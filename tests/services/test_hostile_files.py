"""Word files made to hurt: each is done or refused with a name, soon and in little memory."""

import socket
from contextlib import ExitStack
from io import BytesIO
from itertools import product

import pikepdf
import pytest
from hostile import HOSTILE, linked_outside, png
from mutations import case, good_case
from soak import FINE, REFUSED, TASKS, Worker, hunt

from docgen.pdf import convert


@pytest.fixture(scope="module")
def workers():
    with ExitStack() as stack:
        yield {task: stack.enter_context(Worker(task)) for task in TASKS}


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_done_or_refused(workers, name, task):
    assert workers[task].outcome(HOSTILE[name]) in {FINE, REFUSED}


def test_spoilt_files_are_done_or_refused():
    ends = hunt(range(40), TASKS)
    assert ends.keys() == set(product(TASKS, (FINE, REFUSED)))
    for task in TASKS:
        assert len(ends[task, FINE]) > len(ends[task, REFUSED])


@pytest.mark.parametrize("spoilt", [case, good_case])
def test_a_spoilt_file_is_the_same_every_time(spoilt):
    assert [spoilt(number) for number in range(20)] == [spoilt(number) for number in range(20)]


@pytest.mark.parametrize(
    "kind", ["image", "oleObject", "attachedTemplate", "subDocument", "hyperlink", "header"]
)
def test_nothing_is_fetched(kind, tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(png(10, 10))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        for target in (f"http://127.0.0.1:{server.getsockname()[1]}/a.png", picture.as_uri(), str(picture)):
            pdf = pikepdf.open(BytesIO(convert(linked_outside(kind, target)).data))
            assert not any(page.get_images() for page in pdf.pages)
        with pytest.raises(BlockingIOError):
            server.accept()
