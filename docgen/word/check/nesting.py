"""Whether tags fit into one another: every `for` and `if` closed, in the place where it was opened."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from docgen.model.finding import Finding, Severity
from docgen.word.check.reading import Tag, Unit

_PREFIXES = ("tr", "tc", "p", "r")
_CLOSES = {"endfor": "for", "endif": "if"}
_CONTINUES = {"elif": "if", "else": "if"}
_WHERE = {"": "đoạn", "r": "đoạn", "p": "ô hoặc trang", "tr": "bảng", "tc": "hàng"}
_BRACES = ("{{", "}}", "{%", "%}", "{#", "#}")


def wrong_nesting(units: Iterable[Unit]) -> Iterator[Finding]:
    """Yield what is wrong with the form of the tags: braces, prefixes, and how they enclose one another."""
    open_tags: dict[tuple[str, str | None], list[Tag]] = defaultdict(list)
    for unit in units:
        yield from _wrong_form(unit)
        for tag in unit.tags:
            yield from _wrong_tag(tag, open_tags[tag.prefix, tag.scope])
    for left in open_tags.values():
        yield from (_unclosed(tag) for tag in left)


def _wrong_form(unit: Unit) -> Iterator[Finding]:
    """Yield loose braces, and tags that would swallow the words beside them."""
    if loose := [brace for brace in _BRACES if brace in unit.rest]:
        message = f"dấu {' '.join(loose)} lẻ: thẻ không đóng, không mở, hoặc bị ngắt sang đoạn khác."
        yield _error("mau-the-ho", unit, message, "Hãy viết cả thẻ trong một đoạn.")
    whole = [tag for tag in unit.tags if tag.prefix in {"p", "tr", "tc"}]
    if len(whole) > 1:
        message = f"có {len(whole)} thẻ {whole[0].text[:4]}… trong một đoạn; chỉ thẻ đầu được dùng."
        yield _error("mau-hai-the", unit, message, "Hãy đặt mỗi thẻ vào một đoạn (hoặc hàng) riêng.")
    elif whole and (unit.rest.strip() or len(unit.tags) > 1):
        yield _error("mau-chu-bi-mat", unit, "chữ nằm cạnh thẻ này sẽ mất khi điền.", "Hãy để thẻ một mình.")


def _wrong_tag(tag: Tag, open_tags: list[Tag]) -> Iterator[Finding]:
    """Yield what is wrong with a tag, given those that are still open in its place; they are updated."""
    if tag.word in _PREFIXES:
        yield _error(
            "mau-dau-cach",
            tag.unit,
            f"thẻ {tag.text} có dấu cách sau “{{%”.",
            f"Hãy viết {{%{tag.word} liền nhau.",
        )
    elif tag.scope is None:
        yield _wrong_place(tag)
    elif tag.prefix and tag.prints:
        yield _error(
            "mau-tien-to", tag.unit, f"thẻ {tag.text} không được dùng.", f"Hãy viết {{{{ {tag.body} }}}}."
        )
    elif tag.word in {"for", "if"}:
        open_tags.append(tag)
    elif wanted := (_CLOSES | _CONTINUES).get(tag.word):
        yield from _wrong_partner(tag, wanted, open_tags)
    elif tag.word:
        yield _error(
            "mau-lenh-la", tag.unit, f"lệnh “{tag.word}” không được dùng trong mẫu.", "Chỉ dùng for và if."
        )


def _wrong_partner(tag: Tag, wanted: str, open_tags: list[Tag]) -> Iterator[Finding]:
    """Find the tag that `tag` closes or continues; those opened after it were never closed."""
    words = [opened.word for opened in open_tags]
    if wanted not in words:
        message = (
            f"thẻ {tag.text} không có thẻ {{%{tag.prefix} {wanted} … %}} mở trong cùng {_WHERE[tag.prefix]}."
        )
        yield _error("mau-the-khong-mo", tag.unit, message, "Hãy đặt thẻ mở và thẻ đóng cùng loại, cùng chỗ.")
        return
    partner = len(words) - 1 - words[::-1].index(wanted)
    yield from (_unclosed(left) for left in open_tags[partner + 1 :])
    del open_tags[partner + (tag.word in _CONTINUES) :]


def _wrong_place(tag: Tag) -> Finding:
    if tag.prefix in {"tr", "tc"}:
        return _error(
            "mau-ngoai-bang", tag.unit, f"thẻ {tag.text} nằm ngoài bảng.", "Hãy đặt thẻ vào hàng của bảng."
        )
    return _error(
        "mau-sai-cho", tag.unit, f"thẻ {tag.text} không đặt được ở đây.", "Hãy chuyển thẻ vào đoạn văn."
    )


def _unclosed(tag: Tag) -> Finding:
    message = (
        f"thẻ {tag.text} không có thẻ {{%{tag.prefix} end{tag.word} %}} đóng trong cùng {_WHERE[tag.prefix]}."
    )
    return _error("mau-the-khong-dong", tag.unit, message, "Hãy đặt thẻ mở và thẻ đóng cùng loại, cùng chỗ.")


def _error(code: str, unit: Unit, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, place=str(unit), message=message, remedy=remedy)
