"""Tests of devices that are not everywhere: a token needs SoftHSM2."""

from __future__ import annotations

import shutil

collect_ignore = [] if shutil.which("softhsm2-util") else ["test_signing_token.py"]
