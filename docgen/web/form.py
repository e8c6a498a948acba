"""What all forms have in common."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from docgen.language.text import nfc


class PageForm(BaseModel):
    """A form of ours: fields that it does not know are refused; texts are tidied, and stay NFC.

    `ma_phien` is the secret that the door has looked at already.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    ma_phien: str = ""


def _with_plain_breaks(text: str) -> str:
    return nfc(text.replace("\r\n", "\n"))


Text = Annotated[str, AfterValidator(_with_plain_breaks)]
"""What somebody typed."""
