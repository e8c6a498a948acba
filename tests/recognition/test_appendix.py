"""The scan of 2025 is its plan; any plan comes back from any layout; every cell is accounted for."""

import re
from pathlib import Path

import pytest
from appendices import HEAD, codes, outline, read, title, told, units
from drawn_plans import drawn, offices, plans
from grids import table
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import RefusedError
from docgen.recognition.appendix import read_appendix
from docgen.recognition.appendix_tables import MOST_ROWS
from docgen.recognition.ledger import Ledger

SCAN = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"


class TestTheScan:
    """The appendix of 2025 as it was scanned: 26 and 22 tasks on eleven pages."""

    @pytest.fixture(scope="class")
    @staticmethod
    def scan():
        text = SCAN.read_text(encoding="utf-8")
        return read(text[text.index("STT\t") :], between="\t")

    def test_it_is_the_plan_of_2025(self, scan, plan_2025):
        expected = plan_2025.appendices[0].model_dump(by_alias=True)["phan"]
        assert as_printed(scan[0]["phan"]) == as_printed(expected)

    def test_its_tasks_and_groups_are_all_there(self, scan):
        parts = scan[0]["phan"]
        assert [len(part["nhom"]) for part in parts] == [7, 4]
        assert [sum(len(group["nhiem_vu"]) for group in part["nhom"]) for part in parts] == [26, 22]
        assert len(parts[1]["nhom"][0]["nhiem_vu"][0]["nhiem_vu_con"]) == 2

    def test_three_rows_were_joined(self, scan):
        joined = [str(finding) for finding in scan[1].findings if finding.code == "dong-noi-trang"]
        assert ["hành chính, đo” + “lường sự" in one for one in joined] == [True, False, False]
        assert "“Phòng Tổ chức biên chế và Tổ” + “chức phi chính phủ”" in joined[1]
        assert "mức phụ” + “cấp kiêm nhiệm" in joined[2]

    def test_nothing_else_is_told_but_the_repeated_head(self, scan):
        assert [finding.code for finding in scan[1].findings] == [
            *["dong-noi-trang"] * 3,
            "tong-dung",
            "tieu-de-lap",
        ]
        assert "lặp lại 10 lần" in told(scan[1], "tieu-de-lap").message

    def test_its_headings_are_the_usual_ones(self, scan):
        assert "cot" not in scan[0]


def as_printed(value):
    """The data of a plan as it looks: no ids, titles in capitals, names in a row, one blank for each room."""
    if isinstance(value, dict):
        kept = {key: as_printed(item) for key, item in value.items() if key != "id" and item}
        return {**kept, "ten": kept["ten"].upper()} if "ten" in kept else kept
    if isinstance(value, list | tuple):
        names = [item for item in value if isinstance(item, str)]
        return ", ".join(names) or [as_printed(item) for item in value]
    return " ".join(value.split())


def test_headings_of_the_office_are_kept():
    draft, _ = read("TT | Nội dung | Chủ trì | Cơ quan phối hợp | Thời hạn\n1 | Một | A | B | Quý I")
    assert draft["cot"] == {
        "stt": "TT",
        "noi_dung": "Nội dung",
        "chu_tri": "Chủ trì",
        "thoi_gian": "Thời hạn",
    }


def test_tasks_carry_the_ids_of_their_rows():
    drawn = table(
        *HEAD.splitlines(), "1 | Một | A | | Quý I", " | hai | A | | quý I", "1.1 | Ba | A | | Quý I"
    )
    for row, task in zip(drawn.rows[1:], ("viec-mot", "viec-hai", "viec-ba"), strict=True):
        row.task = task
    reading = read_appendix([drawn], title, units, Ledger())
    assert [task["id"] for task, _ in reading.tasks] == ["viec-mot", "viec-hai", "viec-ba"]
    assert [row.task for _, row in reading.tasks] == ["viec-mot", "viec-hai", "viec-ba"]
    assert outline(reading.draft)[2].startswith("- Ba")


def test_a_table_too_long_is_refused():
    drawn = table(*["1 | Một"] * (MOST_ROWS + 1))
    with pytest.raises(RefusedError, match="bảng 1 có 5001 hàng"):
        read_appendix([drawn], title, units, Ledger())


@given(plans, offices())
def test_every_plan_comes_back_from_every_layout(parts, office):
    draft, ledger = read(drawn(parts, office))
    assert draft["phan"] == parts
    assert codes(ledger) <= {"dong-noi-trang", "tieu-de-lap", "cot-trong", "tong-dung"}


CELLS = st.sampled_from(
    [
        *HEAD.strip().split(" | "),
        *(
            "",
            "1",
            "2.",
            "1.1",
            "I",
            "A",
            "-",
            "a)",
            "(1)",
            "(2)",
            "<",
            "^",
            "x",
            "Mã",
            "NHÓM MỘT",
            "I. Nhóm",
        ),
        *("Văn phòng", "và tiếp theo", "Chủ trì: A; phối hợp: B", "Việc, của", "Tổng số: 2 nhiệm vụ"),
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=9), st.booleans())
def test_no_word_of_any_table_is_lost(rows, headed):
    drawing = (HEAD if headed else "") + "\n".join(" | ".join(row) + " | " for row in rows)
    draft, ledger = read(drawing)
    kept = str(draft).replace("\\n", " ") + " ".join(finding.message for finding in ledger.findings)
    words = {word for row in rows for cell in row for word in re.findall(r"\w{4,}", cell)}
    computed = f"{HEAD} Tổng số nhiệm vụ"
    assert words <= {*re.findall(r"\w+", f"{kept} {computed}")}
