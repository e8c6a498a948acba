"""Drafts: the 2025 plan with decisions that are open, and files that an officer marked as drafts by hand."""

from docgen.documents.kehoach import compose
from docgen.model.plan import Plan

ASKED = {"cau_hoi": "Còn đúng không?", "de_xuat": "Giữ nguyên.", "ly_do": "Đã qua một năm."}

AGENCY, NUMBER = "UBND TỈNH GIA LAI¶*SỞ NỘI VỤ*", "Số: 05-KH"
NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*¶*Độc lập - Tự do - Hạnh phúc*"
DAY = "Gia Lai, ngày      tháng      năm 2025"


def decision(number, place, quote="", **changes):
    """Return the data of a decision."""
    return {"id": f"viec-{number}", "cho": place, "trich": quote, **ASKED, **changes}


def with_decisions(plan, *decisions):
    """Return `plan` with other decisions."""
    kept = plan.model_dump(by_alias=True, mode="json", exclude_defaults=True)
    return Plan.model_validate(kept | {"can_quyet_dinh": decisions})


def draft_of(plan, organisation):
    """Return the document of `plan` with decisions about its subject, a paragraph, a title and a task."""
    row = next(iter(plan.rows()))
    places = (
        "trich_yeu",
        "mo_dau/1",
        "noi_dung/1/tieu_de",
        f"nhiem_vu/{row.id}",
        f"nhiem_vu/{row.id}/thoi_gian",
    )
    decisions = (decision(number, place) for number, place in enumerate(places, 1))
    return compose(with_decisions(plan, *decisions), organisation)


def typed_head(above="", agency=AGENCY, number=NUMBER, day=DAY):
    """Return the head of a plan as a typist has it, up to its title."""
    return f"""
    {above}
    table 4000 5500
    + {agency} + {NATION}
    + {number} + {day}
    center | *KẾ HOẠCH*
    center | *Cải cách hành chính năm 2026*
    """


MARKED = {
    "under the number": typed_head(number=f"{NUMBER}¶*DỰ THẢO*"),
    "in italics, the second": typed_head(number=f"{NUMBER}¶/Dự thảo lần 2/"),
    "in brackets": typed_head(number=f"{NUMBER}¶(Dự thảo)"),
    "above the agency": typed_head(agency=f"*DỰ THẢO*¶{AGENCY}"),
    "below the agency": typed_head(agency=f"{AGENCY}¶*BẢN DỰ THẢO*"),
    "above the day": typed_head(day=f"*DỰ THẢO LẦN 3*¶{DAY}"),
    "above everything": typed_head(above="right | *DỰ THẢO 2*"),
    "with a day": typed_head(number=f"{NUMBER}¶Dự thảo ngày 12 tháng 3"),
}
"""Where officers mark a draft, and how they word it."""
