"""Several people do anything in any order: states move along the table, nothing sent or typed is lost."""

from datetime import date, timedelta
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import mkdtemp

import pytest
from answering import FILLED, Q1, coordinator, fill, task
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from offices import at, desk_of
from often import examples
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError
from docgen.model.collecting import Act, PeriodState, SubmissionState, after
from docgen.model.submission import Submission as Sent
from docgen.office import periods, submissions
from docgen.office.agency import SECOND_APPROVAL, settle
from docgen.office.submissions import history, unit_page
from docgen.office.submissions.dispatching import hash_of
from docgen.store import Store, tables

UNIT = "thanh-tra"
ROWS = [task("xay-dung-vbqppl"), task("ra-soat-tthc-noi-bo")]
ROLES = st.sampled_from(["chuyen_vien_don_vi", "lanh_dao_don_vi"])
REFUSALS = (ConflictError, InvalidInputError)
TEXTS = st.sampled_from(["Đang", "Đang làm", "Đang làm tiếp", "Xong", "Xong rồi"])
BY_UNIT = {
    Act.PROPOSE: submissions.propose,
    Act.SUBMIT: lambda desk, code, unit: submissions.submit(desk, code, unit, late_reason="Mất điện"),
    Act.RECALL: submissions.recall,
}
BY_OFFICE = {Act.ACCEPT: submissions.accept, Act.REOPEN: submissions.reopen}
ACTS = [*BY_UNIT, *BY_OFFICE, Act.RETURN]


