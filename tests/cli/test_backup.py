"""`docgen backup`, `docgen restore`, `docgen audit verify`, as an administrator runs them."""

import re
import sqlite3
from pathlib import Path

import pytest
from offices import empty_store

from docgen.store import Store
from docgen.store.archive import marks_of


@pytest.fixture
def office(sqlite_founded):
    """The folder of a service, with the demo office."""
    return Path(sqlite_founded.url.database).parent


def marks(folder):
    store = Store(f"sqlite:///{folder / 'docgen.sqlite'}")
    with store.reading() as session:
        found = marks_of(session.connection())
    store.close()
    return found


def test_a_backup_fills_an_empty_folder(docgen, office):
    saved = docgen("backup", office / "ban-sao.zip", "--folder", office)
    assert (saved.status, saved.out.strip()) == (0, str(office / "ban-sao.zip"))
    assert re.search(r"Đã sao lưu \d+ dòng của \d+ bảng, kể cả \d+ mục nhật ký", saved.err)
    restored = docgen("restore", office / "ban-sao.zip", "--folder", office / "moi")
    assert (restored.status, restored.out) == (0, "")
    assert "Đã khôi phục" in restored.err
    assert marks(office / "moi") == marks(office)


def test_a_backup_moves_to_another_database(docgen, office):
    docgen("backup", office / "ban-sao.zip", "--folder", office)
    with empty_store("postgresql", office) as other:
        url = other.url.render_as_string(hide_password=False)
        assert docgen("restore", office / "ban-sao.zip", "--folder", office, "--database", url).status == 0
        with other.reading() as session:
            assert marks_of(session.connection()) == marks(office)


def test_without_a_name_it_is_named_by_the_moment(docgen, office):
    saved = docgen("backup", "--folder", office)
    assert re.fullmatch(r"docgen-\d{8}-\d{6}\.zip", next((office / "sao-luu").iterdir()).name)
    assert saved.out.strip() == str(next((office / "sao-luu").iterdir()))


def test_a_folder_in_use_is_left_alone(docgen, office):
    docgen("backup", office / "ban-sao.zip", "--folder", office)
    before = marks(office)
    refused = docgen("restore", office / "ban-sao.zip", "--folder", office)
    assert refused.status == 2
    assert "Lỗi: Cơ sở dữ liệu đích đã có dữ liệu" in refused.err
    assert marks(office) == before


@pytest.mark.parametrize("command", [["backup"], ["audit", "verify"]])
def test_where_nothing_is_nothing_is_made(docgen, tmp_path, command):
    missing = docgen(*command, "--folder", tmp_path / "khong-co")
    assert missing.status == 2
    assert "Không tìm thấy dữ liệu của docgen" in missing.err
    assert not (tmp_path / "khong-co").exists()
    (tmp_path / "docgen.sqlite").touch()
    assert docgen(*command, "--folder", tmp_path).status == 2


def test_what_is_no_backup_is_refused(docgen, tmp_path):
    (tmp_path / "thu.zip").write_bytes(b"khong phai zip")
    refused = docgen("restore", tmp_path / "thu.zip", "--folder", tmp_path)
    assert refused.status == 2
    assert "không phải bản sao lưu của docgen" in refused.err


def test_a_sound_log_tells_its_head(docgen, office):
    sound = docgen("audit", "verify", "--folder", office)
    assert sound.status == 0
    assert re.fullmatch(r"[0-9a-f]{64}\n", sound.out)
    assert "Nhật ký nguyên vẹn" in sound.err
    assert docgen("audit", "verify", "--folder", office, "--head", sound.out.upper()).status == 0


def test_a_log_that_was_tampered_with_is_told(docgen, office):
    connection = sqlite3.connect(office / "docgen.sqlite", isolation_level=None)
    connection.execute("DROP TRIGGER audit_entries_no_update")
    connection.execute("UPDATE audit_entries SET actor = 'nguoi-dung:9' WHERE id = 2")
    connection.close()
    told = docgen("audit", "verify", "--folder", office)
    assert (told.status, told.out) == (1, "")
    assert "Nhật ký không còn nguyên vẹn: mục số 2 đã bị sửa" in told.err
    saved = docgen("backup", office / "ban-sao.zip", "--folder", office)
    assert (saved.status, saved.out.strip()) == (1, str(office / "ban-sao.zip"))
    assert "mục số 2 đã bị sửa" in saved.err


def test_a_log_without_a_known_entry_is_told(docgen, office):
    told = docgen("audit", "verify", "--folder", office, "--head", "f" * 64)
    assert told.status == 1
    assert "có mục đã bị bớt" in told.err
