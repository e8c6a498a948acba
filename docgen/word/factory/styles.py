"""styles.xml: a named Vietnamese style for every component of the decree, its figures from `docgen.rules`."""

from dataclasses import dataclass

from docgen.rules import Component, component, figure, length, text
from docgen.rules.units import Length
from docgen.word.factory.markup import root

_ALIGN = {"left": "left", "center": "center", "justify": "both"}
_BODY = component("body")
_LINE = 240


@dataclass(frozen=True)
class Style:
    """A paragraph style: `id` for the machine, `name` for the officer, face of a component of the rules.

    `before` and `after` are figures of the rules, or empty for none; `outline` is the level among the
    bookmarks of a PDF, 0 being the highest; `together` keeps a paragraph on the page of the next one; `left`
    is the figure of its distance from the left, or empty for none.
    """

    id: str
    name: str
    component: str
    before: str = ""
    after: str = ""
    indented: bool = False
    outline: int | None = None
    together: bool = False
    align: str = ""
    left: str = ""


_GAP = "body.paragraph_spacing"
_CELL = "table.cell_spacing"

STYLES = (
    Style("QuocHieu", "Quốc hiệu", "national_title"),
    Style("TieuNgu", "Tiêu ngữ", "motto"),
    Style("CoQuanChuQuan", "Tên cơ quan chủ quản", "superior"),
    Style("CoQuanBanHanh", "Tên cơ quan", "issuer"),
    Style("SoKyHieu", "Số ký hiệu", "number_symbol", before="head.gap"),
    Style("DiaDanh", "Địa danh", "place_date", before="head.gap"),
    Style("TenLoai", "Tên loại", "type_name", before="title.gap", together=True),
    Style("TrichYeu", "Trích yếu", "subject", together=True),
    Style("DuThao", "Dấu dự thảo", "draft_mark"),
    Style("TrichYeuCongVan", "Trích yếu công văn", "letter_subject", before="letter_subject.gap"),
    Style(
        "KinhGui", "Kính gửi", "addressee", before="addressee.gap", after="addressee.after", align="center"
    ),
    Style(
        "KinhGuiNhieuNoi",
        "Kính gửi nhiều nơi",
        "addressee",
        before="addressee.gap",
        left="addressee.left",
        together=True,
    ),
    Style("NoiKinhGui", "Nơi kính gửi", "addressee", left="addressee.dash", together=True),
    Style("NoiKinhGuiCuoi", "Nơi kính gửi cuối", "addressee", after="addressee.after", left="addressee.dash"),
    Style("CanCu", "Căn cứ", "legal_basis", before=_GAP, indented=True),
    Style("NoiDung", "Nội dung", "body", before=_GAP, indented=True),
    Style("DeMuc", "Đề mục", "section", before=_GAP, indented=True, outline=0, together=True),
    Style(
        "KhoanCoTieuDe",
        "Khoản có tiêu đề",
        "titled_item",
        before=_GAP,
        indented=True,
        outline=1,
        together=True,
    ),
    Style("Khoan", "Khoản", "item", before=_GAP, indented=True),
    Style("Diem", "Điểm", "point", before=_GAP, indented=True),
    Style("Gach", "Gạch đầu dòng", "point", before=_GAP, indented=True),
    Style("ChiDan", "Chỉ dẫn phụ lục", "appendix_pointer", before=_GAP),
    Style("ChuThichHinh", "Chú thích hình", "picture_caption", before=_GAP),
    Style("NhanNoiNhan", "Nhãn nơi nhận", "recipients_label"),
    Style("NoiNhan", "Nơi nhận", "recipients"),
    Style("QuyenHan", "Quyền hạn chức vụ", "authority"),
    Style("NguoiKy", "Họ tên người ký", "signer_name", before="signature.room"),
    Style("PhuLuc", "Phụ lục", "appendix_label", outline=0, together=True),
    Style("TenPhuLuc", "Tên phụ lục", "appendix_title", outline=1, together=True),
    Style("KemTheo", "Kèm theo", "appendix_reference", together=True),
    Style("TieuDeBang", "Tiêu đề bảng", "table_heading", before=_CELL, after=_CELL),
    Style("OBang", "Ô bảng", "table_cell", before=_CELL, after=_CELL),
    Style("OGiua", "Ô bảng giữa", "table_cell", before=_CELL, after=_CELL, align="center"),
    Style("HangPhan", "Hàng phần", "table_part", before=_CELL, after=_CELL, together=True),
    Style(
        "HangPhanGiua",
        "Hàng phần giữa",
        "table_part",
        before=_CELL,
        after=_CELL,
        together=True,
        align="center",
    ),
    Style("HangTong", "Hàng tổng", "table_total", before=_CELL, after=_CELL),
    Style("SoTrang", "Số trang", "page_number"),
    Style("TheMau", "Thẻ mẫu", "template_tag"),
)


