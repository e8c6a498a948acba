"""Word files made to hurt: each becomes a PDF or is refused with a name, soon and in little memory."""

import socket
from io import BytesIO

import pikepdf
import pytest
from hostile import HOSTILE, linked_outside, png
from mutations import case
from soak import FINE, REFUSED, Worker, hunt

from docgen.pdf import convert


@pytest.fixture(scope="module")
def worker():
    with Worker() as kept:
        yield kept


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_printed_or_refused(worker, name):
    assert worker.outcome(HOSTILE[name]) in {FINE, REFUSED}


def test_spoilt_files_are_printed_or_refused():
    ends = hunt(range(150))
    assert ends.keys() == {FINE, REFUSED}
    assert len(ends[FINE]) > len(ends[REFUSED])


def test_a_spoilt_file_is_the_same_every_time():
    assert [case(number) for number in range(20)] == [case(number) for number in range(20)]


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
