"""The language of the command line: chosen, else that of the app on this computer, else the environment's own."""

from __future__ import annotations

import os

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.plumbing.texts import Language


def command_language(settings: SettingsFile) -> Language:
    """CONGRESS_DESK_LANGUAGE decides; the app's language counts once it was used here."""
    of_app = settings.current.language if settings.path.exists() else ""
    wanted = (os.environ.get("CONGRESS_DESK_LANGUAGE", ""), of_app, _locale_language())
    known = tuple(Language)
    return next((Language(one) for one in wanted if one in known), Language(settings.current.language))


def _locale_language() -> str:
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if locale.split(".")[0] in ("C", "POSIX") else locale[:2]
