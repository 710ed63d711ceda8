"""The repositories whose issues are to be looked at now."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nudges."""
    op.create_table(
        "nudges",
        sa.Column("repository", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("repository", name=op.f("pk_nudges")),
    )
