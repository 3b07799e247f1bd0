"""A record whose signer lost the certificate, checked from the command line (with openssl as the trust centre)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.trust_services import PASSPHRASE, TrustCentre


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[TrustCentre]:
    (tmp_path / "trust").mkdir()
    made = TrustCentre(tmp_path / "trust")
    yield made
    made.close()


def test_the_file_is_the_sealed_one_and_its_signature_holds_no_more(
    desk: Desk, centre: TrustCentre, tmp_path: Path
) -> None:
    sealed, signed, secret = tmp_path / "sealed.pdf", tmp_path / "signed.pdf", tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    desk("records seal", "delegates", "--out", str(sealed))
    key = centre.key_file("Nguyễn Thuỳ Phượng", revocation="ocsp")
    given = ("--p12", str(key), "--secret-file", str(secret), "--time-stamp", centre.stamps_address)
    desk("records sign", str(sealed), *given, "--out", str(signed))
    asked = (str(signed), "--root", str(centre.root), "--revocation")
    found = desk("records verify", *asked)
    (one,) = found["signatures"]
    assert (found["ok"], one["trust"], one["time_trusted"], one["revocation_checked"]) == (
        True,
        "trusted",
        True,
        True,
    )
    centre.revoke(key, dt.datetime.now(dt.UTC) - dt.timedelta(days=1))
    found = desk("records verify", *asked, status=2)
    assert (found["standing"], found["reason"]) == ("signed", "signature_not_valid")
    assert "Nguyễn Thuỳ Phượng does not hold" in found["message"]
    said = desk.say("records verify", *asked)
    assert said.status == 2
    assert "revoked" in said.err + said.out
