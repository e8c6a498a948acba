"""The worker's tasks done in this process: what goes across goes as it would, but nothing is limited."""

from importlib import import_module
from io import BytesIO

from docgen.errors import DocgenError
from docgen.services import isolation, worker
from docgen.services.isolation import Answer
from docgen.services.protocol import frame, read_frame


def ask(task, data, names, **options):
    """Do a task as `isolation.ask` does."""
    (answer,) = ask_each(task, [(data, names)], **options)
    if isinstance(answer, DocgenError):
        raise answer
    return answer


def ask_each(task, files, **options):
    """Do a task with files as `isolation.ask_each` does."""
    return tuple(_answer(task, names, frame(options, data)) for data, names in files)


def _answer(task, names, question):
    work = import_module(f"docgen.services.tasks.{task}").Task
    head, made = read_frame(BytesIO(worker.answer(work, *read_frame(BytesIO(question)))))
    return isolation._error(names, **head["error"]) if "error" in head else Answer(head, made)
