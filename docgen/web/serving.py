"""The service on a port."""

import ctypes
import signal
import socket
import sys
from contextlib import suppress
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL

import uvicorn
from fastapi import FastAPI

from docgen.errors import ConflictError
from docgen.services.apart import process_apart
from docgen.settings import Settings

_MOST_CONNECTIONS = 1000
"""Most of them silent; how many requests are answered at once is `docgen.web.safety.crowd`'s."""
_KEEP_OPEN = 15
"""Seconds that a connection may be silent between two requests."""
_LONGEST_HEAD = 32 * 2**10
"""Bytes of the headers of a request."""
_GRACE = 10
"""Seconds that requests have to end when the service ends."""
_TURN = 0.0005
"""Seconds after which a thread that reckons lets others go on: whoever saves asks some 20 times for a turn,
once for each statement (5 ms each while five reports are worded would be half a second)."""
_ARENA_MAX, _ARENAS = -8, 2
"""What mallopt(3) calls the heaps of threads, and how many these share: forty with one each would all keep
what a page needed once."""
_REASONS = {
    EADDRINUSE: "cổng đang được chương trình khác dùng",
    EADDRNOTAVAIL: "máy này không có địa chỉ đó",
    EACCES: "không có quyền dùng cổng đó",
}


def listen(settings: Settings) -> socket.socket:
    """Take the port.

    Raises:
        ConflictError: it cannot be had.

    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "địa chỉ không dùng được")
        raise ConflictError(
            f"Không mở được địa chỉ {settings.host}, cổng {settings.port}: {reason}.",
            "Hãy chọn cổng khác bằng --port hoặc địa chỉ khác bằng --host.",
        ) from error


def run(app: FastAPI, taken: socket.socket, settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM comes; what takes long to reckon is done in a process apart.

    Args:
        app: the service.
        taken: the port, as `listen` gave it.
        settings: `trusted_proxies` may say whose request they pass on.

    """
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_OPEN,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
    )
    sys.setswitchinterval(_TURN)
    if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):  # the C library of Linux has it
        mallopt(_ARENA_MAX, _ARENAS)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # both end it alike
    with process_apart(), suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[taken])
