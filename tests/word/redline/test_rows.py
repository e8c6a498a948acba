"""Rows are paired by the name of their task, not by their place or their words."""

from redlines import main, marked, said, taken_back
from wordfile import word_file

from docgen.word.ooxml import W
from docgen.word.redline import redline


def table(*rows):
    """Return a table of (name, number, text); a row without a name is that of a group."""
    return word_file(f"{xml(rows)}\n<w:p/>")


def xml(rows):
    grid = '<w:gridCol w:w="600"/><w:gridCol w:w="5000"/>'
    cells = "".join(row(at, *entry) for at, entry in enumerate(rows))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


def row(at, name, *texts):
    start, end = (f'<w:bookmarkStart w:id="{at}" w:name="nv_{name}"/>', f'<w:bookmarkEnd w:id="{at}"/>')
    first, *others = [f"<w:r><w:t>{text}</w:t></w:r>" for text in texts]
    words = [f"{start}{first}{end}" if name else first, *others]
    return "<w:tr>" + "".join(f"<w:tc><w:p>{one}</w:p></w:tc>" for one in words) + "</w:tr>"


BEFORE = (
    ("", "I", "Nhóm"),
    ("a", "1", "Rà soát văn bản"),
    ("b", "2", "Kiểm tra nội bộ"),
    ("c", "3", "Báo cáo"),
)


def shown(*after):
    old, new = table(*BEFORE), table(*after)
    changed = redline(old, new)
    assert (said(changed), taken_back(changed)) == (said(new), said(old))
    return ["|".join(words) for words in zip(*[iter(marked(changed)[:-1])] * 2, strict=True)]


def test_a_row_deleted():
    group, first, *_ = BEFORE
    assert shown(group, first, ("c", "2", "Báo cáo")) == [
        "I|Nhóm",
        "1|Rà soát văn bản",
        "[-2-][-¶-]|[-Kiểm tra nội bộ-][-¶-]",
        "[-3-][+2+]|Báo cáo",
    ]


def test_a_task_with_the_words_of_another_is_another():
    group, first, second, third = BEFORE
    assert shown(group, first, ("d", *second[1:]), third)[2:4] == [
        "[-2-][-¶-]|[-Kiểm tra nội bộ-][-¶-]",
        "[+2+][+¶+]|[+Kiểm tra nội bộ+][+¶+]",
    ]


def test_a_task_with_new_words_is_the_same():
    group, first, second, third = BEFORE
    assert shown(group, first, (*second[:2], "Hội nghị"), third)[2] == "2|[-Kiểm tra nội bộ-][+Hội nghị+]"


def test_a_row_moved_is_deleted_here_and_new_there():
    group, first, second, third = BEFORE
    assert shown(group, second, third, first) == [
        "I|Nhóm",
        "[-1-][-¶-]|[-Rà soát văn bản-][-¶-]",
        "2|Kiểm tra nội bộ",
        "3|Báo cáo",
        "[+1+][+¶+]|[+Rà soát văn bản+][+¶+]",
    ]


def test_a_group_is_known_by_its_words():
    _, *tasks = BEFORE
    assert shown(("", "II", "Nhóm"), *tasks)[0] == "[-I-][+II+]|Nhóm"


def test_names_are_there_once():
    group, first, second, third = BEFORE
    changed = redline(table(*BEFORE), table(group, second, third, first))
    names = [node.get(f"{W}name") for node in main(changed).iter(f"{W}bookmarkStart")]
    assert sorted(names) == ["nv_a", "nv_b", "nv_c"]


def test_a_table_with_other_columns_is_replaced_whole():
    old = table(*BEFORE)
    new = word_file("table 600 3000 2000\n+ 1 + Rà soát văn bản + Báo cáo\n<w:p/>")
    changed = redline(old, new)
    assert (said(changed), taken_back(changed)) == (said(new), said(old))
    assert len(list(main(changed).iter(f"{W}tbl"))) == 2
