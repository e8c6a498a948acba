"""A decision settled: what it asks for is done to the plan, nothing else is, and it stays in the data."""

import pytest
from marked import ASKED
from plan_edits import data_of

from docgen.errors import ConflictError, DocgenError, InvalidInputError
from docgen.model.address import addressed
from docgen.model.decision import Decision, Settlement
from docgen.model.plan import Plan
from docgen.transform import compare
from docgen.transform.deciding import settle

HORIZON = "noi_dung/3/khoan/10/noi_dung"
TASK = "nhiem_vu/giao-bien-che"
TITLE = "phu_luc/1/phan/1/nhom/4/ten"


def decision(place, **more):
    """Return the data of an open decision."""
    return {"id": "mot", "cho": place, **ASKED, **more}


@pytest.fixture
def asked(plan_2025):
    """Return a function that puts decisions into the 2025 plan."""

    def asked(*decisions, change=lambda _: None):
        data = data_of(plan_2025) | {"can_quyet_dinh": list(decisions)}
        change(data)
        return Plan.model_validate(data)

    return asked


def by_id(plan):
    return {one.id: one for one in plan.decisions}


def told(old, new):
    return [str(change) for change in compare(old, new)]


def test_what_is_proposed_takes_the_place_of_what_is_quoted(asked):
    plan = asked(decision(HORIZON, trich="2023 - 2025", thay_bang="2026 - 2030"))
    new = settle(plan, "mot", Settlement.ACCEPTED)
    before = addressed(plan)[HORIZON]
    assert addressed(new)[HORIZON] == before.replace("2023 - 2025", "2026 - 2030") != before
    assert len(compare(plan, new)) == 1
    assert by_id(new)["mot"] == by_id(plan)["mot"].model_copy(update={"settlement": Settlement.ACCEPTED})
    assert new.open_decisions() == ()


def test_what_needs_words_is_not_confirmed_by_accepting_but_kept_or_reworded(asked):
    plan = asked(decision(HORIZON, trich="2023 - 2025", can_loi_moi=True))
    with pytest.raises(ConflictError, match="cần lời cụ thể"):
        settle(plan, "mot", Settlement.ACCEPTED)
    assert settle(plan, "mot", Settlement.KEPT).open_decisions() == ()
    assert "2026 - 2028" in addressed(settle(plan, "mot", Settlement.REWORDED, "2026 - 2028"))[HORIZON]


def test_without_a_quote_all_of_the_text_is_replaced(asked):
    plan = asked(decision(f"{TASK}/thoi_gian", thay_bang="Quý I"))
    assert addressed(settle(plan, "mot", Settlement.ACCEPTED))[f"{TASK}/thoi_gian"] == "Quý I"
    assert addressed(settle(plan, "mot", Settlement.REWORDED, "Cả năm"))[f"{TASK}/thoi_gian"] == "Cả năm"


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (TASK, f"{TASK}/noi_dung"),
        ("noi_dung/1/khoan/1/diem/2", "noi_dung/1/khoan/1/diem/2/noi_dung"),
        ("noi_dung/5/khoan/2", "noi_dung/5/khoan/2/tieu_de"),
        ("phu_luc/1/phan/2", "phu_luc/1/phan/2/ten"),
    ],
)
def test_the_text_of_an_entry_is_what_it_says_first(asked, place, address):
    """As the file of an officer has it: there the words of a point stand right behind its dash."""
    plan = asked(decision(place))
    new = settle(plan, "mot", Settlement.REWORDED, "Lời khác")
    before, after = addressed(plan), addressed(new)
    assert {at: after[at] for at in after if after[at] != before[at]} == {address: "Lời khác"}


@pytest.mark.parametrize("settlement", [Settlement.KEPT, Settlement.ACCEPTED])
def test_what_is_kept_or_only_confirmed_stands_as_it_did(asked, settlement):
    """Even where the words at issue are gone already."""
    plan = asked(decision("noi_dung/99/tieu_de", trich="Lời đã sửa"))
    new = settle(plan, "mot", settlement)
    assert (told(plan, new), by_id(new)["mot"].settlement) == ([], settlement)


