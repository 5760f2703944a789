"""The words that the front page desk's script says."""

from __future__ import annotations

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Return them by the names that the script knows; %s is filled in there, in order."""
    return {**_places(), **_acts(), **_said(), **_times()}


def _places() -> dict[str, str]:
    return {
        "lead": _("Lead"),
        "second": _("Second tier"),
        "strip": _("Strip: %s"),
        "place": _("%s, place %s of %s"),
        "auto": _("Automatic"),
        "pinned": _("Chosen"),
        "ended": _("The pin has ended; this place is filled automatically"),
        "withdrawn": _("Withdrawn; this place is filled automatically"),
        "nothing": _("No story is left for this place"),
        "hidden": _("Hidden"),
        "breaking": _("Breaking"),
        "live": _("Covered live"),
        "noPicture": _("Without picture"),
        "ownWords": _("Front headline"),
        "until": _("Until %s"),
    }


def _acts() -> dict[str, str]:
    return {
        "pick": _("Pick up: %s"),
        "pickStrip": _("Move the strip: %s"),
        "up": _("Move up: %s"),
        "down": _("Move down: %s"),
        "toLead": _("Into the lead: %s"),
        "toSecond": _("Into the second tier: %s"),
        "toStrip": _("Into the strip of its section: %s"),
        "pin": _("Pin here: %s"),
        "unpin": _("Make automatic: %s"),
        "edit": _("Change front headline, picture and end: %s"),
        "hide": _("Hide the strip: %s"),
        "show": _("Show the strip: %s"),
        "restore": _("Restore"),
        "view": _("Preview"),
        "cancel": _("Take back"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "mine": _("Bring my arrangement back"),
        "fine": _("All right"),
    }


def _said() -> dict[str, str]:
    return {
        "picked": _("Picked up: %s. Arrows choose a place, Enter puts it down, Escape cancels."),
        "over": _("%s. There now: %s"),
        "put": _("“%s” now stands here: %s"),
        "removed": _("“%s” was taken out; its place is automatic."),
        "moved": _("The strip %s is now number %s."),
        "shown": _("The strip %s is shown."),
        "gone": _("The strip %s is hidden."),
        "dropped": _("Canceled. Nothing was moved."),
        "undone": _("Undone: %s"),
        "redone": _("Done again: %s"),
        "restored": _("The earlier arrangement is the draft again."),
        "saving": _("Saving…"),
        "saved": _("Draft saved"),
        "same": _("As printed"),
        "differs": _("Differs from the printed front page"),
        "unsaved": _("Not saved yet; it is tried again by itself."),
        "login": _("You are logged out. Log in in another tab; your work here is kept and saved."),
        "other": _("%s changed the front page."),
        "published": _("The front page is printed."),
        "planned": _("The front page is scheduled for %s."),
        "canceled": _("The scheduled front page was taken back."),
        "failed": _("The server does not answer. Try again in a moment."),
    }


def _times() -> dict[str, str]:
    return {
        "aside": _("kept aside"),
        "printed": _("printed"),
        "current": _("the draft now"),
        "noStories": _("No published story was found."),
        "found": _("Stories: %s"),
        "noSteps": _("Nothing has been arranged yet."),
        "noPlans": _("No front page is scheduled."),
        "printedAt": _("Printed %s, %s"),
        "allAuto": _("The printed front page is automatic."),
    }
