"""What officers do with paragraphs and letters. Each feature writes into a draft."""

from .markup import SIDES, borders, element, paragraph, property_, run, stops

UNDERLINES = ("single", "double", "dotted", "dash", "wave", "thick")
LEADERS = ("dot", "dot", "hyphen", "underscore", None)
LINES = (
    (240, "auto"),
    (276, "auto"),
    (312, "auto"),
    (360, "auto"),
    (228, "auto"),
    (320, "exact"),
    (380, "atLeast"),
)


def faces(draft):
    """Letters bold, slanted, underlined, in colour, raised and lowered, wide and narrow."""
    told = [
        {"b": True},
        {"i": True},
        {"b": True, "i": True},
        {"u": draft.dice.choice(UNDERLINES)},
        {"highlight": "yellow"},
        {"color": "C00000"},
        {"strike": True},
        {"caps": True},
        {"smallCaps": True},
        {"spacing": draft.dice.choice((-6, -4, 4, 10))},
        {"kern": 2},
        {"w": 95},
        {"shd": {"val": "clear", "color": "auto", "fill": "D9D9D9"}},
    ]
    for _ in range(draft.dice.randint(3, 6)):
        runs = [run(draft.speech.sentence() + " ", **draft.dice.choice(told)) for _ in range(2)]
        draft.add(
            draft.plain(run(draft.speech.sentence() + " ") + "".join(runs) + run(draft.speech.sentence()))
        )


def sizes(draft):
    """Letters of several sizes and fonts in one paragraph."""
    other = {name: draft.dice.choice(("Arial", "Courier New")) for name in ("ascii", "hAnsi", "cs")}
    for size in draft.dice.sample((20, 22, 24, 30, 32), 3):
        middle = run(draft.speech.phrase() + " ", sz=size, szCs=size)
        draft.add(draft.plain(run(draft.speech.sentence() + " ") + middle + run(draft.speech.sentence())))
    draft.add(draft.plain(run(draft.speech.text(2, 3), rFonts=other)))


def scripts(draft):
    """Squares, formulas and references in raised and lowered letters."""
    raised, lowered = {"vertAlign": "superscript"}, {"vertAlign": "subscript"}
    area = run(f"Diện tích sử dụng là {draft.dice.randint(20, 900)} m") + run("2", **raised)
    gas = run("; lượng khí CO") + run("2", **lowered) + run(" phát thải giảm. " + draft.speech.text(2, 3))
    draft.add(draft.plain(area + gas))
    moved = run("vị trí nâng lên", position=draft.dice.choice((4, 6, -4)))
    draft.add(draft.plain(run(draft.speech.sentence() + " ") + moved + run(" " + draft.speech.text())))


def lines(draft):
    """Paragraphs of other line spacing."""
    for height, rule in draft.dice.sample(LINES, 3):
        spacing = {
            "before": draft.dice.choice((0, 60, 120, 240)),
            "after": draft.dice.choice((0, 60, 120, 200)),
            "line": height,
            "lineRule": rule,
        }
        draft.add(*(draft.plain(spacing=spacing) for _ in range(draft.dice.randint(2, 4))))


def indents(draft):
    """Paragraphs set in from left and right, hanging ones, and other alignments."""
    told = ({"left": 720}, {"left": 567, "hanging": 567}, {"left": 1134, "right": 1134}, {"right": 2268})
    for indent in draft.dice.sample(told, 3):
        draft.add(draft.plain(ind=indent))
    for align in draft.dice.sample(("left", "right", "center", "both"), 2):
        draft.add(draft.plain(jc=align, ind={"firstLine": 0}))


def forms(draft):
    """A form to be filled in: tabs with leaders to the right edge."""
    leader = draft.dice.choice(LEADERS[:4])
    edge = draft.dice.choice((8789, 9072, 9000))
    for label in draft.dice.sample(
        ("Họ và tên:", "Chức vụ:", "Đơn vị công tác:", "Địa chỉ:", "Số điện thoại:"), 4
    ):
        draft.add(draft.plain(run(f"{label} ⇥"), jc="left", tabs=stops((edge, "right", leader))))
    half = stops((4536, "left", leader), (edge, "right", leader))
    draft.add(draft.plain(run("Ngày sinh: ⇥ Giới tính: ⇥"), jc="left", tabs=half))


