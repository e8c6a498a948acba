"""The blocks of a report: what stands where, and what is said when there is nothing."""

from dataclasses import replace
from datetime import date

import pytest
from period_results import HALF, Q1, Q3, YEAR, answer, results, with_task

from docgen.documents.baocao import compose
from docgen.documents.base import ParagraphKind
from docgen.model.deadline import DeadlineKind
from docgen.model.finding import Finding, Severity
from docgen.model.outcome import Status
from docgen.model.results import Punctuality, Received, Standing, TextKind, UnitText

DONE = Standing.DONE_IN_TIME
EVERY = Standing.__members__.values()
TASK = "giao-bien-che"


def body(made, **more):
    return [one.text for one in compose(made, **more).report.body]


def under(made, heading):
    """Return the paragraphs behind a heading, until the next of its rank or a higher one."""
    report = compose(made).report
    texts = [one.text for one in report.body]
    start = next(at for at, text in enumerate(texts) if text.partition(" ")[2] == heading)
    kind = report.body[start].kind
    kinds = (ParagraphKind.SECTION, ParagraphKind.TITLED_ITEM, ParagraphKind.POINT)
    higher = kinds[: kinds.index(kind) + 1]
    stop = next((at for at in range(start + 1, len(texts)) if report.body[at].kind in higher), len(texts))
    return texts[start + 1 : stop]


def said(kind, text, **more):
    return UnitText(kind, text, "Văn phòng Sở", "tep.yaml", **more)


def test_the_outline_is_that_of_the_ministry(plan_2025, organisation):
    report = compose(results(plan_2025, organisation)).report
    assert [one.text for one in report.body if one.kind is ParagraphKind.SECTION] == [
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "II. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II NĂM 2025",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]


def test_nothing_done_and_nothing_told_reads_as_such(plan_2025, organisation):
    made = results(plan_2025, organisation, received=(), elapsed=None)
    progress = under(made, "Kế hoạch cải cách hành chính")
    assert "chưa có nhiệm vụ nào hoàn thành trong tổng số 48 nhiệm vụ" in progress[0]
    assert progress[1].endswith("toàn bộ 48 nhiệm vụ chưa đến thời gian thực hiện.")
    assert under(made, "Tổ chức chỉ đạo, điều hành") == [
        "Trong kỳ, các đơn vị không báo cáo kết quả đối với nội dung này."
    ]
    assert under(made, "Cải cách tài chính công") == [
        "a) Những kết quả chủ yếu đã đạt được",
        "Kế hoạch giao 02 nhiệm vụ, cả 02 nhiệm vụ chưa đến thời gian thực hiện.",
        "b) Những vấn đề tồn tại, hạn chế",
        "Trong kỳ, các đơn vị không báo cáo tồn tại, hạn chế đối với nội dung này.",
    ]
    assert under(made, "KIẾN NGHỊ, ĐỀ XUẤT")[0] == "Trong kỳ, các đơn vị không có kiến nghị, đề xuất."
    assert under(made, "Nguyên nhân") == ["Trong kỳ không có tồn tại, hạn chế cần làm rõ nguyên nhân."]


def test_all_done_leaves_nothing_for_the_next_period(plan_2025, organisation):
    made = results(plan_2025, organisation, YEAR, dict.fromkeys((row.id for row in plan_2025.rows()), DONE))
    texts = body(made)
    assert "đã hoàn thành toàn bộ 48/48 nhiệm vụ, đạt 100% kế hoạch" in texts[3]
    assert "Chưa có số liệu 9 tháng năm 2025 để so sánh." in texts[5]
    assert under(made, "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026") == [
        "Các nhiệm vụ của Kế hoạch đã được thực hiện xong; các đơn vị chưa đề xuất nhiệm vụ mới."
    ]


