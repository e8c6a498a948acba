"""On a real port."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from browsing import Office

from docgen.errors import ConflictError
from docgen.settings import Settings
from docgen.web.serving import listen, run


@pytest.fixture
def _signals():
    """Signals as they were before."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_until_it_is_told_to_end(sqlite_founded, tmp_path, number):
    def visit(address):
        try:
            return httpx.get(address, timeout=60, headers={"host": "snv.example"})
        finally:
            os.kill(os.getpid(), number)

    office = Office(sqlite_founded, tmp_path)
    settings = Settings(folder=tmp_path)
    with listen(settings.model_copy(update={"port": 0})) as taken, ThreadPoolExecutor() as pool:
        visited = pool.submit(visit, f"http://127.0.0.1:{taken.getsockname()[1]}/dang-nhap")
        run(office.app, taken, settings)
    assert "Đăng nhập" in visited.result().text
    assert "server" not in visited.result().headers


@pytest.mark.parametrize(
    ("host", "said"),
    [("203.0.113.1", "máy này không có địa chỉ đó"), ("khong-co.invalid", "địa chỉ không dùng được")],
)
def test_an_address_that_cannot_be_had_is_told(host, said):
    with pytest.raises(ConflictError, match=said):
        listen(Settings(host=host))


def test_an_address_of_the_newer_kind_is_taken():
    with listen(Settings(host="::1").model_copy(update={"port": 0})) as taken:
        assert taken.getsockname()[0] == "::1"
