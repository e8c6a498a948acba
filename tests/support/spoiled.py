"""What `docgen check` finds in a spoiled document that it does not find in the good one."""

from collections import Counter
from functools import lru_cache

from plant import planted

from docgen.check import check, fix
from docgen.package import open_package


@lru_cache(maxsize=50)
def judged(data):
    """Return all findings of a document; the same good one is asked about again and again."""
    return check(open_package(data))


def found(data):
    """Return how often each rule is broken, by rule and severity."""
    return Counter((finding.rule, finding.severity.value) for finding in judged(data))


def newly_found(good, spoiled):
    """Return the rules that only the spoiled document breaks, or breaks more often, with severities."""
    return set(found(spoiled) - found(good))


def fixable(data, rule):
    """Tell whether all that breaks the rule can be mended."""
    return all(finding.fixable for finding in judged(data) if finding.rule == rule)


def mended(data):
    """Return the document as `docgen fix` writes it."""
    return fix(data).data


def expect(good, spoil, rule, severity, *, mends):
    """Spoil a good document: it breaks this rule alone; mended, if that can be, it is as good as before.

    `mends` None leaves open whether the findings of the rule can be mended.
    """
    file = planted(good)
    spoil(file)
    spoiled = file.bytes()
    assert newly_found(good, spoiled) == {(rule, severity)}
    if mends is not None:
        assert fixable(spoiled, rule) == mends
    if mends:
        assert found(mended(spoiled)) == found(good)
    return spoiled
