"""`docgen serve`: founded on an empty folder, and there again after a restart."""

import socket
import stat
import sys
from contextlib import nullcontext

import pytest
from sqlalchemy import select

from docgen.office.accounts import user_with
from docgen.store import Store
from docgen.store.tables import Period, User


@pytest.fixture
def serving(docgen, monkeypatch, tmp_path):
    """Serve until the port is taken: what comes then is uvicorn's and the worker's."""
    monkeypatch.delenv("DOCGEN_ADMIN_PASSWORD", raising=False)
    monkeypatch.setenv("DOCGEN_DATABASE", "")
    monkeypatch.setattr("docgen.web.serving.run", lambda *_: None)
    monkeypatch.setattr("docgen.jobs.keeping.worker_beside", nullcontext)

    def serve(*arguments):
        return docgen("serve", "--folder", tmp_path / "du-lieu", "--port", free_port(), *arguments)

    return serve


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@pytest.fixture
def kept(tmp_path):
    opened = []

    def read(wanted):
        store = Store(f"sqlite:///{tmp_path}/du-lieu/docgen.sqlite")
        opened.append(store)
        with store.reading() as session:
            return wanted(session)

    yield read
    for store in opened:
        store.close()


def test_the_first_administrator_gets_a_password_to_use_once(serving, kept):
    login, password, _ = serving("--admin", "Quan.Tri").out.split("\t")
    assert login == "quan.tri"
    user_id = kept(lambda session: user_with(session, login, password))
    assert kept(lambda session: session.get(User, user_id)).must_change_password
    assert not kept(lambda session: session.scalars(select(Period)).all())


def test_the_password_of_the_environment_is_taken(serving, kept, monkeypatch):
    monkeypatch.setenv("DOCGEN_ADMIN_PASSWORD", "suong-mai tren-doi 7")
    assert serving().out == ""
    assert kept(lambda session: user_with(session, "quan-tri", "suong-mai tren-doi 7")) == 1
    assert serving().status == 0


def test_a_person_is_asked_for_a_password(serving, kept, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "suong-mai tren-doi 7")
    serving()
    assert kept(lambda session: user_with(session, "quan-tri", "suong-mai tren-doi 7")) == 1


def test_a_weak_password_is_refused(serving, monkeypatch):
    monkeypatch.setenv("DOCGEN_ADMIN_PASSWORD", "matkhau12345")
    result = serving()
    assert result.status == 2
    assert "dễ đoán" in result.err


def test_the_demo_tells_a_login_of_every_role_each_time(serving, kept, tmp_path):
    first = serving("--demo")
    logins = [line.split("\t") for line in first.out.splitlines()]
    assert [role for _, _, role in logins] == [
        "Chuyên viên đơn vị",
        "Đầu mối cải cách hành chính",
        "Lãnh đạo cơ quan",
        "Lãnh đạo đơn vị",
        "Quản trị",
        "Văn thư",
    ]
    assert kept(lambda session: user_with(session, *logins[0][:2]))
    assert len(kept(lambda session: session.scalars(select(Period)).all())) > 3
    assert serving("--demo").out == first.out
    file = tmp_path / "du-lieu" / "tai-khoan-dung-thu.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_port_in_use_is_told(docgen, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = docgen("serve", "--folder", tmp_path, "--port", taken.getsockname()[1])
    assert result.status == 2
    assert "cổng đang được chương trình khác dùng" in result.err
    assert "--port" in result.err


def test_the_worker_works_for_the_same_folder(docgen, monkeypatch, tmp_path):
    monkeypatch.setattr(
        "docgen.jobs.worker.work",
        lambda settings, parent: print(settings.folder, parent),  # noqa: T201
    )
    assert docgen("worker", "--folder", tmp_path, "--parent", 7).out == f"{tmp_path} 7\n"


def test_a_backup_before_an_upgrade_is_told(serving, monkeypatch, tmp_path):
    serving()
    monkeypatch.setattr("docgen.store.migrating.upgrade", lambda *_: tmp_path / "truoc.zip")
    assert "truoc.zip" in serving().err
