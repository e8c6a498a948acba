"""Which names the service answers to."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True)
class KnownHosts:
    """Refuses requests for names that are none of the patterns `names` ("*.snv.example")."""

    app: ASGIApp
    names: tuple[str, ...]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "http" and not self._is_ours(Headers(scope=scope).get("host", "")):
            raise HTTPException(400)
        await self.app(scope, receive, send)

    def _is_ours(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
        return any(fnmatchcase(name.lower(), pattern) for pattern in self.names)
