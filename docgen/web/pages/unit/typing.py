"""What the form of a row holds: its fields as they come, and what is put into them when it is shown again."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from docgen.office.submissions import RowName
from docgen.office.submissions.fields import OF_PRODUCT, PRODUCTS, STATUS, fields_of
from docgen.office.submissions.views import RowFinding, Typed
from docgen.web.form import PageForm, Text
from docgen.web.pages.unit.lines import Filter

_CHOSEN = {STATUS, "ngay_hoan_thanh", "so_lieu"}
"""Fields of which there is one value: two of them cannot be put together."""

Texts = Annotated[list[Text], Field(default_factory=list)]


class RowForm(PageForm):
    """The fields of all kinds of rows; those that a row does not have stay empty.

    `viec` is what is to be done, `chep` the field into which last period's text goes; `loc` and `tim` lead
    back to the list as it was.
    """

    phien_ban: int = 0
    viec: Literal["luu", "tiep", "them", "khong_doi", "ghep", "lay"] = "luu"
    chep: str = ""
    loc: Filter = Filter.ALL
    tim: str = ""
    tinh_trang: Text = ""
    ngay_hoan_thanh: Text = ""
    ket_qua: Text = ""
    minh_chung: Text = ""
    ly_do: Text = ""
    can_cu: Text = ""
    kho_khan: Text = ""
    kien_nghi: Text = ""
    so_lieu: Text = ""
    ghi_chu: Text = ""
    noi_dung: Text = ""
    han_che: Text = ""
    nguyen_nhan: Text = ""
    so_ky_hieu: Texts
    ngay: Texts
    trich_yeu: Texts

    def typed(self, name: RowName) -> Typed:
        """Return what was typed into the fields that a row has; empty ones lack."""
        data = {key: getattr(self, key) for key in fields_of(name) if key != PRODUCTS}
        if PRODUCTS in fields_of(name):
            data[PRODUCTS] = [*self._documents()]
        return {key: value for key, value in data.items() if value}

    def _documents(self) -> Iterable[dict[str, str]]:
        for texts in zip(self.so_ky_hieu, self.ngay, self.trich_yeu, strict=False):
            if any(texts):
                yield {key: text for key, text in zip(OF_PRODUCT, texts, strict=True) if text}


def merged(mine: Typed, theirs: Typed) -> Typed:
    """Return two versions of a row in one: theirs, then mine; where one alone can stand, mine."""
    return {**theirs, **{key: _both(key, value, theirs.get(key)) for key, value in mine.items()}}


def _both(key: str, mine: Any, theirs: Any) -> Any:
    if key in _CHOSEN or not theirs:
        return mine
    if isinstance(mine, list):
        return [*theirs, *(one for one in mine if one not in theirs)]
    return mine if theirs in mine else f"{theirs}\n{mine}"


def told_of(findings: Iterable[RowFinding]) -> dict[str, str]:
    """Return what is wrong or doubtful, by fields; "" stands for the row as a whole."""
    told: dict[str, str] = {}
    for one in findings:
        told[one.field] = f"{told.get(one.field, '')} {sentence(one)}".strip()
    return told


def sentence(finding: RowFinding) -> str:
    """Return a finding as a sentence, with what to do."""
    message = finding.message[:1].upper() + finding.message[1:]
    return f"{message} {finding.remedy}".strip()
