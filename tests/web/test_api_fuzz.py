"""Requests that nobody thought of: drawn by Schemathesis from the description of the API, and without end.

The suite looks quickly. DOCGEN_FUZZ_EXAMPLES says how many requests of each kind are drawn for an address;
`make soak` draws ten.
"""

import os
import warnings
from contextlib import contextmanager

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, settings
from often import TIMES
from programs import program
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.exceptions import StarletteDeprecationWarning

from docgen.model.people import Role

EXAMPLES = int(os.environ.get("DOCGEN_FUZZ_EXAMPLES", TIMES))
SLOW = {"api_kiem_tra", "api_kiem_tra_sua", "api_ke_hoach_nhap"}
"""They start a process for each file."""
WHO = [(Role.COORDINATOR, None), (Role.REPORTER, "van-phong")] + [(Role.CLERK, None)] * (EXAMPLES > 1)
KNOWN = {
    "year": 2025,
    "task": "giao-bien-che",
    "period": "2025-Q1",
    "unit": "van-phong",
    "kind": "nhiem_vu",
    "key": "giao-bien-che",
    "name": "ke-hoach-2025.yaml",
}
"""What there is: what is drawn at random is hardly ever there."""
CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    missing_required_header,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
] + [ignored_auth] * (EXAMPLES > 1)


@contextmanager
def quiet():
    """Let Schemathesis use the test client that there is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", StarletteDeprecationWarning)
        yield


def name_of(operation):
    return operation.definition.raw["operationId"]


def known(operation):
    """Return values that there are for the parameters in the path of an operation."""
    names = {one.name for one in operation.path_parameters}
    return {name: value for name, value in KNOWN.items() if name in names}


def requests(operation):
    """Draw requests as they are described, and others; half of them about what there is."""
    drawn = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    if EXAMPLES > 1 or not known(operation):
        drawn.append(operation.as_strategy())
    if known(operation):
        drawn.append(operation.as_strategy(path_parameters=known(operation)))
    return drawn


def is_sent_whole(case):
    """Say whether all that was drawn stands in the address: what has no value vanishes from it."""
    return all(value not in (None, [], {}) for value in (case.query or {}).values())


@pytest.mark.hypothesis
@pytest.mark.parametrize(("role", "unit"), WHO)
def test_whatever_is_asked_is_answered_as_described(collecting, role, unit):
    headers = dict(program(collecting, role, unit).client.headers)
    with quiet():
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", collecting.app, headers=headers)
    asked = set()

    def try_out(operation, drawn):
        @settings(
            max_examples=EXAMPLES,
            database=None,
            deadline=None,
            derandomize=EXAMPLES == 1,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=drawn)
        def ask(case):
            assume(is_sent_whole(case))
            asked.add(operation.label)
            case.validate_response(case.call(headers=headers), checks=CHECKS, headers=headers)

        ask()

    with quiet():
        operations = [result.ok() for result in schema.get_all_operations()]
        for operation in (one for one in operations if EXAMPLES > 1 or name_of(one) not in SLOW):
            for drawn in requests(operation):
                try_out(operation, drawn)
    assert len(asked) >= 40
