"""Files appear whole or not at all."""

import os
import subprocess
import sys
from errno import EACCES, EDQUOT, EIO, ENOSPC, EPERM, EROFS
from pathlib import Path

import pytest

from docgen.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from docgen.files import MAX_BYTES, read_file, write_together


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_every_file_and_makes_the_folder(tmp_path):
    files = {tmp_path / "moi" / "a.docx": b"a", tmp_path / "moi" / "a.pdf": b"b"}
    assert write_together(files) == tuple(files)
    assert {path.read_bytes() for path in files} == {b"a", b"b"}
    assert names(tmp_path / "moi") == ["a.docx", "a.pdf"]


def test_replaces_what_was_there(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    write_together({tmp_path / "a.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_written_files_have_the_usual_rights(tmp_path):
    (path,) = write_together({tmp_path / "a.pdf": b"new"})
    assert path.stat().st_mode & 0o777 == 0o666 & ~current_umask()


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_when_a_later_file_cannot_be_moved_in_the_earlier_ones_are_taken_back(tmp_path, monkeypatch):
    (tmp_path / "a.docx").write_bytes(b"last year's")
    moves = []

    def move(self, target, replace=Path.replace):
        moves.append(target)
        if target.name == "c.pdf":
            raise PermissionError(EACCES, "denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", move)
    with pytest.raises(ConflictError, match="không có quyền ghi"):
        write_together({tmp_path / name: b"new" for name in ("a.docx", "b.pdf", "c.pdf")})
    assert names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"last year's"


def test_folders_made_in_vain_are_taken_away(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ConflictError):
        write_together({tmp_path / "moi" / "hon" / "a.docx": b"a", tmp_path / "a.pdf": b"b"})
    assert names(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (EACCES, "không có quyền ghi"),
        (EPERM, "không có quyền ghi"),
        (EROFS, "ổ đĩa chỉ cho đọc"),
        (ENOSPC, "ổ đĩa đã đầy"),
        (EDQUOT, "đã hết hạn mức dung lượng"),
        (EIO, "hệ thống báo lỗi"),
    ],
)
def test_every_reason_is_told_with_its_remedy(tmp_path, monkeypatch, number, said):
    def fail(*_):
        raise OSError(number, "fault")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ConflictError, match=f"{said}.*Không có tệp nào được tạo") as told:
        write_together({tmp_path / "a.pdf": b"new"})
    assert told.value.remedy.startswith("Hãy ")
    assert names(tmp_path) == []


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ConflictError, match=r"a\.pdf.*trùng tên.*Không có tệp nào được tạo"):
        write_together({tmp_path / "a.docx": b"a", tmp_path / "a.pdf": b"b"})
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_where_a_folder_should_be(tmp_path):
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(ConflictError, match="đường dẫn là tệp"):
        write_together({tmp_path / "out" / "a.pdf": b"b"})


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from docgen.errors import ConflictError
from docgen.files import write_together
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
folder = Path(sys.argv[1])
try:
    write_together({folder / "a.docx": b"small", folder / "a.pdf": b"x" * 100_000})
except ConflictError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_keeps_the_old_file(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"last year's")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, tmp_path], capture_output=True, text=True, check=True
    )
    assert "Không ghi được" in done.stdout
    assert "Không có tệp nào được tạo" in done.stdout
    assert (tmp_path / "a.docx").read_bytes() == b"last year's"
    assert names(tmp_path) == ["a.docx"]


def test_reads_a_file(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK")
    assert read_file(tmp_path / "a.docx") == b"PK"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingError, match=r"Không tìm thấy tệp.*khong-co"):
        read_file(tmp_path / "khong-co.docx")


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(InvalidInputError, match="là thư mục"):
        read_file(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ong.yaml")
    with pytest.raises(InvalidInputError, match="không phải tệp thông thường"):
        read_file(tmp_path / "ong.yaml")


def test_a_file_too_large_is_not_read(tmp_path):
    with (tmp_path / "lon.docx").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(RefusedError, match="lớn hơn 100 MB"):
        read_file(tmp_path / "lon.docx")


def test_a_path_that_cannot_be_opened(tmp_path):
    (tmp_path / "vong.docx").symlink_to(tmp_path / "vong.docx")
    with pytest.raises(InvalidInputError, match="Không đọc được"):
        read_file(tmp_path / "vong.docx")
