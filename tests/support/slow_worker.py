"""A worker whose work is to wait and to note what it did: `… FOLDER DATABASE [--parent PID]`."""

import sys
import time
from pathlib import Path

from docgen.errors import InvalidInputError
from docgen.jobs import worker
from docgen.jobs.kind import Kind, Queue
from docgen.jobs.run import Run
from docgen.settings import Settings


def slowly(run: Run) -> dict[str, list[str]]:
    """Wait for each of `things`, and note each beginning and each end."""
    return {"made": run.each(run.parameters["things"], "Đang làm phần {}".format, _wait)}


def _wait(run: Run, thing: str) -> str:
    _note(run, f"begun {thing}")
    time.sleep(run.parameters["seconds"])
    _note(run, f"done {thing}")
    return thing.upper()


def _note(run: Run, line: str) -> None:
    with Path(run.parameters["notes"]).open("a", encoding="utf-8") as notes:
        notes.write(f"{line}\n")


def whole(run: Run) -> dict[str, str]:
    """Make a word of capitals."""
    return {"made": run.step("Đang soạn", lambda run: run.parameters["thing"].upper())}


def refusing(run: Run) -> dict[str, str]:
    return {"never": run.step("Đang đọc", _refuse)}


def _refuse(_: Run) -> str:
    raise InvalidInputError("Kỳ báo cáo chưa có số liệu.", "Hãy chờ đơn vị gửi.", ["Sở Y tế", "Sở Nội vụ"])


KINDS = {"whole": Kind(whole, Queue.LIGHT), "slow": Kind(slowly), "refused": Kind(refusing)}


if __name__ == "__main__":
    folder, database, *parent = sys.argv[1:]
    settings = Settings(folder=Path(folder), database=database)
    worker._PAUSE = 0.1
    worker.work(settings, int(parent[-1]) if parent else None, KINDS, ())