def styles_xml() -> str:
    """Return the whole part styles.xml."""
    return root(
        "w:styles", _defaults() + _basics() + "".join(_style(style) for style in STYLES) + _exact_styles()
    )


def _defaults() -> str:
    font, size = text("font"), _BODY.points.half_points
    fonts = " ".join(f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _basics() -> str:
    """Return Normal, the default table and character styles, and the one character style: bold."""
    lines = round(figure("body.line_spacing").use * _LINE)
    margin = length("layout.cell_margin").twips
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", margin), ("bottom", 0), ("right", margin))
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{lines}" w:lineRule="auto"/></w:pPr>'
        '</w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Dam"><w:name w:val="Đậm"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    )


def _style(style: Style) -> str:
    kind = component(style.component)
    return _paragraph_style(style.id, style.name, _layout(style, kind), _face(kind))


def _paragraph_style(style_id: str, name: str, layout: str, face: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{face}</w:rPr></w:style>'
    )


def _layout(style: Style, kind: Component) -> str:
    """Return the paragraph properties in the order of the schema (ECMA-376, Part 1, 17.3.1.26)."""
    indent = length("body.first_line_indent").twips
    return "".join(
        (
            "<w:keepNext/>" if style.together else "",
            f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}"/>',
            f'<w:ind w:firstLine="{indent}"/>' if style.indented else "",
            f'<w:ind w:left="{_twips(style.left)}"/>' if style.left else "",
            f'<w:jc w:val="{_ALIGN[style.align or kind.align]}"/>',
            "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>',
        )
    )


def _twips(name: str) -> int:
    return length(name).twips if name else 0


def _face(kind: Component) -> str:
    """Return the run properties, in the order of the schema; the body's size is the default and left out."""
    size = kind.points.half_points
    return "".join(
        (
            "<w:b/><w:bCs/>" if kind.bold else "",
            "<w:i/><w:iCs/>" if kind.italic else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if kind.use != _BODY.use else "",
        )
    )


def _exact_styles() -> str:
    """Return the styles of paragraphs that hold no words: a drawn line, the end of a section."""
    room, after = length("line.room"), length("title.after")
    return "".join(
        (
            _exact("DuongKe", "Đường kẻ", room),
            _exact("DuongKeTen", "Đường kẻ dưới tên", room, after),
            _exact("TruocBang", "Trước bảng", room),
            _exact("TruocKy", "Trước chữ ký", length("signature.gap"), together=True),
            _exact("HetPhan", "Hết phần", length("section.end")),
        )
    )


def _exact(
    style_id: str, name: str, height: Length, after: Length | None = None, *, together: bool = False
) -> str:
    below = after.twips if after else 0
    keep = "<w:keepNext/>" if together else ""
    spacing = f'<w:spacing w:before="0" w:after="{below}" w:line="{height.twips}" w:lineRule="exact"/>'
    return _paragraph_style(style_id, name, f'{keep}{spacing}<w:jc w:val="center"/>', "")
