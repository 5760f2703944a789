"""The professionals' addresses, under /desk/."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from roznama.desk.staff import board, chats, pages

app_name = "desk_staff"


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=404)


urlpatterns = [
    path("login/", pages.Login.as_view(), name="login"),
    path("logout/", pages.Logout.as_view(), name="logout"),
    path("language/", pages.language, name="language"),
    path("console/", pages.console, name="console"),
    path("board/<slug:team>/", board.show, name="board"),
    path("board/<slug:team>/now.json", board.now, name="board_now"),
    path("board/<slug:team>/export.csv", board.export_view, name="board_export"),
    path("staff/files/", _nothing, name="files"),
    path("staff/files/<uuid:file>", chats.download, name="file"),
    path("staff/chats/<int:chat>/files", chats.upload, name="upload"),
    path("staff/chats/<int:chat>/transcript.<str:kind>", chats.transcript_view, name="transcript"),
    path("staff/chats/<int:chat>/story", chats.story, name="story"),
    path("staff/teams/<int:team>/replies", chats.replies, name="replies"),
]
