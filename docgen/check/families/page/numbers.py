"""P07 to P10: page numbers in the middle of the top margin, from the second page on (Mục I.7 and III.1.đ)."""

import re
from collections.abc import Iterator, Sequence

from docgen.check.breach import Breach, Breaches, Repair
from docgen.check.case import Case, Rule
from docgen.check.families.looks import allows, nearest_size, size_text
from docgen.check.families.page.number_places import LEFT, RIGHT, Number, numbers_in
from docgen.check.families.page.runs import CONTINUOUS, Run, is_long, own_section, runs
from docgen.check.families.whereabouts import DEFAULT, EVEN, FIRST, sections_called, shown
from docgen.check.fixing.fields import SetNumberLook
from docgen.check.fixing.page_numbers import HideFirst, PutNumber, SetPageCount, TakeNumbers
from docgen.check.fixing.taking import can_take
from docgen.components import Part
from docgen.rules import component, figure
from docgen.word.formatting import RunFormat
from docgen.word.reading import Section, Story

_TOP, _BOTTOM = "đầu trang", "chân trang"
_ARABIC = frozenset({"decimal", "numberInDash", "decimalZero", ""})
_OTHER_FIGURES = re.compile(r"\\\*\s*(roman|alphabetic|cardtext|ordtext|ordinal)", re.IGNORECASE)
_CALLED = {LEFT: "bên trái", RIGHT: "bên phải"}
_WHERE = "Số trang phải canh giữa trong lề trên"
_INSERT = "Hãy chọn Insert → Page Number → Top of Page, kiểu canh giữa"


def _places(case: Case) -> Breaches:
    """P07: numbers stand in the header, centred; a text longer than a page has them."""
    below = [number for section in case.document.sections for number in _numbers(case, section, _BOTTOM)]
    above = [number for section in case.document.sections for number in _numbers(case, section, _TOP)]
    if below:
        yield _misplaced(case, below, _BOTTOM, "đang ở chân trang")
    aside = [number for number in above if number.place in _CALLED]
    if aside:
        yield _misplaced(case, aside, _TOP, f"đang canh {_CALLED[aside[0].place]}")
    if not below:
        yield from _missing(case)


def _misplaced(case: Case, numbers: Sequence[Number], part: str, found: str) -> Breach:
    stories = {number.story.part: number.story for number in numbers}
    certain = all(can_take(story.root) for story in stories.values())
    told = f"Số trang {found} → giữa lề trên"
    taken = [TakeNumbers(told, story) for story in stories.values()]
    numbered = [
        section
        for section in case.document.sections
        if _shows(section, stories) and section.kind != CONTINUOUS
    ]
    return Breach(
        "P07",
        f"Số trang {found}. {_WHERE}. {_INSERT}, rồi bỏ số cũ.",
        part=part,
        expected="giữa lề trên",
        found=found.removeprefix("đang "),
        repairs=(*taken, *_put(case, told, numbered)) if certain else (),
    )


def _shows(section: Section, stories: dict[str, Story]) -> bool:
    return any(story.part in stories for story in (*section.headers.values(), *section.footers.values()))


def _put(case: Case, told: str, sections: Sequence[Section]) -> Iterator[Repair]:
    """Yield what gives sections their numbers, and hides that of each first page."""
    kinds = (DEFAULT, EVEN) if case.document.even_headers else (DEFAULT,)
    yield from (
        PutNumber(told, section, kind) for section in sections or case.document.sections[:1] for kind in kinds
    )
    showing = (run for run in runs(case) if run.hides_first and not _hides(run.first))
    yield from (HideFirst(told, run.first) for run in showing)


def _hides(section: Section) -> bool:
    """Whether the first page of a section shows no number, whatever is put into its usual header."""
    first = [stories[FIRST] for stories in (section.headers, section.footers) if FIRST in stories]
    return section.title_page and not any(_of_story(section, story) for story in first)


