"""Are the bytes of something erased still on the medium? Every place of a file is looked at, not its tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

HEAD = 8  # bytes of a secret that are looked for; random ones meet by chance once in 2^64 places


def found_in(path: Path, secrets: Sequence[bytes]) -> frozenset[bytes]:
    """The secrets, each of at least HEAD random bytes, whose beginning stands anywhere in the file. OSError."""
    import numpy as np

    content = path.read_bytes() if path.exists() else b""
    by_head = {int.from_bytes(secret[:HEAD], "little"): secret for secret in secrets if len(secret) >= HEAD}
    if not by_head:
        return frozenset()
    heads = np.array(sorted(by_head), dtype=np.uint64)
    found: set[bytes] = set()
    for shift in range(min(HEAD, max(0, len(content) - HEAD + 1))):
        words = np.frombuffer(content, dtype="<u8", offset=shift, count=(len(content) - shift) // HEAD)
        places = np.minimum(np.searchsorted(heads, words), len(heads) - 1)
        found |= {by_head[int(head)] for head in words[heads[places] == words]}
    return frozenset(found)
