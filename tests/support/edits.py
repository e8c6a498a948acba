"""Edits of a draft in Word, each with what it does to the plan, made in both together.

An edit takes `draw` (of Hypothesis) and a `Filled`, and does nothing where there is nothing to edit.
"""

from copy import deepcopy
from datetime import date

from filled import COLUMNS, OPTIONAL, XML_SPACE, W, said, style_of, words_of
from hypothesis import strategies as st
from lxml import etree

WORDED = ("noi_dung", "san_pham", "thoi_gian", "kinh_phi", "ghi_chu")
UNITS = ("Văn phòng Sở", "Thanh tra Sở", "Ban Tôn giáo", "Phòng CCHC-VTLT")
NEW = (
    "Khảo sát mức độ hài lòng của người bệnh",
    "Lắp đặt camera tại bộ phận tiếp nhận",
    "Phát động cuộc thi viết báo tường",
    "Mua sắm bàn ghế, tủ đựng tài liệu",
    "Gửi thư chúc mừng gia đình sinh con",
)
"""Words that no random plan has."""
TITLES = ("Công việc phát sinh thêm", "Việc khác", "Nội dung mới", "Sắp xếp lại tài liệu")


# Edits of an appendix


def reword_a_cell(draw, filled):
    """Type words over those of a cell, or behind them."""
    if not (spots := filled.tasks()):
        return
    spot = draw(st.sampled_from(spots))
    key = draw(st.sampled_from([key for key in WORDED if key in filled.columns[spot.table]]))
    paragraph = filled.cell(spot, key)
    if spot.data[key] and draw(st.booleans()):
        filled.type_in(paragraph, " và việc mới")
        spot.data[key] += " và việc mới"
    else:
        words = draw(st.sampled_from(NEW))
        filled.type_over(paragraph, words)
        spot.data[key] = words


def empty_a_cell(draw, filled):
    """Delete the words of a cell that need not have any."""
    spots = [(spot, key) for spot in filled.tasks() for key in (*OPTIONAL, "phoi_hop") if spot.data[key]]
    if spots:
        spot, key = draw(st.sampled_from(spots))
        filled.type_over(filled.cell(spot, key), "")
        spot.data[key] = [] if key == "phoi_hop" else ""


def change_units(draw, filled):
    """Type other units over those of a row."""
    if spots := filled.tasks():
        spot, key = draw(st.sampled_from(spots)), draw(st.sampled_from(["chu_tri", "phoi_hop"]))
        spot.data[key] = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True))
        filled.type_over(filled.cell(spot, key), ", ".join(spot.data[key]))


def move_a_task(draw, filled):
    """Cut a task with its sub-tasks and paste it before or behind another of the same table."""
    spots = filled.rows("nhiem_vu")
    spot = draw(st.sampled_from([one for one in spots if len(one.holder) > 1] or [None]))
    others = [one for one in spots if spot and one.table == spot.table and one.data is not spot.data]
    if not others:
        return
    target, behind = draw(st.sampled_from(others)), draw(st.booleans())
    anchor = (_block(filled, target)[-1 if behind else 0]).node
    rows = [one.node for one in _block(filled, spot)]
    for row in reversed(rows) if behind else rows:
        filled.put_row(cut(row), anchor, behind=behind)
        filled.delete_row(row)
    task, beside = spot.data, target.data
    spot.holder.pop(spot.key)
    target.holder.insert(_index(target.holder, beside) + behind, task)


def move_a_subtask(draw, filled):
    """Cut a sub-task and paste it behind the row of a task of the same table."""
    spots = filled.rows("nhiem_vu_con")
    if not spots:
        return
    spot = draw(st.sampled_from(spots))
    target = draw(st.sampled_from([one for one in filled.rows("nhiem_vu") if one.table == spot.table]))
    subtask, task = spot.data, target.data
    filled.put_row(cut(spot.node), target.node, behind=True)
    filled.delete_row(spot.node)
    spot.holder.pop(spot.key)
    task["nhiem_vu_con"].insert(0, subtask)


def insert_a_task(draw, filled):
    """Insert a row and type a task into it; its number is missing or wrong."""
    if not (spots := filled.rows("nhiem_vu")):
        return
    target, behind = draw(st.sampled_from(spots)), draw(st.booleans())
    words = {"stt": draw(st.sampled_from(["", "1", "77"])), "noi_dung": draw(st.sampled_from(NEW))}
    words |= {"chu_tri": "Văn phòng Sở", "phoi_hop": "", "thoi_gian": "Quý IV"}
    row = filled.new_row(target.node, [words.get(key, "") for key in filled.columns[target.table]])
    filled.put_row(row, _block(filled, target)[-1 if behind else 0].node, behind=behind)
    task = {"id": "", **dict.fromkeys(COLUMNS[1:], ""), **words} | {
        "chu_tri": ["Văn phòng Sở"],
        "phoi_hop": [],
        "nhiem_vu_con": [],
    }
    del task["stt"]
    target.holder.insert(target.key + behind, task)