def contents(draft):
    """A table of contents: words, dots, the page."""
    draft.add(paragraph(run("MỤC LỤC", b=True), jc="center"))
    edge = stops((draft.width, "right", "dot"))
    for number in range(1, draft.dice.randint(5, 9)):
        level = draft.dice.choice((0, 0, 220, 440))
        words = f"{number}. {draft.speech.phrase()}⇥{number + 1}"
        draft.add(paragraph(words, tabs=edge, ind={"left": level}, spacing={"after": 60}))


def columns_by_tabs(draft):
    """Figures set under each other with tabs of several kinds, and default ones."""
    own = stops((3402, "center"), (6237, "right"), (7371, "left"))
    for _ in range(draft.dice.randint(3, 6)):
        name = draft.speech.unit()
        draft.add(
            draft.plain(run(f"{name}⇥{draft.speech.term()}⇥{draft.speech.money()}⇥đồng"), tabs=own, jc="left")
        )
    draft.add(
        draft.plain(run(f"Số lượng:⇥{draft.dice.randint(1, 99)}⇥bộ⇥{draft.speech.person()}"), jc="left")
    )


def spaces(draft):
    """Runs of spaces, line breaks, spaces and hyphens that do not break."""
    draft.add(draft.plain(run("Số:        /KH-SNV            ngày      tháng      năm 2025"), jc="left"))
    draft.add(draft.plain(run(f"{draft.speech.text()}↵{draft.speech.text()}"), jc="left"))
    draft.add(
        draft.plain(run(f"{draft.speech.text()}    {draft.speech.sentence()}  {draft.speech.sentence()}"))
    )
    bound = draft.speech.text(2, 3).replace("năm 2025", "năm\u00a02025").replace("Sở ", "Sở\u00a0")
    draft.add(draft.plain(run(bound + " Mẫu số 01⁃TTr/2025, điểm a khoản 1 Điều 5.")))
    draft.add(draft.plain(run(f"Nơi nhận{'.' * draft.dice.randint(30, 220)}"), jc="left"))


def boxes(draft):
    """Paragraphs in borders and on grounds, joined and alone."""
    sides = draft.dice.choice((SIDES, ("bottom",), ("top", "bottom"), ("left",), SIDES))
    box = borders("pBdr", sides, draft.dice.choice((4, 8, 12)), draft.dice.choice((1, 4)))
    ground = {"val": "clear", "color": "auto", "fill": draft.dice.choice(("F2F2F2", "DEEAF6", "FFF2CC"))}
    shaded = ground if draft.chance(0.5) else None
    for _ in range(draft.dice.randint(1, 3)):
        draft.add(draft.plain(pBdr=box, shd=shaded, ind={"left": 284, "right": 284}))
    draft.add(draft.plain(shd=ground))


def headings(draft):
    """Headings kept with what follows, paragraphs kept whole or beginning a page, others free to split."""
    for _ in range(draft.dice.randint(3, 6)):
        draft.add(
            paragraph(
                run(draft.speech.heading()), pStyle="Heading1", jc=draft.dice.choice(("left", "center"))
            )
        )
        form = draft.dice.choice(({"keepLines": True}, {"widowControl": False}, {}, {"keepNext": True}))
        draft.add(
            *(draft.plain(run(draft.speech.text(2, 6)), **form) for _ in range(draft.dice.randint(1, 3)))
        )
    if draft.chance(0.5):
        draft.add(draft.plain(pageBreakBefore=True))
    elif draft.chance(0.5):
        draft.add(element("p", element("r", '<w:br w:type="page"/>')))


