"""Why a face could not be prepared; the codes of services.faces.NotEnrolled."""

from __future__ import annotations

from congress_desk.plumbing.texts import Words, marked

NOT_ENROLLED = {
    "no_consent": marked("Has not agreed to face identification"),
    "no_photo": marked("Has no photo"),
    "no_face": marked("No face is found in the photo"),
    "several_faces": marked("Several faces are in the photo"),
    "not_a_picture": marked("The photo cannot be read"),
    "too_small": marked("The face is too small in the photo"),
    "cut_off": marked("The face is cut off in the photo"),
    "blurred": marked("The photo is blurred"),
    "too_dark": marked("The photo is too dark"),
    "too_bright": marked("The photo is too bright"),
    "tilted": marked("The head is tilted in the photo"),
}


def reason_word(reason: str, say: Words) -> str:
    """Why somebody's face was not prepared."""
    return say(NOT_ENROLLED[reason]) if reason in NOT_ENROLLED else reason
