"""The desk's addresses; `live/application.py` takes the sockets, events and streams."""

from django.urls import path

from roznama.desk.api import reader, teams
from roznama.desk.pages.urls import urlpatterns as pages

app_name = "desk"

urlpatterns = [
    path("api/open", reader.open_view, name="open"),
    path("api/team/<slug:slug>", teams.team_view, name="team"),
    path("api/do", reader.do_view, name="do"),
    path("api/files", reader.upload, name="upload"),
    path("api/files/<uuid:file>", reader.download, name="file"),
    path("api/transcript.<str:kind>", reader.transcript_view, name="transcript"),
    path("api/erase", reader.erase_view, name="erase"),
    *pages,
]
