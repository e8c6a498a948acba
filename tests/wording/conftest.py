"""One rule read over a few words."""

import pytest

from docgen.wording import RULES, Context, Text


@pytest.fixture
def hits():
    """Return what a rule finds in texts (words alone, or whole `Text`s); the context by name."""

    def run(rule, *words, **context):
        texts = [each if isinstance(each, Text) else Text(each) for each in words]
        found = list(RULES[rule](texts, Context(**context)))
        assert all(hit.rule == rule and hit.text in texts for hit in found)
        assert all(0 <= hit.start <= hit.end <= len(hit.text.words) for hit in found)
        return found

    return run