def delete_a_task(draw, filled):
    """Delete the rows of a task and its sub-tasks."""
    if spots := [spot for spot in filled.rows("nhiem_vu") if len(spot.holder) > 1]:
        spot = draw(st.sampled_from(spots))
        for one in _block(filled, spot):
            filled.delete_row(one.node)
        spot.holder.pop(spot.key)


def delete_a_subtask(draw, filled):
    """Delete the row of a sub-task."""
    if spots := filled.rows("nhiem_vu_con"):
        spot = draw(st.sampled_from(spots))
        filled.delete_row(spot.node)
        spot.holder.pop(spot.key)


def delete_a_group(draw, filled):
    """Delete the row of a group that is not alone, and all its tasks."""
    if spots := [spot for spot in filled.rows("nhom") if len(spot.holder) > 1]:
        spot = draw(st.sampled_from(spots))
        inside = {id(task) for task in spot.data["nhiem_vu"]}
        rows = [
            one for task in filled.rows("nhiem_vu") if id(task.data) in inside for one in _block(filled, task)
        ]
        for one in (spot, *rows):
            filled.delete_row(one.node)
        spot.holder.pop(spot.key)


def add_a_group(draw, filled):
    """Insert the row of a group before a task that is not the first of its group, which begins it."""
    titled = {id(spot.data["nhiem_vu"]) for spot in filled.rows("nhom")}
    spots = [spot for spot in filled.rows("nhiem_vu") if spot.key and id(spot.holder) in titled]
    if not spots:
        return
    spot, title = draw(st.sampled_from(spots)), draw(st.sampled_from(TITLES))
    group = next(one for one in filled.rows("nhom") if one.data["nhiem_vu"] is spot.holder)
    row = filled.new_row(group.node, [draw(st.sampled_from(["II", "III"])), title.upper()])
    filled.put_row(row, spot.node, behind=False)
    group.holder.insert(group.key + 1, {"ten": title, "nhiem_vu": spot.holder[spot.key :]})
    del spot.holder[spot.key :]


def reword_a_title(draw, filled):
    """Type another title of a part or group, in capitals as the page shows it."""
    if spots := filled.rows("phan", "nhom"):
        spot, title = draw(st.sampled_from(spots)), draw(st.sampled_from(TITLES))
        filled.type_over(spot.node.findall(f"{W}tc/{W}p")[1], title.upper())
        spot.data["ten"] = title


def retype_a_number(draw, filled):
    """Type a number of a row anew, which says nothing: the bookmark around it stays."""
    if spots := filled.rows("nhiem_vu"):
        spot = draw(st.sampled_from(spots))
        filled.type_over(filled.cell(spot, "stt"), str(draw(st.integers(1, 99))))


# Edits of the body


_LABELS = {"gach": "- ", "diem": "b) ", "can_cu": "Căn cứ ", "doan": "", "mo_dau": ""}


def reword_a_paragraph(draw, filled):
    """Type more words at the end of a paragraph, before the signs that end it."""
    spots = [spot for spot in filled.body() if spot.kind not in {"tieu_de", "chi_dan"}]
    if not spots:
        return
    spot = draw(st.sampled_from(spots))
    ended = words_of(spot.node).endswith("./.")
    end = "./." if ended else words_of(spot.node)[-1] if spot.kind == "can_cu" else ""
    filled.type_in(spot.node, " và việc mới", before=end)
    words = spot.data.rstrip(" .;") if spot.kind == "can_cu" else spot.data
    words = words.rstrip(" .;,:") if ended else words
    spot.holder[spot.key] = words + " và việc mới" + ("." if ended else "")


def insert_a_paragraph(draw, filled):
    """Press Enter at the end of a paragraph and type one of the same kind."""
    spots = filled.body(*_LABELS)
    if not spots:
        return
    spot, words = draw(st.sampled_from(spots)), draw(st.sampled_from(NEW))
    filled.new_paragraph(spot.node, _LABELS[spot.kind] + words + ("" if spot.kind != "can_cu" else ";"))
    if spot.kind == "diem":
        points = _points(filled.data, spot.holder)
        points.insert(_index(points, spot.holder) + 1, {"noi_dung": words, "gach": spot.holder["gach"]})
        spot.holder["gach"] = []
    else:
        spot.holder.insert(spot.key + 1, _LABELS[spot.kind] * (spot.kind == "can_cu") + words)


def delete_a_paragraph(draw, filled):
    """Delete a paragraph that nothing stands under."""
    spots = filled.body("gach", "doan", "can_cu", "mo_dau")
    if spots and len(filled.body()) > 1:
        spot = draw(st.sampled_from(spots))
        filled.delete_paragraph(spot.node)
        spot.holder.pop(spot.key)


