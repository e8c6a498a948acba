"""Two people at one thing: the second is shown what the first has written, and nothing is lost."""

from datetime import datetime
from typing import Any

from docgen.errors import ConflictError
from docgen.language.dates import short_date
from docgen.office.desk import VIETNAM


class ChangedMeanwhileError(ConflictError):
    """Somebody else has changed what is about to be changed.

    Args:
        who: the name of who changed it.
        when: the moment of that, aware of its zone.
        theirs: what stands there now.
        version: that of what stands there now; with it the change can be made again.
        is_own: it was the same person, in another window.

    """

    def __init__(self, *, who: str, when: datetime, theirs: Any, version: int, is_own: bool = False) -> None:
        moment = when.astimezone(VIETNAM)
        said = "Chỗ này vừa được sửa ở cửa sổ khác" if is_own else f"{who} vừa sửa chỗ này"
        super().__init__(
            f"{said} lúc {moment:%H:%M} ngày {short_date(moment.date())}.",
            "Hãy so hai nội dung, rồi lưu lại nội dung đúng.",
        )
        self.is_own = is_own
        self.who, self.when, self.theirs, self.version = who, when, theirs, version
