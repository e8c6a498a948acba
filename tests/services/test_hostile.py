"""Whatever an officer types is printed, letter for letter, in Word and in PDF."""

import unicodedata
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from often import examples
from printed import pdf_pages, squeezed

from docgen.documents import DOCUMENT_TYPES
from docgen.model.plan import Plan
from docgen.pdf import to_pdf
from docgen.resources import shipped
from docgen.word import load_template, make_docx

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
LETTERS = VIETNAMESE + VIETNAMESE.upper() + "fjwzFJWZ0123456789"
MARKS = "&<>\"'{}%#$/\\|()[]“”‘’–—…;:,.!?*_=+-@~^`"

HOSTILE = {
    "dấu XML": "A & B < C > D \"E\" 'F' &amp; &#60; <b>đậm</b> ]]> <![CDATA[x]]>",
    "thẻ Word": "</w:t></w:r></w:p><w:p><w:r><w:t>chen",
    "ngoặc mẫu": "{{ 7*7 }} {% endfor %} {# ghi chú #} {_{ a }_} {%tr if x %} ${x} {{ dau.so }}",
    "5.000 chữ": "Nội dung rất dài. " * 277 + "Hết dài",
    "từ 300 chữ": "Đ" + "ư" * 298 + "ợ",
    "NFD": unicodedata.normalize("NFD", "Kế hoạch cải cách hành chính"),
    "mọi chữ Việt": " ".join(VIETNAMESE) + " " + " ".join(VIETNAMESE.upper()),
    "xuống dòng": "dòng một\ndòng hai\ndòng ba",
}

words = st.text(st.sampled_from(LETTERS + MARKS), min_size=1, max_size=40)
texts = st.lists(words, min_size=1, max_size=8).map(lambda parts: "W" + " ".join(parts) + "W")
body_texts = texts.map(lambda text: text.replace("**", "*"))


def one_line(text: str) -> str:
    """Return `text` on one line, without the full stop that docgen itself puts there."""
    return " ".join(text.split()).rstrip(".;")


def plan_with(text: str, body: str | None = None) -> Plan:
    """Return a plan that says `text`, or `body` where stars make bold, wherever an officer may type."""
    body = body or text
    line, title = one_line(text), one_line(body)
    short = line[:500]  # two columns side by side over several pages are read as one
    task = {"id": "mot", "noi_dung": text, "chu_tri": text, "phoi_hop": text, "thoi_gian": text}
    task |= {"san_pham": text, "kinh_phi": text, "ghi_chu": text}
    point = {"noi_dung": body, "gach": [body]}
    items = [{"tieu_de": title, "diem": [point], "gach": [body]}, {"noi_dung": body, "doan": [body]}]
    group = {"ten": line, "nhiem_vu": [task]}
    return Plan.model_validate(
        {
            "nam": 2026,
            "trich_yeu": line,
            "can_cu": [body],
            "mo_dau": [body],
            "noi_dung": [{"tieu_de": title, "khoan": items, "chi_dan": body}],
            "noi_nhan": {"danh_sach": [short], "don_vi_soan_thao": short},
            "ky": {"chuc_vu": short, "ho_ten": "Trần Văn An"},
            "phu_luc": [{"ten": line, "phan": [{"ten": line, "nhom": [group]}]}],
        }
    )


@pytest.fixture(scope="session")
def template():
    return load_template(shipped("templates") / "kehoach")


def word_text(data: bytes) -> str:
    """Return the words of the body as python-docx, a stranger to docgen, reads them."""
    body = docx.Document(BytesIO(data)).element.body
    return squeezed("".join(body.xpath(".//w:t/text()")))


def missing_from(printed: str, document) -> list[str]:
    return [text for text in document.printed_texts() if squeezed(text) not in printed]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stands_in_every_field_of_word_and_pdf(name, organisation, template):
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan_with(HOSTILE[name]), organisation)
    data = make_docx(document, template)
    assert missing_from(word_text(data), document) == []
    assert missing_from(squeezed("".join(pdf_pages(to_pdf(data)))), document) == []


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts, body=body_texts)
def test_any_text_is_found_in_word(organisation, template, text, body):
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan_with(text, body=body), organisation)
    assert missing_from(word_text(make_docx(document, template)), document) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, body=body_texts)
def test_any_text_is_found_in_the_pdf(organisation, template, text, body):
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan_with(text, body=body), organisation)
    printed = squeezed("".join(pdf_pages(to_pdf(make_docx(document, template)))))
    assert missing_from(printed, document) == []
