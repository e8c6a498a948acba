"""`docgen obligations`, `report`, `remind`: the files on stdout, how the period stands on stderr."""

import pytest

from docgen.resources import shipped

DATA = shipped("data")
OF_Q1 = ("--plan", DATA / "kehoach-2025.yaml", "--period", "2025-Q1")
SENT = ("--submissions", DATA / "submissions" / "2025-Q1")


def test_a_report_is_listed_with_what_is_beside_it_and_how_the_period_stands_is_told(docgen, tmp_path):
    done = docgen("report", *OF_Q1, *SENT, "--out", tmp_path, "--trace", "--picture")
    names = [line.removeprefix(f"{tmp_path}/bao-cao-2025-Q1") for line in done.out.splitlines()]
    assert done.status == 0
    assert names == [".docx", ".pdf", "-hinh.svg", "-hinh.png", "-nguon-so-lieu.xlsx"]
    assert done.err.startswith("8/9 đơn vị đã gửi số liệu.\nĐã hoàn thành 04/48 nhiệm vụ (8,33%).\n")
    assert "Ban Thi đua - Khen thưởng: chưa gửi số liệu kỳ 2025-Q1" in done.err


def test_a_letter_is_listed(docgen, tmp_path):
    done = docgen("remind", *OF_Q1, *SENT, "--out", tmp_path, "--as-of", "19/3/2025")
    assert done.status == 0
    assert [line.rpartition("/")[2] for line in done.out.splitlines()] == [
        "cong-van-don-doc-2025-Q1.docx",
        "cong-van-don-doc-2025-Q1.pdf",
    ]


def test_every_unit_gets_its_workbook(docgen, tmp_path):
    done = docgen("obligations", *OF_Q1, "--out", tmp_path)
    names = [line.rpartition("/")[2] for line in done.out.splitlines()]
    assert done.status == 0
    assert names[0] == "don-vi-bao-cao-2025-Q1.xlsx"
    assert "van-phong.xlsx" in names
    assert "Văn phòng Sở" in done.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--period", "2025-Q2"), "“2025-Q2” không phải kỳ báo cáo"),
        (("--date", "31/02/2025"), "Ngày 31/02/2025 không có trong lịch"),
        (("--number", "0"), "Số của báo cáo phải từ 1 trở lên"),
    ],
)
def test_a_wrong_option_is_told_and_nothing_written(docgen, tmp_path, options, said):
    done = docgen("report", *OF_Q1, *SENT, "--out", tmp_path / "ra", *options)
    assert done.status == 2
    assert said in done.err
    assert not (tmp_path / "ra").exists()
