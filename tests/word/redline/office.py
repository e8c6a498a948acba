"""LibreOffice settles the tracked changes of Word files. Run by a Python that has `uno`.

    python3 office.py FOLDER

Every `*.docx` in the folder becomes `accepted/*.docx` and `original/*.docx`.
"""

import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

START_SECONDS = 60
STATES = {"accepted": ".uno:AcceptAllTrackedChanges", "original": ".uno:RejectAllTrackedChanges"}


def main():
    folder = Path(sys.argv[1]).absolute()
    pipe = f"pipe,name=docgen{folder.parent.name}{folder.name};urp"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", "--norestore", "--nologo", "--nodefault", profile]
    with subprocess.Popen([*command, f"--accept={pipe};"], stderr=subprocess.DEVNULL) as office:
        services = connected(pipe).ServiceManager
        desktop, dispatcher = (
            services.createInstance(f"com.sun.star.frame.{name}") for name in ("Desktop", "DispatchHelper")
        )
        for source in sorted(folder.glob("*.docx")):
            for state, command in STATES.items():
                settle(desktop, dispatcher, source, folder / state / source.name, command)
        desktop.terminate()
        office.wait()


def settle(desktop, dispatcher, source, target, command):
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (option("Hidden", value=True),))
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    document.storeToURL(target.as_uri(), (option("FilterName", value="MS Word 2007 XML"),))
    deliver_ownership = True
    document.close(deliver_ownership)


def connected(pipe):
    """Return the office that listens at `pipe`, once it does."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:{pipe};StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def option(name, *, value):
    return PropertyValue(Name=name, Value=value)


main()
