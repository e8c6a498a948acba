"""Vietnamese order, with Perl's Unicode collation as the judge."""

import re
import subprocess
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.sorting import collation_key, person_key

JUDGE = """
use utf8; use open qw(:std :utf8); use Unicode::Collate::Locale;
chomp(my @words = <STDIN>);
print "$_\\n" for Unicode::Collate::Locale->new(locale => "vi", variable => "non-ignorable")->sort(@words);
"""
PHRASES = """
báo cáo|bảo đảm|bao gồm|bào chế|bão|bạo|băng|bằng|bẳng|bẵng|bắng|bặng|bâng|ca|cà|cả|cã|cá|cạ|căn cứ
cân|chủ trì|chú|da|dà|đa|đà|đá|đạ|dạ|em|ém|êm|ếm|ga|hoa|họa|hòa|hỏa|hóa|hoãn|kế hoạch|kẻ|khoẻ|lưu
lựu|lửu|lữu|mẹ|mẻ|năm|nằm|nam|o|ô|ơ|ò|ồ|ờ|ở|ợ|ổ|phòng|phong|phỏng|phóng|quý|quỹ|quỷ|quy|quỳ|rõ|sở|so
sổ|tỉnh|tính|tình|tịnh|tinh|tĩnh|u|ư|ù|ừ|ú|ứ|vụ|vũ|vu|xã|xa|xá|xà|xả|y|ý|ỳ|ỷ|ỹ|ỵ|Ban Tôn giáo
Ban tôn giáo|Văn phòng Sở|Văn Phòng Sở|Thanh tra Sở|ba má|bà cụ|Đắk Lắk|Đà Nẵng|An Giang|Bình Định
Ân|Ăn|Ơ|Ở|quy định|quý một|quý hai
"""


def in_order(rows, key=collation_key):
    return all(key(one) < key(other) for one, other in pairwise(rows))


def test_letters_tones_and_case():
    assert in_order(list("aAàảãáạăằẳẵắặâầẩẫấậbcdđeêghiklmnoôơpqrstuưvxyỳ"))


def test_the_judge_agrees():
    words = [word for word in re.split(r"[|\n]", PHRASES) if word]
    judged = subprocess.run(
        ["perl", "-e", JUDGE], input="\n".join(words), text=True, capture_output=True, check=True
    )
    assert sorted(words, key=collation_key) == judged.stdout.splitlines()


def test_numbers_count_as_numbers():
    assert in_order(["Phòng 1", "Phòng 2", "Phòng 02a", "Phòng 10", "Phòng A"])


def test_a_number_of_any_length_has_its_place():
    assert collation_key("9" * 5000) < collation_key("1" + "0" * 5000)


def test_signs_stand_before_numbers_before_letters():
    rows = ["an ninh", "an-ninh", "an1", "anh", "an год"]
    assert sorted(rows, key=collation_key) == ["an ninh", "an год", "an-ninh", "an1", "anh"]


@given(st.text(), st.text())
def test_the_order_is_total(one, other):
    assert (collation_key(one) < collation_key(other)) != (collation_key(other) <= collation_key(one))


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("Uỷ ban", "Ủy ban"), (" An\u00a0 ", "An")])
def test_spelling_does_not_change_the_place(one, other):
    assert collation_key(one) == collation_key(other)


def test_people_stand_by_given_name_then_family_then_middle():
    people = [
        "Trần Thị An",
        "Nguyễn Văn Ân",
        "Lê Bình",
        "Nguyễn Bình",
        "Nguyễn An Bình",
        "Nguyễn Thanh Bình",
        "Đỗ Đức",
        "Vũ",
        "Nguyễn Thanh Vũ",
    ]
    assert in_order(people, key=person_key)
    assert person_key("") < person_key("An")
