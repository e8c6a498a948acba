"""What contradicts in a period, what is missing and what came late: told in words that say how to mend it."""

from datetime import date

import pytest
from answered import ALL, NAMES, agency_with, sent

from docgen.model.finding import Severity

STAFF_PLAN = "giao-bien-che"  # Văn phòng Sở leads, Phòng TCBC và TCPCP coordinates, due 31/01/2025
RULES = "quy-che-chi-tieu-noi-bo"  # Văn phòng Sở, Ban TĐKT and the Trung tâm lead, due 31/01/2025
PLACE = "nhiệm vụ “Quyết định giao biên chế công chức, số lượng người làm việc …” (giao-bien-che)"
OFFICE, STAFF = NAMES["van-phong"], NAMES["tcbc-tcpcp"]


def words(text):
    """Return a text that is broken into lines here as one line."""
    return " ".join(text.split())


def office(*rows, part="Q1"):
    return sent(part, "van-phong", *rows)


def staff(*rows, part="Q1"):
    return sent(part, "tcbc-tcpcp", *rows)


@pytest.mark.parametrize(
    ("others", "severity"),
    [("dang_thuc_hien", Severity.WARNING), ("hoan_thanh 20/01/2025", None)],
)
def test_leads_that_are_not_equally_far(added, others, severity):
    files = (office(f"{RULES} hoan_thanh 22/01/2025"), sent("Q1", "luu-tru-lich-su", f"{RULES} {others}"))
    found = [one for one in added("Q1", *files).findings if one.code == "ket-qua-khac-nhau"]
    assert [one.severity for one in found] == [severity] * bool(severity)
    told = "(Văn phòng Sở: hoàn thành; Trung tâm lưu trữ lịch sử tỉnh: đang thực hiện)"
    assert all(f"{told}; lấy tình trạng chậm nhất." in one.message for one in found)


def test_leads_of_which_none_is_done_differ_less(added):
    files = (office(f"{RULES} chua_thuc_hien"), sent("Q1", "luu-tru-lich-su", f"{RULES} dang_thuc_hien"))
    (found,) = [one for one in added("Q1", *files).findings if one.code == "ket-qua-khac-nhau"]
    assert found.severity is Severity.INFO


def test_what_a_lead_told_before_is_not_told_again(told):
    files = (
        office(f"{RULES} dang_thuc_hien"),
        sent("6T", "luu-tru-lich-su", f"{RULES} hoan_thanh 20/01/2025"),
    )
    assert told("6T", *files, codes={"ket-qua-khac-nhau"}) == []


@pytest.mark.parametrize(
    ("lead", "other", "severity"),
    [
        ("hoan_thanh 22/01/2025", "dang_thuc_hien", Severity.WARNING),
        ("dang_thuc_hien", "hoan_thanh 22/01/2025", Severity.INFO),
        ("dang_thuc_hien", "chua_thuc_hien", None),
        ("hoan_thanh 22/01/2025", "khong_thuc_hien", None),
    ],
)
def test_who_coordinates_and_says_otherwise(added, lead, other, severity):
    files = (office(f"{STAFF_PLAN} {lead}"), staff(f"{STAFF_PLAN} {other}"))
    found = [one for one in added("Q1", *files).findings if one.code == "phoi-hop-khac-chu-tri"]
    assert [one.severity for one in found] == [severity] * bool(severity)
    assert all("lấy theo đơn vị chủ trì." in one.message for one in found)


def test_who_coordinates_contradicts_nobody_who_is_silent(told):
    answer = staff(f"{STAFF_PLAN} hoan_thanh 22/01/2025")
    assert told("Q1", answer, codes={"phoi-hop-khac-chu-tri"}) == []


def test_what_was_done_and_is_no_longer(told):
    files = (office(f"{STAFF_PLAN} hoan_thanh 22/01/2025"), office(f"{STAFF_PLAN} dang_thuc_hien", part="6T"))
    assert told("6T", *files, codes={"hoan-thanh-roi-lai-chua"}) == [
        words(
            f"""
            2025-6T/van-phong.yaml, {PLACE}: {OFFICE} báo hoàn thành ở kỳ 2025-Q1 mà kỳ này báo
            đang thực hiện; lấy kỳ này. Hãy hỏi lại đơn vị.
            """
        )
    ]
    assert told("6T", files[0], codes={"hoan-thanh-roi-lai-chua"}) == []


