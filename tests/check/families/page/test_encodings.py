"""P05: text in old encodings, in pieces, with what nobody sees; every other rule reads what it shows."""

import copy
import itertools
import re
import unicodedata

import good
import pytest
from docx.oxml.ns import qn
from docx.text.run import Run
from plant import FACES, planted
from spoiled import fixable, found, mended, newly_found

from docgen.check import fix
from docgen.language.legacy import Encoding, to_unicode
from docgen.package import open_package
from docgen.word.reading import read_document

ERROR, WARNING = "error", "warning"
FONTS = {Encoding.TCVN3: ".VnTime", Encoding.TCVN3_CAPITALS: ".VnTimeH", Encoding.VNI: "VNI-Times"}
SIGNS = [chr(code) for code in range(0xA1, 0x100)]
BASES = "aeouyAEOUYôöÔÖ"


def codes(encoding):
    """Return how each letter was written in an encoding, read off its reader; a few have their own place."""
    pairs = ["".join(pair) for pair in itertools.product(BASES, SIGNS)] if encoding is Encoding.VNI else []
    read = [(to_unicode(code, encoding), code) for code in [*pairs, *SIGNS]]
    own = {letter: code for letter, code in read if letter == code and letter.islower()}
    return own | {letter: code for letter, code in read if letter != code and len(letter) == 1}


CODES = {encoding: codes(encoding) for encoding in (Encoding.TCVN3, Encoding.VNI)}


def written(text, encoding):
    """Return text as it was typed in an old encoding; None where it has no code for a letter."""
    known = CODES[Encoding.VNI if encoding is Encoding.VNI else Encoding.TCVN3]
    letters = [known.get(one, one if one.isascii() or not one.isalpha() else None) for one in text]
    return None if None in letters else "".join(letters)


def pieces(text):
    """Cut a text into what TCVN3 writes in its usual font, and what it needs the font of capitals for."""
    for capitals, letters in itertools.groupby(text, key=lambda one: written(one, Encoding.TCVN3) is None):
        yield "".join(letters), Encoding.TCVN3_CAPITALS if capitals else Encoding.TCVN3


def in_tcvn3(text):
    return [
        (written(one.lower() if by.name.endswith("S") else one, by), FONTS[by]) for one, by in pieces(text)
    ]


def in_vni(text):
    return [(written(text, Encoding.VNI), FONTS[Encoding.VNI])]


def typed(data, typing, words=""):
    """Return a document as it was typed before Unicode, or just the paragraphs with the words."""
    file = planted(data)
    for paragraph in file.paragraphs(words):
        for run in list(paragraph.node.iter(qn("w:r"))):
            _type(paragraph, run, typing)
    return file.bytes()


def _type(paragraph, run, typing):
    for item in list(run):
        told = typing(item.text or "") if item.tag == qn("w:t") else [(None, None)]
        for text, font in told:
            _put(paragraph, run, item, text, font)
    run.getparent().remove(run)


def _put(paragraph, run, item, text, font):
    """Give a child of a run a run of its own before it: the same, or other letters in another font."""
    if item.tag == qn("w:rPr"):
        return
    twin = run.makeelement(run.tag)
    twin.extend(copy.deepcopy(one) for one in run if one.tag == qn("w:rPr"))
    twin.append(copy.deepcopy(item))
    run.addprevious(twin)
    if text is not None:
        twin[-1].text = text
        twin[-1].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        FACES["font"](Run(twin, paragraph.word).font, font)


def texts(data):
    return [paragraph.text for paragraph in read_document(open_package(data)).paragraphs]


@pytest.mark.parametrize("typing", [in_tcvn3, in_vni])
@pytest.mark.parametrize(
    ("name", "make"), [("chi-thi", "word"), ("ke-hoach", "google"), ("cong-van", "wps-tabs")]
)
def test_a_whole_document_in_an_old_encoding(name, make, typing):
    whole = good.document(name, make)
    old = typed(whole, typing)
    assert newly_found(whole, old) == {("P05", ERROR)}
    assert found(mended(old)) == found(whole)
    assert texts(mended(old)) == texts(whole)