def test_a_plan_without_tasks_has_no_shares(plan_2025, organisation):
    made = results(plan_2025.model_copy(update={"appendices": ()}), organisation)
    assert under(made, "Kế hoạch cải cách hành chính") == ["Kế hoạch không giao nhiệm vụ nào."]
    assert "Kế hoạch không giao nhiệm vụ về cải cách thể chế." in body(made)


def test_a_quarter_tells_what_of_the_year_is_its_own(plan_2025, organisation):
    made = results(plan_2025, organisation, Q3, {TASK: DONE, "kho-luu-tru-so": DONE})
    made = with_task(made, TASK, finished_in=Q1)
    made = with_task(made, "kho-luu-tru-so", finished_in=Q3)
    assert under(made, "Kế hoạch cải cách hành chính")[0].endswith(
        "02/48 nhiệm vụ, đạt 4,17% kế hoạch (kết quả từng nhiệm vụ tại Phụ lục I);"
        " riêng trong kỳ hoàn thành 01 nhiệm vụ."
    )


def test_a_target_that_the_plan_does_not_name_is_not_told(plan_2025, organisation):
    plan = plan_2025.model_copy(update={"sections": plan_2025.sections[:1]})
    texts = body(results(plan, organisation, elapsed=None))
    assert not any("Mục tiêu cả năm" in text or "tiến độ thời gian" in text for text in texts)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {
                "standing": Standing.DONE_LATE,
                "finished_on": date(2025, 2, 10),
                "answers": (answer(reason="Do thiếu hồ sơ."),),
            },
            (
                "hoàn thành quá hạn (hạn ngày 31/01/2025, hoàn thành ngày 10/02/2025; Văn phòng Sở chủ trì)."
                " Lý do: thiếu hồ sơ."
            ),
        ),
        (
            {"standing": Standing.OVERDUE},
            "đang thực hiện, đã quá hạn (hạn ngày 31/01/2025; Văn phòng Sở chủ trì); đơn vị chưa nêu lý do.",
        ),
        (
            {"standing": Standing.OVERDUE, "due": date(2025, 6, 30)},
            "đang thực hiện, chậm tiến độ (hạn ngày 30/6/2025; Văn phòng Sở chủ trì); đơn vị chưa nêu lý do.",
        ),
        (
            {"standing": Standing.NOT_STARTED, "due": None},
            "chưa thực hiện, đã quá hạn (Văn phòng Sở chủ trì); đơn vị chưa nêu lý do.",
        ),
        (
            {
                "standing": Standing.DROPPED,
                "answers": (
                    answer(status=Status.DROPPED, result="Dừng giao.", basis="Công văn số 9/SNV-VP"),
                ),
            },
            "(Văn phòng Sở chủ trì): dừng giao. Căn cứ: Công văn số 9/SNV-VP.",
        ),
    ],
)
def test_what_did_not_go_as_planned_is_told_with_its_reason(plan_2025, organisation, fields, told):
    made = with_task(results(plan_2025, organisation), TASK, **fields)
    (line,) = [text for text in under(made, "Cải cách tổ chức bộ máy") if text.startswith("- Nhiệm vụ")]
    assert line.partition("”")[2].strip() == told


def test_what_is_dropped_is_no_shortcoming(plan_2025, organisation):
    made = results(plan_2025, organisation, standings={TASK: Standing.DROPPED})
    texts = under(made, "Cải cách tổ chức bộ máy")
    at = texts.index("Nhiệm vụ không thực hiện, điều chỉnh:")
    assert texts[at + 1].endswith("(Văn phòng Sở chủ trì); đơn vị chưa nêu căn cứ.")
    assert at < texts.index("b) Những vấn đề tồn tại, hạn chế")
    assert "Có 01 nhiệm vụ không thực hiện, điều chỉnh (số 14 phần A)." in under(made, "Kết quả đạt được")


