"""The zip archive around a file (ECMA-376, Part 2, Annex B): judged by its directory, then inflated."""

import io
import stat
import struct
import zipfile
import zlib
from collections import Counter

from docgen.errors import InvalidInputError, RefusedError
from docgen.package.foreign import password, refuse_foreign_bytes
from docgen.package.kinds import SPLIT, Kind

MAX_BYTES = 100 * 2**20
MAX_RATIO = 100
RATIO_FLOOR = 10 * 2**20
MAX_ENTRIES = 2_000

_KB, _MB, _GB = 2**10, 2**20, 2**30
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_BROKEN = (  # what zipfile raises, found by feeding it noise
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
    IndexError,
)


def unpack(data: bytes, kind: Kind) -> dict[str, bytes]:
    """Return the parts of the archive by name, in its order.

    Raises:
        InvalidInputError: it is not a zip archive, is damaged or has a password.
        RefusedError: it is dangerous or over a limit.

    """
    refuse_foreign_bytes(data, kind)
    _refuse_crowd(data.count(_DIRECTORY_ENTRY), kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_dangerous(entries, len(data), kind)
            return {entry.filename: _inflated(archive, entry) for entry in entries if not entry.is_dir()}
    except _BROKEN as fault:
        raise InvalidInputError("Tệp bị hỏng hoặc tải lên chưa xong.", kind.check) from fault


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Inflate no more than the directory declared: `ZipFile.read` would inflate all and cut it afterwards."""
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _refuse_crowd(count: int, kind: Kind) -> None:
    """Judge the number of entries before `zipfile` makes an object of each."""
    if count > MAX_ENTRIES:
        raise RefusedError(f"Tệp chứa quá nhiều phần ({count}; tối đa {MAX_ENTRIES}).", kind.save_as)


def _refuse_dangerous(entries: list[zipfile.ZipInfo], packed: int, kind: Kind) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise password()
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        raise RefusedError(f"Tệp nén theo kiểu mà {kind.program} không dùng.", kind.save_as)
    _refuse_bomb(sum(entry.file_size for entry in entries), packed, kind)
    _refuse_names(entries, kind)


def _refuse_bomb(unpacked: int, packed: int, kind: Kind) -> None:
    if unpacked > MAX_BYTES:
        raise RefusedError(f"Tệp giải nén quá lớn ({_size(unpacked)}; tối đa {_size(MAX_BYTES)}).", SPLIT)
    if unpacked > RATIO_FLOOR and unpacked > MAX_RATIO * packed:
        sizes = f"{_size(packed)} giải nén thành {_size(unpacked)}"
        raise RefusedError(f"Tệp nén bất thường ({sizes}; tối đa {MAX_RATIO} lần).", kind.save_as)


def _refuse_names(entries: list[zipfile.ZipInfo], kind: Kind) -> None:
    for entry in entries:
        if _is_unsafe(entry):
            raise RefusedError(f"Tệp chứa phần có tên nguy hiểm: {entry.orig_filename!r}.", kind.save_as)
    # OPC, 6.2.2.3: part names are equal without regard to ASCII case.
    names = Counter(entry.filename.lower() for entry in entries)
    name, count = max(names.items(), key=lambda item: item[1], default=("", 0))
    if count > 1:
        raise RefusedError(f"Tệp chứa {count} phần cùng tên “{name}”.", kind.save_as)


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    escapes = name.startswith("/") or ":" in name or "\\" in name or "\0" in name or ".." in name.split("/")
    return escapes or stat.S_ISLNK(entry.external_attr >> 16)


def _size(count: int) -> str:
    """Write a number of bytes as an officer reads it: "1,0 GB"."""
    unit, name = next(
        (unit, name) for unit, name in ((_GB, "GB"), (_MB, "MB"), (_KB, "KB"), (1, "byte")) if count >= unit
    )
    number = f"{count / unit:.1f}".replace(".", ",")
    return f"{number.removesuffix(',0') if unit != _GB else number} {name}"
