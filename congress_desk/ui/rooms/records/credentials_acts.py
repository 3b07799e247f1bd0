"""The credentials report's words and rules: reworded paragraph by paragraph; a changed figure is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from congress_desk.domain.credentials import Base, CredentialsRules
from congress_desk.domain.journal import SessionId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rounding import Rounding
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.services.credentials import ParagraphText
from congress_desk.ui.rooms.records.scene import Scene, known
from congress_desk.ui.rooms.records.state import Fact

Read = tuple[CredentialsRules, tuple[ParagraphText, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesWritten:
    """As typed. Goals in percent, "12,5"; committee: one member a line; age_on None: the opening day."""

    base: Base
    age_on: dt.date | None
    brackets: str
    party_brackets: str
    rounding: Rounding
    decimals: int
    young_under: int
    women_goal: str
    young_goal: str
    science_goal: str
    committee: str


class CredentialsActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self) -> None:
        service, state = self._scene.desk.credentials, self._scene.state
        language, session = state.language, state.one_session
        self._scene.run(lambda: (service.rules(), service.paragraphs(language, session)), self._on_read)

    def choose(self, paragraph: Paragraph) -> None:
        if paragraph is not self._scene.state.credentials.chosen:
            self._scene.show_credentials(chosen=paragraph, wrong=None, edits_rules=False)

    def choose_session(self, session: SessionId | None) -> None:
        self._scene.show(one_session=session)
        self.read()

    def keep(self, text: str, then: Paragraph | None = None) -> None:
        """New words for the chosen paragraph, and on to another one; with a changed figure it stays, and says which.

        An empty text goes back to the usual words.
        """
        state = self._scene.state
        chosen, language, session = state.credentials.chosen, state.language, state.one_session
        if chosen is None:
            return
        service, fact = self._scene.desk.credentials, Fact.TEXT_KEPT if text.strip() else Fact.USUAL_AGAIN

        def kept(_paragraph: ParagraphText) -> None:
            self._count(chosen=then or chosen, wrong=None)
            self._scene.tell(fact)
            self.read()

        self._scene.run(lambda: service.reword(chosen, language, text, session), kept, self._on_refused)

    def usual_again(self) -> None:
        self.keep("")

    def edit_rules(self, on: bool) -> None:
        self._scene.show_credentials(edits_rules=on, wrong_rule="", wrong=None)

    def save_rules(self, written: RulesWritten) -> None:
        service = self._scene.desk.credentials

        def kept(_none: None) -> None:
            self._scene.show_credentials(edits_rules=False, wrong_rule="")
            self._scene.tell(Fact.RULES_KEPT)
            self.read()

        self._scene.run(lambda: service.change_rules(_rules(written)), kept, self._on_rules_refused)

    def _on_read(self, read: Read) -> None:
        rules, paragraphs = read
        there = [one.paragraph for one in paragraphs]
        before = self._scene.state.credentials
        chosen = before.chosen if before.chosen in there else there[0] if there else None
        if (rules, paragraphs, chosen) != (before.rules, before.paragraphs, before.chosen):
            self._count(rules=rules, paragraphs=paragraphs, chosen=chosen)

    def _count(self, **changes: object) -> None:
        """The view shows the words anew; else what is half typed stays."""
        self._scene.show_credentials(kept=self._scene.state.credentials.kept + 1, **changes)

    def _on_refused(self, error: Exception) -> None:
        refused = known(error)
        if isinstance(refused, Refusal) and refused.reason in (Reason.FIGURES_CHANGED, Reason.FIGURES_MOVED):
            self._scene.show_credentials(wrong=refused)
        else:
            self._scene.fail(error)

    def _on_rules_refused(self, error: Exception) -> None:
        refused = known(error)
        if isinstance(refused, Refusal) and refused.reason is Reason.BAD_VALUE:
            self._scene.show_credentials(wrong_rule=str(refused.details.get("field", "")))
        else:
            self._scene.fail(error)


def _rules(written: RulesWritten) -> CredentialsRules:
    """Refusal: BAD_VALUE, with the field."""
    return CredentialsRules(
        base=written.base,
        age_on=written.age_on,
        brackets=written.brackets,
        party_brackets=written.party_brackets,
        rounding=written.rounding,
        decimals=written.decimals,
        young_under=written.young_under,
        women_goal=_share(written.women_goal, "women_goal"),
        young_goal=_share(written.young_goal, "young_goal"),
        science_goal=_share(written.science_goal, "science_goal"),
        committee=tuple(line.strip() for line in written.committee.splitlines() if line.strip()),
    )


def _share(text: str, field: str) -> Fraction:
    try:
        share = Fraction(text.replace(",", ".").rstrip("%\u00a0 ").strip()) / 100
    except (ValueError, ZeroDivisionError) as error:
        raise Refusal(Reason.BAD_VALUE, field=field) from error
    if not 0 <= share <= 1:
        raise Refusal(Reason.BAD_VALUE, field=field)
    return share
