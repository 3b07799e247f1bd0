"""What people are told of a file that was compared with the journal, and of its signatures: sure things first.

That no byte changed is one answer, whose signature it is another, and conformance to an archive standard a third,
which was tried on papers of each kind and never on the very file; each is said by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

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
    "expired_since": marked("The certificate was valid at that time; it has expired since."),
    "revoked": marked("The certificate was revoked, and nothing shows that it signed before that."),
    "revoked_since": marked("The certificate was revoked later; the time stamp shows that it signed before that."),
    "no_answer": marked("Its issuer did not say whether the certificate was revoked. Check again with a network."),
    "other": marked("The certificate could not be checked."),
}
NOT_REVOKED = marked("Its issuer says that it was not revoked.")
REVOCATION = marked("Whether the certificate was revoked was not asked; that needs a network.")
TIME_STAMPED = marked("The time was given by a time-stamp authority.")
UNKNOWN_STAMP = marked("The time was given by a time-stamp authority whom this desk was not told to trust.")
OWN_TIME = marked("The time is the signer's own; no time-stamp authority vouches for it.")
DOES_NOT_HOLD = marked("The signature of {name} does not hold. {why}")
NO_SIGNATURES = marked("It carries no signature.")
_ANSWERED = frozenset({"revoked", "revoked_since", "no_answer"})  # they say by themselves what is known of it
ARCHIVE_MARKS = marked(
    "It carries the marks of PDF/A-2b for the archive. Papers of this kind passed the validator veraPDF when this "
    "program was tested; this very file was not put to it."
)


class Vouched(Protocol):
    """Of services.ports.sealing.SignatureFound; trust: its value."""

    @property
    def intact(self) -> bool: ...
    @property
    def trust(self) -> str: ...
    @property
    def time_stamped(self) -> bool: ...
    @property
    def time_trusted(self) -> bool: ...
    @property
    def revocation_checked(self) -> bool: ...


def vouching(one: Vouched) -> tuple[str, ...]:
    """How far the certificate, its revocation and the time are vouched for; sentences to be said.

    Nothing of a signature that is broken: whose it is matters no more.
    """
    if not one.intact:
        return ()
    asked = () if one.trust in _ANSWERED else (NOT_REVOKED if one.revocation_checked else REVOCATION,)
    stamp = TIME_STAMPED if one.time_trusted else UNKNOWN_STAMP
    return (TRUSTS[one.trust], *asked, stamp if one.time_stamped else OWN_TIME)
