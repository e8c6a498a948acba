"""Recipients and signature, from their lines to their keys in the YAML file."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from docgen.model.finding import Severity
from docgen.recognition.ledger import Ledger, quoted
from docgen.recognition.source import Line
from docgen.rules import text

Draft: TypeAlias = dict[str, Any]

_DASH = re.compile(r"\s*[-–—+•]\s*")
_COPIES = re.compile(r"\s*\((\d+)\s*b(?:ản)?\.?\)$")
_COMMA = re.compile(r"^[,;]?\s*")
_AUTHORITY = re.compile(r"(TM|KT|TL|TUQ|Q)\s*\.\s*")
PLACEHOLDER = re.compile(r"\(?\s*(đã ký|ký tên|chữ ký|ký, đóng dấu).*", re.IGNORECASE)


def read_recipients(lines: Sequence[Line], ledger: Ledger) -> Draft:
    """Return `danh_sach`, `don_vi_soan_thao` and `so_ban`; nothing where there are no lines."""
    found: list[str] = []
    draft: Draft = {}
    for line in lines:
        ledger.keep(line)
        dash = _DASH.match(line.text)
        words = line.text[dash.end() :] if dash else line.text
        if _is_archive(words):
            draft |= _archived(words, line, ledger)
        elif dash or not found:
            found.append(_bare(words))
        else:
            found[-1] = f"{found[-1]} {_bare(words)}"
    return ({"danh_sach": found} if found else {}) | draft


def _is_archive(words: str) -> bool:
    return words.lower().startswith("lưu")


def _bare(words: str) -> str:
    return words.removesuffix(".").removesuffix(";").rstrip()


def _archived(words: str, line: Line, ledger: Ledger) -> Draft:
    """Read a line as "Lưu: VT, CCHC-VTLT (05 bản)"."""
    bare = _bare(words)
    copies = _COPIES.search(bare)
    bare = bare[: copies.start()] if copies else bare
    label = text("archive")
    unit = _COMMA.sub("", bare.removeprefix(label))
    strange = not bare.startswith(label)
    if strange:
        unit = bare.partition(":")[2].strip() or bare.removeprefix("Lưu").strip()
    if strange or (copies and copies[0] != f" ({int(copies[1]):02d} bản)"):
        ledger.tell(
            "dong-luu",
            Severity.INFO,
            [line],
            f"dòng “{words}” sẽ được ghi lại theo mẫu “{label}, …”.",
        )
    return ({"don_vi_soan_thao": unit} if unit else {}) | ({"so_ban": int(copies[1])} if copies else {})


def read_signature(
    authority: Sequence[Line], signer: Line | None, stored: Callable[[str], str], ledger: Ledger
) -> Draft:
    """Return the keys of `ky`: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC" become authority and titles."""
    ledger.keep(*authority, *([signer] if signer else []))
    rows = _titles([line.text for line in authority if not PLACEHOLDER.fullmatch(line.text)])
    placeholders = [line for line in authority if PLACEHOLDER.fullmatch(line.text)]
    if placeholders:
        ledger.tell(
            "cho-ky", Severity.INFO, placeholders, f"“{placeholders[0].text}” là chỗ ký, không phải dữ liệu."
        )
    _tell_unread([line for line in authority if line not in placeholders], rows, ledger)
    draft: Draft = {}
    for prefix, title in rows[:-1]:
        _add_authority(draft, prefix, stored(title))
    if rows:
        prefix, title = rows[-1]
        draft |= {"quyen_han": f"{prefix}."} if prefix == "Q" else {}
        draft["chuc_vu"] = stored(title)
        if prefix not in {"", "Q"}:
            _add_authority(draft, prefix, draft.pop("chuc_vu"))
    return draft | ({"ho_ten": signer.text} if signer else {})


def _tell_unread(lines: Sequence[Line], rows: Sequence[tuple[str, str]], ledger: Ledger) -> None:
    """Tell lines above the title of who signs that give no authority."""
    unread = [line for line, (prefix, _) in zip(lines[:-1], rows[:-1], strict=True) if not prefix]
    if unread:
        ledger.tell(
            "khong-co-cho",
            Severity.WARNING,
            unread,
            f"{quoted(unread)} đứng ở chỗ ký, không có chỗ trong kế hoạch; không được nhập.",
            "Hãy chép vào chỗ thích hợp nếu cần giữ.",
        )


def _add_authority(draft: Draft, prefix: str, title: str) -> None:
    """Read one line above the signer's own title, from the top down."""
    if prefix == "TM":
        draft |= {"quyen_han": "TM.", "tap_the": title}
    elif prefix == "KT" and draft.get("quyen_han") == "TL.":
        draft["chuc_vu_truong_don_vi"] = title
    elif prefix == "KT" and draft.get("quyen_han") == "TM.":
        draft["chuc_vu_cap_truong"] = title
    elif prefix:
        draft |= {"quyen_han": f"{prefix}.", "chuc_vu_cap_truong": title}


def _titles(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Return the lines as prefix and title."""
    rows = []
    for line in lines:
        prefix = _AUTHORITY.match(line)
        rows.append((prefix[1], line[prefix.end() :]) if prefix else ("", line))
    return rows
