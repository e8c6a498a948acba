"""The service on a port, and Chromium before it: pages as people see them, with nothing from outside."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which
from threading import Thread
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import expect, sync_playwright

_HOST = "127.0.0.1"
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {_HOST}",
)
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PATIENCE = 60_000
"""Milliseconds that a busy machine may take to show something."""
expect.set_options(timeout=PATIENCE)


@contextmanager
def chromium():
    """Give Debian's Chromium, which finds nothing outside this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=[*_SWITCHES])
        yield browser
        browser.close()


@contextmanager
def served(app) -> Iterator[str]:
    """Give the address at which an application is served."""
    taken = socket.create_server((_HOST, 0))
    config = uvicorn.Config(app, http="h11", ws="none", log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [taken]})
    thread.start()
    try:
        yield f"http://{_HOST}:{taken.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


class Service:
    """The service over an office, and the windows that people open at it.

    Attributes:
        outside: what was asked for elsewhere.
        complaints: what the browser found fault with: scripts that fail, what the policy forbids.
        foreseen: words of complaints that a test brings about itself.

    """

    def __init__(self, office, address, browser):
        self.office, self.address, self._browser = office, address, browser
        self.outside, self.complaints, self.foreseen = [], [], []

    def open(self, path, role=None, unit=None, **options):
        """Return a page in a window of its own, of whoever has a role (in a unit)."""
        context = self._browser.new_context(base_url=self.address, locale="vi-VN", **options)
        context.set_default_timeout(PATIENCE)
        context.on("request", self._asked)
        context.on("console", lambda said: self._said(said.text) if said.type == "error" else None)
        context.on("weberror", lambda fault: self._said(str(fault.error)))
        if role:
            secret = self.office.signed_in(role, unit).client.cookies["phien"]
            context.add_cookies([{"name": "phien", "value": secret, "url": self.address}])
        page = context.new_page()
        page.goto(path)
        return page

    def _asked(self, request):
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(self.address):
            self.outside.append(request.url)

    def _said(self, words):
        if not any(one in words for one in self.foreseen):
            self.complaints.append(words)
