"""Answers are looked through once more, sent or put before the head of the unit, and taken back."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Form
from starlette.responses import HTMLResponse, Response

from docgen.errors import InvalidInputError
from docgen.model.collecting import Act
from docgen.office.submissions import CheckedAnswers, Filling, RowView, check_answers, propose, recall, submit
from docgen.office.submissions.views import RowFinding, RowGroup
from docgen.store.tables import RowKind
from docgen.web.door import pages
from docgen.web.form import PageForm, Text
from docgen.web.pages.unit.lines import Line
from docgen.web.pages.unit.typing import sentence
from docgen.web.visit import Visit

router = pages()
_ADDRESS = "/ky/{period}/don-vi/{unit}"
_UNCONFIRMED = "Chưa xác nhận số liệu. Hãy đánh dấu vào ô “Tôi xác nhận số liệu” rồi gửi lại."
_UNEXPLAINED = "Chưa ghi giải trình cho các chỗ cần xem lại. Hãy sửa các chỗ đó, hoặc ghi vì sao vẫn đúng."
_LATE = "Chưa ghi lý do nộp chậm."


class SendingForm(PageForm):
    """What is said with a submission; `xac_nhan` is the tick by which its numbers are confirmed."""

    viec: Literal["gui", "trinh"] = "gui"
    xac_nhan: Literal["", "co"] = ""
    ghi_chu: Text = ""
    ly_do_cham: Text = ""


@router.get(f"{_ADDRESS}/kiem-tra-lai", name="kiem_tra_lai")
def check(visit: Visit, period: str, unit: str) -> HTMLResponse:
    """Show everything as it would be sent."""
    return _shown(visit, check_answers(visit.desk, period, unit), SendingForm(), {})


def _shown(
    visit: Visit,
    answers: CheckedAnswers,
    form: SendingForm,
    errors: dict[str, str],
    problem: InvalidInputError | None = None,
) -> HTMLResponse:
    return visit.page(
        "don_vi/kiem_tra_lai.html",
        422 if errors or problem else 200,
        page=answers.page,
        answers=answers,
        form=form,
        errors=errors,
        problem=problem,
        sentence=sentence,
        grouped=_grouped(answers),
        line=lambda row: Line(row, visit.desk.today),
        acts=Act,
    )


@dataclass(frozen=True)
class ToMend:
    """What is to be mended under one heading: rows that say nothing, and what is wrong in the others."""

    kind: RowKind
    title: str
    empty: tuple[RowView, ...]
    wrong: tuple[RowFinding, ...]


def _grouped(answers: CheckedAnswers) -> list[ToMend]:
    """Return what keeps the answers from being sent, under the headings of the page."""
    return [one for group in answers.page.groups if (one := _to_mend(answers, group)).empty or one.wrong]


def _to_mend(answers: CheckedAnswers, group: RowGroup) -> ToMend:
    empty = tuple(row for row in group.rows if row.asked.required and row.filling is Filling.EMPTY)
    names = {row.name for row in group.rows} - {row.name for row in empty}
    wrong = tuple(one for one in answers.errors if one.row in names)
    title = " – ".join(filter(None, (group.part, group.title)))
    return ToMend(group.kind, title, empty, wrong)


@router.post(f"{_ADDRESS}/gui", name="don_vi_gui")
def send(visit: Visit, period: str, unit: str, form: Annotated[SendingForm, Form()]) -> Response:
    """Send the answers, or put them before the head of the unit."""
    answers = check_answers(visit.desk, period, unit)
    if errors := _lacking(answers, form):
        return _shown(visit, answers, form, errors)
    try:
        if form.viec == "trinh":
            propose(visit.desk, period, unit)
            return visit.go("don_vi", "Đã trình lãnh đạo đơn vị.", period=period, unit=unit)
        submit(visit.desk, period, unit, note=form.ghi_chu, late_reason=form.ly_do_cham)
    except InvalidInputError as problem:
        return _shown(visit, answers, form, {}, problem)
    return visit.go("bien_nhan", period=period, unit=unit)


def _lacking(answers: CheckedAnswers, form: SendingForm) -> dict[str, str]:
    """Return what is to be filled in before anything is sent, by fields; sent twice, nothing is asked."""
    if not answers.page.state.is_editable and Act.SUBMIT not in answers.page.acts:
        return {}
    is_sent = form.viec == "gui"
    lacking = {
        "ly_do_cham": _LATE if is_sent and answers.needs_reason and not form.ly_do_cham else "",
        "ghi_chu": _UNEXPLAINED if is_sent and answers.needs_note and not form.ghi_chu else "",
        "xac_nhan": "" if form.xac_nhan else _UNCONFIRMED,
    }
    return {name: said for name, said in lacking.items() if said}


@router.post(f"{_ADDRESS}/thu-hoi", name="thu_hoi")
def take_back(visit: Visit, period: str, unit: str) -> Response:
    """Take the answers back to be mended."""
    recall(visit.desk, period, unit)
    return visit.go("don_vi", "Đã thu hồi; sửa xong thì gửi lại.", period=period, unit=unit)
