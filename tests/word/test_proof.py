"""A filled file is opened again; what does not hold the document is never given out."""

import pytest

from docgen.errors import InvalidInputError
from docgen.word import fill, verify

MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Độc lập - Tự do", "Độc lập", "thiếu hoặc sai thứ tự: “Độc lập - Tự do - Hạnh phúc”"),
        ("SỞ NỘI VỤ", "SỞ NỘI  VỤ", "thiếu hoặc sai thứ tự: “SỞ NỘI VỤ”"),
        ("Nơi nhận:", "Nơi nhận: {{ a }}", "còn sót dấu thẻ: “{{ a }}"),
        ("Nơi nhận:", "Nơi nhận: %}", "còn sót dấu thẻ"),
        ('w:name="nv_ke_hoach_truyen_thong_noi_bo"', 'w:name="nv_ke_hoach_kiem_tra_noi_bo"', "trùng tên"),
        ('<w:bookmarkEnd w:id="10002"/>', "", "mở mà không đóng"),
        ('w:id="10002"', 'w:id="10001"', "trùng số"),
        ('<wp:docPr id="1002"', '<wp:docPr id="1001"', "hình vẽ trùng số: 1001"),
    ],
)
def test_what_is_wrong_is_named(document, template, tools, old, new, problem):
    data = fill(template, document)

    def spoiled(xml):
        assert old in xml
        return xml.replace(old, new)

    with pytest.raises(InvalidInputError) as caught:
        verify(tools.with_part(data, MAIN, spoiled), document)
    assert problem in str(caught.value)


def test_a_file_that_lost_its_tail_is_refused(document, template, tools):
    data = fill(template, document)
    cut = tools.with_part(data, MAIN, lambda xml: xml[: xml.rindex("Tổng số")] + xml[xml.rindex("</w:t>") :])
    with pytest.raises(InvalidInputError, match="Tổng số: 22 nhiệm vụ"):
        verify(cut, document)


def test_braces_in_the_data_are_no_tags(document, template):
    head = document.head.model_copy(update={"subject": "Về {{ mẫu }} {% và %}"})
    braces = document.model_copy(update={"head": head})
    verify(fill(template, braces), braces)
