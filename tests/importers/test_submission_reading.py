"""What units answered, from YAML: read whole, or refused with everything that is wrong."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import InvalidInputError, MissingError, RefusedError
from docgen.importers.submission_reading import check_submission, read_submission
from docgen.model.finding import Severity
from docgen.model.outcome import Outcome, Status
from docgen.transform.submissions import Known

GOOD = """\
nam: 2025
ky: 2025-Q1
don_vi: Văn phòng Sở
ket_qua:
  - id: ra-soat-vbqppl
    tinh_trang: dang_thuc_hien
    ket_qua: Đã rà soát 12 văn bản
  - id: giao-bien-che
    tinh_trang: hoan_thanh
    ngay_hoan_thanh: 15/01/2025
    ket_qua: Quyết định số 05/QĐ-SNV
"""


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file of submission."""

    def file(text):
        path = tmp_path / "q1.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return file


@pytest.fixture
def told(file, plan_2025, organisation):
    """Return a function that reads a file and tells what is found, line by line."""

    def told(text):
        submission, findings = check_submission(file(text), Known(plan_2025, organisation))
        return submission, [str(finding) for finding in findings]

    return told


def test_a_file_of_a_unit(told):
    submission, findings = told(GOOD)
    assert (submission.year, str(submission.period)) == (2025, "2025-Q1")
    assert (submission.unit, findings) == ("Văn phòng Sở", [])
    assert submission.of("giao-bien-che") == Outcome(
        id="giao-bien-che",
        status=Status.DONE,
        finished_on="15/01/2025",
        result="Quyết định số 05/QĐ-SNV",
    )


def test_a_file_without_period_and_unit_is_good_as_before(file):
    submission, (finding,) = read_submission(file("nam: 2025\nket_qua: []\n"))
    assert (submission.period, submission.unit, submission.rows) == (None, None, ())
    assert str(finding) == "chưa điền kết quả của nhiệm vụ nào."


