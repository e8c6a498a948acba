"""A draft of 2026 set beside the plan of 2025 by hand: what a comparison paper is tried with."""

from docgen.model.appendix import Task
from docgen.model.comparison import ComparedRow, Comparison, Fate, TaskFate
from docgen.model.plan import Plan

MOVED = "Năm kế hoạch đổi từ 2025 sang 2026"
CARRIED = "bao-cao-dinh-ky"
LEFT_OUT = "tthc-phi-dia-gioi"
ASKED = {"giao-bien-che", "co-cau-theo-vi-tri-viec-lam", "phan-cap-phan-quyen-cua-so"}
REASONS = {
    Fate.KEPT: "Nhiệm vụ thường xuyên, không có năm trong lời văn",
    Fate.CHANGED: MOVED,
    Fate.CARRIED: "Năm 2025 chưa hoàn thành",
    Fate.ASKED: "Chưa có kết quả thực hiện năm 2025",
    Fate.LEFT_OUT: "Năm 2025 đã hoàn thành, sản phẩm làm một lần",
}


def draft_2026(plan: Plan) -> Plan:
    """Return the plan of 2025 as one of 2026, only its years moved."""
    return Plan.model_validate(
        plan.model_dump()
        | {"year": 2026, "issue_year": 2025, "subject": plan.subject.replace("2025", "2026")}
    )


def comparison_2026(plan: Plan) -> Comparison:
    """Return the plan of 2025 beside a draft of 2026 with rows of every kind."""
    fates = tuple(_fates(plan))
    return Comparison(
        old_year=2025, new_year=2026, rows=(*_words(plan), *_tasks(plan, fates), NEW), fates=fates
    )


def _fates(plan):
    for row in plan.rows():
        fate = _fate(row)
        counted = isinstance(row, Task)
        yield TaskFate(id=row.id, text=row.text, fate=fate, reason=REASONS[fate], counted=counted)


def _fate(row):
    if row.id in ASKED:
        return Fate.ASKED
    if row.id == LEFT_OUT:
        return Fate.LEFT_OUT
    if row.id == CARRIED:
        return Fate.CARRIED
    return Fate.CHANGED if "2025" in row.text + row.deadline else Fate.KEPT


def _words(plan):
    """Yield the places of the body: years moved, a horizon that ended, a target to be set anew."""
    yield ComparedRow(place="Trích yếu", before=plan.subject, after=_moved(plan.subject), reason=MOVED)
    yield ComparedRow(
        place="Đoạn mở đầu 1",
        before=plan.opening[0],
        after=plan.opening[0].replace("chính năm 2025, với", "chính năm 2026, với"),
        reason="Năm của kế hoạch đổi; văn bản viện dẫn giữ nguyên, chưa có Kế hoạch của tỉnh năm 2026",
        decisions=("can-cu-1",),
    )
    targets = plan.sections[1].items[1].dashes
    for place, decisions in ((1, ("nam-1", "ke-hoach-tinh")), (2, ()), (4, ("chi-tieu-2",))):
        yield ComparedRow(
            place=f"Mục II, khoản 2, gạch đầu dòng {place}",
            before=targets[place - 1],
            after=_moved(targets[place - 1]),
            reason=MOVED,
            decisions=decisions,
        )
    horizon = plan.sections[2].items[9].text
    yield ComparedRow(
        place="Mục III, khoản 10",
        before=horizon,
        after=horizon,
        reason="Giai đoạn 2023 - 2025 đã hết; cần nêu kế hoạch của giai đoạn mới",
        decisions=("giai-doan-1",),
    )
    for section, item, dash in ((4, 1, 1), (4, 1, 3), (4, 2, 1)):
        text = plan.sections[section].items[item - 1].dashes[dash - 1]
        place = f"Mục V, khoản {item}, gạch đầu dòng {dash}"
        yield ComparedRow(place=place, before=text, after=_moved(text), reason=MOVED)


def _tasks(plan, fates):
    """Yield the places of the appendix, in the order of the page."""
    fate_of = {told.id: told for told in fates}
    title = plan.appendices[0].title
    yield ComparedRow(place="Phụ lục, tên", before=title, after=_moved(title), reason=MOVED)
    for letter, part in zip("AB", plan.appendices[0].parts, strict=True):
        for number, task in enumerate(part.tasks(), 1):
            told = fate_of[task.id]
            before = f"{task.text}\nThời gian: {task.deadline}"
            if told.fate is not Fate.KEPT:
                yield ComparedRow(
                    place=f"Phần {letter}, nhiệm vụ {number}",
                    before=before,
                    after="" if told.fate is Fate.LEFT_OUT else _moved(before),
                    reason=told.reason,
                    decisions=(f"nhiem-vu-{letter.lower()}{number}",) if told.fate is Fate.ASKED else (),
                    is_task=True,
                )


def _moved(text):
    return text.replace("2025", "2026").replace("2024", "2025")


NEW = ComparedRow(
    place="Phần B, nhiệm vụ 29",
    after="Rà soát, sắp xếp lại danh mục hồ sơ, tài liệu lưu trữ khi thực hiện mô hình chính quyền địa phương"
    " hai cấp\nThời gian: Quý II",
    reason="Nhiệm vụ mới theo chỉ đạo của Giám đốc Sở",
    is_task=True,
)


NOTHING = Comparison(old_year=2025, new_year=2026, rows=(), fates=())


def with_row(**told):
    """Return a comparison of one row."""
    row = ComparedRow(**{"place": "Trích yếu", "reason": "Năm kế hoạch đổi"} | told)
    return NOTHING.model_copy(update={"rows": (row,)})


def printed(row):
    """Return what is printed of the new words of a row."""
    return "(giữ nguyên)" if row.before == row.after else row.after or "(bỏ)"
