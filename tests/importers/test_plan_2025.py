"""The 2025 plan holds every word of its source, in order: the scan is the judge."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from docgen.importers import read_organisation, read_plan
from docgen.language.lettering import letter
from docgen.language.numerals import to_roman
from docgen.model.text import unmarked
from docgen.resources import shipped

SOURCE = Path(__file__).parents[1] / "data" / "ke-hoach-cchc-2025.txt"
ORGANISATION = read_organisation(shipped("data") / "don-vi.yaml")
PLAN = read_plan(shipped("data") / "kehoach-2025.yaml", ORGANISATION)


def corrections():
    """The table of corrected slips in data/README.md."""
    table = shipped("data").joinpath("README.md").read_text("utf-8").partition("## Scan slips corrected")[2]
    rows = [
        line.strip("| ").split(" | ")
        for line in table.partition("\n## ")[0].splitlines()
        if line.startswith("| ")
    ]
    return [(scan, here) for _, scan, here in rows[1:]]


@pytest.fixture(scope="module")
def source():
    text = SOURCE.read_text("utf-8")
    for scan, here in corrections():
        assert text.count(scan) == 1
        text = text.replace(scan, here)
    return text


def body_as_printed():
    """The body with its numbers, as a reader of the paper would type it."""
    for section, numeral in zip(PLAN.sections, map(to_roman, range(1, 9)), strict=False):
        yield f"{numeral}. {section.title.upper()}"
        for number, item in enumerate(section.items, 1):
            yield f"{number}. {item.title or item.text}"
            yield from item.paragraphs
            yield from (f"{letter(place)}) {point.text}" for place, point in enumerate(item.points, 1))
            yield from (f"- {dash}" for dash in item.dashes)
        if section.pointer:
            yield f"({section.pointer})"


def test_body_word_by_word(source):
    printed = source.partition("Số: /KH-SNV")[2].partition("KẾ HOẠCH\n")[2].partition("Nơi nhận:")[0]
    words = " ".join([PLAN.subject, *PLAN.opening, *body_as_printed()]).removesuffix(".") + "./."
    assert words.split() == printed.split()
    assert source.count("**") == 6  # two phrases of the body, and the signature


def test_recipients_and_signature_word_by_word(source):
    printed = source.partition("Nơi nhận:")[2].partition("PHỤ LỤC\n")[0]
    lines = [f"- {line};" for line in PLAN.recipients.lines]
    lines += [f"- Lưu: VT, {PLAN.recipients.drafting_unit}.", *PLAN.signature.lines(), PLAN.signature.name]
    assert " ".join(lines).split() == unmarked(printed).split()


def test_head_agrees_with_the_organisation(source):
    head = source.partition("KẾ HOẠCH\n")[0]
    agency = ORGANISATION.on(PLAN.day)
    assert agency.superior.upper() in head
    assert f"\n{agency.name.upper()} " in head
    assert f"Số: /KH-{agency.symbol} {agency.place}, ngày tháng năm {PLAN.issue_year}" in head


def rows_of(source):
    """The rows of the scanned table; a row without STT goes on from the page before."""
    rows = []
    for line in source.partition("PHỤ LỤC\n")[2].splitlines():
        cells = line.split("\t")
        if len(cells) == 1 or cells[0] == "STT":
            continue
        if cells[0] or not rows:
            rows.append(cells)
        else:
            rows[-1] = [f"{before} {after}".strip() for before, after in zip(rows[-1], cells, strict=True)]
    return rows


def task_row(number, task):
    cells = [number, task.text, ", ".join(task.lead), ", ".join(task.coordinating)]
    return [*cells, task.deadline.replace("\n", " ")]


def rows_as_printed():
    for place, part in enumerate(PLAN.appendices[0].parts, 1):
        yield [letter(place).upper(), part.title.upper(), "", "", ""]
        number = 0
        for numeral, group in enumerate(part.groups, 1):
            yield [to_roman(numeral), group.title.upper(), "", "", ""]
            for task in group.tasks:
                number += 1
                yield task_row(str(number), task)
                yield from (
                    task_row(f"{number}.{sub}", subtask) for sub, subtask in enumerate(task.subtasks, 1)
                )
        yield [f"Tổng số: {number} nhiệm vụ", "", "", "", ""]


def test_appendix_cell_by_cell(source):
    assert f"PHỤ LỤC\n{PLAN.appendices[0].title.upper()}\n" in source
    assert list(rows_as_printed()) == rows_of(source)


def test_appendix_headings_are_the_defaults(source):
    headings = PLAN.appendices[0].headings
    printed = [headings.number, headings.text, headings.lead, headings.coordinating, headings.deadline]
    assert source.count("\t".join(printed)) == source.count("STT\t") > 1


def test_counts():
    parts = PLAN.appendices[0].parts
    assert [sum(1 for _ in part.tasks()) for part in parts] == [26, 22]
    assert [len(part.groups) for part in parts] == [7, 4]
    assert len(list(PLAN.rows())) == 50


def test_bold_phrases_are_those_of_the_source(source):
    bold = re.findall(r"\*\*(.+?)\*\*", source.partition("Nơi nhận:")[0])
    assert re.findall(r"\*\*(.+?)\*\*", "\n".join(PLAN.texts())) == bold


def test_ids_hold_no_number():
    assert not [row.id for row in PLAN.rows() if re.search(r"\d", row.id)]


@pytest.mark.parametrize("name", ["don-vi.yaml", "kehoach-2025.yaml"])
def test_comments_survive_a_round_trip(name, tmp_path):
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    before = shipped("data").joinpath(name).read_text("utf-8")
    data = yaml.load(before)
    data["dau_vet"] = 1
    with (tmp_path / name).open("w", encoding="utf-8") as file:
        yaml.dump(data, file)
    after = (tmp_path / name).read_text("utf-8")
    comments = re.compile(r"#.*")
    assert comments.findall(after) == comments.findall(before)
    assert {key: value for key, value in yaml.load(after).items() if key != "dau_vet"} == yaml.load(before)


def test_plan_survives_json():
    assert type(PLAN).model_validate_json(PLAN.model_dump_json(by_alias=True)) == PLAN


def test_one_plan_is_cited_with_two_dates():
    numbered = [citation for citation in PLAN.citations() if citation.number_symbol]
    of_153 = {str(citation.date) for citation in numbered if citation.number_symbol == "153/KH-UBND"}
    assert len(numbered) == 7
    assert of_153 == {"2023-08-07", "2023-09-07"}
