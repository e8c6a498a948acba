"""A folder of what units sent for a period: one submission counts for each unit; the rest is told."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from docgen.errors import InvalidInputError, MissingError
from docgen.model.outcome import Status
from docgen.model.period import ReportingPeriod
from docgen.services.submissions import gather
from docgen.sheets import write_workbook

Q1, HALF, YEAR = (ReportingPeriod(2025, part) for part in ("Q1", "6T", "N"))
ROW = "  - {id: giao-bien-che, tinh_trang: hoan_thanh, ngay_hoan_thanh: 22/01/2025, ket_qua: Đã giao}\n"
LATER = ROW.replace("Đã giao", "Đã giao bổ sung")
HEAD = "nam: 2025\nky: 2025-Q1\ndon_vi: Văn phòng Sở\n"
SENT = "ngay_gui: {}/3/2025\n"
UNDATED = "không ghi ngày gửi"
STILL_TO_DO = (
    "Còn phải làm tiếp trong năm thì hãy chọn “Đang thực hiện” (dang_thuc_hien); đã xong hẳn thì giữ nguyên."
)


@pytest.fixture(scope="module")
def office(organisation, forms_2025, calendar_2025):
    return organisation, forms_2025, calendar_2025


@pytest.fixture
def put(tmp_path):
    """Return a function that writes a file."""

    def put(name, head=HEAD, row=ROW):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"{head}ket_qua:\n{row}", "utf-8")

    return put


@pytest.fixture
def gathered(tmp_path, plan_2025, office):
    """Return a function that reads a folder: the files by period and unit, and what is told."""

    def gathered(folder=".", period=Q1):
        found = gather(tmp_path / folder, plan_2025, *office, period)
        files = {
            f"{when}": {unit: one.file for unit, one in units.items()}
            for when, units in found.received.items()
        }
        return files, [str(finding) for finding in found.findings]

    return gathered


@pytest.fixture
def refused(gathered):
    """Return a function that reads a folder which cannot be used: the problems."""

    def refused(*wanted):
        with pytest.raises(InvalidInputError) as raised:
            gathered(*wanted)
        return list(raised.value.problems)

    return refused


def test_submissions_by_period_and_unit(put, tmp_path, plan_2025, office):
    put("a.yaml")
    put("b.yaml", HEAD.replace("Văn phòng Sở", "P.TCBC và TCPCP"))
    found = gather(tmp_path, plan_2025, *office, Q1)
    assert found.findings == ()
    assert {unit: one.file for unit, one in found.received[Q1].items()} == {
        "tcbc-tcpcp": "b.yaml",
        "van-phong": "a.yaml",
    }
    office_file = found.received[Q1]["van-phong"]
    assert (office_file.period, office_file.unit) == (Q1, "van-phong")
    assert office_file.submission.of("giao-bien-che").status is Status.DONE


@pytest.mark.parametrize(
    "name", ["2025-Q1/van-phong.yaml", "van-phong_2025-Q1.yaml", "2025-Q1 van-phong.yml"]
)
def test_names_say_what_a_file_does_not(put, gathered, name):
    put(name, "nam: 2025\n")
    assert gathered() == ({"2025-Q1": {"van-phong": name}}, [])


def test_earlier_periods_below_the_folder_are_read_along_and_later_ones_left_out(put, gathered):
    put("2025-Q1/van-phong.yaml")
    put("2025-6T/van-phong.yaml", HEAD.replace("Q1", "6T"))
    put("2025-N/van-phong.yaml", HEAD.replace("Q1", "N"))
    files, told = gathered(period=HALF)
    assert files == {
        "2025-Q1": {"van-phong": "2025-Q1/van-phong.yaml"},
        "2025-6T": {"van-phong": "2025-6T/van-phong.yaml"},
    }
    assert told == ["2025-N/van-phong.yaml: là kết quả kỳ 2025-N, sau kỳ 2025-6T, nên không dùng."]


def test_earlier_periods_beside_the_folder_are_read_along(put, gathered, tmp_path):
    for period in ("2025-Q1", "2025-6T", "2025-N"):
        put(f"{period}/van-phong.yaml", HEAD.replace("2025-Q1", period))
    put("2024-N/van-phong.yaml", "nam: 2024\n")
    put("2025-Q1-cu/van-phong.yaml", "hỏng")
    files, told = gathered("2025-6T", HALF)
    assert [*files] == ["2025-Q1", "2025-6T"]
    assert files["2025-6T"] == {"van-phong": "2025-6T/van-phong.yaml"}
    assert told == [
        f"{tmp_path / '2025-6T'}: đã đọc thêm kết quả các kỳ trước trong thư mục bên cạnh: 2025-Q1."
    ]


def test_sisters_are_named_alike(put, gathered):
    put("ket-qua-2025-Q1/van-phong.yaml", "nam: 2025\n")
    put("ket-qua-2025-6T/van-phong.yaml", "nam: 2025\n")
    put("2025-Q1/van-phong.yaml", "hỏng")
    files, _ = gathered("ket-qua-2025-6T", HALF)
    assert [*files["2025-Q1"].values()] == ["ket-qua-2025-Q1/van-phong.yaml"]


def test_a_period_that_nobody_answered_is_told(put, gathered, tmp_path):
    put("van-phong.yaml")
    _, told = gathered(period=HALF)
    assert told == [
        f"{tmp_path}: không có tệp kết quả nào của kỳ 2025-6T. Hãy xem lại thư mục và kỳ báo cáo."
    ]


DOUBLES = {
    "the later one": (
        (SENT.format(17), ROW),
        (SENT.format(14), LATER),
        "a.yaml",
        (
            "gửi 2 tệp cho kỳ 2025-Q1 (b.yaml, ngày 14/3/2025; a.yaml, ngày 17/3/2025); lấy tệp gửi sau cùng,"
            " “a.yaml”. Nếu phải lấy tệp khác, hãy bỏ tệp thừa."
        ),
    ),
    "the same again": (
        (SENT.format(17), ROW),
        (SENT.format(14), ROW),
        "b.yaml",
        (
            "gửi 2 tệp cho kỳ 2025-Q1 (b.yaml, ngày 14/3/2025; a.yaml, ngày 17/3/2025), nội dung giống nhau;"
            " lấy “b.yaml”. Hãy bỏ tệp thừa."
        ),
    ),
    "the same without days": (
        ("", ROW),
        ("", ROW),
        "a.yaml",
        (
            f"gửi 2 tệp cho kỳ 2025-Q1 (a.yaml, {UNDATED}; b.yaml, {UNDATED}), nội dung giống nhau;"
            " lấy “a.yaml”. Hãy bỏ tệp thừa."
        ),
    ),
}


@pytest.mark.parametrize(("one", "other", "counts", "said"), DOUBLES.values(), ids=DOUBLES)
def test_of_two_files_of_a_unit_one_counts(put, gathered, one, other, counts, said):
    put("a.yaml", HEAD + one[0], one[1])
    put("b.yaml", HEAD + other[0], other[1])
    assert gathered() == ({"2025-Q1": {"van-phong": counts}}, [f"Văn phòng Sở: {said}"])


@pytest.mark.parametrize(
    ("one", "other"), [(SENT.format(14), SENT.format(14)), ("", SENT.format(14)), ("", "")]
)
def test_of_two_files_that_contradict_nobody_can_say_which_counts(put, refused, one, other):
    put("a.yaml", HEAD + one)
    put("b.yaml", HEAD + other, LATER)
    (problem,) = refused()
    assert str(problem).startswith("Văn phòng Sở: gửi 2 tệp cho kỳ 2025-Q1 (")
    assert str(problem).endswith(
        "nội dung khác nhau mà không rõ tệp nào gửi sau cùng. Hãy giữ một tệp, hoặc ghi đúng ngày gửi"
        " (ngay_gui) của từng tệp."
    )


def test_a_copy_of_the_last_file_does_no_harm(put, gathered):
    put("a.yaml", HEAD + SENT.format(17), LATER)
    put("b.yaml", HEAD + SENT.format(14))
    put("c.yaml", HEAD + SENT.format(17), LATER)
    files, told = gathered()
    assert (files["2025-Q1"], len(told)) == ({"van-phong": "c.yaml"}, 1)


def test_a_unit_that_left_still_counts_in_the_period_in_which_it_was_there(put, gathered):
    row = "  - {id: csdl-ton-giao, tinh_trang: dang_thuc_hien}\n"
    left = HEAD.replace("Văn phòng Sở", "Ban Tôn giáo")
    put("2025-Q1/ton-giao.yaml", left, row)
    assert gathered() == ({"2025-Q1": {"ton-giao": "2025-Q1/ton-giao.yaml"}}, [])
    put("2025-Q3/ton-giao.yaml", left.replace("Q1", "Q3"), row)
    put("2025-Q3/van-phong.yaml", HEAD.replace("Q1", "Q3"))
    files, told = gathered(period=ReportingPeriod(2025, "Q3"))
    assert files["2025-Q3"].keys() == {"van-phong"}
    assert told == [
        (
            "2025-Q3/ton-giao.yaml: Ban Tôn giáo không thuộc Sở Nội vụ trong kỳ 2025-Q3, nên không dùng tệp"
            " này. Hãy xem lại đơn vị và kỳ; hoặc sửa ngày của đơn vị trong danh sách đơn vị."
        )
    ]


def test_the_period_in_a_file_counts_before_its_name(put, gathered):
    put("2025-6T/van-phong.yaml")
    files, told = gathered(period=HALF)
    assert files == {"2025-Q1": {"van-phong": "2025-6T/van-phong.yaml"}}
    assert told[0] == (
        "2025-6T/van-phong.yaml: ghi kỳ 2025-Q1 mà tên tệp hoặc thư mục ghi 2025-6T; lấy kỳ ghi trong tệp."
        " Hãy sửa ky, hoặc chuyển tệp."
    )


def test_everything_wrong_in_all_files_is_told_at_once(put, refused, tmp_path):
    put("van-phong.yaml")
    put("la.yaml", HEAD.replace("Văn phòng Sở", "Văn phòng Sở Y tế"))
    put("nhom.yaml", HEAD.replace("Văn phòng Sở", "Các đơn vị trực thuộc Sở"))
    put("nam.yaml", "nam: 2024\nky: 2024-Q1\ndon_vi: Văn phòng Sở\n")
    put("trong.yaml", "nam: 2025\n")
    put("sai.yaml", HEAD, ROW.replace("giao-bien-che", "giao-bien-chee"))
    (tmp_path / "hong.yaml").write_bytes(b"\xff\xfe\x00")
    problems = list(map(str, refused()))
    assert problems[0].startswith(f"Tệp “{tmp_path / 'hong.yaml'}”, dòng 1: không phải bảng mã UTF-8.")
    assert problems[1].startswith("la.yaml, ô “Đơn vị” (dòng 3): không có đơn vị “Văn phòng Sở Y tế”")
    assert problems[2].startswith("nam.yaml, ô “Năm kế hoạch” (dòng 1): là kết quả của năm 2024")
    assert problems[3].startswith(
        "sai.yaml, kết quả thứ 1, ô “Mã nhiệm vụ” (dòng 5): mã nhiệm vụ “giao-bien-chee”"
    )
    assert problems[4:] == [
        (
            "nhom.yaml: “Các đơn vị trực thuộc Sở” là một nhóm đơn vị, không phải một đơn vị."
            " Hãy ghi tên đơn vị gửi."
        ),
        (
            "trong.yaml: chưa ghi kỳ báo cáo. Hãy ghi ky vào tệp, hoặc đặt tệp trong thư mục mang tên kỳ, ví"
            " dụ 2025-Q1."
        ),
        (
            "trong.yaml: chưa ghi đơn vị gửi. Hãy ghi don_vi vào tệp, hoặc đặt tên tệp theo mã đơn vị, ví dụ"
            " van-phong.yaml."
        ),
    ]


def test_what_is_doubtful_in_a_file_is_told_with_its_name(put, gathered):
    put("van-phong.yaml", row=ROW.replace("hoan_thanh,", "cham_tien_do,"))
    _, (told,) = gathered()
    assert told.startswith(
        "van-phong.yaml, kết quả thứ 1, ô “Lý do chậm” (dòng 5): chậm tiến độ mà chưa nêu lý do"
    )


def test_what_is_doubtful_in_an_earlier_file_was_told_then(put, gathered):
    put("2025-Q1/van-phong.yaml", row=ROW.replace("hoan_thanh,", "cham_tien_do,"))
    put("2025-6T/van-phong.yaml", HEAD.replace("Q1", "6T"))
    assert gathered(period=HALF)[1] == []


def test_a_workbook_that_a_unit_filled_in(tmp_path, plan_2025, organisation, gathered):
    book = openpyxl.load_workbook(BytesIO(write_workbook(plan_2025, organisation)))
    for cell, value in {"H7": "Hoàn thành", "I8": "15/2/2025", "H8": "Đang thực hiện"}.items():
        book.worksheets[0][cell].value = value
    (tmp_path / "2025-Q1").mkdir()
    book.save(tmp_path / "2025-Q1" / "cchc-vtlt.xlsx")
    files, told = gathered()
    assert files == {"2025-Q1": {"cchc-vtlt": "2025-Q1/cchc-vtlt.xlsx"}}
    assert told[1].endswith("thời gian là “Ban hành Kế hoạch: Quý I; Thực hiện: cả năm”. " + STILL_TO_DO)
    assert [line.partition(":")[0].removeprefix("2025-Q1/cchc-vtlt.xlsx, ") for line in told] == [
        "ô I8",
        "nhiệm vụ ke-hoach-kiem-tra-noi-bo, ô “Tình trạng”",
        "nhiệm vụ ke-hoach-kiem-tra-noi-bo, ô “Ngày hoàn thành”",
        "nhiệm vụ ke-hoach-kiem-tra-noi-bo, ô “Kết quả”",
    ]


def test_a_folder_that_is_not_there(gathered):
    with pytest.raises(MissingError, match="Không tìm thấy thư mục"):
        gathered("khong-co")


def test_an_empty_folder_is_told_of(gathered, tmp_path):
    (tmp_path / "anh.png").write_bytes(b"")
    files, (unread, nothing) = gathered()
    assert (files, unread.startswith("anh.png: không phải tệp .yaml hay .xlsx")) == ({}, True)
    assert "không có tệp kết quả nào của kỳ 2025-Q1" in nothing


def test_a_file_that_is_named_by_another_unit_is_doubted(put, gathered):
    put("thanh-tra.yaml")
    assert gathered() == (
        {"2025-Q1": {"van-phong": "thanh-tra.yaml"}},
        [
            (
                "thanh-tra.yaml: ghi đơn vị Văn phòng Sở mà tên tệp là của Thanh tra Sở; lấy đơn vị ghi trong"
                " tệp. Hãy sửa don_vi, hoặc đổi tên tệp."
            )
        ],
    )


def test_what_was_sent_after_a_day_had_not_come_by_then(put, tmp_path, plan_2025, office):
    put("van-phong.yaml", HEAD + SENT.format(18))
    put("thanh-tra.yaml", HEAD.replace("Văn phòng Sở", "Thanh tra Sở") + SENT.format(17))
    put("ccvc.yaml", HEAD.replace("Văn phòng Sở", "Phòng CCVC"))
    then = gather(tmp_path, plan_2025, *office, Q1).until(date(2025, 3, 17))
    assert then.received[Q1].keys() == {"thanh-tra", "ccvc"}
    assert "van-phong.yaml: gửi sau ngày 17/3/2025, nên chưa tính là đã gửi." in [
        str(finding) for finding in then.findings
    ]
