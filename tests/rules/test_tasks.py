"""The signs by which tasks are judged are fit to be looked for."""

import pytest

from docgen.rules.tasks import task_signs

WITHOUT_WORDS = {"year", "horizon", "covering"}


@pytest.mark.parametrize("sign", task_signs().sign, ids=lambda sign: f"{sign.where}: {sign.shows}")
def test_every_sign_has_words_where_it_needs_them_and_says_what_it_shows(sign):
    assert bool(sign.words) is (sign.where not in WITHOUT_WORDS)
    assert sign.shows.startswith(("chỉ ", "cho thấy "))
    assert len({*sign.words}) == len(sign.words)


def test_no_verb_is_two_others():
    """Several verbs before a task are read in one way only."""
    signs = task_signs()
    verbs = {*signs.openers, *signs.makers}
    assert not {f"{one} {other}" for one in verbs for other in verbs} & verbs
