"""Statistics in the words of a report: the shares, with what they are of."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from docgen.documents import wording
from docgen.documents.baocao.counting import FORMS
from docgen.documents.baocao.frame import period_figure
from docgen.documents.baocao.lines import Line, text
from docgen.documents.baocao.sentences import ended, joined, phrase
from docgen.language.quantities import number
from docgen.model.figure import Figure, Quotation, Sentence, Source
from docgen.model.results import PeriodResults
from docgen.model.statistics import IndicatorResult, Reckoning, Target


def shares(content: int | None, results: PeriodResults) -> Iterator[Line]:
    """Yield the shares of the form about a content, with what they are of; the rest is in the appendix."""
    for form in results.statistics:
        if form.form.content is not None and form.form.content - 1 == content:
            values = {row.indicator.code: row for row in form.rows}
            told = [_value(row, values, results) for row in form.rows if _is_told(row, values)]
            if told:
                head = "Số liệu thống kê chủ yếu (chi tiết tại Phụ lục II): "
                yield text(ended(phrase(head, joined(told, "; ", "; "))))


def _is_told(row: IndicatorResult, values: Mapping[str, IndicatorResult]) -> bool:
    """Say whether an indicator is a share of something that units told."""
    indicator = row.indicator
    if indicator.reckoning is not Reckoning.SHARE or row.value is None or row.value.value is None:
        return False
    whole = values.get(indicator.denominator)
    return whole is not None and whole.indicator.reckoning is not Reckoning.PLAN


def _value(row: IndicatorResult, values: Mapping[str, IndicatorResult], results: PeriodResults) -> Sentence:
    """Return "tỷ lệ hồ sơ giải quyết đúng hạn: 99,87% (1.484/1.486; quý I năm 2025: 98%)"."""
    indicator = row.indicator
    name = Quotation(wording.within_sentence(indicator.name), Source(FORMS, indicator.code))
    parts = [values.get(code) for code in (indicator.numerator, indicator.denominator)]
    numbers: list[Sentence] = [(part.value,) for part in parts if part and part.value]
    of = [joined(numbers, last="/")] if len(numbers) == len(parts) else []
    if row.previous is not None and results.previous is not None:
        of.append(phrase(period_figure(results.previous.period), ": ", row.previous))
    if row.target:
        of.append(phrase("mục tiêu năm: ", goal(row.target, row)))
    told = phrase(name, ": ", row.value or "")
    return phrase(told, " (", joined(of, "; ", "; "), ")") if of else told


def goal(target: Target, row: IndicatorResult) -> Sentence:
    """Return what an indicator is to reach in the year: "100%"."""
    value = Decimal(str(target.value))
    figure = Figure(number(value), "Mục tiêu năm", value, sources=(Source(FORMS, row.indicator.code),))
    return phrase(figure, measured(figure, row))


def measured(value: Figure, row: IndicatorResult) -> str:
    """Return the unit of measurement as it stands behind a number: "%", " hồ sơ"; none behind a yes or no."""
    measure = row.indicator.measure
    if value.value is None or value.text.endswith("%") or any(sign.isdigit() for sign in measure):
        return ""
    return measure if measure == "%" else f" {measure}"
