"""A first quarter of the plan of 2025, put together by hand: results for a letter, and a report."""

from dataclasses import replace
from itertools import cycle

import period_results

from docgen.documents import wording
from docgen.documents.appendix import balanced
from docgen.documents.base import (
    Head,
    Paragraph,
    ParagraphKind,
    Properties,
    Recipients,
    RowKind,
    SignatureBlock,
)
from docgen.documents.reported import (
    Report,
    ResultColumns,
    ResultRow,
    ResultTable,
    StatisticsColumns,
    StatisticsRow,
    StatisticsRowKind,
    StatisticsTable,
)
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model.results import Punctuality, Received, Standing
from docgen.rules.reports import contents
from docgen.transform.reporting.obligations import obligations

DATES = period_results.dates()


def results(plan, organisation, *, missing=(), left_out=None):
    """Return the quarter where the units `missing`, by their ids, sent nothing and others left out tasks.

    `left_out` are the ids of tasks by the id of the unit.
    """
    owed = obligations(plan, organisation, DATES).obligations
    left_out = left_out or {}
    silent = [
        (one.task, one.unit) for one in owed if one.unit in missing or one.task in left_out.get(one.unit, ())
    ]
    names = {one.unit: one.name for one in owed}
    received = (
        Received(unit, name, Punctuality.MISSING if unit in missing else Punctuality.IN_TIME)
        for unit, name in names.items()
    )
    made = period_results.results(plan, organisation)
    tasks = (
        _answered(one, sorted(unit for task, unit in silent if task == one.task.id)) for one in made.tasks
    )
    return replace(made, tasks=tuple(tasks), obligations=owed, received=tuple(received))


def _answered(task, silent):
    standing = Standing.UNREPORTED if silent else Standing.ONGOING
    return replace(task, standing=standing, silent=tuple(silent))


STANDINGS = tuple(Standing)
RESULT = (
    "Đã tham mưu Giám đốc Sở ban hành văn bản triển khai, phân công cụ thể trách nhiệm của từng phòng,"
    " đơn vị; kết quả thực hiện được tổng hợp, theo dõi hằng tháng."
)
EDGE_RESULT = (
    "UBND tỉnh đã ban hành Kế hoạch rà soát, hệ thống hóa văn bản quy phạm pháp luật năm 2025. Văn phòng Sở"
    " đã có văn bản đề nghị các phòng, ban rà soát; đang tổng hợp danh mục."
)
"""A line of it is as wide as the column, within a hair."""
LONG_RESULT = " ".join([RESULT] * 4)
NOTES = {
    Standing.OVERDUE: "Chờ ý kiến của Sở Tài chính",
    Standing.DROPPED: "Thông báo số 15/TB-SNV ngày 10/3/2025",
    Standing.UNREPORTED: "Đơn vị chưa gửi báo cáo",
}


def report(plan, organisation, *, number=None, issued_on=None, **words):
    """Return the report of the quarter; `words` replace fixed texts of its body by their names."""
    organisation = organisation.on(DATES.data_to)
    rows = tuple(_rows(plan))
    symbol = wording.number_symbol(number, "Báo cáo", organisation)
    day = wording.day_of_issue(issued_on, 2025)
    reference = f"(Kèm theo Báo cáo số {symbol} {day} của {organisation.name})"
    return Report(
        document_type="baocao",
        properties=Properties(title="Báo cáo", author=organisation.name, subject=SUBJECT),
        head=_head(organisation, symbol, day),
        addressees=wording.addressees(["Ủy ban nhân dân tỉnh Bình Định"]),
        body=tuple(_body(_counts(rows), words)),
        recipients=Recipients(
            label="Nơi nhận:",
            lines=wording.recipient_lines(("Như trên", "Giám đốc, các Phó Giám đốc Sở"), "CCHC-VTLT", None),
        ),
        signature=SignatureBlock(authority=plan.signature.lines(), name=plan.signature.name),
        results=ResultTable(
            label="Phụ lục I",
            title="KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2025",
            reference=reference,
            columns=RESULTS,
            rows=rows,
        ),
        statistics=StatisticsTable(
            label="Phụ lục II",
            title="SỐ LIỆU THỐNG KÊ CẢI CÁCH HÀNH CHÍNH QUÝ I NĂM 2025",
            reference=reference,
            columns=STATISTICS,
            rows=tuple(_statistics()),
        ),
    )


def _head(organisation, symbol, day):
    return Head(
        superior=organisation.superior.upper(),
        issuer=organisation.name.upper(),
        national_title="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        motto="Độc lập - Tự do - Hạnh phúc",
        number_line=f"Số: {symbol}",
        place_date=f"{organisation.place}, {day}",
        type_name="BÁO CÁO",
        subject=SUBJECT,
    )


