"""Files that are strange but valid: what is around the words changes nothing of what is found in them."""

import copy
import io
import zipfile

import docx
import good
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from packages import arrow, packed
from plant import planted

from docgen.check import check, fix
from docgen.package import open_package
from docgen.word.reading import Changes

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
BOX = f"""
<w:p {nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<w:r><w:drawing><wp:inline><wp:extent cx="6000000" cy="1200000"/><wp:docPr id="777" name="Khung"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
"""
FRAME = f"""
<w:tbl {nsdecls("w")}><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr>
</w:tbl>
"""
CHOICE = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'
STRICT = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)


def wrapped(nodes, name, inner=None, **attributes):
    """Put each node into an element of that name."""
    for node in list(nodes):
        holder = OxmlElement(name, {qn(f"w:{key}"): told for key, told in attributes.items()})
        node.addprevious(holder)
        place = holder
        if inner:
            place = OxmlElement(inner)
            holder.append(place)
        place.append(node)


def blocks(body):
    return [
        node
        for node in body
        if node.tag in {qn("w:p"), qn("w:tbl")} and node.find(".//" + qn("w:sectPr")) is None
    ]


def runs(body):
    return [run for run in body.iter(qn("w:r")) if run.getparent().tag == qn("w:p")]


def control_around_all(body):
    wrapped(blocks(body)[:1], "w:sdt", "w:sdtContent")
    content = body[0][0]
    for node in list(body)[1:]:
        if node.tag != qn("w:sectPr"):
            content.append(node)


def framed(frame, place):
    """Return what puts the head into a frame."""

    def change(body):
        head = next(body.iterchildren(qn("w:tbl")))
        around = parse_xml(frame)
        head.addprevious(around)
        next(around.iter(qn(place))).insert(0, head)

    return change


def with_alternatives(body):
    for run in runs(body):
        around = parse_xml(CHOICE)
        run.addprevious(around)
        for name in ("Choice", "Fallback"):
            around.append(around.makeelement(around.tag.replace("AlternateContent", name)))
        around[0].set("Requires", "wps")
        around[1].append(copy.deepcopy(run))
        around[0].append(run)


def a_run_for_each_letter(body):
    for run in runs(body):
        text = run.find(qn("w:t"))
        if text is None or len(run) > 2:
            continue
        letters = text.text
        for letter in reversed(letters):
            twin = copy.deepcopy(run)
            twin.find(qn("w:t")).text = letter
            twin.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(twin)
        run.getparent().remove(run)


def marked_right_to_left(body):
    for properties in body.iter(qn("w:pPr")):
        properties.append(OxmlElement("w:bidi", {qn("w:val"): "0"}))


CHANGED = {
    "a control around every block": lambda body: wrapped(blocks(body), "w:sdt", "w:sdtContent"),
    "a control around every run": lambda body: wrapped(runs(body), "w:sdt", "w:sdtContent"),
    "one control around all": control_around_all,
    "every run a link": lambda body: wrapped(runs(body), "w:hyperlink", anchor="x"),
    "every run a field": lambda body: wrapped(runs(body), "w:fldSimple", instr=" REF x "),
    "every run inserted": lambda body: wrapped(runs(body), "w:ins", id="1", author="An"),
    "every run twice": with_alternatives,
    "a run for each letter": a_run_for_each_letter,
    "directions": marked_right_to_left,
    "the head in a table in a table": framed(FRAME, "w:tc"),
    "the head in a text box": framed(BOX, "w:txbxContent"),
}


def changed(change, data):
    document = planted(data)
    change(document.body)
    return document.bytes()


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def spoiled():
    return planted(good.document("ke-hoach")).paragraph("Trong quá trình").run(size=11).bytes()


def rules(found):
    return [one.rule for one in found]


@pytest.mark.parametrize("name", CHANGED)
def test_what_stands_around_the_words_changes_nothing(name):
    plan = changed(CHANGED[name], good.document("ke-hoach"))
    assert rules(check(open_package(plan))) == []
    broken = changed(CHANGED[name], spoiled())
    assert rules(check(open_package(broken))) == ["B03"]
    fixed = fix(broken, changes=Changes.ACCEPTED)
    assert (rules(fixed.changes)[:1], fixed.left) == (["B03"], ())
    assert fix(fixed.data).changes == ()
    assert docx.Document(io.BytesIO(fixed.data)).sections


def test_macros_are_kept_and_not_run():
    broken = parts(spoiled()) | {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}
    kind = docx.Document(io.BytesIO(spoiled())).part.content_type
    broken["[Content_Types].xml"] = broken["[Content_Types].xml"].replace(kind.encode(), MACROS.encode())
    link = arrow(
        "rIdV", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"
    )
    names = "word/_rels/document.xml.rels"
    broken[names] = broken[names].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    fixed = parts(fix(packed(*broken.items())).data)
    assert fixed["word/vbaProject.bin"] == broken["word/vbaProject.bin"]
    assert MACROS.encode() in fixed["[Content_Types].xml"]
    assert fixed["word/document.xml"] != broken["word/document.xml"]


def test_a_strict_file_is_mended_as_a_usual_one():
    def strict(content):
        for usual, other in STRICT:
            content = content.replace(usual, other)
        return content

    usual = parts(spoiled())
    data = packed(
        *(
            (name, content if name == "[Content_Types].xml" else strict(content))
            for name, content in usual.items()
        )
    )
    assert rules(check(open_package(data))) == ["B03"]
    fixed = fix(data)
    assert fixed.left == ()
    assert docx.Document(io.BytesIO(fixed.data)).sections


@pytest.mark.parametrize("kept", [(), ("tbl",)])
def test_a_file_with_next_to_nothing_is_judged(kept):
    def emptied(body):
        for node in list(body):
            if node.tag not in {qn("w:sectPr"), *(qn(f"w:{name}") for name in kept)}:
                body.remove(node)

    data = changed(emptied, good.document("ke-hoach"))
    assert "H20" in rules(check(open_package(data)))
    assert not any(one.fixable for one in fix(data).left)


def test_fifty_sections_are_judged_each():
    def parted(body):
        last = body.find(qn("w:sectPr"))
        for paragraph in body.findall(qn("w:p"))[2:4]:
            for _ in range(25):
                end = copy.deepcopy(paragraph)
                end.get_or_add_pPr().append(copy.deepcopy(last))
                paragraph.addprevious(end)

    data = changed(parted, planted(good.document("cong-van")).section().margin(top=10).bytes())
    fixed = fix(data)
    sections = docx.Document(io.BytesIO(fixed.data)).sections
    assert [round(section.top_margin.mm) for section in sections] == [20] * 51
