"""Open decisions become remarks beside the printed texts that they are about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import decision, with_decisions
from often import examples
from plans import plans

from docgen.documents.addresses import positions
from docgen.documents.kehoach import compose
from docgen.model.address import addressed
from docgen.model.text import unmarked


def remarked(plan, organisation, *decisions):
    """Return what each remark is about (the printed text, the quote), in their order, and the document."""
    document = compose(with_decisions(plan, *decisions), organisation)
    texts = list(document.printed_texts())
    return [(texts[remark.position], remark.quote) for remark in document.remarks], document


def letters(text):
    """Return what case, marks and signs at the ends do not change."""
    return unmarked(text).upper().strip(" .;,:")


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_every_address_leads_to_the_text_that_prints_its_words(organisation, data):
    plan = data.draw(plans(organisation))
    document = compose(plan, organisation)
    texts, places = list(document.printed_texts()), positions(plan, document)
    for address, words in addressed(plan).items():
        place = address if address in places else address.rpartition("/")[0]
        assert letters(words) in unmarked(texts[places[place]]).upper(), address


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_as_many_remarks_as_open_decisions_each_quoting_what_is_printed(organisation, data):
    plan = data.draw(plans(organisation))
    stored = addressed(plan)
    places = st.sampled_from(list(stored))
    chosen = data.draw(st.lists(st.tuples(places, st.integers(0, 30), st.integers(1, 40)), max_size=5))
    decisions = [
        decision(number, place, stored[place][begin : begin + length])
        for number, (place, begin, length) in enumerate(chosen)
    ]
    about, document = remarked(plan, organisation, *decisions)
    assert len(about) == len(decisions)
    assert all(quote in printed for printed, quote in about)
    assert [remark.position for remark in document.remarks] == sorted(
        remark.position for remark in document.remarks
    )


@pytest.mark.parametrize(
    ("place", "quote", "printed", "shown"),
    [
        ("trich_yeu", "năm 2025", "Cải cách hành chính Sở Nội vụ năm 2025", "năm 2025"),
        ("noi_dung/1/tieu_de", "yêu cầu", "I. MỤC ĐÍCH, YÊU CẦU", "YÊU CẦU"),
        ("noi_dung/1/tieu_de", "", "I. MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU"),
        ("noi_nhan/danh_sach/1", "", "- UBND tỉnh (để báo cáo);", "UBND tỉnh (để báo cáo)"),
        ("noi_nhan/don_vi_soan_thao", "", "- Lưu: VT, CCHC-VTLT.", "CCHC-VTLT"),
    ],
)
def test_a_quote_is_spelt_as_it_is_printed(plan_2025, organisation, place, quote, printed, shown):
    about, _ = remarked(plan_2025, organisation, decision(1, place, quote))
    assert about == [(printed, shown)]


def test_bold_words_and_the_end_mark_do_not_hide_a_quote(composed):
    document = composed("""
        noi_dung: [{tieu_de: Kinh phí, khoan: [{noi_dung: "Giữ **tinh thần** ấy, theo dự toán;"}]}]
        can_quyet_dinh:
          - {id: a, cho: noi_dung/1/khoan/1/noi_dung, trich: "**tinh thần** ấy", cau_hoi: Sao?, de_xuat: Bỏ,
             ly_do: Cũ}
          - {id: b, cho: noi_dung/1/khoan/1/noi_dung, trich: dự toán;, cau_hoi: Sao?, de_xuat: Bỏ, ly_do: Cũ}
    """)
    assert [remark.quote for remark in document.remarks] == ["tinh thần ấy", "dự toán"]


def test_a_task_is_remarked_on_at_its_words_and_its_cells_at_theirs(plan_2025, organisation):
    row = next(row for row in plan_2025.rows() if row.coordinating)
    whole, lead, deadline = (f"nhiem_vu/{row.id}{key}" for key in ("", "/chu_tri/1", "/thoi_gian"))
    about, _ = remarked(plan_2025, organisation, decision(1, deadline), decision(2, whole), decision(3, lead))
    assert about == [
        (row.text, ""),
        (", ".join(row.lead), row.lead[0]),
        (row.deadline, row.deadline),
    ]


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("noi_dung/1/khoan/99/noi_dung", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("noi_dung/99", "Cải cách hành chính Sở Nội vụ năm 2025"),
        ("nhiem_vu/khong-con/thoi_gian", "Cải cách hành chính Sở Nội vụ năm 2025"),
        ("khong/co", "Cải cách hành chính Sở Nội vụ năm 2025"),
    ],
)
def test_what_is_not_there_any_more_is_remarked_on_nearby(plan_2025, organisation, place, printed):
    about, document = remarked(plan_2025, organisation, decision(1, place, "lời đã bỏ"))
    assert about == [(printed, "")]
    assert "Lời đang xét: “lời đã bỏ”, nay không còn ở chỗ này." in document.remarks[0].words


def test_a_remark_asks_proposes_gives_the_reason_and_says_how_to_settle(plan_2025, organisation):
    _, document = remarked(plan_2025, organisation, decision(1, "trich_yeu"))
    assert document.remarks[0].words.split("\n") == [
        "Còn đúng không?",
        "Đề xuất: Giữ nguyên.",
        "Lý do: Đã qua một năm.",
        "Mã: viec-1 (docgen decide)",
    ]


def test_a_plan_is_marked_as_a_draft_while_a_decision_is_open(plan_2025, organisation):
    _, document = remarked(plan_2025, organisation, decision(1, "trich_yeu"))
    assert document.head.draft_mark == "DỰ THẢO"
    settled, final = remarked(plan_2025, organisation, decision(1, "trich_yeu", ket_luan="dong_y"))
    assert (settled, final.head.draft_mark) == ([], "")
