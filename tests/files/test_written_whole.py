"""A file written piece by piece is there whole, or not at all."""

import pytest

from docgen.errors import ConflictError
from docgen.files import written_whole


def test_it_appears_when_it_is_whole(tmp_path):
    path = tmp_path / "moi" / "tep.zip"
    with written_whole(path) as file:
        file.write(b"mot ")
        file.write(b"hai")
        assert not path.exists()
        file.seek(0)
        assert file.read() == b"mot hai"
    assert path.read_bytes() == b"mot hai"
    assert [*path.parent.iterdir()] == [path]


def stumble(path):
    with written_whole(path) as file:
        file.write(b"mot nua")
        raise ZeroDivisionError


@pytest.mark.parametrize("before", [b"truoc", None])
def test_half_of_it_leaves_all_as_it_was(tmp_path, before):
    path = tmp_path / "tep.zip"
    if before:
        path.write_bytes(before)
    with pytest.raises(ZeroDivisionError):
        stumble(path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == (
        {"tep.zip": before} if before else {}
    )


def test_a_folder_made_for_it_goes_with_it(tmp_path):
    with pytest.raises(ZeroDivisionError):
        stumble(tmp_path / "moi" / "tep.zip")
    assert not (tmp_path / "moi").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "tep.zip").mkdir()
    with (
        pytest.raises(ConflictError, match="đã có một thư mục trùng tên"),
        written_whole(tmp_path / "tep.zip"),
    ):
        pass