SAYS = [
    (
        "giao-bien-che hoan_thanh",
        words(
            """
            Văn phòng Sở báo hoàn thành mà không ghi ngày; khi chốt số liệu đã quá hạn 31/01/2025
            nên tính là hoàn thành quá hạn. Hãy ghi ngày hoàn thành.
            """
        ),
    ),
    (
        "giao-bien-che cham_tien_do 22/01/2025",
        words(
            """
            Văn phòng Sở báo chậm tiến độ mà hoàn thành ngày 22/01/2025, còn trong hạn 31/01/2025;
            tính là hoàn thành quá hạn. Hãy hỏi lại: đúng hạn thì ghi “Hoàn thành”.
            """
        ),
    ),
    (
        "pho-bien-giao-duc-phap-luat cham_tien_do",
        words(
            """
            Văn phòng Sở báo chậm tiến độ khi chưa có thời hạn nào đã qua; tính là đang thực hiện
            quá hạn. Hãy hỏi lại: còn trong hạn thì ghi “Đang thực hiện”.
            """
        ),
    ),
    (
        "ra-soat-vbqppl cham_tien_do",
        words(
            """
            Văn phòng Sở báo chậm tiến độ khi chưa có thời hạn nào đã qua; vẫn tính là đang thực
            hiện trong hạn. Hãy hỏi lại: còn trong hạn thì ghi “Đang thực hiện”.
            """
        ),
    ),
    ("giao-bien-che hoan_thanh 22/01/2025", ""),
    ("giao-bien-che cham_tien_do", ""),
    ("giao-bien-che cham_tien_do 05/02/2025", ""),
    ("pho-bien-giao-duc-phap-luat hoan_thanh", ""),
    ("ra-soat-vbqppl hoan_thanh", ""),
    ("ra-soat-vbqppl cham_tien_do 05/02/2025", ""),
]


@pytest.mark.parametrize(("row", "expected"), SAYS)
def test_what_the_days_do_not_bear_out(told, row, expected):
    codes = {"thieu-ngay-hoan-thanh", "cham-ma-trong-han", "cham-ma-chua-den-han"}
    found = told("Q1", office(row), codes=codes)
    assert [one.partition("): ")[2] for one in found] == [expected] * bool(expected)


@pytest.mark.parametrize(
    ("task", "subtask", "expected"),
    [
        ("hoan_thanh 20/02/2025", "dang_thuc_hien", "Đang thực hiện quá hạn"),
        ("hoan_thanh 20/02/2025", "hoan_thanh 20/02/2025", ""),
        ("hoan_thanh 20/02/2025", "khong_thuc_hien", ""),
        ("dang_thuc_hien", "dang_thuc_hien", ""),
    ],
)
def test_what_is_done_and_a_part_of_it_is_not(told, task, subtask, expected):
    rows = (f"tong-ket-cchc-tinh {task}", f"cong-bo-chi-so {subtask}", f"trang-thong-tin-ban-chi-dao {task}")
    found = told("Q1", sent("Q1", "cchc-vtlt", *rows), codes={"nhiem-vu-con-chua-xong"})
    named = f"(“Công bố kết quả đánh giá Chỉ số cải cách hành chính (PAR …”: {expected.lower()})"
    assert [named in one for one in found] == [True] * bool(expected)


def test_what_nobody_asked_for_is_not_taken_in(told, task_of):
    answer = sent("Q1", "ccvc", f"{STAFF_PLAN} hoan_thanh 22/01/2025")
    assert told("Q1", answer, codes={"khong-duoc-giao"}) == [
        words(
            """
            2025-Q1/ccvc.yaml: Phòng Công chức, viên chức không chủ trì, không phối hợp nhiệm vụ
            “Quyết định giao biên chế công chức, số lượng người làm việc …” (giao-bien-che); phần
            này không được tổng hợp. Nếu đơn vị có tham gia, hãy bổ sung vào kế hoạch; nếu nhầm
            mã, hãy sửa mã.
            """
        )
    ]
    assert told("6T", answer, codes={"khong-duoc-giao"}) == []
    assert task_of("Q1", STAFF_PLAN, answer).answers == ()


def test_a_body_outside_has_nothing_to_answer(added):
    outside = sent("Q1", "so-dan-toc-va-ton-giao", "co-cau-theo-vi-tri-viec-lam hoan_thanh")
    found = added("Q1", outside)
    assert "khong-duoc-giao" in {one.code for one in found.findings}
    assert all(not one.answers for one in found.tasks)


