"""What the office is and has settled, kept and changed."""

import pytest
from offices import desk_of
from sqlalchemy import select

from docgen.errors import InvalidInputError, MissingError
from docgen.model.statistics import NO_FORMS
from docgen.office import agency
from docgen.store.tables import AuditEntry, Setting, Unit


def unit_changed(organisation, unit, **changes):
    """Return the agency with something else of a unit."""
    units = tuple(one.model_copy(update=changes) if one.id == unit else one for one in organisation.units)
    return organisation.model_copy(update={"units": units})


def changed(founded, organisation):
    with founded.writing() as session:
        agency.save_organisation(desk_of(session, "quan_tri"), organisation)
        newest = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    return newest.action, newest.detail["units"]


def test_a_unit_gets_another_name_and_keeps_its_place(founded, organisation):
    renamed = unit_changed(organisation, "ccvc", name="Phòng Cán bộ")
    assert changed(founded, renamed) == ("sua-co-quan", ["ccvc"])
    with founded.reading() as session:
        assert agency.organisation(session) == renamed
        assert session.get(Unit, "ccvc").version == 2
        assert session.get(Unit, "van-phong").version == 1


def test_a_unit_is_added(founded, organisation):
    new = organisation.units[0].model_copy(update={"id": "phong-moi", "name": "Phòng Mới"})
    more = organisation.model_copy(update={"units": (*organisation.units, new)})
    assert changed(founded, more) == ("sua-co-quan", ["phong-moi"])
    with founded.reading() as session:
        assert agency.organisation(session).units[-1] == new


def test_units_in_another_order_stay_so(founded, organisation):
    turned = organisation.model_copy(update={"units": organisation.units[::-1]})
    changed(founded, turned)
    with founded.reading() as session:
        assert agency.organisation(session) == turned


def test_the_agency_gets_another_name(founded, organisation):
    assert changed(founded, organisation.model_copy(update={"name": "Sở Nội vụ mới"})) == ("sua-co-quan", [])
    with founded.reading() as session:
        assert agency.organisation(session).name == "Sở Nội vụ mới"


def test_a_unit_does_not_disappear(founded, organisation):
    fewer = organisation.model_copy(update={"units": organisation.units[1:]})
    with pytest.raises(InvalidInputError, match="Văn phòng Sở"):
        changed(founded, fewer)


def test_what_is_settled_is_kept_with_who_did_it(founded):
    with founded.writing() as session:
        desk = desk_of(session, "quan_tri")
        assert not agency.second_approval(session)
        agency.settle(desk, agency.SECOND_APPROVAL, value=True)
        agency.settle(desk, "chu-ky", {"nguoi": ["a", "b"]})
    with founded.reading() as session:
        assert agency.second_approval(session)
        assert agency.setting(session, "chu-ky") == {"nguoi": ["a", "b"]}
        assert session.get(Setting, "chu-ky").updated_by == desk.actor.user_id


def test_what_was_settled_before_stands_in_the_log(founded):
    with founded.writing() as session:
        for value in (1, 2):
            agency.settle(desk_of(session, "quan_tri"), "so-ngay", value)
        assert session.get(Setting, "so-ngay").version == 2
        newest = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert (newest.subject, newest.detail) == ("cai-dat/so-ngay", {"before": 1, "now": 2})


def test_an_empty_office_has_settled_nothing(store):
    with store.reading() as session:
        assert agency.forms(session) is NO_FORMS
        assert agency.calendar(session).periods == ()
        assert agency.setting(session, "so-ngay", 3) == 3
        with pytest.raises(MissingError, match="Chưa có thông tin cơ quan"):
            agency.organisation(session)
