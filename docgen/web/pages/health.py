"""Whether the service is well, for those who watch over it: no secrets, no names."""

import shutil
from collections.abc import Callable, Mapping

from fastapi import Request
from starlette.responses import JSONResponse

from docgen.errors import DocgenError
from docgen.office.agency import organisation
from docgen.pdf.fonts import Fonts
from docgen.web.door import pages
from docgen.web.house import House, house_of

router = pages()
_LEAST_FREE = 0.1
"""Of the disk, below which the service is not well."""


@router.get("/suc-khoe/song", name="suc_khoe_song")
def alive(request: Request) -> JSONResponse:  # noqa: ARG001
    """Say that the service answers."""
    return JSONResponse({"trang_thai": "tốt"})


@router.get("/suc-khoe", name="suc_khoe")
def ready(request: Request) -> JSONResponse:
    """Say whether the service can do its work, part by part."""
    parts = {name: _is_well(check, house_of(request)) for name, check in _CHECKS.items()}
    words = {name: "tốt" if is_well else "hỏng" for name, is_well in parts.items()}
    well = all(parts.values())
    return JSONResponse({"trang_thai": "tốt" if well else "hỏng", **words}, 200 if well else 503)


def _is_well(check: Callable[[House], bool], house: House) -> bool:
    try:
        return check(house)
    except (DocgenError, OSError):
        return False


def _database(house: House) -> bool:
    with house.store.reading() as session:
        return bool(organisation(session))


def _disk(house: House) -> bool:
    usage = shutil.disk_usage(house.settings.folder)
    return usage.free >= _LEAST_FREE * usage.total


def _fonts(_: House) -> bool:
    Fonts().font("Times New Roman", bold=False, italic=False)
    return True


_CHECKS: Mapping[str, Callable[[House], bool]] = {
    "co_so_du_lieu": _database,
    "o_dia": _disk,
    "phong_chu": _fonts,
}
