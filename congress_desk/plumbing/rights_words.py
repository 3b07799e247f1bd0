"""How consents and looks at personal data are called, on paper, on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.consent import Answer, Way
from congress_desk.domain.journal import Look
from congress_desk.plumbing.texts import marked

ANSWERS: Mapping[Answer, str] = {
    Answer.AGREED: marked("Agreed"),
    Answer.REFUSED: marked("Refused"),
    Answer.WITHDRAWN: marked("Withdrew"),
}
WAYS: Mapping[Way, str] = {
    Way.PAPER: marked("signed paper"),
    Way.WITNESS: marked("spoken before a witness"),
    Way.DESK: marked("by the delegate at the desk"),
    Way.NOT_STATED: marked("not stated"),
}
LOOKS: Mapping[str, str] = {
    "print": marked("A form was printed or saved"),
    Look.EXPORT.value: marked("A table was saved as a spreadsheet"),
    Look.CONSENTS.value: marked("The list of consents was shown"),
}
