"""A template folder: its manifest and its Word file."""

import pytest

from docgen.errors import InvalidInputError, MissingError
from docgen.word import load_template


def test_the_template_is_known_by_its_word_file(edited):
    first, second = load_template(edited(str)), load_template(edited(lambda xml: xml + " "))
    assert first != second
    assert load_template(edited(str)) == first
    assert first.manifest.document_type == "kehoach"


def test_missing_manifest_is_named(tmp_path):
    with pytest.raises(MissingError, match=r"mau\.toml"):
        load_template(tmp_path)


def test_missing_word_file_is_named(edited):
    folder = edited(str)
    (folder / "mau.docx").unlink()
    with pytest.raises(MissingError, match=r"mau\.docx"):
        load_template(folder)


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (b"ten = ", "không phải TOML: cuối tệp còn thiếu"),
        (b"ten = 'a'\nso 1", r"không phải TOML: sai ở dòng 2, cột 4\."),
        (b"ten = '\xff'", "không phải TOML, chữ không phải UTF-8"),
        (b"ten = 'a'", "“loai_van_ban”, “tep”"),
        (b"ten = 'a'\nloai_van_ban = 'kehoach'\ntep = '../a.docx'", "“tep”"),
        (b"ten = 'a'\nloai_van_ban = 'kehoach'\ntep = 'a.docx'\nso = 1", "“so”"),
    ],
)
def test_wrong_manifests_are_explained(edited, manifest, message):
    folder = edited(str)
    (folder / "mau.toml").write_bytes(manifest)
    with pytest.raises(InvalidInputError, match=message):
        load_template(folder)
