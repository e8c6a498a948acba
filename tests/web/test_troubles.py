"""When the database does not answer: 503 or 507, nothing half kept, what was typed is still there."""

from contextlib import closing
from datetime import timedelta

import pytest
from browsing import Office
from offices import _postgres
from quarters import address, kept, reporter, row
from sqlalchemy import event
from troubled import full, held

from docgen.model.people import Role
from docgen.store import Store, database

TYPED, SHOWN = {"ket_qua": "Đã trình <lần 2>"}, "Đã trình &lt;lần 2&gt;"
SCRIPT = {"accept": "application/json"}
BUSY, FULL = "việc vừa làm chưa được lưu", "nội dung vừa gửi CHƯA được lưu"


@pytest.fixture
def impatient(collecting, monkeypatch, tmp_path):
    """The office while the first quarter is answered for, which waits for no other program."""
    monkeypatch.setattr(database, "_BUSY", 0.05)
    with closing(Store(str(collecting.store.url))) as store:
        yield Office(store, tmp_path)


@pytest.mark.parametrize(("trouble", "status", "words"), [(held, 503, BUSY), (full, 507, FULL)])
def test_what_cannot_be_kept_stays_in_the_page_and_nothing_is_half_kept(impatient, trouble, status, words):
    browser = reporter(impatient)
    browser.post(row(), {"ket_qua": "Trước đó"})
    long = {"phien_ban": "1", "ket_qua": TYPED["ket_qua"] + " dài" * 4000}
    with trouble(impatient.store):
        refused = browser.post(row(), long)
        assert refused.status_code == status
        assert words in refused.text
        assert SHOWN in refused.text
        assert browser.post(row(), long, headers=SCRIPT).status_code == status
        elsewhere = browser.post(row("kho_khan", "noi_dung") + "/trao-doi", {"trao_doi": long["ket_qua"]})
        assert (elsewhere.status_code, elsewhere.headers["retry-after"]) == (status, "30")
        assert SHOWN in elsewhere.text
        assert browser.get(address()).status_code == 200
    assert kept(impatient).typed == {"ket_qua": "Trước đó"}
    assert browser.post(row(), long).status_code == 303


def test_whoever_reads_goes_on_while_nothing_can_be_written(impatient):
    browser = reporter(impatient)
    impatient.clock.now += timedelta(minutes=2)  # when somebody was last seen is written down now and then
    with held(impatient.store):
        assert browser.get(address()).status_code == 200


@pytest.mark.parametrize("founded", ["postgresql"], indirect=True)
def test_a_server_that_goes_away_halfway_is_told_and_found_again(founded, tmp_path):
    browser = Office(founded, tmp_path).signed_in(Role.CLERK)
    form = {"ma_phien": browser.secret(), "loai": "BC", "nam": "2025", "so": "7"}
    numbers, name = "/so-van-ban", founded.url.database

    def end(_, cursor, statement, *__):
        if statement.startswith("INSERT INTO numbers"):
            _postgres("ALTER DATABASE", name, "ALLOW_CONNECTIONS false")
            _postgres("SELECT", f"pg_terminate_backend({cursor.connection.info.backend_pid})")

    event.listen(founded.engine, "before_cursor_execute", end)
    for _ in range(2):
        reply = browser.client.post(numbers, data=form)
        assert (reply.status_code, reply.headers["retry-after"]) == (503, "30")
        assert "Không kết nối được cơ sở dữ liệu" in reply.text
    event.remove(founded.engine, "before_cursor_execute", end)
    _postgres("ALTER DATABASE", name, "ALLOW_CONNECTIONS true")
    assert browser.client.post(numbers, data=form).headers["location"] == numbers
    assert browser.get(numbers).text.count("/huy") == 1
