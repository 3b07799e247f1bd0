"""The same congress on PostgreSQL: same tables, same services, desks that write at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from congress_desk.domain.attendance import Excuse, ExcuseScope, Presence
from congress_desk.domain.delegates import Standing
from congress_desk.domain.quorum import Figures
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.storage import engine
from congress_desk.storage.engine import postgres_engine
from congress_desk.storage.migrating import migrate, version_of
from congress_desk.storage.store import create_on_server, open_server
from tests.builders import OPENING, Hall, a_congress, a_delegate, a_sheet, a_writer
from tests.storage.crowded import answers_of_all, check_all_is_well
from tests.storage.private_server import PrivateServer
from tests.storage.schemas import differences


@pytest.fixture
def hall(database: str, tmp_path: Path) -> Iterator[Hall]:
    store = create_on_server(database, a_congress(rehearsal=True), a_writer())
    made = Hall(store=store, path=Path("server"), keys=tmp_path)
    made.welcome(a_sheet(n) for n in range(1, 5))
    made.session = made.sessions.add(name="Phiên khai mạc", starts=OPENING, ends=made.clock.now().replace(hour=11)).id
    yield made
    store.close()


def test_migrations_make_the_programs_tables_and_take_them_away_again(hall: Hall, database: str) -> None:
    server = postgres_engine(database)
    assert differences(server) == []
    migrate(server, "base")
    with server.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    migrate(server)
    assert differences(server) == []
    server.dispose()


def test_a_whole_morning_runs_as_on_a_file(hall: Hall) -> None:
    desk, session = hall.check_in, hall.session
    one, two, three, four = hall.people
    assert desk.by_code(one.badge_code, session).accepted
    assert desk.by_code(one.badge_code, session).reason is Reason.ALREADY_PRESENT
    assert desk.by_code("002", session).accepted
    assert desk.by_code("nobody", session).reason is Reason.UNKNOWN
    excuse = desk.excuse(three.id, session, Excuse(reason="đi công tác", scope=ExcuseScope.CONGRESS))
    desk.leave(two.id, session)
    hall.registry.change_standing(four.id, Standing.PENDING, "chờ công nhận")
    assert desk.status(session).total == Figures(convened=4, present=1, left=1, excused=1, absent=1)
    desk.void(excuse.id, "nhầm người")
    assert desk.fold(session).of(three.id).presence is Presence.EXPECTED
    assert hall.registry.delegate(four.id).standing is Standing.PENDING
    assert [e.kind for e in hall.registry.history(three.id)] == ["delegate_added", "excused", "voided"]
    assert hall.congress.rehearsal
    assert hall.congress.verify().ok
    assert len(desk.latest(session, 0)) == 6


def test_what_the_journal_writes_inside_a_list_belongs_to_each_delegates_history(hall: Hall) -> None:
    hall.faces.consent([d.id for d in hall.people], text_version="1", by="Lan")
    assert [e.kind for e in hall.registry.history(hall.people[1].id)] == ["delegate_added", "consented"]
    assert hall.registry.delegate(hall.people[1].id).consented


def test_six_desks_admit_each_delegate_exactly_once_and_none_is_turned_away(hall: Hall, database: str) -> None:
    people = [a_delegate(f"d{n}", 100 + n) for n in range(60)]
    with hall.store.transaction() as work:
        work.delegates.put(people)
    answers = answers_of_all(database, 6, [d.sheet.card_number for d in people], hall.session)
    check_all_is_well(hall.store, answers, 60)


def test_a_second_congress_in_the_same_database_is_refused(hall: Hall, database: str) -> None:
    with pytest.raises(Trouble) as caught:
        create_on_server(database, a_congress(title="Khác"), a_writer())
    assert caught.value.problem is Problem.FILE_EXISTS
    again = open_server(database, a_writer("B"))
    with again.reading() as work:
        assert work.congress.get().title == hall.congress.congress().title
    again.close()


def test_a_newer_version_is_refused(hall: Hall, database: str) -> None:
    server = postgres_engine(database)
    with server.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        assert version_of(connection) == "9999"
    server.dispose()
    with pytest.raises(Trouble) as caught:
        open_server(database, a_writer())
    assert caught.value.problem is Problem.NEWER_VERSION


def test_a_lock_held_by_another_program_is_busy(hall: Hall, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 1)
    desk = open_server(database, a_writer("B"))
    other_program = postgres_engine(database)
    with other_program.begin() as holder:
        holder.execute(text("LOCK TABLE journal IN SHARE ROW EXCLUSIVE MODE"))
        with pytest.raises(Trouble) as caught, desk.transaction():
            pass
    other_program.dispose()
    assert caught.value.problem is Problem.BUSY
    desk.close()


def test_a_server_that_goes_away_is_a_trouble_and_the_desk_works_on_when_it_is_back(
    hall: Hall, server: PrivateServer
) -> None:
    assert hall.check_in.by_code(hall.badge(0), hall.session).accepted
    server.restart()
    with pytest.raises(Trouble) as caught:
        hall.check_in.by_code(hall.badge(1), hall.session)
    assert caught.value.problem is Problem.CANNOT_READ
    assert hall.check_in.by_code(hall.badge(1), hall.session).accepted
    assert hall.congress.verify().ok


def test_no_server_is_told_without_the_password() -> None:
    with pytest.raises(Trouble) as caught:
        open_server("postgresql+psycopg://desk:secret@/x?host=/no/such/folder", a_writer())
    assert caught.value.problem is Problem.CANNOT_READ
    assert "secret" not in str(caught.value.details)


def test_a_backup_of_a_server_is_left_to_the_servers_own_tools(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        hall.congress.back_up(tmp_path / "copy.congress")
    assert caught.value.problem is Problem.CANNOT_WRITE
