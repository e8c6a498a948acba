"""Where lines end; LibreOffice is asked about the same paragraphs."""

import random
import re
import subprocess
from bisect import bisect_right
from itertools import accumulate, pairwise

import pytest
from likeness import remembered
from wordfile import word_file

from docgen.pdf.fonts import DOTS, Fonts
from docgen.pdf.layout.breaking import line_end, word_end

SIZE, TWIPS = 14, 20
COLUMN = 9355
"""Twips between the margins of the notation's pages."""


def ends(text):
    """Return `text` with a bar wherever a line may end, when the spaces there fit on it."""
    found = {line_end(text, 0, limit) for limit in range(1, len(text)) if text[limit] != " "} - {0}
    return "".join(f"|{char}" if at in found else char for at, char in enumerate(text))


@pytest.mark.parametrize(
    "marked",
    [
        "Ủy |ban |nhân |dân |tỉnh",
        "giai |đoạn |2025-|2030",
        "số |04/NQ-|CP |và |153/KH-|UBND",
        "hay |và/hoặc |n/a",
        "ngày |01/01/2025",
        "Covid-|19, |TP.HCM-|HN",
        "2023 |– |2025, |5–|7",
        "a|—|b",
        "chữ…|tiếp, |……. |ngày",
        "…….tháng",
        "1.234,56 |và |25°C |và |50%/năm",
        "50%-|60%",
        "(a)|(b), |(abc) |def",
        "“ab” |cd, |ab“cd”",
        "a!|b?|c",
        "5$ |hay |10.000đ/tháng",
        "một\u00a0hai |ba\u2011bốn",
        "một\u200b|hai",
        "một\u00ad|hai",
        "xx ......6......tháng",
        "ab .cd |ef",
        "từ |-|5 |độ",
        "a\u0309a\u0301 |b",
        "漢|字|と",
        "x\\|y",
        "hình|\ufffc|này",
        "%(5), |%|(a)",
        "1.000.-|a",
        "2/°",
    ],
)
def test_a_line_ends_at_an_opportunity(marked):
    assert ends(marked.replace("|", "")) == marked


def test_spaces_hang_over_the_edge():
    assert line_end("ab   cd", 0, 2) == 5
    assert line_end("ab   cd", 0, 4) == 5


def test_what_follows_a_space_that_does_not_fit_begins_a_line():
    assert line_end("xx ab .cd", 0, 5) == 6
    assert line_end("xx ab .cd", 0, 7) == 3


def test_a_path_is_not_broken_unless_it_is_long():
    text = "x " + "abcdefghi/" * 9
    assert line_end(text, 0, 60) == 2
    assert line_end(text, 0, 75) == 72
    assert line_end("ab cd-ef/gh", 0, 9) == 6
    assert line_end("ab cd-ef/gh", 0, 10) == 3


def test_all_that_is_left_fits():
    assert line_end("ab cd", 3, 5) == 5


def test_without_an_opportunity_a_word_is_cut():
    assert line_end("abcdef", 0, 3) == 0
    assert word_end("abcdef", 0, 3) == 3
    assert word_end("abcdef", 0, 0) == 1


def test_a_word_of_two_styles_is_cut_in_the_first():
    assert line_end("ab ", 0, 1, [1]) == 0
    assert word_end("abcdef", 0, 5, [3]) == 2
    assert word_end("abcdef", 2, 5, [3]) == 5


def test_a_space_before_another_style_ends_a_line_whatever_follows():
    assert line_end("x ab .cd", 0, 7) == 2
    assert line_end("x ab .cd", 0, 7, [5]) == 5


