"""The figures of a face trial in words, the same on the screen and in the terminal."""

from __future__ import annotations

from congress_desk.plumbing.texts import marked

TRIAL_ROWS = (
    (marked("Right person is the nearest"), "rank1"),
    (marked("Right person is among the nearest three"), "rank3"),
    (marked("Right person accepted without asking"), "right_accepted"),
    (marked("Wrong person accepted without asking"), "wrong_accepted"),
    (marked("Right person accepted or shown"), "shown_or_accepted"),
    (marked("Strangers accepted without asking"), "strangers_accepted"),
)
BEST_CASE = marked(
    "Half of those who agreed were enrolled in the trial, the others were strangers. The live pictures are their "
    "photos made poorer: real ones fit less often."
)
