"""The page of a report to which fifty units have sent something."""

import pytest
from starlette.testclient import TestClient

from bench.service.office import ANSWERED, UNITS, found
from docgen.settings import Settings
from docgen.web.app import create_app

MOST = 150_000
"""Bytes of HTML of a page."""


@pytest.fixture
def coordinator(sqlite_store, tmp_path):
    secrets = found(sqlite_store)
    assert len(secrets.units) == UNITS
    cookies = {"phien": secrets.coordinators[0]}
    with TestClient(create_app(Settings(folder=tmp_path), sqlite_store), cookies=cookies) as client:
        yield client


def test_it_is_small_enough_and_every_link_in_it_leads_somewhere(coordinator):
    address = f"/ky/{ANSWERED}/bao-cao"
    page = coordinator.get(address)
    assert page.status_code == 200
    assert len(page.content) < 0.9 * MOST  # words of editors come to it
    links = [part.partition('"')[0] for part in page.text.split('class="sua" href="')[1:]]
    assert len(set(links)) == len(links) > 4 * UNITS
    shown = coordinator.get(f"/ky/{ANSWERED}/{links[-1]}")
    assert shown.status_code == 200
    assert f'action="{address}/doan/' in shown.text
