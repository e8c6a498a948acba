"""A zip archive that is the same for the same content: no clock, no machine, order as given (APPNOTE 4.3).

Entries are deflated once and may be written many times; that is what makes filling a template quick.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

BEST, FAST = 9, 1

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _DEFLATED, _UTF8_NAME = 20, 8, 0x800
_MIDNIGHT, _NEW_YEAR_1980 = 0, 0x21


@dataclass(frozen=True)
class Entry:
    """One part, ready to be written: its name, and its content deflated."""

    name: bytes
    deflated: bytes
    size: int
    crc: int

    @property
    def _header(self) -> tuple[int, ...]:
        """The fields that the local and the central header share."""
        flags = 0 if self.name.isascii() else _UTF8_NAME
        return (
            _VERSION,
            flags,
            _DEFLATED,
            _MIDNIGHT,
            _NEW_YEAR_1980,
            self.crc,
            len(self.deflated),
            self.size,
        )


def entry(name: str, content: bytes, level: int = FAST) -> Entry:
    """Deflate `content` at the zlib `level` and return it as the entry `name`."""
    deflater = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = deflater.compress(content) + deflater.flush()
    return Entry(name.encode(), deflated, len(content), zlib.crc32(content))


def archive(entries: Iterable[Entry]) -> bytes:
    """Return the zip archive of `entries`, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    position = count = 0
    for item in entries:
        header, name = item._header, item.name  # noqa: SLF001 - the module's own class
        local = _LOCAL.pack(b"PK\x03\x04", *header, len(name), 0)
        body += (local, name, item.deflated)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, *header, len(name), 0, 0, 0, 0, 0, position),
            name,
        )
        position += len(local) + len(name) + len(item.deflated)
        count += 1
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listing), position, 0)
    return b"".join((*body, listing, end))
