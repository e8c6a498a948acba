"""Tables as officers make them. Each feature writes into a draft."""

from .markup import SIDES, borders, cell, element, paragraph, row, run, table

INSIDE = ("insideH", "insideV")


def ruled(draft):
    """Return the borders and margins of a table."""
    size = draft.dice.choice((4, 4, 4, 8, 12))
    sides = draft.dice.choice(((*SIDES, *INSIDE), (*SIDES, *INSIDE), ("top", "bottom", "insideH")))
    form = {"tblBorders": borders("tblBorders", sides, size)}
    if draft.chance(0.3):
        widths = zip(
            SIDES, draft.dice.choice(((40, 108, 40, 108), (0, 57, 0, 57), (60, 80, 20, 80))), strict=True
        )
        form["tblCellMar"] = element(
            "tblCellMar", "".join(element(side, w=width, type="dxa") for side, width in widths)
        )
    if draft.chance(0.3):
        form["jc"] = "center"
    return form


def inside(draft, text, **form):
    """Return a paragraph in a cell."""
    size = max(draft.size - draft.dice.choice((0, 2, 4)), 20)
    face = {"sz": size, "szCs": size, "b": form.pop("b", None)}
    return paragraph(run(text, **face), **form)


def plan(draft):
    """The table of a plan: a heading repeated on each page, rows of work."""
    widths = draft.dice.choice(((600, 4200, 2200, 1900), (700, 5000, 3300), (567, 3200, 1900, 1500, 1700)))
    spacing = draft.dice.choice(({}, {"spacing": {"before": 40, "after": 40}}, {"spacing": {"after": 120}}))
    whole = True if draft.chance(0.5) else None
    names = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian", "Ghi chú")
    first = (
        cell(inside(draft, name, b=True, jc="center"), width, vAlign="center")
        for name, width in zip(names, widths, strict=False)
    )
    rows = [row(*first, tblHeader=True if draft.chance(0.8) else None, cantSplit=whole)]
    for number in range(1, draft.dice.randint(6, 18)):
        texts = (
            str(number),
            draft.speech.phrase() + " " + draft.speech.text(0, 1),
            draft.speech.unit(),
            draft.speech.term(),
            "",
        )
        align = ("center", "both", "center", "center", "left")
        cells = zip(texts, align, widths, strict=False)
        rows.append(
            row(
                *(cell(inside(draft, text.strip(), jc=how, **spacing), width) for text, how, width in cells),
                cantSplit=whole,
            )
        )
    draft.add(table(widths, rows, **ruled(draft)), draft.plain())


def merged(draft):
    """Cells over several columns and rows, some turned to the middle."""
    widths = (1500, 2500, 2500, 2500)
    middle = {"vAlign": "center"}
    wide = cell(inside(draft, "Kết quả thực hiện", jc="center", b=True), 5000, gridSpan=2, **middle)
    begun = {"vMerge": {"val": "restart"}, **middle}
    top = row(
        cell(inside(draft, "Nhóm", b=True, jc="center"), 1500, **begun),
        cell(inside(draft, "Chỉ tiêu", b=True, jc="center"), 2500, **begun),
        wide,
    )
    second = row(
        cell(paragraph(), 1500, vMerge=True, **middle),
        cell(paragraph(), 2500, vMerge=True, **middle),
        *(cell(inside(draft, year, jc="center"), 2500) for year in ("Năm 2024", "Năm 2025")),
    )
    rows = [top, second]
    for _ in range(draft.dice.randint(2, 4)):
        rows.extend(group(draft))
    draft.add(table(widths, rows, **ruled(draft)), draft.plain())


def group(draft):
    """Return rows that share their first cell."""
    rows = []
    for number in range(draft.dice.randint(1, 4)):
        form = {
            "vMerge": True if number else {"val": "restart"},
            "vAlign": draft.dice.choice(("top", "center")),
        }
        first = paragraph() if number else inside(draft, draft.speech.heading())
        texts = (draft.speech.phrase(), draft.speech.money(), draft.speech.money())
        others = (cell(inside(draft, text), 2500, vAlign="center") for text in texts)
        rows.append(row(cell(first, 1500, **form), *others))
    return rows


