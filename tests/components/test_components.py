"""Whoever made a file and however: what is read of it is what the notation of the good documents says."""

import re

import good
import pytest
from wordfile import word_file

from docgen.components import Role, read_paper
from docgen.package import open_package
from docgen.word.reading import read_document

SAMPLES = good.samples()


def paper(name):
    return read_paper(read_document(open_package(SAMPLES[name])))


def told(name):
    return good.read(name.rpartition("_")[0])


def texts(pieces):
    return [piece.text for piece in pieces]


def one(piece):
    return "" if piece is None else piece.text


def joined(lines):
    return re.sub(r"\s+", " ", " ".join(lines))


def short(lines):
    """Return the name of a superior as it may be abbreviated (Mục II.2.a)."""
    return joined(lines).replace("ỦY BAN NHÂN DÂN", "UBND")


def pairs(name):
    """Return each part as told beside the part as read."""
    read, written = paper(name).parts, told(name)
    assert len(read) == len(written)
    return list(zip(written, read, strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_head_is_found(name):
    for written, part in pairs(name):
        if "số" not in written.told or part.kind == "phụ lục":
            continue
        head = part.head
        assert short(texts(head.superior)) == short(written.lines("cấp trên"))
        assert joined(texts(head.issuer)) == joined(written.lines("cơ quan"))
        assert head.number.text == " ".join(["Số:", *written.told["số"].split()])
        assert one(head.place_date) == " ".join(written.told.get("địa danh", "").split())
        assert joined(texts(head.letter_subject)) == joined(
            [f"V/v {line}" if not at else line for at, line in enumerate(written.lines("V/v"))]
        )


@pytest.mark.parametrize("name", SAMPLES)
def test_type_and_subject_are_found(name):
    for written, part in pairs(name):
        if part.kind != "phụ lục":
            assert one(part.type_name) == written.told.get("tên loại", "")
            assert joined(texts(part.subject)) == joined(written.lines("trích yếu"))


@pytest.mark.parametrize("name", SAMPLES)
def test_recipients_and_signature_are_found(name):
    for written, part in pairs(name):
        closing = part.closing
        if written.recipients:
            assert texts(closing.recipients) == written.recipients
        if written.signature:
            *authority, name_line = [line[-1] for line in written.signature if line[-1]]
            assert texts(closing.authority) == authority
            assert closing.signer.text == name_line


@pytest.mark.parametrize("name", SAMPLES)
def test_every_paragraph_of_the_content_has_its_place(name):
    for written, part in pairs(name):
        prose = [line for line in written.content if not line.startswith("|")]
        bases = [line for line in prose if line.startswith("~")]
        assert [one.role for one in part.body].count(Role.BASIS) == len(bases)
        read = [one for one in part.body if one.role not in {Role.RULE, Role.ADDRESSEE}]
        assert len(read) >= len(prose) - len(part.addressees)


def test_a_stamp_of_a_signature_is_no_number():
    data = word_file("Số: 09/KH-SNV; 19/01/2026; 15:40:12 +07:00\nDANH SÁCH")
    assert read_paper(read_document(open_package(data))).main.head is None
