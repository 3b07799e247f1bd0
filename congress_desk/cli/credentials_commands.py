"""credentials, credentials-rules, credentials-text: the figures of the report, its rules and its words."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from congress_desk.cli.doors import Answer, Counter
from congress_desk.cli.grammar import Grammar, options_shown
from congress_desk.cli.references import the_session
from congress_desk.domain.brackets import PRESETS
from congress_desk.domain.credentials import Base, CredentialsFigures, CredentialsRules
from congress_desk.domain.journal import SessionId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.rounding import Rounding, percent, rounded
from congress_desk.plumbing.credentials_paragraphs import Paragraph
from congress_desk.plumbing.credentials_words import PARTS, row_words
from congress_desk.plumbing.texts import Language
from congress_desk.services.credentials import ParagraphText


def describe_commands(top: Grammar) -> None:
    say = top.say
    session = say("of this session's attendance; without it, of the congress until now")
    told = say(
        "the figures of the credentials report; in JSON base is the number that shares are of, share goes from 0 "
        "to 1, percent is as printed"
    )
    figures = top.command("credentials", told, _figures)
    figures.add_argument("--session", metavar="S", help=session)
    text = top.command("credentials-text", say("the words of the credentials report, figures in place"), _text)
    text.add_argument("--session", metavar="S", help=session)
    languages = [language.value for language in Language]
    text.add_argument("--lang", choices=languages, default="vi", help=say("language of the paper, vi by default"))
    text.add_argument("--paragraph", metavar="P", help=say("this paragraph only"))
    told = say("new words for the paragraph, its figures unchanged; an empty text goes back to the usual words")
    text.add_argument("--write", metavar="TEXT", help=told)
    _describe_rules(top)


def _describe_rules(top: Grammar) -> None:
    say = top.say
    rules = top.command("credentials-rules", say("how the credentials report counts; shown, or changed"), _rules)
    rules.add_argument("--base", choices=[b.value for b in Base], help=say("what shares are of"))
    told = say("day on which ages are taken (2025-09-22), or opening")
    rules.add_argument("--age-on", metavar="DAY", help=told)
    presets = ", ".join(PRESETS)
    told = say("age brackets: {presets}, or your own (<=40, 41-50, >=51)", presets=presets)
    rules.add_argument("--ages", metavar="BRACKETS", help=told)
    rules.add_argument("--party-years", metavar="BRACKETS", help=say("brackets of Party age"))
    rules.add_argument("--rounding", choices=[r.value for r in Rounding], help=say("how shares are rounded"))
    rules.add_argument("--decimals", type=int, metavar="N", help=say("decimals of the shares, 0 to 3"))
    rules.add_argument("--young-under", type=int, metavar="N", help=say("young are those under this age"))
    for name, told in (
        ("women", say("goal for women, in percent")),
        ("young", say("goal for the young, in percent")),
        ("science", say("goal for science and technology, in percent")),
    ):
        rules.add_argument(f"--{name}-goal", metavar="PERCENT", help=told)
    told = say("a member of the credentials committee; may be repeated")
    rules.add_argument("--member", action="append", metavar="NAME", help=told)


def _figures(args: argparse.Namespace, at: Counter) -> Answer:
    rules = at.desk.credentials.rules()
    figures = at.desk.credentials.figures(_session(args, at))
    rows = _rows(figures, rules, at)
    shown = {
        "base": figures.counted,
        "base_rule": figures.base.value,
        "convened": figures.convened,
        "present": figures.present,
        "excused": figures.excused,
        "absent": figures.absent,
        "age_on": figures.age_on.isoformat(),
        "mean_age": None if figures.mean_age is None else float(rounded(figures.mean_age, decimals=1)),
        "youngest": [{"full_name": a.delegate.sheet.full_name, "age": a.years} for a in figures.youngest],
        "oldest": [{"full_name": a.delegate.sheet.full_name, "age": a.years} for a in figures.oldest],
        "eligible": figures.eligible,
        "pending": figures.pending,
        "not_eligible": [d.id for d in figures.barred],
        "rounding": rules.rounding.value,
        "decimals": rules.decimals,
        "rows": rows,
    }
    lines = [
        f"{at.say(PARTS[figure.part])} · {row['title']}: {row['count']} ({row['percent']} %)"
        for figure, row in zip(figures.rows, rows, strict=True)
    ]
    return Answer(json=shown, lines=lines)


def _rows(figures: CredentialsFigures, rules: CredentialsRules, at: Counter) -> list[dict[str, Any]]:
    """share: from 0 to 1. percent: as printed, rounded by the rule of the congress."""
    return [
        {
            "part": row.part.value,
            "label": row.label,
            "title": row_words(at.say, row, rules),
            "count": row.count,
            "share": round(float(row.share), 6),
            "percent": str(percent(row.share, decimals=rules.decimals, rounding=rules.rounding)),
            "goal": None if row.goal is None else round(float(row.goal), 6),
        }
        for row in figures.rows
    ]


def _text(args: argparse.Namespace, at: Counter) -> Answer:
    session = _session(args, at)
    wanted = _paragraph(args.paragraph) if args.paragraph else None
    if args.write is not None:
        if wanted is None:
            raise Refusal(Reason.NO_SUCH_PARAGRAPH, paragraph="-", possible=_possible())
        found = at.desk.credentials.reword(wanted, args.lang, args.write, session)
        return Answer(json=_shown(found), lines=[found.text])
    told = [p for p in at.desk.credentials.paragraphs(args.lang, session) if wanted in (None, p.paragraph)]
    return Answer(json=[_shown(p) for p in told], lines=[f"[{p.paragraph.value}] {p.text}" for p in told])


def _paragraph(named: str) -> Paragraph:
    try:
        return Paragraph(named)
    except ValueError as error:
        raise Refusal(Reason.NO_SUCH_PARAGRAPH, paragraph=named, possible=_possible()) from error


def _possible() -> str:
    return ", ".join(paragraph.value for paragraph in Paragraph)


def _shown(found: ParagraphText) -> dict[str, Any]:
    return {
        "paragraph": found.paragraph.value,
        "text": found.text,
        "reworded": found.reworded,
        "stale": found.stale,
    }


def _rules(args: argparse.Namespace, at: Counter) -> Answer:
    old = at.desk.credentials.rules()
    new = replace(old, **_changes(args))
    if new != old:
        at.desk.credentials.change_rules(new)
    shown = {
        "base": new.base.value,
        "age_on": new.age_on.isoformat() if new.age_on else "opening",
        "ages": new.brackets,
        "party_years": new.party_brackets,
        "rounding": new.rounding.value,
        "decimals": new.decimals,
        "young_under": new.young_under,
        "women_goal": float(percent(new.women_goal)),
        "young_goal": float(percent(new.young_goal)),
        "science_goal": float(percent(new.science_goal)),
        "committee": list(new.committee),
    }
    given = {name: value for name, value in shown.items() if name != "committee"}
    return Answer(json=shown, lines=options_shown(given | {"member": ", ".join(new.committee)}))


def _changes(args: argparse.Namespace) -> dict[str, Any]:
    """Refusal: BAD_VALUE for a day or a share that cannot be read."""
    readers: dict[str, tuple[object, Callable[[Any], object]]] = {
        "base": (args.base, Base),
        "age_on": (args.age_on, lambda day: None if day == "opening" else dt.date.fromisoformat(day)),
        "brackets": (args.ages, str),
        "party_brackets": (args.party_years, str),
        "rounding": (args.rounding, Rounding),
        "decimals": (args.decimals, int),
        "young_under": (args.young_under, int),
        "women_goal": (args.women_goal, _share),
        "young_goal": (args.young_goal, _share),
        "science_goal": (args.science_goal, _share),
        "committee": (args.member, tuple),
    }
    found: dict[str, Any] = {}
    for name, (given, read) in readers.items():
        if given is None:
            continue
        try:
            found[name] = read(given)
        except ValueError as error:
            raise Refusal(Reason.BAD_VALUE, field=name) from error
    return found


def _share(written: str) -> Fraction:
    share = Fraction(written.replace(",", ".").rstrip("% ")) / 100
    if not 0 <= share <= 1:
        raise ValueError(written)
    return share


def _session(args: argparse.Namespace, at: Counter) -> SessionId | None:
    return the_session(at.desk, args.session).id if args.session else None
