"""What the tests run of docgen, by lines and branches: `PYTEST_PLUGINS=covered python -m pytest -n 2`.

SlipCover puts probes into the code as it is imported; they cost a twentieth of the time, where a tracer makes
everything half as slow again. Its own command tells workers of xdist too little, so it is called from here.
What must be reached stands in `pyproject.toml` under `tool.slipcover`.
"""

import json
import os
from functools import reduce

import pytest
import slipcover
from slipcover.config import read_config

_KEY = "covered"
_NEVER = 1 << 30
"""How often a probe is met before it is taken out: looking for those that can go costs more than they do."""
_IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
_settings = read_config()
_met = []


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    """Put probes into all of docgen that is imported from now on, where tests are run."""
    if early_config.known_args_namespace.numprocesses and not _IS_WORKER:
        return
    probes = slipcover.Slipcover(branch=True, d_miss_threshold=_NEVER)
    ours = slipcover.FileMatcher(sources=[_settings["source"]])
    slipcover.wrap_spec_from_file_location(probes, ours)
    slipcover.ImportManager(probes, ours).__enter__()
    _met.append(probes)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Hand what a worker has met to whoever started it."""
    if _IS_WORKER:
        session.config.workeroutput[_KEY] = json.dumps(_met[0].get_coverage())


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Keep what a worker has met."""
    if _KEY in getattr(node, "workeroutput", ()):
        _met.append(json.loads(node.workeroutput[_KEY]))


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session):
    """Fail where less is met than must be."""
    result = yield
    if not _IS_WORKER:
        _met[:] = [_together(_met)]
        session.testsfailed += _met[0]["summary"]["percent_covered"] < _settings["fail-under"]
    return result


def pytest_terminal_summary(terminalreporter):
    """Tell which lines and branches nobody has met."""
    slipcover.print_coverage(_met[0], outfile=terminalreporter, skip_covered=True)
    met = _met[0]["summary"]["percent_covered"]
    terminalreporter.line(f"Covered: {met:.2f} %, of {_settings['fail-under']} % at the least")


def _together(met):
    told = [one if isinstance(one, dict) else one.get_coverage() for one in met]
    known = {name for one in told for name in one["files"]}
    others = slipcover.Slipcover(branch=True, source=[_settings["source"]], omit=sorted(known))
    return reduce(slipcover.merge_coverage, told, others.get_coverage())
