"""The first version: congress, rules, delegates, codes, sessions, journal with its heads, photos, templates."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SHEET = (
    "full_name gender birth_date hometown ethnicity religion party_joined party_official position unit delegation "
    "category general_education degree major academic_title political_theory languages party_badge awards "
    "discipline sector committee_level science_block discussion_group seat_opening seat card_number party_card "
    "citizen_number phone hotel note"
).split()


def text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def upgrade() -> None:
    op.create_table(
        "congress", key("id"), text("title"), text("convening_body"), text("opens"), text("place"), text("zone"),
        sa.Column("rehearsal", sa.Boolean, nullable=False),
    )
    op.create_table("rules", key("name"), text("value"))
    op.create_table(
        "delegates", key("id"), *(text(name) for name in SHEET), text("standing"), text("photo"),
        sa.Column("consented", sa.Boolean, nullable=False), text("replaces", nullable=True),
    )
    op.create_index("delegates_card_number", "delegates", ["card_number"])
    op.create_index("delegates_citizen_number", "delegates", ["citizen_number"])
    op.create_table(
        "codes", key("code"), text("delegate"), text("kind"), text("issued_at"), text("revoked_at", nullable=True),
    )
    op.create_index("ix_codes_delegate", "codes", ["delegate"])
    op.create_table(
        "sessions", key("id"), text("name"), text("kind"), text("starts"), text("ends"), text("admits"),
        text("listed", nullable=True), text("closed_at", nullable=True),
    )
    op.create_table(
        "journal", key("id"), text("desk"), sa.Column("sequence", sa.Integer, nullable=False), text("happened_at"),
        text("recorded_at"), text("actor"), text("kind"), text("session", nullable=True),
        text("delegate", nullable=True), text("about", nullable=True), text("body"), text("previous_hash"),
        text("hash"), sa.UniqueConstraint("desk", "sequence", name="journal_desk_sequence"),
    )
    op.create_index("journal_session_delegate", "journal", ["session", "delegate"])
    op.create_index("journal_delegate", "journal", ["delegate"])
    op.create_index("journal_kind", "journal", ["kind"])
    op.create_index("journal_about", "journal", ["about"])
    op.create_table("heads", key("desk"), sa.Column("sequence", sa.Integer, nullable=False), text("event"), text("hash"))
    op.create_table("photos", key("sha256"), sa.Column("jpeg", sa.LargeBinary, nullable=False))
    op.create_table(
        "templates", key("id"), text("delegate"), text("model_hash"),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_templates_delegate", "templates", ["delegate"])


def downgrade() -> None:
    for table in ("templates", "photos", "heads", "journal", "sessions", "codes", "delegates", "rules", "congress"):
        op.drop_table(table)
