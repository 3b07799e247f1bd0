"""Signing with a token: SoftHSM2 through PKCS#11 (collected where it is installed)."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from congress_desk.devices.signing.pades import PadesSigning
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.forms import PdfForms
from congress_desk.reports.stamp import PdfStamps
from congress_desk.services.ports.sealing import SigningTerms, Stamp, Token, Trust
from tests import own_authority
from tests.reports import builders

LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")
PIN = "1234"


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Token]:
    """A token of the tests' own, with two keys and certificates on it."""
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    configuration = folder / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(configuration))
        command = ["softhsm2-util", "--init-token", "--free", "--label", "desk", "--pin", PIN, "--so-pin", "5678"]
        subprocess.run(command, check=True, capture_output=True)
        PadesSigning().tokens(LIBRARY)  # what another test's token left in the library is forgotten
        put_on_token(own_authority.person(own_authority.SECRETARY))
        put_on_token(own_authority.person(own_authority.CHAIR), "chu-tich", "khóa riêng")
        yield Token(library=LIBRARY, label="desk", key="thu-ky", pin=PIN)


def put_on_token(person: own_authority.Person, label: str = "thu-ky", key_label: str = "thu-ky") -> None:
    import pkcs11
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    plain = serialization.NoEncryption()
    key = person.key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, plain)
    certificate = person.certificate.public_bytes(serialization.Encoding.DER)
    shared = {pkcs11.Attribute.ID: label.encode(), pkcs11.Attribute.TOKEN: True}
    slot = pkcs11.lib(str(LIBRARY)).get_token(token_label="desk")
    with slot.open(rw=True, user_pin=PIN) as session:
        session.create_object({**decode_rsa_private_key(key), **shared, pkcs11.Attribute.LABEL: key_label})
        session.create_object({**decode_x509_certificate(certificate), **shared, pkcs11.Attribute.LABEL: label})


def signed(token: Token) -> bytes:
    at = dt.datetime(2025, 9, 22, 17, tzinfo=builders.ZONE)
    stamp = Stamp(name="x", organisation="", email="", role="", at=at, language="vi")
    record = PdfForms().render(builders.a_record(builders.some_delegates(3)), "vi")
    return PadesSigning().sign(record, token, SigningTerms(reason="Biên bản", place=""), PdfStamps().draw(stamp))


def test_a_key_that_never_leaves_its_token_signs(token: Token, tmp_path: Path) -> None:
    found = PadesSigning().signatures(signed(token), [own_authority.root_file(tmp_path)], check_revocation=False)
    assert [(one.signer, one.intact, one.trust) for one in found] == [(own_authority.SECRETARY, True, Trust.TRUSTED)]
    assert PadesSigning().signatory(token).name == own_authority.SECRETARY


def test_a_key_is_found_by_the_id_that_it_shares_with_its_certificate(token: Token) -> None:
    assert PadesSigning().signatory(replace(token, key="chu-tich")).name == own_authority.CHAIR
    (found,) = PadesSigning().signatures(signed(replace(token, key="chu-tich")), [], check_revocation=False)
    assert (found.signer, found.intact) == (own_authority.CHAIR, True)


def test_a_library_names_its_tokens_and_the_certificates_on_them_without_a_pin(token: Token) -> None:
    (found,) = PadesSigning().tokens(LIBRARY)
    assert (found.label, sorted(found.keys)) == ("desk", ["chu-tich", "thu-ky"])
    for library, problem in ((Path("/no.so"), Problem.NO_SUCH_FILE), (Path(__file__), Problem.NOT_A_TOKEN_LIBRARY)):
        with pytest.raises(Trouble) as caught:
            PadesSigning().tokens(library)
        assert caught.value.problem is problem


def test_a_token_that_is_put_in_later_is_found_when_one_looks_again(token: Token) -> None:
    before = PadesSigning().tokens(LIBRARY)
    command = ["softhsm2-util", "--init-token", "--free", "--label", "later", "--pin", PIN, "--so-pin", "5678"]
    subprocess.run(command, check=True, capture_output=True)
    found = {one.label: one.keys for one in PadesSigning().tokens(LIBRARY)}
    assert {one.label for one in before} == {"desk"}
    assert found["later"] == ()
    assert sorted(found["desk"]) == ["chu-tich", "thu-ky"]


def test_a_wrong_pin_and_what_is_not_there_are_told_apart(token: Token) -> None:
    cases = (
        (Token(library=LIBRARY, label="desk", key="thu-ky", pin="0000"), Problem.KEY_NOT_OPENED),
        (Token(library=LIBRARY, label="other", key="thu-ky", pin=PIN), Problem.TOKEN_NOT_FOUND),
        (Token(library=LIBRARY, label="desk", key="nobody", pin=PIN), Problem.TOKEN_NOT_FOUND),
        (Token(library=Path("/no/library.so"), label="desk", key="thu-ky", pin=PIN), Problem.NO_SUCH_FILE),
        (Token(library=Path(__file__), label="desk", key="thu-ky", pin=PIN), Problem.NOT_A_TOKEN_LIBRARY),
    )
    for asked, problem in cases:
        with pytest.raises(Trouble) as caught:
            PadesSigning().signatory(asked)
        assert caught.value.problem is problem, asked
