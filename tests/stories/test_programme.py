"""A day of the congress as the secretariat lives it: late, interrupted, and true in the end."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
from pathlib import Path

from congress_desk.domain.agenda import ItemKind
from congress_desk.domain.speech_timer import Phase
from congress_desk.domain.speeches import Entry, SpeechState
from congress_desk.plumbing.programme_templates import Template
from congress_desk.plumbing.texts import words_for
from tests.builders import OPENING, Hall, a_hall

SPEAKS_AND_IS_KILLED = """
import sys, time
from pathlib import Path
from congress_desk.domain.speeches import Entry
from tests.builders import Hall, SetClock, a_writer
from congress_desk.storage.store import open_store
path = Path(sys.argv[1])
clock = SetClock()
hall = Hall(store=open_store(path, a_writer("A", clock)), path=path, keys=path.parent / "keys", clock=clock)
speech = hall.programme.speeches.register(Entry(topic="Chuyển đổi số", speaker="Nguyễn Văn An"))
hall.programme.speeches.approve(speech.id)
hall.programme.turns.start(speech.turn)
clock.pass_time(minutes=2)
hall.programme.turns.extend(60)
sys.stdout.write("speaking\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def test_a_day_that_runs_twenty_minutes_late(tmp_path: Path) -> None:
    """Every time that follows is moved, the hall is told, the break gives way, and the plan stays to be compared."""
    hall = a_hall(tmp_path, people=3)
    agenda, importing = hall.programme.agenda, hall.programme.importing
    importing.carry_out(importing.plan_template(Template.TWO_CONTENTS, words_for("vi")))
    planned = [timed.planned_start for timed in agenda.timeline()]
    hall.clock.pass_time(minutes=20)
    assert agenda.timeline()[0].late_minutes == 20  # nobody has pressed start, and it shows
    agenda.start_next()
    preparatory = [timed for timed in agenda.timeline() if timed.sitting.starts == OPENING]
    assert {timed.late_minutes for timed in preparatory} == {20}
    agenda.announce()
    for timed in preparatory[1:]:
        hall.clock.moment = timed.starts
        agenda.start(timed.item.id)
    hall.clock.pass_time(minutes=10)
    agenda.end()
    after = agenda.timeline()
    assert [timed.planned_start for timed in after] == planned
    assert [timed.item.announced for timed in after[:2]] == [None, OPENING + dt.timedelta(minutes=30)]
    assert all(timed.item.announced == timed.item.started for timed in after[1:6])
    official = [timed for timed in after if timed.sitting == after[6].sitting]
    assert hall.clock.now() <= official[0].planned_start  # the quarter of an hour between has taken it up
    hall.clock.moment = official[0].planned_start + dt.timedelta(minutes=20)
    agenda.start_next()
    pause = next(timed for timed in agenda.timeline() if timed.item.kind is ItemKind.BREAK)
    assert (pause.late_minutes, pause.ends - pause.starts) == (20, dt.timedelta(minutes=10))
    assert agenda.now_and_next().late == dt.timedelta(minutes=20)
    afternoon = agenda.timeline()[-1]
    assert afternoon.late_minutes == 0  # noon is long enough
    hall.store.close()


def test_the_program_is_killed_in_mid_speech_and_shows_the_true_time_when_it_is_opened_again(tmp_path: Path) -> None:
    hall = a_hall(tmp_path, people=1)
    hall.store.close()
    child = subprocess.Popen(
        [sys.executable, "-c", SPEAKS_AND_IS_KILLED, str(hall.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"speaking\n"
    child.kill()
    child.communicate()
    assert child.returncode in (-signal.SIGKILL, 1)
    again = hall.other_desk()
    again.clock.pass_time(minutes=9)
    turn = again.programme.turns.at_microphone()
    assert turn is not None
    now = again.programme.turns.now()
    assert turn.timer.elapsed(now) == dt.timedelta(minutes=9)
    assert turn.timer.left(now) == dt.timedelta(minutes=2)
    assert turn.timer.phase(now) is Phase.WARNING
    again.clock.pass_time(minutes=3)
    again.programme.turns.end()
    (speech,) = again.programme.speeches.speeches().speeches
    assert speech.state is SpeechState.DELIVERED
    assert (speech.timer.started, speech.timer.ended) == (OPENING, OPENING + dt.timedelta(minutes=12))
    assert again.congress.verify().ok
    again.store.close()


def test_a_speaker_who_withdraws_leaves_no_hole_in_the_register(tmp_path: Path) -> None:
    hall: Hall = a_hall(tmp_path, people=3)
    speeches = hall.programme.speeches
    made = [speeches.register(Entry(topic=f"Chủ đề {n}", delegate=one.id)) for n, one in enumerate(hall.people)]
    for one in made:
        speeches.approve(one.id)
    speeches.call(made[0].id)
    speeches.withdraw(made[0].id, "được phân công việc khác")
    assert [(one.number, one.state) for one in speeches.speeches().speeches] == [
        (0, SpeechState.WITHDRAWN),
        (1, SpeechState.APPROVED),
        (2, SpeechState.APPROVED),
    ]
    speeches.take_back("đã trở lại")
    assert speeches.speech(made[0].id).state is SpeechState.CALLED
    hall.store.close()
