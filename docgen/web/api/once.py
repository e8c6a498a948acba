"""A request that is sent again, because its answer was lost, is done once and answered alike.

After the Internet draft "The Idempotency-Key HTTP Header Field" (draft-ietf-httpapi-idempotency-key-header).
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import Header, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from docgen.office.answers import KeptAnswer, keep_answer, kept_answer
from docgen.web.house import house_of
from docgen.web.refusals import ProblemError
from docgen.web.visit import Visit, visitor_of

KEY = "Idempotency-Key"
_PATTERN = r"^[!-~]{1,255}$"
_TOLD_AGAIN = {"Idempotency-Replayed": "true"}
_KEPT_HEADERS = ("content-type", "location", "etag")


@dataclass(frozen=True)
class Asked:
    """A request by its key; `request` is a hash of all that it asks."""

    owner: str
    key: str
    request: str


def key_header(
    _key: Annotated[
        str,
        Header(
            alias=KEY,
            pattern=_PATTERN,
            description="Mã do chương trình đặt cho mỗi việc, ví dụ một UUID. Gửi lại đúng yêu cầu với mã cũ"
            " thì nhận lại câu trả lời cũ, việc không làm hai lần. Mã được giữ 24 giờ.",
            examples=["7b1c2f0e-0b7e-4a54-9d0a-5f1f6f2f9a10"],
        ),
    ],
) -> None:
    """Describe the header; `answered_once` reads it."""


async def answered_once(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer a request, unless it was answered before.

    Raises:
        ProblemError: it has no key (400), the key was used for another request (422), or the same is being
            answered right now (409).

    """
    asked = await _asked(request)
    with house_of(request).under_way.alone(asked.owner, asked.key):
        before = await run_in_threadpool(_before, request, asked)
        if before is None:
            request.state.asked = asked
            return await answer(request)
        if before.request != asked.request:
            raise ProblemError(
                422,
                f"{KEY} này đã dùng cho một yêu cầu khác.",
                "Đặt mã mới cho yêu cầu mới; chỉ dùng lại mã khi gửi lại đúng yêu cầu cũ.",
            )
        return Response(before.body, before.status, before.headers | _TOLD_AGAIN)


def keep(visit: Visit, reply: Response) -> None:
    """Keep what a request is answered, with what it did: both, or neither."""
    asked: Asked = visit.request.state.asked
    headers = {name: reply.headers[name] for name in _KEPT_HEADERS if name in reply.headers}
    kept = KeptAnswer(asked.request, reply.status_code, bytes(reply.body).decode(), headers)
    keep_answer(visit.desk, asked.key, kept)


async def _asked(request: Request) -> Asked:
    key = request.headers.get(KEY, "")
    if not re.fullmatch(_PATTERN.strip("^$"), key):
        raise ProblemError(
            400,
            f"Thiếu {KEY}, hoặc mã không đúng dạng.",
            "Đặt cho mỗi việc một mã riêng từ 1 đến 255 chữ cái, chữ số, dấu không có dấu cách, ví dụ UUID.",
        )
    return Asked(visitor_of(request).actor.mark, key, await _fingerprint(request))


async def _fingerprint(request: Request) -> str:
    """Return a hash of what is asked: of a form its fields, whose boundary is another one each time."""
    digest = sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode())
    form = request._form  # noqa: SLF001 - what has been read of it
    if not isinstance(form, FormData):
        digest.update(await request.body())
        return digest.hexdigest()
    for name, value in form.multi_items():
        digest.update(f"\n{name}=".encode())
        digest.update(await _bytes(value))
    return digest.hexdigest()


async def _bytes(value: UploadFile | str) -> bytes:
    if isinstance(value, str):
        return value.encode()
    data = await value.read()
    await value.seek(0)
    return f"{value.filename}:{sha256(data).hexdigest()}".encode()


def _before(request: Request, asked: Asked) -> KeptAnswer | None:
    house = house_of(request)
    with house.store.reading() as session:
        return kept_answer(session, asked.owner, asked.key, house.clock())