def _missing(case: Case) -> Breaches:
    """P07: sections of more than one page whose pages have no number."""
    kinds = (DEFAULT, EVEN) if case.document.even_headers else (DEFAULT,)
    lacking = [
        (section, kind)
        for run in runs(case)
        for section in run.sections
        for kind in kinds
        if not _has(section, kind) and _needs(run, section)
    ]
    if not lacking:
        return
    sections = list({section.index: section for section, _ in lacking}.values())
    pages = " trang chẵn" if all(kind == EVEN for _, kind in lacking) else ""
    told = "Thêm số trang giữa lề trên"
    yield Breach(
        "P07",
        f"Văn bản dài hơn một trang mà{pages} không có số trang. {_WHERE}, từ trang thứ hai. {_INSERT}.",
        part=_TOP if len(case.document.sections) == 1 else sections_called(sections, case.document),
        expected="số trang giữa lề trên",
        found="không có số trang",
        repairs=tuple(_put(case, told, sections)),
    )


def _needs(run: Run, section: Section) -> bool:
    """Whether a section of a run surely has pages that are not its first."""
    if section is run.first:
        return is_long(_page_run(run, section))
    return section.kind != CONTINUOUS


def _page_run(run: Run, section: Section) -> list[Section]:
    """Return a section and those that go on upon its last page."""
    at = run.sections.index(section)
    following = run.sections[at + 1 :]
    more = next((count for count, one in enumerate(following) if one.kind != CONTINUOUS), len(following))
    return [section, *following[:more]]


def _has(section: Section, kind: str) -> bool:
    story = section.headers.get(kind)
    return story is not None and bool(_of_story(section, story))


def _of_story(section: Section, story: Story) -> list[Number]:
    return list(numbers_in(story, section))


def _numbers(case: Case, section: Section, part: str) -> Iterator[Number]:
    """Yield the numbers that the pages of a section show above or below their text."""
    stories = section.headers if part == _TOP else section.footers
    for story in shown(stories, section, case.document):
        yield from _of_story(section, story)


def _first_pages(case: Case) -> Breaches:
    """P08: the first page of the text, and of each appendix, shows no number."""
    for run in runs(case):
        if run.hides_first:
            yield from _first_page(run)


def _first_page(run: Run) -> Breaches:
    section = run.first
    kind = FIRST if section.title_page else DEFAULT
    stories = [stories[kind] for stories in (section.headers, section.footers) if kind in stories]
    showing = [story for story in stories if _of_story(section, story)]
    if not showing:
        return
    whose = _called(run.part) if run.part else "văn bản"
    certain = all(can_take(story.root) for story in showing)
    told = f"Ẩn số ở trang thứ nhất của {whose}"
    place = _TOP if section.headers.get(kind) in showing else _BOTTOM
    yield Breach(
        "P08",
        f"Trang thứ nhất của {whose} hiển thị số trang; trang này không được hiển thị số. "
        f"Hãy bấm đúp vào {place}, chọn Different First Page rồi xóa số ở trang đầu.",
        run.part.label.paragraph if run.part and run.part.label else None,
        part="" if run.part else place,
        expected="không hiển thị",
        found="hiển thị",
        repairs=(HideFirst(told, section),) if certain else (),
    )


def _looks(case: Case) -> Breaches:
    """P09: Arabic figures from 1 on, of the right size, upright and not bold."""
    sections = case.document.sections
    shown_in = [(section, list(_numbers(case, section, _TOP))) for section in sections]
    yield from _faces([number for _, numbers in shown_in for number in numbers])
    numbered = [section for section, numbers in shown_in if numbers]
    yield from _figures(case, shown_in)
    yield from _beginning(sections[0], numbered)


def _figures(case: Case, shown_in: Sequence[tuple[Section, list[Number]]]) -> Breaches:
    """P09: numbers are in Arabic figures, by what the section says and by what the field says."""
    told = "Số trang: chữ số Ả Rập"
    found: dict[int, tuple[Section, list[Repair]]] = {}
    for section, numbers in shown_in:
        other = [number for number in numbers if _OTHER_FIGURES.search(number.field.code)]
        repairs: list[Repair] = [TakeNumbers(told, number.story) for number in other]
        repairs += [PutNumber(told, section, number.story.kind) for number in other]
        if numbers and section.number_style not in _ARABIC:
            repairs.append(SetPageCount(told, section, arabic=True))
        if repairs:
            found[section.index] = section, repairs
    if found:
        yield Breach(
            "P09",
            "Số trang không phải chữ số Ả Rập. Hãy chọn kiểu 1, 2, 3 trong Insert → Page Number → Format.",
            part=sections_called([section for section, _ in found.values()], case.document),
            expected="chữ số Ả Rập",
            found="kiểu số khác",
            repairs=tuple(repair for _, repairs in found.values() for repair in repairs),
        )


