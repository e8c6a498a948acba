"""The archive is a zip like any other, and the same for the same content."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from docgen.word.archive import BEST, FAST, archive, entry


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1), st.binary()
    )
)
def test_what_is_put_in_comes_out(parts):
    data = archive(entry(name, content) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == parts


def test_order_date_and_bytes_are_fixed():
    parts = {"b": b"2" * 999, "a": b"1"}
    data = archive(entry(name, content, BEST) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert [(item.filename, item.date_time) for item in opened.infolist()] == [
            ("b", (1980, 1, 1, 0, 0, 0)),
            ("a", (1980, 1, 1, 0, 0, 0)),
        ]
    assert data == archive(entry(name, content, BEST) for name, content in parts.items())


def test_levels_differ_only_in_size():
    words = b"k\xe1\xba\xbf ho\xe1\xba\xa1ch " * 5000
    assert len(entry("a", words, BEST).deflated) < len(entry("a", words, FAST).deflated)
