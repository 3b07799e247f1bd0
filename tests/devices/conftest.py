"""Tests of devices that are not everywhere: a token needs SoftHSM2, a trust centre openssl."""

from __future__ import annotations

import shutil

NEEDED = {"softhsm2-util": "test_signing_token.py", "openssl": "test_signing_trust.py"}
collect_ignore = [test for program, test in NEEDED.items() if not shutil.which(program)]
