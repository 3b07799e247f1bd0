"""What the machine saw on a sheet, by its code, in the same words on every screen, paper and command line."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.ballot_forms import Doubt, NotRead
from congress_desk.plumbing.texts import marked
from congress_desk.plumbing.vote_words import QUESTIONS

DOUBTS: Mapping[Doubt, str] = {
    Doubt.FAINT: marked("Something is there, too light to be called a mark"),
    Doubt.HEAVY: marked("A box blackened: a mark, or one taken back"),
    Doubt.HALF_STRIKE: marked("Only a part of the name is struck"),
    Doubt.BOTH_BOXES: marked("Both boxes are marked"),
    Doubt.INK_OUTSIDE: marked("Ink beside the names and boxes"),
    Doubt.WRITING: marked("Writing, or a signature"),
    Doubt.SECOND_INK: marked("A second ink"),
    Doubt.TOO_MANY: marked("More votes than the number to elect"),
    Doubt.NO_VOTE: marked("A vote for nobody"),
    Doubt.UNEVEN: marked("Far lighter than the other marks"),
    Doubt.REGISTRATION: marked("The print does not lie where it should"),
    Doubt.POOR_PICTURE: marked("The picture is blurred, dark or small"),
    Doubt.COVERED: marked("A part is torn off, folded or out of the picture"),
    Doubt.CODE_UNREAD: marked("Told by its print; its code cannot be read"),
    Doubt.TWIN: marked("The same ink as another sheet: scanned twice, or a copy"),
    Doubt.PAGES_APART: marked("A page was missing before: its pages may be of different ballots"),
}
NOT_READ: Mapping[NotRead, str] = {
    NotRead.BLANK_PAGE: marked("A blank page"),
    NotRead.NOT_A_BALLOT: marked("No ballot"),
    NotRead.OTHER_FORM: marked("A ballot of another election, round or list"),
    NotRead.SEVERAL_SHEETS: marked("Several sheets in one picture"),
    NotRead.UNREADABLE: marked("A ballot that cannot be read"),
    NotRead.DAMAGED_FILE: marked("A damaged file"),
}
SEEN_WORDS: Mapping[str, str] = {
    **{doubt.value: words for doubt, words in DOUBTS.items()},
    **{why.value: words for why, words in NOT_READ.items()},
    **{question.value: words for question, words in QUESTIONS.items()},
}
