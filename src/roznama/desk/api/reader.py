"""What a reader's page asks for over HTTP."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.http import content_disposition_header

from roznama.desk.api.asking import (
    address_of,
    answers,
    body_of,
    conversation_of,
)
from roznama.desk.chat.commands import LONGEST_TEXT, Reader, RefusalError
from roznama.desk.chat.engine import Op, do
from roznama.desk.chat.opening import Opening, digest, open_conversation
from roznama.desk.chat.showing import reader_states
from roznama.desk.erasing import erase
from roznama.desk.export import transcript, transcript_html
from roznama.desk.files import FileError, keep, name_of
from roznama.desk.files import read as read_file
from roznama.desk.live.limits import (
    FILES,
    MESSAGES,
    OPENINGS_OF_ADDRESS,
    OPENINGS_OF_READER,
    limiter,
)
from roznama.desk.live.parsing import Frame, clean, number_in, reader_command, uuid_in
from roznama.desk.models import Attachment, Conversation
from roznama.desk.sealing import master_keys

_LARGEST_FILE = 8 * 1024 * 1024
_SANDBOX = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"


@answers("POST")
def open_view(request: HttpRequest) -> HttpResponseBase:
    """Open a conversation; 201, or 200 where it was open already."""
    opening = _opening(body_of(request))
    if not limiter.take(OPENINGS_OF_ADDRESS, "open", address_of(request)) or not limiter.take(
        OPENINGS_OF_READER, "open", digest(opening.reader).hex()
    ):
        raise RefusalError("too_many")
    pk, is_new = open_conversation(opening)
    return JsonResponse(reader_states([pk])[pk], status=201 if is_new else 200)


def _opening(asked: Frame) -> Opening:
    words = {
        name: asked.get(name, "")
        for name in ("team", "reader", "token", "language", "province", "page", "text")
    }
    if not all(isinstance(value, str) for value in words.values()):
        raise RefusalError("bad")
    if len(words["text"]) > LONGEST_TEXT:
        raise RefusalError("too_long")
    words = {name: clean(value) for name, value in words.items()}
    return Opening(**words, consent=number_in(asked, "consent"), uuid=uuid_in(asked))


@answers("POST")
def do_view(request: HttpRequest) -> HttpResponseBase:
    """Do one command, where there is no socket."""
    pk, _ = conversation_of(request)
    asked = body_of(request)
    command, uuid = reader_command(asked), uuid_in(asked)
    if not limiter.take(MESSAGES, "message", str(pk)):
        raise RefusalError("too_many")
    done = do(Op(pk, Reader(), command, uuid))
    return JsonResponse({"ok": str(uuid), "place": done.place})


@answers("POST")
def upload(request: HttpRequest) -> HttpResponseBase:
    """Keep a picture or a PDF for a message that is to follow."""
    pk, state = conversation_of(request)
    if not limiter.take(FILES, "file", str(pk)):
        raise RefusalError("too_many")
    if not state["takes_files"]:
        raise RefusalError("no_files")
    return JsonResponse(kept_file(request, pk, by_reader=True), status=201)


def kept_file(request: HttpRequest, conversation: int, *, by_reader: bool) -> dict[str, object]:
    """Keep the file that a request carries, and return what is told of it.

    Raises:
        RefusalError: it is not taken.

    """
    sent = request.FILES.get("file")
    if sent is None:
        raise RefusalError("bad")
    if (sent.size or 0) > _LARGEST_FILE:
        raise RefusalError("too_big")
    row = Conversation.objects.get(pk=conversation)
    try:
        kept = keep(row, _key(row), by_reader, sent.name or "", sent.read())
    except FileError as error:
        raise RefusalError(error.code) from None
    return {
        "id": str(kept.uuid),
        "name": name_of(kept, _key(row)),
        "kind": kept.kind,
        "size": kept.size,
        "width": kept.width,
        "height": kept.height,
    }


@answers("GET")
def download(request: HttpRequest, file: UUID) -> HttpResponseBase:
    """Hand out a file of the reader's own conversation."""
    pk, _ = conversation_of(request)
    return file_response(pk, file)


def file_response(conversation: int, file: UUID) -> HttpResponse:
    """Return a file of a conversation; 404 where it has none of that name.

    The browser is to show no more than a picture: nothing in it can run.
    """
    row = Conversation.objects.get(pk=conversation)
    kept = Attachment.objects.filter(conversation=row, uuid=file).first()
    if kept is None:
        return HttpResponse(status=404)
    try:
        data = read_file(kept, _key(row))
    except FileError as error:
        raise RefusalError(error.code) from None
    response = HttpResponse(data, content_type=kept.kind)
    response["Content-Security-Policy"] = _SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    if not kept.kind.startswith("image/"):
        name = name_of(kept, _key(row))
        response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@answers("GET")
def transcript_view(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Hand the whole conversation to its reader, for programs or to read."""
    pk, _ = conversation_of(request)
    row = Conversation.objects.get(pk=pk)
    if kind == "json":
        response: HttpResponse = JsonResponse(
            transcript(row, _key(row)), json_dumps_params={"ensure_ascii": False, "indent": 1}
        )
    elif kind == "html":
        response = HttpResponse(transcript_html(row, _key(row)))
    else:
        return HttpResponse(status=404)
    response["Content-Disposition"] = f'attachment; filename="conversation.{kind}"'
    response["Content-Security-Policy"] = _SANDBOX
    return response


@answers("POST")
def erase_view(request: HttpRequest) -> HttpResponseBase:
    """Erase the conversation for good."""
    pk, _ = conversation_of(request)
    erase(pk, "reader")
    return JsonResponse({"erased": True})


def _key(row: Conversation) -> bytes:
    if row.key is None:
        raise RefusalError("erased")
    return master_keys().unwrap(bytes(row.key))
