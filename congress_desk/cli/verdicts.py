"""What `verify` tells of a file: whether it is the sealed one, its signatures, how far they are vouched for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from congress_desk.cli.doors import REFUSED, Answer, Counter, bytes_of
from congress_desk.domain.records import NEEDS_ROUND, OF_A_DOCUMENT, Form
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.domain.seals import Comparison, Seal
from congress_desk.plumbing import seal_words
from congress_desk.services.ports.sealing import SignatureFound
from congress_desk.services.sealing import Examination, SigningSettings

SUBJECTS = {"round": NEEDS_ROUND, "vote": frozenset({Form.VOTE_RECORD}), "document": OF_A_DOCUMENT}


def verified(path: Path, at: Counter, asked: SigningSettings | None = None) -> Answer:
    """Whether the file is the sealed one; exit status 2 where it is not, or where a signature is broken."""
    pdf = bytes_of(path)
    seals = at.desk.archive.seals
    try:
        found = seals.examine(pdf, asked)
    except Trouble as trouble:
        if trouble.problem is not Problem.NOT_A_PDF:
            raise
        found = Examination(comparison=seals.compare(pdf), signatures=(), archive_marks=False)
    lines = examination_lines(found, at)
    shown = {
        "ok": found.good,
        "standing": found.comparison.standing.value,
        "record": seal_shown(found.comparison.seal, at) if found.comparison.seal else None,
        "signatures": [_shown_signature(one, at) for one in found.signatures],
        "archive_marks": found.archive_marks,
    }
    if found.good:
        return Answer(json=shown, lines=lines)
    reason, message = "not_the_sealed_record", lines[0]
    if found.comparison.genuine:
        bad = next(one for one in found.signatures if not one.holds)
        why = at.say(seal_words.TRUSTS[bad.trust.value])
        reason, message = "signature_not_valid", at.say(seal_words.DOES_NOT_HOLD, name=bad.signer or "?", why=why)
    refused = {"status": "refused", "reason": reason, "message": message}
    return Answer(json=shown | refused, lines=lines, status=REFUSED)


def examination_lines(found: Examination, at: Counter) -> list[str]:
    say = at.say
    lines = [say(seal_words.STANDINGS[found.comparison.standing], **_places(found.comparison, at))]
    for one in found.signatures:
        words = seal_words.INTACT if one.whole else seal_words.INTACT_NOT_WHOLE
        moment = moment_words(one.signed_at, at)
        lines.append(say(words if one.intact else seal_words.BROKEN, name=one.signer or "?", moment=moment))
        lines += ["  " + say(vouched) for vouched in seal_words.vouching(one)]
    if not found.signatures:
        lines.append(say(seal_words.NO_SIGNATURES))
    if found.archive_marks:
        lines.append(say(seal_words.ARCHIVE_MARKS))
    return lines


def _places(found: Comparison, at: Counter) -> dict[str, str]:
    seal, mark = found.seal, found.mark
    moment = seal.at if seal else found.printed_at
    named = seal.id if seal else (mark.id if mark else "")
    return {"id": named, "desk": seal.desk if seal else "", "moment": moment_words(moment, at)}


def moment_words(moment: dt.datetime | None, at: Counter) -> str:
    if moment is None:
        return "-"
    here = at.local(moment)
    return f"{at.say.date(here.date())} {at.say.time(here)}"


def seal_shown(seal: Seal, at: Counter) -> dict[str, Any]:
    return {
        "id": seal.id,
        "form": seal.form,
        "language": seal.language,
        "session": seal.session,
        **{name: seal.subject or None if seal.form in forms else None for name, forms in SUBJECTS.items()},
        "sealed_at": at.iso(seal.at),
        "desk": seal.desk,
        "sha256": seal.version.sha256,
        "content": seal.content,
        "pages": seal.pages,
        "signed_by": [one.signer for one in seal.signatures],
    }


def _shown_signature(one: SignatureFound, at: Counter) -> dict[str, Any]:
    return {
        "signer": one.signer,
        "organisation": one.organisation,
        "signed_at": at.iso(one.signed_at),
        "intact": one.intact,
        "whole": one.whole,
        "trust": one.trust.value,
        "time_stamped": one.time_stamped,
        "time_trusted": one.time_trusted,
        "revocation_checked": one.revocation_checked,
    }
