"""What the scripts of the newsroom's fields say, in the editor's language."""

from __future__ import annotations

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Return the words by the names that `static/newsroom/writing/` has for them."""
    return {**_keyboard(), **_pasting(), **_limits(), **_session(), "close": _("Close")}


def _keyboard() -> dict[str, str]:
    return {
        "keyboard": _("Urdu keyboard"),
        "on": _("on in this field"),
        "off": _("off in this field"),
        "picture": _("Show the keys"),
        "everywhere": _("In all fields"),
        "shortcut": _("Ctrl+Space (or Alt+U) switches it in the field you are in."),
        "shift": _("Shift"),
        "altgr": _("AltGr"),
        "space": _("Space"),
        "erase": _("Erase"),
    }


def _pasting() -> dict[str, str]:
    return {
        "inpage": _("This was InPage text; it has been pasted as Unicode."),
        "utf8": _("The letters of this text were garbled; it has been pasted as Urdu."),
        "unknown": _("Signs that could not be read: %s. They are marked with �."),
        "bare": _("This looks like InPage text. Is this what it should be?"),
        "convert": _("Paste it so"),
        "asItWas": _("Paste it as it was"),
        "takeBack": _("Take back"),
        "failed": _("The pasted text could not be converted; it stands as it came."),
        "office": _("Pasted without the fonts, colors and sizes of the document."),
        "pictures": _("Pictures do not come along: %s. Upload them by themselves."),
    }


def _limits() -> dict[str, str]:
    return {
        "tooLong": _("At most %(most)s letters fit here; these are %(now)s. Nothing was cut off."),
        "direction": _("An invisible sign in this text turns the direction of letters (%s)."),
        "remove": _("Remove it"),
    }


def _session() -> dict[str, str]:
    return {
        "signedOut": _("You are no longer signed in"),
        "nothingLost": _(
            "Nothing that you wrote is lost: it stays in this window. Sign in again in another "
            "tab, come back here and go on; saving works again by itself."
        ),
        "signIn": _("Sign in in a new tab"),
        "again": _("I have signed in"),
        "stillOut": _("You are not signed in yet."),
        "otherUser": _("Somebody else is signed in now; what you save will bear their name."),
        "backIn": _("You are signed in again; saving goes on."),
    }
