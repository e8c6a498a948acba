"""A second opinion: docx-plus resolves the same layers of random styles to the same formatting."""

import io

import docx
from docx_plus.styles import resolve_effective_formatting
from hypothesis import given, settings
from hypothesis.strategies import randoms
from wordfile import word_file

from docgen.package import open_package
from docgen.word.formatting import Formatting
from docgen.word.ooxml import W

LETTERS = ("b", "i", "caps", "smallCaps", "strike")


def letters(chance):
    flags = [f'<w:{name} w:val="{chance.randint(0, 1)}"/>' for name in LETTERS if chance.random() < 0.4]
    size = f'<w:sz w:val="{chance.randrange(16, 60)}"/>' if chance.random() < 0.4 else ""
    color = f'<w:color w:val="{chance.randrange(0xFFFFFF):06X}"/>' if chance.random() < 0.4 else ""
    return f"<w:rPr>{''.join(flags)}{color}{size}</w:rPr>"


def setting(chance):
    spacing = f'<w:spacing w:before="{chance.randrange(400)}"/>' if chance.random() < 0.5 else ""
    indent = f'<w:ind w:left="{chance.randrange(900)}"/>' if chance.random() < 0.5 else ""
    hanging = f'<w:ind w:hanging="{chance.randrange(1, 900)}"/>' if chance.random() < 0.3 else ""
    align = f'<w:jc w:val="{chance.choice(("both", "center", "right"))}"/>' if chance.random() < 0.5 else ""
    return f"{spacing}{indent or hanging}{align}"


def styles(chance, kind, names):
    found = ""
    for at, name in enumerate(names):
        based = f'<w:basedOn w:val="{chance.choice(names[:at])}"/>' if at else ""
        body = f"<w:pPr>{setting(chance)}</w:pPr>" if kind == "paragraph" else ""
        head = f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>'
        found += f"{head}{based}{body}{letters(chance)}</w:style>"
    return found


def made(chance):
    """Return a file of paragraphs in random styles, each with a run that has a style and its own letters."""
    paragraphs, characters = [f"P{n}" for n in range(5)], [f"C{n}" for n in range(4)]
    told = styles(chance, "paragraph", paragraphs) + styles(chance, "character", characters)
    body = ""
    for _ in range(8):
        own = letters(chance).replace("<w:rPr>", f'<w:rPr><w:rStyle w:val="{chance.choice(characters)}"/>')
        properties = f'<w:pStyle w:val="{chance.choice(paragraphs)}"/>{setting(chance)}'
        body += f"<w:p><w:pPr>{properties}</w:pPr><w:r>{own}<w:t>a</w:t></w:r></w:p>"
    return word_file(body, styles=told)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(randoms(use_true_random=False))
def test_runs_and_paragraphs_look_alike_to_both(chance):
    data = made(chance)
    package = open_package(data)
    formatting, root = Formatting(package), package.xml(package.main)
    for ours, theirs in zip(root.iter(f"{W}p"), docx.Document(io.BytesIO(data)).paragraphs, strict=True):
        if theirs.runs:
            found = formatting.paragraph(ours)
            face = formatting.run(next(ours.iter(f"{W}r")), found.style)
            assert told(found) == told_by(resolve_effective_formatting(theirs))
            assert shown(face) == shown_by(resolve_effective_formatting(theirs.runs[0]))


def told(found):
    return found.style, found.align, found.before * 20, found.left * 20, found.first_line * 20


def told_by(found):
    numbers = (found.spacing_before, found.indent_left, found.indent_first_line)
    return (found.style_id, found.alignment or "left", *(number or 0 for number in numbers))


def shown(face):
    return face.bold, face.italic, face.caps, face.small_caps, face.strike, face.size, face.color


def shown_by(found):
    flags = (found.bold, found.italic, found.caps, found.small_caps, found.strike)
    return (*map(bool, flags), found.font_size, (found.color_rgb or "").replace("000000", ""))