def test_a_task_of_several_units_says_which_step_and_whose_reason(plan_2025, organisation):
    told = answer("Thanh tra Sở", Status.LATE, HALF, reason="Do thiếu người")
    late = {"standing": Standing.OVERDUE, "answers": (told,), "leads": ("Văn phòng Sở", "Thanh tra Sở")}
    made = with_task(results(plan_2025, organisation, HALF), "chuyen-doi-vi-tri-cong-tac", **late)
    (line,) = [text for text in under(made, "Cải cách chế độ công vụ") if text.startswith("- Nhiệm vụ")]
    assert line.partition("”")[2] == (
        " đang thực hiện, chậm tiến độ (bước ban hành Kế hoạch hạn ngày 30/4/2025, bước thực hiện hạn ngày"
        " 30/6/2025; các đơn vị thuộc và trực thuộc Sở chủ trì). Lý do: thiếu người (Thanh tra Sở)."
    )


@pytest.mark.parametrize(
    ("told", "where", "line"),
    [
        ({"result": "đã giao xong."}, 0, "- Đã giao xong (Văn phòng Sở)."),
        ({"result": "Chưa giao hết", "status": Status.ONGOING}, 1, "- Chưa giao hết (Văn phòng Sở)."),
        ({}, 0, "- Đã hoàn thành: Quyết định giao biên chế công chức"),
    ],
)
def test_what_is_done_and_what_is_not_are_told_apart(plan_2025, organisation, told, where, line):
    made = with_task(results(plan_2025, organisation), TASK, standing=DONE, answers=(answer(**told),))
    texts = under(made, "Cải cách tổ chức bộ máy")
    middle = texts.index("b) Những vấn đề tồn tại, hạn chế")
    assert [text for text in (texts[:middle], texts[middle:])[where] if text.startswith(line)]


@pytest.mark.parametrize("words", ["Trung ương chưa hướng dẫn", "chưa phát sinh"])
def test_what_is_not_begun_is_told_with_its_task(plan_2025, organisation, words):
    waiting = answer(status=Status.NOT_STARTED, result=f"{words[:1].upper()}{words[1:]}.")
    made = with_task(results(plan_2025, organisation), "kho-luu-tru-so", answers=(waiting,))
    line = f"- Nhiệm vụ “Đề án Kho lưu trữ số tỉnh Bình Định”: {words} (Văn phòng Sở)."
    assert line in body(made)


def test_texts_of_units_stand_under_their_heading(plan_2025, organisation):
    texts = (
        said(TextKind.RESULT, "Tổ chức 02 lớp.", content=2),
        said(TextKind.SHORTCOMING, "Thiếu máy.", content=2),
        said(TextKind.SHORTCOMING, "Nhiều việc gấp.", content=0),
        said(TextKind.SHORTCOMING, "Thiếu người."),
        said(TextKind.RESULT, "Kiểm tra 03 phòng", content=0, heading="kiem_tra"),
        said(TextKind.RESULT, "Họp giao ban", content=0),
        said(TextKind.RESULT, "Việc khác"),
        said(TextKind.CAUSE, "Kinh phí ít"),
        said(TextKind.DIFFICULTY, "Phần mềm cũ"),
        said(TextKind.NEXT, "Mở 02 lớp"),
        said(TextKind.PROPOSAL, "Đề nghị cấp máy"),
    )
    made = results(plan_2025, organisation, texts=texts)
    assert "- Tổ chức 02 lớp (Văn phòng Sở)." in under(made, "Cải cách thủ tục hành chính")
    assert "- Thiếu máy (Văn phòng Sở)." in under(made, "Cải cách thủ tục hành chính")
    assert under(made, "Tồn tại, hạn chế trong chỉ đạo, điều hành") == ["- Nhiều việc gấp (Văn phòng Sở)."]
    assert "- Kiểm tra 03 phòng (Văn phòng Sở)." in under(made, "Kiểm tra cải cách hành chính")
    assert "- Họp giao ban (Văn phòng Sở)." in under(made, "Tổ chức chỉ đạo, điều hành")
    assert "- Việc khác (Văn phòng Sở)." in under(made, "Nhiệm vụ khác")
    assert under(made, "Tồn tại, hạn chế") == [
        "- Thiếu người (Văn phòng Sở).",
        "- Phần mềm cũ (Văn phòng Sở).",
    ]
    assert under(made, "Nguyên nhân") == ["- Kinh phí ít (Văn phòng Sở)."]
    assert under(made, "Nhiệm vụ trọng tâm khác") == ["- Mở 02 lớp (Văn phòng Sở)."]
    assert under(made, "KIẾN NGHỊ, ĐỀ XUẤT")[0] == "- Đề nghị cấp máy (Văn phòng Sở)."


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (
            ["dung_han"],
            "Có 01 đơn vị phải gửi báo cáo (Đơn vị 0): gửi đúng hạn.",
        ),
        (
            ["qua_han", "qua_han"],
            "Cả 02 đơn vị phải gửi báo cáo đều gửi quá hạn.",
        ),
        (
            ["dung_han", "chua_gui", "chua_gui"],
            (
                "Trong 03 đơn vị phải gửi báo cáo, có 01 đơn vị gửi đúng hạn;"
                " 02 đơn vị chưa gửi (Đơn vị 1; Đơn vị 2)."
            ),
        ),
    ],
)
def test_who_reported_when_is_told(plan_2025, organisation, sent, told):
    received = tuple(Received(str(at), f"Đơn vị {at}", Punctuality(how)) for at, how in enumerate(sent))
    made = results(plan_2025, organisation, received=received)
    heading = "Kết quả đạt được" if set(sent) == {"dung_han"} else "Tồn tại, hạn chế"
    assert under(made, heading)[-1].removeprefix("- ") == told


