"""Files that cannot be read as text are refused with a reason."""

from pathlib import Path

import pytest

from docgen.errors import InvalidInputError, MissingError, RefusedError
from docgen.importers.text_file import MAX_BYTES, read_text


def test_a_byte_order_mark_is_not_text(yaml_file):
    assert read_text(yaml_file(b"\xef\xbb\xbfK\xe1\xba\xbf")) == "Kế"


def test_missing(tmp_path):
    with pytest.raises(MissingError, match=r"Không tìm thấy tệp .*khong-co\.yaml"):
        read_text(tmp_path / "khong-co.yaml")


def test_a_folder(tmp_path):
    with pytest.raises(InvalidInputError, match="là thư mục, không phải tệp"):
        read_text(tmp_path)


@pytest.mark.parametrize("path", ["/proc/self/mem", "a" * 300, "a\0b"])
def test_unreadable(path):
    with pytest.raises(InvalidInputError, match="Không đọc được tệp"):
        read_text(Path(path))


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_another_encoding(yaml_file, encoding):
    with pytest.raises(InvalidInputError, match=r"dòng [12]: không phải bảng mã UTF-8\.\nHãy lưu lại tệp"):
        read_text(yaml_file("nam: 2025\nten: Đô thê\n".encode(encoding)))


def test_too_big(yaml_file):
    assert len(read_text(yaml_file(b"#" * MAX_BYTES))) == MAX_BYTES
    with pytest.raises(RefusedError, match="lớn hơn 1 MB"):
        read_text(yaml_file(b"#" * (MAX_BYTES + 1)))