class Collecting(RuleBasedStateMachine):
    template: str

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp())
        copyfile(self.template, self.folder / "docgen.sqlite")
        self.store = Store(f"sqlite:///{self.folder / 'docgen.sqlite'}")
        self.now = at("2025-03-17 08:00")
        self.state, self.period, self.closes = SubmissionState.DRAFT, PeriodState.OPEN, date(2025, 3, 20)
        self.exception, self.singled_out = date.min, set()
        self.sent, self.typed, self.ways = {}, [], {SubmissionState.DRAFT}

    def teardown(self):
        with self.store.reading() as session:
            kept = {name: history(coordinator(session), Q1, UNIT, name) for name in ROWS}
        for name, text in self.typed:
            assert any(is_within(text, one.typed["ket_qua"]) for one in kept[name]), "typed, and lost"
        self.store.close()
        rmtree(self.folder)

    @property
    def is_open(self):
        today = self.now.date()
        if self.exception >= today:
            return self.period in {PeriodState.OPEN, PeriodState.CLOSED}
        return self.period is PeriodState.OPEN and today <= self.closes

    def may_write(self, name):
        free = self.state is SubmissionState.DRAFT or not self.singled_out or name in self.singled_out
        return self.state.is_editable and self.is_open and free

    def tried(self, role, deed):
        """Do something as somebody; say whether it was done."""
        unit = UNIT if role.endswith("don_vi") else None
        try:
            with self.store.writing() as session:
                deed(desk_of(session, role, unit, self.now))
        except REFUSALS:
            return False
        return True

    def observed(self):
        with self.store.reading() as session:
            page = unit_page(desk_of(session, "lanh_dao_don_vi", UNIT, self.now), Q1, UNIT)
            dispatches = session.scalars(select(tables.Dispatch).order_by(tables.Dispatch.round))
            return page, {one.code: (one.sha256, one.data) for one in dispatches}

    def follow(self, act, done):
        """The state will be where the act leads, or where it was."""
        ways = {after(self.state, act), after(self.state, act, was_returned=True)} - {None}
        self.ways = ways if done else {self.state}

    @rule(data=st.data())
    def something_happens(self, data):
        """One rule for all, so that no run is without the acts that others build upon."""
        data.draw(st.sampled_from(self.happenings()))(data.draw)

    def happenings(self):
        often = [self.somebody_types, *[self.somebody_acts] * 5]
        seldom = [
            self.time_passes,
            self.the_office_looks,
            self.the_period_closes,
            self.the_period_is_extended,
        ]
        return [*often, *seldom, self.the_unit_gets_an_exception, self.the_office_settles_who_approves]

    def time_passes(self, draw):
        self.now += timedelta(hours=draw(st.sampled_from([1, 8, 24])))

    def somebody_types(self, draw):
        role, name, text = draw(ROLES), draw(st.sampled_from(ROWS)), draw(TEXTS)
        row = self.page.row(name)
        typed = FILLED[name.kind] | {"ket_qua": text}
        done = self.tried(role, lambda desk: submissions.save_row(desk, Q1, UNIT, name, typed, row.version))
        assert done is (self.may_write(name) or row.typed == typed)
        if done:
            self.typed.append((name, text))

    def somebody_acts(self, draw):
        """Three times of four something is tried that the table allows, else anything."""
        acts = [act for act in ACTS if after(self.state, act)] if draw(st.integers(0, 3)) else []
        act = draw(st.sampled_from(acts or ACTS))
        if act in BY_UNIT:
            self.a_unit_acts(draw(ROLES), act)
        elif act is Act.RETURN:
            self.the_office_returns(draw(st.sets(st.sampled_from(ROWS), max_size=1)))
        else:
            self.the_office_judges(act)

    def a_unit_acts(self, role, act):
        was_sent = self.state is SubmissionState.SENT
        done = self.tried(role, lambda desk: BY_UNIT[act](desk, Q1, UNIT))
        if act is Act.SUBMIT and was_sent:
            assert done, "the second answer is the first one again"
        else:
            self.follow(act, done)

    def the_office_returns(self, names):
        rows = dict.fromkeys(names, "Ghi rõ hơn")
        done = self.tried("dau_moi", lambda desk: submissions.return_submission(desk, Q1, UNIT, "Sửa", rows))
        self.follow(Act.RETURN, done)
        if done:
            self.singled_out = names

    def the_office_judges(self, act):
        said = len(self.sent) if act is Act.ACCEPT else "Sai số liệu"
        done = self.tried("dau_moi", lambda desk: BY_OFFICE[act](desk, Q1, UNIT, said))
        self.follow(act, done)
        if done and act is Act.ACCEPT:
            self.singled_out = set()

    def the_office_looks(self, _):
        self.tried("dau_moi", lambda desk: submissions.see(desk, Q1, UNIT))

    def the_period_closes(self, _):
        done = self.tried("dau_moi", lambda desk: periods.close(desk, Q1))
        assert done is (self.period is PeriodState.OPEN)
        if done:
            self.period = PeriodState.CLOSED
            unsent = self.state in periods._UNSENT and self.exception < self.now.date()
            self.follow(Act.LOCK, unsent)

    def the_period_is_extended(self, draw):
        closes = max(self.now.date(), self.closes) + timedelta(draw(st.integers(1, 3)))
        moved = {"due": closes, "closes": closes}
        assert self.tried("dau_moi", lambda desk: periods.extend(desk, Q1, moved, "Chờ số liệu"))
        self.period, self.closes = PeriodState.OPEN, closes
        self.follow(Act.UNLOCK, self.state is SubmissionState.LOCKED)

    def the_unit_gets_an_exception(self, draw):
        until = max(self.now.date(), self.closes) + timedelta(draw(st.integers(1, 3)))
        assert self.tried("dau_moi", lambda desk: periods.except_unit(desk, Q1, UNIT, until, "Mất điện"))
        self.exception, self.singled_out = until, set()
        self.follow(Act.UNLOCK, self.state is SubmissionState.LOCKED)

    def the_office_settles_who_approves(self, draw):
        approve = draw(st.booleans())
        self.tried("dau_moi", lambda desk: settle(desk, SECOND_APPROVAL, approve))

    @invariant()
    def it_is_written_exactly_when_it_may_be(self):
        self.page, sent = self.observed()
        assert self.page.state in self.ways
        self.state, self.ways = self.page.state, {self.page.state}
        assert self.page.editable is (self.state.is_editable and self.is_open)
        assert {name: self.page.row(name).editable for name in ROWS} == {
            name: self.may_write(name) for name in ROWS
        }
        assert sent.items() >= self.sent.items(), "sent, and lost"
        assert all(hash_of(data) == sha256 and Sent.model_validate(data) for sha256, data in sent.values())
        self.sent = sent


def is_within(text, longer):
    """Say whether the letters of a text stand in another, in their order."""
    letters = iter(longer)
    return all(letter in letters for letter in text)


@pytest.mark.hypothesis
def test_whatever_people_do(office):
    fill(office, UNIT)
    office.close()
    Collecting.template = office.url.database
    checks = settings(
        max_examples=examples(4),
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    run_state_machine_as_test(Collecting, settings=checks)
