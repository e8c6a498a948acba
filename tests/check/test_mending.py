"""`fix`: what is certain is mended and listed, the rest is left for a person, and no word is lost."""

import io
import zipfile

import good
import pytest
from plant import planted
from wordfile import WordFile, word_file

from docgen.check import check, fix
from docgen.check.breach import Breach
from docgen.check.fixing.repairs import Rewrite, SetFace
from docgen.errors import ConflictError, DocgenError, RefusedError
from docgen.package import open_package
from docgen.word.reading import Changes, read_document

CHANGED = (
    "<w:p><w:ins><w:r><w:t>Lời  mới</w:t></w:r></w:ins>"
    "<w:del><w:r><w:delText>Lời cũ</w:delText></w:r></w:del></w:p>"
)


def words(docx):
    return [paragraph.text for paragraph in read_document(open_package(docx)).paragraphs]


def test_a_change_is_made_and_listed():
    data = planted(good.document("chi-thi")).replace("kỷ luật,", "kỷ  luật ,").bytes()
    fixed = fix(data)
    told = [(change.rule, change.before, change.after) for change in fixed.changes]
    assert {rule for rule, *_ in told} == {"B23"}
    assert words(fixed.data) == words(good.document("chi-thi"))
    assert not any(finding.fixable for finding in fixed.left)


def test_a_good_file_says_the_same_and_nothing_is_listed():
    data = good.document("thong-bao")
    fixed = fix(data)
    assert fixed.changes == ()
    assert words(fixed.data) == words(data)


def test_mending_twice_is_mending_once():
    data = planted(good.document("chi-thi")).replace("kỷ luật,", "kỷ  luật ,").bytes()
    once = fix(data).data
    again = fix(once)
    assert (again.changes, again.data) == ((), once)


def test_a_signed_file_is_refused():
    origin = (
        '<Relationship Id="rS" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    )
    data = edited(good.document("thong-bao"), "_rels/.rels", "</Relationships>", origin)
    with pytest.raises(RefusedError, match="đã ký số"):
        fix(data)


@pytest.mark.parametrize("state", ["1", "true"])
def test_a_protected_file_is_refused(state):
    settings = f'<w:documentProtection w:edit="readOnly" w:enforcement="{state}"/>'
    with pytest.raises(RefusedError, match="bảo vệ"):
        fix(word_file("Nội dung", settings=settings))


def test_protection_that_is_not_on_protects_nothing():
    settings = '<w:documentProtection w:edit="readOnly" w:enforcement="0"/>'
    assert fix(word_file("Nội dung", settings=settings)).data


def test_tracked_changes_have_to_be_decided_on():
    data = word_file(CHANGED)
    with pytest.raises(ConflictError, match=r"2 thay đổi.*"):
        fix(data)
    assert words(fix(data, changes=Changes.ACCEPTED).data) == ["Lời mới"]
    assert words(fix(data, changes=Changes.ORIGINAL).data) == ["Lời cũ"]


def test_the_words_are_proved(monkeypatch):
    """A repair that loses a word is caught before anyone gets the file."""
    monkeypatch.setattr(Rewrite, "apply", lambda rewrite, _: rewrite.paragraph.spans[0].run.clear())
    with pytest.raises(DocgenError, match="sửa sai lời văn ở đoạn 1"):
        fix(word_file("Lời  văn"))


def test_parts_that_nothing_reads_stay_byte_for_byte():
    file = WordFile(
        "Lời  văn", extra={"word/media/dau.png": b"\x89PNG"}, links={"rX": ("image", "media/dau.png")}
    )
    with zipfile.ZipFile(io.BytesIO(fix(file.bytes()).data)) as mended:
        assert mended.read("word/media/dau.png") == b"\x89PNG"
        assert mended.testzip() is None


def test_checking_the_mended_file_finds_what_was_left():
    fixed = fix(planted(good.document("chi-thi")).replace("kỷ luật,", "kỷ  luật ,").bytes())
    assert check(open_package(fixed.data)) == fixed.left


def edited(data, part, old, new):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return buffer.getvalue()


def test_several_looks_in_one_run_are_set_round_after_round():
    """A run is parted once in a round; the places of its other letters are read anew."""
    data = planted(good.document("ke-hoach", "word-tabs")).paragraph("Số: ").run(size=16, bold=True).bytes()
    fixed = fix(data)
    assert words(fixed.data) == words(data)
    assert not any(finding.fixable for finding in fixed.left)


def test_of_rules_that_undo_each_other_the_first_gives_way(monkeypatch):
    """What was made and did not last is not made at all, is not listed, and is left to a person."""

    def wants(rule, *, bold):
        def judge(case):
            for paragraph in case.document.paragraphs:
                if paragraph.faces[0].bold != bold:
                    repair = SetFace(f"đậm: {bold}", paragraph, 0, len(paragraph.text), bold=bold)
                    yield Breach(rule, "Sai.", paragraph, repairs=(repair,))

        return judge

    monkeypatch.setattr("docgen.check.judging.RULES", (wants("H07", bold=True), wants("H08", bold=False)))
    plain = fix(word_file("Lời văn"))
    assert (plain.changes, [(one.rule, one.fixable) for one in plain.left]) == ((), [("H07", False)])
    assert fix(plain.data).data == plain.data


def test_a_repair_that_does_nothing_is_not_told_of(monkeypatch):
    monkeypatch.setattr(SetFace, "apply", lambda *_: None)
    fixed = fix(planted(good.document("ke-hoach")).paragraph("Trong quá trình").run(size=11).bytes())
    assert fixed.changes == ()
    assert [(one.rule, one.fixable) for one in fixed.left] == [("B03", False)]
