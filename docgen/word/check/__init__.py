"""`check_template`: every fault of a Word template at once, each with the paragraph or cell quoted."""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import is_normalized

from docgen.documents import PRINTED, Document, PrintedDocument
from docgen.model.finding import Finding, Severity
from docgen.package import Package, open_package
from docgen.rules import text
from docgen.word.check.contract import COMPONENTS, contract, never_printed
from docgen.word.check.names import NameCheck
from docgen.word.check.nesting import wrong_nesting
from docgen.word.check.reading import Unit, units
from docgen.word.check.trial import try_out
from docgen.word.ooxml import W
from docgen.word.prepare import ANCHOR
from docgen.word.template import MANIFEST, Template, load_template

__all__ = ["check_template"]

_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))


def check_template(folder: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong in the template of `folder`, errors first.

    A template without errors has also been filled once, with a document in which every field says something.

    Raises:
        DocgenError: there is no template to judge: the folder, mau.toml or the Word file cannot be read.

    """
    template = load_template(folder)
    printed = PRINTED.get(template.manifest.document_type, Document)
    findings = [*_wrong_type(template), *_read_and_judged(open_package(template.data), printed)]
    if not any(finding.severity is Severity.ERROR for finding in findings):
        findings += [_error("mau-dien-thu", template.manifest.file, problem) for problem in try_out(folder)]
    return tuple(sorted(findings, key=lambda finding: list(Severity).index(finding.severity)))


def _read_and_judged(package: Package, printed: type[PrintedDocument]) -> Iterator[Finding]:
    texts = tuple(units(package))
    names = NameCheck(texts, contract(printed))
    yield from wrong_nesting(texts)
    yield from names.findings
    yield from _missing_parts(printed, names.used)
    yield from _decomposed(texts)
    if printed is Document:
        yield from _missing_anchor(package)
    yield from _tracked_changes(package)
    yield from _foreign_fonts(package)


def _wrong_type(template: Template) -> Iterator[Finding]:
    name = template.manifest.document_type
    if name not in PRINTED:
        known = ", ".join(PRINTED)
        yield _error("mau-loai-la", MANIFEST, f"không có loại văn bản “{name}”.", f"Các loại có: {known}.")


def _missing_parts(printed: type[PrintedDocument], used: set[str]) -> Iterator[Finding]:
    """Yield what no tag prints: an error if every document has it, a warning if it may have it."""
    for node in never_printed(printed, used):
        component = COMPONENTS.get(node.path, "trường này")
        yield Finding(
            code="mau-thieu-thanh-phan",
            severity=Severity.ERROR if node.required else Severity.WARNING,
            place="cả mẫu",
            message=f"mẫu không có {component} ({node.path}).",
            remedy=f"Hãy thêm thẻ của “{node.path}” vào chỗ của nó.",
        )


def _decomposed(texts: tuple[Unit, ...]) -> Iterator[Finding]:
    for unit in texts:
        if unit.tags and not is_normalized("NFC", unit.words):
            message = "chữ gõ bằng Unicode tổ hợp; docgen tự đổi sang dựng sẵn khi điền."
            yield Finding(code="mau-to-hop", severity=Severity.INFO, place=str(unit), message=message)


def _missing_anchor(package: Package) -> Iterator[Finding]:
    starts = package.xml(package.main).iter(f"{W}bookmarkStart")
    if not any(ANCHOR.fullmatch(start.get(f"{W}name", "")) for start in starts):
        yield Finding(
            code="mau-thieu-neo",
            severity=Severity.WARNING,
            place="bảng của phụ lục",
            message="mẫu không có dấu trang NEO_…; tệp Word gửi về sẽ không nhận lại được từng nhiệm vụ.",
            remedy="Hãy chọn chữ {{ dong.stt }} và chèn dấu trang tên NEO_dong_neo.",
        )


def _tracked_changes(package: Package) -> Iterator[Finding]:
    """Yield the changes that nobody has accepted or refused: they would be printed in every document."""
    for name in (name for name in package.parts if name.startswith("word/") and name.endswith(".xml")):
        if changes := len(list(package.xml(name).iter(*_CHANGES))):
            message = f"còn {changes} thay đổi chưa chấp nhận (Track Changes)."
            yield _error(
                "mau-con-thay-doi", name, message, "Hãy mở mẫu bằng Word, chấp nhận hoặc từ chối hết."
            )


def _foreign_fonts(package: Package) -> Iterator[Finding]:
    """Yield the fonts that the decree does not allow (Phụ lục I, Phần I, Mục I.4)."""
    allowed = text("font")
    for name in (name for name in package.parts if name.startswith("word/") and name.endswith(".xml")):
        faces = {font.get(f"{W}ascii", allowed) for font in package.xml(name).iter(f"{W}rFonts")}
        for face in sorted(faces - {allowed}):
            message = f"dùng phông chữ “{face}”; Nghị định 30 chỉ cho dùng {allowed}."
            yield Finding(code="mau-phong-chu", severity=Severity.WARNING, place=name, message=message)


def _error(code: str, place: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, remedy=remedy)
