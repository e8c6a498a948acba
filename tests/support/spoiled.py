"""What `docgen check` finds in a spoiled document that it does not find in the good one."""

from collections import Counter

from docgen.check import check, fix
from docgen.word.package import open_package


def found(data):
    """Return how often each rule is broken, by rule and severity."""
    return Counter((finding.rule, finding.severity.value) for finding in check(open_package(data)))


def newly_found(good, spoiled):
    """Return the rules that only the spoiled document breaks, or breaks more often, with severities."""
    return set(found(spoiled) - found(good))


def fixable(data, rule):
    """Tell whether all that breaks the rule can be mended."""
    return all(finding.fixable for finding in check(open_package(data)) if finding.rule == rule)


def mended(data):
    """Return the document as `docgen fix` writes it."""
    return fix(data).data
