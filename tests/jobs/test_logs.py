import json
import logging

from docgen.jobs.logs import log_as_json


def test_troubles_are_lines_of_json_without_what_people_typed(monkeypatch, capsys):
    monkeypatch.setattr(logging.root, "handlers", [])
    log_as_json()
    logging.getLogger("dbos").info("nothing")
    logging.getLogger("dbos").warning("Exception in %s", "queue thread")
    try:
        int("Sở Y tế")
    except ValueError:
        logging.getLogger("docgen").exception("the worker ends")
    written = capsys.readouterr().err
    first, second = map(json.loads, written.splitlines())
    heard = "Exception in queue thread", "warning", "dbos"
    assert (first["event"], first["level"], first["logger"]) == heard
    assert (second["event"], second["fault"]) == ("the worker ends", "ValueError at test_logs.py:13")
    assert "Sở Y tế" not in written
