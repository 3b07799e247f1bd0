"""The credentials report: its figures, its rules, and its paragraphs, which may be reworded but not refigured."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from congress_desk.domain.attendance import fold
from congress_desk.domain.brackets import brackets_of
from congress_desk.domain.credentials import Base, CredentialsFigures, CredentialsRules
from congress_desk.domain.credentials_counting import credentials_of
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.credentials_text import ChangedFigures, Wording, filled, latest_wordings, reworded
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Kind, SessionId
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rounding import MOST_DECIMALS, Rounding
from congress_desk.plumbing.credentials_paragraphs import Paragraph, usual
from congress_desk.plumbing.texts import words_for
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor, the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster

_RULE = "credentials_"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphText:
    """A paragraph as it will be printed. stale: reworded when other figures held, so that it cannot be printed."""

    paragraph: Paragraph
    text: str
    reworded: bool = False
    stale: bool = False


class CredentialsService:
    def __init__(self, floor: Floor, roster: Roster) -> None:
        self._floor = floor
        self._roster = roster

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {Form.CREDENTIALS: self._record}

    def figures(self, session: SessionId | None = None) -> CredentialsFigures:
        """Of one session's attendance, or of the congress until now. Refusal: NO_SUCH_SESSION."""
        with self._floor.reading() as work:
            return self._figures(work, session)

    def rules(self) -> CredentialsRules:
        with self._floor.reading() as work:
            return credentials_rules(work)

    def change_rules(self, rules: CredentialsRules) -> None:
        """Refusal: BAD_VALUE (brackets, party_brackets, decimals)."""
        for field, written in (("brackets", rules.brackets), ("party_brackets", rules.party_brackets)):
            try:
                brackets_of(written)
            except ValueError as error:
                raise Refusal(Reason.BAD_VALUE, field=field) from error
        if not 0 <= rules.decimals <= MOST_DECIMALS:
            raise Refusal(Reason.BAD_VALUE, field="decimals")
        written_rules = _written(rules)
        with self._floor.act() as act:
            for name, value in written_rules.items():
                act.work.congress.put_rule(name, value)
            act.write(Kind.RULES_CHANGED, body=written_rules)

    def paragraphs(self, language: str, session: SessionId | None = None) -> tuple[ParagraphText, ...]:
        """The whole report's words in one language, figures in place."""
        with self._floor.reading() as work:
            figures, rules = self._figures(work, session), credentials_rules(work)
            wordings = _wordings(work)
        say = words_for(language)
        found = []
        for paragraph in Paragraph:
            draft = usual(paragraph, figures, rules, say)
            wording = wordings.get((language, paragraph.value))
            text = draft.template.format(**draft.places)
            own = filled(wording, draft.places) if wording is not None else None
            stale = wording is not None and own is None
            if text or own:
                told = text if own is None else own
                found.append(ParagraphText(paragraph=paragraph, text=told, reworded=own is not None, stale=stale))
        return tuple(found)

    def reword(
        self, paragraph: Paragraph, language: str, text: str, session: SessionId | None = None
    ) -> ParagraphText:
        """New words for a paragraph; "" goes back to the usual ones.

        Refusal: FIGURES_CHANGED(missing, foreign), FIGURES_MOVED(order).
        """
        with self._floor.act() as act:
            figures, rules = self._figures(act.work, session), credentials_rules(act.work)
            draft = usual(paragraph, figures, rules, words_for(language))
            made = reworded(text, template=draft.template, places=draft.places) if text.strip() else None
            if isinstance(made, ChangedFigures) and made.order:
                raise Refusal(Reason.FIGURES_MOVED, order=", ".join(made.order))
            if isinstance(made, ChangedFigures):
                missing, foreign = (", ".join(numbers) or "-" for numbers in (made.missing, made.foreign))
                raise Refusal(Reason.FIGURES_CHANGED, missing=missing, foreign=foreign)
            body = {"language": language, "paragraph": paragraph.value}
            act.write(Kind.CREDENTIALS_TEXT_WRITTEN, body=body | _body(made))
        found = next((p for p in self.paragraphs(language, session) if p.paragraph is paragraph), None)
        return found or ParagraphText(paragraph=paragraph, text="")

    def _record(self, work: Work, heading: Heading, asked: Asked) -> CredentialsRecord:
        return CredentialsRecord(
            heading=heading,
            session=the_session(work, asked.session) if asked.session else None,
            figures=self._figures(work, asked.session),
            rules=credentials_rules(work),
            wordings=_wordings(work),
        )

    def _figures(self, work: Work, session: SessionId | None) -> CredentialsFigures:
        heading = heading_of(work.congress.get(), self._floor.clock.now())
        came, excused = attended(work, session)
        return credentials_of(
            self._roster.read(work), came=came, excused=excused, opens=heading.opens, rules=credentials_rules(work)
        )


def attended(work: Work, session: SessionId | None) -> tuple[set[DelegateId], set[DelegateId]]:
    """Who came, and who has leave: in the session, or in any session of the congress."""
    came: set[DelegateId] = set()
    excused: set[DelegateId] = set()
    for one in [the_session(work, session)] if session is not None else work.sessions.all():
        for delegate, attendance in fold(one, work.journal.of_session(one.id)).attendances.items():
            if attendance.has_come:
                came.add(delegate)
            elif attendance.excuse is not None and attendance.excuse.with_leave:
                excused.add(delegate)
    return came, excused


def credentials_rules(work: Work) -> CredentialsRules:
    written = {
        name.removeprefix(_RULE): text for name, text in work.congress.rules().items() if name.startswith(_RULE)
    }
    usual_rules = CredentialsRules()
    day = written.get("age_on", "")
    return CredentialsRules(
        base=Base(written.get("base", usual_rules.base)),
        age_on=dt.date.fromisoformat(day) if day else None,
        brackets=written.get("brackets", usual_rules.brackets),
        party_brackets=written.get("party_brackets", usual_rules.party_brackets),
        rounding=Rounding(written.get("rounding", usual_rules.rounding)),
        decimals=int(written.get("decimals", usual_rules.decimals)),
        young_under=int(written.get("young_under", usual_rules.young_under)),
        women_goal=Fraction(written.get("women_goal", usual_rules.women_goal)),
        young_goal=Fraction(written.get("young_goal", usual_rules.young_goal)),
        science_goal=Fraction(written.get("science_goal", usual_rules.science_goal)),
        committee=tuple(json.loads(written.get("committee", "[]"))),
    )


def _written(rules: CredentialsRules) -> dict[str, str]:
    values = {
        "base": rules.base.value,
        "age_on": rules.age_on.isoformat() if rules.age_on else "",
        "brackets": rules.brackets.strip(),
        "party_brackets": rules.party_brackets.strip(),
        "rounding": rules.rounding.value,
        "decimals": str(rules.decimals),
        "young_under": str(rules.young_under),
        "women_goal": str(rules.women_goal),
        "young_goal": str(rules.young_goal),
        "science_goal": str(rules.science_goal),
        "committee": json.dumps(list(rules.committee), ensure_ascii=False),
    }
    return {_RULE + name: value for name, value in values.items()}


def _wordings(work: Work) -> dict[tuple[str, str], Wording]:
    return latest_wordings(work.journal.of_kinds([Kind.CREDENTIALS_TEXT_WRITTEN]))


def _body(made: Wording | None) -> dict[str, object]:
    if made is None:
        return {"template": "", "figures": {}, "fixed": []}
    return {"template": made.template, "figures": dict(made.figures), "fixed": list(made.fixed)}
