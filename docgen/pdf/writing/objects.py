"""The objects of a PDF file, and the file that they make (ISO 32000-1, 7.3 and 7.5).

pydyf packs and hashes every object several times over: for the thousand tags of a plan that took as long as
all the rest.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable

_LEVEL = 6
"""How hard zlib tries: level 9 takes 12 ms more for a plan of eleven pages, and saves 2 % of it."""
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""The kinds of entries in a cross-reference stream (7.5.8.3)."""
_NEVER_USED = 65535
_ENTRY_WIDTHS = (1, 4, 4)
_ESCAPED = re.compile(r"[\\()]")
_NOT_IN_NAMES = re.compile(rb"[^!-~]|[#%()/<>\[\]{}]")


class Ready:
    """An indirect object of a file; as a string, the reference to it."""

    __slots__ = ("content", "number")

    def __init__(self, number: int, content: str) -> None:
        self.number = number
        self.content = content

    def fill(self, content: str) -> "Ready":
        """Set what the object holds, and return it."""
        self.content = content
        return self

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class File:
    """A PDF file being put together; the same objects in the same order give the same bytes."""

    def __init__(self) -> None:
        self._objects: list[Ready] = []
        self._streams: dict[int, bytes] = {}

    def add(self, content: str = "") -> Ready:
        """Return a new object that holds `content`; it may be filled later."""
        self._objects.append(ready := Ready(len(self._objects) + 1, content))
        return ready

    def add_stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> Ready:
        """Return a new stream, with `entries` in its dictionary; one that is not `packed` stands as it is."""
        ready = self.add()
        self._streams[ready.number] = _stream(data, entries, packed=packed)
        return ready

    def written(self, catalog: Ready, properties: Ready) -> bytes:
        """Return the file, all that are not streams packed in one (7.5.7)."""
        loose = [ready for ready in self._objects if ready.number not in self._streams]
        holder = self.add_stream(*_object_stream(loose))
        entries = {ready.number: (_PACKED, holder.number, at) for at, ready in enumerate(loose)}
        body = bytearray(_HEADER)
        for number, stream in self._streams.items():
            entries[number] = (_PLAIN, len(body), 0)
            body += b"%d 0 obj\n%s\nendobj\n" % (number, stream)
        return bytes(body) + _end(bytes(body), entries, f"/Root {catalog}/Info {properties}")


def string(text: str) -> str:
    """Return `text` as a text string (7.9.2.2); in parentheses a carriage return becomes a line feed."""
    if text.isascii() and "\r" not in text:
        return "(" + _ESCAPED.sub(r"\\\g<0>", text) + ")"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def name(text: str) -> str:
    """Return `text` as a name (7.3.5)."""
    escaped = _NOT_IN_NAMES.sub(lambda found: b"#%02X" % found[0][0], text.encode())
    return f"/{escaped.decode('ascii')}"


def number(value: float) -> str:
    """Return a number, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def point(place: complex) -> str:
    """Return x and y of a place, to a hundredth of a point."""
    return f"{place.real:.2f} {place.imag:.2f}"


def array(items: Iterable[object]) -> str:
    """Return items, already written or able to write themselves, as an array."""
    return f"[{' '.join(map(str, items))}]"


def _stream(data: bytes, entries: str, *, packed: bool) -> bytes:
    if packed:
        data, entries = zlib.compress(data, _LEVEL), entries + "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("ascii"), len(data), data)


def _object_stream(objects: list[Ready]) -> tuple[bytes, str]:
    """Return objects as the data of one stream, and what its dictionary says of them."""
    places, at = [], 0
    for ready in objects:
        places.append(f"{ready.number} {at}")
        at += len(ready.content) + 1
    index = " ".join(places)
    content = "\n".join([index, *(ready.content for ready in objects)])
    return content.encode("ascii"), f"/Type/ObjStm/N {len(objects)}/First {len(index) + 1}"


def _end(body: bytes, entries: dict[int, tuple[int, int, int]], told: str) -> bytes:
    """Return the cross-reference stream (7.5.8) with the trailer; a hash of what is before identifies it."""
    own = len(entries) + 1
    table = {0: (_FREE, 0, _NEVER_USED), **entries, own: (_PLAIN, len(body), 0)}
    data = b"".join(
        value.to_bytes(width, "big")
        for at in range(len(table))
        for value, width in zip(table[at], _ENTRY_WIDTHS, strict=True)
    )
    digest = hashlib.sha256(body).hexdigest()[:32]
    trailer = f"/Type/XRef/Size {len(table)}/W{array(_ENTRY_WIDTHS)}{told}/ID[<{digest}><{digest}>]"
    stream = _stream(data, trailer, packed=True)
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, stream, len(body))
