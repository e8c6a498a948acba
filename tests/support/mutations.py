"""Word files spoilt by chance, the same for the same number: what docgen must bear without a fault.

`case(7)` is a file of the corpus, or an example of each chapter, after one to three mutations;
`good_case(7)` a good document, whose components the rules look at.
"""

import io
import zipfile
from copy import deepcopy
from functools import cache
from random import Random

import corpus
import good
from lxml import etree
from packages import packed
from scans import SCAN
from small_plan import ROWS, word_parts
from small_plan import TEXT as SMALL_TEXT
from wordfile import word_file
from workbooks import grid, sheet, workbook

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation, read_plan
from docgen.resources import shipped
from docgen.sheets import write_workbook
from docgen.word import load_template, make_docx

CORPUS = range(2000, 2040)
EXAMPLE = """
    both before=120 first=720 | Kế hoạch *năm 2025* và /nghiêng/⇥số 01↵dòng mới⤓trang №/Σ
    tabs=3000:center:dot,9000:right:none | ⇥giữa⇥phải
    table 3000 6000 border header merge
    + STT + Nhiệm vụ
    + 1 + Xây dựng¶kế hoạch
    + ^ + cuối >> 2
    --- landscape start=5
    keepnext outline=1 | Phụ lục
"""
NUMBERS = str.split("0 -1 1 63 2147483648 -99999999999 999999999999999999999 1e308 -1e-308 nan inf")
ODD_NUMBERS = str.split("0x10 1_000 +5 ² ٣ ½ 12pt 50% -3cm true off auto abc")
NAMES = str.split("rId1 rId999 ../document.xml /word/document.xml FFFFFF both restart")
VALUES = (*NUMBERS, *ODD_NUMBERS, *NAMES, "", " ", " 7 ", "x" * 5000)
SPACES = ("", " ", "\t", "a " * 3000, "\u00a0" * 200, "\u200b" * 50, "\u00ad-\u2011", "\u2028\u2029\u0085")
SCRIPTS = ("ế" * 40, "e\u0302\u0301" * 40, "\u0301", "שלום 123", "مرحبا", "漢字かな" * 20, "สวัสดีครับ", "हिन्दी")
SIGNS = (
    "a" * 3000,
    "😀👨\u200d👧🇻🇳",
    "\U0001d400\U000e0001",
    "\ue000\uf0b7",
    "\ufdd0",
    "\u202eabc\u202c",
    "<&>'{}%",
)
CODES = (
    ' PAGE \\* "x" ',
    " STYLEREF ",
    " IF 1 = 1 ",
    " DATE \\@ yyyy ",
    " TOC ",
    " INCLUDEPICTURE http://127.0.0.1/a ",
)
TEXTS = SPACES + SCRIPTS + SIGNS + CODES
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-16", "utf-16-be")
PIECES = (
    lambda _, chance: chance.choice(TEXTS),
    lambda _, chance: chance.choice(("\n", "\n\n", "\t", "\f", "\r", " | ", "**", "    ", "\n2\n")),
    lambda text, chance: text[chance.randrange(len(text)) :][: chance.choice((1, 30, 900))],
)
"""What is put into a text."""
DEEPEST = 60
ARCHIVES_SPOILT = 0.05


@cache
def seeds():
    """Return the sound files."""
    return (word_file(EXAMPLE, header="Trang №", footer="/chân/"), *map(corpus.word_file, CORPUS))


@cache
def good_seeds():
    """Return the good documents."""
    return tuple(good.samples().values())


def case(number):
    """Return the spoilt file of a number."""
    return _spoilt(number, seeds())


def good_case(number):
    """Return the spoilt good document of a number."""
    return _spoilt(number, good_seeds())


@cache
def plan_seeds():
    """Return a plan in Word: as docgen writes it, and as a typist does."""
    return (_rendered(make_docx), packed(*word_parts().items()))


@cache
def book_seeds():
    """Return the appendix of a plan in Excel: our form of it, and as a typist makes it."""
    return (write_workbook(*_plan()), workbook(sheet(grid(*ROWS))))


def _plan():
    organisation = read_organisation(shipped("data") / "don-vi.yaml")
    return read_plan(shipped("data") / "kehoach-2025.yaml", organisation), organisation


def _rendered(make):
    plan, organisation = _plan()
    document = DOCUMENT_TYPES["Kế hoạch"].compose(plan, organisation)
    return make(document, load_template(shipped("templates") / "kehoach"))


def word_case(number):
    """Return the spoilt plan in Word of a number."""
    return _spoilt(number, plan_seeds())


def book_case(number):
    """Return the spoilt workbook of a number."""
    return _spoilt(number, book_seeds())


