"""Typer's own words in Vietnamese: it has no catalogue of messages to translate by."""

import re
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

_HELP = {
    "Usage: ": "Cách dùng: ",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM SỐ]...",
    "\nArguments:\n": "\nTham số:\n",
    "\nOptions:\n": "\nTùy chọn:\n",
    "\nCommands:\n": "\nLệnh:\n",
    "Show this message and exit.": "Hiện hướng dẫn này rồi thoát.",
    "[required]": "[bắt buộc]",
    "[default: ": "[mặc định: ",
}
_TYPE = re.compile(r" <[\w\[\]]+>")
_BRACES = re.compile(r"\{([^{}\n]+)\}")
_ERRORS = (
    (r"Missing (?:argument|parameter):? ?'?(.*?)'?\.?", r"Thiếu {}."),
    (r"Missing option '(.*)'\.", r"Thiếu tùy chọn {}."),
    (r"Missing command\.", r"Thiếu tên lệnh."),
    (r"No such command '([^']*)'\. Did you mean (.*)\?", r"Không có lệnh “{}”. Gần nhất: {}."),
    (r"No such command '([^']*)'\.", r"Không có lệnh “{}”."),
    (r"No such option: (\S+) \(Possible options: (.*)\)", r"Không có tùy chọn {}. Gần nhất: {}."),
    (r"No such option: (\S+)", r"Không có tùy chọn {}."),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"Thừa tham số: {}."),
    (r"Option '([^']*)' requires an argument\.", r"Tùy chọn {} cần một giá trị."),
    (r"Option '([^']*)' does not take a value\.", r"Tùy chọn {} không nhận giá trị."),
    (
        r"Invalid value for '([^']*)': (?:Value error, )?'(.*)' is not one of (.*)\.",
        r"Tùy chọn {} không nhận “{}”. Các giá trị: {}.",
    ),
    (
        r"Invalid value for '([^']*)': Input should be a valid integer.*",
        r"Tùy chọn {} phải là số nguyên, ví dụ 2026.",
    ),
    (r"Invalid value(?: for [^:]*)?: (.*)", r"{}"),
)


class VietnameseCommand(TyperCommand):
    """A command whose help reads in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page, translated."""
        return _translated_help(super().get_help(ctx))


class VietnameseGroup(TyperGroup):
    """A group of commands whose help reads in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page, translated."""
        return _translated_help(super().get_help(ctx))


def _translated_help(text: str) -> str:
    for english, vietnamese in _HELP.items():
        text = text.replace(english, vietnamese)
    return _BRACES.sub(r"\1", _TYPE.sub("", text))


def translated(error: TyperException) -> str:
    """Return what is wrong with the command line, in Vietnamese, and how to get help."""
    message = error.format_message()
    for english, vietnamese in _ERRORS:
        if match := re.fullmatch(english, message, re.DOTALL):
            message = vietnamese.format(*(group.replace("'", "") for group in match.groups()))
            break
    return f"{message[:1].upper()}{message[1:]}\nGõ “docgen --help” để xem hướng dẫn."
