"""Work leaves the screen's thread, results come back to it, and nothing is left running."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.camera import NobodySeen, PictureSeen
from congress_desk.ui.background import Background, Bridge
from congress_desk.ui.running import Lane, Progress


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_to_the_screens_thread(qtbot: QtBot, background: Background) -> None:
    seen: list[tuple[str, str]] = []
    background.run(
        lambda: threading.current_thread().name,
        then=lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("store-lane")
    assert seen[0][1] == threading.main_thread().name


def test_the_store_lane_keeps_the_order(qtbot: QtBot, background: Background) -> None:
    order: list[int] = []
    for number in range(50):
        background.run(lambda n=number: n, then=order.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


def test_the_free_lane_works_side_by_side(qtbot: QtBot, background: Background) -> None:
    meeting = threading.Barrier(4, timeout=5)
    met: list[int] = []
    for _ in range(4):
        background.run(meeting.wait, then=met.append, lane=Lane.FREE)
    qtbot.waitUntil(lambda: len(met) == 4)


def test_a_failure_goes_to_the_caller_who_asked_for_it(qtbot: QtBot, background: Background) -> None:
    failures: list[Exception] = []

    def refuse() -> None:
        raise Refusal(Reason.UNKNOWN)

    background.run(refuse, then=lambda _: None, otherwise=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], Refusal)


def test_an_unclaimed_failure_goes_to_the_window_with_a_way_to_try_again(
    qtbot: QtBot, background: Background
) -> None:
    tries: list[int] = []
    told: list[Exception] = []
    results: list[str] = []

    def once_busy() -> str:
        tries.append(1)
        if len(tries) == 1:
            raise Trouble(Problem.BUSY)
        return "kept"

    def tell(error: Exception, again: object) -> None:
        told.append(error)
        assert callable(again)
        again()

    background.failed = tell
    background.run(once_busy, then=results.append)
    qtbot.waitUntil(lambda: results == ["kept"])
    assert isinstance(told[0], Trouble)


def test_long_work_tells_how_far_it_is_and_stops_when_cancelled(qtbot: QtBot, background: Background) -> None:
    told: list[tuple[int, int]] = []
    ended: list[int] = []
    go_on = threading.Event()

    def count(progress: Progress) -> int:
        for finished in range(1000):
            if not progress(finished, 1000):
                return finished
            if finished == 2:
                go_on.wait(5)
        return 1000

    job = background.run_long(count, then=ended.append, told=lambda *figures: told.append(figures))
    qtbot.waitUntil(lambda: len(told) >= 3)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended[0] == 3
    assert told[:3] == [(0, 1000), (1, 1000), (2, 1000)]


def test_nothing_arrives_after_closing(qtbot: QtBot) -> None:
    background = Background()
    arrived: list[int] = []
    background.run(lambda: 1, then=arrived.append)
    background.close()
    background.run(lambda: 2, then=arrived.append)
    qtbot.wait(20)
    assert arrived == []


def test_a_bridge_brings_reports_of_another_thread_in_order(qtbot: QtBot) -> None:
    got: list[tuple[int, str]] = []
    bridge = Bridge(lambda report: got.append((report, threading.current_thread().name)))
    sender = threading.Thread(target=lambda: deque(map(bridge.tell, range(20))))
    sender.start()
    sender.join()
    qtbot.waitUntil(lambda: len(got) == 20)
    assert [number for number, _ in got] == list(range(20))
    assert {name for _, name in got} == {threading.main_thread().name}


def test_a_bridge_keeps_only_the_newest_picture_but_every_other_report(qtbot: QtBot) -> None:
    got: list[object] = []
    bridge = Bridge(got.append, newest_only=(PictureSeen,))
    for number in range(10):
        bridge.tell(PictureSeen(width=number, height=1, rgb=b""))
        bridge.tell(NobodySeen())
    qtbot.waitUntil(lambda: len(got) == 11)
    assert [one.width for one in got if isinstance(one, PictureSeen)] == [9]


def test_a_closed_bridge_is_silent(qtbot: QtBot) -> None:
    got: list[object] = []
    bridge = Bridge(got.append)
    bridge.tell(1)
    bridge.close()
    bridge.tell(2)
    qtbot.wait(20)
    assert got == []
