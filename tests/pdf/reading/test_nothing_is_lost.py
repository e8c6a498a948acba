"""Every visible word of a Word file is read, or is in a warning."""

from itertools import count

from described import description, par, run, text, words
from drawn import drawing, old, shape
from hypothesis import given, settings
from hypothesis import strategies as st

SEEN, HIDDEN = "⟦thấy⟧", "⟦ẩn⟧"
"""What stands for a word that is seen, and for one that is not."""

INLINE = [
    text(SEEN),
    text(HIDDEN, "<w:vanish/>"),
    run("<w:tab/><w:br/>"),
    run(f"<w:delText>{HIDDEN}</w:delText>"),
    run(f"<w:lạ><w:t>{SEEN}</w:t></w:lạ>"),
    f"<w:del>{run(f'<w:delText>{HIDDEN}</w:delText>')}</w:del>",
    f"<m:oMath><m:r><m:t>{SEEN}</m:t></m:r></m:oMath>",
    run('<w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'),
    run('<w:fldChar w:fldCharType="separate"/>'),
]
CHOICE = (
    '<mc:AlternateContent><mc:Choice Requires="{}">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
    "</mc:AlternateContent>"
)
AROUND_RUNS = [
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:ins>{}</w:ins>",
    "<w:smartTag>{}</w:smartTag>",
    '<w:fldSimple w:instr="TITLE">{}</w:fldSimple>',
    "<w:lạ>{}</w:lạ>",
    CHOICE.format("w14", "{}", ""),
    CHOICE.format("lạ", "<w:r/>", "{}"),
]
MERGED = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>'
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc></w:tr></w:tbl>"
)
AROUND_BLOCKS = [
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
    "<w:lạ>{}</w:lạ>",
    "<w:tbl><w:tr><w:tc>{0}</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{0}</w:tc></w:tr></w:tbl>",
    MERGED,
    "<w:tbl><w:lạ>{}</w:lạ></w:tbl>",
]


def paragraphs(inlines):
    return st.lists(inlines, max_size=4).map("".join).map(par)


def inlines():
    around = st.sampled_from(AROUND_RUNS)
    return st.recursive(
        st.sampled_from(INLINE),
        lambda inner: st.builds(str.format, around, st.lists(inner, max_size=3).map("".join)),
        max_leaves=5,
    )


def boxed(content):
    """Put blocks in a text box, a group or an old drawing."""
    box = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return [
        drawing(shape(words=content)),
        drawing(f"<wpg:wgp><wpg:grpSpPr/>{shape(words=content)}</wpg:wgp>"),
        drawing(f"<wps:wsp>{content}</wps:wsp>"),
        old(f'<v:rect style="width:9pt">{box}</v:rect>'),
        old(f"<v:group><v:shape>{box}</v:shape></v:group>"),
        old(f"<o:lạ>{content}</o:lạ>"),
        old(f"<v:rect><v:lạ>{content}</v:lạ></v:rect>"),
    ]


def more_blocks(inner):
    content = st.lists(inner, min_size=1, max_size=3).map("".join)
    return st.builds(str.format, st.sampled_from(AROUND_BLOCKS), content) | content.map(boxed).flatmap(
        st.sampled_from
    )


blocks = st.lists(st.recursive(paragraphs(inlines()), more_blocks, max_leaves=6), max_size=4).map("".join)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(blocks)
def test_every_visible_word_is_read_or_warned_of(xml):
    numbers = count()
    pieces = xml.split(SEEN)
    seen = [f"⟨{next(numbers)}⟩" for _ in pieces[1:]]
    marked = pieces[0] + "".join(mark + piece for mark, piece in zip(seen, pieces[1:], strict=True))
    found = description(marked)
    read = words(found) + "".join(str(warning) for warning in found.warnings)
    assert [mark for mark in seen if mark not in read] == []
    assert HIDDEN not in words(found)
