"""Documents, links, openings, opinions, paper copies, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def yes_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def whole(name: str, primary_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=primary_key, nullable=False)


def upgrade() -> None:
    op.create_table(
        "documents", key("id"), text("title"), text("number"), text("type"), text("secrecy"), text("language"),
        text("agenda_item"), text("parts"), text("opinions"), yes_no("watermark"), yes_no("only_present"),
        text("status"), text("added_at"), text("issued_at", True), text("recalled_at", True),
    )
    op.create_table(
        "document_versions", key("document"), whole("number", primary_key=True), text("sha256"), text("kind"),
        whole("size"), whole("pages"), text("called"), text("added_at"), yes_no("active"),
    )
    op.create_table("document_texts", key("sha256"), text("pages"), text("folded"))
    op.create_table(
        "links", key("id"), text("hash"), text("scope"), text("document", True), text("delegate", True),
        text("issued_at"), text("expires_at"), text("revoked_at", True), sa.UniqueConstraint("hash", name="links_hash"),
    )
    op.create_table(
        "openings", key("device"), key("document"), whole("version", primary_key=True), key("delegate"),
        text("link", True), text("first_at"), text("last_at"), whole("times"), text("finished_at", True),
    )
    op.create_table("visits", key("device"), key("link"), yes_no("outside"), text("first_at"), text("last_at"))
    op.create_table(
        "opinions", key("id"), text("document"), whole("version"), text("part"), text("stance"), text("text"),
        text("delegate", True), text("received_at"), yes_no("general"), text("verdict"), text("answer"),
    )
    op.create_index("ix_opinions_document", "opinions", ["document"])
    op.create_table(
        "copies", key("id"), text("document"), whole("number"), text("delegate", True), text("delegation"),
        text("issued_at"), text("returned_at", True),
    )
    op.create_index("ix_copies_document", "copies", ["document"])
    op.create_table("notices", key("id"), text("text"), text("posted_at"), yes_no("delegates_only"), text("withdrawn_at", True))


def downgrade() -> None:
    for table in (
        "notices", "copies", "opinions", "visits", "openings", "links", "document_texts", "document_versions", "documents",
    ):
        op.drop_table(table)
