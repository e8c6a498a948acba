"""What an officer should look at in a plan that can be used as it is: warnings and notices, no errors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.importers.decision_remarks import decision_remarks
from docgen.importers.places import place_in_words, task_places
from docgen.importers.yaml_tree import Place, YamlTree
from docgen.language.dates import short_date
from docgen.model.appendix import Subtask
from docgen.model.deadline import DeadlineKind
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation, Succession, SuccessionKind
from docgen.model.plan import Plan
from docgen.model.text import mended


def remarks_on(plan: Plan, tree: YamlTree, organisation: Organisation | None) -> Iterator[Finding]:
    """Yield what is doubtful in `plan`, read from `tree`; its units only when the organisation is known."""
    yield from _missing_pointer(plan)
    yield from _mended_texts(tree)
    places = sorted(place for _, place in task_places(tree))  # as read, ids may still need cleaning
    for row, place in zip(plan.rows(), places, strict=True):
        task = _Task(row, place, plan, tree)
        yield from _unclear_deadline(task)
        if organisation:
            yield from _changed_units(task, organisation)
    yield from decision_remarks(plan, tree)


@dataclass(frozen=True)
class _Task:
    """A task and where it stands in its file."""

    row: Subtask
    place: Place
    plan: Plan
    tree: YamlTree

    def warning(self, code: str, key: str, message: str, remedy: str) -> Finding:
        place = (*self.place, key)
        return Finding(
            code=code,
            severity=Severity.WARNING,
            place=place_in_words(Plan, place, self.tree.data),
            line=self.tree.line(place),
            message=message,
            remedy=remedy,
        )


def _missing_pointer(plan: Plan) -> Iterator[Finding]:
    """Ask for what points to the appendix (Decree 30, Phụ lục I, Phần I, Mục III.1.a)."""
    pointed = any(
        section.pointer or any("phụ lục" in text.lower() for text in section.texts())
        for section in plan.sections
    )
    if plan.appendices and not pointed:
        yield Finding(
            code="thieu-chi-dan",
            severity=Severity.WARNING,
            place="Nội dung",
            message="có phụ lục mà lời văn không chỉ dẫn đến.",
            remedy="Hãy thêm khóa chi_dan vào mục giao nhiệm vụ.",
        )


def _mended_texts(tree: YamlTree) -> Iterator[Finding]:
    """Name the letters that were taken out or replaced: nothing is changed in silence."""
    for place, value in tree.values():
        if isinstance(value, str) and (letters := mended(value)):
            yield Finding(
                code="ky-tu-da-sua",
                severity=Severity.INFO,
                place=place_in_words(Plan, place, tree.data),
                line=tree.line(place),
                message=f"đã bỏ hoặc thay ký tự lạ {', '.join(letters)}.",
            )


def _unclear_deadline(task: _Task) -> Iterator[Finding]:
    if any(phase.kind is DeadlineKind.UNKNOWN for phase in task.plan.deadline(task.row).phases):
        yield task.warning(
            "thoi-gian-khong-ro",
            "thoi_gian",
            f"chưa hiểu thời gian “{task.row.deadline}”, sẽ in nguyên văn.",
            f"Nếu có mốc cụ thể, hãy viết như “Tháng 3/{task.plan.year}”, “Quý I”, “Cả năm”, “Sau khi …”.",
        )


def _changed_units(task: _Task, organisation: Organisation) -> Iterator[Finding]:
    """Name the units that were gone, or had another name, before the year of the plan began."""
    new_year = date(task.plan.year, 1, 1)
    for key, names in (("chu_tri", task.row.lead), ("phoi_hop", task.row.coordinating)):
        for name in names:
            if change := organisation.succession(name, new_year):
                code, message, label = _said_of(name, change)
                doubt = "" if change.sure else " (cần xác nhận)"
                remedy = f"{label}{doubt}: “{change.name}”." if change.name else "Hãy ghi đơn vị kế thừa."
                yield task.warning(code, key, message, remedy)


def _said_of(name: str, change: Succession) -> tuple[str, str, str]:
    """Return code and message of a change, and what the new name is called."""
    if change.before is None or change.kind is SuccessionKind.RENAMED:
        return "don-vi-doi-ten", f"“{name}” đổi tên từ ngày {short_date(change.since)}.", "Tên mới"
    gone = short_date(change.before.last_day)
    return "don-vi-het-hieu-luc", f"“{change.before.name}” không còn sau ngày {gone}.", "Đơn vị kế thừa"
