"""What units say, gathered: the same words of several units once, with the names of all."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.documents.baocao.citing import cited_whole, is_said
from docgen.documents.baocao.frame import period_figure
from docgen.documents.baocao.gaps import quoted, references
from docgen.documents.baocao.sentences import bare, capital, joined, phrase, units
from docgen.language.text import fold
from docgen.model.figure import Quotation, Sentence, Source, read
from docgen.model.organisation import Unit
from docgen.model.outcome import Status
from docgen.model.results import Answer, PeriodResults, Standing, TaskResult, TextKind
from docgen.rules.report_words import within
from docgen.rules.reports import is_cumulative

_BECAUSE = "do "
_NOTHING_DONE = frozenset({Status.NOT_STARTED, Status.DROPPED})
_LATE = frozenset({Standing.DONE_LATE, Standing.OVERDUE, Standing.NOT_STARTED})


@dataclass(frozen=True)
class Voice:
    """A text of units without its end; `products` are the documents that go with it, as they are cited.

    `about` says what it is about, `lead` are our own words before it, `as_of` says of which earlier period it
    is; `origin` says where the text stands when it is not the units' own.
    """

    text: str
    sources: tuple[Source, ...]
    products: tuple[Sentence, ...] = ()
    lead: str = ""
    origin: Source | None = None
    about: Sentence = ()
    as_of: Sentence = ()

    @property
    def units(self) -> tuple[str, ...]:
        """Who says it."""
        return tuple(dict.fromkeys(source.unit for source in self.sources))

    @property
    def quotation(self) -> Quotation:
        """The words, with all who say them."""
        first, *others = (self.origin,) if self.origin else self.sources
        return Quotation(self.text, first, tuple(others))

    def told(self) -> Sentence:
        """Return the words, then in brackets the documents and who says it: "… (Văn phòng Sở)"."""
        return capital(self.within())

    def within(self) -> Sentence:
        """Return the same inside a sentence."""
        cited = [piece for product in self.products for piece in (*product, "; ")]
        return phrase(self.about, self.lead, self.quotation, " (", *cited, units(self.units), self.as_of, ")")


def merged(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return voices, the same words about the same once; those that say nothing are left out."""
    found: dict[tuple[str, Sentence, Sentence], list[Voice]] = {}
    for voice in voices:
        if voice.text:
            found.setdefault((fold(voice.text), voice.about, voice.as_of), []).append(voice)
    return tuple(map(_as_one, found.values()))


def _as_one(voices: Sequence[Voice]) -> Voice:
    """Return voices as one that all say, with the documents of all, each once."""
    sources = dict.fromkeys(source for voice in voices for source in voice.sources)
    products: dict[str, Sentence] = {}
    for product in (product for voice in voices for product in voice.products):
        products.setdefault(read(product), product)
    return replace(voices[0], sources=tuple(sources), products=tuple(products.values()))


def beside(
    results: PeriodResults, kind: TextKind, content: int | None, headings: Container[str] | None = None
) -> Iterator[Voice]:
    """Yield what units say of a content beside their tasks; under some points of steering only, if named."""
    for text in results.texts:
        fits = headings is None or text.heading in headings
        if text.kind is kind and text.content == content and not text.task and fits:
            yield Voice(bare(text.text), (text.source,))


def of_kind(
    results: PeriodResults, kind: TextKind, called: Callable[[TaskResult], Sentence]
) -> Iterator[Voice]:
    """Yield what units say of a kind, of whatever content; of a task, behind what it is `called`."""
    tasks = {task.task.id: task for task in results.tasks}
    for text in results.texts:
        if text.kind is not kind:
            continue
        if text.task in tasks:
            yield Voice(_cause(text.text), (text.source,), about=phrase(called(tasks[text.task]), ": "))
        else:
            yield Voice(bare(text.text), (text.source,))


def by_number(task: TaskResult) -> Sentence:
    """Return what a task is called beside others that are counted: "nhiệm vụ số 2 phần B"."""
    return phrase("nhiệm vụ ", references((task,)))


def by_name(task: TaskResult) -> Sentence:
    """Return what a task is called where nothing else is said of it: "về nhiệm vụ “…”"."""
    return phrase("về nhiệm vụ “", quoted(task), "”")


def answers(task: TaskResult, results: PeriodResults) -> Iterator[Answer]:
    """Yield the answers on a task that belong to the period; all, where it holds the year so far.

    Of a unit that has left the agency, where others go on, only what it has done is told.
    """
    for answer in task.answers:
        is_of_period = is_cumulative(results.period) or answer.period == results.period
        is_over = task.leads and answer.outcome.status in _NOTHING_DONE and _has_left(answer.unit, results)
        if is_of_period and not is_over:
            yield answer


def _has_left(name: str, results: PeriodResults) -> bool:
    unit = results.organisation.find(name)
    return isinstance(unit, Unit) and not unit.exists_on(results.dates.data_to)


def as_of(answer: Answer, results: PeriodResults) -> Sentence:
    """Return of which earlier period an answer is that does not hold for good."""
    is_old = (
        answer.period != results.period
        and not answer.outcome.is_done
        and answer.outcome.status is not Status.DROPPED
    )
    return phrase("theo báo cáo ", period_figure(answer.period)) if is_old else ()


def achieved(task: TaskResult, results: PeriodResults, statuses: Container[Status]) -> Iterator[Voice]:
    """Yield what units say of a task that are as far with it as one of `statuses`."""
    for answer in answers(task, results):
        if answer.outcome.status in statuses:
            words = bare(answer.outcome.result)
            products = tuple(
                cited_whole(one, answer, results.organisation)
                for one in answer.outcome.products
                if not is_said(one, words)
            )
            old = as_of(answer, results)
            yield Voice(words, (answer.source,), products, as_of=phrase("; ", old) if old else ())


def why(task: TaskResult, field: str, results: PeriodResults) -> tuple[Voice, ...]:
    """Return why a task is late (`reason`) or dropped (`basis`), as units said last.

    What they said in an earlier period holds as long as the task is late.
    """
    said = merged(Voice(_cause(getattr(answer.outcome, field)), (answer.source,)) for answer in task.answers)
    if said or results.previous is None or task.standing not in _LATE:
        return said
    before = (one for one in results.previous.tasks if one.task.id == task.task.id)
    return next((why(one, field, results.previous) for one in before), ())


def reasons(task: TaskResult, field: str, results: PeriodResults) -> Sentence:
    """Return why a task is late or dropped, with who says so where several lead it; () if nobody does."""
    told = [
        phrase(voice.quotation, " (", units(voice.units), ")") if len(task.leads) > 1 else (voice.quotation,)
        for voice in why(task, field, results)
    ]
    return joined(told, "; ", "; ") if told else ()


def _cause(text: str) -> str:
    """Return a reason as it stands behind "Lý do:", without a "do" of its own."""
    words = bare(text)
    return within(words[len(_BECAUSE) :] if fold(words).startswith(_BECAUSE) else words)
