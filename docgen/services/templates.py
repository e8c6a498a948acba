"""What an office asks about its Word templates."""

from pathlib import Path

from docgen.errors import InvalidInputError, MissingError
from docgen.model.finding import Finding
from docgen.word.check import check_template


def check_template_folder(folder: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong in the template of `folder`, all at once.

    Raises:
        MissingError: there is no such folder.

    """
    if folder.is_file():
        raise InvalidInputError(f"“{folder}” là tệp.", "Hãy chỉ ra thư mục chứa mẫu và tệp mau.toml.")
    if not folder.is_dir():
        raise MissingError(f"Không tìm thấy thư mục mẫu “{folder}”.", "Hãy kiểm tra lại đường dẫn.")
    return check_template(folder)
