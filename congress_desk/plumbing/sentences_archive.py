"""Sentences of sealing, minutes, resolution and record pack; sentences.py puts them beside the others."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.refusals import Problem, Reason
from congress_desk.plumbing.texts import marked

ARCHIVE_REASONS: Mapping[Reason, str] = {
    Reason.NOT_SEALED: marked(
        "This file was not sealed by this congress. Nothing was signed. Seal the record first, then sign that file."
    ),
    Reason.NOT_A_RECORD: marked(
        "This paper is a tool of the day, not a record. Nothing was sealed. Print it; records are sealed."
    ),
    Reason.SEAL_BROKEN: marked(
        "Something was added to this sealed file elsewhere. Nothing was signed. Sign the file as it was sealed here, "
        "or as it was last signed here."
    ),
    Reason.CERTIFICATE_NOT_VALID: marked(
        "The certificate of {name} is not valid on this day. Nothing was signed. Use a certificate that is in force."
    ),
    Reason.NO_TEXT_TO_PRINT: marked(
        "Nothing was written for this paper yet. Nothing was printed. Write or import its text first."
    ),
    Reason.NO_WORD_FORM: marked(
        "This form is made as PDF only. Nothing was saved. Word files are made of the credentials report, the "
        "minutes and the resolution."
    ),
    Reason.PACK_STOPPED: marked(
        "The record pack was stopped. No part of it was left behind. Start it again whenever it suits."
    ),
    Reason.SEALED_FILE_NOT_KEPT: marked(
        "The sealed file {id} is not kept on this computer. Its hash is on record. Put the file that was sealed "
        "beside the pack."
    ),
    Reason.NOTHING_ON_RECORD: marked(
        "There is nothing on record for this paper. Nothing was printed. It can be printed once something is on record."
    ),
}

ARCHIVE_PROBLEMS: Mapping[Problem, str] = {
    Problem.KEY_NOT_OPENED: marked(
        "The signing key could not be opened: {path}. Nothing was signed. Check the passphrase or PIN; a token locks "
        "itself after several wrong ones."
    ),
    Problem.TOKEN_NOT_FOUND: marked(
        "The signing token or its key was not found: {name}. Nothing was signed. Put the token in, and check the "
        "names of token and key."
    ),
    Problem.NOT_A_TOKEN_LIBRARY: marked(
        "This file is no library of a signing token: {path}. Nothing was signed. Choose the one that the token's "
        "maker installed, such as a file whose name ends in .dll, .so or .dylib."
    ),
    Problem.TIME_STAMP_FAILED: marked(
        "The time-stamp authority did not answer: {address}. Nothing was signed. Check the network, or sign without "
        "a time stamp."
    ),
    Problem.NOT_A_PDF: marked(
        "This file is not a PDF that can be read, or it was damaged. Nothing was changed. Choose the record's "
        "PDF file."
    ),
    Problem.PACK_BROKEN_OFF: marked(
        "The program that makes the record pack ended before it was done. No part of the pack was left behind, and "
        "the congress is safe. Make the pack again."
    ),
}

ARCHIVE_FIELDS: Mapping[str, str] = {
    "part": marked("part of the minutes or resolution"),
    "targets": marked("table of targets"),
    "tasks": marked("table of tasks"),
    "key": marked("signing key"),
}
