from docgen.jobs.sole import is_worker_there, sole_worker


def never():
    return False


def test_who_comes_next_has_the_name_of_who_was_there(tmp_path):
    names = []
    for _ in range(2):
        with sole_worker(tmp_path, never) as name:
            names.append(name)
    assert names[0] == names[1] != ""


def test_a_second_worker_waits_until_the_first_is_gone(tmp_path):
    first = sole_worker(tmp_path, never)
    name = first.__enter__()
    waited = []

    def waits():
        waited.append("a while")
        return len(waited) == 1 or not first.__exit__(None, None, None)

    with sole_worker(tmp_path, waits) as second:
        assert second == name
    assert waited == ["a while", "a while"]


def test_who_does_not_wait_goes_away(tmp_path):
    with sole_worker(tmp_path, never) as first, sole_worker(tmp_path, never) as second:
        assert (bool(first), second) == (True, None)


def test_it_can_be_seen_whether_a_worker_is_there(tmp_path):
    with sole_worker(tmp_path, never):
        assert is_worker_there(tmp_path)
    assert not is_worker_there(tmp_path)
