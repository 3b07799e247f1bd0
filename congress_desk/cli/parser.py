"""The words of the command line. Names and keys are stable: offices script with them."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Mapping, Sequence

from congress_desk.cli import (
    absence_commands,
    agenda_commands,
    checkin_commands,
    congress_commands,
    count_commands,
    credentials_commands,
    delegate_commands,
    document_commands,
    election_commands,
    evaluation_command,
    face_commands,
    library_paper_commands,
    model_commands,
    opinion_commands,
    portal_commands,
    print_commands,
    record_commands,
    rights_commands,
    seal_commands,
    seat_commands,
    session_commands,
    speech_commands,
    stage_commands,
    standing_commands,
    turn_commands,
    vote_commands,
)
from congress_desk.cli.grammar import Grammar, Parser, VersionWanted, commands_of
from congress_desk.plumbing.texts import Words, marked

ABOUT = marked("The secretariat's desk for a congress. Without a command it opens the app.")
EXAMPLES = """\
  congress-desk --rehearsal
  congress-desk hall.congress
  congress-desk create hall.congress --title "Đại hội ..." --convening-body "Tỉnh ủy ..." --opens 2025-09-22
  congress-desk delegates import hall.congress list.xlsx --photos photos/ --dry-run
  congress-desk sessions add hall.congress --name "Khai mạc" --starts 2025-09-22T07:00 --ends 2025-09-22T11:30
  congress-desk check-in card hall.congress 17560396385 --session "Khai mạc" --json
  congress-desk status hall.congress --session 1 --json
  congress-desk print attendance hall.congress --session 1 --lang vi --out attendance.pdf
  congress-desk check-in card --help"""
GUIDE = (
    marked("FILE is the congress file: one file that holds everything. The first two examples open the app."),
    marked(
        "S is a session: its id, its name, or its number in order of time. DELEGATE is an id, a badge code, a card "
        "number, a citizen number, or a name; when several match, nothing is done and all of them are shown."
    ),
    marked("TIME is ISO time; without an offset it is the congress's own time."),
    marked("--json answers with stable keys and codes; without it the answer is for people."),
    marked(
        "Exit status: 0 done; 2 refused by a rule, with the reason code; 1 trouble with a file, the disk, a device, "
        "or a command written wrongly."
    ),
    marked(
        "The language is that of the app on this computer, or of the environment (LANG); "
        "CONGRESS_DESK_LANGUAGE=vi, en or ar decides."
    ),
)


def make_parser(say: Words) -> argparse.ArgumentParser:
    parser = Parser(say=say, prog="congress-desk", description=say(ABOUT))
    parser.add_argument("--version", action=VersionWanted, nargs=0, help=say("show the version of the program"))
    top = Grammar(say, commands_of(parser, dest="command"))
    congress_commands.describe_commands(top)
    delegates = top.group("delegates", say("who is a delegate: lists, sheets, photos, standing, badges"))
    delegate_commands.describe_lists(delegates)
    delegate_commands.describe_people(delegates)
    standing_commands.describe_standing(delegates)
    sessions = top.group("sessions", say("the half-days of the congress"))
    session_commands.describe_commands(sessions)
    check_in = top.group("check-in", say("register a delegate for a session"))
    checkin_commands.describe_ways(check_in)
    face_commands.describe_check_in(check_in)
    checkin_commands.describe_records(top)
    absences = top.group("absences", say("leave asked for: request, head of delegation, decision"))
    absence_commands.describe_commands(absences)
    congress_commands.describe_figures(top)
    rights_commands.describe_consent(top)
    faces = top.group("faces", say("face templates, made only of those who agreed"))
    face_commands.describe_templates(faces)
    rights_commands.describe_rights(faces)
    evaluation_command.describe_evaluation(faces)
    model_commands.describe_models(faces)
    groups = {
        "delegates": delegates,
        "sessions": sessions,
        "check-in": check_in,
        "absences": absences,
        "faces": faces,
    }
    groups |= _describe_papers(top) | _describe_hall(top)
    credentials_commands.describe_commands(top)
    print_commands.describe_commands(top)
    records = top.group("records", say("seal, sign and verify records; words of minutes and resolution"))
    record_commands.describe_commands(records)
    rights_commands.describe_looks(top)
    groups["records"] = records
    parser.epilog = _guide(say, groups)
    return parser


def _describe_papers(top: Grammar) -> dict[str, Grammar]:
    """Documents, opinions, the portal, seats."""
    say = top.say
    documents = top.group("documents", say("documents as QR codes: take in, hand out, count, call back"))
    document_commands.describe_commands(documents)
    document_commands.describe_handing_out(documents)
    library_paper_commands.describe_commands(documents)
    opinions = top.group("opinions", say("opinions of delegates on drafts"))
    opinion_commands.describe_commands(opinions)
    portal = top.group("portal", say("the documents' own web page in the hall's network"))
    portal_commands.describe_commands(portal)
    seats = top.group("seats", say("who sits where, in each seating plan"))
    seat_commands.describe_commands(seats)
    return {"documents": documents, "opinions": opinions, "portal": portal, "seats": seats}


def _describe_hall(top: Grammar) -> dict[str, Grammar]:
    """What happens in the hall: programme, speeches, second screen, votes, elections."""
    say = top.say
    agenda = top.group("agenda", say("the programme: take in, write, run, announce, print"))
    agenda_commands.describe_taking_in(agenda)
    agenda_commands.describe_writing(agenda)
    agenda_commands.describe_running(agenda)
    speeches = top.group("speeches", say("presentations and the floor: register, microphone, figures"))
    speech_commands.describe_register(speeches)
    turn_commands.describe_microphone(speeches)
    turn_commands.describe_floor(speeches)
    stage = top.group("stage", say("the second screen: what is on air, clips, walls"))
    stage_commands.describe_commands(stage)
    stage_commands.describe_cues(stage)
    votes = top.group("votes", say("votes by show of hands"))
    vote_commands.describe_commands(votes)
    elections = top.group("elections", say("elections by secret ballot: list, ballots, count, seal"))
    election_commands.describe_commands(elections)
    count_commands.describe_ways(elections)
    count_commands.describe_batches(elections)
    seal_commands.describe_commands(elections)
    return {"agenda": agenda, "speeches": speeches, "stage": stage, "votes": votes, "elections": elections}


def command_names() -> Sequence[str]:
    """The first words that make a call a command and not a file to open."""
    words = ("create", "rehearse", "describe", "rules", "delegates", "sessions", "check-in", "excuse", "void")
    return (
        *words,
        "absences",
        "readings",
        "looks",
        "status",
        "verify",
        "backup",
        "consent",
        "faces",
        "documents",
        "opinions",
        "votes",
        "elections",
        "portal",
        "seats",
        "credentials",
        "credentials-text",
        "credentials-rules",
        "agenda",
        "speeches",
        "stage",
        "print",
        "records",
        "--help",
        "-h",
        "--version",
    )


def _guide(say: Words, groups: Mapping[str, Grammar]) -> str:
    acts = [f"  {name:<10}{' '.join(group.commands.choices)}" for name, group in groups.items()]
    told = [textwrap.fill(say(one), 110, initial_indent="  ", subsequent_indent="    ") for one in GUIDE]
    inside, examples, good_to_know = say("inside the groups"), say("examples"), say("good to know")
    return "\n".join([f"{inside}:", *acts, "", f"{examples}:", EXAMPLES, "", f"{good_to_know}:", *told])
