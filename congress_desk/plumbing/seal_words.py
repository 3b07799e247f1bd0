"""What people are told of a file that was compared with the journal, and of its signatures: sure things first.

That no byte changed is one answer, whose signature it is another, and conformance to an archive standard a third,
which nobody here has proved; each is said by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.seals import Standing
from congress_desk.plumbing.texts import marked

STANDINGS: Mapping[Standing, str] = {
    Standing.SEALED: marked("This is the sealed record {id}, byte for byte. It was sealed at {desk} on {moment}."),
    Standing.SIGNED: marked(
        "This is the sealed record {id}, byte for byte, with the signatures put on it here. It was sealed at "
        "{desk} on {moment}."
    ),
    Standing.ADDED_TO: marked(
        "The sealed record {id} is in this file unchanged, but something was added after it elsewhere. Look at the "
        "signatures, or ask for the file as it was signed here."
    ),
    Standing.PRINTED: marked("This file was printed by this congress on {moment}. It was never sealed."),
    Standing.SAME_CONTENT: marked(
        "This is not the file that was sealed or printed. Its symbol names the record {id} of this congress: compare "
        "every figure with the sealed file. A scan of the paper looks like this too."
    ),
    Standing.UNKNOWN_CONTENT: marked(
        "This file was not sealed. Its symbol names this congress, but no record that was printed or sealed here."
    ),
    Standing.OTHER_CONGRESS: marked("This file belongs to another congress: its symbol says so."),
    Standing.UNKNOWN: marked("This file is not known to this congress. It was not sealed, and not printed here."),
}
INTACT = marked("Signature of {name}, {moment}: nothing in the signed file was changed.")
INTACT_NOT_WHOLE = marked(
    "Signature of {name}, {moment}: what was signed is unchanged, but other things were changed after it."
)
BROKEN = marked("Signature of {name}, {moment}: the file was changed after it was signed. Do not rely on it.")
TRUSTS: Mapping[str, str] = {
    "trusted": marked("The certificate leads to a root that this desk trusts."),
    "no_roots": marked(
        "Whose certificate it is was not checked: this desk was given no root certificates (settings, signing)."
    ),
    "unknown_issuer": marked("The certificate comes from an issuer whom this desk was not told to trust."),
    "expired": marked("The certificate was not valid at that time."),
    "revoked": marked("The certificate was revoked."),
    "other": marked("The certificate could not be checked."),
}
REVOCATION = marked("Whether the certificate was revoked was not asked; that needs a network.")
TIME_STAMPED = marked("The time was given by a time-stamp authority.")
OWN_TIME = marked("The time is the signer's own; no time-stamp authority vouches for it.")
NO_SIGNATURES = marked("It carries no signature.")
ARCHIVE_MARKS = marked(
    "It carries the marks of PDF/A-2b for the archive; whether it conforms in everything was not checked."
)