def numbering(draft):
    """Numbered paragraphs of three levels, and dashes."""
    kinds = draft.dice.choice((("upperRoman", "decimal", "lowerLetter"), ("decimal", "decimal", "bullet")))
    texts = ("%1.", draft.dice.choice(("%2.", "%1.%2.")), "%3)" if kinds[2] == "lowerLetter" else "-")
    indent = draft.dice.choice(
        ({"left": 720, "hanging": 360}, {"left": 0, "firstLine": 720}, {"left": 567, "hanging": 567})
    )
    suffix = draft.dice.choice(("tab", "tab", "space"))
    levels = "".join(
        element(
            "lvl",
            element("start", val=1)
            + element("numFmt", val=kind)
            + (element("suff", val=suffix) if suffix != "tab" else "")
            + element("lvlText", val=text)
            + element("lvlJc", val="left")
            + element("pPr", property_("ind", {**indent, "left": indent["left"] + 360 * level})),
            ilvl=level,
        )
        for level, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    )
    kind = element("multiLevelType", val="multilevel")
    draft.lists.append(element("abstractNum", kind + levels, abstractNumId=0))
    draft.lists.append(element("num", element("abstractNumId", val=0), numId=1))
    for level in (0, 1, 1, 2, 2, 1, 0, 1, 2)[: draft.dice.randint(5, 9)]:
        place = element("numPr", element("ilvl", val=level) + element("numId", val=1))
        draft.add(draft.plain(numPr=place, ind=None))


def contextual(draft):
    """Items of a list style that leave no space between them."""
    for _ in range(draft.dice.randint(3, 6)):
        draft.add(
            paragraph(run(f"- {draft.speech.sentence()}"), pStyle="ListParagraph", spacing={"after": 200})
        )


def hidden(draft):
    """Hidden words inside a paragraph and a paragraph all hidden."""
    middle = run("(ghi chú nội bộ không in) ", vanish=True)
    draft.add(draft.plain(run(draft.speech.sentence() + " ") + middle + run(draft.speech.sentence())))
    draft.add(draft.plain(run(draft.speech.text(), vanish=True), rPr="<w:rPr><w:vanish/></w:rPr>"))


def changes(draft):
    """Changes that were tracked; the file asks to be shown as if they were accepted."""
    draft.settings.append(element("revisionView", markup=0))
    told = {"author": "Chuyên viên", "date": "2025-01-15T08:00:00Z"}
    for _ in range(draft.dice.randint(1, 3)):
        gone = (
            run(draft.speech.phrase() + " ").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        )
        inserted = element("ins", run(draft.speech.phrase() + " "), id=draft.number(), **told)
        deleted = element("del", gone, id=draft.number(), **told)
        draft.add(
            draft.plain(
                run(draft.speech.sentence() + " ") + deleted + inserted + run(draft.speech.sentence())
            )
        )


def remarks(draft):
    """A comment on some words, and content controls in a line and around a paragraph."""
    number = draft.number()
    told = {"author": "Chuyên viên", "date": "2025-01-15T08:00:00Z", "initials": "CV"}
    draft.comments.append(element("comment", paragraph("Đề nghị xem lại số liệu."), id=number, **told))
    mark = element("r", element("commentReference", id=number))
    held = element("commentRangeStart", id=number) + run(draft.speech.phrase())
    draft.add(
        draft.plain(held + element("commentRangeEnd", id=number) + mark + run(". " + draft.speech.text()))
    )
    control = element(
        "sdt",
        element("sdtPr", element("alias", val="Đơn vị")) + element("sdtContent", run(draft.speech.unit())),
    )
    draft.add(draft.plain(run("Đơn vị soạn thảo: ") + control + run(". " + draft.speech.text())))
    draft.add(
        element(
            "sdt", element("sdtPr", element("tag", val="noi-dung")) + element("sdtContent", draft.plain())
        )
    )


def footnotes(draft):
    """Notes at the foot of the page, short and long, also two in one line."""
    for _ in range(draft.dice.randint(2, 5)):
        long = draft.speech.text(*draft.dice.choice(((1, 1), (1, 3), (3, 8))))
        middle = run(draft.speech.sentence()) + draft.note("footnote", long)
        if draft.chance(0.3):
            middle += run(" " + draft.speech.phrase()) + draft.note("footnote", draft.speech.sentence())
        draft.add(draft.plain(middle + run(" " + draft.speech.text())))


def endnotes(draft):
    """Notes at the end of the file."""
    for _ in range(draft.dice.randint(1, 3)):
        mark = draft.note("endnote", draft.speech.text(1, 2))
        draft.add(draft.plain(run(draft.speech.sentence()) + mark + run(" " + draft.speech.text())))
