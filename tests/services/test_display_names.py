"""Names of uploaded files as they are shown and kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.services.display_names import MOST_BYTES, display_name


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("Báo cáo quý I.pdf", "Báo cáo quý I.pdf"),
        (unicodedata.normalize("NFD", "Báo cáo.pdf"), "Báo cáo.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\An\kế hoạch.docx", "kế hoạch.docx"),
        ("a/b\\c.pdf", "c.pdf"),
        ("hoa\u202efdp.exe", "hoafdp.exe"),
        ("a\0b\x1b[31m\u200b.pdf", "ab[31m.pdf"),
        ("a\r\n b\u00a0c.pdf", "a b c.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("Com1 .tar.pdf", "_Com1 .tar.pdf"),
        ("LPT².png", "_LPT².png"),
        ("CONG VAN.pdf", "CONG VAN.pdf"),
        (".pdf", "pdf"),
        ("  a.pdf. . ", "a.pdf"),
        ("", "tep"),
        ("///", "tep"),
        ("...", "tep"),
        ("đ" * 200 + ".pdf", "đ" * 58 + ".pdf"),
        ("a." + "đ" * 200, "a." + "đ" * 29),
        ("a\ud800b.pdf", "ab.pdf"),
    ],
)
def test_a_name_is_shown_as_it_may_be_kept(given_, shown):
    assert display_name(given_) == shown


@given(st.text(max_size=300))
def test_whatever_is_given_a_name_is_safe_and_stays_what_it_is(given_):
    name = display_name(given_)
    assert 0 < len(name.encode()) <= MOST_BYTES
    assert name.isprintable()
    assert name == name.strip(" .") == unicodedata.normalize("NFC", name)
    assert not set(name) & set('/\\<>:"|?*')
    assert display_name(name) == name