CAME = [
    ("", " không ghi ngày gửi, không rõ có đúng hạn hay không. Hãy ghi ngày gửi."),
    ("19/3/2025", " gửi ngày 19/3/2025, sau hạn 18/3/2025; vẫn được tổng hợp."),
    (
        "21/3/2025",
        words(
            """
            gửi ngày 21/3/2025, sau ngày đóng kỳ 20/3/2025; không được tổng hợp.
            Nếu vẫn muốn tổng hợp, hãy lùi ngày đóng kỳ trong lịch báo cáo.
            """
        ),
    ),
    ("18/3/2025", None),
]


@pytest.mark.parametrize(("day", "expected"), CAME)
def test_what_came_late(told, day, expected):
    codes = {"khong-ghi-ngay-gui", "gui-qua-han", "gui-sau-dong-ky"}
    found = told("Q1", sent("Q1", "van-phong", on=day), codes=codes)
    assert found == ([f"2025-Q1/van-phong.yaml: {OFFICE} {expected.strip()}"] if expected else [])


def test_who_sent_nothing(told):
    sent_all = [sent("Q1", unit, on="17/3/2025") for unit in ALL if unit != "thanh-tra"]
    assert told("Q1", *sent_all, codes={"chua-gui"}) == [
        words(
            """
            Thanh tra Sở: chưa gửi số liệu kỳ 2025-Q1 (hạn 18/3/2025); 03 nhiệm vụ chủ trì phải
            báo cáo trong kỳ. Hãy đôn đốc đơn vị rồi tổng hợp lại.
            """
        )
    ]


def test_who_owes_statistics_alone(told, plan_2025):
    led = [row.id for row in plan_2025.rows() if OFFICE.casefold() in {name.casefold() for name in row.lead}]
    of_all = ("xay-dung-vbqppl", "ra-soat-tthc-noi-bo", "chuyen-doi-vi-tri-cong-tac")
    settled = office(*(f"{task} khong_thuc_hien" for task in (*led, *of_all)))
    found = told("6T", settled, codes={"chua-gui"})
    remedy = "Hãy đôn đốc đơn vị rồi tổng hợp lại."
    assert found[0] == f"{OFFICE}: chưa gửi số liệu kỳ 2025-6T (hạn 17/6/2025). {remedy}"


def test_what_a_unit_left_out(told):
    answer = sent("Q1", "thanh-tra", "xay-dung-vbqppl khong_thuc_hien", on="17/3/2025")
    assert told("Q1", answer, codes={"thieu-nhiem-vu"}) == [
        words(
            """
            2025-Q1/thanh-tra.yaml: Thanh tra Sở chưa báo cáo 02 nhiệm vụ chủ trì: A.12, B.21. Hãy
            đề nghị đơn vị bổ sung.
            """
        )
    ]


GONE = [
    ({}, " (chuyển về Sở Dân tộc và Tôn giáo từ ngày 01/3/2025 theo Nghị định số 45/2025/NĐ-CP)"),
    ({"successor": "", "basis": ""}, " (kết thúc hoạt động, chưa ghi đơn vị kế thừa, từ ngày 01/3/2025)"),
    ({"successor": "", "valid_to": None, "valid_from": date(2025, 7, 1)}, ""),
]


@pytest.mark.parametrize(("fields", "became"), GONE)
def test_who_is_no_longer_there(told, organisation, fields, became):
    agency = agency_with(organisation, "ton-giao", **fields)
    (found,) = told("6T", codes={"don-vi-da-chuyen"}, agency=agency)
    start = (
        "Phụ lục, phần A, nhóm VII, nhiệm vụ 26: kế hoạch giao Ban Tôn giáo chủ trì “Cập nhật cơ sở dữ liệu"
    )
    assert found.startswith(start)
    assert f"ngày 14/6/2025 Sở Nội vụ không có đơn vị này{became}." in found
    assert found.endswith("Hãy xác định đơn vị tiếp tục báo cáo rồi sửa kế hoạch hoặc danh sách đơn vị.")


def test_an_heir_in_the_agency_is_nothing_to_tell(added, organisation):
    agency = agency_with(organisation, "ton-giao", successor="van-phong")
    results = added("6T", agency=agency)
    assert "don-vi-da-chuyen" not in {one.code for one in results.findings}
    assert ("van-phong", "csdl-ton-giao") in {(one.unit, one.task) for one in results.obligations}


def test_doubtful_statistics_are_told(added):
    files = [sent("Q1", unit, statistics=[{"code": "1", "value": 5}]) for unit in ("van-phong", "ccvc")]
    assert "hai-don-vi-bao" in {one.code for one in added("Q1", *files).findings}
