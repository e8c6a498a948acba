"""What units sent is written as officers write it, and comes back the same."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.importers.submission_reading import read_submission
from docgen.importers.submission_yaml import submission_yaml
from docgen.model.outcome import Outcome, Product, Status
from docgen.model.submission import OtherWork, Statistic, Steering, Submission

WHOLE = Submission(
    year=2025,
    period="2025-Q1",
    unit="Văn phòng Sở",
    sent_on="17/3/2025",
    rows=[
        Outcome(
            id="ra-soat",
            status=Status.DONE,
            finished_on="14/3/2025",
            result="=1+1: 05/BC-SNV",
            products=[Product(number="05/BC-SNV", day="14/3/2025")],
            evidence=["bao-cao.pdf"],
        )
    ],
    other=[
        OtherWork(content="Công tác chỉ đạo, điều hành", heading=Steering.INSPECTION, results=["Đã kiểm tra"])
    ],
    statistics=[Statistic(code="3.5", value="1.234,5"), Statistic(code="3.10", note="Chưa có")],
)


def written(submission, folder):
    path = folder / "kh.ket-qua.yaml"
    path.write_text(submission_yaml(submission), "utf-8")
    return path


def test_a_submission_comes_back(tmp_path):
    path = written(WHOLE, tmp_path)
    assert read_submission(path)[0] == WHOLE
    lines = path.read_text("utf-8").splitlines()
    for line in (
        "ngay_gui: 17/3/2025",
        "    ngay_hoan_thanh: 14/3/2025",
        '    so_lieu: "1.234,5"',
        '  - ma: "3.10"',
    ):
        assert line in lines


def test_whole_numbers_are_written_as_numbers(tmp_path):
    submission = Submission(year=2025, statistics=[Statistic(code="1", value=Decimal("412.0"))])
    assert "so_lieu: 412\n" in written(submission, tmp_path).read_text("utf-8")


LETTERS = st.text(alphabet="aăâđêôơưÀẾ 0123456789:#-'\"\\[]{}>|&*!%@`,.\n", max_size=150)
TEXTS = LETTERS.filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    result=LETTERS,
    texts=st.lists(TEXTS, max_size=3),
    day=st.none() | st.dates(date(2025, 1, 1), date(2025, 12, 31)),
    value=st.none() | st.decimals(0, 10**12, places=3),
)
def test_anything_that_can_be_said_comes_back(tmp_path_factory, result, texts, day, value):
    row = Outcome(id="a", status=Status.DONE, finished_on=day, result=result, evidence=texts)
    statistics = [Statistic(code="1.1", value=value)]
    submission = Submission(year=2025, rows=[row], difficulties=texts, statistics=statistics)
    assert read_submission(written(submission, tmp_path_factory.mktemp("at-random")))[0] == submission
