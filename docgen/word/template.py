"""A template as an office keeps it: a folder with a manifest and a Word file."""

import re
import tomllib
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from docgen.errors import InvalidInputError, MissingError

MANIFEST = "mau.toml"


class Manifest(BaseModel):
    """What mau.toml says: the name an officer sees, the type of document, the Word file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(alias="ten")
    document_type: str = Field(alias="loai_van_ban")
    file: str = Field(alias="tep", pattern=r"^[^/\\]+\.docx$")


@dataclass(frozen=True)
class Template:
    """A template, read; two are equal when their Word files are."""

    digest: str
    manifest: Manifest = field(compare=False)
    data: bytes = field(compare=False, repr=False)


def load_template(folder: Path) -> Template:
    """Read the template in `folder`.

    Raises:
        MissingError: the folder, its mau.toml or its Word file is not there or cannot be read.
        InvalidInputError: mau.toml does not say what it must.

    """
    manifest = _manifest(folder / MANIFEST)
    data = _read(folder / manifest.file)
    return Template(sha256(data).hexdigest(), manifest, data)


def _manifest(path: Path) -> Manifest:
    try:
        return Manifest.model_validate(tomllib.loads(_read(path).decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        message = f"Tệp “{path}” không phải TOML{_where(fault)}."
        raise InvalidInputError(message, _MANIFEST_REMEDY) from fault
    except ValidationError as fault:
        names = ", ".join(f"“{error['loc'][0]}”" for error in fault.errors())
        raise InvalidInputError(
            f"Tệp “{path}” thiếu, thừa hoặc sai mục {names}.", _MANIFEST_REMEDY
        ) from fault


def _where(fault: ValueError) -> str:
    """Return the place of a TOML error in Vietnamese; the parser tells it only inside an English sentence."""
    if isinstance(fault, UnicodeDecodeError):
        return ", chữ không phải UTF-8"
    found = _LINE_AND_COLUMN.search(str(fault))
    return f": sai ở dòng {found[1]}, cột {found[2]}" if found else ": cuối tệp còn thiếu"


_LINE_AND_COLUMN = re.compile(r"\(at line (\d+), column (\d+)\)$")
_MANIFEST_REMEDY = "Tệp cần ba mục: ten, loai_van_ban, tep (tên tệp .docx nằm cùng thư mục)."


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        remedy = "Hãy kiểm tra lại đường dẫn của mẫu và quyền đọc tệp."
        raise MissingError(f"Không đọc được “{path}” của mẫu.", remedy) from fault
