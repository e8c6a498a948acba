"""Footnotes and endnotes."""

from described import description, par, run, shown, text, warnings

from docgen.pdf.description import NoteMark, inlines

SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'


def note(id_, words, kind="footnote"):
    number = run(f"<w:{kind}Ref/>", "<w:b/>")
    return f'<w:{kind} w:id="{id_}">{par(number + text(words))}</w:{kind}>'


def reference(id_, kind="footnote", more=""):
    return run(f'<w:{kind}Reference w:id="{id_}" {more}/>', '<w:vertAlign w:val="superscript"/>')


NOTES = SEPARATOR + note(1, " một") + note(2, " hai")


def marks(text_, **parts):
    return [one for one in inlines(description(text_, **parts)) if isinstance(one, NoteMark)]


def section(properties):
    return par("", f"<w:sectPr>{properties}</w:sectPr>")


def test_a_note_is_read_with_its_number():
    (mark,) = marks(par(text("chữ") + reference(2)), footnotes=NOTES)
    number, words = mark.blocks[0].content
    assert (mark.text, mark.face.raised, mark.endnote) == ("1", "superscript", False)
    assert (number.text, number.face.bold, words.text) == ("1", True, " hai")


def test_notes_are_numbered_as_they_are_met_each_kind_for_itself():
    endnotes = note(1, " cuối", "endnote")
    body = par(reference(2) + reference(1, "endnote") + reference(1))
    assert [(mark.text, mark.endnote) for mark in marks(body, footnotes=NOTES, endnotes=endnotes)] == [
        ("1", False),
        ("i", True),
        ("2", False),
    ]


def test_a_section_may_number_its_notes_otherwise():
    told = '<w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/><w:numRestart w:val="eachSect"/>'
    end = section(f"<w:footnotePr>{told}</w:footnotePr>")
    body = par(reference(1)) + end + par(reference(2)) + end
    assert [mark.text for mark in marks(body, footnotes=NOTES)] == ["IV", "IV"]


def test_the_file_may_number_its_notes_otherwise():
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
    assert marks(par(reference(1)), footnotes=NOTES, settings=settings)[0].text == "a"


def test_notes_numbered_by_the_page_are_warned_of():
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    assert "mỗi trang" in warnings(par(reference(1)), footnotes=NOTES, settings=settings)


def test_a_mark_of_ones_own_follows_in_the_run():
    own = run('<w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t>')
    notes = f'<w:footnote w:id="1">{par(text("riêng"))}</w:footnote>' + note(2, " hai")
    assert shown(par(own + reference(2)), footnotes=notes) == "riêng*11 hai"


def test_a_note_that_is_missing_is_warned_of():
    assert "không có trong tệp" in warnings(par(reference(7)), footnotes=NOTES)
    assert "không có trong tệp" in warnings(par(reference(1, "endnote")))


def test_a_note_in_itself_ends():
    endless = f'<w:footnote w:id="1">{par(reference(1))}</w:footnote>'
    assert len(marks(par(reference(1)), footnotes=endless)) == 2


def test_a_number_outside_a_note_is_none():
    assert shown(par(run("<w:footnoteRef/>"))) == ""
