"""A crowd at the door."""

import asyncio

import pytest
from starlette.exceptions import HTTPException

from docgen.web.safety.crowd import Crowd


def test_who_comes_when_it_is_full_is_refused_and_the_next_is_not():
    async def come():
        doors = asyncio.Event()

        async def wait(*_):
            await doors.wait()

        crowd = Crowd(wait, most=2)
        inside = [asyncio.create_task(crowd({}, None, None)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(HTTPException) as refused:
            await crowd({}, None, None)
        doors.set()
        await asyncio.gather(*inside)
        await crowd({}, None, None)
        return refused.value.status_code

    assert asyncio.run(come()) == 503
