"""The credentials report's words and rules as the room shows them."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.refusals import Refusal
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.services.credentials import ParagraphText


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsState:
    """wrong: why the last words were refused; wrong_rule: the rule that was, by its field.

    kept: how often words were kept, so that a view knows when to show them anew.
    """

    rules: CredentialsRules | None = None
    paragraphs: tuple[ParagraphText, ...] = ()
    chosen: Paragraph | None = None
    wrong: Refusal | None = None
    edits_rules: bool = False
    wrong_rule: str = ""
    kept: int = 0

    @property
    def paragraph(self) -> ParagraphText | None:
        return next((one for one in self.paragraphs if one.paragraph is self.chosen), None)

    @property
    def foreign(self) -> tuple[str, ...]:
        """Numbers typed that are no figures of the paragraph."""
        return _numbers(self.wrong, "foreign")

    @property
    def missing(self) -> tuple[str, ...]:
        return _numbers(self.wrong, "missing")


def _numbers(wrong: Refusal | None, name: str) -> tuple[str, ...]:
    told = str(wrong.details.get(name, "-")) if wrong is not None else "-"
    return tuple(told.split(", ")) if told != "-" else ()
