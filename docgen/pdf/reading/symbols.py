"""Symbol fonts, whose characters are numbers of pictures: what Unicode calls these pictures.

Symbol is told by its encoding of Adobe; of Wingdings what has a character in common fonts.
"""

_PRIVATE = 0xF000
_BYTE = 0xFF

_SYMBOL = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
}
_WINGDINGS = {
    0x20: " ✏✂✁",
    0x28: "☎✆✉",
    0x36: "⌛⌨",
    0x3E: "✇✍",
    0x41: "✌",
    0x45: "☜☞☝☟",
    0x4A: "☺",
    0x4C: "☹",
    0x4E: "☠⚐",
    0x51: "✈☼",
    0x54: "❄",
    0x56: "✞",
    0x58: "✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&",
    0x6C: "●❍■□",
    0x71: "❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞",
    0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿",
    0x9E: "·•",
    0xA1: "○",
    0xA4: "◉◎",
    0xA7: "▪◻",
    0xAA: "✦★✶✴✹✵",
    0xB5: "✪✰",
    0xD5: "⌫⌦",
    0xD8: "➢",
    0xDC: "➲",
    0xDF: "←→↑↓",
    0xE8: "➔",
    0xEF: "⇦⇨⇧⇩",
    0xFB: "✗✓☒☑",
}


def _table(rows: dict[int, str]) -> dict[int, str]:
    return {first + at: char for first, row in rows.items() for at, char in enumerate(row)}


_FONTS = {"symbol": _table(_SYMBOL), "wingdings": _table(_WINGDINGS)}


def symbol(char: str, font: str) -> str:
    """Return what Unicode calls `char` of a symbol font; empty where it or the font is not known."""
    code = ord(char)
    if code > _BYTE and not _PRIVATE <= code <= _PRIVATE + _BYTE:
        return ""
    return _FONTS.get(font.lower(), {}).get(code & _BYTE, "")


def readable(text: str, font: str) -> str:
    """Return a text of any font, its private characters as Unicode calls them where that is known."""
    family = font if font.lower() in _FONTS else "Symbol"
    return "".join(symbol(char, family) or char if _is_private(char) else char for char in text)


def _is_private(char: str) -> bool:
    return _PRIVATE <= ord(char) <= _PRIVATE + _BYTE
