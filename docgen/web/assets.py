"""Style sheets, scripts, pictures: our own, the guide's, and starlette-admin's (Tabler, ApexCharts)."""

import hashlib
from functools import cache
from pathlib import Path

import starlette_admin
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from docgen.resources import shipped

_OWN = Path(__file__).parent / "static"
_GUIDE = shipped("docs") / "hinh"
_THEIRS = Path(starlette_admin.__file__).parent / "static"
_FOR_EVER = "public, max-age=31536000, immutable"
"""What has a new address whenever it changes need never be asked for again."""


class _Lasting(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        reply = await super().get_response(path, scope)
        reply.headers["Cache-Control"] = _FOR_EVER
        return reply


def asset(path: str) -> str:
    """Return the address of a file of ours; modules name each other relatively and stay together."""
    return f"/tinh/{_version_of_ours()}/{path}"


def tabler(path: str) -> str:
    """Return the address of a file of Tabler's or ApexCharts': "css/vendor/tabler.min.css"."""
    return f"/tinh/tabler/{path}?v={starlette_admin.__version__}"


def guide_picture(name: str) -> str:
    """Return the address of a picture of the guide: "bang-1366.png"."""
    return f"/tinh/hinh/{name}?v={hashlib.sha256((_GUIDE / name).read_bytes()).hexdigest()[:12]}"


def mounts() -> list[BaseRoute]:
    """Return the routes of all these files."""
    return [
        Mount("/tinh/tabler", _Lasting(directory=_THEIRS), name="tabler"),
        Mount("/tinh/hinh", _Lasting(directory=_GUIDE), name="hinh"),
        Mount(f"/tinh/{_version_of_ours()}", _Lasting(directory=_OWN), name="tinh"),
    ]


@cache
def _version_of_ours() -> str:
    """Return a hash of all our files: another one after an update."""
    digest = hashlib.sha256()
    for file in sorted(one for one in _OWN.rglob("*") if one.is_file()):
        digest.update(file.relative_to(_OWN).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
