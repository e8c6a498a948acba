"""Template tags reach plain data and nothing else, even past the check of what they say."""

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from docgen.errors import InvalidInputError
from docgen.word.sandbox import TagEnvironment, in_text, plain
from docgen.word.tags import faults

DATA = {"a": "chữ", "cac": ["x", "y"], "nhom": {"b": 1}}


def rendered(source, finalize=in_text, **more):
    return TagEnvironment(finalize).from_string(source).render(DATA | more)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ a }} {{ nhom.b }} {{ nhom['b'] }} {{ cac[1] }}", "chữ 1 1 y"),
        (
            "{% for x in cac %}{{ loop.index }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1x, 2y",
        ),
        ("{{ a|upper }} {{ cac|join('; ') }} {{ cac|length }}", "CHỮ x; y 2"),
        ("{{ '<b>' }}", "&lt;b&gt;"),
    ],
)
def test_plain_data_is_placed(source, words):
    assert rendered(source) == words


@pytest.mark.parametrize(
    "source",
    [
        "{{ a.__class__ }}",
        "{{ a.upper }}",
        "{{ a['__class__'] }}",
        "{{ cac.append }}",
        "{{ nhom.items }}",
        "{{ nhom['c'] }}",
        "{{ cac[7] }}",
        "{{ cac[a] }}",
        "{% for x in cac %}{{ loop.cycle }}{% endfor %}",
        "{{ khong_co }}",
        "{{ range }}",
    ],
)
def test_nothing_else_has_attributes(source):
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(source)


@pytest.mark.parametrize("source", ["{{ 'a' * 10**9 }}", "{{ '%1000000000d' % 1 }}", "{{ nhom.b + 1 }}"])
def test_nothing_is_computed(source):
    with pytest.raises(InvalidInputError, match="không được tính toán"):
        TagEnvironment(in_text).from_string(source).render(DATA)


@pytest.mark.parametrize("finalize", [in_text, plain])
@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}])
def test_a_group_is_not_printed(finalize, value):
    with pytest.raises(InvalidInputError, match="một nhóm trường"):
        rendered("{{ x }}", finalize, x=value)


def test_line_breaks_and_tabs_become_elements_in_text():
    assert in_text("<a>\n\tb") == Markup(
        '&lt;a&gt;</w:t><w:br/><w:t xml:space="preserve"></w:t><w:tab/><w:t xml:space="preserve">b'
    )


def test_line_breaks_and_tabs_become_spaces_in_properties():
    assert rendered("{{ x }}", plain, x="a\nb\tc") == "a b c"


@pytest.mark.parametrize("name", ["1a", "a b", "x" * 41, "a&b", ""])
def test_bookmark_names_are_checked(name):
    with pytest.raises(InvalidInputError, match="tên dấu trang"):
        rendered("{{ x|ten_neo }}", x=name)


@pytest.mark.parametrize(
    "source",
    [
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include a %}",
        "{% import a as b %}",
        "{% extends a %}",
        "{% for x in cac recursive %}{% endfor %}",
        "{{ [1] }}",
        "{{ {} }}",
        "{{ cac[1:] }}",
        "{{ 1 + 1 }}",
        "{{ a ~ a }}",
        "{{ a() }}",
        "{{ so_hinh(1) }}",
        "{{ a.__class__ }}",
        "{% for x in cac %}{{ loop.cycle }}{% endfor %}",
        "{{ a|safe }}",
        "{{ a|tojson }}",
        "{{ a is string }}",
        "chữ }} thừa",
    ],
)
def test_what_a_tag_may_not_say(source):
    environment = TagEnvironment(plain)
    environment.tests["string"] = environment.filters["safe"] = environment.filters["tojson"] = str
    assert list(faults(environment.parse(source)))


def test_what_the_compiler_says_is_allowed():
    source = "{{ so_hinh() }}{{ ma_neo[dong.neo]|so_nguyen }}{% if loop.revindex < 3 and not a %}{% endif %}"
    assert not list(faults(TagEnvironment(plain).parse(source)))
