"""Sums of money of last year's plan: they stay in the draft, and are never right by themselves."""

import re
from collections.abc import Iterator, Mapping

from docgen.model.address import Address, task_of
from docgen.transform.rollforward.doubt import Concern, Doubt
from docgen.transform.rollforward.quoting import singled_out
from docgen.wording.text import Text

_SUM = re.compile(r"\d[\d.,]*(?: ?(?:nghìn|ngàn|triệu|tỷ|tỉ))* ?đồng(?!\w)")
_BUDGET = "kinh_phi"


def amounts(texts: Mapping[Address, str], old: int, new: int) -> Iterator[tuple[Address, Doubt]]:
    """Yield where the plan of `new` has sums of that of `old`: once a text, once the budgets of an appendix.

    `texts` stand in the order of the page, so that a budget is of the appendix whose name stood last.
    """
    appendix = ""
    asked = set()
    for address, words in texts.items():
        if _is_name_of_appendix(address):
            appendix = address
        if not _is_budget(address):
            yield from ((address, doubt) for doubt in _in_text(words, old, new))
        elif appendix not in asked:
            asked.add(appendix)
            yield appendix, _in_column(old, new)


def _in_text(words: str, old: int, new: int) -> Iterator[Doubt]:
    text = Text(words)
    found = [match for match in _SUM.finditer(words) if not text.is_cited(match.start())]
    if not found:
        return
    sums = ", ".join(dict.fromkeys(f"“{match[0]}”" for match in found))
    yield Doubt(
        Concern.BUDGET,
        question=f"Năm {new} ghi {sums} hay số khác?",
        proposal=f"Ghi số tiền của năm {new}; giữ nguyên nếu không đổi.",
        reason=_reason(old),
        quote=str(singled_out(words, found[0].start(), found[-1].end())),
    )


def _in_column(old: int, new: int) -> Doubt:
    return Doubt(
        Concern.BUDGET,
        question=f"Kinh phí năm {new} của các nhiệm vụ trong phụ lục này ghi bao nhiêu?",
        proposal=f"Ghi số của năm {new} vào cột kinh phí, rồi giữ nguyên tên phụ lục.",
        reason=_reason(old),
    )


def _reason(old: int) -> str:
    return f"Số tiền lấy từ kế hoạch năm {old}, không tự đổi theo năm kế hoạch."


def _is_name_of_appendix(address: Address) -> bool:
    return re.fullmatch(r"phu_luc/\d+/ten", address) is not None


def _is_budget(address: Address) -> bool:
    return bool(task_of(address)) and address.endswith(f"/{_BUDGET}")
