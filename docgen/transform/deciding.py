"""Open decisions settled: what was decided is done to the plan, and stands in its data."""

from pydantic import ValidationError

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.language.text import nearest
from docgen.model.address import addressed, task_of, with_texts
from docgen.model.decision import Decision, Settlement
from docgen.model.plan import Plan
from docgen.transform.leaving_out import without_task
from docgen.transform.places import place_of, text_address


def settle(plan: Plan, id: str, settlement: Settlement, words: str = "") -> Plan:  # noqa: A002 - as in the data
    """Return `plan` with its open decision `id` settled, and with what that asks for done.

    ACCEPTED does what is proposed, KEPT leaves the text, REWORDED writes `words` in the place of the quote,
    or of all the text where nothing is quoted, LEFT_OUT takes the task out with its sub-tasks. Of a whole
    task the text is what is to be done. Other open decisions about a task that went are settled with it;
    quotes and proposals at the same place that hold the replaced words follow.

    Raises:
        InvalidInputError: there is no such decision, or a text may not stand there.
        ConflictError: it is settled already, it needs words and is accepted without, what it quotes is not
            there (once) any more, or there is no task that can be left out.

    """
    decision = _open_decision(plan, id)
    if settlement is Settlement.ACCEPTED and decision.needs_words:
        raise ConflictError(
            f"Việc “{id}” cần lời cụ thể, đề xuất chưa nêu: {decision.proposal}",
            "Hãy ghi lời mới (--text) hoặc giữ nguyên (--keep).",
        )
    leaves_out = settlement is Settlement.ACCEPTED and decision.leaves_out
    if settlement is Settlement.LEFT_OUT or leaves_out:
        plan = _left_out(plan, decision)
    elif settlement is Settlement.REWORDED:
        plan = _reworded(plan, decision, words)
    elif settlement is Settlement.ACCEPTED and decision.replacement:
        plan = _reworded(plan, decision, decision.replacement)
    return _with_settlement(plan, id, settlement)


def reasons_of(error: ValidationError) -> list[str]:
    """Return why a plan with other words is none, in the words of the model."""
    return [str(found.get("ctx", {}).get("error") or found["msg"]) for found in error.errors()]


def _open_decision(plan: Plan, name: str) -> Decision:
    by_id = {decision.id: decision for decision in plan.decisions}
    if name not in by_id:
        near = nearest(name, by_id)
        raise InvalidInputError(
            f"Không có việc cần quyết định nào có mã “{name}”.",
            f"Gần nhất: “{near}”." if near else "Hãy xem lại danh sách các việc cần quyết định.",
        )
    decision = by_id[name]
    if decision.settlement:
        raise ConflictError(
            f"Việc “{name}” đã được quyết định: {decision.settlement.label}.",
            "Muốn quyết định lại, hãy xóa dòng ket_luan của việc đó và sửa lời trong tệp.",
        )
    return decision


def _left_out(plan: Plan, decision: Decision) -> Plan:
    task = task_of(decision.place)
    if not task:
        raise ConflictError(
            f"Việc “{decision.id}” không phải về một nhiệm vụ nên không bỏ được.",
            "Hãy giữ nguyên hoặc sửa lời.",
        )
    if all(row.id != task for row in plan.rows()):
        raise _gone(decision)
    return without_task(plan, task)


def _reworded(plan: Plan, decision: Decision, words: str) -> Plan:
    """Return `plan` with `words` in the place of what is quoted."""
    if not words.strip():
        raise InvalidInputError("Lời mới để trống.", "Hãy nêu lời thay vào.")
    texts = addressed(plan)
    address = text_address(texts, decision.place)
    if not address:
        raise _gone(decision)
    quote = decision.quote or texts[address]
    if (times := texts[address].count(quote)) != 1:
        raise _not_once(plan, decision, times)
    try:
        new = with_texts(plan, {address: texts[address].replace(quote, words)})
    except ValidationError as error:
        raise _refused(plan, decision, error) from error
    decisions = (
        _following(other, quote, words)
        if other.id != decision.id and text_address(texts, other.place) == address
        else other
        for other in plan.decisions
    )
    return new.model_copy(update={"decisions": tuple(decisions)})


def _following(other: Decision, quote: str, words: str) -> Decision:
    """Return a decision about a text in which `quote` became `words`: what it holds of that, too."""
    if not other.is_open or quote not in (other.quote or quote):
        return other
    held = {"quote": other.quote, "replacement": other.replacement}
    return other.model_copy(
        update={name: text.replace(quote, words) for name, text in held.items() if text.count(quote) == 1}
    )


def _with_settlement(plan: Plan, name: str, settlement: Settlement) -> Plan:
    decisions = (
        decision.model_copy(update={"settlement": settlement}) if decision.id == name else decision
        for decision in plan.decisions
    )
    return plan.model_copy(update={"decisions": tuple(decisions)})


def _gone(decision: Decision) -> DocgenError:
    return ConflictError(
        f"Việc “{decision.id}”: chỗ “{decision.place}” không còn trong kế hoạch.",
        "Nếu không còn gì phải quyết định, hãy giữ nguyên.",
    )


def _not_once(plan: Plan, decision: Decision, times: int) -> DocgenError:
    said = f"có {times} lần nên chưa rõ thay lời nào" if times else "không còn ở đó"
    return ConflictError(
        f"Việc “{decision.id}”: lời “{decision.quote}” {said} ({place_of(plan, decision.place)}).",
        "Hãy sửa lời trong tệp số liệu, rồi ghi kết luận là giữ nguyên.",
    )


def _refused(plan: Plan, decision: Decision, error: ValidationError) -> DocgenError:
    place = place_of(plan, decision.place)
    return InvalidInputError(
        f"Việc “{decision.id}”: không ghi được lời mới vào {place[:1].lower()}{place[1:]}.",
        "Hãy dùng lời khác.",
        reasons_of(error),
    )
