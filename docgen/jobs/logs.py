"""The log of the worker: one line of JSON for each trouble, on standard error; nothing of the data."""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb


def log_as_json() -> None:
    """Write what this process logs, and the libraries that it works with, as lines of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)


class JsonLines(logging.Formatter):
    """Makes a line of JSON of a record; of a fault it tells what `described` does."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        fault = record.exc_info[1] if record.exc_info else None
        return json.dumps(line | ({"fault": described(fault)} if fault else {}), ensure_ascii=False)


def described(fault: BaseException) -> str:
    """Return the kind and place of a fault; its words may hold what people typed."""
    where = extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} at {Path(where.filename).name}:{where.lineno}"
