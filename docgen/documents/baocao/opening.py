"""The first words of a report: by which plans it reports, and of which days its data are."""

import re

from docgen.documents import wording
from docgen.documents.baocao import counting
from docgen.documents.baocao.counting import day
from docgen.documents.baocao.frame import agency, period_figure
from docgen.documents.baocao.lines import Line, text
from docgen.documents.baocao.sentences import phrase
from docgen.language.dates import short_date
from docgen.model.citation import find_citations
from docgen.model.figure import Figure, Quotation, Sentence, Source
from docgen.model.results import PeriodResults
from docgen.model.text import unmarked

_END_OF_CLAUSE = re.compile(r"\s*;|\s*:\s*$")


def opening(results: PeriodResults) -> Line:
    """Return "Thực hiện Quyết định số … và Kế hoạch số …, Sở Nội vụ báo cáo … như sau:"."""
    dates = results.dates
    superior = superior_plan(results)
    plans = phrase(superior, " và ", own_plan(results)) if superior else own_plan(results)
    return text(
        phrase(
            "Thực hiện ",
            plans,
            ", ",
            agency(results),
            " báo cáo kết quả công tác cải cách hành chính ",
            period_figure(results.period),
            " (số liệu từ ngày ",
            day(dates.data_from, "Ngày đầu của số liệu"),
            " đến ngày ",
            day(dates.data_to, "Ngày cuối của số liệu"),
            ") như sau:",
        )
    )


def superior_plan(results: PeriodResults) -> Sentence:
    """Return the superior's document that the plan carries out, as it cites it first; () if it does not."""
    name = results.organisation.on(results.plan.day).name
    for paragraph in results.plan.opening:
        words = unmarked(paragraph)
        if found := find_citations(words):
            first = found[0]
            clause = _END_OF_CLAUSE.split(words[first.start :])[0]
            cut = clause.split(f", {name}")[0] if f", {name}" in clause else clause
            whole = cut if cut != words[first.start :] else first.text
            return (Quotation(" ".join(whole.split()), Source(counting.PLAN, "mo_dau")),)
    return ()


def own_plan(results: PeriodResults) -> Sentence:
    """Return the plan with number and day, as far as it has them: "Kế hoạch số 05/KH-SNV ngày …"."""
    plan = results.plan
    organisation = results.organisation.on(plan.day)
    source = Source(counting.PLAN, "so, ngay_ban_hanh")
    symbol = wording.number_symbol(plan.number, plan.type_name, organisation)
    issued = (
        f"ngày {short_date(plan.issued_on)}"
        if plan.issued_on
        else wording.day_of_issue(None, plan.issue_year)
    )
    return phrase(
        f"{plan.type_name} số ",
        Figure(symbol, "Số, ký hiệu của Kế hoạch", sources=(source,)),
        " ",
        Figure(issued, "Ngày ban hành Kế hoạch", sources=(source,)),
        " của ",
        Quotation(organisation.name, Source(counting.ORGANISATION, organisation.id)),
        " về ",
        Quotation(wording.within_sentence(plan.subject), Source(counting.PLAN, "trich_yeu")),
    )