@pytest.mark.parametrize(
    ("more", "settlement"),
    [({"bo_nhiem_vu": True}, Settlement.ACCEPTED), ({}, Settlement.LEFT_OUT)],
)
def test_a_task_is_taken_out_with_every_decision_about_it(asked, more, settlement):
    plan = asked(
        decision(TASK, **more),
        decision(f"{TASK}/thoi_gian", id="hai"),
        decision(f"{TASK}/chu_tri/1", id="ba", ket_luan="giu_nguyen"),
        decision("trich_yeu", id="bon"),
    )
    new = settle(plan, "mot", settlement)
    (words,) = (row.text for row in plan.rows() if row.id == "giao-bien-che")
    assert told(plan, new) == [f"Phụ lục, phần A, nhóm IV, nhiệm vụ 14: bỏ “{words}”"]
    found = {name: one.settlement for name, one in by_id(new).items()}
    assert found == {"mot": settlement, "hai": Settlement.LEFT_OUT, "ba": Settlement.KEPT, "bon": None}


def test_sub_tasks_go_with_their_task_or_alone(asked):
    """The first task of part B has them."""
    plan = asked(
        decision("nhiem_vu/cong-bo-chi-so"),
        decision("nhiem_vu/tong-ket-cchc-tinh", id="hai"),
        decision("nhiem_vu/cong-bo-chi-so/thoi_gian", id="ba"),
    )
    alone = settle(plan, "mot", Settlement.LEFT_OUT)
    assert len([*plan.rows()]) - len([*alone.rows()]) == 1
    assert [one.id for one in alone.open_decisions()] == ["hai"]
    both = settle(plan, "hai", Settlement.LEFT_OUT)
    assert "cong-bo-chi-so" not in {row.id for row in both.rows()}
    assert both.open_decisions() == ()


def test_a_group_that_becomes_empty_goes_and_the_others_are_found_again(asked):
    def one_task_left(data):
        groups = data["phu_luc"][0]["phan"][0]["nhom"]
        groups[3]["nhiem_vu"] = [row for row in groups[3]["nhiem_vu"] if row["id"] == "giao-bien-che"]

    plan = asked(
        decision(TASK),
        decision(TITLE, id="hai"),
        decision("phu_luc/1/phan/1/nhom/5/ten", id="ba"),
        decision("phu_luc/1/phan/2/nhom/4/ten", id="bon"),
        decision("phu_luc/1/phan/1/ten", id="nam"),
        change=one_task_left,
    )
    new = settle(plan, "mot", Settlement.LEFT_OUT)
    found = by_id(new)
    assert len(new.appendices[0].parts[0].groups) == len(plan.appendices[0].parts[0].groups) - 1
    assert (found["hai"].settlement, found["hai"].place) == (Settlement.LEFT_OUT, TITLE)
    assert [found[name].place for name in ("ba", "bon", "nam")] == [
        TITLE,
        "phu_luc/1/phan/2/nhom/4/ten",
        "phu_luc/1/phan/1/ten",
    ]
    before, after = addressed(plan), addressed(new)
    assert all(after[found[name].place] == before[by_id(plan)[name].place] for name in ("ba", "bon", "nam"))


def test_an_appendix_that_becomes_empty_goes_too(asked):
    def second(data):
        task = {"id": "moi", "noi_dung": "Việc mới", "chu_tri": "Văn phòng Sở", "thoi_gian": "Quý I"}
        data["phu_luc"].insert(0, {"ten": "Khác", "phan": [{"nhom": [{"nhiem_vu": [task]}]}]})

    plan = asked(decision("nhiem_vu/moi"), decision("phu_luc/2/phan/2/ten", id="hai"), change=second)
    new = settle(plan, "mot", Settlement.LEFT_OUT)
    assert [one.title for one in new.appendices] == [plan.appendices[1].title]
    assert by_id(new)["hai"].place == "phu_luc/1/phan/2/ten"


