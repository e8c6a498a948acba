"""The audit log: read, never changed."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette_admin.fields import StringField

from docgen.model.people import Role
from docgen.office import audit_log
from docgen.web.admin.view import OfficeView, read


class LogView(OfficeView):
    """The list of its entries; whoever leads the agency may read it too."""

    key, menu_label, icon = "nhat-ky", "Nhật ký", "clock-rotate-left"
    meaning = (
        "Ai đã làm gì, lúc nào; mỗi mục nối với mục trước bằng mã kiểm tra nên không sửa được mà không lộ."
    )
    roles = frozenset({Role.ADMINISTRATOR, Role.LEADER})
    is_fixed = True
    fields_default_sort = sortable_fields = ()
    fields = (
        StringField("id", "Số"),
        StringField("made_at", "Lúc"),
        StringField("actor", "Người làm"),
        StringField("action", "Việc"),
        StringField("subject", "Đối tượng"),
        StringField("detail", "Chi tiết", exclude_from_list=True),
        StringField("mark", "Ký hiệu của đối tượng trong nhật ký", exclude_from_list=True),
        StringField("hash", "Mã kiểm tra", exclude_from_list=True),
    )

    async def find_all(
        self,
        request: Request,
        skip: int = 0,
        limit: int = 100,
        q: str | None = None,
        sorts: Any = None,  # noqa: ARG002 - the newest first
        filters: Any = None,  # noqa: ARG002 - as starlette-admin calls it
    ) -> Sequence[Any]:
        """Return a page of the entries with a text in them."""
        return await read(request, lambda desk: audit_log.entries(desk.session, q or "", skip, limit))

    async def count(self, request: Request, q: str | None = None, filters: Any = None) -> int:  # noqa: ARG002
        """Return how many entries have a text in them."""
        return await read(request, lambda desk: audit_log.entry_count(desk.session, q or ""))

    async def find_by_pk(self, request: Request, pk: Any) -> Any:
        """Return an entry by its number."""
        number = int(pk) if str(pk).isdecimal() else 0
        return await read(request, lambda desk: audit_log.entry(desk.session, number))
