"""The service as it runs, killed while people save, send, number and render: nothing acknowledged is lost.

`make soak` does the same a thousand times, at random moments.
"""

from contextlib import closing

from soak_service import PATIENCE, Hunted

from docgen.model.papers import JobState


def test_what_was_acknowledged_is_there_after_a_kill_and_work_goes_on(tmp_path):
    with closing(Hunted(tmp_path)) as hunted:
        hunted.live(PATIENCE, until=lambda: all_have_acted(hunted) and is_under_way(hunted))
        assert hunted.interrupted
        assert [*hunted.faults()] == []
        hunted.settle()
        assert [*hunted.faults()] == []
        assert {job.state for job in hunted.jobs()} == {JobState.DONE}


def all_have_acted(hunted):
    """Say whether everybody was served once, so that they are being served again right now."""
    return all(hunted.done[what] for what in ("saved", "gui", "thu-hoi", "numbered", "forms asked for"))


def is_under_way(hunted):
    """Say whether the worker is in the middle of a job."""
    return any(job.state is JobState.RUNNING and job.done for job in hunted.jobs())