@pytest.mark.parametrize("typing", [in_tcvn3, in_vni])
def test_one_paragraph_in_an_old_encoding(typing):
    whole = good.document("chi-thi", "word-styles")
    old = typed(whole, typing, "Thời gian qua")
    assert newly_found(whole, old) == {("P05", ERROR)}
    assert texts(mended(old)) == texts(whole)


def test_old_text_whose_font_was_changed():
    whole = good.document("chi-thi", "word")
    file = planted(typed(whole, in_vni))
    for paragraph in file.paragraphs():
        paragraph.run(font="Times New Roman")
    assert newly_found(whole, file.bytes()) == {("P05", ERROR)}
    assert texts(mended(file.bytes())) == texts(whole)


def test_a_letter_that_may_be_of_an_old_encoding_is_not_taken_for_a_hidden_sign():
    file = planted(good.document("chi-thi", "word"))
    file.replace("CHỈ THỊ", "ch\u00ada")
    assert "ch\u00ada" in texts(mended(file.bytes()))


def test_unicode_text_in_an_old_font_keeps_its_words():
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    for paragraph in file.paragraphs():
        paragraph.run(font=".VnTime")
    assert newly_found(whole, file.bytes()) == {("P05", ERROR)}
    assert texts(mended(file.bytes())) == texts(whole)
    assert found(mended(file.bytes())) == found(whole)


def test_the_changes_tell_the_words():
    old = typed(good.document("chi-thi", "word"), in_vni, "Thời gian qua")
    change = next(one for one in fix(old).changes if one.before.startswith("Th"))
    assert change.before.startswith("Thôøi gian qua")
    assert change.after.startswith("Thời gian qua")
    assert change.where.text.startswith("Thôøi gian qua")


def decomposed(file):
    paragraph = file.paragraph("Thời gian qua")
    return paragraph.write(unicodedata.normalize("NFD", paragraph.text))


def replaced(old, new):
    return lambda file: file.replace(old, new)


def in_header(text):
    return lambda file: FACES["font"](file.header().word.add_run(text).font, "Times New Roman")


SLIPS = [
    decomposed,
    replaced("CỘNG HÒA", unicodedata.normalize("NFD", "CỘNG HÒA")),
    replaced("Độc lập", "Độc\u200b lập"),
    replaced("chấp hành", "chấp\ufeff hà\u00adnh"),
    replaced("chấp hành", "ch\u0430\u0301p h\u00e0nh".replace("\u0430\u0301", "\u1ea5") + "\u2060"),
    replaced("hành chính", "hành \u0441hính"),
    replaced("địa bàn", "\u00f0ịa bàn"),
    in_header(" L\u01b0u h\u00e0nh n\u00f4\u0323i b\u00f4\u0323"),
]


@pytest.mark.parametrize("spoil", SLIPS)
@pytest.mark.parametrize("make", ["word", "wps"])
def test_a_slip_is_found_and_mended(make, spoil):
    whole = good.document("chi-thi", make)
    file = planted(whole)
    spoil(file)
    spoiled = file.bytes()
    assert newly_found(whole, spoiled) == {("P05", WARNING)}
    assert fixable(spoiled, "P05")
    assert newly_found(whole, mended(spoiled)) == set()
    assert texts(mended(spoiled)) == texts(whole)


@pytest.mark.parametrize(
    "change",
    [
        replaced("chấp hành", "chấp\u00a0hành"),
        replaced("hành chính", "hành chính (café, Saint-Étienne, 25 m²)"),
        replaced("hành chính", "hành chính (Москва)"),
    ],
)
def test_what_is_right_is_left_alone(change):
    whole = good.document("chi-thi", "word")
    file = planted(whole)
    change(file)
    assert not re.search("P05", str(found(file.bytes())))


def test_a_hyphen_that_word_shows_at_the_end_of_a_line_is_no_hidden_sign():
    file = planted(good.document("chi-thi", "word"))
    (run, *_) = file.paragraph("Thời gian qua").node.iter(qn("w:r"))
    run.append(run.makeelement(qn("w:softHyphen")))
    assert ("P05", WARNING) not in found(file.bytes())
