"""The zip archive of a Word file that is damaged, dangerous or a bomb."""

import stat
import struct
import tracemalloc
import zipfile
from random import Random

import pytest
from packages import PARTS, docx, packed

from docgen.errors import DocgenError, InvalidInputError, RefusedError
from docgen.package import archive, open_package

MB = 2**20


def relabelled(data, name, **fields):
    """Return the archive with the sizes that its directory gives for the last entry `name` changed."""
    places = {"packed": 20, "size": 24}
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    spoilt = bytearray(data)
    for field, value in fields.items():
        struct.pack_into("<I", spoilt, at + places[field], value)
    return bytes(spoilt)


@pytest.mark.parametrize("cut", range(1, 65))
def test_truncated_files_are_named(cut):
    whole = docx()
    with pytest.raises(InvalidInputError):
        open_package(whole[: len(whole) * cut // 65])


@pytest.mark.parametrize("at", [b"PK\x01\x02", b"PK\x05\x06"])
def test_a_damaged_directory_is_named(at):
    with pytest.raises(InvalidInputError, match="bị hỏng hoặc tải lên chưa xong"):
        open_package(docx().replace(at, b"XX\x01\x02"))


def test_damaged_content_is_named():
    broken = bytearray(docx({"word/document.xml": "<document>" + "ABC" * 99 + "</document>"}))
    broken[broken.index(b"word/document.xml") + 20] ^= 0xFF
    with pytest.raises(InvalidInputError, match="bị hỏng"):
        open_package(bytes(broken))


def test_a_directory_of_noise_is_opened_or_refused():
    chance, refused = Random(30), 0  # noqa: S311 - noise that is the same every time
    whole = docx()
    start = whole.index(b"PK\x01\x02")
    for _ in range(2000):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            spoilt[chance.randrange(start, len(spoilt))] = chance.randrange(256)
        try:
            assert open_package(bytes(spoilt)).main == "word/document.xml"
        except DocgenError:
            refused += 1
    assert 1000 < refused < 2000


def symlink(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.xml", "word/../../a.xml", "C:/a.xml", "word\\a.xml"])
def test_names_that_lead_outside_are_refused(name):
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(docx({name: "a"}))


def test_symbolic_links_are_refused():
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(packed(*PARTS.items(), (symlink("word/link.xml"), "/etc/passwd")))


def test_names_with_nul_are_refused():
    data = docx({"word/aXb.xml": "a"}).replace(b"word/aXb.xml", b"word/a\0b.xml")
    with pytest.raises(RefusedError, match="tên nguy hiểm"):
        open_package(data)


def test_duplicate_names_are_refused_without_regard_to_case():
    with pytest.raises(RefusedError, match=r"2 phần cùng tên “word/document\.xml”"):
        open_package(docx({"word/DOCUMENT.xml": "<a/>"}))


def test_too_many_entries_are_refused():
    names = {f"word/{number}.xml": "" for number in range(archive.MAX_ENTRIES)}
    with pytest.raises(RefusedError, match=r"quá nhiều phần \(2003; tối đa 2000\)"):
        open_package(docx(names))


def test_too_large_files_are_refused():
    with pytest.raises(RefusedError, match=r"quá lớn \(100 MB; tối đa 100 MB\)"):
        open_package(docx({"word/a.xml": b"\0" * archive.MAX_BYTES}))


def test_bombs_are_refused_by_ratio():
    with pytest.raises(RefusedError, match=r"KB giải nén thành 11 MB; tối đa 100 lần"):
        open_package(docx({"word/a.xml": b" " * (11 * MB)}))


def test_highly_compressible_small_files_are_opened():
    assert open_package(docx({"word/a.xml": b" " * MB})).parts["word/a.xml"] == b" " * MB


@pytest.mark.parametrize("size", [0, 99, 50 * MB - 1])
def test_a_size_that_lies_is_not_believed(size):
    """The directory declares less than there is: no more than that is inflated."""
    data = relabelled(docx({"word/a.bin": bytes(50 * MB)}), "word/a.bin", size=size)
    tracemalloc.start()
    try:
        open_package(data)
    except DocgenError as refused:
        assert "bị hỏng" in refused.message or "bất thường" in refused.message  # noqa: PT017
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert highest < 2 * MB


def test_an_archive_within_an_archive_stays_packed():
    inner = packed(("bomb.bin", bytes(20 * MB)))
    assert open_package(docx({"word/embeddings/a.zip": inner})).parts["word/embeddings/a.zip"] == inner


def test_the_password_of_an_archive_is_named():
    data = bytearray(docx())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(InvalidInputError, match="có mật khẩu"):
        open_package(bytes(data))


def test_foreign_compression_is_refused():
    entry = zipfile.ZipInfo("word/a.xml")
    entry.compress_type = zipfile.ZIP_LZMA
    with pytest.raises(RefusedError, match="nén theo kiểu"):
        open_package(packed(*PARTS.items(), (entry, "a")))
