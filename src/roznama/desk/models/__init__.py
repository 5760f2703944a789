"""What the desk keeps."""

from roznama.desk.models.audit import AuditEntry
from roznama.desk.models.conversation import Attachment, Conversation, Event
from roznama.desk.models.emergency import EmergencyNumber, Province
from roznama.desk.models.people import Licence, Member, Professional
from roznama.desk.models.team import (
    CannedReply,
    Consent,
    Holiday,
    Hours,
    Question,
    Team,
)

__all__ = [
    "Attachment",
    "AuditEntry",
    "CannedReply",
    "Consent",
    "Conversation",
    "EmergencyNumber",
    "Event",
    "Holiday",
    "Hours",
    "Licence",
    "Member",
    "Professional",
    "Province",
    "Question",
    "Team",
]
