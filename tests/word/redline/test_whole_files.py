"""What goes with the words: numbers, other parts, appendices, files of other programs, the PDF."""

import pytest
from corpus import word_file as foreign
from plan_edits import all_rows, data_of
from printed import pdf_pages, squeezed
from redlines import main, said, taken_back

from docgen.errors import InvalidInputError
from docgen.model.appendix import Orientation
from docgen.model.plan import Plan
from docgen.package import open_package
from docgen.pdf import convert
from docgen.word.archive import archive, entry
from docgen.word.ooxml import WP, W
from docgen.word.reading import Changes, read_document
from docgen.word.redline import redline

CHANGES = (f"{W}ins", f"{W}del", f"{W}pPrChange")


def test_each_change_has_a_number_and_an_author_and_no_date(old, new):
    changes = list(main(redline(old, new, "Phòng Nội vụ")).iter(*CHANGES))
    assert len({node.get(f"{W}id") for node in changes}) == len(changes) > 100
    assert {node.get(f"{W}author") for node in changes} == {"Phòng Nội vụ"}
    assert not any(node.get(f"{W}date") for node in changes)


def test_all_other_parts_are_those_of_the_new_file(old, new):
    changed, wanted = (open_package(data).parts for data in (redline(old, new), new))
    assert {name for name in wanted if changed[name] != wanted[name]} == {"word/document.xml"}


def test_names_and_drawings_are_told_apart(old, new):
    root = main(redline(old, new))
    names = [node.get(f"{W}name") for node in root.iter(f"{W}bookmarkStart")]
    drawings = [node.get("id") for node in root.iter(f"{WP}docPr")]
    assert len(set(names)) == len(names)
    assert len(set(drawings)) == len(drawings)


def test_a_file_against_itself_has_no_changes(old):
    assert not list(main(redline(old, old)).iter(*CHANGES))


def test_changes_that_were_there_count_as_accepted(old, new):
    changed = redline(old, new)
    assert not list(main(redline(changed, new)).iter(*CHANGES))


def appendices(plan, *groups):
    """Return a plan with an appendix for each of its groups named, the second one lying."""
    (whole,) = plan.appendices
    part = whole.parts[0]
    made = tuple(
        whole.model_copy(
            update={
                "title": f"Phụ lục về {part.groups[at].title}",
                "orientation": Orientation.LANDSCAPE if at == 1 else Orientation.PORTRAIT,
                "parts": (part.model_copy(update={"groups": (part.groups[at],)}),),
            }
        )
        for at in groups
    )
    return plan.model_copy(update={"appendices": made})


APPENDICES = [
    ((0, 1, 2), (0, 2)),
    ((0, 2), (0, 1, 2)),
    ((0,), ()),
    ((), (0, 1)),
    ((0, 1), (1, 0)),
    ((1,), (2,)),
]


@pytest.mark.parametrize(("before", "after"), APPENDICES)
def test_appendices_come_and_go(docx, plan_2025, before, after):
    old, new = (docx(appendices(plan_2025, *groups)) for groups in (before, after))
    changed = redline(old, new)
    assert (said(changed), taken_back(changed)) == (said(new), said(old))
    sections = [
        [page.landscape for page in read_document(open_package(data)).sections] for data in (changed, new)
    ]
    assert sections[0] == sections[1]


def test_an_appendix_with_another_column_has_its_table_replaced(docx, plan_2025, old):
    data = data_of(plan_2025)
    next(all_rows(data))["san_pham"] = "Kế hoạch"
    wide = docx(Plan.model_validate(data))
    changed = redline(old, wide)
    assert (said(changed), taken_back(changed)) == (said(wide), said(old))
    rows = [len(list(table.iter(f"{W}tr"))) for table in main(changed).iter(f"{W}tbl")]
    assert rows[2] == rows[3]


def test_the_pdf_of_each_state_is_that_of_its_file(old, new):
    changed = redline(old, new)
    for state, wanted in ((Changes.ACCEPTED, new), (Changes.ORIGINAL, old)):
        printed = pdf_pages(convert(changed, changes=state).data)
        assert squeezed("".join(printed)) == squeezed("".join(pdf_pages(convert(wanted).data)))


def shown(data, changes=Changes.ACCEPTED):
    """Return the words of each paragraph that has some, without the numbers that Word writes."""
    paragraphs = read_document(open_package(data), changes).paragraphs
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs if paragraph.text.strip()]


@pytest.mark.parametrize("seed", range(0, 30, 3))
def test_files_of_other_programs(seed):
    old, new = foreign(seed), foreign(seed + 1)
    changed = redline(old, new)
    assert (shown(changed), shown(changed, Changes.ORIGINAL)) == (shown(new), shown(old))


def test_a_file_of_another_program_against_a_plan(new):
    old = foreign(0)
    changed = redline(old, new)
    assert (shown(changed), shown(changed, Changes.ORIGINAL)) == (shown(new), shown(old))


def test_a_file_without_text_is_refused(old):
    parts = open_package(old).parts
    empty = f'<w:document xmlns:w="{W[1:-1]}"/>'.encode()
    bare = archive(entry(name, data) for name, data in (parts | {"word/document.xml": empty}).items())
    with pytest.raises(InvalidInputError, match="không có nội dung"):
        redline(old, bare)
