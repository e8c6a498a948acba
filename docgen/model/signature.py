"""Who signs, and by what authority (Decree 30, Phụ lục I, Phần I, Mục II.7)."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from docgen.language.text import fold
from docgen.model.base import Model
from docgen.model.organisation import Organisation
from docgen.model.text import VnText, Words


class Authority(StrEnum):
    """The abbreviation before the title: by what right the signer signs (Mục II.7.b)."""

    OWN = ""
    COLLECTIVE = "TM."
    ACTING = "Q."
    DEPUTY = "KT."
    BY_ORDER = "TL."
    AUTHORISED = "TUQ."


_FOR_THE_HEAD = {Authority.DEPUTY, Authority.BY_ORDER, Authority.AUTHORISED}
_DEPUTY = re.compile(r"(phó|thứ trưởng)\b")
_ACADEMIC = re.compile(
    r"(?:pgs|gs|tskh|ts|ths|bs|bsck\w*|ck\w+|ks|kts|ds|cn|ncs|ngnd|ngưt|nsnd|nsưt|ttnd|ttưt"
    r"|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|cử nhân|luật sư|anh hùng|nhà giáo)(?:\.|,|\s)",
    re.IGNORECASE,
)


def honours(name: str) -> str:
    """Return the degree or title of honour that stands before a name (Mục II.7.c); else empty."""
    found = _ACADEMIC.match(name)
    return found[0].strip() if found else ""


def _plain_name(name: str) -> str:
    """Refuse degrees before a name (Mục II.7.c) and syllables without their capital (Phụ lục II, Mục I)."""
    if found := honours(name):
        raise ValueError(f"không ghi học hàm, học vị, danh hiệu trước họ tên; hãy bỏ “{found}”")
    if any(
        not syllable[0].isupper() or (len(syllable) > 1 and syllable.isupper()) for syllable in name.split()
    ):
        raise ValueError(f"“{name}”: họ tên viết hoa chữ cái đầu mỗi âm tiết, các chữ sau viết thường")
    return name


class Signature(Model):
    """The signature block: authority, titles as written in running text, name without degrees."""

    authority: Authority = Field(default=Authority.OWN, alias="quyen_han", title="Quyền hạn")
    collective: VnText = Field(default="", alias="tap_the", title="Tập thể lãnh đạo")
    head_title: VnText = Field(default="", alias="chuc_vu_cap_truong", title="Chức vụ người đứng đầu")
    unit_head_title: VnText = Field(default="", alias="chuc_vu_truong_don_vi", title="Chức vụ trưởng đơn vị")
    title: Words = Field(alias="chuc_vu", title="Chức vụ người ký")
    name: Annotated[Words, AfterValidator(_plain_name)] = Field(alias="ho_ten", title="Họ và tên người ký")

    def titles(self) -> tuple[str, ...]:
        """Return the collective and the titles of office, as stored; those that there are."""
        titles = (self.collective, self.head_title, self.unit_head_title, self.title)
        return tuple(title for title in titles if title)

    def lines(self) -> tuple[str, ...]:
        """Return what is printed above the name: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"."""
        lines = (*self._authority_lines(), self.title)
        if self.authority is Authority.ACTING:
            lines = (f"{Authority.ACTING} {self.title}",)
        return tuple(line.upper() for line in lines)

    def _authority_lines(self) -> tuple[str, ...]:
        """Return the lines above the signer's own title."""
        chain = (
            (Authority.COLLECTIVE, self.collective),
            (Authority.DEPUTY if self.collective else self.authority, self.head_title),
            (Authority.DEPUTY, self.unit_head_title),
        )
        return tuple(f"{prefix} {words}" for prefix, words in chain if words)

    @model_validator(mode="after")
    def _keeps_the_decree(self, info: ValidationInfo) -> Self:
        organisation = (info.context or {}).get("organisation")
        problems = [*self._problems()]
        if isinstance(organisation, Organisation):
            problems += self._problems_within(organisation)
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _problems(self) -> list[str]:
        """Return what of the block contradicts Mục II.7.b, whatever the agency."""
        words = {"label": self.authority or "Ký trực tiếp", "title": self.title}
        return [message.format(**words) for broken, message in _RULES if broken(self)]

    def _problems_within(self, organisation: Organisation) -> list[str]:
        """Return what of the block does not fit the agency that signs."""
        problems = []
        if self.authority is Authority.COLLECTIVE and not organisation.collective:
            problems.append(f"{organisation.name} làm việc theo chế độ thủ trưởng nên không ký TM.")
        head = self.title if self.authority is Authority.ACTING else self.head_title
        if head and fold(head) != fold(organisation.head_title):
            problems.append(
                f"người đứng đầu {organisation.name} là “{organisation.head_title}”, không phải “{head}”"
            )
        return problems


def _deputises(signature: Signature) -> bool:
    """Say whether the block has a line with KT., so that its signer must be a deputy."""
    for_the_collective = signature.authority is Authority.COLLECTIVE and bool(signature.head_title)
    return signature.authority is Authority.DEPUTY or for_the_collective or bool(signature.unit_head_title)


_RULES: tuple[tuple[Callable[[Signature], object], str], ...] = (
    (
        lambda block: block.authority in _FOR_THE_HEAD and not block.head_title,
        "{label} cần chuc_vu_cap_truong (chức vụ người đứng đầu)",
    ),
    (
        lambda block: block.authority in {Authority.OWN, Authority.ACTING} and block.head_title,
        "{label} không dùng chuc_vu_cap_truong; hãy bỏ khóa này",
    ),
    (
        lambda block: block.authority is Authority.COLLECTIVE and not block.collective,
        "TM. cần tap_the (tên tập thể lãnh đạo)",
    ),
    (
        lambda block: block.authority is not Authority.COLLECTIVE and block.collective,
        "tap_the chỉ dùng với TM.; hãy bỏ khóa này hoặc ghi quyen_han: TM.",
    ),
    (
        lambda block: block.authority is not Authority.BY_ORDER and block.unit_head_title,
        "chuc_vu_truong_don_vi chỉ dùng với TL., {label} không được ký thay tiếp; hãy bỏ khóa này",
    ),
    (
        lambda block: _deputises(block) and not _DEPUTY.match(block.title.lower()),
        "người ký thay (KT.) phải là cấp phó, mà chuc_vu là “{title}”",
    ),
)
"""What breaks Mục II.7.b, and how to say it."""
