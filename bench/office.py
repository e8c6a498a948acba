"""A warm LibreOffice that turns one DOCX into PDF over and over. Run by a Python that has `uno`.

    python3 office.py SOURCE.docx TARGET.pdf PROFILE_FOLDER

A kind and a number on standard input are answered by the seconds of that many conversions.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 60
KINDS: dict[str, dict[str, object]] = {
    "untagged": {"UseTaggedPDF": False},
    "PDF/A-2": {"UseTaggedPDF": True, "SelectPdfVersion": 2},
}
"""What LibreOffice is asked for; the rest is as it comes."""


def main() -> None:
    source, target, profile = (Path(argument).absolute() for argument in sys.argv[1:])
    pipe = f"pipe,name=docgen{profile.name};urp"
    options = [
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        f"-env:UserInstallation={profile.as_uri()}",
    ]
    command = ["soffice", *options, f"--accept={pipe};"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as office:
        desktop = connected(pipe)
        for line in sys.stdin:
            kind, runs = line.split()
            taken = [conversion(desktop, source.as_uri(), target.as_uri(), kind) for _ in range(int(runs))]
            print(json.dumps(taken), flush=True)
        desktop.terminate()
        office.wait()


def connected(pipe: str) -> Any:
    """Return the desktop of the office that listens at `pipe`, once it does."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            remote = resolver.resolve(f"uno:{pipe};StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return remote.ServiceManager.createInstance("com.sun.star.frame.Desktop")


def conversion(desktop: Any, source: str, target: str, kind: str) -> float:
    """Convert once; return the seconds from loading to closing."""
    start = time.perf_counter()
    document = desktop.loadComponentFromURL(source, "_blank", 0, (option("Hidden", value=True),))
    options = tuple(option(name, value=value) for name, value in KINDS[kind].items())
    data = uno.Any("[]com.sun.star.beans.PropertyValue", options)
    document.storeToURL(
        target, (option("FilterName", value="writer_pdf_Export"), option("FilterData", value=data))
    )
    deliver_ownership = True
    document.close(deliver_ownership)
    return time.perf_counter() - start


def option(name: str, *, value: object) -> PropertyValue:
    return PropertyValue(Name=name, Value=value)


main()
