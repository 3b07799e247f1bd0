"""What the credentials report prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.attendance import Session
from congress_desk.domain.credentials import CredentialsFigures, CredentialsRules
from congress_desk.domain.credentials_text import Wording
from congress_desk.domain.records import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsRecord:
    """session: whose attendance is reported; None: of the congress until now. wordings: by language, paragraph."""

    heading: Heading
    session: Session | None
    figures: CredentialsFigures
    rules: CredentialsRules
    wordings: Mapping[tuple[str, str], Wording] = field(default_factory=dict)
