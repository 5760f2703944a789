"""What the console asks for beside its socket: files, transcripts, canned replies, stories."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.module_loading import import_string

from roznama.desk import audit
from roznama.desk.api.reader import file_response, kept_file
from roznama.desk.chat.commands import RefusalError
from roznama.desk.export import transcript, transcript_html
from roznama.desk.files import FileError
from roznama.desk.live.limits import STAFF, limiter
from roznama.desk.models import Attachment, CannedReply
from roznama.desk.staff.access import key_of, need_mine, read
from roznama.desk.staff.asking import Person, answers
from roznama.desk.staff.story import story_of

_SANDBOX = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"


@answers("POST")
def upload(request: HttpRequest, person: Person, chat: int) -> HttpResponseBase:
    """Keep a picture or PDF for a message that is to follow, in a chat of one's own."""
    if not need_mine(person, chat).team.takes_files:
        raise RefusalError("no_files")
    if not limiter.take(STAFF, "file", str(person.user.pk)):
        raise RefusalError("too_many")
    return JsonResponse(kept_file(request, chat, by_reader=False), status=201)


@answers("GET")
def download(request: HttpRequest, person: Person, file: UUID) -> HttpResponseBase:
    """Hand out a file of a conversation that they may read."""
    kept = Attachment.objects.filter(uuid=file).first()
    if kept is None:
        raise RefusalError("unknown")
    read(person, kept.conversation_id, "file", file=str(file))
    try:
        return file_response(kept.conversation_id, file)
    except FileError as error:
        raise RefusalError(error.code) from None


@answers("GET")
def transcript_view(request: HttpRequest, person: Person, chat: int, kind: str) -> HttpResponseBase:
    """Hand out a whole conversation, for programs or to read."""
    if kind not in ("json", "html"):
        raise RefusalError("unknown")
    row = read(person, chat, "transcript", kind=kind)
    if kind == "json":
        response: HttpResponse = JsonResponse(
            transcript(row, key_of(row)), json_dumps_params={"ensure_ascii": False, "indent": 1}
        )
    else:
        response = HttpResponse(transcript_html(row, key_of(row)))
    response["Content-Disposition"] = f'attachment; filename="conversation.{kind}"'
    response["Content-Security-Policy"] = _SANDBOX
    return response


@answers("GET")
def replies(request: HttpRequest, person: Person, team: int) -> HttpResponseBase:
    """List the canned replies of a team that they are in."""
    if team not in person.actor.teams:
        raise RefusalError("unknown")
    rows = CannedReply.objects.filter(team=team).values("id", "title", "text")
    return JsonResponse({"replies": list(rows)}, json_dumps_params={"ensure_ascii": False})


@answers("POST")
def story(request: HttpRequest, person: Person, chat: int) -> HttpResponseBase:
    """Make a draft of a conversation whose reader allows it, without who the reader is."""
    row = read(person, chat, "story")
    if not row.may_publish or not (
        row.team_id in person.actor.heads
        or person.actor.professional in (row.professional_id, row.last_professional_id)
    ):
        raise RefusalError("not_yours")
    told = story_of(row)
    make = import_string(settings.ROZNAMA_DRAFT_MAKER)
    with transaction.atomic():
        url = make(told.title, told.paragraphs, request.user)
        audit.write(person.user, "story made", row.public)
    return JsonResponse({"url": url}, status=201)