@pytest.mark.parametrize(
    ("words", "inward"),
    [
        ("Đề nghị các phòng, ban gửi danh mục đúng hạn", True),
        ("Đề nghị Giám đốc Sở phân công phòng tiếp tục thực hiện.", True),
        ("Kiến nghị với lãnh đạo Sở Nội vụ bố trí kinh phí", True),
        ("Đề nghị Văn phòng Sở cấp máy", True),
        ("Đề nghị Văn phòng UBND tỉnh cấp tài khoản", False),
        ("Đề nghị các phòng Nội vụ cấp huyện gửi số liệu", False),
        ("Đề nghị bố trí kinh phí", False),
        ("Cần có hướng dẫn", False),
    ],
)
def test_what_units_propose_to_each_other_is_not_passed_on(plan_2025, organisation, words, inward):
    made = results(plan_2025, organisation, texts=(said(TextKind.PROPOSAL, words),))
    report = compose(made).report
    assert ("không có kiến nghị" in under(made, "KIẾN NGHỊ, ĐỀ XUẤT")[0]) is inward
    assert [one.quote for one in report.remarks] == [report.results.title] * inward
    assert all(f"“{words.rstrip('.')} (Văn phòng Sở)”" in one.words for one in report.remarks)


def test_what_comes_next_is_in_order(plan_2025, organisation):
    made = results(plan_2025, organisation, HALF, {"kiem-tra-cchc-tinh": Standing.NOT_STARTED})
    texts = under(made, "PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025")
    assert [text for text in texts if text[0].isdigit()] == [
        "1. Tập trung hoàn thành các nhiệm vụ quá hạn, chậm tiến độ",
        "2. Hoàn thành đúng thời hạn các nhiệm vụ",
        "3. Tiếp tục thực hiện các nhiệm vụ thường xuyên, đang triển khai",
        "4. Kịp thời triển khai khi có đủ điều kiện",
    ]
    ahead = [text for text in texts if text.startswith("- Chậm nhất ngày ")]
    assert ahead[0].startswith("- Chậm nhất ngày 30/6/2025: ")
    assert ahead[-1].startswith("- Chậm nhất ngày 31/12/2025: ")
    endless = {DeadlineKind.WHOLE_YEAR, DeadlineKind.REGULARLY}
    count = sum(plan_2025.deadline(one.task).kind in endless for one in made.counted)
    assert texts[
        texts.index("3. Tiếp tục thực hiện các nhiệm vụ thường xuyên, đang triển khai") + 1
    ].startswith(f"- {count} nhiệm vụ thường xuyên, cả năm (số 1, 2, 5,")


