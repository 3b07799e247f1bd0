"""What paragraphs, presets and rules of the credentials report are called in the room."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.credentials import Base
from congress_desk.domain.rounding import Rounding
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.plumbing.texts import marked

PARAGRAPHS: Mapping[Paragraph, str] = {
    Paragraph.OPENING: marked("Opening words"),
    Paragraph.NUMBER: marked("Number of delegates"),
    Paragraph.COMPOSITION: marked("Composition of delegates"),
    Paragraph.GENDER: marked("Gender"),
    Paragraph.ETHNICITY: marked("Ethnic groups"),
    Paragraph.RELIGION: marked("Religion"),
    Paragraph.SECTOR: marked("Sector"),
    Paragraph.AGE: marked("Age"),
    Paragraph.PARTY_AGE: marked("Party membership"),
    Paragraph.EDUCATION: marked("Education and qualification"),
    Paragraph.THEORY: marked("Political theory"),
    Paragraph.AWARDS: marked("Awards and discipline in the term"),
    Paragraph.OTHER: marked("Other figures and goals"),
    Paragraph.CONCLUSION: marked("Conclusion"),
}
MARKS: Mapping[str, str] = {
    "usual": marked("The usual words"),
    "reworded": marked("Reworded here; its figures follow the list and the attendance"),
    "stale": marked(
        "Reworded when other figures held, and it cannot be seen which of them it means. Keep the words anew, or go "
        "back to the usual ones."
    ),
}
BASE_WORDS: Mapping[Base, str] = {
    Base.CONVENED: marked("Delegates convened"),
    Base.PRESENT: marked("Delegates present"),
}
ROUNDING_WORDS: Mapping[Rounding, str] = {
    Rounding.HALF_UP: marked("Half up"),
    Rounding.DOWN: marked("The rest cut off"),
}
PRESET_WORDS: Mapping[str, str] = {
    "long-an": marked("By tens of years"),
    "national": marked("Three: under 40, to 70, over 70"),
    "phu-tho": marked("Three: under 42, to 52, over 52"),
    "youth": marked("By tens of years, from 30"),
}
WRONG_RULES: Mapping[str, str] = {
    "brackets": marked("Every age once, such as <=40, 41-50, 51-60, >=61"),
    "party_brackets": marked("Every year once, such as <=10, 11-20, >=21"),
    "women_goal": marked("A number from 0 to 100"),
    "young_goal": marked("A number from 0 to 100"),
    "science_goal": marked("A number from 0 to 100"),
}
