"""Who said no to faces, and the key of the templates under the secretariat's passphrase."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("delegates", sa.Column("declined", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "face_key",
        sa.Column("key_id", sa.Text, primary_key=True),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("cost", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("face_key")
    op.drop_column("delegates", "declined")
