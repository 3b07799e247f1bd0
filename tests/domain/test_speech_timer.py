"""The timer of a speech: true at any moment, whatever happened to the program in between."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain import speech_timer
from congress_desk.domain.speech_timer import Phase, Timer
from congress_desk.services.steady_clock import SteadyClock, Ticks
from tests.builders import OPENING, SetClock

TEN = Timer(allowed=dt.timedelta(minutes=10))


def at(minutes: float) -> dt.datetime:
    return OPENING + dt.timedelta(minutes=minutes)


def test_the_warning_comes_two_minutes_before_the_end_and_then_the_over_run() -> None:
    timer = speech_timer.started(TEN, at(0))
    assert timer.phase(at(7.9)) is Phase.RUNNING
    assert timer.phase(at(8)) is Phase.WARNING
    assert timer.phase(at(10)) is Phase.WARNING
    assert timer.phase(at(10.01)) is Phase.OVER
    assert timer.left(at(12)) == dt.timedelta(minutes=-2)
    assert timer.phase(at(8), warning_seconds=60) is Phase.RUNNING


def test_a_pause_stands_still_and_is_not_counted() -> None:
    timer = speech_timer.paused(speech_timer.started(TEN, at(0)), at(3))
    assert timer.elapsed(at(30)) == dt.timedelta(minutes=3)
    assert timer.phase(at(30)) is Phase.PAUSED
    ended = speech_timer.ended(speech_timer.resumed(timer, at(30)), at(34))
    assert (ended.spoken, ended.started, ended.ended) == (dt.timedelta(minutes=7), at(0), at(34))


def test_an_extension_counts_and_never_below_nought() -> None:
    timer = speech_timer.extended(speech_timer.started(TEN, at(0)), dt.timedelta(minutes=2))
    assert timer.left(at(11)) == dt.timedelta(minutes=1)
    assert speech_timer.extended(timer, dt.timedelta(minutes=-60)).allowed == dt.timedelta(0)


def test_a_clock_set_back_takes_nothing_away() -> None:
    timer = speech_timer.started(TEN, at(0))
    assert timer.elapsed(at(-5)) == dt.timedelta(0)
    assert speech_timer.ended(timer, at(-5)).ended == at(0)


@given(st.lists(st.tuples(st.sampled_from("pre"), st.integers(0, 600)), max_size=30))
def test_what_was_spoken_is_the_sum_of_what_ran(acts: list[tuple[str, int]]) -> None:
    timer, now, ran, running = speech_timer.started(TEN, OPENING), OPENING, 0, True
    for act, seconds in acts:
        now += dt.timedelta(seconds=seconds)
        ran += seconds if running else 0
        if act == "p":
            timer, running = speech_timer.paused(timer, now), False
        elif act == "r":
            timer, running = speech_timer.resumed(timer, now), True
        assert timer.elapsed(now) == dt.timedelta(seconds=ran)
    assert speech_timer.ended(timer, now).spoken == dt.timedelta(seconds=ran)


def test_the_steady_clock_goes_on_evenly_while_the_wall_clock_is_set() -> None:
    wall, seconds = SetClock(), [0.0]
    clock = SteadyClock(wall, Ticks(seconds=lambda: seconds[0], counts_sleep=True))
    wall.pass_time(hours=1)
    seconds[0] = 30
    assert clock.now() == OPENING + dt.timedelta(seconds=30)
    wall.pass_time(hours=-5)
    seconds[0] = 60
    assert clock.now() == OPENING + dt.timedelta(seconds=60)


def test_a_computer_that_slept_shows_the_true_time_at_once() -> None:
    """Where ticks stand still in sleep, the wall clock's jump ahead is the sleep."""
    wall, seconds = SetClock(), [0.0]
    clock = SteadyClock(wall, Ticks(seconds=lambda: seconds[0], counts_sleep=False))
    timer = speech_timer.started(TEN, clock.now())
    wall.pass_time(minutes=7)
    seconds[0] = 60  # a minute awake, six asleep
    assert timer.elapsed(clock.now()) == dt.timedelta(minutes=7)
    wall.pass_time(minutes=1)
    seconds[0] = 120
    assert timer.elapsed(clock.now()) == dt.timedelta(minutes=8)