def test_what_has_begun_goes_on_and_what_waits_is_begun_in_time(plan_2025, organisation):
    begun = {"phuong-an-don-gian-hoa-tthc": Standing.ONGOING, "xay-dung-vbqppl": Standing.ONGOING}
    made = results(plan_2025, organisation, standings=begun)
    by_plan, after_event = under(made, "Tiếp tục thực hiện các nhiệm vụ thường xuyên, đang triển khai")[1:]
    assert "(theo Kế hoạch của UBND tỉnh; các cơ quan, đơn vị thuộc, trực thuộc Sở chủ trì)." in by_plan
    assert after_event.endswith("TTHC) (Văn phòng Sở chủ trì).")
    waiting = results(plan_2025, organisation)
    assert any(
        "(đăng ký: tháng 3/2025; xây dựng Phương án: sau khi UBND tỉnh ban hành" in text
        for text in under(waiting, "Kịp thời triển khai khi có đủ điều kiện")
    )


def test_a_late_task_of_which_nothing_is_known_says_so(plan_2025, organisation):
    made = results(plan_2025, organisation, Q1, {TASK: Standing.UNREPORTED})
    lines = under(made, "Tập trung hoàn thành các nhiệm vụ quá hạn, chậm tiến độ")
    assert [line.endswith("(chưa có số liệu; Văn phòng Sở chủ trì).") for line in lines].count(True) == 1


def test_a_task_that_nobody_leads_any_more_says_so(plan_2025, organisation):
    made = with_task(results(plan_2025, organisation), "csdl-ton-giao", leads=())
    (line,) = [text for text in body(made) if text.startswith("- Cập nhật cơ sở dữ liệu về tôn giáo")]
    assert line.endswith("(sau khi đã xây dựng phần mềm; chưa xác định đơn vị tiếp tục chủ trì).")


def test_a_report_with_a_picture_has_its_caption(plan_2025, organisation):
    made = results(plan_2025, organisation)
    report = compose(made, pictured=True).report
    (caption,) = [one for one in report.body if one.kind is ParagraphKind.CAPTION]
    assert caption.text.endswith("cải cách hành chính, quý I năm 2025")
    assert report.body.index(caption) < [one.text for one in report.body].index(
        "2. Tổ chức chỉ đạo, điều hành"
    )
    assert caption not in compose(made).report.body


@pytest.mark.parametrize(("severity", "many"), [(Severity.WARNING, 1), (Severity.INFO, 0)])
def test_a_finding_about_a_task_stands_beside_its_row(plan_2025, organisation, severity, many):
    told = Finding(code="x", severity=severity, place="van-phong.yaml", message=f"Hai kết quả ({TASK}).")
    elsewhere = told.model_copy(update={"message": "Chưa gửi."})
    report = compose(results(plan_2025, organisation, findings=(told, elsewhere))).report
    assert len(report.remarks) == many
    for remark in report.remarks:
        assert tuple(report.printed_texts())[remark.position] == remark.quote
        assert remark.quote.startswith("Quyết định giao biên chế")


def test_a_group_is_told_as_the_plan_calls_it(plan_2025, organisation):
    made = results(plan_2025, organisation, standings={"chuyen-doi-vi-tri-cong-tac": Standing.OVERDUE})
    members = ("Văn phòng Sở", "Thanh tra Sở")
    made = replace(with_task(made, "chuyen-doi-vi-tri-cong-tac", leads=members))
    assert any("các đơn vị thuộc và trực thuộc Sở chủ trì" in text for text in body(made))
