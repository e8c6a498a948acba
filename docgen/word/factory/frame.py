"""The frame of every document: head, signature, sections with their page numbers."""

from docgen.rules import figure, length
from docgen.rules.units import Length, Mm
from docgen.word.factory import markup
from docgen.word.factory.markup import cell, paragraph, row, run, table, tag, text

_FIXED = '<w:tblLayout w:type="fixed"/>'


def head(*, numbered: bool = True, landscape: bool = False, subject: bool = False) -> str:
    """Return cells 1 to 4 of the decree's layout: two columns without borders (Phụ lục I, Phần I, Mục IV).

    A letter has its `subject` here too, under the number (cell 5b).
    """
    left, right = _columns("header", landscape=landscape)
    issuer = (
        tag("{%p if dau.co_quan_chu_quan %}"),
        text("CoQuanChuQuan", "{{ dau.co_quan_chu_quan }}"),
        tag("{%p endif %}"),
        text("CoQuanBanHanh", "{{ dau.co_quan_ban_hanh }}"),
        markup.line("ke co_quan_ban_hanh", 1, left.times(figure("line.issuer").use)),
    )
    nation = (
        text("QuocHieu", "{{ dau.quoc_hieu }}"),
        text("TieuNgu", "{{ dau.tieu_ngu }}"),
        markup.line("ke tieu_ngu", 2, _room(right)),
    )
    number = text("SoKyHieu", "{{ dau.so_ky_hieu }}") if numbered else paragraph("SoKyHieu")
    place = text("DiaDanh", "{{ dau.dia_danh_thoi_gian }}")
    below = _letter_subject() if subject else ""
    return table(
        (left.twips, right.twips),
        row(cell(left, *issuer), cell(right, *nation)),
        row(cell(left, number, below), cell(right, place)),
        properties=_FIXED,
    )


def _letter_subject() -> str:
    """Return cell 5b, and the mark of a draft, which has its place below the number."""
    mark = tag("{%p if dau.du_thao %}"), text("DuThao", "{{ dau.du_thao }}"), tag("{%p endif %}")
    return "".join((*mark, text("TrichYeuCongVan", "{{ dau.trich_yeu }}")))


def _columns(name: str, *, landscape: bool) -> tuple[Length, Length]:
    """Return the widths of the two columns, as wide on a lying page as its text is."""
    widths = length(f"{name}.left_column"), length(f"{name}.right_column")
    sides = length("margin.left") + length("margin.right")
    stretch = (length("page.height") - sides) / (length("page.width") - sides) if landscape else 1
    left, right = (width.times(stretch) for width in widths)
    return left, right


def _room(width: Length) -> Mm:
    """Return how wide a line may be in a cell of `width`, both in millimetres."""
    return Mm(width - 2 * length("layout.cell_margin"))


def title() -> str:
    """Return cell 5a: type and subject, centred, with the line below."""
    line = markup.line("ke trich_yeu", 3, length("header.left_column"), "DuongKeTen")
    return text("TenLoai", "{{ dau.ten_loai }}") + text("TrichYeu", "{{ dau.trich_yeu }}") + line


def addressees() -> str:
    """Return cell 9a: a single addressee beside "Kính gửi:", several below it, one a line (Mục II.9.d)."""
    label = "{{ kinh_gui.nhan }}"
    return "".join(
        (
            tag("{%p if kinh_gui.cac_dong|length == 1 %}"),
            text("KinhGui", f"{label} {{{{ kinh_gui.cac_dong|first }}}}"),
            tag("{%p elif kinh_gui.cac_dong %}"),
            text("KinhGuiNhieuNoi", label),
            tag("{%p for dong in kinh_gui.cac_dong %}"),
            *(tag("{%p if not loop.last %}"), text("NoiKinhGui", "{{ dong }}")),
            *(tag("{%p else %}"), text("NoiKinhGuiCuoi", "{{ dong }}"), tag("{%p endif %}")),
            tag("{%p endfor %}"),
            tag("{%p endif %}"),
        )
    )


def attached(name: str, reference: str, style: str = "TenPhuLuc") -> str:
    """Return the title of what goes with a document: name, reference, a short line (Mục III.1)."""
    titles = text(style, f"{{{{ {name} }}}}") + text("KemTheo", f"{{{{ {reference} }}}}")
    return titles + markup.line("ke kem_theo", 4, length("line.appendix_reference"), "DuongKeTen")


def recipients() -> str:
    """Return cell 9b: the recipients, one a line."""
    lines = tag("{%p for dong in noi_nhan.cac_dong %}"), text("NoiNhan", "{{ dong }}"), tag("{%p endfor %}")
    return text("NhanNoiNhan", "{{ noi_nhan.nhan }}") + "".join(lines)


def closing(beside: str, *, landscape: bool = False) -> str:
    """Return cell 7, the signature, in one row that is never split with what stands `beside` it."""
    left, right = _columns("signature", landscape=landscape)
    signature = (
        tag("{%p for dong in ky.quyen_han %}"),
        text("QuyenHan", "{{ dong }}"),
        tag("{%p endfor %}"),
        text("NguoiKy", "{{ ky.ho_ten }}"),
    )
    block = table(
        (left.twips, right.twips),
        row(cell(left, beside, flush=True), cell(right, *signature)),
        properties=_FIXED,
    )
    return paragraph("TruocKy") + block


def section(*, landscape: bool = False) -> str:
    """Return the properties of a section: A4, margins, page number hidden on the first page."""
    short, long = length("page.width").twips, length("page.height").twips
    size = f'w:w="{long}" w:h="{short}" w:orient="landscape"' if landscape else f'w:w="{short}" w:h="{long}"'
    margins = " ".join(
        f'w:{side}="{length(f"margin.{side}").twips}"' for side in ("top", "right", "bottom", "left")
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirstHeader"/><w:type w:val="nextPage"/>'
        f"<w:pgSz {size}/>"
        f'<w:pgMar {margins} w:header="{length("header.distance").twips}" '
        f'w:footer="{length("header.distance").twips}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:cols w:space="{length("page.columns_gap").twips}"/>'
        "<w:titlePg/></w:sectPr>"
    )


def section_end(*, landscape: bool = False) -> str:
    """Return the paragraph that closes a section before the end of the document."""
    return paragraph("HetPhan", properties=section(landscape=landscape))


def page_number() -> str:
    """Return the header of every page but the first: its number, centred in the top margin."""
    field = "".join(
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("2"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
    )
    return markup.root("w:hdr", paragraph("SoTrang", field))


def first_page_header() -> str:
    """Return the header of a first page: empty, since its number is not shown."""
    return markup.root("w:hdr", paragraph("SoTrang"))
