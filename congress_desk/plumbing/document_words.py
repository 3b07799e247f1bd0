"""What people call types, classes and states of documents, and opinions: the same word on screen, phone and paper."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.documents import AskOpinions, DocumentType, FileKind, Secrecy, Status
from congress_desk.domain.documents_reach import Obstacle
from congress_desk.domain.opinions import Stance, Verdict
from congress_desk.plumbing.texts import marked

TYPES: Mapping[DocumentType, str] = {
    DocumentType.RESOLUTION: marked("Resolution"),
    DocumentType.DIRECTIVE: marked("Directive"),
    DocumentType.REGULATION: marked("Regulation"),
    DocumentType.PROVISION: marked("Provision"),
    DocumentType.INSTRUCTION: marked("Instruction"),
    DocumentType.PROGRAMME: marked("Programme"),
    DocumentType.PLAN: marked("Plan"),
    DocumentType.REPORT: marked("Report"),
    DocumentType.CONCLUSION: marked("Conclusion"),
    DocumentType.NOTICE: marked("Notice"),
    DocumentType.DRAFT: marked("Draft"),
    DocumentType.PRESENTATION: marked("Presentation"),
    DocumentType.CLIP: marked("Clip"),
    DocumentType.OTHER: marked("Other document"),
}
SECRECIES: Mapping[Secrecy, str] = {
    Secrecy.PUBLIC: marked("Public"),
    Secrecy.INTERNAL: marked("Internal circulation"),
    Secrecy.RECALL: marked("To be given back"),
    Secrecy.SECRET: marked("Secret"),
}
STATUSES: Mapping[Status, str] = {
    Status.DRAFT: marked("In draft"),
    Status.APPRAISED: marked("Appraised"),
    Status.APPROVED: marked("Approved"),
    Status.ISSUED: marked("Issued"),
    Status.RECALLED: marked("Recalled"),
}
KINDS: Mapping[FileKind, str] = {
    FileKind.PDF: "PDF",
    FileKind.DOCX: "Word",
    FileKind.JPEG: marked("Picture"),
    FileKind.PNG: marked("Picture"),
    FileKind.WEBP: marked("Picture"),
    FileKind.MP4: marked("Clip"),
    FileKind.WEBM: marked("Clip"),
}
ASKED: Mapping[AskOpinions, str] = {
    AskOpinions.NO: marked("No opinions are asked"),
    AskOpinions.NAMED: marked("Opinions with the delegate's name"),
    AskOpinions.UNNAMED: marked("Opinions without a name"),
}
STANCES: Mapping[Stance, str] = {
    Stance.AGREE: marked("Agree"),
    Stance.AMEND: marked("Propose a change"),
    Stance.OTHER: marked("Other opinion"),
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.OPEN: marked("Not answered yet"),
    Verdict.TAKEN_IN: marked("Taken in"),
    Verdict.EXPLAINED: marked("Explained"),
    Verdict.PASSED_ON: marked("Passed on"),
}
OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.NO_NETWORK: marked(
        "This computer is in no network. Join the hall's Wi-Fi, or plug in the cable, then look again."
    ),
    Obstacle.NOT_LISTENING: marked("The portal is not running. Start it, then look again."),
    Obstacle.BLOCKED_HERE: marked(
        "The portal runs, but this computer does not reach it by its own address. A firewall is likely in the way: "
        "allow incoming connections for Congress Desk."
    ),
    Obstacle.FIREWALL_ON: marked(
        "A firewall is on, and no phone has come through yet. Allow incoming connections to the portal's port."
    ),
    Obstacle.NO_PHONE_YET: marked(
        "No phone has come yet. Scan the symbol with one. If its page does not load, the Wi-Fi keeps phones apart "
        "(client isolation): ask whoever runs the Wi-Fi to switch that off."
    ),
}
