"""What the surroundings say of how the service runs."""

import pytest

from docgen.errors import InvalidInputError
from docgen.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch):
    for name in ("FOLDER", "DATABASE", "HOST", "PORT", "SECURE", "ALLOWED_HOSTS"):
        monkeypatch.delenv(f"DOCGEN_{name}", raising=False)


def test_without_a_word_it_is_a_file_on_this_machine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert settings.database_url == f"sqlite:///{tmp_path}/docgen-data/docgen.sqlite"
    assert settings.jobs_url == f"sqlite:///{tmp_path}/docgen-data/jobs.sqlite"
    assert (settings.host, settings.port, settings.secure) == ("127.0.0.1", 8000, False)


def test_a_database_elsewhere_is_for_jobs_too():
    settings = Settings(database="postgresql://may-chu/docgen")
    assert settings.database_url == settings.jobs_url == "postgresql://may-chu/docgen"


def test_the_environment_is_heard_and_the_command_line_goes_before(monkeypatch):
    monkeypatch.setenv("DOCGEN_PORT", "8080")
    monkeypatch.setenv("DOCGEN_SECURE", "true")
    monkeypatch.setenv("DOCGEN_ALLOWED_HOSTS", '["*.snv.example"]')
    assert (Settings().port, Settings().secure) == (8080, True)
    assert Settings().allowed_hosts == ("*.snv.example",)
    assert Settings(port=9000).port == 9000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DOCGEN_PORT", "70000"),
        ("DOCGEN_SECURE", "có lẽ"),
        ("DOCGEN_ALLOWED_HOSTS", "snv.example"),
        ("DOCGEN_API_RATE", "nhiều"),
        ("DOCGEN_PUBLIC_ADDRESS", "cchc.snv.example"),
    ],
)
def test_what_cannot_be_used_is_named(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidInputError, match=name):
        Settings.told()


def test_what_is_not_given_is_as_the_surroundings_say(monkeypatch):
    monkeypatch.setenv("DOCGEN_PORT", "8080")
    assert (Settings.told(port=None).port, Settings.told(port=9000).port) == (8080, 9000)
