"""Turn your head: what passes, and what a picture held before the camera does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.liveness import STEADY, TURNED, turned

A_TURN = (0.02, 0.03, 0.10, 0.20, 0.24, 0.12, 0.04)


@pytest.mark.parametrize("side", [1, -1], ids=["right", "left"])
def test_ahead_then_aside_then_ahead_is_a_turned_head(side: int) -> None:
    assert turned([side * yaw for yaw in A_TURN])


def test_somebody_who_never_looks_quite_straight_is_measured_from_his_own_look() -> None:
    assert turned([yaw + 0.12 for yaw in A_TURN])
    assert turned([yaw - 0.20 for yaw in A_TURN])


@pytest.mark.parametrize(
    "yaws",
    [
        (),
        (0.0,),
        (0.02,) * 30,
        (0.02, 0.03, 0.10, 0.20, 0.24),  # not back yet
        (0.20, 0.24, 0.22, 0.04),  # was never seen looking ahead before
        (0.02, 0.03, 0.22, 0.03, 0.02),  # one frame only: a mistaken landmark
        (0.02, 0.03, 0.20, -0.20, 0.02),  # two mistakes
        (0.30, 0.31, 0.50, 0.52, 0.30),  # never looked ahead
    ],
)
def test_anything_less_is_not(yaws: tuple[float, ...]) -> None:
    assert not turned(yaws)


@given(st.floats(-0.2, 0.2), st.lists(st.floats(-(TURNED - STEADY) / 2, (TURNED - STEADY) / 2), max_size=40))
def test_a_picture_that_only_trembles_never_passes(look: float, trembling: list[float]) -> None:
    assert not turned([look + one for one in trembling])


@given(st.lists(st.floats(-0.03, 0.03), max_size=30))
def test_one_may_take_ones_time_before_turning(before: list[float]) -> None:
    assert turned([*before, *A_TURN])
