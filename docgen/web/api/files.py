"""Files that programs get."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from docgen.errors import MissingError
from docgen.services.evidence import MEDIA_TYPES
from docgen.web.api.shapes import Out, told

_DATA = "application/yaml"
"""What is read as data, not as bytes."""
_OTHERS = {"yaml": _DATA, "zip": "application/zip", "docm": MEDIA_TYPES["docx"]}
_KINDS = MEDIA_TYPES | _OTHERS
_UNKNOWN = "application/octet-stream"
FILE: dict[str, Any] = {
    "response_class": Response,
    "responses": {
        200: {
            "description": "Nội dung của tệp",
            "content": {
                kind: {"schema": {} if kind == _DATA else {"type": "string", "format": "binary"}}
                for kind in sorted({*_KINDS.values(), _UNKNOWN})
            },
        }
    },
}
"""What a route that answers with a file says of itself."""


class FileOut(Out, title="Tệp"):
    """A file that can be had."""

    name: str = told("ten", "Tên tệp", "ke-hoach-2025.docx")
    address: str = told("dia_chi", "Địa chỉ lấy tệp", "/api/v1/ke-hoach/2025/tep/ke-hoach-2025.docx")


def file(name: str, data: bytes) -> Response:
    """Return a file under its name."""
    kind = _KINDS.get(PurePosixPath(name).suffix[1:].lower(), _UNKNOWN)
    said = quote(PurePosixPath(name).name)
    return Response(
        data, media_type=kind, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{said}"}
    )


def chosen(files: Mapping[str, bytes], name: str) -> Response:
    """Return one of some files.

    Raises:
        MissingError: there is none of that name.

    """
    if name not in files:
        raise MissingError("Không có tệp này.", "Xem danh sách các tệp có được.")
    return file(name, files[name])
