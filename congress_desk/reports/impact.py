"""Face identification for the impact assessment: purpose, data, basis, keeping, deciding, ending, risks.

Every setting and figure comes with the record, as it is in the file on the day of printing; what a program cannot
know is left as a line to be written on.
"""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.consent import Answer
from congress_desk.domain.rights_records import ImpactRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.impact_deciding import add_deciding, add_models
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

LINE = "." * 70


def render_impact(record: ImpactRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("FACE IDENTIFICATION: IMPACT ASSESSMENT"), say("settings and figures in force"))
    _add_purpose(paper, record)
    _add_people(paper, record)
    _add_basis(paper, record)
    _add_keeping(paper, record)
    _add_access(paper, record)
    section(paper, say("6. How a face is decided on"))
    add_deciding(paper, record)
    section(paper, say("7. The face model"))
    add_models(paper, record)
    _add_end(paper, record)
    _add_alternatives(paper, record)
    _add_risks(paper, record)
    _add_by_hand(paper)
    paper.signatures(
        (say("WHO ASSESSED"), say("(signature and full name)")),
        (say("ON BEHALF OF THE CONVENING COMMITTEE"), say("(signature and full name)")),
    )
    return paper.finish(say("Impact assessment"))


def section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("table")) * 0.6)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(2)


def sentence(paper: Paper, text: str) -> None:
    paper.text(text, part="table", justified=True)
    paper.room(2)


def facts_table(paper: Paper, facts: Sequence[tuple[str, str]]) -> None:
    say = paper.say
    columns = [Column(title=say("Matter"), share=70), Column(title=say("In force here"), share=120)]
    paper.table(columns, [Row(cells=fact) for fact in facts], whole=True)


