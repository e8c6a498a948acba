"""What of a package is left aside by all who read it: links to the outside, programs, links to nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from docgen.model.finding import Finding, Severity
from docgen.package.kinds import Kind
from docgen.package.relationships import Relationship

CONTENT_TYPES = "[Content_Types].xml"

_LISTED, _LONGEST = 5, 100
_HARMLESS = "hyperlink"
_ON_PAGES = {
    "image": "hình ảnh",
    "oleObject": "đối tượng OLE",
    "package": "đối tượng OLE",
    "aFChunk": "đoạn văn bản",
    "subDocument": "tài liệu con",
    "frame": "khung trang web",
    "video": "phim",
    "audio": "âm thanh",
}
"""What a link to the outside would put on a page, by its kind; other kinds (a template, data) put nothing."""
_OBJECT = (Severity.WARNING, "doi-tuong-nhung", "có đối tượng nhúng (OLE); chỉ hình của nó được dùng.")
_INSIDE = {
    "vbaProject": (Severity.INFO, "macro", "có macro; macro không bao giờ được chạy."),
    "oleObject": (
        Severity.WARNING,
        "doi-tuong-nhung",
        "có đối tượng nhúng (OLE); chỉ hình của nó được dùng.",
    ),
    "package": (Severity.WARNING, "doi-tuong-nhung", "có đối tượng nhúng (OLE); chỉ hình của nó được dùng."),
    "control": (Severity.WARNING, "activex", "có điều khiển ActiveX; điều khiển không được chạy."),
    "aFChunk": (
        Severity.WARNING,
        "doan-nhung",
        "có đoạn nhúng từ tệp khác (altChunk), không đọc được.",
    ),
    "xlMacrosheet": (Severity.INFO, "macro", "có macro; macro không bao giờ được chạy."),
    "connections": (Severity.INFO, "ket-noi", "có kết nối dữ liệu; kết nối không được mở."),
    "origin": (Severity.INFO, "chu-ky-so", "có chữ ký số; chữ ký không đi theo sang tệp khác."),
}


def notices(parts: Mapping[str, bytes], arrows: Iterable[Relationship], kind: Kind) -> Iterator[Finding]:
    """Yield the notices of a package that has `parts` and, from all of them together, `arrows`."""
    known = list(arrows)
    inside = [arrow for arrow in known if not arrow.external]
    yield from _outside(kind, (arrow for arrow in known if arrow.external and arrow.kind != _HARMLESS))
    for notice in dict.fromkeys(_INSIDE[arrow.kind] for arrow in inside if arrow.kind in _INSIDE):
        yield _notice(kind, *notice)
    dead = {arrow.target for arrow in inside if arrow.kind != _HARMLESS and arrow.target not in parts}
    if dead:
        message = f"trỏ đến {len(dead)} phần không có trong tệp: {_listed(dead)}."
        yield _notice(
            kind,
            Severity.WARNING,
            "phan-thieu",
            message,
            f"Hãy mở bằng {kind.program} để kiểm tra chỗ thiếu.",
        )
    if CONTENT_TYPES not in parts:
        message = f"thiếu phần {CONTENT_TYPES}, nên có thể {kind.program} không mở được."
        yield _notice(kind, Severity.WARNING, "thieu-kieu-noi-dung", message)


def _outside(kind: Kind, arrows: Iterable[Relationship]) -> Iterator[Finding]:
    targets = defaultdict(set)
    for arrow in arrows:
        targets[_ON_PAGES.get(arrow.kind, "")].add(arrow.target)
    for what, found in sorted(targets.items()):
        message = f"có {len(found)} {what or 'nguồn'} nằm ngoài tệp, không được tải: {_listed(found)}."
        remedy = f"Hãy mở bằng {kind.program} và chèn hẳn vào tệp (Break Link) rồi lưu lại." if what else ""
        yield _notice(kind, Severity.WARNING if what else Severity.INFO, "lien-ket-ngoai", message, remedy)


def _listed(targets: set[str]) -> str:
    shown = [_printable(target) for target in sorted(targets)[:_LISTED]]
    return "; ".join(shown) + (" …" if len(targets) > _LISTED else "")


def _printable(target: str) -> str:
    """Return a target as it may stand on a screen: short, and without letters that steer a terminal."""
    short = target if len(target) <= _LONGEST else f"{target[:_LONGEST]}…"
    return "".join(char if char.isprintable() else "\ufffd" for char in short)


def _notice(kind: Kind, severity: Severity, code: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=severity, place=kind.called, message=message, remedy=remedy)
