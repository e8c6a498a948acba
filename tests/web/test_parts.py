"""Small parts of pages."""

from datetime import date

import pytest
from browsing import Office
from offices import NOW
from pydantic import BaseModel, Field, ValidationError, field_validator

from docgen.model.collecting import PeriodState, SubmissionState
from docgen.model.papers import JobState, NumberState
from docgen.web.states import look_of
from docgen.web.templating import templates
from docgen.web.validation import problems_of


@pytest.mark.parametrize("kind", [SubmissionState, PeriodState, JobState, NumberState])
def test_every_state_has_words_and_a_picture(kind):
    tag = templates().from_string('{% from "parts/states.html" import tag %}{{ tag(state) }}')
    shown = [tag.render(state=state) for state in kind]
    assert len(set(shown)) == len(kind)
    for state, html in zip(kind, shown, strict=True):
        assert state.label in html
        assert f"fa-{look_of(state).icon}" in html


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ now|time }}", "09:00"),
        ("{{ now|moment }}", "09:00 ngày 10/3/2025"),
        ("{{ now.date()|day }}", "10/3/2025"),
        ("{{ '<b>' }}", "&lt;b&gt;"),
        ('{% from "parts/progress.html" import progress %}{{ progress(31, 48) }}', 'max="48" value="31"'),
        (
            '{% from "parts/tables.html" import empty %}{% call empty("Trống.") %}<a>{% endcall %}',
            "<p>Trống.</p><a>",
        ),
        ('{% from "parts/paging.html" import paging %}{{ paging(2, 3, "/x?trang=") }}', 'href="/x?trang=3"'),
        ('{% from "parts/states.html" import late %}{{ late() }}', "Nộp chậm"),
    ],
)
def test_parts_write_as_officers_do(source, said):
    assert said in templates().from_string(source).render(now=NOW)


FORM = """{% import "parts/forms.html" as forms %}
{{ forms.field("so", "Số", "<5>", hint="Ví dụ 12.", error="Chưa đúng.", optional=true) }}
{{ forms.area("ghi_chu", "Ghi chú", "một") }}
{{ forms.choice("don_vi", "Đơn vị", [("a", "A"), ("b", "B")], "b", empty="Tất cả") }}
{{ forms.file("tep", "Tệp", "Đến 20 MB.", accept=".docx", multiple=true) }}
{{ forms.tick("xac_nhan", "Xác nhận", checked=true, error="Chưa xác nhận.") }}
{{ forms.summary({"so": "Số chưa đúng."}) }}{{ forms.link_button("Về", "/", "house") }}"""


def test_a_field_is_tied_to_its_label_hint_and_error():
    html = templates().from_string(FORM).render()
    assert 'for="o-so"' in html
    assert 'id="o-so" name="so" type="text" value="&lt;5&gt;"' in html
    assert 'aria-describedby="o-so-goi-y o-so-loi" aria-invalid="true"' in html
    assert '<option value="b" selected>B' in html
    assert 'checked aria-describedby="o-xac_nhan-loi"' in html
    assert '<a href="#o-so">Số chưa đúng.</a>' in html


class Trial(BaseModel):
    ngay: date
    so: int = Field(gt=3)
    chu: str = Field(min_length=2)
    ma: str

    @field_validator("ma")
    @classmethod
    def _is_known(cls, ma: str) -> str:
        raise ValueError(f"không có mã {ma}.")


def test_what_pydantic_says_is_said_in_vietnamese():
    with pytest.raises(ValidationError) as refused:
        Trial.model_validate({"ngay": "mai", "so": 3, "chu": "x", "ma": "A"})
    errors = [one | {"loc": ("body", *one["loc"])} for one in refused.value.errors()]
    assert problems_of(errors) == (
        "ngay: phải là ngày, ví dụ 15/3/2026.",
        "so: phải lớn hơn 3.",
        "chu: phải có ít nhất 2 ký tự.",
        "ma: không có mã A.",
    )
    assert problems_of([{"loc": ("body",), "type": "model_type"}]) == ("Nội dung gửi lên: không đúng dạng.",)


def test_the_watch_is_told_which_part_is_not_well(sqlite_founded, tmp_path):
    parts = Office(sqlite_founded, tmp_path / "khong-co").somebody().get("/suc-khoe")
    assert parts.status_code == 503
    assert parts.json() == {
        "trang_thai": "hỏng",
        "co_so_du_lieu": "tốt",
        "o_dia": "hỏng",
        "phong_chu": "tốt",
    }