def _beginning(first: Section, numbered: Sequence[Section]) -> Breaches:
    wanted = int(figure("page_number.first").use)
    if first not in numbered or first.starts_at in {None, wanted}:
        return
    told = f"Số trang bắt đầu từ {first.starts_at}"
    yield Breach(
        "P09",
        f"{told}; phải đánh từ {wanted}. Hãy đặt Start at là {wanted} trong Insert → Page Number → Format.",
        part=_TOP,
        expected=str(wanted),
        found=str(first.starts_at),
        repairs=(SetPageCount(f"{told} → {wanted}", first, start=wanted),),
    )


def _faces(numbers: Sequence[Number]) -> Breaches:
    row = component("page_number")
    told: dict[tuple[str, str], list[Number]] = {}
    for number in {id(number.paragraph): number for number in numbers}.values():
        for wrong in _wrong_looks(number):
            told.setdefault(wrong, []).append(number)
    for (expected, found), alike in told.items():
        yield Breach(
            "P09",
            f"Số trang {found}; phải {expected}. Hãy chọn số trang rồi đặt lại.",
            part=_TOP,
            expected=expected,
            found=found,
            repairs=tuple(
                SetNumberLook(
                    f"Số trang: {found} → {expected}",
                    number.paragraph,
                    size=nearest_size(row, face.size),
                    bold=row.bold,
                    italic=row.italic,
                )
                for number in alike
                for face in _number_faces(number)[:1]
            ),
        )


def _wrong_looks(number: Number) -> Iterator[tuple[str, str]]:
    row = component("page_number")
    for face in _number_faces(number):
        wrong = []
        if not allows(row, face.size):
            wrong.append((f"cỡ {size_text(row.size)}", f"cỡ {size_text(face.size)}"))
        if face.bold != row.bold:
            wrong.append(("không đậm", "đậm"))
        if face.italic != row.italic:
            wrong.append(("đứng", "nghiêng"))
        if wrong:
            expected, found = (", ".join(side) for side in zip(*wrong, strict=True))
            yield expected, found


def _number_faces(number: Number) -> list[RunFormat]:
    spans = [span for span in number.paragraph.spans if span.field == "PAGE" and span.text.strip()]
    return list(dict.fromkeys(span.face for span in spans))


def _appendices(case: Case) -> Breaches:
    """P10: the pages of each appendix are numbered from 1."""
    wanted = int(figure("page_number.first").use)
    for part in case.paper.appendices:
        section = own_section(case, part)
        if section is not None and (section.starts_at == wanted or section.index == 0):
            continue
        yield _not_restarted(part, section, wanted)


def _not_restarted(part: Part, section: Section | None, wanted: int) -> Breach:
    name = _called(part)
    if section is None:
        remedy = (
            f"Hãy chèn ngắt phần trước {name} (Layout → Breaks → Next Page), rồi đặt Start at là {wanted}."
        )
    else:
        remedy = f"Hãy đặt Start at là {wanted} trong Insert → Page Number → Format."
    repairs = (
        () if section is None else (SetPageCount(f"{name}: số trang từ {wanted}", section, start=wanted),)
    )
    found = "đánh số tiếp" if section is None or section.starts_at is None else str(section.starts_at)
    return Breach(
        "P10",
        f"Số trang của {name} không bắt đầu từ {wanted}; mỗi phụ lục phải đánh số trang riêng. {remedy}",
        part.label.paragraph if part.label else None,
        expected=f"từ {wanted}",
        found=found,
        repairs=repairs,
    )


def _called(part: Part) -> str:
    return part.label.text if part.label else "phụ lục"


RULES: tuple[Rule, ...] = (_places, _first_pages, _looks, _appendices)
"""The rules of page numbers."""
