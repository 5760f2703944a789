"""The desk's words for readers and professionals, in the language of a conversation."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

_REFUSALS = {
    "again": gettext_noop("Not received yet. It is being sent again."),
    "bad": gettext_noop("This could not be understood. Please open the page again."),
    "bad_email": gettext_noop("This is not an e-mail address."),
    "closed": gettext_noop("This conversation has ended."),
    "closed_team": gettext_noop("This team takes no questions at present."),
    "consent": gettext_noop("The terms have changed. Please read them once more."),
    "damaged": gettext_noop("The file cannot be read."),
    "empty": gettext_noop("Please write something first."),
    "erased": gettext_noop("This conversation was erased."),
    "no_answer": gettext_noop("There is no question with an answer to make a story from."),
    "no_files": gettext_noop("Files are not taken here."),
    "no_account": gettext_noop("This account is not active."),
    "no_licence": gettext_noop("Without a licence that was checked nobody answers readers."),
    "not_able": gettext_noop("They may not answer readers at present: no checked licence."),
    "no_such": gettext_noop("This is not there any more."),
    "no_team": gettext_noop("There is no such team."),
    "not_agreed": gettext_noop("Please agree to the terms before you send the question."),
    "not_member": gettext_noop("Nobody of that name is in the team."),
    "not_taken": gettext_noop("Only pictures and PDF are taken."),
    "not_yours": gettext_noop("This is not yours to do."),
    "open": gettext_noop("You have an open conversation with this team on another page."),
    "open_elsewhere": gettext_noop("You have another open conversation with this team."),
    "sealed": gettext_noop("This conversation cannot be opened at present."),
    "taken": gettext_noop("Somebody else has taken this conversation."),
    "too_big": gettext_noop("The file is too large: 8 MB at most."),
    "too_long": gettext_noop("This is too long."),
    "too_many": gettext_noop("Too fast. Please wait a little."),
    "unknown": gettext_noop("This conversation is not there any more."),
}


def refusal_words(code: str, language: str) -> str:
    """Return in one sentence why something was not done."""
    with override(language):
        return _(_REFUSALS.get(code, _REFUSALS["bad"]))
