"""Sentences of the second screen, for plumbing.sentences."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.refusals import Problem, Reason
from congress_desk.plumbing.texts import marked

STAGE_REASONS: Mapping[Reason, str] = {
    Reason.NO_SUCH_CUE: marked(
        "This clip or picture is not on the list any more. The hall sees what it saw before. Look at the list again."
    ),
}

STAGE_PROBLEMS: Mapping[Problem, str] = {
    Problem.NOT_A_CLIP: marked(
        "This is not a clip or a picture that can be shown: {path}. Nothing was added. Save it as MP4 (H.264), WebM, "
        "JPEG or PNG and try again."
    ),
}

STAGE_FIELDS: Mapping[str, str] = {
    "hall_metres": marked("length of the hall (5 to 100 metres)"),
    "screen_cm": marked("height of the screen (30 to 1500 centimetres)"),
    "stage_language": marked("language of the second screen (vi, en, ar)"),
    "result": marked("result to be shown"),
    "chart": marked("chart to be shown"),
}