def retitle_a_section(draw, filled):
    """Type another title of a section."""
    if spots := [
        spot for spot in filled.body()[:-1] if spot.kind == "tieu_de" and style_of(spot.node) == "DeMuc"
    ]:
        spot, title = draw(st.sampled_from(spots)), draw(st.sampled_from(TITLES))
        filled.type_over(spot.node, f"I. {title.upper()}")
        spot.holder[spot.key] = title


def change_recipients(draw, filled):
    """Add a line to the recipients, delete one, or type more words into one."""
    lines, nodes = filled.data["noi_nhan"]["danh_sach"], filled.styled("NoiNhan")
    place = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["add", "delete", "reword"])):
        case "add":
            filled.new_paragraph(nodes[place], "- Bệnh viện tỉnh;")
            lines.insert(place + 1, "Bệnh viện tỉnh")
        case "delete" if len(lines) > 1:
            filled.delete_paragraph(nodes[place])
            lines.pop(place)
        case _:
            filled.type_in(nodes[place], " (để biết)", before=";")
            lines[place] += " (để biết)"


def issue(draw, filled):
    """Write number and date into the head, as the clerk does."""
    number, day = draw(st.integers(1, 3000)), draw(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
    filled.type_over(filled.styled("SoKyHieu")[0], f"Số: {number:02d}/KH-SNV")
    filled.type_over(
        filled.styled("DiaDanh")[0], f"Bình Định, ngày {day.day:02d} tháng {day.month} năm {day.year}"
    )
    filled.data |= {"so": number, "ngay_ban_hanh": day.isoformat(), "nam_ban_hanh": None}


def change_the_signer(draw, filled):
    """Let somebody else sign."""
    name = draw(st.sampled_from(["Trần Thị Ân", "Lê Ỷ"]))
    filled.type_over(filled.styled("NguoiKy")[0], name)
    filled.data["ky"]["ho_ten"] = name


def reword_the_subject(draw, filled):
    """Type more words behind the subject."""
    more = draw(st.sampled_from([" của tỉnh", " và năm sau"]))
    filled.type_in(filled.styled("TrichYeu")[0], more)
    filled.data["trich_yeu"] += more


# Traces of Word that say nothing


def split_runs(draw, filled):
    """Cut a run into two of different sessions, with a mark of the spelling checker between."""
    runs = [run for run in filled.root.iter(f"{W}r") if len(said(run)) > 1 and len(run.findall(f"{W}t")) == 1]
    run = draw(st.sampled_from(runs))
    text = run.find(f"{W}t")
    if text is None or not text.text:
        return
    at = draw(st.integers(0, len(text.text)))
    rest = deepcopy(run)
    rest.set(f"{W}rsidR", "00AB12CD")
    rest.find(f"{W}t").text, text.text = text.text[at:], text.text[:at]
    text.set(XML_SPACE, "preserve")
    run.addnext(rest)
    run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))


def embolden_a_cell(draw, filled):
    """Set the words of a cell bold; a plan knows no bold words in its appendix."""
    if spots := filled.tasks():
        paragraph = filled.cell(draw(st.sampled_from(spots)), "noi_dung")
        for run in paragraph.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            etree.SubElement(properties, f"{W}b")


APPENDIX = (
    reword_a_cell,
    empty_a_cell,
    change_units,
    move_a_task,
    move_a_subtask,
    insert_a_task,
    delete_a_task,
    delete_a_subtask,
    delete_a_group,
    add_a_group,
    reword_a_title,
    retype_a_number,
)
BODY = (
    reword_a_paragraph,
    insert_a_paragraph,
    delete_a_paragraph,
    retitle_a_section,
    change_recipients,
    issue,
    change_the_signer,
    reword_the_subject,
)
TRACES = (split_runs, embolden_a_cell)


# Where things are


def _points(data, point):
    """Return the points that one of them stands among."""
    items = (item for section in data["noi_dung"] for item in section["khoan"])
    return next(item["diem"] for item in items if any(one is point for one in item["diem"]))


def _block(filled, spot):
    """Return the row of a task and those of its sub-tasks."""
    inside = spot.data["nhiem_vu_con"]
    return [spot, *(one for one in filled.rows("nhiem_vu_con") if one.holder is inside)]


def _index(holder, data):
    return next(place for place, one in enumerate(holder) if one is data)


def cut(row):
    """Return a row as it is pasted elsewhere, with its bookmark, which what is left behind loses."""
    pasted = deepcopy(row)
    for mark in row.findall(f".//{W}bookmarkStart"):
        mark.getparent().remove(mark)
    for mark in pasted.findall(f"{W}trPr/{W}ins"):
        mark.getparent().remove(mark)
    return pasted