def test_other_words_at_the_same_place_stay_findable(asked):
    """A longer quote follows what was replaced in it, and so does what is proposed for it."""
    longer = "giai đoạn 2023 - 2025 của Sở Nội vụ"
    plan = asked(
        decision(HORIZON, trich="2023 - 2025", thay_bang="2026 - 2030"),
        decision(HORIZON, id="hai", trich=longer, thay_bang=longer.replace("của Sở", "tại Sở")),
        decision(HORIZON, id="ba", trich="an toàn thông tin mạng"),
        decision(HORIZON, id="bon", thay_bang="Không còn kế hoạch 2023 - 2025"),
        decision(HORIZON, id="nam", trich=longer, ket_luan="giu_nguyen"),
        decision(TASK, id="sau", trich="2023 - 2025"),
    )
    new = settle(plan, "mot", Settlement.ACCEPTED)
    found = by_id(new)
    assert found["hai"].quote == "giai đoạn 2026 - 2030 của Sở Nội vụ"
    assert found["bon"].replacement == "Không còn kế hoạch 2026 - 2030"
    assert [found[name] for name in ("ba", "nam", "sau")] == [
        by_id(plan)[name] for name in ("ba", "nam", "sau")
    ]
    both = settle(new, "hai", Settlement.ACCEPTED)
    assert "giai đoạn 2026 - 2030 tại Sở Nội vụ" in addressed(both)[HORIZON]


@pytest.mark.parametrize(
    ("given", "how", "kind", "said"),
    [
        (decision(TASK), ("mott", Settlement.KEPT), InvalidInputError, "có mã “mott”.\nGần nhất: “mot”."),
        (decision(TASK), ("zzzzzz", Settlement.KEPT), InvalidInputError, "Hãy xem lại danh sách"),
        (
            decision(TASK, ket_luan="sua"),
            ("mot", Settlement.KEPT),
            ConflictError,
            "Việc “mot” đã được quyết định: Sửa lời.",
        ),
        (
            decision("trich_yeu", trich="2024", thay_bang="2026"),
            ("mot", Settlement.ACCEPTED),
            ConflictError,
            "lời “2024” không còn ở đó (Trích yếu)",
        ),
        (
            decision("trich_yeu", trich="n", thay_bang="m"),
            ("mot", Settlement.ACCEPTED),
            ConflictError,
            "lời “n” có 3 lần nên chưa rõ thay lời nào (Trích yếu)",
        ),
        (
            decision("noi_dung/99/tieu_de"),
            ("mot", Settlement.REWORDED, "Mục đích"),
            ConflictError,
            "chỗ “noi_dung/99/tieu_de” không còn trong kế hoạch",
        ),
        (
            decision("nhiem_vu/khong-co"),
            ("mot", Settlement.LEFT_OUT),
            ConflictError,
            "chỗ “nhiem_vu/khong-co” không còn trong kế hoạch",
        ),
        (
            decision("trich_yeu"),
            ("mot", Settlement.LEFT_OUT),
            ConflictError,
            "không phải về một nhiệm vụ nên không bỏ được",
        ),
        (decision(TASK), ("mot", Settlement.REWORDED, " "), InvalidInputError, "Lời mới để trống."),
        (
            decision(HORIZON),
            ("mot", Settlement.REWORDED, "1. Tiếp tục **triển khai"),
            InvalidInputError,
            "không ghi được lời mới vào mục III, khoản 10.\n  - bắt đầu bằng “1.”; hãy bỏ đi",
        ),
    ],
)
def test_what_cannot_be_done_is_named(asked, given, how, kind, said):
    plan = asked(given)
    with pytest.raises(kind) as refused:
        settle(plan, *how)
    assert said in str(refused.value)
    assert plan == asked(given)


def test_the_last_task_stays(asked):
    def one_task(data):
        part = data["phu_luc"][0]["phan"][0]
        data["phu_luc"][0]["phan"] = [part | {"nhom": part["nhom"][3:4]}]
        part["nhom"][3]["nhiem_vu"] = part["nhom"][3]["nhiem_vu"][:1]

    plan = asked(decision(TASK), change=one_task)
    (row,) = plan.rows()
    assert row.id == "giao-bien-che"
    with pytest.raises(DocgenError, match="là nhiệm vụ cuối cùng của kế hoạch"):
        settle(plan, "mot", Settlement.LEFT_OUT)


def test_every_choice_has_a_name_for_officers():
    assert {one.label for one in Settlement} == {"Đồng ý đề xuất", "Giữ nguyên", "Sửa lời", "Bỏ nhiệm vụ"}
    assert Decision.model_validate(decision("trich_yeu")).is_open