RESULTS = ResultColumns(
    number="STT",
    text="Nhiệm vụ",
    lead=balanced("Cơ quan chủ trì"),
    coordinating=balanced("Cơ quan phối hợp"),
    deadline=balanced("Thời gian thực hiện"),
    result="Kết quả, sản phẩm",
    standing="Tình trạng",
    note="Ghi chú",
)
STATISTICS = StatisticsColumns(
    number="STT",
    text="Chỉ tiêu thống kê",
    measure="Đơn vị tính",
    value="Số liệu",
    previous="Kỳ trước",
    note="Ghi chú",
)
SUBJECT = "Kết quả thực hiện công tác cải cách hành chính quý I năm 2025"


def _counts(rows):
    told = [row.standing for row in rows if row.kind is RowKind.TASK]
    done = sum(one.startswith("Hoàn thành") for one in told)
    return {"done": done, "total": len(told), "share": f"{100 * done / len(told):.2f}".replace(".", ",")}


def _body(counts, words):
    told = {
        "window": "từ ngày 15/12/2024 đến ngày 14/3/2025",
        "progress": "Kế hoạch có tổng số {total} nhiệm vụ; đến hết kỳ báo cáo đã hoàn thành {done}/{total}"
        " nhiệm vụ, đạt {share}% kế hoạch",
        "left_out": None,
    } | words
    areas = [row.name for row in contents()][1:]
    yield _text(
        "Thực hiện Kế hoạch cải cách hành chính Sở Nội vụ năm 2025, Sở Nội vụ báo cáo kết quả thực hiện công"
        f" tác cải cách hành chính quý I năm 2025 (số liệu {told['window']}) như sau:"
    )
    yield _text("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "I.", ParagraphKind.SECTION)
    yield _text("Kế hoạch cải cách hành chính", "1.", ParagraphKind.TITLED_ITEM)
    yield _text(f"{told['progress'].format(**counts)} (chi tiết tại Phụ lục I kèm theo).")
    yield _text("Kiểm tra cải cách hành chính", "2.", ParagraphKind.TITLED_ITEM)
    yield _text(RESULT)
    yield _text("KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ", "II.", ParagraphKind.SECTION)
    for place, area in enumerate((one for one in areas if one != told["left_out"]), 1):
        yield _text(area, f"{place}.", ParagraphKind.TITLED_ITEM)
        yield _text("Những kết quả chủ yếu đã đạt được:", "a)", ParagraphKind.POINT)
        for _ in range(3):
            yield _text(RESULT, "-", ParagraphKind.DASH)
        yield _text("Những vấn đề tồn tại, hạn chế: chưa phát sinh.", "b)", ParagraphKind.POINT)
    yield _text("ĐÁNH GIÁ CHUNG", "III.", ParagraphKind.SECTION)
    yield _text("Tỷ lệ nhiệm vụ đã hoàn thành theo lĩnh vực", kind=ParagraphKind.CAPTION)
    yield _text("Số liệu thống kê nêu tại Phụ lục II kèm theo Báo cáo này.")
    yield _text("Trên đây là báo cáo kết quả cải cách hành chính quý I năm 2025 của Sở Nội vụ./.")


def _text(words, number="", kind=ParagraphKind.TEXT):
    return Paragraph(kind=kind, number=number, runs=wording.runs(words))


def _rows(plan):
    """Yield the rows of the plan with standings in turn; every seventh task tells much."""
    standings = cycle(STANDINGS)
    for position, part in enumerate(plan.appendices[0].parts, 1):
        yield ResultRow(kind=RowKind.PART, number=letter(position).upper(), text=part.title.upper())
        number = 0
        for place, group in enumerate(part.groups, 1):
            yield ResultRow(kind=RowKind.GROUP, number=to_roman(place), text=group.title.upper())
            for number, task in enumerate(group.tasks, number + 1):  # noqa: B020
                yield from _task_rows(task, number, next(standings))
        yield ResultRow(kind=RowKind.TOTAL, text=f"Tổng số: {number} nhiệm vụ")


def _task_rows(task, number, standing):
    result = {0: LONG_RESULT, 6: EDGE_RESULT}.get(number % 7, RESULT)
    yield _row(RowKind.TASK, str(number), task, standing, result)
    for under, subtask in enumerate(task.subtasks, 1):
        yield _row(RowKind.SUBTASK, f"{number}.{under}", subtask, Standing.ONGOING, RESULT)


def _row(kind, number, task, standing, result):
    return ResultRow(
        kind=kind,
        number=number,
        text=task.text,
        lead=", ".join(task.lead),
        coordinating=", ".join(task.coordinating),
        deadline=task.deadline,
        result=result,
        standing=standing.label,
        note=NOTES.get(standing, ""),
    )


def _statistics():
    for form, area in enumerate(contents(), 1):
        yield StatisticsRow(kind=StatisticsRowKind.FORM, number=to_roman(form), text=area.name.upper())
        for place in range(1, 9):
            yield StatisticsRow(
                kind=StatisticsRowKind.INDICATOR,
                number=f"{form}.{place}",
                text="Số hồ sơ thủ tục hành chính đã giải quyết đúng hạn hoặc trước hạn trong kỳ báo cáo",
                measure="Hồ sơ",
                value="1.234",
                previous="987" if place % 2 else "",
                note="" if place % 3 else "Chưa có số liệu của Ban Tôn giáo",
            )