def test_without_a_plan_any_task_and_unit_may_be_told_of(file):
    text = GOOD.replace("giao-bien-che", "viec-la").replace("Văn phòng Sở", "Phòng lạ")
    submission, findings = read_submission(file(text))
    assert (submission.unit, len(submission.rows), findings) == ("Phòng lạ", 2, ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2025-Q1", "2025-Q5", "Ô “Kỳ báo cáo” (dòng 2): “2025-Q5” không phải kỳ báo cáo. Hãy ghi theo"),
        ("2025-Q1", "2024-Q1", "Kỳ báo cáo 2024-Q1 không thuộc năm 2025. Hãy sửa ky hoặc nam."),
        ("2025-Q1", "[Q1]", "Ô “Kỳ báo cáo” (dòng 2): có nhiều giá trị mà chỉ nhận một."),
        ("Văn phòng Sở", "Văn phòng sốp", "Ô “Đơn vị” (dòng 3): không có đơn vị “Văn phòng sốp”"),
        ("nam: 2025", "nam: 2024", "kỳ báo cáo 2025-Q1 không thuộc năm 2024"),
        ("nam: 2025\nky: 2025-Q1", "nam: 2024", "là kết quả của năm 2024, không phải của kế hoạch năm 2025"),
        ("nam: 2025", "nam: hai nghìn", "không phải số nguyên"),
        ("nam: 2025\n", "", "thiếu khóa “nam”"),
        ("hoan_thanh\n", "xong\n", "“xong” không dùng được. Chọn một trong: chua_thuc_hien"),
        ("15/01/2025", "31/02/2025", "(dòng 10): "),
        ("15/01/2025", "15/01/2026", "(dòng 10): ngày 15/01/2026 không thuộc năm 2025 của kế hoạch."),
        ("giao-bien-che", "giao-bien-chee", "mã nhiệm vụ “giao-bien-chee” không có trong kế hoạch năm 2025."),
        ("giao-bien-che", "giao-bien-chee", "Gần nhất: “giao-bien-che”."),
        ("giao-bien-che", "Giao biên chế", "không dùng làm mã được"),
        ("giao-bien-che", "ra-soat-vbqppl", "nhiệm vụ ra-soat-vbqppl có nhiều kết quả. Hãy giữ một."),
        ("tinh_trang: dang", "tinhtrang: dang", "Gần nhất: “tinh_trang”"),
        ("Đã rà soát 12 văn bản", "\u202eĐã rà soát", "có ký tự"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(told, old, new, said):
    submission, findings = told(GOOD.replace(old, new))
    assert submission is None
    assert said.lower() in "\n".join(findings).lower()


def test_everything_wrong_is_told_at_once(file, plan_2025, organisation):
    text = GOOD.replace("dang_thuc_hien", "sắp xong").replace("15/01/2025", "1/13/2025").replace("Văn", "Vắn")
    with pytest.raises(InvalidInputError, match="có 3 chỗ phải sửa") as raised:
        read_submission(file(text), Known(plan_2025, organisation))
    assert [line.partition("):")[0][-7:] for line in raised.value.problems] == [
        "(dòng 3",
        "(dòng 6",
        "dòng 10",
    ]


def test_a_day_of_what_is_not_finished_is_only_doubtful(told):
    submission, findings = told(GOOD.replace("hoan_thanh\n", "chua_thuc_hien\n"))
    assert len(submission.rows) == 2
    (finding,) = findings
    said = (
        "Kết quả thứ 2, ô “Ngày hoàn thành” (dòng 10): có ngày hoàn thành mà tình trạng là “Chưa thực hiện”."
    )
    assert finding == f"{said} Hãy xem lại."


HOSTILE = {
    "empty": b"",
    "a list": b"- 1\n- 2\n",
    "text": "kết quả".encode(),
    "not UTF-8": "nam: 2025\nket_qua: Đã".encode("utf-16"),
    "binary": bytes(range(256)),
    "a zip": b"PK\x03\x04rest",
    "a tag": b"nam: !!python/object/apply:os.system ['true']\nket_qua: []\n",
    "multiplied": b"nam: 2025\nket_qua: &a [*a, *a]\n",
    "twice the same key": b"nam: 2025\nnam: 2025\nket_qua: []\n",
    "a huge number": b"nam: 99999999999999999999999\nket_qua: []\n",
    "rows of text": b"nam: 2025\nket_qua: [a, b]\n",
    "rows of lists": b"nam: 2025\nket_qua: [[a], {id: [b]}]\n",
    "big": b"nam: 2025\nket_qua: []\n#" + b"x" * 1_000_001,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_in_vietnamese(file, data):
    with pytest.raises((InvalidInputError, RefusedError)) as raised:
        read_submission(file(data))
    assert str(raised.value).startswith(("Tệp", "“"))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MissingError):
        read_submission(tmp_path / "khong-co.yaml")


LINES = GOOD.splitlines()
ODD = [
    "",
    "~",
    "[]",
    "{}",
    "-1",
    ".nan",
    "1e999",
    "2025-6T",
    "31/02/2025",
    "{a: 1}",
    "[1]",
    "true",
    "'",
    "*a",
]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.integers(0, len(LINES) - 1), st.sampled_from(ODD), min_size=1, max_size=4))
def test_odd_values_are_read_or_refused_politely(tmp_path_factory, plan_2025, organisation, odd):
    lines = [f"{line.partition(':')[0]}: {odd[at]}" if at in odd else line for at, line in enumerate(LINES)]
    path = tmp_path_factory.getbasetemp() / "q1.yaml"
    path.write_text("\n".join(lines), "utf-8")
    with suppress(InvalidInputError):
        submission, findings = check_submission(path, Known(plan_2025, organisation))
        assert submission or any(finding.severity is Severity.ERROR for finding in findings)
        assert all(re.search(r"[.!?…]$", f"{finding}") for finding in findings)
