"""A picture that stands in a document above its caption, beside the words that a template prints."""

import struct

from pydantic import ConfigDict

from docgen.model.base import Model
from docgen.model.text import Words

_SIZE_IN_HEADER = struct.Struct(">16xII")
"""Width and height, after the signature and the name of the first chunk (PNG, 5.2 and 11.2.1)."""


class PlacedPicture(Model):
    """A picture as PNG; its caption is the printed text at `position`, from 0; `alt` tells it in words."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    position: int
    png: bytes
    alt: Words

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = _SIZE_IN_HEADER.unpack_from(self.png)
        return width, height