def _add_purpose(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    section(paper, say("1. Purpose and who is responsible"))
    told = say("To recognise delegates at the check-in of this congress, for its record of attendance; nothing else.")
    facts_table(
        paper,
        (
            (say("Purpose"), told),
            (say("Congress"), say.put(record.heading.title)),
            (say("Decides on purpose and means"), say.put(record.heading.convening_body)),
        ),
    )


def _add_people(paper: Paper, record: ImpactRecord) -> None:
    say, figures = paper.say, record.figures
    section(paper, say("2. Data and people"))
    sentence(
        paper,
        say(
            "A face template is computed from a delegate's photo and, where the agreed text says so, at most three "
            "more from check-ins that an operator confirmed and that were sure by the photo alone. Templates are "
            "biometric, so they are sensitive personal data. Pictures of the camera are never stored; no sound, no "
            "place, no movement is recorded."
        ),
    )
    columns = [
        Column(title=say("People and data"), share=130),
        Column(title=say("Number"), share=26, align=Align.FIGURES),
        Column(title=say("Share of the list"), share=36, align=Align.FIGURES),
    ]
    people = (
        (say("Persons on the list"), figures.everybody),
        (say("- agreed"), figures.counts[Answer.AGREED]),
        (say("- refused"), figures.counts[Answer.REFUSED]),
        (say("- withdrew"), figures.counts[Answer.WITHDRAWN]),
        (say("- not asked"), figures.not_asked),
        (say("Persons with a face template"), figures.enrolled),
    )
    rows = [Row(cells=(name, str(count), say.share(count, figures.everybody))) for name, count in people]
    rows.append(Row(cells=(say("Templates"), str(figures.templates), "-")))
    rows.append(Row(cells=(say("- of check-ins that an operator confirmed"), str(figures.added), "-")))
    rows.append(Row(cells=(say("Photos taken at the desk"), str(figures.desk_photos), "-")))
    for version, count in figures.by_text:
        told = say("Agreed to the text {version}", version=version or "-")
        rows.append(Row(cells=(told, str(count), say.share(count, figures.everybody))))
    paper.table(columns, rows)


def _add_basis(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    section(paper, say("3. Legal basis"))
    sentence(
        paper,
        say(
            "The consent of each person, given for this purpose alone, recorded with text, way, taker and time, and "
            "withdrawn as easily: Law on Personal Data Protection No. 91/2025/QH15, in force since 1 January 2026, "
            "articles 4, 9 and 31, and Decree 356/2025/NĐ-CP. Where the GDPR applies: article 9(2)(a), explicit "
            "consent. This paper serves the assessment of article 21 of the Law and article 35 of the GDPR."
        ),
    )
    if record.figures.not_asked:
        sentence(paper, say("Whoever has not answered has not agreed and is not enrolled."))


def _add_keeping(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    section(paper, say("4. Where it is kept, and how it is protected"))
    if record.erasure is not None and not record.figures.templates:
        key = say("None: it was destroyed with the templates.")
    elif record.scrypt_cost:
        key = say(
            "One key for this congress, of 256 random bits; in the file only wrapped under the secretariat's "
            "passphrase (scrypt, N = {cost}, r = 8, p = 1), and open on computers where the passphrase was given.",
            cost=record.scrypt_cost,
        )
    else:
        key = say(
            "One key for this congress, of 256 random bits, in the folder of the user who prepared the faces, apart "
            "from the file. No passphrase is set."
        )
    facts_table(
        paper,
        (
            (say("Place"), say("The congress file {file} on the secretariat's computer", file=record.file)),
            (say("Sent to others"), say("Nothing. Identification needs no network.")),
            (say("Encryption of templates"), say("AES-256-GCM, each template bound to its person and its model")),
            (say("Key"), key),
            (say("Erased bytes"), say("Overwritten in the file at once (secure_delete); the log is emptied")),
        ),
    )


def _add_access(paper: Paper, record: ImpactRecord) -> None:
    say, figures = paper.say, record.figures
    section(paper, say("5. Who has had access"))
    sentence(
        paper,
        say(
            "Whoever works at a desk of this congress. Every act is in a journal that cannot be changed unnoticed; "
            "in it are {exports} tables exported or lists of consents shown, and {prints} printings.",
            exports=figures.exports,
            prints=figures.prints,
        ),
    )
    columns = [
        Column(title=say("Desk"), share=70),
        Column(title=say("User of the computer"), share=70),
        Column(title=say("Acts in the journal"), share=40, align=Align.FIGURES),
    ]
    rows = [Row(cells=(say.put(desk), say.put(actor), str(count))) for desk, actor, count in record.actors]
    paper.table(columns, rows)


def _add_end(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    section(paper, say("8. How long"))
    days = record.erase_after_days
    if record.erase_by is not None:
        date = say.date(record.erase_by)
        due = say("{count} days after the last session, on {date} at the latest", count=days, date=date)
    else:
        due = say("{count} days after the last session; no session is planned yet", count=days)
    facts = [
        (say("Templates"), due),
        (say("At a withdrawal"), say("Template and a photo taken at the desk are erased at once")),
        (say("Record of attendance"), say("Remains; it does not depend on faces and holds none")),
    ]
    if record.erasure is not None:
        moment = local(paper.heading, record.erasure.at)
        told = say("On {date} at {time}", date=say.date(moment.date()), time=say.time(moment))
        facts.append((say("Erased"), told))
    facts_table(paper, facts)


def _add_alternatives(paper: Paper, record: ImpactRecord) -> None:
    """That the card is an equal way is shown by how many took it."""
    say, arrivals = paper.say, record.figures.arrivals
    section(paper, say("9. Alternatives"))
    sentence(
        paper,
        say(
            "Badge, chip card, citizen card, number and name are read at the same desk, on the same screen, whether "
            "the camera runs or not. Of {count} arrivals recorded so far, {faces} were by face.",
            count=sum(arrivals.values()),
            faces=sum(count for method, count in arrivals.items() if method == "face"),
        ),
    )


def _add_risks(paper: Paper, record: ImpactRecord) -> None:
    say = paper.say
    section(paper, say("10. Risks and what is done about them"))
    if record.auto_accept:
        deciding = say("Very sure faces are accepted without a key press at this congress; look-alikes never are.")
    else:
        deciding = say("A person compares photo and face, and confirms by a key; nothing is accepted by itself.")
    if record.scrypt_cost:
        copied = say("Templates in a copy do not open without the key or the passphrase.")
    else:
        copied = say("Templates in a copy do not open: the key is not in the file.")
    risks = (
        (say("A wrong person is recognised"), deciding),
        (say("A group of people is recognised less well"), say("The thresholds come from the people enrolled here.")),
        (say("A copy of the file is lost or stolen"), copied),
        (say("Somebody feels pressed to agree"), say("No takes one mark, like yes, and is never asked again.")),
        (say("A picture is held before the camera"), say("An operator is always there; no unattended mode exists.")),
        (say("Data are kept too long"), say("The desk reminds of the day; the certificate shows what was checked.")),
        (say("Somebody looks without need"), say("Exports, printings and lists of consents are in the journal.")),
    )
    columns = [Column(title=say("Risk"), share=80), Column(title=say("Measure in force"), share=120)]
    paper.table(columns, [Row(cells=risk) for risk in risks])


def _add_by_hand(paper: Paper) -> None:
    say = paper.say
    section(paper, say("11. To be written by hand"))
    for name in (
        say("Responsible for personal data"),
        say("Judgement of the remaining risk"),
        say("Sent to the authority on"),
    ):
        paper.text(f"{name}: {LINE}", part="table", keeps_next=True)
        paper.room(2)
