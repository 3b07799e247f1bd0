"""Examines the signatures of a PDF: is every signed byte as it was, and whom does the certificate name.

Trust is another question than integrity: without root certificates nobody can say who stands behind a signature,
and without a network nobody can say whether its certificate was revoked. Both are told apart from what is sure.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.devices.signing.keys import named, organisation_of
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.sealing import SignatureFound, Trust

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext


def signatures(pdf: bytes, roots: Sequence[Path], *, check_revocation: bool) -> tuple[SignatureFound, ...]:
    """In order of signing. Trouble: NOT_A_PDF, CANNOT_READ(path)."""
    trusted = [root for path in roots for root in _certificates(path)]
    reader = _reader(pdf)
    try:
        embedded = list(reader.embedded_signatures)
    except Exception as error:  # a changed byte may break the reader anywhere; the file is then no signed record
        raise Trouble(Problem.NOT_A_PDF) from error
    return tuple(_examined(one, trusted, check_revocation=check_revocation) for one in embedded)


def named_in(path: Path) -> tuple[str, ...]:
    """Whom the certificates of a file name. Trouble: CANNOT_READ."""
    return tuple(named(one) for one in _certificates(path))


def _reader(pdf: bytes) -> PdfFileReader:
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        return PdfFileReader(io.BytesIO(pdf))
    except Exception as error:  # as above: whatever the reader stumbles over
        raise Trouble(Problem.NOT_A_PDF) from error


def _examined(embedded: Any, trusted: Sequence[Any], *, check_revocation: bool) -> SignatureFound:
    from pyhanko.sign.validation import validate_pdf_signature

    certificate = embedded.signer_cert
    facts: dict[str, Any] = {
        "signer": named(certificate) if certificate is not None else "",
        "organisation": organisation_of(certificate) if certificate is not None else "",
        "signed_at": embedded.self_reported_timestamp,
    }
    try:
        context = _context(trusted, check_revocation=check_revocation)
        status = validate_pdf_signature(embedded, context, _of_stamps(trusted, check_revocation=check_revocation))
        trust, asked = _trust(embedded, status, trusted, check_revocation=check_revocation)
    except Exception:  # as above: what cannot be validated is not intact
        return SignatureFound(intact=False, whole=False, trust=Trust.OTHER, **facts)
    stamp: Any = status.timestamp_validity
    stamped = stamp is not None and bool(stamp.intact and stamp.valid)
    return SignatureFound(
        intact=bool(status.intact and status.valid),
        whole=_covers_all(status),
        trust=trust,
        time_stamped=stamped,
        time_trusted=stamped and bool(stamp.trusted),
        revocation_checked=asked,
        **(facts | {"signed_at": stamp.timestamp} if stamped else facts),
    )


def _context(
    trusted: Sequence[Any], *, check_revocation: bool, moment: dt.datetime | None = None
) -> ValidationContext:
    """moment: of signing, for a certificate that is no longer valid; None for now."""
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=list(trusted),
        moment=moment,
        allow_fetching=check_revocation,
        revocation_mode="require" if check_revocation else "soft-fail",
        retroactive_revinfo=moment is not None,
    )


def _of_stamps(trusted: Sequence[Any], *, check_revocation: bool) -> ValidationContext:
    """Of a time-stamp authority it is asked only where its certificate says whom."""
    from pyhanko_certvalidator import ValidationContext

    mode = "hard-fail" if check_revocation else "soft-fail"
    return ValidationContext(trust_roots=list(trusted), allow_fetching=check_revocation, revocation_mode=mode)


def _covers_all(status: Any) -> bool:
    """The signature covers its whole revision, and later ones are signatures and nothing else."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return False
    level = status.modification_level
    return level is None or level <= ModificationLevel.FORM_FILLING


def _trust(embedded: Any, status: Any, trusted: Sequence[Any], *, check_revocation: bool) -> tuple[Trust, bool]:
    """And whether its issuer said if it was revoked. What is not valid now may have been when it signed."""
    if status.trusted:
        return Trust.TRUSTED, check_revocation
    if not trusted:
        return Trust.NO_ROOTS, False
    found = _problem(status)
    stamp = status.timestamp_validity
    vouched = stamp.timestamp if stamp is not None and stamp.intact and stamp.trusted else None
    if found is Trust.REVOKED:  # the signer's own clock proves nothing against it
        revoked = status.revocation_details.revocation_date if status.revocation_details else None
        return (Trust.REVOKED_SINCE if vouched and revoked and vouched < revoked else found), True
    if found is Trust.EXPIRED:
        return _expired(embedded, trusted, vouched or embedded.self_reported_timestamp, asks=check_revocation)
    if found is Trust.OTHER and check_revocation and _is_trusted(embedded, _context(trusted, check_revocation=False)):
        return Trust.NO_ANSWER, False
    return found, False


def _expired(embedded: Any, trusted: Sequence[Any], moment: dt.datetime | None, *, asks: bool) -> tuple[Trust, bool]:
    """As of the moment of signing. Issuers seldom answer for what has expired: that is no fault of the signature."""
    if moment is None or not _is_trusted(embedded, _context(trusted, check_revocation=False, moment=moment)):
        return Trust.EXPIRED, False
    if not asks:
        return Trust.EXPIRED_SINCE, False
    status = _validated(embedded, _context(trusted, check_revocation=True, moment=moment))
    if not status.trusted and _problem(status) is Trust.REVOKED:
        return Trust.REVOKED, True
    return Trust.EXPIRED_SINCE, bool(status.trusted)


def _is_trusted(embedded: Any, context: ValidationContext) -> bool:
    return bool(_validated(embedded, context).trusted)


def _validated(embedded: Any, context: ValidationContext) -> Any:
    from pyhanko.sign.validation import validate_pdf_signature

    return validate_pdf_signature(embedded, context, context)


def _problem(status: Any) -> Trust:
    name = status.trust_problem_indic.name if status.trust_problem_indic is not None else ""
    if "REVOKED" in name and "NOT_REVOKED" not in name:
        return Trust.REVOKED
    if "EXPIRED" in name or "OUT_OF_BOUNDS" in name or "NOT_YET" in name:
        return Trust.EXPIRED
    return Trust.UNKNOWN_ISSUER if "NO_CERTIFICATE_CHAIN" in name else Trust.OTHER


def _certificates(path: Path) -> list[Any]:
    from asn1crypto import pem, x509

    try:
        raw = path.read_bytes()
        ders = [der for _, _, der in pem.unarmor(raw, multiple=True)] if pem.detect(raw) else [raw]
        found = [x509.Certificate.load(der) for der in ders]
        for one in found:
            _ = one.native  # read through: what is none fails here
        return found
    except (OSError, ValueError) as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