def text_case(number):
    """Return the spoilt text of a number: pieces lost, said again, put in; sometimes bytes as well."""
    chance = Random(number)  # noqa: S311 - the same files every time
    text = chance.choice((SMALL_TEXT, SCAN))
    for _ in range(chance.randint(1, 12)):
        at, size = chance.randrange(len(text)), chance.choice((0, 1, 2, 40, 400))
        text = text[:at] + chance.choice(PIECES)(text, chance) + text[at + size :]
    data = text.encode(chance.choice(ENCODINGS), errors="replace")
    return chance.choice((flip, cut))(data, chance) if chance.random() < ARCHIVES_SPOILT else data


def _spoilt(number, sound):
    chance = Random(number)  # noqa: S311 - the same files every time
    parts = unpacked(chance.choice(sound))
    for _ in range(chance.choice((1, 1, 2, 3))):
        chance.choice(MUTATIONS)(parts, chance)
    data = packed(*parts.items())
    return chance.choice((flip, cut))(data, chance) if chance.random() < ARCHIVES_SPOILT else data


def unpacked(data):
    """Return the parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- the archive


def flip(data, chance):
    """Flip some bits."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(data, chance):
    """Cut off the end."""
    return data[: chance.randrange(len(data))]


# --- the parts


def drop(parts, chance):
    """Leave out some parts."""
    for name in chance.sample(sorted(parts), min(len(parts) - 1, chance.randint(1, 3))):
        del parts[name]


def swap(parts, chance):
    """Let two parts change places."""
    one, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    parts[one], parts[other] = parts[other], parts[one]


def borrow(parts, chance):
    """Take a part from another file."""
    other = unpacked(chance.choice(seeds()))
    name = chance.choice(sorted(other))
    parts[name] = other[name]


def noise(parts, chance):
    """Spoil the bytes of a part: a picture as often as not, if there is one."""
    pictures = sorted(name for name in parts if "media/" in name)
    name = chance.choice(pictures or sorted(parts))
    spoilt = bytearray(parts[name] or b"x")
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(spoilt))
        spoilt[at : at + chance.choice((0, 1, 1, 4))] = chance.randbytes(chance.choice((0, 1, 1, 4))) or b""
        spoilt = spoilt or bytearray(b"x")
    parts[name] = bytes(spoilt)


# --- the elements


def elements(parts, chance):
    """Change some elements of one part."""
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    name = (
        "word/document.xml"
        if "word/document.xml" in parts and chance.random() < 0.5
        else chance.choice(names or [""])
    )
    try:
        root = etree.fromstring(parts[name])
    except (etree.XMLSyntaxError, KeyError):
        return
    for _ in range(chance.randint(1, 8)):
        nodes = list(root.iter(etree.Element))
        chance.choice(CHANGES)(chance.choice(nodes), chance.choice(nodes), chance)
    parts[name] = etree.tostring(root)


def remove(node, _, __):
    """Take an element away."""
    if node.getparent() is not None:
        node.getparent().remove(node)


def copy(node, other, chance):
    """Put copies of an element into another."""
    for _ in range(chance.randint(1, 4)):
        if len(node) < 200:
            other.insert(chance.randint(0, len(other)), deepcopy(node))


def move(node, other, chance):
    """Put an element into another."""
    if node not in other.iterancestors() and node is not other:
        other.insert(chance.randint(0, len(other)), node)


def shuffle(node, _, chance):
    """Change the order of the children."""
    children = list(node)
    chance.shuffle(children)
    node[:] = children


def rename(node, other, _):
    """Call an element as another."""
    node.tag = other.tag


def nest(node, _, chance):
    """Put an element into copies of itself."""
    for _ in range(chance.choice((1, 3, DEEPEST))):
        inner = etree.SubElement(node, node.tag, node.attrib)
        inner[:] = [child for child in node if child is not inner]
        inner.text, node.text = node.text, None


def value(node, other, chance):
    """Give an attribute another value: one that is odd, or that of another element."""
    if node.attrib:
        key = chance.choice(sorted(node.attrib))
        node.set(key, chance.choice((*VALUES, *other.attrib.values())))


def attribute(node, other, chance):
    """Take the attributes of an element away, or give it those of another."""
    if chance.random() < 0.5:
        node.attrib.clear()
    node.attrib.update(other.attrib)


def text(node, _, chance):
    """Give an element other words, its neighbour if it has none."""
    worded = [one for one in node.iter(etree.Element) if one.text and one.text.strip()] or [node]
    chance.choice(worded).text = chance.choice(TEXTS)


CHANGES = (remove, copy, move, shuffle, rename, nest, value, value, value, attribute, text, text)
MUTATIONS = (*(elements,) * 12, borrow, noise, drop, swap)
