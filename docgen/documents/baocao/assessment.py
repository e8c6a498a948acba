"""The assessment of a period: from its numbers and from what units say; nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from docgen.documents import wording
from docgen.documents.baocao import voices
from docgen.documents.baocao.counting import counted, day
from docgen.documents.baocao.frame import agency
from docgen.documents.baocao.gaps import references
from docgen.documents.baocao.lines import Line, dash, item, section, text
from docgen.documents.baocao.sentences import ended, joined, phrase, units
from docgen.documents.baocao.telling import completion
from docgen.documents.baocao.voices import Voice
from docgen.model.figure import Figure, Sentence, Source
from docgen.model.results import PeriodResults, Punctuality, Received, Standing, TextKind
from docgen.model.tally import Tally, tallies_by_content, tally
from docgen.rules.reports import contents

_TITLE = "Đánh giá chung"
_NO_TASKS = "Kế hoạch không giao nhiệm vụ nào."
_NO_LIMITS = "Trong kỳ không có nhiệm vụ chậm tiến độ; các đơn vị không báo cáo tồn tại, khó khăn chung."
_OF_CONTENTS = (
    "Trong kỳ không có nhiệm vụ chậm tiến độ; tồn tại, hạn chế của từng nội dung nêu tại Mục I, Mục II."
)
_NO_CAUSES = "Các đơn vị chưa nêu nguyên nhân của những tồn tại, hạn chế trên."
_NOTHING_TO_EXPLAIN = "Trong kỳ không có tồn tại, hạn chế cần làm rõ nguyên nhân."
_LATE = (
    ((Standing.OVERDUE, Standing.NOT_STARTED), "chậm tiến độ, chưa hoàn thành"),
    ((Standing.DONE_LATE,), "hoàn thành quá hạn"),
    ((Standing.UNREPORTED,), "chưa có số liệu thực hiện"),
)
_TO_EXPLAIN = frozenset({Standing.OVERDUE, Standing.NOT_STARTED, Standing.DONE_LATE})
_SENT = {
    Punctuality.IN_TIME: "gửi đúng hạn",
    Punctuality.LATE: "gửi quá hạn",
    Punctuality.CLOSED: "gửi sau khi đóng kỳ",
    Punctuality.UNDATED: "gửi nhưng không ghi ngày gửi",
    Punctuality.MISSING: "chưa gửi",
}


def assessment(results: PeriodResults) -> Iterator[Line]:
    """Yield the block of the assessment."""
    limits = list(_limits(results)) or list(_told_before(results))
    yield section((_TITLE,))
    yield item("Kết quả đạt được")
    yield from _results(results)
    yield item("Tồn tại, hạn chế")
    yield from limits or [text((_NO_LIMITS,))]
    yield item("Nguyên nhân")
    yield from _causes(results, explained=bool(limits))


def _results(results: PeriodResults) -> Iterator[Line]:
    whole = tally(results)
    if not whole.tasks:
        yield text((_NO_TASKS,))
    else:
        until = day(results.dates.data_to, "Ngày cuối của số liệu")
        yield text(
            ended(phrase("Nhìn chung, đến hết ngày ", until, ", ", agency(results), " ", completion(whole)))
        )
        yield text(ended(_by_content(results)), "theo-noi-dung")
        yield from map(text, _standing_so(whole, (Standing.DROPPED,), "không thực hiện, điều chỉnh"))
    if _all_in_time(results.received):
        yield text(ended(_punctuality(results.received)), "gui-bao-cao")


def _all_in_time(received: Sequence[Received]) -> bool:
    return bool(received) and all(one.punctuality is Punctuality.IN_TIME for one in received)


def _by_content(results: PeriodResults) -> Sentence:
    """Return how many tasks of each content are done; those with none done last."""
    tallies = tallies_by_content(results).items()
    some = [phrase(_called(content), " ", _share(one)) for content, one in tallies if one.done.value]
    none = [
        phrase(_called(content), " (", one.total, " nhiệm vụ)")
        for content, one in tallies
        if not one.done.value
    ]
    told = phrase("Kết quả theo từng nội dung: ", joined(some, "; ", "; ")) if some else ()
    left = phrase("Các nội dung chưa có nhiệm vụ hoàn thành: ", joined(none, "; ", "; ")) if none else ()
    return phrase(told, ". " if told and left else "", left)


def _called(content: int | None) -> str:
    """Return what a content is called inside a sentence."""
    return "nhiệm vụ khác" if content is None else wording.within_sentence(contents()[content].name)


def _share(some: Tally) -> Sentence:
    return phrase(some.done, "/", some.total, " nhiệm vụ (đạt ", some.done_share or "", ")")


def _punctuality(received: Sequence[Received]) -> Sentence:
    """Return how many units have reported in time, late or not at all, and who those are that have not."""
    total = phrase(_units(received, "phải gửi báo cáo"), " đơn vị")
    groups = {how: [one for one in received if one.punctuality is how] for how in _SENT}
    found = {how: some for how, some in groups.items() if some}
    if len(found) == 1:
        ((how, _),) = found.items()
        if len(received) == 1:
            return phrase("Có ", total, " phải gửi báo cáo (", units([received[0].name]), f"): {_SENT[how]}")
        return phrase("Cả ", total, f" phải gửi báo cáo đều {_SENT[how]}")
    told = [_sent(how, some) for how, some in found.items()]
    return phrase("Trong ", total, " phải gửi báo cáo, có ", joined(told, "; ", "; "))


def _sent(how: Punctuality, some: Sequence[Received]) -> Sentence:
    number = phrase(_units(some, _SENT[how]), " đơn vị ", _SENT[how])
    if how is Punctuality.IN_TIME:
        return number
    return phrase(number, " (", units([one.name for one in some]), ")")


def _units(some: Sequence[Received], what: str) -> Figure:
    sources = (Source(one.name, "ngay_gui", one.file, one.punctuality.label) for one in some)
    return counted(some, f"Số đơn vị {what}", sources)


def _limits(results: PeriodResults) -> Iterator[Line]:
    whole = tally(results)
    for standings, words in _LATE:
        yield from map(dash, _standing_so(whole, standings, words))
    below = tuple(task for task in results.tasks if not task.counted)
    subtasks = Tally("nhiệm vụ con", below, whole.until)
    yield from map(dash, _standing_so(subtasks, _LATE[0][0], "con chậm tiến độ, chưa hoàn thành"))
    if results.received and not _all_in_time(results.received):
        yield dash(ended(_punctuality(results.received)), "gui-bao-cao")
    common = voices.beside(results, TextKind.SHORTCOMING, None)
    for voice in voices.merged((*common, *voices.of_kind(results, TextKind.DIFFICULTY, voices.by_number))):
        yield dash(ended(voice.told()))


def _standing_so(whole: Tally, standings: tuple[Standing, ...], words: str) -> Iterator[Sentence]:
    """Yield how many tasks stand so, and which; nothing if none does."""
    if tasks := [task for task in whole.tasks if task.standing in standings]:
        number = whole.of(*standings)
        yield ended(phrase("Có ", number, f" nhiệm vụ {words} (", references(tasks), ")"))


def _told_before(results: PeriodResults) -> Iterator[Line]:
    """Yield where the limits are told, if only those of single contents are."""
    if any(text.kind is TextKind.SHORTCOMING for text in results.texts):
        yield text((_OF_CONTENTS,))


def _causes(results: PeriodResults, *, explained: bool) -> Iterator[Line]:
    """Yield why there are limits: what units say for the period, then why tasks are late since before."""
    now = voices.of_kind(results, TextKind.CAUSE, voices.by_number)
    found = voices.merged(chain(now, _causes_before(results)))
    yield from (dash(ended(voice.told())) for voice in found)
    if not found:
        yield text((_NO_CAUSES if explained else _NOTHING_TO_EXPLAIN,))


def _causes_before(results: PeriodResults) -> Iterator[Voice]:
    """Yield why tasks are late for which the period has no new reason."""
    told = {text.task for text in results.texts if text.kind is TextKind.CAUSE}
    for task in results.counted:
        if task.standing in _TO_EXPLAIN and task.task.id not in told:
            about = phrase(voices.by_number(task), ": ")
            yield from (replace(voice, about=about) for voice in voices.why(task, "reason", results))