def heights(draft):
    """Rows of given heights, words at the top, in the middle and at the foot."""
    widths = (2268, 3402, 3402)
    rows = []
    for _ in range(draft.dice.randint(4, 10)):
        rule = draft.dice.choice(("atLeast", "atLeast", "exact"))
        height = {"val": draft.dice.choice((454, 567, 850, 1134)), "hRule": rule}
        texts = (
            draft.speech.unit(),
            draft.speech.unit() if rule == "exact" else draft.speech.phrase(),
            draft.speech.term(),
        )
        align = draft.dice.choice(("top", "center", "bottom"))
        cells = (
            cell(inside(draft, text), width, vAlign=align) for text, width in zip(texts, widths, strict=True)
        )
        rows.append(row(*cells, trHeight=height))
    draft.add(table(widths, rows, **ruled(draft)), draft.plain())


def nested(draft):
    """A table inside a cell, the last thing there or followed by words."""
    small = (1400, 1800)
    rows = [
        row(
            *(
                cell(inside(draft, text), width)
                for text, width in zip((draft.speech.unit(), draft.speech.money()), small, strict=True)
            )
        )
        for _ in range(draft.dice.randint(2, 4))
    ]
    within = table(small, rows, tblStyle="TableGrid")
    after = paragraph() if draft.chance(0.6) else inside(draft, draft.speech.phrase())
    left = cell(inside(draft, draft.speech.phrase()) + within + after, 4500)
    right = cell(inside(draft, draft.speech.text()), 4500)
    draft.add(table((4500, 4500), [row(left, right)], **ruled(draft)), draft.plain())


def floating(draft):
    """A small table with text around it."""
    place = {
        "leftFromText": 180,
        "rightFromText": 180,
        "vertAnchor": "text",
        "horzAnchor": "margin",
        "tblpXSpec": draft.dice.choice(("right", None, "center")),
        "tblpY": draft.dice.choice((1, 120, 400)),
    }
    rows = [
        row(*(cell(inside(draft, text), 1700) for text in (draft.speech.unit(), draft.speech.term())))
        for _ in range(draft.dice.randint(2, 5))
    ]
    draft.fill(1, 2)
    draft.add(table((1700, 1700), rows, tblpPr=place, tblStyle="TableGrid"))
    draft.add(*(draft.plain(run(draft.speech.text(3, 6))) for _ in range(2)))


def signature(draft):
    """The end of a letter: who gets it at the left, who signs at the right; no borders."""
    receivers = [paragraph(run("Nơi nhận:", b=True, i=True, sz=24))]
    receivers += [paragraph(run(f"- {draft.speech.unit()};", sz=22)) for _ in range(draft.dice.randint(2, 5))]
    signer = [paragraph(run("GIÁM ĐỐC", b=True), jc="center")]
    signer += [paragraph(jc="center")] * draft.dice.randint(3, 5)
    signer.append(paragraph(run(draft.speech.person(), b=True), jc="center"))
    draft.add(table((4500, 4570), [row(cell("".join(receivers), 4500), cell("".join(signer), 4570))]))
    draft.add(paragraph())


def head(draft):
    """The head of an official document: the office at the left, the motto at the right.

    Words stand above it: LibreOffice begins with an empty line when a table comes first and there are notes.
    """
    draft.add(paragraph(run("DỰ THẢO", i=True), jc="right"))
    left = paragraph(run("ỦY BAN NHÂN DÂN TỈNH", sz=26), jc="center")
    left += paragraph(run(draft.speech.unit().upper(), b=True, sz=26), jc="center")
    right = paragraph(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True, sz=26), jc="center")
    right += paragraph(run("Độc lập - Tự do - Hạnh phúc", b=True, sz=28), jc="center")
    low_left = paragraph(run(f"Số: {draft.dice.randint(1, 999)}/KH-SNV", sz=26), jc="center")
    low_right = paragraph(
        run(f"ngày {draft.dice.randint(10, 28)} tháng 3 năm 2025", i=True, sz=26), jc="center"
    )
    rows = [row(cell(left, 3300), cell(right, 6000)), row(cell(low_left, 3300), cell(low_right, 6000))]
    draft.add(table((3300, 6000), rows, jc="center"))
    draft.add(paragraph(run("KẾ HOẠCH", b=True), jc="center", spacing={"before": 360}))
    draft.add(paragraph(draft.title, pStyle="Title", spacing={"after": 240}))
