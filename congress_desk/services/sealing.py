"""Sealing a record: the finished PDF gets its marks for the archive, and its hash goes into the journal; then it is
signed, by one person after another, and compared again whenever somebody asks whether it is the one.

Whether a file is the sealed one is answered by the journal alone. What its signatures are worth is another answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.record_marks import RecordMark, belongs_to, read_mark
from congress_desk.domain.records import NOT_SEALED, Form
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seals import SEAL_KINDS, Comparison, Seal, Standing, compared, seals_of
from congress_desk.services.floor import Floor
from congress_desk.services.keeping import kept
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.printer import Pages
from congress_desk.services.ports.sealing import (
    Archiving,
    Signatory,
    SignatureFound,
    Signing,
    SigningKey,
    SigningTerms,
    Stamp,
    Stamps,
    TokenFound,
)
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordsService

CodesInPdf = Callable[[bytes], Sequence[str]]  # what the symbols on its pages say


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSettings:
    """Of this desk. roots: certificate files; time_stamp_address: "" for none. Both off without a network."""

    roots: tuple[Path, ...] = ()
    time_stamp_address: str = ""
    check_revocation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """comparison: by the journal; signatures: by the file itself, in order of signing."""

    comparison: Comparison
    signatures: tuple[SignatureFound, ...]
    archive_marks: bool  # the file is the sealed one and carries those of PDF/A-2b

    @property
    def good(self) -> bool:
        return self.comparison.genuine and all(one.holds for one in self.signatures)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealingTools:
    """What of the outside sealing needs."""

    signing: Signing
    archiving: Archiving
    stamps: Stamps
    pages: Pages
    codes: CodesInPdf
    files: DocumentFiles  # beside the congress file: every sealed and signed file is kept there
    settings: Callable[[], SigningSettings]


class SealingService:
    def __init__(self, floor: Floor, records: RecordsService, tools: SealingTools) -> None:
        self._floor = floor
        self._records = records
        self._tools = tools

    def seal(
        self,
        form: Form,
        session: SessionId | None = None,
        *,
        language: str,
        subject: str = "",
        options: Mapping[str, str] | None = None,
    ) -> tuple[bytes, Seal]:
        """A record as it stands now, finished for the archive; its hash is in the journal from now on.

        Refusal: NOT_A_RECORD. Refusal and Trouble: as records.preview; CANNOT_WRITE, DISK_FULL where it cannot be
        kept.
        """
        if form in NOT_SEALED:
            raise Refusal(Reason.NOT_A_RECORD, form=form.value)
        self._floor.store.assure_writable()
        printed = self._records.preview(form, session, language=language, subject=subject, options=options)
        mark = self._records.mark_of(printed)
        assert mark is not None
        now = self._floor.clock.now()
        with self._floor.reading() as work:
            zone = _zone(work)
        pdf = self._tools.archiving.for_archive(printed, language=language, made_at=now.astimezone(zone))
        kept(self._tools.files, pdf)
        event = self._note_sealed(pdf, mark, session, subject)
        return pdf, seals_of([event])[0]

    def sign(
        self, pdf: bytes, key: SigningKey, *, role: str = "", time_stamp: str | None = None
    ) -> tuple[bytes, Seal]:
        """One more signature on a sealed record, with its visible stamp.

        time_stamp: address of the authority to be asked, "" for none; None for that of the settings.
        Refusal: NOT_SEALED, SEAL_BROKEN, CERTIFICATE_NOT_VALID. Trouble: those of ports.sealing.Signing.sign.
        """
        self._floor.store.assure_writable()
        seal = self._sealed(pdf)
        now = self._floor.clock.now()
        who = self._tools.signing.signatory(key)
        if not who.valid_from <= now <= who.valid_until:
            raise Refusal(Reason.CERTIFICATE_NOT_VALID, name=who.name)
        with self._floor.reading() as work:
            zone, place = _zone(work), work.congress.get().place
        stamp = Stamp(
            name=who.name,
            organisation=who.organisation,
            email=who.email,
            role=role,
            at=now.astimezone(zone),
            language=seal.language,
        )
        address = self.settings.time_stamp_address if time_stamp is None else time_stamp
        terms = SigningTerms(reason=role or seal.id, place=place, time_stamp_address=address)
        signed = self._tools.signing.sign(pdf, key, terms, self._tools.stamps.draw(stamp))
        kept(self._tools.files, signed)
        self._note_signed(signed, seal, who, role)
        return signed, self._sealed(signed)

    def seals(self) -> tuple[Seal, ...]:
        """Every sealed record, in order of sealing."""
        with self._floor.reading() as work:
            return seals_of(work.journal.of_kinds(SEAL_KINDS))

    def back_up(self, folder: Path) -> None:
        """All sealed and signed files into the folder beside a backup. Trouble: CANNOT_WRITE, DISK_FULL."""
        names = [version.sha256 for seal in self.seals() for version in seal.versions]
        if names:
            self._tools.files.copy_to(folder, names)

    def tokens(self, library: Path) -> tuple[TokenFound, ...]:
        """The signing tokens that are put in. Trouble: NO_SUCH_FILE, NOT_A_TOKEN_LIBRARY."""
        return self._tools.signing.tokens(library)

    def named_in(self, certificates: Path) -> tuple[str, ...]:
        """Whom the certificates of a file name. Trouble: CANNOT_READ."""
        return self._tools.signing.named_in(certificates)

    @property
    def settings(self) -> SigningSettings:
        """Of this desk, as they are now."""
        return self._tools.settings()

    def examine(self, pdf: bytes, asked: SigningSettings | None = None) -> Examination:
        """Whether this file is the one that was sealed, and what its signatures say. asked: instead of the settings.

        Trouble: NOT_A_PDF, CANNOT_READ (of a root certificate).
        """
        settings = asked or self.settings
        signatures = self._tools.signing.signatures(pdf, settings.roots, check_revocation=settings.check_revocation)
        comparison = self.compare(pdf)
        return Examination(
            comparison=comparison,
            signatures=signatures,
            archive_marks=comparison.genuine and self._tools.archiving.has_marks(pdf),
        )

    def compare(self, pdf: bytes) -> Comparison:
        """By the journal alone, whatever the file is; its symbol is read where its bytes are not known."""
        with self._floor.reading() as work:
            seals = seals_of(work.journal.of_kinds(SEAL_KINDS))
            printed = work.journal.of_kinds([Kind.PRINTED])
            congress = work.congress.get().id
        found = compared(pdf, seals, printed, None, ours=True)
        if found.standing is not Standing.UNKNOWN:
            return found
        mark = self._mark_on(pdf)
        return compared(pdf, seals, printed, mark, ours=mark is not None and belongs_to(mark, congress))

    def _mark_on(self, pdf: bytes) -> RecordMark | None:
        marks = (read_mark(code) for code in self._tools.codes(pdf))
        return next((mark for mark in marks if mark is not None), None)

    def _sealed(self, pdf: bytes) -> Seal:
        found = self.compare(pdf)
        if found.standing is Standing.ADDED_TO:
            raise Refusal(Reason.SEAL_BROKEN)
        if not found.genuine or found.seal is None:
            raise Refusal(Reason.NOT_SEALED)
        return found.seal

    def _note_sealed(self, pdf: bytes, mark: RecordMark, session: SessionId | None, subject: str) -> Event:
        with self._floor.act() as act:
            body = {
                "form": mark.form,
                "language": mark.language,
                "id": mark.id,
                "content": mark.content,
                "subject": subject,
                "pages": self._tools.pages.count(pdf),
                **_version(pdf),
            }
            return act.write(Kind.RECORD_SEALED, session=session, body=body)

    def _note_signed(self, signed: bytes, seal: Seal, who: Signatory, role: str) -> Event:
        with self._floor.act() as act:
            body = {
                "signer": who.name,
                "organisation": who.organisation,
                "certificate": who.certificate,
                "role": role,
                **_version(signed),
            }
            return act.write(Kind.RECORD_SIGNED, session=seal.session, about=seal.event, body=body)


def _version(pdf: bytes) -> dict[str, object]:
    return {"sha256": hashlib.sha256(pdf).hexdigest(), "size": len(pdf)}


def _zone(work: Work) -> ZoneInfo:
    return ZoneInfo(work.congress.get().zone)
