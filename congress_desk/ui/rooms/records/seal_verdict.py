"""What a checked file is, in sentences: whether it is the sealed one, whose signatures hold, what is not known."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from congress_desk.domain.records import Form
from congress_desk.domain.seals import Seal, Standing
from congress_desk.plumbing import seal_words
from congress_desk.plumbing.texts import Words
from congress_desk.services.ports.sealing import SignatureFound
from congress_desk.services.sealing import Examination
from congress_desk.ui.rooms.records.form_words import FORMS
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.people_words import isolated

CHANGED = frozenset({Standing.ADDED_TO, Standing.SAME_CONTENT})


def verdict(found: Examination, say: Words, zone: ZoneInfo) -> str:
    """One sentence on the file and one on its signatures."""
    comparison = found.comparison
    seal, mark = comparison.seal, comparison.mark
    moment = seal.at if seal else comparison.printed_at
    named = seal.id if seal else (mark.id if mark else "")
    told = say(
        seal_words.STANDINGS[comparison.standing],
        id=isolated(named, say),
        desk=isolated(seal.desk, say) if seal else "",
        moment=moment_words(moment, say, zone),
    )
    return f"{told} {signers(found.signatures, say)}"


def tone_of_file(found: Examination) -> Tone:
    if found.good:
        return Tone.OK
    broken = any(not one.holds for one in found.signatures)
    return Tone.NO if broken or found.comparison.standing in CHANGED else Tone.ASK


def signers(signatures: tuple[SignatureFound, ...], say: Words) -> str:
    """Whose signatures are valid, and whose are not."""
    if not signatures:
        return say(seal_words.NO_SIGNATURES)
    good = [isolated(one.signer or "?", say) for one in signatures if one.holds]
    bad = [isolated(one.signer or "?", say) for one in signatures if not one.holds]
    told = [say("Valid signatures: {names}.", names=", ".join(good))] if good else []
    return " ".join([*told, say("Not valid: {names}.", names=", ".join(bad))] if bad else told)


def signature_lines(one: SignatureFound, say: Words, zone: ZoneInfo) -> list[str]:
    """What is sure first, then how far the certificate and the time are vouched for."""
    words = seal_words.INTACT if one.whole else seal_words.INTACT_NOT_WHOLE
    name = isolated(one.signer or "?", say)
    moment = moment_words(one.signed_at, say, zone)
    first = say(words if one.intact else seal_words.BROKEN, name=name, moment=moment)
    return [first, *(say(vouched) for vouched in seal_words.vouching(one))]


def moment_words(moment: dt.datetime | None, say: Words, zone: ZoneInfo) -> str:
    if moment is None:
        return "-"
    here = moment.astimezone(zone)
    return isolated(f"{say.date(here.date())} {say.time(here)}", say)


def seal_title(seal: Seal, say: Words) -> str:
    """What the sealed paper is called."""
    known = next((form for form in Form if form.value == seal.form), None)
    return say(FORMS[known][1]) if known is not None else seal.form
