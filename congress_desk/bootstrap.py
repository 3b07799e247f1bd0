"""Starts a face (window, command line, portal) on a desk that building.py builds, and closes it.

Drivers are imported where they are first needed, so that a window is there before dlib or reportlab is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from congress_desk.building import create_desk, create_rehearsal, model_shelf, open_desk, open_rehearsal
from congress_desk.plumbing.command_language import command_language
from congress_desk.plumbing.settings import open_settings, settings_folder
from congress_desk.plumbing.texts import words_for
from congress_desk.services.desk import Desk

if TYPE_CHECKING:
    from congress_desk.services.face_trial_library import PlainEncode
    from congress_desk.services.ports.camera import LiveCamera
    from congress_desk.services.ports.faces import FaceEngine
    from congress_desk.services.ports.portal import Certificate

P = ParamSpec("P")


def main(arguments: Sequence[str] | None = None) -> int:
    """The program: a command if the first word is one, else the window."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    from congress_desk.cli.parser import command_names

    if given and given[0] in command_names():
        return _run_command(given)
    return _run_window(given)


def _make_face_engine(folder: Path | None = None) -> FaceEngine:
    """Of supplied models, or the program's own."""
    from congress_desk.devices.faces.dlib_engine import make_engine
    from congress_desk.devices.faces.supplied import make_supplied_engine, supplied_models

    return make_engine() if folder is None else make_supplied_engine(supplied_models(folder))


def _make_plain_library() -> PlainEncode | None:
    from congress_desk.devices.faces.plain_library import make_plain_library

    return make_plain_library()


def _make_camera(desk: Desk) -> LiveCamera:
    from congress_desk.devices.camera.live import ChildCamera

    return ChildCamera(models=lambda: model_shelf().place(desk.face_models.chosen()))


def _run_command(arguments: Sequence[str]) -> int:
    from congress_desk.cli.doors import Doors
    from congress_desk.cli.main import run

    doors = Doors(
        open_desk=_closing(open_desk),
        create_desk=_closing(create_desk),
        create_rehearsal=_closing(create_rehearsal),
        make_face_engine=_make_face_engine,
        make_plain_library=_make_plain_library,
        serve_portal=_serve_portal,
    )
    return run(arguments, doors, words_for(command_language(open_settings())))


def _serve_portal(path: Path, host: str, port: int, certificate: Certificate | None) -> int:
    from congress_desk.devices.network.session_key import session_key
    from congress_desk.portal.server import serve

    with _closing(open_desk)(path, name=f"{open_settings().current.desk_name} · portal") as desk:
        desk.congress.assure_writable()  # what is read there is written down
        key = session_key(settings_folder() / "keys", desk.congress.congress().id)
        return serve(
            desk.library,
            key,
            host=host,
            port=port,
            certificate=certificate,
            programme=desk.programme,
            stage=desk.stage,
        )


def _run_window(arguments: Sequence[str]) -> int:
    """congress-desk [FILE] [--rehearsal]; any other word is a command that was written wrongly."""
    rehearsal = "--rehearsal" in arguments
    files = [word for word in arguments if word != "--rehearsal"]
    if len(files) > 1 or any(_is_no_file(word) for word in files):
        return _run_command(arguments)
    from congress_desk.ui.app import run_app
    from congress_desk.ui.doors import Doors, NewCongress

    def create(path: Path, new: NewCongress) -> Desk:
        return create_desk(path, title=new.title, convening_body=new.convening_body, opens=new.opens, place=new.place)

    doors = Doors(
        open_desk=open_desk,
        create_desk=create,
        rehearse=open_rehearsal,
        make_camera=_make_camera,
        settings=open_settings(),
    )
    return run_app(doors, first=Path(files[0]) if files else None, rehearsal=rehearsal)


def _is_no_file(word: str) -> bool:
    """An option, or a bare word that names nothing: a command that was written wrongly."""
    return word.startswith("-") or not (Path(word).suffix or Path(word).exists())


def _closing(make: Callable[P, Desk]) -> Callable[P, AbstractContextManager[Desk]]:
    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Iterator[Desk]:
        desk = make(*args, **kwargs)
        try:
            yield desk
        finally:
            desk.close()

    return opened
