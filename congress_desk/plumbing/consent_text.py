"""The text that a delegate agrees to, on paper and on the screen: one text, one version.

Whoever changes a word of it gives it a new version: the journal holds which version somebody agreed to.
"""

from __future__ import annotations

from congress_desk.plumbing.texts import marked

TEXT_VERSION = "2026-02"
NAMES_CHECK_IN = frozenset({"2026-02"})
"""Texts that say that a confirmed check-in gives a template too: who agreed to another one gave no such leave."""

DECLARATION = marked(
    "I agree that the secretariat makes face templates from my photo and from my confirmed check-ins, and uses them "
    "to recognise me at the check-in of this congress, and for nothing else."
)
TEXT = (
    (
        marked("What"),
        marked(
            "Face templates, each of 128 or more numbers: one from your photo, and at most three from check-ins that "
            "a person at the desk has confirmed. A face is sensitive personal data. No picture of the camera is kept."
        ),
    ),
    (
        marked("What for"),
        marked(
            "To propose your name to the person at the desk when you come to a session of this congress. A person "
            "decides, never the computer alone unless the secretariat has allowed it for very sure faces."
        ),
    ),
    (
        marked("Where"),
        marked("Encrypted, in the congress file on the secretariat's own computers. Nothing is sent anywhere."),
    ),
    (
        marked("How long"),
        marked(
            "Until you withdraw, and at the longest until the secretariat erases all templates after the congress. "
            "The record of attendance remains; it holds no face."
        ),
    ),
    (
        marked("Your rights"),
        marked(
            "You may see what is kept about you, have it corrected or erased, restrict its use, complain, and "
            "withdraw at any time without a reason; all your templates and a photo taken at the desk are then "
            "erased at once. Ask at any desk."
        ),
    ),
    (
        marked("You are free"),
        marked(
            "Saying no is as easy as saying yes and has no consequence: you come in with your card at the same desk, "
            "as quickly, and nobody asks you again. Silence is not consent."
        ),
    ),
    (
        marked("Basis"),
        marked(
            "Your consent alone: Law on Personal Data Protection No. 91/2025/QH15 (in force since 1 January 2026), "
            "Decree 356/2025/NĐ-CP; where it applies, GDPR article 9(2)(a)."
        ),
    ),
)
