"""Refusals and Troubles carry a stable code and no sentence, also from one process to another."""

from __future__ import annotations

import pickle

import pytest

from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble


@pytest.mark.parametrize("reason", list(Reason))
def test_a_refusal_arrives_whole_in_another_process(reason: Reason) -> None:
    sent = Refusal(reason, delegate="d1", minutes=15)
    got = pickle.loads(pickle.dumps(sent))
    assert (type(got), got.reason, got.details, str(got)) == (Refusal, reason, sent.details, reason.value)


@pytest.mark.parametrize("problem", list(Problem))
def test_a_trouble_arrives_whole_in_another_process(problem: Problem) -> None:
    sent = Trouble(problem, path="x.congress")
    got = pickle.loads(pickle.dumps(sent))
    assert (type(got), got.problem, got.details, str(got)) == (Trouble, problem, sent.details, problem.value)


def test_codes_are_words_that_scripts_can_rely_on() -> None:
    for code in (*Reason, *Problem):
        assert code.value == code.name.lower()