WORDS = (
    *(
        "của",
        "Ủy",
        "ban",
        "nhân",
        "dân",
        "nghĩa",
        "vụ",
        "A",
        "b1",
        "2025",
        "30",
        "5%",
        "và/hoặc",
        "2025-2030",
    ),
    *(
        "04/NQ-CP",
        "153/KH-UBND",
        "Covid-19",
        "(a)",
        "(b);",
        "c,",
        "d.",
        "e:",
        "“f”",
        "g”",
        "…",
        "...",
        "......",
    ),
    *(
        "–",
        "—",
        "-",
        "-5",
        "a–b",
        "1.234,56",
        "50%/năm",
        "25°C",
        "a/b-c",
        "a-b/c",
        "x/y/z/t",
        "[1]",
        "1)",
        "{q}",
    ),
    *(
        "!",
        "?",
        ";",
        "n/a",
        "'k'",
        '"l"',
        "&",
        "+",
        "=",
        "*",
        "@",
        "#",
        "$5",
        "5$",
        "10.000đ",
        "%",
        "‰",
        "…..",
        "|",
    ),
    *("///", "--", "../../2025", "….../…...", "·", "×", "≥", "→", "II.1", "TP.HCM-HN", "http://a.vn/b-c/d"),
)


def _paragraphs(dice):
    """Yield texts of two faces, and widths in twips."""
    for at in range(160):
        glue = [" "] if at % 2 else ["", " ", " ", "  "]
        text = "".join(dice.choice(WORDS) + dice.choice(glue) for _ in range(9)).strip()
        seams = sorted(dice.sample(range(1, len(text)), 3 * (at % 3 == 0)))
        places = [0, *seams, len(text)]
        yield [text[a:b] for a, b in pairwise(places)], dice.randint(900, 5000)


def test_paragraphs_are_broken_as_in_libreoffice():
    paragraphs = list(_paragraphs(random.Random(30)))  # noqa: S311 - a die that falls alike every time
    printed = remembered({"all": word_file("\n".join(map(_probe, range(999), paragraphs)))})["all"]
    theirs = _printed_lines(printed)
    assert len(theirs) == len(paragraphs)
    assert [_squeezed(_lines(*paragraph)) for paragraph in paragraphs] == theirs


def _probe(number, paragraph):
    pieces, width = paragraph
    runs = "".join(
        f"<w:r><w:rPr>{'<w:b/>' * (at % 2)}</w:rPr><w:t xml:space='preserve'>{_escaped(piece)}</w:t></w:r>"
        for at, piece in enumerate(pieces)
    )
    indent = f'<w:pPr><w:ind w:right="{COLUMN - width}"/></w:pPr>'
    return f"| §{number}§\n<w:p>{indent}{runs}</w:p>"


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _printed_lines(pdf):
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [_squeezed(part.splitlines()) for part in re.split(r"§\d+§", text)[1:]]


def _squeezed(lines):
    return [squeezed for line in lines if (squeezed := "".join(line.split()))]


def _lines(pieces, width):
    """Break a paragraph as layout does: each face measured by itself, rounded to twips when it is over."""
    text, start = "".join(pieces), 0
    while start < len(text):
        limit, seams = _fitting(pieces, start, width)
        if limit is None:
            yield text[start:]
            return
        end = line_end(text, start, limit, seams)
        if end == start:
            end = word_end(text, start, limit, seams)
        yield text[start:end]
        start = end


def _fitting(pieces, start, width):
    """Return the first character that does not fit, and where faces begin before it."""
    seams, begin = [], 0
    for at, piece in enumerate(pieces):
        end = begin + len(piece)
        if end > start:
            seams += [begin] * (begin > start)
            font = Fonts().font("Times New Roman", bold=at % 2 == 1, italic=False)
            rest = piece[max(start - begin, 0) :]
            places = list(accumulate((round(font.width(char, SIZE) * DOTS) for char in rest), initial=0))
            count = bisect_right(places, width * DOTS // TWIPS) - 1
            if count < len(rest):
                return end - len(rest) + count, seams
            width -= int(places[-1] * TWIPS / DOTS + 0.5)
        begin = end
    return None, seams
